// Histories that the model walks: at each stage mostly what it may take, on the days and seconds around its deadline and around what went before.
import { fc } from '@fast-check/vitest';
import type { CaseEvent, CaseEventType, Cohort, Instant, PlainDate } from '../../../../src/index.js';
import { addDays, eventOf, nextFor, policy as somePolicy, registration, type Tangle } from '../support/arbitraries.js';
import { allEvents, takes } from './matrix.js';
import * as e from '../support/events.js';
import { londonDay } from './days.js';
import { judge, opened, type Model } from './model.js';

interface Choice {
  readonly pick: number;
  readonly day: number;
  readonly hour: (typeof hours)[number];
  readonly isMet: boolean;
  /** Whether any event may be tried, and not only one of the stage. */
  readonly stray: boolean;
  readonly goesOn: boolean;
}
const hours = ['00:00:00', '16:59:59', '17:00:00', '17:00:00', '17:00:01', '17:00:01', '23:59:59'] as const;

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.noBias(fc.nat(10_000)),
  day: fc.noBias(fc.nat(10_000)),
  hour: fc.constantFrom(...hours),
  isMet: fc.boolean(),
  stray: fc.nat(7).map((n) => n === 0),
  goesOn: fc.nat(3).map((n) => n > 0),
});

const around = (day: PlainDate): readonly PlainDate[] => [-1, 0, 0, 1].map((days) => addDays(day, days));

/** The days on which something turns for a case as it stands. */
function daysFor({ stage, opening: { cohort }, history }: Model): readonly PlainDate[] {
  const last = history.map(e.dayOf).sort().at(-1) ?? cohort.startsOn;
  const first = stage === 'in-programme' || stage === 'submitted' ? cohort.submissionDeadline : undefined;
  const second = stage === 'criteria-not-met' ? cohort.resubmissionDeadline : undefined;
  const due = [first, second].flatMap((at) => (at === undefined ? [] : around(londonDay(at))));
  const notice = stage === 'registered' ? [...around(cohort.startsOn), ...around(addDays(cohort.startsOn, -31))] : [];
  return [...around(last), ...due, ...due, ...notice];
}

/** Steps that lead on come more often than those that stay or end a case. */
function typesFor({ stage, opening: { cohort } }: Model, { stray, goesOn }: Choice): readonly CaseEventType[] {
  const may = allEvents.filter((type) => takes(type, stage, cohort.programme));
  const on = may.filter((type) => type !== 'withdrawn' && !takes(type, 'registered', cohort.programme) && type !== 'feedback-issued');
  if (stray || may.length === 0) return allEvents;
  return goesOn && on.length > 0 ? on : stage === 'registered' && goesOn ? ['portfolio-issued'] : may;
}

/** Mostly a cohort that was available; else one whose entry closes, or whose programme starts, on the days around the trigger. */
function into({ opening: { cohort }, noted, history }: Model, pick: number): Cohort {
  const trigger = (noted['restartFrom'] ?? history.map(e.dayOf).at(-1) ?? cohort.startsOn) as PlainDate;
  const next = nextFor(cohort, trigger);
  if (pick % 3 > 0) return next;
  const [startsOn, entryCloses] = [at(around(trigger), pick), at([undefined, ...around(trigger)], Math.floor(pick / 3))];
  return { id: next.id, programme: next.programme, startsOn, ...(entryCloses && { entryCloses }) };
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function walked(of: Tangle, choices: readonly Choice[]): Tangle {
  const events: CaseEvent[] = [];
  let model = opened(of.registration);
  choices.forEach((chosen, index) => {
    const day = at(daysFor(model), chosen.day);
    const instant: Instant = e.at(day, chosen.hour);
    const event = {
      ...eventOf(at(typesFor(model, chosen), chosen.pick), day, instant, chosen.isMet, into(model, chosen.pick)),
      id: `e-${index}`,
    };
    events.push(event);
    const judged = judge(model, event, of.policy.readings);
    if (!judged.taken) return;
    model = judged.model;
    if (event.type === 'restarted') model = opened(model.noted['next'] as typeof of.registration);
  });
  return { ...of, events };
}

export const history: fc.Arbitrary<Tangle> = fc
  .tuple(registration, somePolicy, fc.array(choice, { minLength: 3, maxLength: 20 }))
  .map(([opening, policy, choices]) => walked({ registration: opening, policy, events: [] }, choices));
