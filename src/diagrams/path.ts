// The way that a case took through its machine: each accepted event as an arrow from stage to stage.
import { invalid, safely } from '../data/issues.js';
import type { AnyPolicy } from '../policy/policy.js';
import { momentOf } from '../machine/reading.js';
import type { AnyEvent, Machine, MachineCell } from '../machine/table.js';

/** One step of the way. */
export interface PathStep {
  readonly event: string;
  readonly from: string;
  readonly to: string;
}
interface AnyState {
  readonly stage: string;
  readonly history: readonly AnyEvent[];
}
/** A machine whose states carry their history, as all of them do. */
export type AnyMachine = Machine<never, AnyState, never, { readonly stage: string }>;

/**
 * Lists the cells that the history of a case went through, in its order. Where a cell leads to several stages, the position on that day says to which.
 * Throws `InvalidFacts` where the machine has no such cells.
 */
export function pathOf(machine: AnyMachine, state: AnyState, policy: AnyPolicy | undefined): readonly PathStep[] {
  const { history } = state;
  const walk = (from: string, index: number): readonly PathStep[] | undefined => {
    const event = history[index];
    if (event === undefined) return from === state.stage ? [] : undefined;
    for (const to of leadsTo(event, from)) {
      const rest = walk(to, index + 1);
      if (rest !== undefined) return [{ event: event.type, from, to }, ...rest];
    }
    return undefined;
  };
  const leadsTo = (event: AnyEvent, from: string): readonly string[] => {
    const to = machine.cells.find((cell: MachineCell) => cell.event === event.type && cell.from === from)?.to ?? [];
    if (to.length < 2) return to;
    const then = safely(() => machine.position(state, momentOf(event), policy).stage);
    return [...to.filter((stage) => stage === then), ...to.filter((stage) => stage !== then)];
  };
  const [start = ''] = machine.stages;
  const path = walk(start, 0);
  if (path === undefined) throw invalid(['options', 'highlight', 'history'], 'must be a way through the cells of the machine', history);
  return path;
}
