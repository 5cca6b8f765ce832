// Registrations, events and histories at random, leaning towards the days and seconds on which something turns.
import { fc } from '@fast-check/vitest';
import {
  defaultReadings,
  definePolicy,
  londonDate,
  openCase,
  transition,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type Cohort,
  type Instant,
  type PlainDate,
  type Policy,
  type Readings,
  type Registration,
} from '../../../src/index.js';
import * as c from './cohorts.js';
import * as e from './events.js';
import { allEvents, takes } from './matrix.js';

const DAY_MS = 86_400_000;
/** Counts days by the host's own UTC arithmetic, apart from the library's. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;

const clockChanges: readonly PlainDate[] = ['2021-03-28', '2021-10-31', '2022-03-27', '2022-10-30', '2024-03-31', '2024-10-27'];

/** The days on which something turns for a cohort, each with its neighbours, and the Sundays on which the clocks change. */
export function turningDays({ startsOn, entryOpens, entryCloses, submissionDeadline, resubmissionDeadline }: Cohort): readonly PlainDate[] {
  const deadlines = [submissionDeadline, resubmissionDeadline].flatMap((due) => (due === undefined ? [] : [londonDate(due)]));
  const days = [startsOn, addDays(startsOn, -31), ...deadlines, ...[entryOpens, entryCloses].flatMap((day) => day ?? [])];
  const near = clockChanges.filter((day) => day > addDays(startsOn, -40) && day < addDays(startsOn, 900));
  return [...new Set([...days, ...near].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
}

const fullCohorts = [c.january2021, c.october2020, c.ats2021, c.onSundays, c.inWinter];
const cohort: fc.Arbitrary<Cohort> = fc
  .record({
    of: fc.constantFrom(...fullCohorts),
    lacks: fc.constantFrom('nothing', 'nothing', 'nothing', 'submission', 'resubmission', 'both'),
  })
  .map(({ of, lacks }) => {
    const withFirst = lacks === 'submission' || lacks === 'both' ? c.without('submissionDeadline', of) : of;
    return lacks === 'resubmission' || lacks === 'both' ? c.without('resubmissionDeadline', withFirst) : withFirst;
  });

export const registration: fc.Arbitrary<Registration> = fc
  .record({ cohort, days: fc.integer({ min: -70, max: 10 }), portfolio: fc.constantFrom(undefined, undefined, 1, 2, 3) })
  .map(({ cohort: of, days, portfolio }) => ({
    participant: 'p-1',
    cohort: of,
    registeredOn: addDays(of.startsOn, days),
    ...(portfolio === undefined ? {} : { portfolio }),
  }));

/** A policy of any readings that touch the lifecycle. */
export const policy: fc.Arbitrary<Policy> = fc
  .record({
    'first-deadline-missed': fc.constantFrom('not-settled-here', 'restart', 'withdrawn'),
    'never-resubmitted': fc.constantFrom('restart', 'not-settled-here'),
    'resubmission-after-restart': fc.constantFrom('each-portfolio', 'once-per-person'),
    'support-during-restart': fc.constantFrom('open', 'closed'),
    'support-window-ends': fc.constantFrom('inclusive', 'end-exclusive'),
    'feedback-when-met': fc.constantFrom('not-promised', 'promised'),
    'feedback-on-second-review': fc.constantFrom('each-not-met', 'first-only'),
    'further-support-applied': fc.constantFrom('applied', 'applied-timely'),
    'notice-month': fc.constantFrom('count-back', 'count-forward'),
    'notice-boundary': fc.constantFrom('inclusive', 'clear-month'),
  })
  .map((readings) => definePolicy({ readings }));

/** A day of a cohort's time: mostly one on which something turns. */
export const dayOf = (of: Cohort): fc.Arbitrary<PlainDate> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...turningDays(of)) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 900 }).map((days) => addDays(of.startsOn, days)) },
  );

const hours = ['00:00:00', '09:30:00', '16:59:59', '17:00:00', '17:00:01', '23:59:59'] as const;
/** One instant in two spellings: by London's clock, or in UTC. */
const spelled = (instant: Instant, inUtc: boolean): Instant => (inUtc ? (new Date(instant).toISOString() as Instant) : instant);
const instantOn = (day: PlainDate): fc.Arbitrary<Instant> =>
  fc.record({ hour: fc.constantFrom(...hours), inUtc: fc.boolean() }).map(({ hour, inUtc }) => spelled(e.at(day, hour), inUtc));
export const instantOf = (of: Cohort): fc.Arbitrary<Instant> => dayOf(of).chain(instantOn);

/** Cohorts that a restart may lead to, among them some that it may not. */
const restartsInto = [c.january2022, c.october2022, c.ats2023, c.january2021, c.ats2021];
export const nextFor = ({ programme, id }: Cohort): Cohort =>
  restartsInto.find((each) => each.programme === programme && each.id !== id) as Cohort;

