// The floors: three decisions and a history in plain code. A bare floor checks and explains nothing. A strict one refuses any fact that is not
// right, and gives a fresh, deep-frozen answer with its citations, its facts and a sentence.
import { englandAndWales } from 'professional-status/calendar';

const pair = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
const yearIn = (date) => pair(date, 0) * 100 + pair(date, 2);
const { span, holidays } = englandAndWales;
const [firstYear, lastYear] = [yearIn(span.from), yearIn(span.to)];
const monthOf = (date) => (yearIn(date) - firstYear) * 12 + pair(date, 5) - 1;

// Tables of every month and day of the calendar, made once.
const monthLengths = [];
const monthTexts = [];
const monthStarts = [];
const dates = [];
for (let month = 0; month < (lastYear - firstYear + 1) * 12; month++) {
  const text = (day) => new Date(Date.UTC(firstYear, month, day)).toISOString().slice(0, 10);
  monthLengths.push(pair(new Date(Date.UTC(firstYear, month + 1, 0)).toISOString(), 8));
  monthTexts.push(text(1).slice(0, 8));
  monthStarts.push(dates.length - 1);
  for (let day = 1; day <= monthLengths[month]; day++) dates.push(text(day));
}
const dayTexts = Array.from({ length: 32 }, (_, day) => String(day).padStart(2, '0'));
const closed = new Set(holidays.map(({ date }) => date));
const workingDays = dates.filter((date) => new Date(date).getUTCDay() % 6 !== 0 && !closed.has(date));
let passed = 0;
/** The working days up to each day, itself included. */
const workingUpTo = dates.map((date) => (date === workingDays[passed] ? ++passed : passed));
const tenLater = workingUpTo.map((count) => workingDays[count + 9]);

/** The place of a day among those of the calendar. */
export const dayOf = (date) => monthStarts[monthOf(date)] + pair(date, 8);
export const dateOn = (day) => dates[day];

/** A month before a date, or the last day of that month where it has no such day. */
export function monthBefore(date) {
  const month = monthOf(date) - 1;
  const day = pair(date, 8);
  return monthTexts[month] + dayTexts[day > monthLengths[month] ? monthLengths[month] : day];
}

export function notice({ requestedOn, programmeStartsOn }) {
  const latest = monthBefore(programmeStartsOn);
  return { outcome: requestedOn <= latest ? 'timely' : 'late', due: latest };
}

export function appeal({ discussedWithTeam, ground, receivedAt }) {
  if (ground !== 'sufficiency-of-support') return { outcome: 'wrong-procedure', due: undefined };
  if (!discussedWithTeam) return { outcome: 'discuss-first', due: undefined };
  return { outcome: 'admissible', due: tenLater[dayOf(receivedAt)] };
}

/** A submission after its deadline is none that was reviewed; the rule of the library is not asked that, and its cases are in time. */
export function review({ reviewOutcome, attempt, submittedOn, deadline }) {
  if (submittedOn > deadline) return { outcome: 'restart', due: undefined };
  if (reviewOutcome === 'criteria-met') return { outcome: 'award', due: undefined };
  return { outcome: attempt === 'submission' ? 'feedback-and-resubmission' : 'feedback-and-restart', due: undefined };
}

export const fail = (what) => {
  throw new TypeError(what);
};
const isDigit = (code) => code >= 48 && code <= 57;

/** Whether the first ten characters are a date of the calendar. */
function beginsWithDate(text) {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at++) if (at !== 4 && at !== 7 && !isDigit(text.charCodeAt(at))) return false;
  const year = yearIn(text);
  const month = pair(text, 5);
  const day = pair(text, 8);
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= monthLengths[(year - firstYear) * 12 + month - 1];
}

export const isDate = (text) => typeof text === 'string' && text.length === 10 && beginsWithDate(text);

