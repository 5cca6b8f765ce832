// Reads the cases that stand beside the tests of each family: data from here on, typed loosely, since a case is written against the policy and not against the code.
import { readFileSync, readdirSync } from 'node:fs';
import { anyPartOfUk, englandAndWales, northernIreland, scotland } from '../../src/calendar/index.js';
import {
  definePolicy,
  rules,
  type AnyRule,
  type ClauseId,
  type AnyPolicy,
  type Decision,
  type EditionId,
  type Need,
  type RuleId,
} from '../../src/index.js';

import { policyStated } from '../../src/policy/stated.js';

export interface Vector {
  readonly name: string;
  readonly clause: ClauseId;
  readonly policy?: {
    readonly readings?: Readonly<Record<string, string>>;
    readonly calendar?: string;
    readonly editions?: readonly EditionId[];
  };
  readonly facts: Facts;
  readonly outcome: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly needs?: readonly Need[];
  readonly because: Readonly<Record<string, boolean>>;
}
export interface VectorFile {
  readonly rule: RuleId;
  readonly version: number;
  readonly vectors: readonly Vector[];
}
export type Facts = Readonly<Record<string, unknown>>;
export type AnyDecision = Decision<string, Readonly<Record<string, unknown>>>;
/** A rule as it is called from data. */
export interface LooseRule {
  (facts: unknown, policy?: AnyPolicy): AnyDecision;
  given(known: unknown, policy?: AnyPolicy): AnyDecision;
}

const tests = new URL('../', import.meta.url);
const lists = ['support-policy', 'award-appeals', 'code-page'].flatMap((room) =>
  readdirSync(new URL(`${room}/`, tests))
    .filter((name) => name.endsWith('.cases.json'))
    .map((name) => JSON.parse(readFileSync(new URL(`${room}/${name}`, tests), 'utf8')) as readonly { rule?: string; machine?: string }[]),
);

/** Every entry of the files of cases, by its rule or procedure; those of procedures have another shape. */
export const allFiles: ReadonlyMap<string, object> = new Map(lists.flat().map((file) => [String(file.rule ?? file.machine), file]));
/** The files of rules. */
export const vectorFiles: ReadonlyMap<string, VectorFile> = new Map(
  [...allFiles].filter((file): file is [string, VectorFile] => !('machine' in file[1])),
);

export function vectorsOf(rule: RuleId): readonly Vector[] {
  return vectorFiles.get(rule)?.vectors ?? [];
}

/** Every rule that has cases; another test holds that every rule has. */
export const ruleIds: readonly RuleId[] = (Object.keys(rules) as RuleId[]).filter((id) => vectorFiles.has(id));

export function loose(rule: AnyRule): LooseRule {
  return rule;
}

export const calendars = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
  'any-part-of-uk': anyPartOfUk,
} as const;

export const policyOf = ({ policy }: Pick<Vector, 'policy'>): AnyPolicy => policyStated(policy);

const made = new Map<string, AnyPolicy>();

/** A policy with one reading changed, made once. */
export function withReading(policy: AnyPolicy, id: string, choice: string): AnyPolicy {
  const readings = { ...policy.readings, [id]: choice };
  const key = JSON.stringify([policy.calendar.id, policy.calendar.version, policy.editions, readings]);
  const kept = made.get(key) ?? definePolicy({ calendar: policy.calendar, editions: policy.editions, readings });
  made.set(key, kept);
  return kept;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** Every object in a value, itself included. */
export function objectsIn(value: unknown, found = new Set<object>()): ReadonlySet<object> {
  if (typeof value === 'object' && value !== null && !found.has(value)) {
    found.add(value);
    for (const part of Object.values(value)) objectsIn(part, found);
  }
  return found;
}

/** The same answer as if each fact had been given: without the marks on what was assumed. */
export function asIfGiven(decision: AnyDecision): unknown {
  const because = decision.because.map((finding) => Object.fromEntries(Object.entries(finding).filter(([name]) => name !== 'assumed')));
  return { ...decision, because, basis: { ...decision.basis, assumed: [] } };
}

export function testsOf(decision: AnyDecision): Readonly<Record<string, boolean>> {
  return Object.fromEntries(decision.because.map(({ test, holds }) => [test, holds]));
}

/** What an answer says, apart from why: the outcome and its detail, or what is needed. */
export function answerOf(decision: AnyDecision): unknown {
  return decision.settled ? { outcome: decision.outcome, detail: decision.detail } : { outcome: decision.outcome, needs: decision.needs };
}
