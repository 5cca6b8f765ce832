// What the compiler holds of rules and cases: each mistake below must fail to compile, or the directive above it does. Nothing here is run.
/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-member-access --
   what does not compile has no type */
import type { Cohort } from '../../src/policy/vocabulary.js';
import {
  assessAdjustmentRequest,
  assessSupportAppeal,
  noticeDeadline,
  type AdjustmentRequestDetail,
  type AdjustmentRequestFacts,
  type assessResubmission,
  type Case,
  type Decision,
  type DetailOf,
  type FactsOf,
  type Finding,
  type Instant,
  type nextAvailableCohort,
  type NonEmpty,
  type OpenRule,
  type OutcomeOf,
  type PlainDate,
  type ResubmissionDetail,
  type Rule,
  type Settled,
  type SupportAppealFacts,
  type Undetermined,
} from '../../src/index.js';
import { addWorkingDays } from '../../src/calendar/index.js';
import { date, fact, factOrNone, instant, moment, oneOf, optional, text, yesNo } from '../../src/decision/facts.js';
import { openRule, rule } from '../../src/decision/rule.js';
import { compare, steps } from '../../src/decision/steps.js';
import { open } from '../../src/decision/open.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

interface Facts {
  readonly on: PlainDate;
  readonly word?: 'one' | 'two';
  readonly sure: boolean;
}
type Known = Required<Facts> & { readonly due: PlainDate };
const { value, test, part } = steps<Known>();
const clause = 'support/4.4';
const shape = () => ({ on: fact(date), word: optional(oneOf(['one', 'two'])), sure: yesNo() });
const absent = { word: 'one' } as const;
const sure = test({ clause, uses: ['sure'], holds: ({ sure: is }) => is });
const rows = [
  { when: { 'is-submitted': true }, outcome: 'yes' },
  { when: { 'is-submitted': false }, outcome: 'no' },
] as const;

/** A step reads what it declares, and nothing else. */
export const declared = [
  test({ clause, uses: ['on', 'due'], holds: ({ on, due }) => compare(on, '<=', due) }),
  // @ts-expect-error a test reads a fact that it does not declare
  test({ clause, uses: ['sure'], holds: ({ on }) => compare(on, '<=', '2021-01-10') }),
  // @ts-expect-error a test reads a value that it does not declare
  test({ clause, uses: ['on'], holds: ({ due }) => compare(due, '<=', '2021-01-10') }),
  // @ts-expect-error a test declares a fact that there is not
  test({ clause, uses: ['off'], holds: () => true }),
  // @ts-expect-error a test reads a reading, and declares none
  test({ clause, uses: ['sure'], holds: (_, { readings }) => readings['next-cohort'] === 'entry-open' }),
  // @ts-expect-error a test reads another reading than it declares
  test({ clause, uses: [], readings: ['review-month'], holds: (_, { readings }) => readings['next-cohort'] === 'entry-open' }),
  // @ts-expect-error a test declares a reading that there is not
  test({ clause, uses: ['sure'], readings: ['review-year'], holds: () => true }),
  // @ts-expect-error a test compares a reading with a choice of another
  test({ clause, uses: [], readings: ['next-cohort'], holds: (_, { readings }) => readings['next-cohort'] === 'restart' }),
  // @ts-expect-error a test counts by a calendar that it does not declare
  test({ clause, uses: ['on'], holds: ({ on }, { calendar }) => compare(addWorkingDays(on, 1, calendar), '<=', on) }),
  test({ clause, uses: ['on'], calendar: true, holds: ({ on }, { calendar }) => compare(addWorkingDays(on, 1, calendar), '<=', on) }),
  // @ts-expect-error a test cites a clause that there is not
  test({ clause: 'support/4.9', uses: ['sure'], holds: () => true }),
  // @ts-expect-error a test cites no clause
  test({ uses: ['sure'], holds: () => true }),
  // @ts-expect-error a test answers with a word
  test({ clause, uses: ['sure'], holds: () => 'yes' }),
  // @ts-expect-error a value reads a fact that it does not declare
  value({ uses: ['on'], of: ({ word }) => word }),
  // @ts-expect-error facts are read, never written
  value({ uses: ['on'], of: (known) => (known.on = '2021-01-10') }),
  // @ts-expect-error a part that the value does not have
  part('due', 'middle'),
  // @ts-expect-error an open step needs something
  value({ uses: ['on'], of: () => open('support/4.4', 'enough-is-known') }),
];