export const isInstant = (text) =>
  typeof text === 'string' &&
  text.length === 25 &&
  beginsWithDate(text) &&
  pair(text, 11) < 24 &&
  pair(text, 14) < 60 &&
  pair(text, 17) < 60 &&
  pair(text, 20) < 24;

/** The seconds of an instant, from the first day of the calendar. */
function secondOf(text) {
  const offset = pair(text, 20) * 3600 + pair(text, 23) * 60;
  const local = dayOf(text) * 86_400 + pair(text, 11) * 3600 + pair(text, 14) * 60 + pair(text, 17);
  return text.charCodeAt(19) === 45 ? local + offset : local - offset;
}

const cite = (...said) =>
  said.map(([clause, title]) => ({ clause, title, document: 'support', edition: 'support@professional-status-team' }));
const citations = {
  notice: cite(['support/3.1.1', 'Notice of at least one month'], ['support/3.1.1', 'The month is counted back from the start']),
  appeal: cite(
    ['support/9.1', 'An appeal by email to membership enquiries'],
    ['support/9.1', 'A written answer within ten working days'],
    ['support/9.1', 'The first working day is the next one'],
  ),
  award: cite(['support/4.4', 'The criteria are met']),
  'feedback-and-resubmission': cite(['support/6.2.1.a', 'Written feedback'], ['support/6.2.1.b', 'One free resubmission']),
  'feedback-and-restart': cite(['support/6.2.1.a', 'Written feedback'], ['support/6.2.3', 'A new portfolio']),
  restart: cite(['support/6.2.3', 'A new portfolio']),
};
const copied = ({ clause, title, document, edition }) => Object.freeze({ clause, title, document, edition });

function answer({ outcome, due }, facts, cited, reason) {
  return Object.freeze({ outcome, due, reason, citations: Object.freeze(cited.map(copied)), facts: Object.freeze(facts) });
}

function exactly(facts, number) {
  if (typeof facts !== 'object' || facts === null) fail('the facts are not an object');
  let count = 0;
  for (const name in facts) if (facts[name] !== undefined) count++;
  if (count !== number) fail('a fact is missing or unknown');
}
const checkDate = (name, value) => isDate(value) || fail(`${name} is not a date of the calendar`);
export function strictNotice(facts) {
  exactly(facts, 2);
  const { requestedOn, programmeStartsOn } = facts;
  checkDate('requestedOn', requestedOn);
  checkDate('programmeStartsOn', programmeStartsOn);
  const found = notice(facts);
  const how = found.outcome === 'timely' ? 'no later than' : 'after';
  return answer(found, { requestedOn, programmeStartsOn }, citations.notice, `Asked for on ${requestedOn}, ${how} ${found.due}`);
}

export function strictAppeal(facts) {
  exactly(facts, 3);
  const { discussedWithTeam, ground, receivedAt } = facts;
  if (typeof discussedWithTeam !== 'boolean') fail('discussedWithTeam is neither true nor false');
  if (ground !== 'sufficiency-of-support' && ground !== 'other') fail('ground is another word');
  checkDate('receivedAt', receivedAt);
  const found = appeal(facts);
  const reason = found.due === undefined ? `Not taken: ${found.outcome}` : `Received on ${receivedAt}; answered by ${found.due}`;
  return answer(found, { discussedWithTeam, ground, receivedAt }, citations.appeal, reason);
}

export function strictReview(facts) {
  exactly(facts, 4);
  const { reviewOutcome, attempt, submittedOn, deadline } = facts;
  checkWords(reviewOutcome, attempt);
  checkDate('submittedOn', submittedOn);
  checkDate('deadline', deadline);
  const found = review(facts);
  const reason = `Submitted on ${submittedOn}, due on ${deadline}: ${found.outcome}`;
  return answer(found, { reviewOutcome, attempt, submittedOn, deadline }, citations[found.outcome], reason);
}

