// What follows from the arrows of a procedure: who owes what, whether a step is in time, and the event table.
import type { NonEmpty } from '../data/issues.js';
import { dateOf, distinct, type Deadline, type Finding, type Moment, type Need } from '../decision/decision.js';
import { compare, Open } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { governingOn, inForceFrom, type DatedEdition } from '../policy/in-force.js';
import { documentOf, type Policy } from '../policy/policy.js';
import type { DutyEffect, Owed } from './duties.js';
import type { AnyArrow, AnyCase, AnyProcedure } from './procedure.js';
import { momentOf } from './read-events.js';
import type { AnyEvent, Cell, EventTable, Step } from './table.js';

/** When the next step was called for: by the step before it, or by what opened the case. */
function calledFor(state: AnyCase, { openedAt }: AnyProcedure): Moment | undefined {
  const last = state.history.at(-1);
  if (last !== undefined) return momentOf(last);
  return openedAt === undefined ? undefined : (state[openedAt] as Moment);
}

/** Why nothing of a case is counted: on a day of it, or on one that is asked about, another edition governs than the procedure follows. The documents of those days are needed. */
export function governedElsewhere(state: AnyCase, { dated, openedAt }: AnyProcedure, clause: ClauseId, on?: Moment): Open | undefined {
  if (dated === undefined) return undefined;
  const opened = openedAt === undefined ? undefined : (state[openedAt] as Moment);
  const days = [opened, ...state.history.map(momentOf), on].flatMap((moment) => (moment === undefined ? [] : [dateOf(moment)]));
  const others = days.filter((day) => governingOn(dated.among, day) !== dated.edition);
  const [left] = others;
  if (left === undefined) return undefined;
  const own = inForceFrom(dated.edition);
  const next = dated.among[dated.among.indexOf(dated.edition) - 1] as DatedEdition;
  const compared = left < own ? ({ operator: '>=', right: own } as const) : ({ operator: '<', right: inForceFrom(next) } as const);
  const needs = others.map((day): Need => ({ kind: 'document', document: documentOf(governingOn(dated.among, day) ?? dated.edition) }));
  return new Open({ clause, test: 'document-governs', holds: false, left, ...compared }, distinct(needs) as NonEmpty<Need>);
}

function deadlineOf(
  state: AnyCase,
  { owed, clause }: AnyArrow,
  procedure: AnyProcedure,
  policy: Policy,
  on?: Moment,
): Deadline | Open | undefined {
  if (owed?.limit === undefined || owed.isOwed?.(state, policy) === false) return undefined;
  return governedElsewhere(state, procedure, clause, on) ?? owed.limit.deadline(state, calledFor(state, procedure) as Moment, policy);
}

/** What is owed in a state; by its own days alone, unless a day is asked about as well. */
export function dutiesOf(state: AnyCase, procedure: AnyProcedure, policy: Policy, on?: Moment): readonly Owed[] {
  return Object.values(procedure.arrows).flatMap((arrow): readonly Owed[] => {
    const { from, owed, bar, clause } = arrow;
    if (owed === undefined || !from.includes(state.stage) || bar?.(state, policy) !== undefined || owed.isOwed?.(state, policy) === false)
      return [];
    const deadline = deadlineOf(state, arrow, procedure, policy, on);
    return [{ what: owed.what, owedBy: owed.by, clause, kind: owed.kind ?? 'duty', deadline }];
  });
}

