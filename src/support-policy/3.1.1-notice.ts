// Clause 3.1.1: a month's notice of requirements that section 6 does not describe, reasonable adjustments among them.
import { addDays, daysBetween, subtractMonths, type PlainDate } from '../calendar/dates.js';
import { date, fact, oneOf, optional } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { compare, steps, type Seen } from '../decision/steps.js';
import { requirements, type Requirement } from '../policy/vocabulary.js';
import { day, value, lastDayWords, type OutcomeLabels, type Words } from '../decision/words.js';
import { plural } from '../data/text.js';

/** The facts of `noticeDeadline`. @since 0.1.0 */
export interface NoticeDeadlineFacts {
  /** Date on which the programme is due to start, as scheduled. */
  readonly programmeStartsOn: PlainDate;
}
/** The last timely day and the first late one. @since 0.1.0 */
export interface NoticeDates {
  /** Last day on which a request is timely, inclusive. */
  readonly latestTimely: PlainDate;
  /** The day after it. */
  readonly firstLate: PlainDate;
}
/** The facts of `assessAdjustmentRequest`. @since 0.1.0 */
export interface AdjustmentRequestFacts extends NoticeDeadlineFacts {
  /** Date on which the participant told the Professional Status Team. */
  readonly requestedOn: PlainDate;
  /** What is asked for; a reasonable adjustment where left out. */
  readonly requirement?: Requirement;
}
/** How a request compares with the notice required by 3.1.1. @since 0.1.0 */
export interface AdjustmentRequestDetail extends NoticeDates {
  /** Days to spare: 0 on the last timely day, −1 on the day after. */
  readonly marginDays: number;
  /** What follows: late requests are still considered unless the reading `notice-effect` makes notice a condition. */
  readonly effect: 'considered' | 'not-accepted';
}

/** Returns the last day whose corresponding date some months on is no later than this one. A month's last day is reached from the whole month before. */
function lastToReach(day: PlainDate, months: number): PlainDate {
  const next = addDays(day, 1);
  return next.endsWith('-01') ? addDays(subtractMonths(next, months), -1) : subtractMonths(day, months);
}

/** The last timely day as a value of a rule: counted back from the start, or the last from which a month forward reaches it. A clear month is one day more. */
export const latestStep = {
  uses: ['programmeStartsOn'],
  readings: ['notice-month', 'notice-boundary'],
  limits: ['support/3.1.1'],
  of: (
    { programmeStartsOn: start }: NoticeDeadlineFacts,
    { readings, limits }: Seen<'notice-month' | 'notice-boundary', false, false, 'support/3.1.1'>,
  ): PlainDate => {
    const { months } = limits['support/3.1.1'];
    const dayBefore = (day: PlainDate): PlainDate => (readings['notice-boundary'] === 'clear-month' ? addDays(day, -1) : day);
    return readings['notice-month'] === 'count-back' ? dayBefore(subtractMonths(start, months)) : lastToReach(dayBefore(start), months);
  },
} as const;

interface Latest {
  readonly latest: PlainDate;
}

/** Returns what a rule gives of the last timely day: the day, and the one after it. */
function noticeDates() {
  const { value } = steps<Latest>();
  return {
    latestTimely: value({ uses: ['latest'], of: ({ latest }) => latest }),
    firstLate: value({ uses: ['latest'], of: ({ latest }) => addDays(latest, 1) }),
  };
}

/** The tests of `noticeDeadline`. @since 0.1.0 */
export type NoticeDeadlineTest = 'notice-precedes-start';

/**
 * Computes the last day for telling the Team of a need for support in time. It is at least one calendar month before the start, that day included.
 *
 * Readings: `notice-month`, `notice-boundary`. Clause: support/3.1.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example noticeDeadline({ programmeStartsOn: '2021-01-10' }).detail.latestTimely // => '2020-12-10'
 * @since 0.1.0
 */
export const noticeDeadline: Rule<NoticeDeadlineFacts, 'computed', NoticeDates, NoticeDeadlineTest> = /* @__PURE__ */ rule(
  'noticeDeadline',
  () => {
    const { value, compares } = steps<NoticeDeadlineFacts & Latest>();
    return {
      shape: () => ({ programmeStartsOn: fact(date) }),
      absent: {},
      values: { latest: value(latestStep) },
      tests: { 'notice-precedes-start': compares('support/3.1.1', 'latest', '<', 'programmeStartsOn') },
      rows: [{ when: {}, cites: ['notice-precedes-start'], outcome: 'computed' }],
      detail: noticeDates(),
    };
  },
);

