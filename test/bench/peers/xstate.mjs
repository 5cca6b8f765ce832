// The programme as a machine of XState: stages, events and the two deadlines as guards.
import { createMachine, initialTransition, transition } from 'xstate';

const late =
  (deadline) =>
  ({ context, event }) =>
    Date.parse(event.at) > Date.parse(context.cohort[deadline]);
const stay = {};
const entry = { 'supporter-appointed': stay, 'adjustments-requested': stay, 'special-arrangement-agreed': stay, withdrawn: 'withdrawn' };
const open = { 'adjustments-requested': stay, 'special-arrangement-agreed': stay, withdrawn: 'withdrawn' };
const found = (stage) => ({ guard: ({ event }) => event.reviewOutcome === stage, target: stage });

const machine = createMachine({
  context: ({ input }) => ({ cohort: input.cohort }),
  initial: 'registered',
  states: {
    registered: { on: { ...entry, 'portfolio-issued': 'in-programme' } },
    'in-programme': { on: { ...entry, 'portfolio-submitted': 'submitted' } },
    submitted: {
      on: { ...open, 'review-started': 'under-review', 'outcome-released': [found('criteria-met'), found('criteria-not-met')] },
    },
    'under-review': { on: { ...open, 'outcome-released': [found('criteria-met'), found('criteria-not-met')] } },
    'criteria-met': { on: { ...open, 'feedback-issued': stay, 'status-awarded': 'awarded' } },
    'criteria-not-met': {
      on: {
        ...open,
        'feedback-issued': stay,
        'portfolio-resubmitted': [{ guard: late('resubmissionDeadline'), target: 'restart-required' }, { target: 'resubmitted' }],
        'resubmission-deadline-missed': 'restart-required',
      },
    },
    resubmitted: {
      on: {
        ...open,
        'feedback-issued': stay,
        'second-review-started': 'under-second-review',
        'outcome-released': [found('criteria-met'), { target: 'restart-required' }],
      },
    },
    'under-second-review': {
      on: { ...open, 'feedback-issued': stay, 'outcome-released': [found('criteria-met'), { target: 'restart-required' }] },
    },
    'restart-required': { on: { ...open, 'feedback-issued': stay, restarted: 'restarted' } },
    awarded: { type: 'final' },
    restarted: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export function xstate({ registration, events }) {
  let [state] = initialTransition(machine, registration);
  for (const event of events) [state] = transition(machine, state, event);
  return { case: { stage: state.value } };
}
