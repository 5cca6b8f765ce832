// `npm run compare:tried`: plants changes of the policy, and holds `compare` to what every pair of answers shows on a part of each rule's space that is tried case by case: the kinds of
// difference, the smallest case of each, and its causes, each found here a second time. A change may take a minute. It prints each with its counts and its time.
import { addDays, anyPartOfUk, northernIreland, scotland } from 'professional-status/calendar';
import { compare, definePolicy, editions, limits, readings, receipt, rules, standardPolicy } from 'professional-status';
import { everyCombination } from './explore/policies.mjs';

/** @typedef {import('professional-status').PolicyOptions<never>} Options */

const readingChanges = Object.values(readings).flatMap(({ id, options }) =>
  id === 'working-day-calendar' ? [] : options.slice(1).map(({ choice }) => ({ readings: { [id]: choice } })),
);
const limitChanges = Object.entries(limits).flatMap(([clause, span]) =>
  Object.entries(span).flatMap(([unit, length]) =>
    [length - 1, length + 1].filter((each) => each > 0).map((each) => ({ limits: { [clause]: { [unit]: each } } })),
  ),
);
const editionChanges = Object.keys(editions)
  .filter((id) => !standardPolicy.editions.some((kept) => kept === id))
  .map((id) => ({ editions: [id] }));
/** The planted changes. */
const planted = /** @type {readonly Options[]} */ ([
  ...readingChanges,
  ...limitChanges,
  ...[scotland, northernIreland, anyPartOfUk].map((calendar) => ({ calendar })),
  ...editionChanges,
  { readings: { 'notice-boundary': 'clear-month', 'notice-month': 'count-forward' } },
  { readings: { 'further-support-applied': 'applied-timely', 'notice-boundary': 'clear-month' } },
  { limits: { 'support/3.1.1': { months: 2 }, 'support/4.4': { months: 2 } }, readings: { 'review-month': 'corresponding-date' } },
  { limits: { 'support/9.1': { workingDays: 11 } }, calendar: scotland, readings: { 'notice-boundary': 'clear-month' } },
]);

/** Days of a part of the space: month ends, a leap day, Christmas and a change of the clocks. */
const days = [
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2020-12-23',
  '2020-12-31',
  '2021-01-10',
  '2021-03-11',
  '2021-03-31',
  '2021-10-31',
].flatMap((day) => [addDays(/** @type {never} */ (day), -1), /** @type {import('professional-status').PlainDate} */ (day)]);
const near = [-41, -32, -31, -30, -29, -28, -21, -15, -14, -13, -10, -1, 0, 1, 10, 13, 14, 15, 16, 21, 28, 29, 30, 31, 32];

/** A part of the space of some rules: every combination of these facts. @type {Readonly<Record<string, Readonly<Record<string, readonly unknown[] | ((before: any) => readonly unknown[])>>>>} */
const parts = {
  noticeDeadline: { programmeStartsOn: days },
  assessAdjustmentRequest: {
    programmeStartsOn: days,
    requestedOn: ({ programmeStartsOn }) => near.map((by) => addDays(programmeStartsOn, by)),
    requirement: ['reasonable-adjustment', 'other-additional-support', 'described-in-section-6'],
  },
  reviewWindow: { submissionDeadline: days, attempt: ['submission', 'resubmission'] },
  assessSupportAppeal: {
    discussedWithTeam: [true, false],
    ground: ['sufficiency-of-support', 'other'],
    receivedAt: days,
    respondedOn: ({ receivedAt }) => ['none', ...near.filter((by) => by >= 0).map((by) => addDays(receivedAt, by))],
  },
  assessConditionsChange: {
    noticeOn: days,
    effectiveOn: ({ noticeOn }) => near.map((by) => addDays(noticeOn, by)),
    edition: ['conditions@2020-10', 'conditions@2025-02'],
  },
  routeChallenge: { about: ['non-award', 'support-received', 'member-conduct', 'adjustment'], by: ['member', 'participant'], on: days },
  entitlementsAfterReview: { reviewOutcome: ['criteria-met', 'criteria-not-met'], attempt: ['submission', 'resubmission'] },
  policyScope: { isMember: [true, false], stage: ['registered', 'in-programme', 'awarded', 'withdrawn', 'restarted'] },
  supportWindow: {
    portfolioIssuedOn: ['2020-10-01', '2021-01-10'],
    restartRequiredOn: ['none', '2021-11-01'],
    endedOn: ['none', '2021-11-01', '2021-12-01'],
    on: ['2020-09-30', '2020-10-01', '2021-01-09', '2021-01-10', '2021-10-31', '2021-11-01', '2021-11-02', '2021-12-01', '2021-12-02'],
  },
  assessFurtherSupport: {
    programmeStartsOn: days,
    adjustmentsAppliedOn: ({ programmeStartsOn }) => ['none', ...near.map((by) => addDays(programmeStartsOn, by))],
    priorArrangement: [true, false],
  },
  assessSubmission: {
    submissionDeadline: ['2021-03-31T17:00:00+01:00'],
    submittedAt: ['none', '2021-03-31T17:00:00+01:00', '2021-03-31T17:00:01+01:00'],
    asOf: ['2021-03-31', '2021-04-01'],
  },
  assessResubmission: {
    resubmissionDeadline: ['2021-10-31T17:00:00+00:00'],
    resubmittedAt: ['none', '2021-10-31T17:00:00+00:00', '2021-10-31T17:00:01+00:00'],
    reviewOutcome: ['none', 'criteria-met', 'criteria-not-met'],
    asOf: ['2021-10-31', '2021-11-01'],
  },
  assessSupportRequest: {
    ask: ['guidance', 'general-query', 'specific-feedback', 'written-feedback', 'tutorial', 'further-support', 'student-finance'],
    stage: [
      'registered',
      'in-programme',
      'submitted',
      'criteria-met',
      'criteria-not-met',
      'resubmitted',
      'restart-required',
      'awarded',
      'restarted',
      'withdrawn',
    ],
    furtherSupport: ['none', 'not-granted', 'by-prior-arrangement'],
    writtenFeedback: ['none', 'outstanding', 'issued'],
  },
  assessCodeCompliance: { part: ['mandatory', 'encouraged'], complied: [true, false] },
  assessCodeCommitment: { committedOn: ['none', '2020-03-31', '2020-04-01'], on: ['2020-04-01', '2021-03-31', '2021-04-01'] },
  suitabilityFactors: { inEducationalSetting: [true, 'none'], insightAndRemorse: [true, false, 'none'] },
  routeQuery: { programme: ['QTLS', 'ATS'], topic: ['general', 'eligibility', 'portfolio'] },
};

