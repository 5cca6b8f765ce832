// The kit's histories, and what is not a history: anything in any order, for what must hold of that as well.
import { fc } from '@fast-check/vitest';
import { type CaseEvent, type Cohort, type Instant, type PlainDate, type Policy, type Registration } from '../../../../src/index.js';
import { instantOn } from '../../../../src/testing/dates.js';
import { dayOf, eventOf, withReproduction, nextFor, turningDays } from '../../../../src/testing/histories.js';
import { arbitraries, type History } from '../../../../src/testing/index.js';

const DAY_MS = 86_400_000;
/** Counts days by the host's own UTC arithmetic, apart from the library's. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;

export type Life = History;
export const life: fc.Arbitrary<Life> = arbitraries.history();
export const registration: fc.Arbitrary<Registration> = arbitraries.registration();
export const policy: fc.Arbitrary<Policy> = arbitraries.policy();
export const anyEvent = arbitraries.event;
export const instantOf = (of: Cohort): fc.Arbitrary<Instant> => dayOf(of).chain(instantOn);
export { dayOf, eventOf, nextFor, turningDays };

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
      return withReproduction({ registration: of, policy: chosen, events: mixed });
    }),
);
