// Histories of the programme at random: lived forward in time and taken step by step.
import * as fc from 'fast-check';
import { addDays, type PlainDate } from '../calendar/dates.js';
import { type Instant, londonInstant } from '../calendar/instants.js';
import type { Case, CaseEvent, CaseEventType, Registration } from '../support-policy/lifecycle/case.js';
import { dateOf } from '../decision/decision.js';
import { openCase, programmeLifecycle, transition } from '../support-policy/lifecycle/lifecycle.js';
import type { Cohort } from '../policy/vocabulary.js';
import { standardPolicy, type Policy } from '../policy/policy.js';
import { cohorts, readCohort, withoutDate } from './cohorts.js';
import { clockChanges, instantOn } from './dates.js';
import { policy } from './policies.js';

/** A history that was lived forward in time, every event of it taken. @since 0.1.0 */
export interface History {
  readonly registration: Registration;
  readonly policy: Policy;
  /** In the order of their days, each with an id. */
  readonly events: readonly CaseEvent[];
  readonly case: Case;
}

/** Lists the days on which something turns for a cohort, each with its neighbours, and the Sundays on which the clocks change. */
export function turningDays({ startsOn, entryOpens, entryCloses, submissionDeadline, resubmissionDeadline }: Cohort): readonly PlainDate[] {
  const own = [startsOn, addDays(startsOn, -31), entryOpens, entryCloses, submissionDeadline, resubmissionDeadline];
  const near = clockChanges().filter((day) => day > addDays(startsOn, -40) && day < addDays(startsOn, 900));
  const days = [...own.flatMap((moment) => (moment === undefined ? [] : [dateOf(moment)])), ...near];
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
}

/** Draws cohorts to live through, some of which lack a deadline. */
const someCohort = (): fc.Arbitrary<Cohort> => {
  const { january2021, october2020, ats2021, onSundays, inWinter } = cohorts;
  const [first, second] = ['submissionDeadline', 'resubmissionDeadline'] as const;
  const lacks = fc.constantFrom<readonly (typeof first | typeof second)[]>([], [], [], [first], [second], [first, second]);
  return fc
    .tuple(fc.constantFrom(january2021, october2020, ats2021, onSundays, inWinter), lacks)
    .map(([of, names]) => names.reduce((cohort, name) => withoutDate(name, cohort), of));
};

/**
 * Draws registrations: before or after the start of a cohort, some for a later portfolio, some in a cohort whose deadlines are not known.
 *
 * @example fc.sample(arbitraries.registration(), 1).map((each) => openCase(each).stage) // => ['registered']
 * @since 0.1.0
 */
export function registration(): fc.Arbitrary<Registration> {
  return fc
    .record({ cohort: someCohort(), days: fc.integer({ min: -70, max: 10 }), portfolio: fc.constantFrom(undefined, undefined, 1, 2, 3) })
    .map(({ cohort, days, portfolio }) => ({
      participant: 'p-1',
      cohort,
      registeredOn: addDays(cohort.startsOn, days),
      ...(portfolio === undefined ? {} : { portfolio }),
    }));
}

/** Lists cohorts that a restart may lead to, among them some that it may not. */
const restartsInto = (): readonly [Cohort, ...Cohort[]] => [
  cohorts.january2022,
  cohorts.october2022,
  cohorts.ats2023,
  cohorts.january2021,
  cohorts.ats2021,
];

/** Returns a cohort that was available on the day that triggered a restart, however the next cohort is read: its entry is open and it starts after that day. */
export function nextFor({ programme, id }: Cohort, trigger: PlainDate): Cohort {
  const known = restartsInto().find(
    (each) =>
      each.programme === programme &&
      each.id !== id &&
      each.startsOn > trigger &&
      (each.entryCloses === undefined || each.entryCloses >= trigger),
  );
  return known ?? { id: `${id}-next`, programme, startsOn: addDays(trigger, 1) };
}

/** Chooses the cohort into which a case restarts: one that starts later or, where the reading lets it, one that has started and whose entry closes on the day of the trigger. */
function intoFor(state: Case, { readings }: Policy, pick: number): Cohort {
  const trigger = 'restartFrom' in state ? state.restartFrom : dateOf(state.registeredOn);
  const next = nextFor(state.cohort, trigger);
  return readings['next-cohort'] === 'entry-open' && pick % 2 === 0
    ? { ...next, startsOn: addDays(trigger, -1), entryCloses: trigger }
    : next;
}

export function takesEvent({ stage }: Case, type: CaseEventType): boolean {
  return programmeLifecycle.cells.some(({ event: of, from }) => of === type && from === stage);
}

export function eventOf(type: CaseEventType, on: PlainDate, at: Instant, isMet: boolean, into: Cohort): CaseEvent {
  if (type === 'portfolio-submitted' || type === 'portfolio-resubmitted') return { type, at };
  if (type === 'outcome-released') return { type, on, reviewOutcome: isMet ? 'criteria-met' : 'criteria-not-met' };
  if (type === 'restarted') return { type, on, cohort: into };
  return { type, on };
}

