// Policies and cohorts at random.
import * as fc from 'fast-check';
import { addDays, addMonths, type PlainDate } from '../calendar/dates.js';
import { londonInstant } from '../calendar/instants.js';
import { calendarsOfNations } from '../calendar/nations.js';
import { readingChoices } from '../policy/choices.js';
import { type Cohort, programmes } from '../policy/vocabulary.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import { dateIn, FIRST_INSTANT, readSpan, type DateSpan } from './dates.js';

/**
 * Draws policies: any nation's calendar, any choice of every reading.
 *
 * @example fc.sample(arbitraries.policy(), 1).every(({ editions }) => editions.length > 0) // => true
 * @since 0.1.0
 */
export function policy(): fc.Arbitrary<Policy> {
  const readings = Object.entries(readingChoices).map(
    ([id, choices]: [string, readonly string[]]) => [id, fc.constantFrom(...choices)] as const,
  );
  return fc
    .record({
      readings: fc.record(Object.fromEntries(readings), { requiredKeys: [] }),
      calendar: fc.constantFrom(...calendarsOfNations()),
    })
    .map((options) => definePolicy(options));
}

/**
 * Draws cohorts of either programme whose dates are in order; the deadlines are 17:00 in London, and any date but the start may be missing.
 *
 * @throws `InvalidFacts` for a span that is none, or is not within 1996-01-01 to 2196-12-31: a cohort has dates before its start and long after it.
 * @example fc.sample(arbitraries.cohort(), 1)[0]?.startsOn.length // => 10
 * @since 0.1.0
 */
export function cohort(span?: DateSpan): fc.Arbitrary<Cohort> {
  const at = (day: PlainDate) => londonInstant(day, '17:00');
  const few = fc.integer({ min: -2, max: 2 });
  return fc
    .record({
      programme: fc.constantFrom(...programmes),
      startsOn: dateIn(readSpan(span, FIRST_INSTANT, '2196-12-31')),
      entry: fc.option(fc.record({ days: fc.integer({ min: 10, max: 120 }), open: fc.integer({ min: 0, max: 130 }) })),
      submission: fc.option(few),
      resubmission: fc.option(fc.integer({ min: 90, max: 300 })),
      results: fc.option(fc.integer({ min: 20, max: 60 })),
    })
    .map(({ programme, startsOn, entry, submission, resubmission, results }) => {
      const opens = entry && addDays(startsOn, -entry.days);
      const deadline = addDays(addMonths(startsOn, programme === 'QTLS' ? 6 : 12), submission ?? 0);
      return {
        id: `${programme.toLowerCase()}-${startsOn}`,
        programme,
        startsOn,
        ...(entry && opens && { entryOpens: opens, entryCloses: addDays(opens, entry.open) }),
        ...(submission !== null && { submissionDeadline: at(deadline) }),
        ...(resubmission !== null && { resubmissionDeadline: at(addDays(deadline, resubmission)) }),
        ...(results !== null && { resultsOn: addDays(deadline, results) }),
      };
    });
}
