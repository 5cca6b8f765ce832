// Events that end a case: award and withdrawal (4.3), and the restart with another cohort (6.2.3).
import type { PlainDate } from '../../calendar/dates.js';
import { cohort } from '../cohort.js';
import { type Finding, programmeTerms } from '../../decision/decision.js';
import { date, fact, optional } from '../../decision/facts.js';
import type { Readings } from '../../policy/choices.js';
import type { Cohort } from '../../policy/vocabulary.js';
import { reasonNotAvailable } from '../6.2.3-next-cohort.js';
import { compare } from '../../decision/steps.js';
import type { NonEmpty } from '../../data/issues.js';
import type { Cell } from '../../machine/table.js';
import { moved, openStages, type Case, type CaseEvent, type OpenStage, type Registration } from './case.js';
import { type CaseEventTable, type CaseStanding, type Effect, onDay } from './cells.js';
import { feedbackLeftOpen } from './standing.js';
import type { Policy } from '../../policy/policy.js';

export const endingEvents = (): Pick<CaseEventTable, 'status-awarded' | 'restarted' | 'withdrawn'> => ({
  'status-awarded': {
    clause: 'support/4.3',
    facts: onDay,
    meets: 'award-status',
    from: {
      'criteria-met': {
        to: ['awarded'],
        notBefore: ({ metOn }) => ({ from: metOn, test: 'award-follows-outcome' }),
        step: (state, { on }, policy) => ({
          next: moved(state, 'awarded', { awardedOn: on }),
          unsettled: feedbackLeftOpen('awarded', state, policy),
        }),
      },
    },
  },
  restarted: {
    clause: 'support/6.2.3',
    facts: () => ({ ...onDay(), cohort: cohort(), registeredOn: optional(fact(date)) }),
    meets: 'restart',
    from: {
      'restart-required': {
        to: ['restarted'],
        step: (state, event, policy) => {
          const findings: readonly Finding[] = [
            {
              clause: 'support/6.2.3',
              test: 'restart-is-in-the-same-programme',
              ...compare(event.cohort.programme, '=', state.cohort.programme),
            },
            {
              clause: 'support/6.2.3',
              test: 'restart-is-in-another-cohort',
              holds: event.cohort.id !== state.cohort.id,
              left: event.cohort.id,
            },
            cohortIsAvailable(event.cohort, state.restartFrom, policy.readings['next-cohort']),
          ];
          const [failed, ...others] = findings.filter((finding) => !finding.holds);
          if (failed !== undefined) return { refusals: [failed, ...others] satisfies NonEmpty<Finding> };
          const next: Required<Registration> = Object.freeze({
            participant: state.participant,
            cohort: event.cohort,
            registeredOn: event.registeredOn ?? event.on,
            portfolio: state.portfolio + 1,
          });
          return {
            next: moved(state, 'restarted', { restartedOn: event.on, next }),
            because: findings,
            effects: [
              { type: 'case-opened', registration: next, clause: 'support/6.2.3' },
              { type: 'fee-due', amount: programmeTerms(state.cohort.programme)[0], clause: 'support/6.2.3' },
            ],
            unsettled: [...programmeTerms(state.cohort.programme), ...feedbackLeftOpen('restarted', state, policy)],
          };
        },
      },
    },
  },
  withdrawn: { clause: 'support/4.3', facts: onDay, from: withdrawal() },
});

/** Returns the finding that a cohort was available on the day that triggered the restart, as the next cohort is read, true or false. */
function cohortIsAvailable(cohort: Cohort, trigger: PlainDate, reading: Readings['next-cohort']): Finding {
  const clause = 'support/6.2.3';
  const reason = reasonNotAvailable(cohort, trigger, reading);
  const byEntry = reason === 'entry-closed' || (reason === undefined && reading !== 'starts-after' && cohort.entryCloses !== undefined);
  return byEntry
    ? { clause, test: 'restart-cohort-has-open-entry', ...compare(cohort.entryCloses as PlainDate, '>=', trigger) }
    : { clause, test: 'restart-cohort-starts-after-trigger', ...compare(cohort.startsOn, '>', trigger) };
}

/** A recorded withdrawal closes a case from any open stage; who may withdraw, and when, is not held. */
function withdrawal(): { readonly [K in OpenStage]: Cell<Case, CaseEvent, K, 'withdrawn', Effect, CaseStanding> } {
  const cell = {
    to: ['withdrawn'],
    step: (state: Case, { on }: { readonly on: PlainDate }, policy: Policy) => ({
      next: moved(state, 'withdrawn', { withdrawnOn: on }),
      unsettled: feedbackLeftOpen('withdrawn', state, policy),
    }),
  };
  return Object.fromEntries(openStages.map((stage) => [stage, cell])) as never;
}
