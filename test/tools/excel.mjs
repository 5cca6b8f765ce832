// The named functions for Excel's own formula editor, dist/excel/professional-status.txt, written from the policy's lengths of time and the calendar at the end of each build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { banner } from './apps-script.mjs';
import { root } from './entries.mjs';

/** A named function: its parameters, what it says of itself, and its formula. @typedef {{ name: string, says: string, parameters: readonly string[], formula: string }} Named */

/** @param {string} date */
const serial = (date) => Date.parse(date) / 86_400_000 + 25_569;
/** @param {string} name */
const inWords = (name) => `TEXT(${name},"d mmmm yyyy")`;
/** What an answer is where the calendar, or the document, does not settle it. */
const OPEN = '"undetermined"';

/** Asks for dates where a parameter is none, and leaves blank what is blank. @param {readonly string[]} dates @param {string} formula */
const ofDates = (dates, formula) =>
  dates.reduceRight((inside, date) => `IF(${date}="","",IF(ISNUMBER(${date}),${inside},"${date}: type a date"))`, formula);

/** A function, and the one that says why: under which clause, in a sentence. @param {string} name @param {readonly string[]} parameters @param {string} says @param {string} formula @param {string} why a formula of the answer `r` @param {string} [open] where there is none @returns {readonly Named[]} */
function pair(name, parameters, says, formula, why, open = '') {
  const answer = `LET(r,${name}(${parameters.join(',')}),IF(r="","",IF(r=${OPEN},${open === '' ? OPEN : open},IF(ISNUMBER(SEARCH("type a",r)),r,${why}))))`;
  return [
    { name, says, parameters, formula },
    { name: `${name}_WHY`, says: `Says why ${name} answers as it does, and under which clause.`, parameters, formula: answer },
  ];
}

/**
 * Every named function, from the policy as it is built.
 *
 * @param {typeof import('../../src/index.js')} library @param {typeof import('../../src/calendar/index.js')} calendar @param {{ from: number, to: number }} awardAppeals the days on which the awards appeals policy applied
 * @returns {readonly Named[]}
 */