type Small = Rule<Facts, 'yes' | 'no', object, 'is-submitted'>;
type Detailed = Rule<Facts, 'yes' | 'no', { readonly due: PlainDate }, 'is-submitted'>;
const id = 'noticeDeadline';
const due = value({ uses: ['due'], of: (known) => known.due });
const small = { shape, absent, tests: { 'is-submitted': sure }, rows, detail: {} };
const detailed = { ...small, detail: { due } };

/** A schema says what its interface says, no less and no more. */
export const shapes = [
  (): Small => rule(id, () => small),
  // @ts-expect-error the schema is wider than the interface: a third word
  (): Small => rule(id, () => ({ ...small, shape: () => ({ ...shape(), word: optional(oneOf(['one', 'two', 'three'])) }) })),
  // @ts-expect-error the schema is narrower than the interface: one word of two
  (): Small => rule(id, () => ({ ...small, shape: () => ({ ...shape(), word: optional(oneOf(['one'])) }) })),
  // @ts-expect-error the schema takes any text where the interface has a date
  (): Small => rule(id, () => ({ ...small, shape: () => ({ ...shape(), on: fact(text) }) })),
  // @ts-expect-error the schema takes an instant where the interface has a date
  (): Small => rule(id, () => ({ ...small, shape: () => ({ ...shape(), on: fact(moment) }) })),
  // @ts-expect-error the schema takes 'none' where the interface does not
  (): Small => rule(id, () => ({ ...small, shape: () => ({ ...shape(), on: factOrNone(date) }) })),
  // @ts-expect-error the schema lacks a fact
  (): Small => rule(id, () => ({ ...small, shape: () => ({ on: fact(date), sure: yesNo() }) })),
  // @ts-expect-error an optional fact says what its absence means
  (): Small => rule(id, () => ({ ...small, absent: {} })),
  // @ts-expect-error the default is none of the words
  (): Small => rule(id, () => ({ ...small, absent: { word: 'three' as const } })),
  // @ts-expect-error an order is of facts that there are
  (): Small => rule(id, () => ({ ...small, orders: [{ first: 'on', then: 'off' }] })),
];

/** Rows name tests, outcomes and details that there are. */
export const tables = [
  (): Detailed => rule(id, () => ({ ...detailed, rows: [{ when: {}, cites: ['is-submitted'], outcome: 'yes', gives: ['due'] }] })),
  // @ts-expect-error a row turns on a test that the table does not have
  (): Small => rule(id, () => ({ ...small, rows: [{ when: { 'criteria-are-met': true }, outcome: 'yes' }] })),
  // @ts-expect-error a row cites a test that the table does not have
  (): Small => rule(id, () => ({ ...small, rows: [{ when: {}, cites: ['criteria-are-met'], outcome: 'yes' }] })),
  // @ts-expect-error a row has an outcome that the rule does not give
  (): Small => rule(id, () => ({ ...small, rows: [{ when: {}, outcome: 'perhaps' }] })),
  // @ts-expect-error only an open rule has undetermined rows
  (): Small => rule(id, () => ({ ...small, rows: [{ when: {}, outcome: 'undetermined', needs: [{ kind: 'fact', name: 'on' }] }] })),
  (): OpenRule<Facts, 'yes' | 'no', object, 'is-submitted'> =>
    openRule(id, () => ({ ...small, rows: [{ when: {}, outcome: 'undetermined', needs: [{ kind: 'fact', name: 'on' }] }] })),
  // @ts-expect-error a table has a row
  (): Small => rule(id, () => ({ ...small, rows: [] })),
  // @ts-expect-error a test that the type of the rule does not name
  (): Small => rule(id, () => ({ ...small, tests: { 'is-mine': sure }, rows: [{ when: {}, outcome: 'yes' }] })),
  // @ts-expect-error the same, beside one that it names
  (): Small => rule(id, () => ({ ...small, tests: { ...small.tests, 'is-mine': sure } })),
  // @ts-expect-error a test that the type of the rule names, and the table lacks
  (): Small => rule(id, () => ({ ...small, tests: {}, rows: [{ when: {}, outcome: 'yes' }] })),
  // @ts-expect-error a rule has an id of the list
  (): Small => rule('myRule', () => small),
  // @ts-expect-error a detail is of another kind
  (): Detailed => rule(id, () => ({ ...small, detail: { due: value({ uses: [], of: () => 5 }) } })),
  // @ts-expect-error a row gives a detail that there is not
  (): Detailed => rule(id, () => ({ ...detailed, rows: [{ when: {}, outcome: 'yes', gives: ['overdue'] }] })),
];