/** The same of the two words alone, which are all that the rule of the library takes. */
export function strictReviewOfWords(facts) {
  exactly(facts, 2);
  const { reviewOutcome, attempt } = facts;
  checkWords(reviewOutcome, attempt);
  const found = review(facts);
  return answer(found, { reviewOutcome, attempt }, citations[found.outcome], `After a ${attempt}: ${found.outcome}`);
}

function checkWords(reviewOutcome, attempt) {
  if (reviewOutcome !== 'criteria-met' && reviewOutcome !== 'criteria-not-met') fail('reviewOutcome is another word');
  if (attempt !== 'submission' && attempt !== 'resubmission') fail('attempt is another word');
}

const clauses = {
  'portfolio-issued': 'support/4.3',
  'supporter-appointed': 'support/6.1.2',
  'portfolio-submitted': 'support/4.4',
  'review-started': 'support/4.4',
  'outcome-released': 'support/4.4',
  'portfolio-resubmitted': 'support/6.2.1.b',
  'second-review-started': 'support/4.4',
  'status-awarded': 'support/4.3',
};

/** Where an event leads from a stage; nothing where it is refused. `notBefore` is the day before which the stage takes none that is bound to it. */
function next(stage, { type, at, reviewOutcome }, day, notBefore, { submissionDeadline, resubmissionDeadline }) {
  const isMet = reviewOutcome === 'criteria-met';
  switch (type) {
    case 'portfolio-issued':
      return stage === 'registered' ? 'in-programme' : undefined;
    case 'supporter-appointed':
      return stage === 'registered' || stage === 'in-programme' ? stage : undefined;
    case 'portfolio-submitted':
      return stage === 'in-programme' && day >= notBefore ? 'submitted' : undefined;
    case 'review-started':
      return stage === 'submitted' && day >= dayOf(submissionDeadline) ? 'under-review' : undefined;
    case 'outcome-released':
      if (day < notBefore) return undefined;
      if (stage === 'submitted' || stage === 'under-review') return isMet ? 'criteria-met' : 'criteria-not-met';
      if (stage === 'resubmitted' || stage === 'under-second-review') return isMet ? 'criteria-met' : 'restart-required';
      return undefined;
    case 'portfolio-resubmitted':
      if (stage !== 'criteria-not-met' || day < notBefore) return undefined;
      return secondOf(at) <= secondOf(resubmissionDeadline) ? 'resubmitted' : 'restart-required';
    case 'second-review-started':
      return stage === 'resubmitted' ? 'under-second-review' : undefined;
    case 'status-awarded':
      return stage === 'criteria-met' && day >= notBefore ? 'awarded' : undefined;
  }
  return undefined;
}

/** The dated floor: each event is checked, its order and its deadline judged, and what was taken is kept, with a finding for each event. */
export function replayed(cohort, events) {
  let stage = 'registered';
  let notBefore = 0;
  const history = [];
  const steps = [];
  for (const event of events) {
    const clause = clauses[event.type];
    const { at } = event;
    if (clause === undefined || !(at === undefined ? isDate(event.on) : isInstant(at))) fail('an event is not right');
    const day = dayOf(at ?? event.on);
    const to = next(stage, event, day, notBefore, cohort);
    let isInTime = true;
    if (to !== undefined) {
      if (to === 'submitted') {
        isInTime = secondOf(at) <= secondOf(cohort.submissionDeadline);
        notBefore = Math.max(day, dayOf(cohort.submissionDeadline));
      } else if (to !== stage && to !== 'under-review' && to !== 'under-second-review') notBefore = day;
      stage = to;
      history.push(event);
    }
    const because = Object.freeze([Object.freeze({ clause, test: event.type, holds: to !== undefined && isInTime })]);
    steps.push(Object.freeze({ accepted: to !== undefined, stage, effects: Object.freeze([]), because }));
  }
  return Object.freeze({ stage, history: Object.freeze(history), steps: Object.freeze(steps) });
}
