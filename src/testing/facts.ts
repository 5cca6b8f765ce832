// Facts of any rule and of any step, drawn by their own schemas: a rule that is added later is covered too.
import * as fc from 'fast-check';
import type * as z from 'zod';
import type { PlainDate } from '../calendar/dates.js';
import { InvalidFacts } from '../data/issues.js';
import { orderOf, type Moment } from '../decision/decision.js';
import { definitionOf, formOf } from '../decision/facts.js';
import { compiledOf, isRule, notARule, type AnyRule, type FactsOf } from '../decision/rule.js';
import { dateIn, instantOn, dayNear, readSpan, type DateSpan } from './dates.js';
import { cohort } from './policies.js';

/** Draws what a schema of one fact takes, its dates near a given one. */
function valueOf(schema: z.ZodType, anchor: PlainDate): fc.Arbitrary<unknown> {
  const { innerType, shape, params } = definitionOf(schema);
  if (innerType !== undefined) return valueOf(innerType, anchor);
  if (shape !== undefined && 'startsOn' in shape) return cohort({ from: anchor, to: anchor });
  if (shape !== undefined) return shapeOf(shape, anchor);
  const form = formOf(schema);
  const never = params?.none === true ? [fc.constant<unknown>('none')] : [];
  const day = dayNear(anchor);
  switch (form.kind) {
    case 'choice':
      return fc.constantFrom(...form.choices);
    case 'date':
      return fc.oneof(...never, { weight: 4, arbitrary: day });
    case 'instant':
      return fc.oneof(...never, { weight: 4, arbitrary: day.chain(instantOn) });
    case 'moment':
      return fc.oneof(...never, { weight: 2, arbitrary: day }, { weight: 2, arbitrary: day.chain(instantOn) });
    case 'text':
      return fc.constantFrom('a', 'b', 'c');
    case 'count':
      return fc.oneof(...never, { weight: 4, arbitrary: fc.nat({ max: 5 }) });
    case 'positive':
      return fc.integer({ min: 1, max: 5 });
    case 'list':
      return listOf(schema, anchor);
  }
}

/** Draws a list of choices, each at most once, or of cohorts, each with its own id. */
function listOf(schema: z.ZodType, anchor: PlainDate): fc.Arbitrary<unknown> {
  const element = definitionOf(schema).element as z.ZodType;
  const one = valueOf(element, anchor);
  if (definitionOf(element).shape === undefined) return fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
  return dayNear(anchor).chain((other) =>
    fc.uniqueArray(fc.oneof(one, valueOf(element, other)), { maxLength: 5, selector: (each) => (each as { readonly id?: unknown }).id }),
  );
}

/** Draws an object whose keys have these schemas; one that may be left out sometimes is. */
export function shapeOf(shape: Readonly<Record<string, z.ZodType>>, anchor: PlainDate): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const facts = Object.entries(shape);
  const required = facts.filter(([, schema]) => !schema.safeParse(undefined).success).map(([name]) => name);
  return fc.record(Object.fromEntries(facts.map(([name, schema]) => [name, valueOf(schema, anchor)])), { requiredKeys: required });
}

/** Puts moments that cannot stand the other way round in their order. */
function factsInOrder(facts: Readonly<Record<string, unknown>>, orders: readonly { readonly first: string; readonly then: string }[]) {
  const of: Record<string, unknown> = { ...facts };
  const happened = (value: unknown): value is Moment => typeof value === 'string' && value !== 'none';
  for (const { first, then } of [...orders, ...orders]) {
    const [a, b] = [of[first], of[then]];
    if (happened(a) && happened(b) && orderOf(a, b) > 0 && a.length === b.length) [of[first], of[then]] = [b, a];
  }
  return of;
}

/**
 * Draws whole facts of a rule that it takes, whatever rule it is: dates near each other, whether or not something happened, and every word it knows.
 *
 * @throws `InvalidFacts` for what is not a rule, and for a span that is none, or is not within 1998-01-01 to 2194-12-31: facts are drawn about a year around it.
 * @example assessAdjustmentRequest.check(fc.sample(arbitraries.facts(assessAdjustmentRequest), 1)[0]) // => []
 * @since 0.1.0
 */
export function facts<R extends AnyRule>(rule: R, span?: DateSpan): fc.Arbitrary<FactsOf<R>> {
  if (!isRule(rule)) throw new InvalidFacts([notARule(['rule'], rule)]);
  const { table } = compiledOf(rule);
  const orders = table.orders ?? [];
  return dateIn(readSpan(span, '1998-01-01', '2194-12-31'))
    .chain((anchor) => shapeOf(table.shape() as Readonly<Record<string, z.ZodType>>, anchor))
    .map((drawn) => factsInOrder(drawn, orders))
    .filter((drawn) => rule.check(drawn).length === 0) as fc.Arbitrary<FactsOf<R>>;
}
