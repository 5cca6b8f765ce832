// Reading a case that comes from outside: by a strict schema for its stage, and by its own history.
import type * as z from 'zod';
import { InvalidFacts, safely, type NonEmpty } from '../calendar/errors.js';
import { issue, type Path } from '../calendar/problems.js';
import { read } from '../decision/facts.js';
import { isPlainObject, together, withoutGaps } from '../decision/plain.js';
import type { Engine } from '../machine/engine.js';
import { readList, sameContent } from '../machine/read-events.js';
import { once } from '../machine/once.js';
import { readingChoices, type Readings } from '../policy/choices.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import { caseSchemas } from './case-schema.js';
import { stages, type Stage } from '../policy/vocabulary.js';
import { type Case, type Registration } from './case.js';
import type { Effect } from './effect.js';
import type { CaseEvent } from './event.js';

/** What a stored case is read with. */
export interface Reader {
  readonly engine: Engine<Case, CaseEvent, Effect>;
  readonly open: (registration: Registration) => Case;
}

/** Checks a case strictly and gives it back as one of our own making, or throws with every problem. */
export function checkCase(value: unknown, at: Path, { engine, open }: Reader): Case {
  const stage = stageOf(value, at);
  const stored = safely(() => (value as { readonly history?: unknown }).history);
  const [claimed, history] = together<[Case, readonly CaseEvent[]]>(
    () => read<Case>(caseSchemas[stage]() as z.ZodType<Case>, value, at),
    () =>
      safely(() => Array.isArray(stored)) === true
        ? readList(stored, [...at, 'history'], (event, where) => engine.readEvent(event, where))
        : [],
  );
  const whole = withoutGaps({ ...claimed, history });
  const reached = reachable(open(claimed), history, engine).find((state) => sameContent(whole, state));
  if (reached !== undefined) return reached;
  throw new InvalidFacts([issue([...at, 'history'], `must lead, under some reading of the policy, to the case that is ${stage}`, history)]);
}

/** Every case that a history can lead to when each of its events may have been judged under another reading. */
function reachable(opened: Case, history: readonly CaseEvent[], engine: Reader['engine']): readonly Case[] {
  const [plain, ...others] = stagePolicies();
  const turns = new Set(engine.cells.flatMap(({ event, to }) => (to.length > 1 ? [event] : []))); // where a reading can lead elsewhere
  let states: readonly Case[] = [opened];
  for (const event of history) {
    const next: Case[] = [];
    for (const step of states.flatMap((state) =>
      (turns.has(event.type) ? [plain, ...others] : [plain]).flatMap((policy) => engine.fold(state, [event], policy).steps),
    )) {
      if (step.accepted && !next.some((state) => sameContent(state, step.case))) next.push(step.case);
    }
    states = next.filter(({ history: taken }) => taken.at(-1) === event); // one recorded twice stands once
  }
  return states;
}

function stageOf(value: unknown, at: Path): Stage {
  if (!isPlainObject(value)) throw new InvalidFacts([issue(at, 'must be a case', value)]);
  const stage = safely(() => value['stage']);
  if (!(stages as readonly unknown[]).includes(stage))
    throw new InvalidFacts([issue([...at, 'stage'], `must be one of ${stages.join(', ')}`, stage)]);
  return stage as Stage;
}

/** The readings on which the stage of a case can turn, in every combination. */
const stagePolicies: () => NonEmpty<Policy> = /* @__PURE__ */ once(() => {
  const turning = ['first-deadline-missed', 'never-resubmitted', 'resubmission-after-restart'] as const;
  const combinations = turning.reduce<readonly Partial<Readings>[]>(
    (chosenSoFar, reading) => chosenSoFar.flatMap((chosen) => readingChoices[reading].map((choice) => ({ ...chosen, [reading]: choice }))),
    [{}],
  );
  return combinations.map((readings) => definePolicy({ readings })) as readonly Policy[] as NonEmpty<Policy>;
});