/** The tests of `assessAdjustmentRequest`. @since 0.1.0 */
export type AssessAdjustmentRequestTest = 'notice-is-asked' | 'requested-by-latest-timely-date';

/**
 * Assesses whether the Team was told of a need for support at least one calendar month before the scheduled start, that day included.
 *
 * What section 6 describes needs no notice. A late request is still considered, unless the reading `notice-effect` says otherwise.
 * Readings: `notice-month`, `notice-boundary`, `notice-effect`. Clause: support/3.1.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }).outcome // => 'late'
 * @since 0.1.0
 */
export const assessAdjustmentRequest: Rule<
  AdjustmentRequestFacts,
  'timely' | 'late' | 'no-notice-asked',
  AdjustmentRequestDetail,
  AssessAdjustmentRequestTest
> = /* @__PURE__ */ rule('assessAdjustmentRequest', () => {
  const { value, test, isNot } = steps<Required<AdjustmentRequestFacts> & Latest>();
  const considered = { gives: ['latestTimely', 'firstLate', 'marginDays'], fixed: { effect: 'considered' } } as const;
  return {
    shape: () => ({ requestedOn: fact(date), programmeStartsOn: fact(date), requirement: optional(oneOf(requirements)) }),
    absent: { requirement: 'reasonable-adjustment' },
    subject: ['requirement'],
    values: { latest: value(latestStep) },
    tests: {
      'notice-is-asked': isNot('support/3.1.1', 'requirement', 'described-in-section-6'),
      'requested-by-latest-timely-date': test({
        clause: 'support/3.1.1',
        uses: ['requestedOn', 'latest'],
        holds: ({ requestedOn, latest }) => compare(requestedOn, '<=', latest),
      }),
    },
    rows: [
      { when: { 'notice-is-asked': true, 'requested-by-latest-timely-date': true }, outcome: 'timely', ...considered },
      { when: { 'notice-is-asked': true }, outcome: 'late' },
      { when: {}, outcome: 'no-notice-asked', ...considered },
    ],
    detail: {
      ...noticeDates(),
      marginDays: value({ uses: ['requestedOn', 'latest'], of: ({ requestedOn, latest }) => daysBetween(requestedOn, latest) }),
      effect: value({
        uses: [],
        readings: ['notice-effect'],
        of: (_, { readings }) => (readings['notice-effect'] === 'condition' ? 'not-accepted' : 'considered'),
      }),
    },
  };
});

export const noticeLabels: OutcomeLabels<'noticeDeadline' | 'assessAdjustmentRequest'> = {
  timely: 'in time',
  late: 'late',
  'no-notice-asked': 'no notice needed',
};

export const noticeWords = (): Words<'noticeDeadline' | 'assessAdjustmentRequest'> => ({
  facts: { requestedOn: 'the date of the request', requirement: 'what support is needed' },
  outcomes: {
    noticeDeadline: {
      computed: ({ latestTimely, firstLate }) =>
        latestTimely && firstLate
          ? `Make the request by ${day(latestTimely)}. From ${day(firstLate)} it is late`
          : 'The last day for a request in time is known',
    },
    assessAdjustmentRequest: {
      timely: ({ marginDays }) =>
        `The request is in time${marginDays === undefined ? '' : marginDays === 0 ? ', on the last day for it' : `, with ${plural(marginDays, 'day')} to spare`}`,
      late: ({ marginDays, effect }) =>
        `The request is late${marginDays === undefined ? '' : ` by ${plural(-marginDays, 'day')}`}${effect === 'not-accepted' ? ' and is not accepted' : '. It is still considered'}`,
      'no-notice-asked': 'This request needs no notice',
    },
  },
  tests: {
    'notice-precedes-start': [
      (left, right) => `the last day in time is ${value(left)}, before the start on ${value(right)}`,
      'the notice does not precede the start',
    ],
    'notice-is-asked': [
      'the request is for support that section 6 does not describe. The Team should be told at least {support/3.1.1} before the start',
      'the request is for support that section 6 already describes, which needs no notice',
    ],
    'requested-by-latest-timely-date': lastDayWords('the request was made', 'the last day in time'),
  },
});