/** @param {{ outcome: string, detail?: object, needs?: object }} answer */
const told = ({ outcome, detail, needs }) => JSON.stringify([outcome, detail ?? needs]);
/** @typedef {{ readonly outcome: string, readonly detail?: Readonly<Record<string, unknown>> }} Answer */
/** @typedef {(facts: object, policy?: object) => Answer} Decide */
/** @typedef {{ readonly case: Readonly<Record<string, unknown>>, readonly before: Answer, readonly after: Answer, readonly because: readonly { readonly kind: string, readonly id: string }[] }} Difference */

/** Compares any rule, from the standard policy. @type {(after: unknown, of: object) => { readonly same: boolean, readonly whole: boolean, readonly tried: number, readonly differences: readonly Difference[], readonly smallest?: Difference }} */
const compared = (after, of) => /** @type {any} */ (compare)(standardPolicy, after, of);

/** @param {Difference} difference */
const causesOf = ({ because }) => because.map(({ kind, id }) => `${kind} ${id}`).sort();
/** The kind of a difference: both outcomes, the details that are others, and the causes. @param {Difference} difference */
function kindOf(difference) {
  const { before: one, after: other } = difference;
  const names = Object.keys({ ...one.detail, ...other.detail }).filter(
    (name) => JSON.stringify(one.detail?.[name]) !== JSON.stringify(other.detail?.[name]),
  );
  return `${one.outcome} → ${other.outcome}, ${names.sort().join(' and ')}, because of ${causesOf(difference).join(' and ')}`;
}

/** The single changes of a planted one, each by the name of its cause. @param {Options} change @returns {readonly (readonly [string, Options])[]} */
const singles = ({ readings: chosen = {}, limits: drafted = {}, editions: listed = [], calendar }) => [
  ...Object.entries(chosen).map(([id, choice]) => /** @type {const} */ ([`reading ${id}`, { readings: { [id]: choice } }])),
  ...Object.entries(drafted).map(([id, span]) => /** @type {const} */ ([`limit ${id}`, { limits: { [id]: span } }])),
  ...listed.map((id) => /** @type {const} */ ([`edition ${id}`, { editions: [id] }])),
  ...(calendar === undefined ? [] : [/** @type {const} */ ([`calendar ${calendar.id}`, { calendar }])]),
];
/** @param {readonly (readonly [string, Options])[]} some */
const together = (some) =>
  definePolicy({
    ...Object.assign({}, ...some.map(([, each]) => each)),
    readings: Object.assign({}, ...some.map(([, each]) => each.readings)),
    limits: Object.assign({}, ...some.map(([, each]) => each.limits)),
  });
/** @template T @param {readonly T[]} all @returns {readonly (readonly T[])[]} */
const subsets = (all) => all.reduce((some, each) => [...some, ...some.map((other) => [...other, each])], /** @type {T[][]} */ ([[]]));

