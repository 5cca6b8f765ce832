// The floors: clause 3.1.1 in plain code, once without any check, and once as careful as the library is.

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (year, month) => (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : monthLengths[month - 1]);
const two = (number) => (number < 10 ? `0${number}` : `${number}`);
export const text = (year, month, day) => `${year}-${two(month)}-${two(day)}`;
export const parts = (date) => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];

/** Days since 0000-03-01, with each year beginning in March. */
function dayNumber([year, month, day]) {
  const y = month < 3 ? year - 1 : year;
  const m = month < 3 ? month + 9 : month - 3;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
}

export function monthBefore([year, month, day]) {
  const y = month === 1 ? year - 1 : year;
  const m = month === 1 ? 12 : month - 1;
  return [y, m, Math.min(day, lastDay(y, m))];
}

function dayAfter([year, month, day]) {
  if (day < lastDay(year, month)) return [year, month, day + 1];
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
}

export function plain({ requestedOn, programmeStartsOn }) {
  const latest = monthBefore(parts(programmeStartsOn));
  const marginDays = dayNumber(latest) - dayNumber(parts(requestedOn));
  return {
    outcome: marginDays >= 0 ? 'timely' : 'late',
    detail: { latestTimely: text(...latest), firstLate: text(...dayAfter(latest)), marginDays, effect: 'considered' },
  };
}

export function isDate(date) {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const [year, month, day] = parts(date);
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

const clock = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds since 1970 of a well-formed instant. */
export function instantOf(instant) {
  const [, day] = (typeof instant === 'string' && clock.exec(instant)) || [];
  return day !== undefined && isDate(day) ? Date.parse(instant) : undefined;
}

function checkDate(name, date) {
  if (!isDate(date)) throw new TypeError(`${name} is not a date`);
}

const known = new Set(['requestedOn', 'programmeStartsOn']);

/** Checks every fact and refuses unknown ones; the answer is fresh, cites its clause and is frozen throughout. */
export function strict(facts) {
  if (typeof facts !== 'object' || facts === null) throw new TypeError('facts are not an object');
  for (const key of Object.keys(facts)) if (!known.has(key)) throw new TypeError(`${key} is unknown`);
  checkDate('requestedOn', facts.requestedOn);
  checkDate('programmeStartsOn', facts.programmeStartsOn);
  const { outcome, detail } = plain(facts);
  const test = 'requested-by-latest-timely-date';
  const finding = {
    clause: 'support/3.1.1',
    test,
    holds: outcome === 'timely',
    left: facts.requestedOn,
    operator: '<=',
    right: detail.latestTimely,
  };
  return Object.freeze({
    settled: true,
    rule: 'assessAdjustmentRequest',
    outcome,
    detail: Object.freeze(detail),
    because: Object.freeze([Object.freeze(finding)]),
    basis: Object.freeze({ editions: Object.freeze(['support@professional-status-team']), readings: Object.freeze([]) }),
  });
}
