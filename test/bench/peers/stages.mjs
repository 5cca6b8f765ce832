// The stages of the programme as XState and robot3 get them: one table of moves, whose dates and deadlines were judged beforehand. They check, date and explain nothing.
import { createMachine as robot, interpret, state, transition as arrow } from 'robot3';
import { createMachine, initialTransition, transition } from 'xstate';
import { replayed } from '../floors.mjs';

const stages = {
  registered: { 'supporter-appointed': 'registered', 'portfolio-issued': 'in-programme' },
  'in-programme': { 'supporter-appointed': 'in-programme', 'portfolio-submitted': 'submitted' },
  submitted: { 'review-started': 'under-review', met: 'criteria-met', 'not-met': 'criteria-not-met' },
  'under-review': { met: 'criteria-met', 'not-met': 'criteria-not-met' },
  'criteria-met': { 'status-awarded': 'awarded' },
  'criteria-not-met': { resubmitted: 'resubmitted', 'resubmitted-late': 'restart-required' },
  resubmitted: { 'second-review-started': 'under-second-review', met: 'criteria-met', 'not-met': 'restart-required' },
  'under-second-review': { met: 'criteria-met', 'not-met': 'restart-required' },
  awarded: {},
  'restart-required': {},
};

/** The moves of a history; what was refused is a move that no stage has. */
export function movesOf({ registration: { cohort }, events }) {
  return replayed(cohort, events).steps.map(({ accepted, stage }, index) => {
    const { type, reviewOutcome } = events[index];
    if (!accepted) return 'refused';
    if (type === 'portfolio-resubmitted') return stage === 'resubmitted' ? 'resubmitted' : 'resubmitted-late';
    return type === 'outcome-released' ? reviewOutcome.slice('criteria-'.length) : type;
  });
}

const arrows = (on) => state(...Object.entries(on).map(([move, to]) => arrow(move, to)));
const robotMachine = robot('registered', Object.fromEntries(Object.entries(stages).map(([stage, on]) => [stage, arrows(on)])));
const ignore = () => undefined;

export function robot3({ moves }) {
  const service = interpret(robotMachine, ignore);
  for (const move of moves) service.send(move);
  return { stage: service.machine.current };
}

const machine = createMachine({
  initial: 'registered',
  states: Object.fromEntries(Object.entries(stages).map(([stage, on]) => [stage, { on }])),
});
const names = ['refused', ...new Set(Object.values(stages).flatMap(Object.keys))];
const events = new Map(names.map((type) => [type, { type }]));
const [initial] = initialTransition(machine);

export function xstate({ moves }) {
  let now = initial;
  for (const move of moves) [now] = transition(machine, now, events.get(move));
  return { stage: now.value };
}