/** Tells what is wrong with the causes that are said of a difference: each does it alone; or none does, and of those that do it together none can be left out. @param {Decide} rule @param {object} facts @param {Options} change @param {readonly string[]} said */
function wrongCauses(rule, facts, change, said) {
  const [all, then] = [singles(change), told(rule(facts, definePolicy(change)))];
  const does = (/** @type {readonly (readonly [string, Options])[]} */ some) => told(rule(facts, together(some))) === then;
  const alone = all.filter((each) => does([each])).map(([name]) => name);
  if (alone.length > 0) return alone.sort().join() === said.join() ? undefined : `alone it is ${alone.join(' or ')}`;
  const some = all.filter(([name]) => said.includes(name));
  if (!does(some)) return 'together they do not do it';
  return subsets(some).some((fewer) => fewer.length < some.length && does(fewer)) ? 'fewer do it together' : undefined;
}

/** What an absent fact is taken for, in the rule's order. @param {any} rule @param {Readonly<Record<string, unknown>>} facts */
function defaultsOf(rule, facts) {
  const bare = Object.fromEntries(
    Object.entries(facts).filter(
      ([name]) => rule.check(Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name))).length > 0,
    ),
  );
  const { facts: whole, assumed = [] } = receipt(rule, /** @type {never} */ (bare));
  return Object.entries(whole).map(([name, value]) => /** @type {const} */ ([name, assumed.includes(name) ? value : undefined]));
}
/** The place of a case among those of its rule: fewer facts that are not defaults, then the facts one by one. @param {ReturnType<typeof defaultsOf>} defaults @param {Readonly<Record<string, unknown>>} facts */
function size(defaults, facts) {
  const given = defaults.map(([name, absent]) => (facts[name] === undefined || facts[name] === absent ? '' : String(facts[name])));
  return [String(given.filter((each) => each !== '').length).padStart(3, '0'), ...given].join(' ');
}

const MOST_SECONDS = 60;
const problems = [];
let tried = 0;
for (const change of planted) {
  const after = definePolicy(change);
  const called = JSON.stringify({ ...change, ...(change.calendar && { calendar: change.calendar.id }) });
  const differ = [];
  let [seconds, ofWhole, rowsDiffering] = [0, 0, 0];
  for (const [id, part] of Object.entries(parts)) {
    const rule = /** @type {any} */ (rules)[id];
    const rows = everyCombination(part).filter((facts) => rule.check(facts).length === 0);
    const defaults = defaultsOf(rule, /** @type {Record<string, unknown>} */ (rows[0]));
    const said = `${called} on ${id}`;
    const start = performance.now();
    const whole = compared(after, { rule });
    seconds += (performance.now() - start) / 1000;
    const byRows = compared(after, { rule, rows });
    const differing = rows.filter((facts) => told(rule(facts)) !== told(rule(facts, after)));
    if (JSON.stringify(byRows.differences.map((each) => each.case)) !== JSON.stringify(differing))
      problems.push(`${said}: other rows differ`);
    if (whole.same && whole.whole && differing.length > 0) problems.push(`${said}: it is said to be the same`);
    const kinds = new Map(whole.differences.map((each) => [kindOf(each), each.case]));
    for (const each of [...whole.differences, ...byRows.differences]) {
      const [shown, causes] = [JSON.stringify(each.case), causesOf(each)];
      const [before, then] = [told(rule(each.case)), told(rule(each.case, after))];
      if (before === then) problems.push(`${said}: ${shown} does not differ`);
      if (told(each.before) !== before || told(each.after) !== then) problems.push(`${said}: ${shown} is answered otherwise`);
      const wrong = wrongCauses(rule, each.case, change, causes);
      if (wrong !== undefined) problems.push(`${said}: ${shown} is said to be because of ${causes.join(' and ')}: ${wrong}`);
    }
    for (const each of byRows.differences) {
      const [kind, facts] = [kindOf(each), each.case];
      const smallest = kinds.get(kind);
      if (smallest === undefined) problems.push(`${said}: '${kind}' is not found, as ${JSON.stringify(facts)} shows`);
      else if (size(defaults, smallest) > size(defaults, facts))
        problems.push(`${said}: of '${kind}', ${JSON.stringify(facts)} is smaller than ${JSON.stringify(smallest)}`);
    }
    for (const { differences, smallest } of [whole, byRows]) {
      const [least] = differences.map((each) => size(defaults, each.case)).sort();
      if (smallest && size(defaults, smallest.case) !== least) problems.push(`${said}: the smallest is not the smallest`);
    }
    if (!whole.same) differ.push(`${id} ${whole.differences.length}${whole.whole ? '' : ' (in part)'}`);
    ofWhole += whole.tried;
    rowsDiffering += differing.length;
    tried += whole.tried + rows.length;
  }
  if (seconds > MOST_SECONDS) problems.push(`${called}: it took ${seconds.toFixed(0)} s`);
  console.log(
    `${called}: ${differ.join(', ') || 'no rule differs'}; ${ofWhole} cases and ${rowsDiffering} rows that differ, ${seconds.toFixed(1)} s`,
  );
}
for (const problem of problems) console.error(problem);
console.log(`${planted.length} planted changes on ${Object.keys(parts).length} rules, ${tried} cases: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
