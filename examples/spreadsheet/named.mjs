// The named functions of Excel, written from the policy's lengths of time, the calendar and the tables of the workbook. They are stored in the workbook, and shipped as a text
// for Excel's own formula editor.
import { standardPolicy } from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import { awardAppeals, serial } from './data.mjs';
import { caseFunctions } from './named-cases.mjs';

/** A named function: its parameters, what it says of itself, and its formula. @typedef {{ name: string, says: string, parameters: readonly string[], formula: string }} Named */

const { limits } = standardPolicy;
const { holidays, span } = englandAndWales;
/** @param {string} name */
const inWords = (name) => `TEXT(${name},"d mmmm yyyy")`;
/** What an answer is where the calendar, or the document, does not settle it. */
const OPEN = '"undetermined"';

/** Asks for dates where a parameter is none, and leaves blank what is blank. @param {readonly string[]} dates @param {string} formula */
const ofDates = (dates, formula) =>
  dates.reduceRight((inside, date) => `IF(${date}="","",IF(ISNUMBER(${date}),${inside},"${date}: type a date"))`, formula);

/** A function, and the one that says why: under which clause, in a sentence. @param {string} name @param {readonly string[]} parameters @param {string} says @param {string} formula @param {string} why a formula of the `answer` @param {string} [open] where there is none @returns {readonly Named[]} */
function pair(name, parameters, says, formula, why, open = '') {
  const answer = `LET(answer,${name}(${parameters.join(',')}),IF(answer="","",IF(answer=${OPEN},${open === '' ? OPEN : open},IF(ISNUMBER(SEARCH(": type ",answer)),answer,${why}))))`;
  return [
    { name, says, parameters, formula },
    { name: `${name}_WHY`, says: `Says why ${name} answers as it does, and under which clause.`, parameters, formula: answer },
  ];
}

const days = `{${holidays.map(({ date }) => serial(date)).join(',')}}`;
const [from, to] = [serial(span.from), serial(span.to)];
const beyond = `"Bank holidays are held for "&${inWords(String(from))}&" to "&${inWords(String(to))}&" only."`;
/** @param {string} date @param {number} n @param {string} clause */
const counted = (date, n, clause) =>
  `"${clause}: "&${inWords('answer')}&" is ${n} working days after "&${inWords(date)}&", which is day 0."`;
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
/** Every named function, from the policy as it is built. @type {readonly Named[]} */
export const named = [
  ...pair(
    'SET_WORKDAY',
    ['date', 'days'],
    'The working day that lies so many working days after a date, or before it where the number is negative. Bank holidays of England and Wales do not count.',
    ofDates(['date'], `LET(d,INT(date),due,WORKDAY.INTL(d,days,1,${days}),IF(OR(MIN(d,due)<${from},MAX(d,due)>${to}),${OPEN},due))`),
    `${inWords('answer')}&" is "&ABS(days)&IF(ABS(days)=1," working day "," working days ")&IF(days<0,"before ","from ")&${inWords('date')}&", which is day 0."`,
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
    `IF(ABS(answer)=1,"There is 1 working day ","There are "&ABS(answer)&" working days ")&IF(answer<0,"before ","from ")&${inWords('from_date')}&", which is day 0, "&IF(answer<0,"back ","")&"to "&${inWords('to_date')}&"."`,
    beyond,
  ),
  ...pair(
    'SET_NOTICE_DUE',
    ['programme_start'],
    'The last day on which a need for adjustments is told to the Professional Status Team in time.',
    ofDates(['programme_start'], `EDATE(INT(programme_start),-${notice})`),
    `"Support policy 3.1.1: ${notice} month before "&${inWords('programme_start')}&" is "&${inWords('answer')}&"; ${late}."`,
  ),
  ...pair(
    'SET_NOTICE_STATUS',
    ['requested', 'programme_start'],
    'Whether a request for adjustments was in time or late; a late one is still considered.',
    ofDates(['requested', 'programme_start'], 'IF(INT(requested)<=SET_NOTICE_DUE(programme_start),"in time","late")'),
    `"Support policy 3.1.1: the last day was "&${inWords('SET_NOTICE_DUE(programme_start)')}&", so "&${inWords('requested')}&" is "&answer&"."`,
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
    `"Support policy 9.1: the answer is due by "&${inWords('SET_APPEAL_DUE(received)')}&", and is "&answer&"."`,
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
    `"Support policy 4.4: ${review} month from "&${inWords('INT(deadline)+1')}&" ends on "&${inWords('answer')}&"."`,
  ),
  ...pair(
    'SET_AWARD_APPEAL_DUE',
    ['step', 'received'],
    'The last day for a step of an appeal against not being awarded: explanation-requested, explained or appeal-lodged.',
    ofDates(
      ['received'],
      `LET(n,${ofStep((clause) => limits[clause].workingDays, '0')},IF(n=0,"step: type a step, such as explained",IF(OR(INT(received)<${awardAppeals.from},INT(received)>${awardAppeals.to}),${OPEN},SET_WORKDAY(received,n))))`,
    ),
    `"Awards appeals policy "&${ofStep((clause) => `"${clause.split('/')[1]}"`, '""')}&": "&${inWords('answer')}&" is "&${ofStep((clause) => limits[clause].workingDays, '0')}&" working days after "&${inWords('received')}&", which is day 0."`,
    '"The awards appeals policy of September 2020 does not apply on that day."',
  ),
  ...caseFunctions,
];
