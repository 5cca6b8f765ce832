// What follows from the arrows of a procedure: who owes what, whether a step is in time, and the event table.
import type { NonEmpty } from '../calendar/errors.js';
import type { Deadline, Finding, Need } from '../decision/decision.js';
import { dateOf, type Moment } from '../decision/moments.js';
import { distinct } from '../decision/needs.js';
import { compare, Open } from '../decision/steps.js';
import type { Policy } from '../policy/policy.js';
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

function deadlineOf(state: AnyCase, { owed }: AnyArrow, procedure: AnyProcedure, policy: Policy): Deadline | Open | undefined {
  return owed?.limit?.deadline(state, calledFor(state, procedure) as Moment, policy);
}

export function dutiesOf(state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Owed[] {
  return Object.values(procedure.arrows).flatMap((arrow): readonly Owed[] => {
    const { from, owed, bar, clause } = arrow;
    if (owed === undefined || !from.includes(state.stage) || bar?.(state) !== undefined) return [];
    return [{ what: owed.what, owedBy: owed.by, clause, kind: owed.kind ?? 'duty', deadline: deadlineOf(state, arrow, procedure, policy) }];
  });
}

/** What a state leaves open: deadlines that cannot be worked out, and what the documents do not settle. */
function openIn(state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Need[] {
  const undated = dutiesOf(state, procedure, policy).flatMap(({ deadline }) => (deadline instanceof Open ? deadline.needs : []));
  return [...undated, ...(procedure.leavesOpen?.(state) ?? [])];
}

/** How a step stands to its limit: a finding, or what is missing to say; nothing where it has none. */
function timely(state: AnyCase, arrow: AnyArrow, procedure: AnyProcedure, at: Moment, policy: Policy): Finding | Open | undefined {
  const deadline = deadlineOf(state, arrow, procedure, policy);
  if (deadline === undefined || deadline instanceof Open) return deadline;
  const [day, due] = [dateOf(at), dateOf(deadline.due)];
  const counts = arrow.owed?.limit?.counts?.(at, policy) ?? day;
  // What an hour can do is to move a day to the next working day: only on the last day does it decide.
  if (counts instanceof Open && day === due) return counts;
  return { clause: arrow.clause, test: 'step-is-in-time', ...compare(counts instanceof Open ? day : counts, '<=', due) };
}

/** The finding for which a step is refused as out of time, if it is. */
export function outOfTime(state: AnyCase, arrow: AnyArrow, procedure: AnyProcedure, at: Moment, policy: Policy): Finding | undefined {
  if (arrow.owed?.limit?.late !== 'refused') return undefined;
  const found = timely(state, arrow, procedure, at, policy);
  return found === undefined || found instanceof Open || found.holds ? undefined : found;
}

/** The event table of a procedure; without its time limits, where it is enough that a step could have been taken. */
export function tableOf(procedure: AnyProcedure, limits: boolean): EventTable<AnyCase, AnyEvent, DutyEffect> {
  const rows = Object.entries(procedure.arrows).map(([type, arrow]) => {
    const { clause, facts, orders, bar, from } = arrow;
    const cell: Cell<AnyCase, AnyEvent, string, string, DutyEffect> = {
      to: [type],
      notBefore: (state) => {
        const first = calledFor(state, procedure);
        return first === undefined ? undefined : { from: first, test: 'follows-what-it-answers' };
      },
      deadline: (state, policy) => {
        const deadline = deadlineOf(state, arrow, procedure, policy);
        return deadline instanceof Open ? undefined : deadline;
      },
      step: (state, event, policy) => {
        const late = limits ? outOfTime(state, arrow, procedure, momentOf(event), policy) : undefined;
        const found = arrow.finds?.(state, event, policy) ?? { because: [] };
        const refusals = [...(late ? [late] : []), ...('refusals' in found ? found.refusals : [])];
        if (refusals.length > 0 || 'refusals' in found) return { refusals: refusals as readonly Finding[] as NonEmpty<Finding> };
        return taken(state, event, arrow, procedure, found.because, policy);
      },
    };
    return [type, { clause, facts, orders, bar, from: Object.fromEntries(from.map((stage) => [stage, cell])) }];
  });
  return Object.fromEntries(rows) as EventTable<AnyCase, AnyEvent, DutyEffect>;
}

function taken(
  state: AnyCase,
  event: AnyEvent,
  arrow: AnyArrow,
  procedure: AnyProcedure,
  because: readonly Finding[],
  policy: Policy,
): Step<AnyCase, DutyEffect> {
  const time = timely(state, arrow, procedure, momentOf(event), policy);
  const next: AnyCase = { ...state, stage: event.type, history: [...state.history, event] };
  const unsettled = [...(time instanceof Open ? time.needs : []), ...openIn(next, procedure, policy)];
  return {
    next,
    because: [...(time instanceof Open ? [time.finding] : time === undefined ? [] : [time]), ...because],
    unsettled: distinct(unsettled),
  };
}
