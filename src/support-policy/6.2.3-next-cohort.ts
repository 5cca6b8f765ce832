// Clause 6.2.3: a restart is with the next available cohort.
import type { PlainDate } from '../calendar/dates.js';
import { cohorts, earliestCohort } from './cohort.js';
import { date, fact, oneOf } from '../decision/facts.js';
import { withoutGaps } from '../data/objects.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import type { Readings } from '../policy/choices.js';
import { type Cohort, type Programme, programmes } from '../policy/vocabulary.js';
import { day, type OutcomeLabels, type Words } from '../decision/words.js';
import { idInWords } from '../data/text.js';

/** The facts of `nextAvailableCohort`. @since 0.1.0 */
export interface NextCohortFacts {
  readonly programme: Programme;
  /** Day from which a restart is sought: that of a second "not met", or the day after a missed deadline. */
  readonly trigger: PlainDate;
  /** The cohorts that are known, in any order; each id once. */
  readonly cohorts: readonly Cohort[];
}
/** Why a cohort was taken or passed over. @since 0.1.0 */
export type CohortReason = 'next-available' | 'available-but-later' | 'other-programme' | 'entry-closed' | 'already-started';
/** The cohort found, and why each cohort was taken or passed over, in the order given. @since 0.1.0 */
export interface NextCohortDetail {
  readonly cohort?: Cohort;
  readonly considered: readonly { readonly id: string; readonly reason: CohortReason }[];
}

/** Returns why a cohort of the right programme is not available at the trigger, if it is not. The closing day of entry is still open; a cohort has started on its first day. */
export function reasonNotAvailable(
  cohort: Cohort,
  trigger: PlainDate,
  reading: Readings['next-cohort'],
): 'entry-closed' | 'already-started' | undefined {
  const started = cohort.startsOn <= trigger;
  if (reading === 'starts-after') return started ? 'already-started' : undefined;
  if (cohort.entryCloses !== undefined && cohort.entryCloses < trigger) return 'entry-closed';
  const startMatters = reading === 'entry-open-not-started' || cohort.entryCloses === undefined;
  return started && startMatters ? 'already-started' : undefined;
}

function choose({ programme, trigger, cohorts: known }: NextCohortFacts, reading: Readings['next-cohort']): NextCohortDetail {
  const reasons = known.map((cohort): CohortReason | undefined =>
    cohort.programme === programme ? reasonNotAvailable(cohort, trigger, reading) : 'other-programme',
  );
  const next = earliestCohort(known.filter((_, index) => reasons[index] === undefined));
  const ifAvailable = (id: string): CohortReason => (id === next?.id ? 'next-available' : 'available-but-later');
  const considered = known.map(({ id }, index) => ({ id, reason: reasons[index] ?? ifAvailable(id) }));
  return next === undefined ? { considered } : { cohort: withoutGaps(next), considered };
}

/** The tests of `nextAvailableCohort`. @since 0.1.0 */
export type NextAvailableCohortTest = 'a-cohort-is-available';

/**
 * Finds the next cohort available for a restart: of the same programme, the earliest start first, then by id.
 *
 * Reading: `next-cohort` says whether entry must be open, or the start must lie after the trigger. Clause: support/6.2.3.
 * @throws `InvalidFacts` naming every malformed fact; two cohorts with one id are a problem at the later.
 * @example nextAvailableCohort({ programme: 'QTLS', trigger: '2021-11-01', cohorts: [{ id: 'jan-2022', programme: 'QTLS', startsOn: '2022-01-10' }] }).detail.cohort?.id // => 'jan-2022'
 * @since 0.1.0
 */
export const nextAvailableCohort: Rule<NextCohortFacts, 'found' | 'none-known', NextCohortDetail, NextAvailableCohortTest> =
  /* @__PURE__ */ rule('nextAvailableCohort', () => {
    const { value, test, part } = steps<NextCohortFacts & { choice: NextCohortDetail }>();
    return {
      shape: () => ({ programme: oneOf(programmes), trigger: fact(date), cohorts: cohorts() }),
      absent: {},
      values: {
        choice: value({
          uses: ['programme', 'trigger', 'cohorts'],
          readings: ['next-cohort'],
          of: (known, { readings }) => choose(known, readings['next-cohort']),
        }),
      },
      tests: {
        'a-cohort-is-available': test({ clause: 'support/6.2.3', uses: ['choice'], holds: ({ choice }) => choice.cohort !== undefined }),
      },
      rows: [
        { when: { 'a-cohort-is-available': true }, outcome: 'found' },
        { when: {}, outcome: 'none-known' },
      ],
      detail: { cohort: part('choice', 'cohort'), considered: part('choice', 'considered') },
    };
  });

export const nextCohortLabels: OutcomeLabels<'nextAvailableCohort'> = {
  found: 'cohort found',
  'none-known': 'no known cohort is available',
};

export const nextCohortWords = (): Words<'nextAvailableCohort'> => ({
  facts: { trigger: 'the day that leads to the restart', cohorts: 'the cohorts' },
  outcomes: {
    nextAvailableCohort: {
      found: ({ cohort }) =>
        cohort
          ? `The next available cohort is ${idInWords(cohort.id)}. Its start date is ${day(cohort.startsOn)}${cohort.entryCloses === undefined ? '' : `. Its last day of entry is ${day(cohort.entryCloses)}`}`
          : 'A cohort is available',
      'none-known': 'None of the known cohorts is available. Ask SET for the dates of later cohorts',
    },
  },
  tests: {
    'a-cohort-is-available': ['a cohort is available for the restart', 'none of the known cohorts is available for a restart'],
  },
});
