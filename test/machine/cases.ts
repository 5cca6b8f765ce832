// Reads the cases of the procedures from the files beside their tests: given what has happened, when a step comes or a day is asked about, then this follows.
import {
  actionAgainstMember,
  awardAppeal,
  membershipApplication,
  supportAppealProcedure,
  type ClauseId,
  type DutyEffect,
  type Machine,
  type Need,
  type AnyPolicy,
  type ProcedurePosition,
} from '../../src/index.js';
import { allFiles, type Vector } from '../decision/cases.js';

export interface Event {
  readonly type: string;
  readonly id?: string;
  readonly [fact: string]: unknown;
}
export interface State {
  readonly stage: string;
  readonly history: readonly Event[];
}
/** A procedure as it is driven from data. */
export type LooseMachine = Machine<object, State, Event, ProcedurePosition, DutyEffect>;

interface Taken {
  readonly stage: string;
  /** Every test of the answer, and whether it is true. */
  readonly because: Readonly<Record<string, boolean>>;
  /** Everything that is left open; nothing unless stated, here or by kind. */
  readonly unsettled?: readonly Need[];
  /** The kinds of need, where the need itself is the calendar's to state. */
  readonly needs?: readonly Need['kind'][];
  /** Everything that is brought about, where the case is about that. */
  readonly effects?: readonly DutyEffect[];
}
interface Refused {
  readonly because: Readonly<Record<string, boolean>>;
  /** The last day on which it would have been in time. */
  readonly last?: string;
  /** The steps that may happen instead, in their order. */
  readonly instead: readonly string[];
}
interface Stands {
  readonly stage: string;
  readonly duties: readonly (Readonly<Record<string, unknown>> & { readonly due?: string })[];
  readonly permitted: readonly string[];
  readonly unsettled: readonly Need[];
}
/** One step, or one day, tried on the case that what is given leads to. */
export type Try =
  | { readonly when: Event; readonly taken: Taken }
  | { readonly when: Event; readonly refused: Refused }
  | { readonly asOf: string; readonly stands: Stands };
export interface MachineVector extends Pick<Vector, 'name' | 'policy'> {
  readonly clause: ClauseId;
  readonly opening: object;
  /** Steps that are all taken. */
  readonly given: readonly Event[];
  readonly tries: readonly Try[];
}
interface MachineFile {
  readonly machine: string;
  readonly version: number;
  readonly vectors: readonly MachineVector[];
}

const loose = (machine: unknown): LooseMachine => machine as LooseMachine;
export const machines: readonly LooseMachine[] = [supportAppealProcedure, awardAppeal, actionAgainstMember, membershipApplication].map(
  loose,
);

export const machineFiles: ReadonlyMap<string, MachineFile> = new Map(
  [...allFiles].filter((file): file is [string, MachineFile] => 'machine' in file[1]),
);

/** The case that steps lead to; it fails loudly where one of them is refused. */
export function caseAfter(machine: LooseMachine, opening: object, events: readonly Event[], policy?: AnyPolicy): State {
  const { case: reached, steps } = machine.replay(opening, events, policy);
  const refused = steps.find(({ accepted }) => !accepted);
  if (refused !== undefined) throw new Error(`a given step was refused: ${JSON.stringify(refused)}`);
  return reached;
}
