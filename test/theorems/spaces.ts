// Spaces of cases that can be drawn from, as a sample, and gone through whole: days, words, choices of interpretations, and the combinations of them.
import * as fc from 'fast-check';
import { addDays, anyPartOfUk, daysBetween, englandAndWales, northernIreland, scotland, type PlainDate } from '../../src/calendar/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import type { SelectableReadingId } from '../../src/policy/choices.js';
import { formOfFact, readingsOf, stepsOf } from '../../src/questions/asked.js';
import { definePolicy, readings, type AnyRule, type FactsOf, type Policy } from '../../src/index.js';
import { arbitraries, type DateSpan } from '../../src/testing/index.js';

/** Cases by their place, and how some are drawn for a sample. */
export interface Space<T> {
  readonly size: number;
  readonly at: (place: number) => T;
  readonly drawn: fc.Arbitrary<T>;
}

/** These values. */
export function among<const T extends readonly unknown[]>(...values: T): Space<T[number]> {
  return { size: values.length, at: (place) => values[place], drawn: fc.constantFrom(...(values as readonly T[number][])) };
}

/** Every day of the years of the bank holidays, or of a part of them. */
export function days({ from = englandAndWales.span.from, to = englandAndWales.span.to }: DateSpan = {}): Space<PlainDate> {
  return { size: daysBetween(from, to) + 1, at: (place) => addDays(from, place), drawn: arbitraries.date({ from, to }) };
}

/** Every combination of the cases of some spaces. */
export function combined<T extends readonly unknown[]>(...spaces: { readonly [K in keyof T]: Space<T[K]> }): Space<T> {
  const all: readonly Space<unknown>[] = spaces;
  return {
    size: all.reduce((product, { size }) => product * size, 1),
    at: (place) => {
      let left = place;
      return all.map(({ size, at }) => {
        const own = left % size;
        left = (left - own) / size;
        return at(own);
      }) as unknown as T;
    },
    drawn: fc.tuple(...all.map(({ drawn }) => drawn)) as unknown as fc.Arbitrary<T>,
  };
}

/** Cases made of those of a space. */
export function made<A, B>({ size, at, drawn }: Space<A>, make: (from: A) => B): Space<B> {
  return { size, at: (place) => make(at(place)), drawn: drawn.map(make) };
}

/** A space of which a sample is drawn in another way: from further away, or with what it leaves out. */
export function drawnFrom<T>(drawn: fc.Arbitrary<T>, space: Space<T>): Space<T> {
  return { ...space, drawn };
}

/** Every choice of some interpretations, with each nation's calendar where working days are counted; a sample chooses among all interpretations. */
export function policiesOf(ids: readonly SelectableReadingId[], counts: boolean): Space<Policy> {
  const chosen = ids.reduce<readonly Readonly<Record<string, string>>[]>(
    (all, id) => all.flatMap((some) => readings[id].options.map(({ choice }) => ({ ...some, [id]: choice }))),
    [{}],
  );
  const calendars = counts ? [englandAndWales, scotland, northernIreland, anyPartOfUk] : [englandAndWales];
  const all = calendars.flatMap((calendar) => chosen.map((each) => definePolicy({ calendar, readings: each })));
  return drawnFrom(arbitraries.policy(), among(...all));
}

/** Every choice of the interpretations on which a rule leans, with each nation's calendar where it counts working days. */
export function policiesFor(rule: AnyRule): Space<Policy> {
  const compiled = compiledOf(rule);
  return policiesOf(
    readingsOf(compiled),
    stepsOf(compiled).some(({ calendar }) => calendar),
  );
}

/** Every combination of the words of a rule, with the spaces that are given for its other facts, or for part of its words. */
export function factsOf<R extends AnyRule>(
  rule: R,
  given: { readonly [K in keyof FactsOf<R>]?: Space<Exclude<FactsOf<R>[K], undefined>> },
): Space<FactsOf<R>> {
  const compiled = compiledOf(rule);
  const names = compiled.factNames;
  const spaces = names.map((name): Space<unknown> => {
    const own = (given as Readonly<Record<string, Space<unknown> | undefined>>)[name];
    if (own !== undefined) return own;
    const form = formOfFact(compiled, name);
    if (form.kind !== 'choice') throw new TypeError(`the values of ${rule.id}.${name} have no end: give a space for it`);
    return among(...form.choices);
  });
  const whole = made(combined<readonly unknown[]>(...spaces), (values) =>
    Object.fromEntries(names.map((name, index) => [name, values[index]])),
  );
  return drawnFrom(arbitraries.facts(rule), whole as unknown as Space<FactsOf<R>>);
}

/** Makes an arbitrary that gives each case of a space in turn, and shrinks none. */
export function eachCase<T>({ size, at }: Space<T>): fc.Arbitrary<T> {
  let next = 0;
  return fc.constant(undefined).map(() => at(next++ % size));
}
