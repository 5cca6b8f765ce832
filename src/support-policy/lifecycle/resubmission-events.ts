// Events of the one free resubmission: 6.2.1 and 6.2.3. Each asks the rule of its clause; none decides for itself.
import { londonDate } from '../../calendar/instants.js';
import { fact, instant } from '../../decision/facts.js';
import { programmeTerms } from '../../decision/decision.js';
import { bound, type CaseEventTable, dayAfter, missingDeadline, onDay, restart, resubmissionOf } from './cells.js';
import { moved } from './case.js';

type ResubmissionEvent = 'portfolio-resubmitted' | 'resubmission-deadline-missed' | 'second-review-started';

export const resubmissionEvents = (): Pick<CaseEventTable, ResubmissionEvent> => ({
  'portfolio-resubmitted': {
    clause: 'support/6.2.1.b',
    facts: () => ({ at: fact(instant) }),
    meets: 'resubmit-portfolio',
    from: {
      'criteria-not-met': {
        to: ['resubmitted', 'restart-required'],
        notBefore: (state) => bound(state.notMetOn, 'resubmission-follows-outcome'),
        step: (state, { at }, policy) => {
          const next = moved(state, 'resubmitted', { resubmittedAt: at });
          const decision = resubmissionOf(state, at, at, policy);
          if (decision === undefined) return { next, unsettled: missingDeadline(state, 'resubmissionDeadline') };
          if (decision.outcome !== 'restart') return { next, because: decision.because };
          return { ...restart(state, 'resubmitted-late', decision.detail.restartFrom ?? londonDate(at), decision.because), isLate: true };
        },
      },
    },
  },
  'resubmission-deadline-missed': {
    clause: 'support/6.2.3',
    facts: onDay,
    from: {
      'criteria-not-met': {
        to: ['criteria-not-met', 'restart-required'],
        notBefore: (state) => bound(dayAfter(state, 'resubmissionDeadline'), 'deadline-day-is-over'),
        step: (state, { on }, policy) => {
          const decision = resubmissionOf(state, 'none', on, policy);
          if (decision === undefined) return { next: state, unsettled: missingDeadline(state, 'resubmissionDeadline') };
          if (decision.outcome !== 'restart')
            return { next: state, because: decision.because, unsettled: programmeTerms(state.cohort.programme) };
          return restart(state, 'never-resubmitted', decision.detail.restartFrom ?? on, decision.because);
        },
      },
    },
  },
  'second-review-started': {
    clause: 'support/4.4',
    facts: onDay,
    from: {
      resubmitted: {
        to: ['under-second-review'],
        step: (state, { on }) => ({
          next: moved(state, 'under-second-review', { secondReviewStartedOn: on }),
        }),
      },
    },
  },
});
