// `npm run compare:tried`: plants changes of the policy, and holds `compare` to what every pair of answers shows on a part of each rule's space that is tried case by case.
import { addDays, anyPartOfUk, northernIreland, scotland } from 'professional-status/calendar';
import { compare, definePolicy, limits, readings, rules, standardPolicy } from 'professional-status';

/** @typedef {import('professional-status').PolicyOptions<never>} Options */

const readingChanges = Object.values(readings).flatMap(({ id, options }) =>
  id === 'working-day-calendar' ? [] : options.slice(1).map(({ choice }) => ({ readings: { [id]: choice } })),
);
const limitChanges = Object.entries(limits).flatMap(([clause, span]) =>
  Object.entries(span).flatMap(([unit, length]) =>
    [length - 1, length + 1].filter((each) => each > 0).map((each) => ({ limits: { [clause]: { [unit]: each } } })),
  ),
);
/** The planted changes. */
const planted = /** @type {readonly Options[]} */ ([
  ...readingChanges,
  ...limitChanges,
  ...[scotland, northernIreland, anyPartOfUk].map((calendar) => ({ calendar })),
  { editions: ['support@etf-staff'] },
  { readings: { 'notice-boundary': 'clear-month', 'notice-month': 'count-forward' } },
  { limits: { 'support/9.1': { workingDays: 11 } }, calendar: scotland, readings: { 'notice-boundary': 'clear-month' } },
]);

/** Days of a part of the space: month ends, a leap day, Christmas and a change of the clocks. */
const days = ['2020-02-28', '2020-02-29', '2020-03-01', '2020-12-23', '2020-12-31', '2021-01-10', '2021-03-31', '2021-10-31'].flatMap(
  (day) => [addDays(/** @type {never} */ (day), -1), /** @type {import('professional-status').PlainDate} */ (day)],
);
const near = [-41, -32, -31, -30, -29, -28, -21, -15, -14, -13, -10, -1, 0, 1, 10, 13, 14, 15, 16, 21, 28, 29, 30, 31, 32];

/** A part of the space of some rules: every combination of these facts. @type {Readonly<Record<string, Readonly<Record<string, readonly unknown[] | ((first: never) => readonly unknown[])>>>>} */
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
  routeQuery: { programme: ['QTLS', 'ATS'], topic: ['general', 'eligibility', 'portfolio'] },
};

/** @param {Readonly<Record<string, unknown>>} part */
const casesOf = (part) =>
  Object.entries(part).reduce(
    (all, [name, values]) =>
      all.flatMap((facts) =>
        /** @type {readonly unknown[]} */ (typeof values === 'function' ? values(facts) : values).map((value) => ({
          ...facts,
          [name]: value,
        })),
      ),
    /** @type {Record<string, unknown>[]} */ ([{}]),
  );
/** @param {{ outcome: string, detail?: object, needs?: object }} answer */
const told = ({ outcome, detail, needs }) => JSON.stringify([outcome, detail ?? needs]);
/** @param {{ outcome: string }} one @param {{ outcome: string }} other */
const kind = (one, other) => `${one.outcome} → ${other.outcome}`;

const problems = [];
let [count, tried, slowest] = [0, 0, 0];
for (const change of planted) {
  const after = definePolicy(change);
  for (const [id, part] of Object.entries(parts)) {
    const rule = /** @type {any} */ (rules)[id];
    /** @type {Map<string, object>} */
    const brute = new Map();
    const rows = casesOf(part).filter((facts) => rule.check(facts).length === 0);
    for (const facts of rows) {
      const [one, other] = [rule(facts), rule(facts, after)];
      if (told(one) !== told(other) && !brute.has(kind(one, other))) brute.set(kind(one, other), facts);
    }
    const differing = rows.filter((facts) => told(rule(facts)) !== told(rule(facts, after)));
    const byRows = compare(standardPolicy, after, { rule, rows });
    const start = performance.now();
    const whole = compare(standardPolicy, after, { rule });
    slowest = Math.max(slowest, performance.now() - start);
    const said = `${JSON.stringify({ ...change, ...(change.calendar && { calendar: change.calendar.id }) })} on ${id}`;
    if (JSON.stringify(byRows.differences.map((each) => each.case)) !== JSON.stringify(differing))
      problems.push(`${said}: other rows differ`);
    const kinds = new Set(whole.differences.map(({ before, after: then }) => kind(/** @type {any} */ (before), /** @type {any} */ (then))));
    for (const [each, facts] of brute)
      if (!kinds.has(each)) problems.push(`${said}: '${each}' is not found, as ${JSON.stringify(facts)} shows`);
    for (const { case: facts, because } of [...whole.differences, ...byRows.differences]) {
      if (told(rule(facts)) === told(rule(facts, after))) problems.push(`${said}: ${JSON.stringify(facts)} does not differ`);
      if (because.length === 0) problems.push(`${said}: ${JSON.stringify(facts)} has no cause`);
    }
    count += 1;
    tried += whole.tried + rows.length;
  }
}
for (const problem of problems) console.error(problem);
console.log(
  `${planted.length} planted changes on ${Object.keys(parts).length} rules: ${count} comparisons of ${tried} cases, the slowest ${Math.round(slowest / 100) / 10} s; ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
