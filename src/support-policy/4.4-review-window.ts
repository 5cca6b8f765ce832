// Clause 4.4: review and moderation starts after the submission deadline and runs over one month. An expectation, never a duty.
import { addDays, addMonths, type PlainDate } from '../calendar/dates.js';
import { fact, moment, oneOf, optional } from '../decision/facts.js';
import { dateOf, judgement, type Moment } from '../decision/decision.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import { attempts, type Attempt } from '../policy/vocabulary.js';
import { day, value, type Words } from '../decision/words.js';

/** The facts of `reviewWindow`. @since 0.1.0 */
export interface ReviewWindowFacts {
  /** The deadline of the attempt under review: of the submission, or of the resubmission. Only its London day counts. */
  readonly submissionDeadline: Moment;
  /** Which attempt is reviewed; the first submission where left out. */
  readonly attempt?: Attempt;
}
/** When review and moderation is expected to run, both days inclusive. @since 0.1.0 */
export interface ReviewWindow {
  readonly opens: PlainDate;
  readonly closes: PlainDate;
}

/** Returns the month from the day after the deadline up to the eve of the corresponding day, or from the deadline itself. A shorter month ends it on its last day. */
function windowAfter(deadline: PlainDate, month: 'from-next-day' | 'corresponding-date', months: number): ReviewWindow {
  const opens = addDays(deadline, 1);
  if (month === 'corresponding-date') return { opens, closes: addMonths(deadline, months) };
  return { opens, closes: opens.endsWith('-01') ? lastDayOfMonth(addMonths(opens, months - 1)) : addMonths(deadline, months) };
}

function lastDayOfMonth(day: PlainDate): PlainDate {
  return addMonths(`${Number(day.slice(0, 4))}-01-31`, Number(day.slice(5, 7)) - 1);
}

/** The tests of `reviewWindow`. @since 0.1.0 */
export type ReviewWindowTest = 'is-first-submission' | 'second-review-has-a-window' | 'review-follows-deadline';

/**
 * Computes the window in which review and moderation is expected to run, both days inclusive: one month, opening on the day after the deadline.
 *
 * A resubmission has no stated window unless the reading `second-review-window` gives it one: its answer is undetermined.
 * Readings: `review-month`, `second-review-window`. Clause: support/4.4.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example
 * ```ts
 * const decision = reviewWindow({ submissionDeadline: '2021-06-30T17:00:00+01:00' });
 * decision.settled ? decision.detail : decision.needs // => { opens: '2021-07-01', closes: '2021-07-31' }
 * ```
 * @since 0.1.0
 */
export const reviewWindow: OpenRule<ReviewWindowFacts, 'computed', ReviewWindow, ReviewWindowTest> = /* @__PURE__ */ openRule(
  'reviewWindow',
  () => {
    const { value, test, part, is, reads } = steps<Required<ReviewWindowFacts> & { window: ReviewWindow }>();
    return {
      shape: () => ({ submissionDeadline: fact(moment), attempt: optional(oneOf(attempts)) }),
      absent: { attempt: 'submission' },
      values: {
        window: value({
          uses: ['submissionDeadline'],
          readings: ['review-month'],
          limits: ['support/4.4'],
          of: ({ submissionDeadline }, { readings, limits }) =>
            windowAfter(dateOf(submissionDeadline), readings['review-month'], limits['support/4.4'].months),
        }),
      },
      tests: {
        'is-first-submission': is('support/4.4', 'attempt', 'submission'),
        'second-review-has-a-window': reads('support/4.4', 'second-review-window', 'one-month-from-resubmission-deadline'),
        'review-follows-deadline': test({
          clause: 'support/4.4',
          uses: ['submissionDeadline', 'window'],
          holds: ({ submissionDeadline, window }) => compare(window.opens, '>', dateOf(submissionDeadline)),
        }),
      },
      rows: [
        { when: { 'is-first-submission': true }, cites: ['review-follows-deadline'], outcome: 'computed' },
        { when: { 'second-review-has-a-window': true }, cites: ['review-follows-deadline'], outcome: 'computed' },
        {
          when: {},
          outcome: 'undetermined',
          needs: [judgement('set', 'when a resubmission is reviewed, for which the policy states no month')],
        },
      ],
      detail: { opens: part('window', 'opens'), closes: part('window', 'closes') },
    };
  },
);

export const reviewWindowWords = (): Words<'reviewWindow'> => ({
  facts: {},
  outcomes: {
    reviewWindow: {
      computed: ({ opens, closes }) =>
        opens && closes
          ? `Expect the review and moderation from ${day(opens)} to ${day(closes)}. Both days are included`
          : 'The review window is known',
    },
  },
  tests: {
    'is-first-submission': ['the review is of the first submission', 'the review is of the resubmission'],
    'second-review-has-a-window': [
      'under the interpretation used, a second review has its own window, from the resubmission deadline',
      'the clause states a time of review for the submission deadline only',
    ],
    'review-follows-deadline': [
      (left, right) => `review and moderation is expected from ${value(left)}, after the deadline, ${value(right)}`,
      'the review does not follow the deadline',
    ],
  },
});