/** Facts, outcomes and details of a rule. */
export const ofRules = [
  { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'other-additional-support' } satisfies FactsOf<
    typeof assessAdjustmentRequest
  >,
  // @ts-expect-error a date of another form
  { requestedOn: '11 December 2020', programmeStartsOn: '2021-01-10' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  // @ts-expect-error a fact is missing
  { requestedOn: '2020-12-11' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  // @ts-expect-error a fact too many
  { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', asOf: '2021-01-10' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  // @ts-expect-error a word of another list
  { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'other' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  // @ts-expect-error a date of the platform's
  { requestedOn: new Date(), programmeStartsOn: '2021-01-10' } satisfies FactsOf<typeof assessAdjustmentRequest>,
  // @ts-expect-error a bare date has no hour, and a resubmission needs one
  { resubmittedAt: '2021-10-31', resubmissionDeadline: '2021-10-31T17:00:00+00:00', asOf: '2021-11-01' } satisfies FactsOf<
    typeof assessResubmission
  >,
  holds<Same<FactsOf<typeof assessAdjustmentRequest>, AdjustmentRequestFacts>>(),
  holds<Same<FactsOf<typeof assessSupportAppeal>, SupportAppealFacts>>(),
  holds<Same<OutcomeOf<typeof assessAdjustmentRequest>, 'timely' | 'late' | 'no-notice-asked'>>(),
  holds<Same<OutcomeOf<typeof assessSupportAppeal>, 'wrong-procedure' | 'incomplete' | 'discuss-first' | 'admissible'>>(),
  holds<Same<OutcomeOf<typeof nextAvailableCohort>, 'found' | 'none-known'>>(),
  holds<Same<DetailOf<typeof assessAdjustmentRequest>, AdjustmentRequestDetail>>(),
  holds<Same<DetailOf<typeof assessResubmission>, ResubmissionDetail>>(),
];

/** What a caller does with an answer. */
export function answers(): readonly unknown[] {
  const notice = assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
  const appeal = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' });
  const some = noticeDeadline.given({});
  return [
    notice.detail.marginDays,
    // @ts-expect-error an outcome of another rule
    notice.outcome === 'admissible',
    // @ts-expect-error an outcome misspelt
    notice.outcome === 'Late',
    // @ts-expect-error an open rule's answer may have no detail
    appeal.detail,
    appeal.settled ? appeal.detail.responded : appeal.needs[0].kind,
    // @ts-expect-error what is given in part may have no detail either
    some.detail.latestTimely,
    // @ts-expect-error and what it has may be in part
    some.settled ? some.detail.latestTimely.length : 0,
    // @ts-expect-error an answer is read, never written
    (notice.outcome = 'timely'),
    // @ts-expect-error facts in the wrong places
    noticeDeadline('2021-01-10'),
    // @ts-expect-error facts of another rule
    noticeDeadline({ requestedOn: '2021-01-10' }),
    // @ts-expect-error a policy by its name
    noticeDeadline({ programmeStartsOn: '2021-01-10' }, 'standard'),
    // @ts-expect-error a fact that there is not
    noticeDeadline.given({ startsOn: '2021-01-10' }),
  ];
}

/** Outcomes swapped between the parts of a decision. */
const finding: Finding = { clause: 'support/3.1.1', test: 'notice-is-asked', holds: true };
const because: NonEmpty<Finding> = [finding];
const basis = { editions: [], readings: [], assumed: [] } as const;
export const decisions: readonly Decision<'timely' | 'late'>[] = [
  { settled: true, rule: 'assessAdjustmentRequest', outcome: 'timely', detail: {}, because, basis },
  // @ts-expect-error settled, and undetermined
  { settled: true, rule: 'assessAdjustmentRequest', outcome: 'undetermined', detail: {}, because, basis },
  // @ts-expect-error not settled, and with an outcome
  { settled: false, rule: 'assessAdjustmentRequest', outcome: 'late', needs: [{ kind: 'fact', name: 'requestedOn' }], because, basis },
  // @ts-expect-error not settled, and nothing is needed
  { settled: false, rule: 'assessAdjustmentRequest', outcome: 'undetermined', needs: [], because, basis },
  // @ts-expect-error without a reason
  { settled: true, rule: 'assessAdjustmentRequest', outcome: 'late', detail: {}, because: [], basis },
  // @ts-expect-error an outcome of another rule
  { settled: true, rule: 'assessAdjustmentRequest', outcome: 'restart', detail: {}, because, basis },
  // @ts-expect-error by a rule that there is not
  { settled: true, rule: 'assess', outcome: 'late', detail: {}, because, basis },
];
export type Parts = [Settled<'timely'>, Undetermined];

/** A case holds what its stage can know: all of it, and nothing more. */
const cohort: Cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' };
const base = { schemaVersion: 1, participant: 'p-1', cohort, registeredOn: '2020-12-07', portfolio: 1, history: [] } as const;
const issued = { ...base, issuedOn: '2021-01-10' } as const;
const submitted = { ...issued, submittedAt: '2021-06-30T17:00:00+01:00' } as const;
const resubmitted = { ...submitted, notMetOn: '2021-08-16', resubmittedAt: '2022-03-31T17:00:00+01:00' } as const;
export const cases: readonly Case[] = [
  { ...base, stage: 'registered' },
  { ...submitted, stage: 'awarded', metOn: '2021-08-16', awardedOn: '2021-08-20' },
  // @ts-expect-error an award without a met outcome
  { ...submitted, stage: 'awarded', awardedOn: '2021-08-20' },
  // @ts-expect-error an award without a submission
  { ...issued, stage: 'awarded', metOn: '2021-08-16', awardedOn: '2021-08-20' },
  // @ts-expect-error in the programme without a portfolio
  { ...base, stage: 'in-programme' },
  // @ts-expect-error submitted, at no time
  { ...issued, stage: 'submitted' },
  // @ts-expect-error a submission that is said not to be late
  { ...submitted, stage: 'submitted', late: false },
  // @ts-expect-error resubmitted without a first outcome
  { ...submitted, stage: 'resubmitted', resubmittedAt: '2022-03-31T17:00:00+01:00' },
  // @ts-expect-error under a second review that did not start
  { ...resubmitted, stage: 'under-second-review' },
  // @ts-expect-error criteria not met, on no day
  { ...submitted, stage: 'criteria-not-met' },
  // @ts-expect-error a restart without a reason
  { ...issued, stage: 'restart-required', restartFrom: '2022-04-01' },
  // @ts-expect-error a restart for a reason that there is not
  { ...issued, stage: 'restart-required', restartFrom: '2022-04-01', reason: 'late' },
  // @ts-expect-error restarted into no cohort
  { ...issued, stage: 'restarted', restartedOn: '2022-09-01' },
  // @ts-expect-error a stage that there is not
  { ...base, stage: 'deferred' },
  // @ts-expect-error registered, and already with an outcome
  { ...base, stage: 'registered', metOn: '2021-08-16' },
];
/** Facts of one kind are not of another. */
const at: Instant = '2021-10-31T17:00:00+00:00';
export const kinds: readonly unknown[] = [
  // @ts-expect-error an instant is not a date
  at satisfies PlainDate,
  // @ts-expect-error a date is not an instant
  '2021-10-31' satisfies Instant,
  // @ts-expect-error a text is not a date until it is checked
  `on ${at}` satisfies PlainDate,
  instant,
];
