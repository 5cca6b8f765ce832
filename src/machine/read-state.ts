// Reading a state that comes from outside: by a strict schema for its stage, and by its own history.
import * as z from 'zod';
import { InvalidFacts, issue, safely, together, type NonEmpty, type Path } from '../data/issues.js';
import { read } from '../decision/facts.js';
import { isPlainObject } from '../data/reading.js';
import { readingChoices, type Readings, type SelectableReadingId } from '../policy/choices.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import { MOST_EVENTS, type Engine } from './engine.js';
import { readList, sameContent } from './read-events.js';
import type { AnyEvent, AnyState } from './table.js';

/** What every stored state holds; its events are read apart, by type. */
export const storedShape = (): { readonly schemaVersion: z.ZodType<1>; readonly history: z.ZodType<unknown[]> } => ({
  schemaVersion: z.literal(1, 'must be 1, the version of cases that this library reads'),
  history: z.array(z.unknown(), 'must be a list of events').check(z.maxLength(MOST_EVENTS, `must hold at most ${MOST_EVENTS} events`)),
});

/** What a stored state is read with. */
export interface Reader<S extends AnyState<E>, E extends AnyEvent, X> {
  readonly engine: Engine<S, E, X>;
  readonly schemaOf: (stage: S['stage']) => z.ZodType;
  /** The first state of a case that was opened as this one says it was. */
  readonly open: (claimed: S) => S;
  /** A policy for each combination of the readings on which an event's taking, or where it leads, can turn. */
  readonly policies: () => NonEmpty<Policy>;
}

/** Checks a state strictly and gives it back as one of our own making, or throws with every problem. */
export function checkState<S extends AnyState<E>, E extends AnyEvent, X>(value: unknown, at: Path, reader: Reader<S, E, X>): S {
  const { engine, schemaOf, open } = reader;
  const stage = stageOf(value, at, engine.stages);
  const stored = safely(() => (value as { readonly history?: unknown }).history);
  const [claimed, history] = together<[S, readonly E[]]>(
    () => read<S>(schemaOf(stage) as z.ZodType<S>, value, at),
    () => (safely(() => Array.isArray(stored)) === true ? readList(stored, [...at, 'history'], engine.readEvent) : []),
  );
  const whole = { ...claimed, history };
  const reached = reachable(open(claimed), history, reader).find((state) => sameContent(whole, state));
  if (reached !== undefined) return reached;
  throw new InvalidFacts([issue([...at, 'history'], `must lead, under some reading of the policy, to the case that is ${stage}`, history)]);
}

/** Every state that a history can lead to when each of its events may have been judged under another reading. */
function reachable<S extends AnyState<E>, E extends AnyEvent, X>(
  opened: S,
  history: readonly E[],
  { engine, policies }: Reader<S, E, X>,
): readonly S[] {
  const forks = new Set(engine.cells.filter(({ to }) => to.length > 1).map(({ event }) => event)); // where a reading can lead elsewhere
  let states: readonly S[] = [opened];
  for (const event of history) {
    const next: S[] = [];
    for (const state of states) {
      for (const policy of policies()) {
        const after = engine.follow(state, [event], policy);
        if (after === state) continue; // refused, or recorded twice where it can stand only once
        if (!next.some((other) => sameBesideHistory(other, after))) next.push(after);
        if (!forks.has(event.type)) break;
      }
    }
    states = next;
  }
  return states;
}

/** Compares states beside their history: those that the same events have led to hold the same one. */
function sameBesideHistory(a: object, b: object): boolean {
  return sameContent({ ...a, history: undefined }, { ...b, history: undefined });
}

function stageOf<Stage extends string>(value: unknown, at: Path, stages: readonly Stage[]): Stage {
  if (!isPlainObject(value)) throw new InvalidFacts([issue(at, 'must be a case', value)]);
  const stage = safely(() => value['stage']);
  if (!(stages as readonly unknown[]).includes(stage))
    throw new InvalidFacts([issue([...at, 'stage'], `must be one of ${stages.join(', ')}`, stage)]);
  return stage as Stage;
}

/** A policy for every combination of some readings, the defaults first. */
export function policiesOver(readings: readonly SelectableReadingId[]): NonEmpty<Policy> {
  const combinations = readings.reduce<readonly Partial<Readings>[]>(
    (chosenSoFar, reading) => chosenSoFar.flatMap((chosen) => readingChoices[reading].map((choice) => ({ ...chosen, [reading]: choice }))),
    [{}],
  );
  return combinations.map((chosen) => definePolicy({ readings: chosen })) as readonly Policy[] as NonEmpty<Policy>;
}
