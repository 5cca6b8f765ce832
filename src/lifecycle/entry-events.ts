// Events from registration to submission: 4.3 (issue), 6.1.2 and 6.1.3 (who helps), 3.1.1 (notice), 6.1.7 (special arrangements).
import type * as z from 'zod';
import { assessAdjustmentRequest } from '../adjustments/notice.js';
import type { PlainDate } from '../calendar/days.js';
import type { Finding } from '../decision/decision.js';
import { date, fact } from '../decision/facts.js';
import type { Cell, EventOf, EventTable, Step } from '../machine/table.js';
import type { Policy } from '../policy/policy.js';
import type { Programme } from '../policy/vocabulary.js';
import { base, openStages, type Case, type OpenStage } from './case.js';
import { missing } from './deadlines.js';
import type { Effect } from './effect.js';
import type { CaseEvent, CaseEventType } from './event.js';

export type CaseEventTable = EventTable<Case, CaseEvent, Effect>;
export const onDay = (): { on: z.ZodType<PlainDate, PlainDate> } => ({ on: fact(date) });

type Take<Type extends CaseEventType> = (state: Case, event: EventOf<CaseEvent, Type>, policy: Policy) => Step<Case, Effect>;

/** The same cell in each of these stages; the case stays where it is. */
export function staysIn<S extends OpenStage, Type extends CaseEventType>(
  stages: readonly S[],
  step: Take<Type>,
): { readonly [K in S]: Cell<Case, CaseEvent, K, Type, Effect> } {
  return Object.fromEntries(stages.map((stage) => [stage, { to: [stage], step }])) as never;
}

export const recorded = (state: Case): Step<Case, Effect> => ({ next: state });
const onlyFor = (programme: Programme, finding: Finding) => (state: Case) => (state.cohort.programme === programme ? undefined : finding);
const entryStages = ['registered', 'in-programme'] as const;
export const entryEvents = (): Pick<
  CaseEventTable,
  | 'portfolio-issued'
  | 'supporter-appointed'
  | 'mentor-requested'
  | 'mentor-appointed'
  | 'adjustments-requested'
  | 'special-arrangement-agreed'
> => ({
  'portfolio-issued': {
    clause: 'support/4.3',
    facts: onDay,
    from: {
      registered: {
        to: ['in-programme'],
        step: (state, { on }) => ({
          next: { ...base(state), stage: 'in-programme', issuedOn: on },
          unsettled: missing(state, 'submissionDeadline'),
        }),
      },
    },
  },
  'supporter-appointed': {
    clause: 'support/6.1.2',
    facts: onDay,
    bar: onlyFor('QTLS', { clause: 'support/6.1.2', test: 'programme-has-a-supporter', holds: false }),
    from: staysIn(entryStages, recorded),
  },
  'mentor-requested': {
    clause: 'support/6.1.3',
    facts: onDay,
    bar: onlyFor('ATS', { clause: 'support/6.1.3', test: 'programme-has-a-mentor', holds: false }),
    from: staysIn(entryStages, recorded),
  },
  'mentor-appointed': {
    clause: 'support/6.1.3',
    facts: onDay,
    bar: onlyFor('ATS', { clause: 'support/6.1.3', test: 'programme-has-a-mentor', holds: false }),
    from: staysIn(entryStages, recorded),
  },
  'adjustments-requested': {
    clause: 'support/3.1.1',
    facts: onDay,
    from: staysIn(openStages, (state, { on }, policy) => ({
      next: state,
      because: assessAdjustmentRequest({ requestedOn: on, programmeStartsOn: state.cohort.startsOn }, policy).because,
    })),
  },
  'special-arrangement-agreed': {
    clause: 'support/6.1.7',
    facts: onDay,
    from: staysIn(openStages, recorded),
  },
});
