// What a file from an office writes in another way than the library: a day as 31/03/2021, a code in words, a head with a blank.
import { labels, programmeLifecycle } from 'professional-status';

const UK_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T](\d{1,2}:\d\d(?::\d\d)?))?$/;

/** A day that is written day first, as the library writes it, with the time beside it; anything else as it is. A spreadsheet may show midnight beside a bare day. @param {string} text */
export function asIso(text) {
  const [, day = '', month = '', year, time = '00:00'] = UK_DATE.exec(text) ?? [];
  if (year === undefined) return text;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^0?0:00(?::00)?$/.test(time) ? date : `${date} ${/^\d:/.test(time) ? `0${time}` : time}`;
}

/** @param {string} text */
const folded = (text) => text.toLowerCase().replace(/[^a-z]/g, '');

/** Reads a word as people write it: the one among these that has the same letters; else the text as it is. @param {string} text @param {readonly string[]} among */
export const asWritten = (text, among) => among.find((each) => folded(each) === folded(text)) ?? text;

/** The one among these codes that is written so, or that the library calls so; else the text as it is. @param {string} text @param {Readonly<Record<string, string>>} names by code @param {readonly string[]} among */
const codeOf = (text, names, among) =>
  among.find((code) => [code, names[code] ?? code].some((each) => folded(each) === folded(text))) ?? text;

/** Every type of a row of events. */
export const rowTypes = ['registered', ...programmeLifecycle.events];

/** The type of a row of events: `Portfolio submitted` and `the portfolio was submitted` are `portfolio-submitted`. @param {string} text */
export const asType = (text) => codeOf(text, labels.event, rowTypes);

/** The outcome of a review: `Criteria not met` is `criteria-not-met`. @param {string} text */
export const asOutcome = (text) => codeOf(text, labels.stage, ['criteria-met', 'criteria-not-met']);
