// The lines of a Mermaid state diagram, and the way of a case through it: what moves a case is an arrow, what leaves it there is a line of the stage's box.
import { words } from '../data/text.js';
import { invalid, safely } from '../data/issues.js';
import type { AnyPolicy } from '../policy/policy.js';
import { momentOf } from '../machine/reading.js';
import type { AnyEvent, AnyState, Machine, MachineCell } from '../machine/table.js';

const idOf = (name: string): string => name.replaceAll('-', '_');
const OPEN = 'any_open_stage';

/** What a diagram is drawn from. */
export interface Drawn {
  readonly id: string;
  readonly stages: readonly string[];
  readonly cells: readonly MachineCell[];
}

/** Draws stages and cells; with a path, the stages that it passed through are drawn heavier, and its steps are numbered. What is drawn by a draft has a title that says so. */
export function stateDiagram({ id, stages, cells }: Drawn, path?: readonly PathStep[], draft?: string): string {
  const [start = ''] = stages;
  const title = draft === undefined ? [] : ['---', `title: "${draft}"`, '---'];
  const head = [
    ...title,
    'stateDiagram-v2',
    `  accTitle: ${draft === undefined ? '' : 'Draft, not the policy, '}${words(id)}`,
    `  [*] --> ${idOf(start)}`,
  ];
  return [...head, ...linesOf(stages, cells, path ?? []), ...(path ? highlights(start, path) : [])].join('\n');
}

function linesOf(stages: readonly string[], cells: readonly MachineCell[], path: readonly PathStep[]): readonly string[] {
  const open = stages.filter((stage) => cells.some(({ from }) => from === stage));
  const closed = stages.filter((stage) => !open.includes(stage));
  const isShared = sharedBy(open, cells);
  const [shared, own] = [cells.filter(isShared), cells.filter((cell) => !isShared(cell))];
  const label = ({ event, clause }: MachineCell, took: (step: PathStep) => boolean): string => {
    const at = path.flatMap((step, index) => (step.event === event && took(step) ? [index + 1] : []));
    return `${at.length > 0 ? `${at.join(', ')} ▸ ` : ''}${words(event)} · ${clause}`;
  };
  const box = (stage: string): string => `state "${words(stage)}" as ${idOf(stage)}`;
  const inBox = own.flatMap((cell) =>
    cell.to.includes(cell.from) ? [`${idOf(cell.from)} : ${label(cell, ({ from, to }) => from === cell.from && to === cell.from)}`] : [],
  );
  const arrow = (from: string, to: string): readonly string[] => {
    const labels = own
      .filter((cell) => cell.from === from && cell.to.includes(to))
      .map((cell) => label(cell, (step) => step.from === from && step.to === to));
    return labels.length > 0 ? [`${idOf(from)} --> ${idOf(to)} : ${labels.join('<br/>')}`] : [];
  };
  const arrows = (to: readonly string[]): readonly string[] =>
    open.flatMap((from) => to.flatMap((stage) => (stage === from ? [] : arrow(from, stage))));
  const first = (of: readonly MachineCell[]): readonly MachineCell[] => of.filter(({ from }) => from === open[0]);
  const staying = first(shared).filter(({ from, to }) => to.includes(from));
  const leaving = first(shared).filter(({ from, to }) => !to.includes(from));
  const within = [...open.map(box), ...inBox, ...arrows(open)];
  return [
    ...(shared.length > 0
      ? [`  state "any open stage" as ${OPEN} {`, ...within.map((line) => `    ${line}`), '  }']
      : within.map((line) => `  ${line}`)),
    ...closed.map((stage) => `  ${box(stage)}`),
    ...arrows(closed).map((line) => `  ${line}`),
    ...leaving.map((cell) => `  ${OPEN} --> ${idOf(String(cell.to[0]))} : ${label(cell, () => true)}`),
    ...(staying.length > 0
      ? [`  note right of ${OPEN} : in any open stage<br/>${staying.map((cell) => label(cell, () => true)).join('<br/>')}`]
      : []),
    ...closed.map((stage) => `  ${idOf(stage)} --> [*]`),
  ];
}

/** Tells whether a cell is one of an event that every open stage takes alike: each stays as it is, or all lead to one stage. */
function sharedBy(open: readonly string[], cells: readonly MachineCell[]): (cell: MachineCell) => boolean {
  const where = ({ from, to: [to] }: MachineCell): string | undefined => (to === from ? '' : to);
  return (cell) => {
    const alike = cells.filter(({ event }) => event === cell.event);
    return open.length > 1 && alike.length === open.length && alike.every((each) => each.to.length === 1 && where(each) === where(cell));
  };
}

function highlights(start: string, path: readonly PathStep[]): readonly string[] {
  const passed = [...new Set([start, ...path.map(({ to }) => to)])];
  const here = path.at(-1)?.to ?? start;
  return [
    '  classDef passed stroke:#b45309,stroke-width:3px',
    '  classDef here stroke:#b45309,stroke-width:6px,font-weight:bold',
    ...passed.map((stage) => `  class ${idOf(stage)} ${stage === here ? 'here' : 'passed'}`),
  ];
}

interface PathStep {
  readonly event: string;
  readonly from: string;
  readonly to: string;
}
/** A machine whose states carry their history, as all of them do. */
export type AnyMachine = Machine<never, AnyState<AnyEvent>, never, { readonly stage: string }>;

/**
 * Lists the cells that the history of a case went through, in its order. Where a cell leads to several stages, the position on that day says to which.
 * Throws `InvalidFacts` where the machine has no such cells.
 */
export function pathOf(machine: AnyMachine, state: AnyState<AnyEvent>, policy: AnyPolicy | undefined): readonly PathStep[] {
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
