// The space of a rule: every combination of its words, on every day of a calendar, with its other dates wherever the answer can change.
import { fromDay, readDay, type PlainDate } from '../calendar/dates.js';
import type { Compiled } from '../decision/compile.js';
import { combinations, unique, type Indexed } from '../decision/steps.js';
import { isDeadline, type Moment } from '../decision/decision.js';
import type { Answer, Known } from '../decision/evaluate.js';
import { orderIssues, moment } from '../decision/facts.js';
import { reachOf } from '../decision/partial.js';
import type { AnyPolicy } from '../policy/policy.js';
import { formOfFact, stepsOf } from '../questions/asked.js';
import { isDated, simplest, valuesAt, valuesOf, type Domain } from './values.js';

/** Some words of a rule, and the other facts on which an answer can then turn. */
interface Combination {
  readonly words: Known;
  readonly open: readonly Domain[];
  /** The date that goes through every day. */
  readonly anchor: Domain | undefined;
}
export type Reads = Pick<Indexed, 'readings' | 'calendar' | 'limits'>;
/** Answers a case under both policies; nothing where one of them does not take its facts. */
type TryCase = (facts: Known) => readonly Answer[] | undefined;

/** About how many cases of a rule are tried, whose facts are words and days; where there are more, days are left out evenly. */
const MOST_CASES = 200_000;
/** The same of a rule whose hours, numbers, texts or lists are tried at places: it is not whole in any case. */
const MOST_CASES_IN_PART = 40_000;
/** How often the moments that answers name are tried in turn: a date counted from a date that was counted from another. */
const MOST_ROUNDS = 4;

/**
 * Tries the cases of a rule that can tell two policies apart, and returns whether they stand for all.
 *
 * The words of a rule are combined in every way. One date, from which most is worked out, goes through every day that either calendar covers. The others are tried at each moment that an answer names, and beside it: an answer changes nowhere else. A combination of words whose
 * answers read nothing that was changed is left out, as the same. Hours, numbers, texts and lists are tried at places, so that they do not stand for all.
 */
export function trySpace(of: Compiled, policies: readonly AnyPolicy[], isTouched: (reads: Reads) => boolean, tryCase: TryCase): boolean {
  const domains = of.factNames.map((name): Domain => ({ name, form: formOfFact(of, name), absent: of.table.absent[name] }));
  const combinations = combinationsOf(of, domains, policies, isTouched);
  const days = daysOf(of, policies);
  const earliest = policies.map(({ calendar }) => calendar.span.from).sort()[0] as PlainDate;
  // What no answer reads has its earliest day, as the smallest case has; unless another date has to come before it.
  const hasToFollow = ({ name }: Domain): boolean => (of.table.orders ?? []).some(({ then }) => then === name);
  const rest = Object.fromEntries(domains.map((domain) => [domain.name, simplest(domain, hasToFollow(domain) ? undefined : earliest)]));
  const middle = days[Math.floor(days.length / 2)] as PlainDate;
  let ofOneDay = 0;
  for (const combination of combinations) {
    const tried = tryOn(of, rest, combination, middle, tryCase);
    if (combination.anchor !== undefined) ofOneDay += tried;
  }
  const isOfDays = combinations.every(({ open }) => open.every(({ form }) => form.kind === 'date'));
  const stride = Math.max(1, Math.ceil((ofOneDay * days.length) / (isOfDays ? MOST_CASES : MOST_CASES_IN_PART)));
  const others = days.filter((day, index) => day !== middle && index % stride === 0);
  for (const combination of combinations)
    if (combination.anchor !== undefined) for (const day of others) tryOn(of, rest, combination, day, tryCase);
  return stride === 1 && isOfDays;
}

