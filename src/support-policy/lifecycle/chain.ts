// A person's cases, one after the other: after a restart, the events that follow belong to the case that it opened.
import type { Engine, Followed } from '../../machine/table.js';
import type { Case, CaseEvent, Registration } from './case.js';
import type { Effect, Transition } from './cells.js';
import type { Position } from './position.js';

type CaseEngine = Pick<Engine<Registration, Case, CaseEvent, Position, Effect>, 'fold' | 'start'>;

/** Folds events that are read into an opened case, and into those that its restarts open. */
export function chainFrom(
  { fold, start }: CaseEngine,
  opened: Case,
  happened: readonly CaseEvent[],
  followed: Followed,
): { readonly cases: readonly Case[]; readonly steps: readonly Transition[] } {
  const cases: Case[] = [opened];
  const steps = happened.map((event) => {
    const recordedIn = event.id === undefined ? -1 : cases.findIndex(({ history }) => history.some(({ id }) => id === event.id));
    const index = recordedIn === -1 ? cases.length - 1 : recordedIn;
    const before = cases[index] as Case;
    const step = fold(before, [event], followed).steps[0] as Transition;
    cases[index] = step.case;
    if (step.case.stage === 'restarted' && before.stage !== 'restarted') cases.push(start(step.case.next));
    return step;
  });
  return { cases, steps };
}
