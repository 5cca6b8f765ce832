// A receipt: what was decided, from which facts and on what basis, as small JSON that can be decided again.
import * as z from 'zod';
import type { NonEmpty } from '../data/issues.js';
import { unique } from '../decision/steps.js';
import type { Basis } from '../decision/decision.js';
import { fact, listOf, object, optional, positive, text } from '../decision/facts.js';
import type { RuleId } from '../rules.js';
import type { Known } from '../decision/evaluate.js';
import { readFacts, type AnyRule, type FactsOf } from '../decision/rule.js';
import { bare, once, isPlainObject } from '../data/objects.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { answerTo, readAsked, type Asked } from './asked.js';

/** The library's version as receipts name it: stated here since src reads no file, and held equal to package.json by a test. */
export const VERSION = '0.1.0';

/** The version of this shape; a change of it raises the number. */
export const RECEIPT_VERSION = 1;

/** A record of a decision, from which it can be decided again. Plain JSON, its keys always in this order. @since 0.1.0 */
export interface Receipt {
  /** The version of this shape. */
  readonly receipt: 1;
  /** The version of the library that made it: for information, since any version that still has the rest can verify it. */
  readonly library: string;
  readonly rule: RuleId;
  /** Every fact, with what an absent one was taken for, in the rule's order. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly editions: Basis['editions'];
  /** The calendar by which working days were counted, if any were. */
  readonly calendar?: { readonly id: string; readonly version: string };
  readonly readings: Basis['readings'];
  /** Names of the facts that nobody gave, taken from their defaults; left out where there are none. */
  readonly assumed?: readonly string[];
  /** The limits that were drafted; left out where there are none. A receipt that has any is not of the policy. */
  readonly draft?: Basis['draft'];
  readonly outcome: string;
  /** The detail, where the answer is settled. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The clauses that the answer cites, each once. */
  readonly citations: NonEmpty<ClauseId>;
}

/** Returns the shape of a receipt as it comes back from a store: what it names need not be known here. */
export const receiptSchema: () => z.ZodType<StoredReceipt> = /* @__PURE__ */ once(() => {
  const named = { id: fact(text), version: fact(text) };
  const whatever = z.custom<object>(isPlainObject, { error: 'must be an object', abort: false, params: { form: 'object' } });
  return object({
    receipt: fact(positive),
    library: fact(text),
    rule: fact(text),
    facts: whatever,
    editions: listOf(fact(text)),
    calendar: optional(object(named)),
    readings: listOf(object({ id: fact(text), choice: fact(text) })),
    assumed: optional(listOf(fact(text))),
    draft: optional(listOf(object({ clause: fact(text), held: whatever, drafted: whatever }))),
    outcome: fact(text),
    detail: optional(whatever),
    citations: listOf(fact(text)),
  }) as unknown as z.ZodType<StoredReceipt>;
});

/** A receipt of whatever version. */
export interface StoredReceipt extends Omit<Receipt, 'receipt' | 'rule' | 'editions' | 'readings' | 'citations'> {
  readonly receipt: number;
  readonly rule: string;
  readonly editions: readonly string[];
  readonly readings: readonly { readonly id: string; readonly choice: string }[];
  readonly citations: readonly string[];
}

/**
 * Decides, and returns a receipt of it: small JSON with every fact, the basis, the outcome and the clauses cited.
 *
 * A receipt holds the facts of a case: where they are personal data, so is the receipt.
 * @throws `InvalidFacts`, each path beginning with `rule`, `facts` or `policy`.
 * @example receipt(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }).citations // => ['support/3.1.1']
 * @since 0.1.0
 */
export function receipt<R extends AnyRule>(rule: R, facts: FactsOf<R>, policy?: AnyPolicy): Receipt {
  return receiptOf(readAsked(rule, 'facts', (of) => readFacts(of, 'facts', facts), policy));
}

/** Makes the receipt of an answer to the facts that were given, without those that were absent. */
export function receiptOf(asked: Asked): Receipt {
  const { of } = asked;
  const facts: Known = bare(of.table.absent, asked.facts);
  const assumed = of.factNames.filter((name) => !Object.hasOwn(asked.facts, name));
  const answer = answerTo(asked);
  const { editions, calendar, readings } = answer.basis;
  const made: Receipt = {
    receipt: RECEIPT_VERSION,
    library: VERSION,
    rule: of.id,
    facts: Object.fromEntries(of.factNames.map((name) => [name, facts[name]])),
    editions,
    ...(calendar === undefined || !Object.hasOwn(answer.basis, 'calendar')
      ? {}
      : { calendar: { id: calendar.id, version: calendar.version } }),
    readings,
    ...(assumed.length > 0 ? { assumed } : {}),
    ...(answer.basis.draft === undefined ? {} : { draft: answer.basis.draft }),
    outcome: answer.outcome,
    ...(answer.settled ? { detail: answer.detail } : {}),
    citations: unique(answer.because.map(({ clause }) => clause)) as readonly ClauseId[] as NonEmpty<ClauseId>,
  };
  return JSON.parse(JSON.stringify(made)) as Receipt; // a copy of all that it holds, without gaps
}