/** Returns the combinations of words after which an answer may read what was changed, under either policy. */
function combinationsOf(
  of: Compiled,
  domains: readonly Domain[],
  policies: readonly AnyPolicy[],
  isTouched: (reads: Reads) => boolean,
): readonly Combination[] {
  const choices = new Map(domains.flatMap(({ name, form }) => (form.kind === 'choice' ? [[name, form.choices] as const] : [])));
  const words = combinations([...choices.keys()], (name) => choices.get(name) ?? []);
  return words.flatMap((some) => {
    const reach = policies.map((policy) => reachOf(of, { ...some }, policy));
    const rows = reach.flatMap(({ leaves }) => leaves.map(({ row }) => row));
    const tests = [...reach.flatMap(({ along }) => along), ...rows.flatMap(({ asked }) => asked)];
    const details = rows.flatMap((row) => row.details).map((name) => of.details[name] as Indexed);
    const steps = unique([...tests.map(({ step }) => step), ...details]);
    const ofRows = rows.map(({ spans }): Reads => ({ readings: [], calendar: false, limits: Object.values(spans ?? {}).flat() }));
    if (![...steps, ...ofRows].some(isTouched)) return [];
    const read = policies.flatMap((policy) => steps.flatMap((step) => step.facts(policy)));
    const open = domains.filter(({ name, form }) => form.kind !== 'choice' && read.includes(name));
    const anchor = anchorOf(of, open, policies);
    return [{ words: some, open, anchor }];
  });
}

/** Returns the date from which most is worked out, of those that every case has. */
function anchorOf({ values }: Compiled, open: readonly Domain[], policies: readonly AnyPolicy[]): Domain | undefined {
  const dated = open.filter(({ form, absent }) => isDated(form) && !form.none && absent === undefined);
  const usesOf = ({ name }: Domain): number =>
    Object.values(values).filter((value) => policies.some((policy) => value.facts(policy).includes(name))).length;
  return dated.reduce<Domain | undefined>((best, each) => (best === undefined || usesOf(each) > usesOf(best) ? each : best), undefined);
}

/** Tries a combination of words with its first date on a day, and its other facts at each moment that an answer names, until no answer names another; returns how many cases these are. */
function tryOn(of: Compiled, rest: Known, { words, open, anchor }: Combination, day: PlainDate, tryCase: TryCase): number {
  const others = open.filter((domain) => domain !== anchor);
  const names = others.map(({ name }) => name);
  const starts = anchor === undefined ? [undefined] : valuesAt(anchor.form, [day]);
  let cases = 0;
  for (const at of starts) {
    const first: Known = { ...rest, ...words, ...(anchor && { [anchor.name]: at }) };
    const marks = new Set<Moment>(at === undefined ? [day] : [at]);
    const numbers = new Set<number>([0, 1]);
    const tried = new Set<string>();
    for (let [round, size] = [0, 0]; round < MOST_ROUNDS && size < marks.size + numbers.size; round++) {
      size = marks.size + numbers.size;
      const values = others.map((domain) => valuesOf(domain, [...marks], [...numbers]));
      const given = new Set<unknown>(values.flat());
      for (const other of combinations(names, (_, index) => values[index] ?? [])) {
        const facts: Known = { ...first, ...other };
        const key = names.map((name) => String(facts[name])).join();
        if (tried.has(key) || orderIssues(of.table.orders ?? [], facts).length > 0) continue;
        tried.add(key);
        for (const answer of tryCase(facts) ?? [])
          for (const named of namedBy(answer)) {
            if (typeof named === 'number') numbers.add(named);
            else if (!given.has(named)) marks.add(named);
          }
      }
      if (others.length === 0) break;
    }
    cases += tried.size;
  }
  return cases;
}

function namedBy(answer: Answer): readonly (Moment | number)[] {
  const named: unknown[] = [];
  for (const { left, right } of answer.because) named.push(left, right);
  if (answer.settled) for (const value of Object.values(answer.detail)) named.push(isDeadline(value) ? value.due : value);
  return named.filter((value): value is Moment | number => typeof value === 'number' || moment.is(value));
}

/** Returns the days that either calendar covers; for a rule that counts working days, also the day beyond each end. */
function daysOf(of: Compiled, policies: readonly AnyPolicy[]): readonly PlainDate[] {
  const beyond = stepsOf(of).some(({ calendar }) => calendar) ? 1 : 0;
  const from = Math.min(...policies.map(({ calendar }) => readDay(calendar.span.from))) - beyond;
  const to = Math.max(...policies.map(({ calendar }) => readDay(calendar.span.to))) + beyond;
  return Array.from({ length: to - from + 1 }, (_, index) => fromDay(from + index));
}
