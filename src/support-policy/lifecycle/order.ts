// Puts events in the order in which the programme takes them: by day, and within a day as the stages allow.
import { readDay } from '../../calendar/dates.js';
import { onceForEach } from '../../data/objects.js';
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
 * Sorts by London day, and within a day by the programme. Next comes the first, by its place in the day and then by instant, that some possible stage takes; what none takes comes last. Equals keep the order given. After a restart the programme begins anew.
 */
export function inStageOrder(list: readonly CaseEvent[], programme: Programme): readonly CaseEvent[] {
  const { places, cellsOf } = orderIn(programme);
  const waiting = list.map((event) => {
    const at = momentOf(event);
    return { event, at, day: readDay(dateOf(at)), place: places.indexOf(nameInDay(event)) };
  });
  waiting.sort((a, b) => a.day - b.day || a.place - b.place || orderOf(a.at, b.at));
  const ordered: CaseEvent[] = [];
  let stages: readonly string[] = ['registered'];
  while (waiting.length > 0) {
    const today = waiting.filter(({ day }) => day === waiting[0]?.day);
    const next = today.findIndex(({ event }) => stagesAfter(stages, cellsOf.get(event.type)).length > 0);
    for (const { event } of waiting.splice(Math.max(next, 0), 1)) {
      const after = stagesAfter(stages, cellsOf.get(event.type));
      if (after.length > 0) stages = after.includes('restarted') ? [...after, 'registered'] : after;
      ordered.push(event);
    }
  }
  return ordered;
}

/** What the order is read from, worked out once for a programme: the places within a day, and the cells of each event. */
const orderIn = /* @__PURE__ */ onceForEach(
  ({ events, cells }: Programme) => ({
    places: orderOfDay(events),
    cellsOf: new Map<string, readonly MachineCell[]>(events.map((type) => [type, cells.filter(({ event }) => event === type)])),
  }),
  /* @__PURE__ */ new WeakMap(),
);

/** The events that come first within a day, each by the one that they come before. */
const recordedBefore: Partial<Readonly<Record<CaseEventType, CaseEventType>>> = {
  'portfolio-submitted': 'submission-deadline-missed',
  'portfolio-resubmitted': 'resubmission-deadline-missed',
  'outcome-released': 'second-review-started',
};

/**
 * Returns the order of events within a day: that of the programme, with three exceptions. A missed deadline comes before what came late, a review before its outcome, and "not met" before "met", which only an award follows.
 */
function orderOfDay(events: readonly CaseEventType[]): readonly (string | undefined)[] {
  return events.flatMap((type) => [recordedBefore[type], type, ...(type === 'outcome-released' ? ['criteria-met'] : [])]);
}

const nameInDay = (event: CaseEvent): string =>
  event.type === 'outcome-released' && event.reviewOutcome === 'criteria-met' ? event.reviewOutcome : event.type;

/** Returns the stages that an event can lead to from any of these. */
function stagesAfter(stages: readonly string[], cells: readonly MachineCell[] = []): readonly string[] {
  return [...new Set(cells.flatMap(({ from, to }) => (stages.includes(from) ? to : [])))];
}
