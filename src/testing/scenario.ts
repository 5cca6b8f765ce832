// What a test takes for granted: how a case of a machine was opened, what has happened to it, and the policy it is judged by.
import { explain } from '../words/explain.js';
import { invalid, safely } from '../data/issues.js';
import { holdsPart } from '../data/same.js';
import type { AnyEvent, Machine } from '../machine/table.js';
import { standardPolicy, type AnyPolicy } from '../policy/policy.js';
import { withPaths } from '../questions/asked.js';

/** What a test takes for granted: a machine, what opens a case of it, and what has happened. @since 0.1.0 */
export interface Scenario<Opening, State extends { readonly stage: string }, Event extends AnyEvent, Position = unknown, X = unknown> {
  readonly machine: Machine<Opening, State, Event, Position, X>;
  readonly opening: Opening;
  /** Events that are all taken; none where left out. */
  readonly events?: readonly Event[];
  /** The standard policy where left out. */
  readonly policy?: AnyPolicy;
}

/** Makes the error of an answer that is not as expected; the message explains the answer. */
export function failure(message: string): Error {
  return Object.assign(new Error(message), { name: 'AssertionError' });
}

export function answerInWords(answer: unknown, policy?: AnyPolicy): string {
  return explain(answer as Parameters<typeof explain>[0], policy).text;
}

/** Writes data as JSON, also what JSON has no form for. */
export function inJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

export function isSame(a: unknown, b: unknown): boolean {
  return holdsPart(a, b) && holdsPart(b, a);
}

export const isWithin = (cited: string, clause: string): boolean => cited === clause || cited.startsWith(`${clause}.`);

export function typeOf(event: unknown): string {
  return String(safely(() => (event as AnyEvent).type));
}

/** Reads the parts of a scenario, each once, and leads its case through what has happened; it throws where an event is refused, with the reasons. */
export function readScenario<Opening, State extends { readonly stage: string }, Event extends AnyEvent, Position, X>(
  so: Scenario<Opening, State, Event, Position, X>,
): { readonly machine: Machine<Opening, State, Event, Position, X>; readonly policy: AnyPolicy; readonly case: State } {
  const parts = safely(() => {
    const { machine, opening, events = [], policy = standardPolicy } = so;
    return { machine, opening, events, policy };
  });
  if (parts === undefined) throw invalid([], 'must be a case as aCase() tells it, or an object with a machine and an opening', so);
  const { machine, opening, events, policy } = parts;
  if (safely(() => typeof machine.replay === 'function' && typeof machine.transition === 'function') !== true)
    throw invalid(['machine'], 'must be a machine of this library, such as awardAppeal', machine);
  const { case: state, steps } = withPaths(
    (path) => (path[0] === 'events' || path[0] === 'policy' ? path : ['opening', ...path]),
    () => machine.replay(opening, events, policy),
  );
  for (const [index, step] of steps.entries())
    if (!step.accepted)
      throw failure(
        `'${typeOf(events[index])}' is taken for granted, and is refused at '${step.case.stage}'.\n\n${answerInWords(step, policy)}`,
      );
  return { machine, policy, case: state };
}
