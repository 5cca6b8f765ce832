// One fact changed, all else as it is: which of its values are worth a trial, and what the outcome would be.
import type { Compiled } from '../decision/compile.js';
import type { Finding, Moment, Value } from '../decision/decision.js';
import type { Answer } from '../decision/evaluate.js';
import { formOf, misordered, moment, type Form } from '../decision/facts.js';
import type { AnyPolicy } from '../policy/policy.js';
import { answerIfTaken, answerTo, type Asked } from './asked.js';
import { landmarks, lineOf, type Line } from './lines.js';
import { nearest } from './search.js';

/** The answer with a fact at some value; none where the rule does not take the facts then. */
type Trial = (value: Value) => Answer | undefined;

interface ChangedFact {
  readonly change: { readonly kind: 'fact'; readonly name: string };
  readonly to: Value;
  readonly outcome: string;
}

/** Lists changes of single facts that lead to another outcome than this one, in the rule's order of facts. */
export function changedFacts(asked: Asked, now: string): readonly ChangedFact[] {
  const shape = asked.of.table.shape() as Readonly<Record<string, Parameters<typeof formOf>[0]>>;
  return turning(asked.of, asked.policy).flatMap((name) => {
    const schema = shape[name] as Parameters<typeof formOf>[0];
    const trial: Trial = (value) => answerWith(asked, name, value);
    return valuesToTry(asked, asked.facts[name], formOf(schema), trial, now).flatMap((to) => {
      const outcome = trial(to)?.outcome;
      return outcome === undefined || outcome === now ? [] : [{ change: { kind: 'fact' as const, name }, to, outcome }];
    });
  });
}

/** The facts on which an outcome can turn: those of tests, and those without which the answer may be left open. What the question is about is none of them, since to call it something else is no way to another answer. */
function turning({ table, factNames, tests, details }: Compiled, policy: AnyPolicy): readonly string[] {
  const read = [
    ...Object.values(tests).flatMap((test) => test.facts(policy)),
    ...[...Object.values(tests), ...Object.values(details)].flatMap((step) => step.opening(policy)),
  ];
  return factNames.filter((name) => read.includes(name) && !table.subject?.includes(name));
}

function answerWith({ of, facts, policy }: Asked, name: string, value: Value): Answer | undefined {
  const changed = { ...facts, [name]: value };
  if (misordered(of.table.orders ?? [], changed).length > 0) return undefined;
  return answerIfTaken({ of, facts: changed, policy });
}

/** All other values of a few; else those at the boundaries to either side; else, of what has not happened, a last one for each outcome. */
function valuesToTry(asked: Asked, value: unknown, form: Form, trial: Trial, now: string): readonly Value[] {
  if (form.kind === 'choice') return form.choices.filter((choice) => choice !== value);
  const line = lineOf(form, value);
  if (line === undefined) return [];
  if (value === 'none') return lastOfEach(asked, line, trial);
  const flips = (place: number): boolean => (trial(line.valueAt(place))?.outcome ?? now) !== now;
  const marks = marksOn(line, [...Object.values(asked.facts), ...sidesOf(answerTo(asked))]);
  const found = ([-1, 1] as const).flatMap((direction) => nearest(line, direction, marks, flips) ?? []);
  return [...found.map(line.valueAt), ...(form.none ? ['none'] : [])];
}

/** The last value that leads to each outcome, among those that the other facts name, those that the findings then compare with, and those beside them. */
function lastOfEach({ facts, ...asked }: Asked, line: Line, trial: Trial): readonly Value[] {
  const led = new Map<number, Answer>();
  const tryAll = (values: readonly unknown[]): void => {
    for (const place of marksOn(line, values)) {
      const answer = led.has(place) ? undefined : trial(line.valueAt(place));
      if (answer !== undefined) led.set(place, answer);
    }
  };
  tryAll([...Object.values(facts), ...sidesOf(answerTo({ ...asked, facts }))]);
  tryAll([...led.values()].flatMap(sidesOf));
  const last = new Map<string, number>();
  for (const [place, { outcome }] of led) last.set(outcome, Math.max(place, last.get(outcome) ?? -Infinity));
  return [...last.values()].map(line.valueAt);
}

function sidesOf({ because }: Answer): readonly unknown[] {
  return (because as readonly Finding[]).flatMap(({ left, right }) => [left, right]);
}

/** The places on a line that some values mark, and those beside them. */
function marksOn({ unit, first, last }: Line, values: readonly unknown[]): readonly number[] {
  const marks =
    unit === 'one'
      ? values.filter((value) => typeof value === 'number').flatMap((value) => [value - 1, value, value + 1])
      : values.filter((value): value is Moment => moment.is(value)).flatMap((value) => landmarks(unit, value));
  return [...new Set(marks)].filter((place) => place >= first && place <= last);
}