/** What the documents leave open in a state, beside deadlines; on a day on which another governs, of its own document nothing is asked. */
export function openIn(state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Need[] {
  const elsewhere = governedElsewhere(state, procedure, firstClause(procedure));
  const own = procedure.leavesOpen?.(state, policy) ?? [];
  return elsewhere === undefined ? own : [...elsewhere.needs, ...own.filter(({ kind }) => kind !== 'document')];
}

const firstClause = ({ arrows }: AnyProcedure): ClauseId => (Object.values(arrows)[0] as AnyArrow).clause;

/** What is asked of a step: the state before it, what is owed there, and when it happens. */
export interface Asked {
  readonly state: AnyCase;
  readonly owed: readonly Owed[];
  readonly arrow: AnyArrow;
  readonly at: Moment;
}

/** Compares a step with its deadline: a finding, or what is missing to say; nothing where it has none. */
function timely({ state, owed, arrow, at }: Asked, procedure: AnyProcedure, policy: Policy): Finding | Open | undefined {
  const own = deadlineIn(owed, arrow);
  if (own === undefined) return undefined;
  const deadline = governedElsewhere(state, procedure, arrow.clause, at) ?? own;
  if (deadline instanceof Open) return deadline;
  const [day, due] = [dateOf(at), dateOf(deadline.due)];
  const counts = arrow.owed?.limit?.counts?.(at, policy) ?? day;
  // What an hour can do is to move a day to the next working day: only on the last day does it decide.
  if (counts instanceof Open && day === due) return counts;
  return { clause: arrow.clause, test: 'step-is-in-time', ...compare(counts instanceof Open ? day : counts, '<=', due) };
}

/** Returns the deadline of a step among what is owed. */
function deadlineIn(owed: readonly Owed[], { owed: own, clause }: AnyArrow): Deadline | Open | undefined {
  const found = owed.find((each) => each.what === own?.what && each.clause === clause)?.deadline;
  return found === 'not-known' ? undefined : found;
}

/** Returns the finding for which a step is refused as out of time, if it is: an opportunity ends with its last day, a duty does not. */
export function outOfTime(asked: Asked, procedure: AnyProcedure, policy: Policy): Finding | undefined {
  if (asked.arrow.owed?.kind !== 'opportunity') return undefined;
  const found = timely(asked, procedure, policy);
  return found === undefined || found instanceof Open || found.holds ? undefined : found;
}

/** Whether findings say that a step is late. */
export function isLate(because: readonly Finding[]): boolean {
  return because.some(({ test, holds }) => test === 'step-is-in-time' && !holds);
}

/** Returns the event table of a procedure. Where what is owed is left out, no time limit is looked at. */
export function tableOf(procedure: AnyProcedure): EventTable<AnyCase, AnyEvent, DutyEffect> {
  const rows = Object.entries(procedure.arrows).map(([type, arrow]) => {
    const { clause, facts, orders, bar, from } = arrow;
    const cell: Cell<AnyCase, AnyEvent, string, string, DutyEffect> = {
      to: [type],
      notBefore: (state) => {
        const first = calledFor(state, procedure);
        return first === undefined ? undefined : { from: first, test: 'follows-what-it-answers' };
      },
      deadline: (_, owed) => {
        const deadline = deadlineIn(owed, arrow);
        return deadline instanceof Open ? undefined : deadline;
      },
      step: (state, event, policy, owed = []) => {
        const asked = { state, owed, arrow, at: momentOf(event) };
        const late = outOfTime(asked, procedure, policy);
        const found = arrow.finds?.(state, event, policy) ?? { because: [] };
        const refusals = [...(late ? [late] : []), ...('refusals' in found ? found.refusals : [])];
        if (refusals.length > 0 || 'refusals' in found) return { refusals: refusals as readonly Finding[] as NonEmpty<Finding> };
        return taken(asked, event, procedure, found.because, policy);
      },
    };
    return [type, { clause, facts, orders, bar, from: Object.fromEntries(from.map((stage) => [stage, cell])) }];
  });
  return Object.fromEntries(rows) as EventTable<AnyCase, AnyEvent, DutyEffect>;
}

function taken(
  asked: Asked,
  event: AnyEvent,
  procedure: AnyProcedure,
  because: readonly Finding[],
  policy: Policy,
): Step<AnyCase, DutyEffect> {
  const { state, arrow, at } = asked;
  const elsewhere = governedElsewhere(state, procedure, arrow.clause, at);
  const time = elsewhere ?? timely(asked, procedure, policy);
  const own = procedure.dated && `${documentOf(procedure.dated.edition)}/`;
  const found = elsewhere === undefined || own === undefined ? because : because.filter(({ clause }) => !clause.startsWith(own));
  return {
    next: { ...state, stage: event.type },
    because: [...(time instanceof Open ? [time.finding] : time === undefined ? [] : [time]), ...found],
    unsettled: time instanceof Open ? time.needs : [],
  };
}

/** Returns what a state leaves open: deadlines that cannot be worked out, and what its documents do not say. */
export function leftOpenIn(owed: readonly Owed[], state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Need[] {
  return [...owed.flatMap(({ deadline }) => (deadline instanceof Open ? deadline.needs : [])), ...openIn(state, procedure, policy)];
}
