// A machine as a Mermaid state diagram: what is given is read, and the path of a case is looked up in the machine's own cells.
import { readAll, InvalidFacts, invalid } from '../data/issues.js';
import { copyOf } from '../data/copies.js';
import { asGiven, checkedReader, listOf, objectOf, readArguments, readerOf, type Reader } from '../data/reading.js';
import type { AnyEvent, Machine, MachineCell } from '../machine/table.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import { withPaths } from '../questions/asked.js';
import { draftLine } from '../words/draft.js';
import { pathOf, stateDiagram, type AnyMachine, type Drawn } from './state-diagram.js';

/** What to draw beside the machine itself. @since 0.1.0 */
export interface MermaidOptions<State> {
  /** A case of this machine: its stages are drawn heavier, and its events numbered in their order. */
  readonly highlight?: State | undefined;
  /** The policy that the case was judged by, where it is not the standard one. */
  readonly policy?: AnyPolicy | undefined;
}

/**
 * Draws a machine as a Mermaid state diagram: each arrow with its event and clause, and one case's path where one is given.
 *
 * What every open stage takes is drawn once, at a box around them all.
 * @throws `InvalidFacts` if it is given anything but a machine of this library and a case of that machine.
 * @example mermaid(awardAppeal).split('\n')[0] // => 'stateDiagram-v2'
 * @example mermaid(awardAppeal).includes('explained --> appeal_lodged : appeal lodged · award-appeals/4.3') // => true
 * @since 0.1.0
 */
export function mermaid<Opening, State extends { readonly stage: string }, Event extends AnyEvent>(
  machine: Machine<Opening, State, Event>,
  options: MermaidOptions<NoInfer<State>> = {},
): string {
  const drawn = readArguments({ machine: aMachine, options: someOptions }, { machine, options });
  const read = drawn.machine as unknown as AnyMachine;
  const highlight = copyOf(drawn.options.highlight);
  const [policy] = readAll(
    () => policyOf(drawn.options.policy, ['options', 'policy']),
    () => highlight !== undefined && checkCase(read, highlight),
  );
  const path = highlight === undefined ? undefined : pathOf(read, highlight as never, policy);
  return stateDiagram(drawn.machine, path, draftLine(policy.limits));
}

const aName = /* @__PURE__ */ readerOf<string>(
  (value) => typeof value === 'string' && /^[A-Za-z][\w-]{0,99}$/.test(value),
  'must be a name',
);
const aClause = /* @__PURE__ */ readerOf<MachineCell['clause']>(
  (value) => typeof value === 'string' && /^[a-z-]{1,50}\/[\w.-]{1,50}$/.test(value),
  'must be the id of a clause',
);
const IS_A_MACHINE = 'must be a function of a machine of this library';
const aFunction = /* @__PURE__ */ readerOf<unknown>((value) => typeof value === 'function', IS_A_MACHINE);
const someStages = /* @__PURE__ */ checkedReader(
  /* @__PURE__ */ listOf(aName, 100),
  ({ length }) => length > 0,
  'must be a list of at least one',
);
const aMachine: Reader<Drawn> = (issues, value, path) => {
  const cell = objectOf({ event: aName, from: aName, to: listOf(aName, 100), clause: aClause });
  const parts = { id: aName, stages: someStages, cells: listOf(cell, 1000), permitted: aFunction, position: aFunction };
  return objectOf(parts, true)(issues, value, path);
};
const someOptions = /* @__PURE__ */ objectOf({ highlight: asGiven, policy: asGiven });

/** Asks the machine whether a case is its own; what it finds wrong is told at the place where the case was given. */
function checkCase(machine: AnyMachine, highlight: unknown): void {
  try {
    withPaths(
      ([, ...rest]) => ['options', 'highlight', ...rest],
      () => machine.permitted(highlight as never),
    );
  } catch (error) {
    throw error instanceof InvalidFacts ? error : invalid(['machine', 'permitted'], IS_A_MACHINE, undefined);
  }
}
