// Puts events in the order in which the programme takes them: by day, and within a day as the stages allow.
import { dateOf, orderOf } from '../../decision/decision.js';
import { momentOf } from '../../machine/reading.js';
import type { MachineCell } from '../../machine/table.js';
import type { CaseEvent, CaseEventType } from './case.js';

/** The events of the programme in its order, and the cells that take them. */
interface Programme {
  readonly events: readonly CaseEventType[];
  readonly cells: readonly MachineCell[];
}

/**
 * Sorts by London day, and within a day by the programme: next comes the first, by its place in the day and then by instant, that some stage still
 * possible takes; what none takes comes last. Equals keep the order given. After a restart the programme begins anew.
 */
export function inStageOrder(list: readonly CaseEvent[], { events, cells }: Programme): readonly CaseEvent[] {
  const waiting = list.map((event) => {
    const at = momentOf(event);
    return { event, at, day: dateOf(at), place: placeInDay(event, events) };
  });
  waiting.sort((a, b) => compareText(a.day, b.day) || compareText(a.place, b.place) || orderOf(a.at, b.at));
  const ordered: CaseEvent[] = [];
  let stages: readonly string[] = ['registered'];
  while (waiting.length > 0) {
    const today = waiting.filter(({ day }) => day === waiting[0]?.day);
    const next = today.findIndex(({ event }) => stagesAfter(event.type, stages, cells).length > 0);
    for (const { event } of waiting.splice(Math.max(next, 0), 1)) {
      const after = stagesAfter(event.type, stages, cells);
      if (after.length > 0) stages = after.includes('restarted') ? [...after, 'registered'] : after;
      ordered.push(event);
    }
  }
  return ordered;
}

/**
 * Returns the place of an event within a day: that of the programme, except that a missed deadline is recorded before what came late, a review starts
 * before its outcome, and "not met" comes before "met", which nothing but an award follows.
 */
function placeInDay(event: CaseEvent, events: readonly CaseEventType[]): string {
  const order = {
    'submission-deadline-missed': 'portfolio-submitted',
    'resubmission-deadline-missed': 'portfolio-resubmitted',
    'second-review-started': 'outcome-released',
  } as const;
  const next = event.type in order ? order[event.type as keyof typeof order] : event.type;
  const met = event.type === 'outcome-released' && event.reviewOutcome === 'criteria-met';
  return `${String(events.indexOf(next)).padStart(2, '0')}${next === event.type ? 1 : 0}${met ? 1 : 0}`;
}

/** Returns the stages that an event can lead to from any of these. */
function stagesAfter(type: string, stages: readonly string[], cells: readonly MachineCell[]): readonly string[] {
  return [...new Set(cells.flatMap(({ event, from, to }) => (event === type && stages.includes(from) ? to : [])))];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