export function namedFunctions({ standardPolicy: { limits } }, { englandAndWales: { holidays, span } }, awardAppeals) {
  const days = `{${holidays.map(({ date }) => serial(date)).join(',')}}`;
  const [from, to] = [serial(span.from), serial(span.to)];
  const beyond = `"Bank holidays are held for "&${inWords(String(from))}&" to "&${inWords(String(to))}&" only."`;
  /** @param {string} date @param {number} n @param {string} clause */
  const counted = (date, n, clause) => `"${clause}: "&${inWords('r')}&" is ${n} working days after "&${inWords(date)}&", which is day 0."`;
  const [notice, review, appeal] = [limits['support/3.1.1'].months, limits['support/4.4'].months, limits['support/9.1'].workingDays];
  /** @type {readonly (readonly [step: string, clause: 'award-appeals/4.1' | 'award-appeals/4.2' | 'award-appeals/4.3'])[]} */
  const steps = [
    ['explanation-requested', 'award-appeals/4.1'],
    ['explained', 'award-appeals/4.2'],
    ['appeal-lodged', 'award-appeals/4.3'],
  ];
  /** @param {(clause: (typeof steps)[number][1]) => string | number} of @param {string} otherwise */
  const ofStep = (of, otherwise) =>
    `SWITCH(SUBSTITUTE(LOWER(step)," ","-"),${steps.map(([step, clause]) => `"${step}",${of(clause)}`).join(',')},${otherwise})`;
  const late = 'it is in time up to the end of that day';
  return [
    ...pair(
      'SET_WORKDAY',
      ['date', 'days'],
      'The working day that lies so many working days after a date, or before it where the number is negative. Bank holidays of England and Wales do not count.',
      ofDates(['date'], `LET(d,INT(date),r,WORKDAY.INTL(d,days,1,${days}),IF(OR(MIN(d,r)<${from},MAX(d,r)>${to}),${OPEN},r))`),
      `${inWords('r')}&" is "&days&" working days from "&${inWords('date')}&", which is day 0."`,
      beyond,
    ),
    ...pair(
      'SET_WORKING_DAYS',
      ['from_date', 'to_date'],
      'The working days after one date, up to and including another; negative where the other is earlier.',
      ofDates(
        ['from_date', 'to_date'],
        `LET(a,INT(from_date),b,INT(to_date),IF(OR(MIN(a,b)<${from},MAX(a,b)>${to}),${OPEN},IF(a=b,0,IF(b>a,NETWORKDAYS.INTL(a+1,b,1,${days}),-NETWORKDAYS.INTL(b,a-1,1,${days})))))`,
      ),
      `"There are "&r&" working days from "&${inWords('from_date')}&", which is day 0, to "&${inWords('to_date')}&"."`,
      beyond,
    ),
    ...pair(
      'SET_NOTICE_DUE',
      ['programme_start'],
      'The last day on which a need for adjustments is told to the Professional Status Team in time.',
      ofDates(['programme_start'], `EDATE(INT(programme_start),-${notice})`),
      `"Support policy 3.1.1: ${notice} month before "&${inWords('programme_start')}&" is "&${inWords('r')}&"; ${late}."`,
    ),
    ...pair(
      'SET_NOTICE_STATUS',
      ['requested', 'programme_start'],
      'Whether a request for adjustments was in time or late; a late one is still considered.',
      ofDates(['requested', 'programme_start'], 'IF(INT(requested)<=SET_NOTICE_DUE(programme_start),"in time","late")'),
      `"Support policy 3.1.1: the last day was "&${inWords('SET_NOTICE_DUE(programme_start)')}&", so "&${inWords('requested')}&" is "&r&"."`,
    ),
    ...pair(
      'SET_APPEAL_DUE',
      ['received'],
      'The last day for the Team to answer an appeal about support in writing, if clause 9.1 takes the appeal.',
      ofDates(['received'], `SET_WORKDAY(received,${appeal})`),
      counted('received', appeal, 'Support policy 9.1'),
      beyond,
    ),
    ...pair(
      'SET_APPEAL_STATUS',
      ['received', 'answered', 'as_of'],
      'How the answer to an appeal about support stands: in time, late, pending or overdue.',
      ofDates(
        ['received'],
        `LET(d,SET_APPEAL_DUE(received),IF(ISTEXT(d),d,IF(answered="",IF(ISNUMBER(as_of),IF(INT(as_of)<=d,"pending","overdue"),"as_of: type a date"),IF(ISNUMBER(answered),IF(INT(answered)<INT(received),"answered: type a date from the receipt on",IF(INT(answered)<=d,"in time","late")),"answered: type a date"))))`,
      ),
      `"Support policy 9.1: the answer is due by "&${inWords('SET_APPEAL_DUE(received)')}&", and is "&r&"."`,
      beyond,
    ),
    ...pair(
      'SET_REVIEW_OPENS',
      ['deadline'],
      'The first day of the month in which review and moderation is expected.',
      ofDates(['deadline'], 'INT(deadline)+1'),
      `"Support policy 4.4: the review starts after the deadline of "&${inWords('deadline')}&"."`,
    ),
    ...pair(
      'SET_REVIEW_CLOSES',
      ['deadline'],
      'The last day of the month in which review and moderation is expected.',
      ofDates(['deadline'], `LET(o,INT(deadline)+1,n,EDATE(o,${review}),IF(DAY(n)<DAY(o),n,n-1))`),
      `"Support policy 4.4: ${review} month from "&${inWords('INT(deadline)+1')}&" ends on "&${inWords('r')}&"."`,
    ),
    ...pair(
      'SET_AWARD_APPEAL_DUE',
      ['step', 'received'],
      'The last day for a step of an appeal against not being awarded: explanation-requested, explained or appeal-lodged.',
      ofDates(
        ['received'],
        `LET(n,${ofStep((clause) => limits[clause].workingDays, '0')},IF(n=0,"step: type a step, such as explained",IF(OR(INT(received)<${awardAppeals.from},INT(received)>${awardAppeals.to}),${OPEN},SET_WORKDAY(received,n))))`,
      ),
      `"Awards appeals policy "&${ofStep((clause) => `"${clause.split('/')[1]}"`, '""')}&": "&${inWords('r')}&" is "&${ofStep((clause) => limits[clause].workingDays, '0')}&" working days after "&${inWords('received')}&", which is day 0."`,
      '"The awards appeals policy of September 2020 does not apply on that day."',
    ),
  ];
}

/** @param {Named} of */
const written = ({ name, says, parameters, formula }) => `/** ${says} */\n${name} = LAMBDA(${[...parameters, formula].join(', ')});\n`;

export async function writeNamedFunctions() {
  const library = await import(new URL('dist/index.js', root).href);
  const calendar = await import(new URL('dist/calendar.js', root).href);
  const { awardAppeals } = await import(new URL('examples/spreadsheet/data.mjs', root).href);
  mkdirSync(new URL('dist/excel/', root), { recursive: true });
  writeFileSync(
    new URL('dist/excel/professional-status.txt', root),
    `${banner}\n\n${namedFunctions(library, calendar, awardAppeals).map(written).join('\n')}`,
  );
}
