// Clause 4.3: from the day that the portfolio is issued to the day of award or withdrawal, resubmission included.
import { addDays, type PlainDate } from '../calendar/dates.js';
import { date, fact, factOrNone, optional } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import type { Readings } from '../policy/choices.js';
import type { Stage } from '../policy/vocabulary.js';
import { day, value, type OutcomeLabels, type Words } from '../decision/words.js';

/** Returns whether support goes on at a stage: after the issue of the portfolio, up to the award or withdrawal. Whether a restart interrupts it is a reading. */
export function supportRunsAt(stage: Stage, readings: Pick<Readings, 'support-during-restart'>): boolean {
  if (stage === 'restart-required' || stage === 'restarted') return readings['support-during-restart'] === 'open';
  return stage !== 'registered' && stage !== 'awarded' && stage !== 'withdrawn';
}

/** The facts of `supportWindow`. @since 0.1.0 */
export interface SupportWindowFacts {
  /** Day on which the portfolio was issued. */
  readonly portfolioIssuedOn: PlainDate;
  /** Day from which a restart is required; `'none'`, or left out, where none is. */
  readonly restartRequiredOn?: PlainDate | 'none';
  /** Day of the award or withdrawal; `'none'`, or left out, where there was neither. */
  readonly endedOn?: PlainDate | 'none';
  /** The day for which the answer is asked. */
  readonly on: PlainDate;
}
/** The days on which support is open, both inclusive; `closes` is left out while no end is known, and where no day was open. @since 0.1.0 */
export interface SupportWindow {
  readonly opens: PlainDate;
  readonly closes?: PlainDate;
}

/** The tests of `supportWindow`. @since 0.1.0 */
export type SupportWindowTest = 'portfolio-is-issued' | 'no-restart-has-closed-support' | 'support-has-not-ended';

/**
 * Says whether in-programme support is open on a day: from the issue of the portfolio to the award or withdrawal, both days included.
 *
 * Readings: `support-window-ends` (whether the last day is inside), `support-during-restart`. Clause: support/4.3.
 * @throws `InvalidFacts` naming every malformed fact; an end or a restart before the issue is a problem at the later fact.
 * @example supportWindow({ portfolioIssuedOn: '2020-10-01', endedOn: '2021-05-14', on: '2021-05-14' }).outcome // => 'open'
 * @since 0.1.0
 */
export const supportWindow: Rule<SupportWindowFacts, 'open' | 'not-yet-open' | 'closed', SupportWindow, SupportWindowTest> =
  /* @__PURE__ */ rule('supportWindow', () => {
    const { value, test, compares } = steps<
      Required<SupportWindowFacts> & { lastBeforeRestart: PlainDate | 'none'; lastBeforeEnd: PlainDate | 'none' }
    >();
    return {
      shape: () => ({
        portfolioIssuedOn: fact(date),
        restartRequiredOn: optional(factOrNone(date)),
        endedOn: optional(factOrNone(date)),
        on: fact(date),
      }),
      absent: { restartRequiredOn: 'none', endedOn: 'none' },
      orders: [
        { first: 'portfolioIssuedOn', then: 'restartRequiredOn' },
        { first: 'portfolioIssuedOn', then: 'endedOn' },
        { first: 'restartRequiredOn', then: 'endedOn' },
      ],
      values: {
        lastBeforeRestart: value({
          uses: ['restartRequiredOn'],
          needs: (readings) => (readings['support-during-restart'] === 'closed' ? ['restartRequiredOn'] : []),
          readings: ['support-during-restart'],
          of: ({ restartRequiredOn }, { readings }) =>
            readings['support-during-restart'] === 'open' || restartRequiredOn === 'none' ? 'none' : addDays(restartRequiredOn, -1),
        }),
        lastBeforeEnd: value({
          uses: ['endedOn'],
          readings: ['support-window-ends'],
          of: ({ endedOn }, { readings }) =>
            endedOn === 'none' || readings['support-window-ends'] === 'inclusive' ? endedOn : addDays(endedOn, -1),
        }),
      },
      tests: {
        'portfolio-is-issued': compares('support/4.3', 'on', '>=', 'portfolioIssuedOn'),
        'no-restart-has-closed-support': test({
          clause: 'support/4.3',
          uses: ['on', 'lastBeforeRestart'],
          holds: ({ on, lastBeforeRestart }) => lastBeforeRestart === 'none' || compare(on, '<=', lastBeforeRestart),
        }),
        'support-has-not-ended': test({
          clause: 'support/4.3',
          uses: ['on', 'lastBeforeEnd'],
          holds: ({ on, lastBeforeEnd }) => lastBeforeEnd === 'none' || compare(on, '<=', lastBeforeEnd),
        }),
      },
      rows: [
        { when: { 'portfolio-is-issued': false }, outcome: 'not-yet-open' },
        { when: { 'no-restart-has-closed-support': false }, outcome: 'closed' },
        { when: { 'support-has-not-ended': false }, outcome: 'closed' },
        { when: {}, outcome: 'open' },
      ],
      detail: {
        opens: value({ uses: ['portfolioIssuedOn'], of: ({ portfolioIssuedOn }) => portfolioIssuedOn }),
        closes: value({
          uses: ['portfolioIssuedOn', 'lastBeforeRestart', 'lastBeforeEnd'],
          of: ({ portfolioIssuedOn, lastBeforeRestart, lastBeforeEnd }) => {
            const last = lastBeforeRestart === 'none' ? lastBeforeEnd : lastBeforeRestart;
            return last === 'none' || last < portfolioIssuedOn ? undefined : last; // ended on its first day, the window had no day
          },
        }),
      },
    };
  });

export const supportWindowLabels: OutcomeLabels<'supportWindow'> = {
  'not-yet-open': 'not open yet',
  closed: 'closed',
  open: 'open',
};

export const supportWindowWords = (): Words<'supportWindow'> => ({
  facts: {
    portfolioIssuedOn: 'the day on which the portfolio was issued',
    restartRequiredOn: 'the day on which a restart was required',
    endedOn: 'the day on which support ended',
  },
  outcomes: {
    supportWindow: {
      open: ({ closes }) => `The participant can get in-programme support${closes ? ` until the end of ${day(closes)}` : ''}`,
      'not-yet-open': ({ opens }) => `The participant cannot get in-programme support yet${opens ? `. It starts on ${day(opens)}` : ''}`,
      closed: ({ closes }) => `In-programme support is closed${closes ? `. Its last day was ${day(closes)}` : ''}`,
    },
  },
  tests: {
    'portfolio-is-issued': [
      (left, right) => `${value(left)} is on or after the issue of the portfolio on ${value(right)}`,
      (left, right) => `${value(left)} is before the issue of the portfolio on ${value(right)}`,
    ],
    'no-restart-has-closed-support': [
      (left, right) =>
        right === undefined
          ? 'support has not closed because of a restart'
          : `${value(left)} is no later than the last day before the restart, ${value(right)}`,
      (left, right) => `a restart leaves no support after ${value(right)}, and ${value(left)} is later`,
    ],
    'support-has-not-ended': [
      (left, right) =>
        right === undefined ? 'support has not ended' : `${value(left)} is no later than the last day of support, ${value(right)}`,
      (left, right) => `the end of support leaves none after ${value(right)}, and ${value(left)} is later`,
    ],
  },
});
