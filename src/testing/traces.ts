// Traces of the lifecycle for another implementation, in whatever language: histories with the policy's answer to each event.
import { definePolicy, type AnyPolicy } from '../policy/policy.js';
import { defaultReadings, readingChoices, type Readings } from '../policy/choices.js';
import { combinations } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import type { CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import { openCase, transition, turningReadings } from '../support-policy/lifecycle/lifecycle.js';
import { currentAfter, walkAll, type Place, type Tried } from './walks.js';

/** A history with the answer to each event, under some readings. @since 0.1.0 */
export interface Trace {
  /** The readings that are not the standard ones. */
  readonly readings: Partial<Readings>;
  readonly registration: Registration;
  /** In order; the stage is that of the current case after the event: after a restart `registered`. The clause is the one that decides. */
  readonly steps: readonly { readonly event: CaseEvent; readonly accepted: boolean; readonly stage: string; readonly clause: ClauseId }[];
}

/** Lists every way to choose these readings, the standard one first, without the choices that are standard. */
function departures(): readonly Partial<Readings>[] {
  return combinations(turningReadings, (id): readonly string[] => readingChoices[id]).map((chosen) =>
    Object.fromEntries(turningReadings.flatMap((id) => (chosen[id] === defaultReadings[id] ? [] : [[id, chosen[id]]]))),
  );
}

/**
 * Makes traces that visit every cell with each stage that it leads to, every refusal, and every two consecutive steps that can happen, a restart's first among them.
 *
 * @example traces()[0]?.registration.participant // => 'p-1'
 * @since 0.1.0
 */
export function traces(): readonly Trace[] {
  const seen = new Set<string>();
  return departures().flatMap((readings) => {
    const policy = definePolicy({ readings });
    const places = walkAll(policy);
    const arrivals = new Map<Place, (Tried & { readonly from: Place })[]>();
    for (const from of places)
      for (const each of from.tried)
        if (each.to !== undefined) arrivals.set(each.to, [...(arrivals.get(each.to) ?? []), { ...each, from }]);
    const found: Trace[] = [];
    /** Keeps a history that visits something new. */
    const keep = (names: readonly string[], from: Place, more: readonly CaseEvent[]): void => {
      if (names.every((name) => seen.has(name))) return;
      for (const name of names) seen.add(name);
      found.push(traceOf(readings, from.registration, [...from.events, ...more], policy));
    };
    const named = ({ form: at }: { readonly form: string }, { visits, form }: Tried): string => [visits, form, at].join('; ');
    for (const place of places) {
      const refused = place.tried.filter(({ step }) => !step.accepted);
      keep(
        refused.map((each) => named(place, each)),
        place,
        refused.map(({ event }) => event),
      );
      for (const after of place.tried.filter(({ step }) => step.accepted)) {
        keep([named(place, after)], place, [after.event]);
        for (const earlier of arrivals.get(place) ?? [])
          keep([`${earlier.visits}, ${after.visits}`], earlier.from, [earlier.event, after.event]);
      }
    }
    return found;
  });
}

function traceOf(readings: Partial<Readings>, registration: Registration, events: readonly CaseEvent[], policy: AnyPolicy): Trace {
  let state = openCase(registration);
  const steps = events.map((event) => {
    const step = transition(state, event, policy);
    state = currentAfter(step);
    const because = step.accepted ? (step.because[1] ?? step.because[0]) : step.refusals[0];
    return { event, accepted: step.accepted, stage: state.stage, clause: because.clause };
  });
  return { readings, registration, steps };
}