/** Draws a day of a cohort's time: mostly one on which something turns. */
export const dayOf = (of: Cohort): fc.Arbitrary<PlainDate> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...turningDays(of)) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 900 }).map((days) => addDays(of.startsOn, days)) },
  );

/**
 * Draws any event on any day of a cohort's time, whether or not a case would take it; some have an id.
 *
 * @throws `InvalidFacts` naming every malformed part of the cohort.
 * @example fc.sample(arbitraries.event(cohorts.october2020), 1).length // => 1
 * @since 0.1.0
 */
export function event(of: Cohort): fc.Arbitrary<CaseEvent> {
  return dayOf(readCohort(of)).chain((day) =>
    fc
      .record({
        type: fc.constantFrom(...programmeLifecycle.events),
        at: instantOn(day),
        isMet: fc.boolean(),
        into: fc.constantFrom(...restartsInto()),
        id: fc.constantFrom(undefined, undefined, undefined, 'e-1', 'e-2', 'e-3'),
      })
      .map(({ type, at, isMet, into, id }) => ({ ...eventOf(type, day, at, isMet, into), ...(id === undefined ? {} : { id }) })),
  );
}

interface Choice {
  readonly pick: number;
  readonly jump: number;
  readonly isMet: boolean;
  readonly hour: number;
}
const choices = (): fc.Arbitrary<readonly Choice[]> => {
  const choice = fc.record({
    pick: fc.noBias(fc.nat(10_000)),
    jump: fc.noBias(fc.nat(9)),
    isMet: fc.boolean(),
    hour: fc.noBias(fc.nat(4)),
  });
  return fc.oneof(
    { weight: 1, arbitrary: fc.array(choice, { maxLength: 6 }) },
    { weight: 3, arbitrary: fc.array(choice, { minLength: 8, maxLength: 24 }) },
  );
};
const clock = ['09:30:00', '16:59:59', '17:00:00', '17:00:01', '23:59:59'] as const;
/** Weighs an event: a walk seldom ends by withdrawal, and does not linger. */
const weightOf = (type: string, movesOn: boolean): number => (type === 'withdrawn' ? 1 : movesOn ? 12 : 4);

/** Walks forward in time by what a case may take, from registration to wherever the choices lead. */
function walk(of: Registration, chosen: Policy, chosenSteps: readonly Choice[]): History {
  const turning = turningDays(of.cohort);
  let today = of.registeredOn;
  let state = openCase(of);
  chosenSteps.forEach(({ pick, jump, isMet, hour }, index) => {
    const possible = programmeLifecycle.permitted(state, chosen).flatMap(({ type }) => {
      const movesOn = programmeLifecycle.cells.some((cell) => cell.event === type && cell.from === state.stage && cell.to[0] !== cell.from);
      return Array<CaseEventType>(weightOf(type, movesOn)).fill(type);
    });
    const type = possible[pick % Math.max(1, possible.length)];
    if (type === undefined) return;
    const next = turning.filter((day) => day > today);
    const day =
      jump === 0 ? today : jump <= 2 ? addDays(today, jump) : (next[(jump - 3) % Math.max(1, next.length)] ?? addDays(today, jump));
    const at = londonInstant(day, clock[hour] as string);
    const step = transition(state, { ...eventOf(type, day, at, isMet, intoFor(state, chosen, pick)), id: `e-${index}` }, chosen);
    if (!step.accepted) return;
    state = step.case;
    today = day;
  });
  return withReproduction({ registration: of, policy: chosen, events: state.history, case: state });
}

/** Prints a counterexample as what is needed to reproduce it: the registration, the readings that are not the defaults, and the events. */
export function withReproduction<T extends Omit<History, 'case'>>(of: T): T {
  const { registration: opening, policy: chosen, events } = of;
  const usual: Readonly<Record<string, string>> = standardPolicy.readings;
  const readings = Object.fromEntries(Object.entries(chosen.readings).filter(([id, choice]) => usual[id] !== choice));
  return Object.defineProperty(of, fc.toStringMethod, { value: () => JSON.stringify({ registration: opening, readings, events }) });
}

/**
 * Draws histories of a case, valid by construction: every event was taken, none is dated before the one before it, and every stage is reached.
 *
 * @example fc.sample(arbitraries.history(), 1)[0]?.case.participant // => 'p-1'
 * @since 0.1.0
 */
export function history(): fc.Arbitrary<History> {
  return historyUnder(policy());
}

export function historyUnder(policies: fc.Arbitrary<Policy>): fc.Arbitrary<History> {
  return fc.tuple(registration(), policies, choices()).map(([of, chosen, chosenSteps]) => walk(of, chosen, chosenSteps));
}
