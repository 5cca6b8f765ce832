// Arbitrary facts of any rule, derived from its cases: each fact is drawn from those seen there, or is a small number, or a date or instant near the others, month ends more often than not.
import fc from 'fast-check';
import { addDays, type PlainDate } from '../../src/calendar/index.js';
import { readingChoices } from '../../src/policy/choices.js';
import { definePolicy, rules, type Policy, type HeldEditionId, type PolicyOptions, type RuleId } from '../../src/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { calendars, vectorsOf, type Facts } from './vectors.js';

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const isForm =
  (form: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && form.test(value);

/** Every value of a fact in the cases of a rule, and what it means when it is left out. */
export function seen(rule: RuleId): Readonly<Record<string, readonly unknown[]>> {
  const { absent } = compiledOf(rules[rule]).table;
  const found: Record<string, Map<string, unknown>> = {};
  for (const facts of [absent, ...vectorsOf(rule).map((vector) => vector.facts)]) {
    for (const [name, value] of Object.entries(facts)) (found[name] ??= new Map()).set(JSON.stringify(value), value);
  }
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...values.values()]]));
}

const ends = ['01-31', '02-28', '03-01', '03-31', '04-30', '05-31', '06-30', '08-31', '10-31', '12-31'];
const anchor: fc.Arbitrary<PlainDate> = fc
  .tuple(
    fc.integer({ min: 2011, max: 2028 }),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ends) }, fc.constant('02-14'), fc.constant('12-21')),
  )
  .map(([year, day]) => `${year}-${day}` as PlainDate);

const near = (from: PlainDate): fc.Arbitrary<PlainDate> =>
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -45, max: 45 })).map((days) => addDays(from, days));
const times = ['00:00', '00:30', '09:15', '16:30', '16:30:01', '16:59:59', '17:00', '17:00:01', '23:30', '23:59:59.999'];
const instantNear = (from: PlainDate): fc.Arbitrary<string> =>
  fc
    .tuple(near(from), fc.constantFrom(...times), fc.constantFrom('Z', '+00:00', '+01:00', '-05:00', '+13:00'))
    .map(([date, time, offset]) => `${date}T${time}${offset}`);

const cohortNear = (from: PlainDate): fc.Arbitrary<Facts> =>
  fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      programme: fc.constantFrom('QTLS', 'ATS'),
      startsOn: near(from),
      entryOpens: near(from),
      entryCloses: near(from),
      resultsOn: near(from),
    },
    { requiredKeys: ['id', 'programme', 'startsOn'] },
  );

function like(values: readonly unknown[], from: PlainDate): fc.Arbitrary<unknown> {
  const kinds: fc.WeightedArbitrary<unknown>[] = [{ weight: 1, arbitrary: fc.constantFrom(...values) }];
  const moments = values.filter((value) => isForm(DATE)(value) || isForm(INSTANT)(value));
  if (moments.length > 0 && values.includes('none')) kinds.push({ weight: 1, arbitrary: fc.constant('none') });
  if (values.some(isForm(DATE))) kinds.push({ weight: 3, arbitrary: near(from) });
  if (values.some((value) => typeof value === 'number')) kinds.push({ weight: 2, arbitrary: fc.nat({ max: 5 }) });
  if (values.some(isForm(INSTANT))) kinds.push({ weight: 3, arbitrary: instantNear(from) });
  if (values.some(Array.isArray))
    kinds.push({ weight: 3, arbitrary: fc.uniqueArray(cohortNear(from), { maxLength: 5, selector: ({ id }) => id }) });
  return fc.oneof(...kinds);
}

/** Facts of a rule, every one of them stated, most of them well formed and in order. */
export function facts(rule: RuleId): fc.Arbitrary<Facts> {
  return anchor.chain((from) =>
    fc.record(Object.fromEntries(Object.entries(seen(rule)).map(([name, values]) => [name, like(values, from)]))),
  );
}

/** Whole facts that the rule takes, under any policy. */
export function wholeFacts(rule: RuleId): fc.Arbitrary<Facts> {
  return fc.oneof(
    { weight: 3, arbitrary: facts(rule).filter((each) => rules[rule].check(each).length === 0) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...vectorsOf(rule)).map((vector) => ({ ...compiledOf(rules[rule]).table.absent, ...vector.facts })),
    },
  );
}

export const policies: fc.Arbitrary<Policy> = fc
  .record({
    readings: fc.record(
      Object.fromEntries(
        Object.entries(readingChoices).map(([id, choices]: [string, readonly string[]]) => [id, fc.constantFrom(...choices)]),
      ),
      { requiredKeys: [] },
    ),
    calendar: fc.constantFrom(...Object.values(calendars)),
  })
  .map((options) => definePolicy(options as PolicyOptions<HeldEditionId>));

/** Some of these facts, and the same with some more of them. */
export function lessAndMore(
  whole: fc.Arbitrary<Facts>,
): fc.Arbitrary<{ readonly whole: Facts; readonly less: Facts; readonly more: Facts }> {
  return whole.chain((all) => {
    const names = Object.keys(all);
    const keep = fc.array(fc.constantFrom(0, 1, 2), { minLength: names.length, maxLength: names.length });
    return keep.map((levels) => {
      const upTo = (level: number): Facts =>
        Object.fromEntries(names.filter((_, index) => (levels[index] ?? 0) <= level).map((name) => [name, all[name]]));
      return { whole: all, less: upTo(0), more: upTo(1) };
    });
  });
}
