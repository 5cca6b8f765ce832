// Events from registration to submission: 4.3 (issue), 6.1.2 and 6.1.3 (who helps), 3.1.1 (notice), 6.1.7 (special arrangements).
import { answerBy } from '../../decision/rule.js';
import { assessAdjustmentRequest } from '../3.1.1-notice.js';
import type { Finding } from '../../decision/decision.js';
import type { Programme } from '../../policy/vocabulary.js';
import { moved, openStages, type Case } from './case.js';
import { type CaseEventTable, missingDeadline, noChange, onDay, selfTransitions } from './cells.js';

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
          next: moved(state, 'in-programme', { issuedOn: on }),
          unsettled: missingDeadline(state, 'submissionDeadline'),
        }),
      },
    },
  },
  'supporter-appointed': {
    clause: 'support/6.1.2',
    facts: onDay,
    meets: 'appoint-supporter',
    guard: onlyFor('QTLS', { clause: 'support/6.1.2', test: 'programme-has-a-supporter', holds: false }),
    from: selfTransitions(entryStages, noChange),
  },
  'mentor-requested': {
    clause: 'support/6.1.3',
    facts: onDay,
    meets: 'request-mentor',
    guard: onlyFor('ATS', { clause: 'support/6.1.3', test: 'programme-has-a-mentor', holds: false }),
    from: selfTransitions(entryStages, noChange),
  },
  'mentor-appointed': {
    clause: 'support/6.1.3',
    facts: onDay,
    guard: onlyFor('ATS', { clause: 'support/6.1.3', test: 'programme-has-a-mentor', holds: false }),
    from: selfTransitions(entryStages, noChange),
  },
  'adjustments-requested': {
    clause: 'support/3.1.1',
    facts: onDay,
    from: selfTransitions(openStages, (state, { on }, policy) => ({
      next: state,
      because: answerBy(
        assessAdjustmentRequest,
        { requestedOn: on, programmeStartsOn: state.cohort.startsOn, requirement: 'reasonable-adjustment' },
        policy,
      ).because,
    })),
  },
  'special-arrangement-agreed': {
    clause: 'support/6.1.7',
    facts: onDay,
    from: selfTransitions(openStages, noChange),
  },
});
