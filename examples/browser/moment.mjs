// A field for a day, as three parts, and for a time of London beside it where an hour may matter.
import { londonInstant, plainDate } from 'professional-status';
import { h } from './dom.mjs';
import { issuesOf, noteOf, plainly } from './fields.mjs';
import { inWords } from './words.mjs';

/** @import { Unread } from './state.mjs' */
/** @typedef {'date' | 'instant' | 'moment'} Kind a day, a time on a day, or either */
/** @typedef {{ value: string, unread?: Unread }} Read what was read, empty where nothing was given; and what cannot be read, and why */
/** @typedef {{ day: string, month: string, year: string }} Parts of a day, as they are typed */

const names = /** @type {const} */ (['day', 'month', 'year']);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const labels = { day: 'Day', month: 'Month', year: 'Year' };
const NONE = { day: '', month: '', year: '' };

/** The number of a month that is typed as a word, such as `March` or `mar`; anything else as it is. @param {string} text */
function monthOf(text) {
  const at = /^[a-z]{3,9}\.?$/i.test(text) ? months.indexOf(text.slice(0, 3).toLowerCase()) : -1;
  return at < 0 ? text : String(at + 1);
}

/** The parts of a whole day in one text, such as `31/03/2021`, `31 March 2021` or `2021-03-31`. @param {string} text @returns {Parts | undefined} */
function partsIn(text) {
  const [, year, month, day] = /^\s*(\d{4})-(\d\d)-(\d\d)\s*$/.exec(text) ?? [];
  if (year && month && day) return { day: String(Number(day)), month: String(Number(month)), year };
  const [, first, second, third] = /^\s*(\d{1,2})[\s/.-]+([a-z]+|\d{1,2})[\s/.,-]+(\d{4})\s*$/i.exec(text) ?? [];
  return first && second && third ? { day: first, month: monthOf(second), year: third } : undefined;
}

/** What the parts say: a day, nothing, or why not. @param {Parts} parts @returns {{ day: string, says?: string }} */
function dayIn(parts) {
  const missing = names.filter((name) => parts[name] === '');
  if (missing.length === names.length) return { day: '' };
  if (missing.length > 0) return { day: '', says: `Give the ${missing.join(' and the ')} as well.` };
  const { day, year } = parts;
  const month = monthOf(parts.month);
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year))
    return { day: '', says: 'Give the day, the month and the year as numbers, such as 31 3 2021.' };
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [wrong] = issuesOf(() => plainDate(iso));
  if (wrong === undefined) return { day: iso };
  return { day: '', says: /real date/.test(wrong.message) ? 'This day does not exist.' : `The day ${plainly(wrong.message)}.` };
}

/**
 * A field for a day and, where an hour may matter, a time of London. A whole day that is pasted into a part fills all three.
 *
 * @param {{ id: string, label: string, kind: Kind, value: string, isNeeded?: boolean, unread?: Unread | undefined, set?: (read: Read) => void, time?: Record<string, unknown> }} field `unread` is what was typed and cannot be read
 * @returns {{ field: HTMLElement, read: () => Read }}
 */
export function momentField({ id, label, kind, value, isNeeded = false, unread, set, time: more = {} }) {
  let isChanged = false;
  const described = { 'aria-describedby': `needed-${id}` };
  const shown = unread ? typedIn(unread.day) : partsOf(value);
  const inputs = names.map((name) => {
    const oninput = () => {
      const whole = partsIn(input.value);
      if (whole === undefined) return;
      showParts(id, whole);
      change(); // no browser says so of what a script has written
    };
    const of = { id: name === 'day' ? id : `${id}-${name}`, class: name, type: 'text', inputmode: 'numeric', autocomplete: 'off' };
    const input = h('input', { ...of, value: shown[name], ...described, oninput });
    return h('label.part', h('span', labels[name]), input);
  });
  const time = h('input', { id: `${id}-time`, type: 'time', step: 1, value: unread?.time ?? value.slice(11, 19), ...described, ...more });
  const typed = () => readMoment(kind, partsShown(field), kind === 'date' || time.hidden ? undefined : time);
  const read = () => (isNeeded ? needed(typed()) : typed());
  const tell = () => {
    isChanged = false;
    set?.(read());
  };
  const change = () => {
    isChanged = true;
    if (typed().unread === undefined) tell();
  };
  const field = h(
    'div.field',
    {
      role: 'group',
      'aria-labelledby': `label-${id}`,
      onchange: change,
      onfocusout: (/** @type {FocusEvent} */ { relatedTarget: to }) => {
        const isWithin = to instanceof Node && field.contains(to);
        if (isChanged && !isWithin) tell(); // who goes on to the next part is not told yet what is missing
      },
      onkeydown: (/** @type {KeyboardEvent} */ { key }) => key === 'Enter' && tell(),
    },
    h('span', { id: `label-${id}` }, label),
    h('span.moment', ...inputs, kind === 'date' ? '' : h('label.part', h('span', 'Time in London'), time)),
    noteOf(id),
  );
  return { field, read };
}

/** @param {string} value a day, or an instant; or nothing @returns {Parts} */
const partsOf = (value) => partsIn(value.slice(0, 10)) ?? NONE;

/** @param {string} typed as `readMoment` keeps it @returns {Parts} */
function typedIn(typed) {
  const [day = '', month = '', year = ''] = typed.split('/');
  return { day, month, year };
}

/** @param {HTMLElement} field @returns {Parts} */
function partsShown(field) {
  const part = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (field.querySelector(`input.${name}`)).value.trim();
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** @param {string} id @param {Parts} parts */
function showParts(id, parts) {
  for (const name of names) {
    const input = document.getElementById(name === 'day' ? id : `${id}-${name}`);
    if (input) /** @type {HTMLInputElement} */ (input).value = parts[name];
  }
}

/** Shows a day in the field that is there. @param {string} id @param {string} day */
export const showDay = (id, day) => showParts(id, partsOf(day));

/** @param {Kind} kind @param {Parts} parts @param {HTMLInputElement} [time] @returns {Read} */
function readMoment(kind, parts, time) {
  const hour = time?.value ?? '';
  const typed = names.map((name) => parts[name].replaceAll('/', ' ')).join('/');
  /** @param {string} says @returns {Read} */
  const unread = (says) => ({ value: '', unread: { says, day: typed, time: hour } });
  const { day, says } = dayIn(parts);
  if (says !== undefined) return unread(says);
  if (time?.validity.badInput) return unread('This is not a whole time.');
  if (day === '') return hour === '' ? { value: '' } : unread('Give the day as well, or leave the time out.');
  if (kind === 'instant' && time && hour === '') return unread('Give the time in London as well, such as 17:00.');
  if (hour === '') return { value: day };
  const ask = () => londonInstant(/** @type {any} */ (day), hour);
  const [first] = issuesOf(ask);
  if (first === undefined) return { value: ask() };
  return unread(
    first.path[0] === 'time'
      ? `London’s clock did not show ${hour.slice(0, 5)} on ${inWords(day)}: it went forward that night.`
      : `The day ${plainly(first.message)}.`,
  );
}

/** What is read where a day is needed: nothing is not one. @param {Read} read @returns {Read} */
const needed = (read) => (read.value || read.unread ? read : { value: '', unread: { says: 'A day is needed.', day: '', time: '' } });
