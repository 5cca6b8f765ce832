// The programme as a machine of robot3: stages, events and the two deadlines as guards.
import { createMachine, guard, interpret, state, transition } from 'robot3';

const late = (deadline) => guard(({ cohort }, { at }) => Date.parse(at) > Date.parse(cohort[deadline]));
const found = (stage) =>
  transition(
    'outcome-released',
    stage,
    guard((_, { reviewOutcome }) => reviewOutcome === stage),
  );
const stays = (stage, ...types) => types.map((type) => transition(type, stage));
const open = (stage) => [...stays(stage, 'adjustments-requested', 'special-arrangement-agreed'), transition('withdrawn', 'withdrawn')];
const entry = (stage) => [...open(stage), ...stays(stage, 'supporter-appointed')];

const stages = {
  registered: state(...entry('registered'), transition('portfolio-issued', 'in-programme')),
  'in-programme': state(...entry('in-programme'), transition('portfolio-submitted', 'submitted')),
  submitted: state(...open('submitted'), transition('review-started', 'under-review'), found('criteria-met'), found('criteria-not-met')),
  'under-review': state(...open('under-review'), found('criteria-met'), found('criteria-not-met')),
  'criteria-met': state(...open('criteria-met'), ...stays('criteria-met', 'feedback-issued'), transition('status-awarded', 'awarded')),
  'criteria-not-met': state(
    ...open('criteria-not-met'),
    ...stays('criteria-not-met', 'feedback-issued'),
    transition('portfolio-resubmitted', 'restart-required', late('resubmissionDeadline')),
    transition('portfolio-resubmitted', 'resubmitted'),
    transition('resubmission-deadline-missed', 'restart-required'),
  ),
  resubmitted: state(
    ...open('resubmitted'),
    ...stays('resubmitted', 'feedback-issued'),
    transition('second-review-started', 'under-second-review'),
    found('criteria-met'),
    transition('outcome-released', 'restart-required'),
  ),
  'under-second-review': state(
    ...open('under-second-review'),
    ...stays('under-second-review', 'feedback-issued'),
    found('criteria-met'),
    transition('outcome-released', 'restart-required'),
  ),
  'restart-required': state(
    ...open('restart-required'),
    ...stays('restart-required', 'feedback-issued'),
    transition('restarted', 'restarted'),
  ),
  awarded: state(),
  restarted: state(),
  withdrawn: state(),
};
const machine = createMachine('registered', stages, ({ cohort }) => ({ cohort }));

export function robot3({ registration, events }) {
  const service = interpret(machine, () => undefined, registration);
  for (const event of events) service.send(event);
  return { case: { stage: service.machine.current } };
}