/** Any event at all on any day, with an id now and then. */
export const anyEvent = (of: Cohort): fc.Arbitrary<CaseEvent> =>
  fc
    .record({
      type: fc.constantFrom(...allEvents),
      day: dayOf(of),
      hour: fc.constantFrom(...hours),
      inUtc: fc.boolean(),
      isMet: fc.boolean(),
      into: fc.constantFrom(...restartsInto),
      id: fc.constantFrom(undefined, undefined, undefined, 'e-1', 'e-2', 'e-3'),
    })
    .map(({ type, day, hour, inUtc, isMet, into, id }) => {
      const event = eventOf(type, day, spelled(e.at(day, hour), inUtc), isMet, into);
      return id === undefined ? event : e.withId(id, event);
    });

export function eventOf(type: CaseEventType, on: PlainDate, at: Instant, isMet: boolean, into: Cohort): CaseEvent {
  switch (type) {
    case 'portfolio-submitted':
    case 'portfolio-resubmitted':
      return { type, at };
    case 'outcome-released':
      return e.released(isMet ? 'criteria-met' : 'criteria-not-met', on);
    case 'restarted':
      return e.restarted(on, into);
    default:
      return { type, on };
  }
}

interface Choice {
  readonly pick: number;
  readonly jump: number;
  readonly hour: (typeof hours)[number];
  readonly inUtc: boolean;
  readonly isMet: boolean;
}
export interface Life {
  readonly registration: Registration;
  readonly policy: Policy;
  /** Accepted events, in the order of their days, each with an id. */
  readonly events: readonly CaseEvent[];
  readonly case: Case;
}
/** A walk seldom ends by withdrawal, and does not linger. */
const weightOf = (type: CaseEventType): number =>
  type === 'withdrawn'
    ? 1
    : type.startsWith('mentor') ||
        type === 'supporter-appointed' ||
        type === 'adjustments-requested' ||
        type === 'special-arrangement-agreed'
      ? 4
      : 12;

/** Walks through the policy's matrix, forward in time, from registration to wherever the choices lead. */
function walk(of: Registration, chosen: Policy, choices: readonly Choice[]): Life {
  const turning = turningDays(of.cohort);
  let today = of.registeredOn;
  let state = openCase(of);
  choices.forEach(({ pick, jump, hour, inUtc, isMet }, index) => {
    const possible = allEvents
      .filter((type) => takes(type, state.stage, of.cohort.programme))
      .flatMap((type) => Array<CaseEventType>(weightOf(type)).fill(type));
    const type = possible[pick % Math.max(1, possible.length)];
    if (type === undefined) return;
    const next = turning.filter((day) => day > today);
    const day =
      jump === 0 ? today : jump <= 2 ? addDays(today, jump) : (next[(jump - 3) % Math.max(1, next.length)] ?? addDays(today, jump));
    const event = eventOf(type, day, spelled(e.at(day, hour), inUtc), isMet, nextFor(of.cohort));
    const step = transition(state, e.withId(`e-${index}`, event), chosen);
    if (!step.accepted) return;
    state = step.case;
    today = day;
  });
  return inWords({ registration: of, policy: chosen, events: state.history, case: state });
}

/** Prints a counterexample as what is needed to reproduce it: the registration, the readings that are not the defaults, and the events. */
function inWords<T extends { readonly registration: Registration; readonly policy: Policy; readonly events: readonly CaseEvent[] }>(
  of: T,
): T {
  const { registration: opening, policy: chosen, events } = of;
  const readings = Object.fromEntries(
    Object.entries(chosen.readings).filter(([id, chosenHere]) => defaultReadings[id as keyof Readings] !== chosenHere),
  );
  return Object.defineProperty(of, fc.toStringMethod, { value: () => JSON.stringify({ registration: opening, readings, events }) });
}

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.noBias(fc.nat(10_000)),
  jump: fc.noBias(fc.nat(9)),
  hour: fc.constantFrom(...hours),
  inUtc: fc.boolean(),
  isMet: fc.boolean(),
});
const choices = fc.oneof(
  { weight: 1, arbitrary: fc.array(choice, { maxLength: 6 }) },
  { weight: 3, arbitrary: fc.array(choice, { minLength: 8, maxLength: 24 }) },
);
/** A life lived in order: every event was accepted, none is dated before the one before it. */
export const life: fc.Arbitrary<Life> = fc
  .tuple(registration, policy, choices)
  .map(([of, chosen, chosenSteps]) => walk(of, chosen, chosenSteps));

export interface Tangle {
  readonly registration: Registration;
  readonly policy: Policy;
  /** Anything in any order: much of it is refused. */
  readonly events: readonly CaseEvent[];
}
/** A life with some of it missing, in order or not, and with anything else among it. */
export const tangle: fc.Arbitrary<Tangle> = life.chain(({ registration: of, policy: chosen, events }) =>
  fc
    .record({
      lived: fc.oneof(
        { weight: 3, arbitrary: fc.constant(events) },
        { weight: 1, arbitrary: fc.shuffledSubarray([...events], { minLength: events.length }) },
      ),
      forgotten: fc.array(fc.nat(20), { maxLength: 2 }),
      others: fc.array(fc.tuple(fc.nat(20), anyEvent(of.cohort)), { maxLength: 8 }),
    })
    .map(({ lived, forgotten, others }) => {
      const mixed = lived.filter((_, index) => !forgotten.includes(index));
      for (const [index, other] of others) mixed.splice(index % (mixed.length + 1), 0, other);
      return inWords({ registration: of, policy: chosen, events: mixed });
    }),
);
