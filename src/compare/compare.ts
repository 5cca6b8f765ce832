// What would a change of policy change: the answers of a rule, of rows or of histories under two policies, where they differ, and which change makes it so.
import { invalid, InvalidFacts, readAll, throwIfAny, unknownKey, type Path } from '../data/issues.js';
import { copyOf } from '../data/copies.js';
import { asGiven, objectOf, optional, readArguments, readEach, readerBy, readerOf } from '../data/reading.js';
import type { Moment } from '../decision/decision.js';
import { moment } from '../decision/facts.js';
import { compiledOf, isRule, notARule, readWhole, type AnswerOf, type AnyRule, type FactsOf } from '../decision/rule.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import { withPathFrom, withPaths } from '../questions/asked.js';
import { engine } from '../support-policy/lifecycle/lifecycle.js';
import { changesBetween } from './changes.js';
import type { ComparedOver, Comparison, History, HistoryResult } from './comparison.js';
import { comparedHistories } from './history-comparison.js';
import { comparedRows, comparedSpace, type ReadRow } from './rule-comparison.js';

/**
 * Compares what two policies answer: over every case of a rule, over rows, or over participants' histories on a day.
 *
 * Two answers differ where the outcome, a detail or what is needed is another; two positions where the stage, a duty, an entitlement, a warning, a refusal or what is unsettled is.
 * The causes are found by making the changes one at a time. Over a whole space a kind of difference has one entry, its smallest case: the fewest facts that
 * are not defaults, then the first words, then the earliest dates. `whole` is true where every combination of words was tried on every day that the calendars
 * cover, with the other dates wherever an answer can change; hours, numbers, texts and lists are tried at places, and then it is false.
 * About 200,000 cases are tried at most, which can take some seconds. Where there are more, days are left out evenly, and `whole` is false.
 * @throws `InvalidFacts` for a malformed policy, rule, row, history or day, with every problem and its path.
 * @example compare(standardPolicy, definePolicy({ readings: { 'notice-boundary': 'clear-month' } }), { rule: noticeDeadline }).smallest?.because // => [{ kind: 'reading', id: 'notice-boundary' }]
 * @since 0.1.0
 */
export function compare<R extends AnyRule>(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly rule: R; readonly rows?: readonly FactsOf<R>[] | undefined },
): Comparison<FactsOf<R>, AnswerOf<R, AnyPolicy>>;
/** Compares what two policies make of histories on a day. @since 0.1.0 */
export function compare(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly histories: readonly History[]; readonly asOf: Moment },
): Comparison<History, HistoryResult>;
export function compare(before: AnyPolicy, after: AnyPolicy, over: ComparedOver): Comparison {
  const [from, to, subject] = readAll(
    () => policyOf(before, ['before']),
    () => policyOf(after, ['after']),
    () => readOver(over),
  );
  const changes = changesBetween(from, to);
  if ('histories' in subject) return comparedHistories(from, to, changes, subject);
  const compared = { of: compiledOf(subject.rule), before: from, after: to, changes };
  return subject.rows === undefined ? comparedSpace(compared) : comparedRows(compared, subject.rows);
}

const MOST_COMPARED = 100_000;

type Subject =
  | { readonly rule: AnyRule; readonly rows: readonly ReadRow[] | undefined }
  | { readonly histories: readonly History[]; readonly asOf: Moment };

function readOver(over: unknown): Subject {
  let rule: AnyRule | undefined;
  const parts = {
    rule: optional(
      readerBy((value, path) => {
        if (!isRule(value)) throw new InvalidFacts([notARule(path, value)]);
        rule = value;
      }),
    ),
    rows: optional(
      readerBy((value, path) =>
        readEach(value, path, MOST_COMPARED, 'rows', (row, at): ReadRow => {
          const facts = (): ReadRow['facts'] => (rule === undefined ? {} : readWhole(compiledOf(rule), row));
          return { row, facts: withPathFrom(at, facts) };
        }),
      ),
    ),
    histories: optional(readerBy((value, path) => readEach(value, path, MOST_COMPARED, 'histories', readHistory))),
    asOf: optional(readerOf<Moment>(moment.is, moment.what, moment.codeOf)),
  };
  const { rows, histories, asOf } = readArguments({ over: objectOf(parts) }, { over }).over;
  const known = rule === undefined && histories !== undefined ? ['histories', 'asOf'] : ['rule', 'rows'];
  const others = Object.entries({ rows, histories, asOf }).filter(([key, value]) => value !== undefined && !known.includes(key));
  throwIfAny(others.map(([key, value]) => unknownKey(['over', key], known, value)));
  if (rule !== undefined) return { rule, rows };
  if (histories === undefined) throw new InvalidFacts([notARule(['over', 'rule'], rule)]);
  if (asOf === undefined) throw invalid(['over', 'asOf'], moment.what, asOf);
  return { histories, asOf };
}

/** Reads a history: its two parts, each once. */
function readHistory(value: unknown, at: Path): History {
  const parts = withPathFrom(at, () => readArguments({ registration: asGiven, events: asGiven }, value));
  const { registration, events } = parts as History;
  return withPaths(
    (path) => [...at, ...(path[0] === 'events' ? path : ['registration', ...path])],
    () => {
      const kept = copyOf(registration);
      return { registration: kept, events: engine().readHistory(kept, events)[1] };
    },
  );
}
