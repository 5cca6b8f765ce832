// Clause 6.2.2: further support, by prior arrangement with those who had applied for reasonable adjustments before the start.
import type { PlainDate } from '../calendar/dates.js';
import type { NoDetail } from '../decision/decision.js';
import { date, fact, factOrNone, optional, yesNo } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import type { FurtherSupportAnswer } from '../policy/vocabulary.js';
import { latestStep } from './3.1.1-notice.js';
import { value, lastDayWords, type OutcomeLabels, type Words } from '../decision/words.js';

/** The facts of `assessFurtherSupport`. @since 0.1.0 */
export interface FurtherSupportFacts {
  /** Day on which reasonable adjustments were applied for; `'none'`, or left out, where they were not. An application for anything else is none. */
  readonly adjustmentsAppliedOn?: PlainDate | 'none';
  /** Date on which the programme was due to start, as scheduled. */
  readonly programmeStartsOn: PlainDate;
  /** Whether an arrangement for further support was made beforehand; where its day is given too, that day must not be after the outcome. */
  readonly priorArrangement: boolean;
  /** Day on which the arrangement was made; `'none'`, or left out, where that is not known. */
  readonly arrangementMadeOn?: PlainDate | 'none';
  /** Day on which the outcome of the review was released; `'none'`, or left out, where none is, or its day is not known. */
  readonly outcomeReleasedOn?: PlainDate | 'none';
}

/** The tests of `assessFurtherSupport`. @since 0.1.0 */
export type AssessFurtherSupportTest =
  | 'adjustments-were-applied-for'
  | 'timely-application-is-asked'
  | 'adjustments-applied-for-before-start'
  | 'adjustments-applied-for-in-time'
  | 'arrangement-was-made-before'
  | 'arrangement-precedes-outcome';

/**
 * Assesses a request for further support: by prior arrangement with a participant who had applied for reasonable adjustments before the start.
 *
 * Both parts are necessary; even with both, the support is what was arranged, and none is owed beyond it. An arrangement made after the day of the outcome is not prior; on that day it is, as a date shows no hour.
 * Readings: `further-support-applied`, and under `applied-timely` those of 3.1.1, `notice-month` and `notice-boundary`. Clause: support/6.2.2.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessFurtherSupport({ adjustmentsAppliedOn: '2021-01-10', programmeStartsOn: '2021-01-10', priorArrangement: true }).outcome // => 'not-granted'
 * @since 0.1.0
 */
export const assessFurtherSupport: Rule<FurtherSupportFacts, FurtherSupportAnswer, NoDetail, AssessFurtherSupportTest> =
  /* @__PURE__ */ rule('assessFurtherSupport', () => {
    const { value, test, reads, is, isNot, compares } = steps<Required<FurtherSupportFacts> & { latest: PlainDate }>();
    return {
      shape: () => ({
        adjustmentsAppliedOn: optional(factOrNone(date)),
        programmeStartsOn: fact(date),
        priorArrangement: yesNo(),
        arrangementMadeOn: optional(factOrNone(date)),
        outcomeReleasedOn: optional(factOrNone(date)),
      }),
      absent: { adjustmentsAppliedOn: 'none', arrangementMadeOn: 'none', outcomeReleasedOn: 'none' },
      values: { latest: value(latestStep) },
      tests: {
        'adjustments-were-applied-for': isNot('support/6.2.2', 'adjustmentsAppliedOn', 'none'),
        'timely-application-is-asked': reads('support/6.2.2', 'further-support-applied', 'applied-timely'),
        'adjustments-applied-for-before-start': compares('support/6.2.2', 'adjustmentsAppliedOn', '<', 'programmeStartsOn'),
        'adjustments-applied-for-in-time': compares('support/6.2.2', 'adjustmentsAppliedOn', '<=', 'latest'),
        'arrangement-was-made-before': is('support/6.2.2', 'priorArrangement', true),
        'arrangement-precedes-outcome': test({
          clause: 'support/6.2.2',
          uses: ['arrangementMadeOn', 'outcomeReleasedOn'],
          holds: ({ arrangementMadeOn, outcomeReleasedOn }) =>
            arrangementMadeOn === 'none' || outcomeReleasedOn === 'none' || compare(arrangementMadeOn, '<=', outcomeReleasedOn),
        }),
      },
      rows: [
        { when: { 'adjustments-were-applied-for': false }, outcome: 'not-granted' },
        { when: { 'timely-application-is-asked': true, 'adjustments-applied-for-in-time': false }, outcome: 'not-granted' },
        { when: { 'timely-application-is-asked': false, 'adjustments-applied-for-before-start': false }, outcome: 'not-granted' },
        { when: { 'arrangement-was-made-before': true, 'arrangement-precedes-outcome': true }, outcome: 'by-prior-arrangement' },
        { when: {}, outcome: 'not-granted' },
      ],
    };
  });

export const furtherSupportLabels: OutcomeLabels<'assessFurtherSupport'> = {
  'not-granted': 'not given',
  'by-prior-arrangement': 'given as arranged beforehand',
};

export const furtherSupportWords = (): Words<'assessFurtherSupport'> => ({
  facts: {
    adjustmentsAppliedOn: 'the day of the request for adjustments',
    priorArrangement: 'whether support was arranged beforehand',
    arrangementMadeOn: 'the day of the arrangement',
    outcomeReleasedOn: 'the day on which the outcome was released',
  },
  outcomes: {
    assessFurtherSupport: {
      'by-prior-arrangement': 'The participant can get the support that was arranged beforehand',
      'not-granted': 'Further support is not granted',
    },
  },
  tests: {
    'adjustments-were-applied-for': [
      'the participant applied for reasonable adjustments',
      'the participant did not apply for reasonable adjustments',
    ],
    'timely-application-is-asked': [
      'under the interpretation used, the participant must have applied in time under 3.1.1',
      'under the interpretation used, any day before the start is early enough to apply',
    ],
    'adjustments-applied-for-before-start': [
      (left, right) => `the participant applied for adjustments on ${value(left)}, before the start on ${value(right)}`,
      (left, right) => `the participant applied for adjustments on ${value(left)}, not before the start on ${value(right)}`,
    ],
    'adjustments-applied-for-in-time': lastDayWords('the participant applied for adjustments', 'the last day in time'),
    'arrangement-was-made-before': ['further support was arranged beforehand', 'further support was not arranged beforehand'],
    'arrangement-precedes-outcome': [
      (left, right) =>
        right === undefined
          ? 'the arrangement was not made after the outcome of the review'
          : `the arrangement was made on ${value(left)}, no later than the outcome of ${value(right)}`,
      (left, right) => `the arrangement was made on ${value(left)}, after the outcome of ${value(right)}`,
    ],
  },
});
