// Reading a case that comes from outside: by a strict schema for its stage, and by its own history.
import { InvalidFacts, received, type Issue } from '../calendar/errors.js';
import { issue } from '../calendar/problems.js';
import { problemsOf, throwIfAny } from '../decision/facts.js';
import { readList, sameContent, type Engine } from '../machine/engine.js';
import { once } from '../machine/once.js';
import { readingChoices, type Readings } from '../policy/choices.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import { caseSchemas } from './case-schema.js';
import { stages, type Case, type Registration, type Stage } from './case.js';
import type { Effect } from './effect.js';
import type { CaseEvent } from './event.js';

type Path = readonly (string | number)[];
/** What a stored case is read with. */
export interface Reader {
  readonly engine: Engine<Case, CaseEvent, Effect>;
  readonly open: (registration: Registration) => Case;
}

/** Checks a case strictly and gives it back as one of our own making, or throws with every problem. */
export function checkCase(value: unknown, at: Path, { engine, open }: Reader): Case {
  const stage = stageOf(value, at);
  const { output, issues } = problemsOf(caseSchemas[stage](), value);
  const placed = (found: readonly Issue[]): Issue[] => found.map((each) => ({ ...each, path: [...at, ...each.path] }));
  throwIfAny(placed(issues));
  const read = output as Case;
  const history = readList(read.history, (event, index) => engine.readEvent(event, [...at, 'history', index]));
  const claimed = withoutGaps({ ...read, history });
  const reached = reachable(open(read), history, engine).find((state) => sameContent(claimed, state));
  if (reached !== undefined) return reached;
  throw new InvalidFacts([
    {
      path: [...at, 'history'],
      message: `must lead, under some reading of the policy, to the case that is ${stage}`,
      received: received(history),
    },
  ]);
}

/** Every case that a history can lead to when each of its events may have been judged under another reading. */
function reachable(opened: Case, history: readonly CaseEvent[], engine: Reader['engine']): readonly Case[] {
  const policies = stagePolicies();
  let states: readonly Case[] = [opened];
  for (const event of history) {
    const next: Case[] = [];
    for (const step of states.flatMap((state) => policies.map((policy) => engine.transition(state, event, policy)))) {
      if (step.accepted && !next.some((state) => sameContent(state, step.case))) next.push(step.case);
    }
    states = next.filter(({ history: taken }) => taken.at(-1) === event || sameContent(taken.at(-1), event));
  }
  return states;
}

function stageOf(value: unknown, at: Path): Stage {
  let stage: unknown;
  try {
    stage =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly stage?: unknown }).stage : undefined;
    if (stage === undefined && (typeof value !== 'object' || value === null || Array.isArray(value)))
      throw new InvalidFacts([issue(at, 'must be a case', value)]);
  } catch (error) {
    if (error instanceof InvalidFacts) throw error;
  }
  if (!(stages as readonly unknown[]).includes(stage))
    throw new InvalidFacts([issue([...at, 'stage'], `must be one of ${stages.join(', ')}`, stage)]);
  return stage as Stage;
}

function withoutGaps(of: object): object {
  return Object.fromEntries(Object.entries(of).filter(([, each]) => each !== undefined));
}

/** The readings on which the stage of a case can turn, in every combination. */
const stagePolicies: () => readonly Policy[] = /* @__PURE__ */ once(() => {
  const turning = ['first-deadline-missed', 'never-resubmitted', 'resubmission-after-restart'] as const;
  const combinations = turning.reduce<readonly Partial<Readings>[]>(
    (chosenSoFar, reading) => chosenSoFar.flatMap((chosen) => readingChoices[reading].map((choice) => ({ ...chosen, [reading]: choice }))),
    [{}],
  );
  return combinations.map((readings) => definePolicy({ readings }));
});
