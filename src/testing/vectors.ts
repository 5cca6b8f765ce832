// The cases that the package ships, made ready to run: against the rule of this library, or against any other implementation of it.
import { invalid, together } from '../data/issues.js';
import { aText, listOf, objectOf, optional, readArguments, readerOf, type Reader } from '../data/reading.js';
import { withoutGaps } from '../data/objects.js';
import type { Decision } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { policyStated } from '../policy/stated.js';
import { withPathFrom } from '../questions/asked.js';
import { anInteger, anObject, decisionIn } from './reading.js';
import { inJson, isSame } from './scenario.js';

/** A case as its file has it; its types are as wide as those that TypeScript reads off a JSON file. @since 0.1.0 */
export interface VectorInFile {
  readonly name: string;
  readonly clause: string;
  readonly policy?:
    | {
        readonly readings?: Readonly<Record<string, string | undefined>> | undefined;
        readonly calendar?: string | undefined;
        readonly editions?: readonly string[] | undefined;
      }
    | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  readonly needs?: readonly object[] | undefined;
  readonly because: Readonly<Record<string, boolean | undefined>>;
}
/** A file of cases of a rule, as `professional-status/vectors/<rule>.json` gives it. @since 0.1.0 */
export interface VectorsOfRule {
  readonly rule: string;
  readonly version: number;
  readonly vectors: readonly VectorInFile[];
}
/** A case that is ready to run. @since 0.1.0 */
export interface VectorCase {
  /** Its clause and its name. */
  readonly name: string;
  readonly clause: ClauseId;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly policy: AnyPolicy;
  readonly expected: VectorInFile;
  /** Lists in what a decision departs from the case: the outcome, the detail or the needs, and what each test found. */
  readonly differences: (decision: Decision<string, unknown>) => readonly string[];
}

/** Reads a file; what it holds beside what is known is passed over. */
const aFile = (): { readonly rule: Reader<string>; readonly version: Reader<number>; readonly vectors: Reader<readonly object[]> } => {
  const name = readerOf<string>((value) => typeof value === 'string' && value !== '', 'must be a text');
  const policy = objectOf({ readings: optional(anObject), calendar: optional(aText), editions: optional(listOf(aText)) });
  const parts = { name, clause: aText, policy: optional(policy), facts: anObject, outcome: aText, detail: optional(anObject) };
  const vector = objectOf({ ...parts, needs: optional(listOf(anObject)), because: anObject }, true);
  return { rule: aText, version: anInteger, vectors: listOf(vector, MOST_VECTORS) };
};
const MOST_VECTORS = 100_000;

function differencesOf(expected: VectorInFile, answer: Decision<string, unknown>): readonly string[] {
  const decision = decisionIn(answer);
  if (decision === undefined) throw invalid(['decision'], 'must be a decision', answer);
  const found = Object.fromEntries(decision.because.map(({ test, holds }) => [test, holds]));
  const pairs: readonly (readonly [what: string, is: unknown, should: unknown])[] = [
    ['outcome', decision.outcome, expected.outcome],
    decision.settled ? ['detail', decision.detail, expected.detail ?? {}] : ['needs', decision.needs, expected.needs ?? {}],
    ['because', found, expected.because],
  ];
  return pairs
    .filter(([, is, should]) => !isSame(is, should))
    .map(([what, is, should]) => `${what}: ${inJson(is)}, and not ${inJson(should)}`);
}

/**
 * Makes the cases of a file ready to run.
 *
 * @throws `InvalidFacts` naming every malformed part of the file, and where a reading, a calendar or an edition is not known here. `differences` throws it
 * where it is given no decision.
 * @example vectors({ rule: 'noticeDeadline', version: 1, vectors: [] }).length // => 0
 * @since 0.1.0
 */
export function vectors(file: VectorsOfRule): readonly VectorCase[] {
  const all = readArguments(aFile(), file, true).vectors as readonly VectorInFile[];
  return together(
    ...all.map((read, index) => (): VectorCase => {
      const expected = withoutGaps<VectorInFile>(read);
      const { clause, name, facts } = expected;
      return {
        name: `${clause}: ${name}`,
        clause: clause as ClauseId,
        facts,
        policy: withPathFrom(['vectors', index], () => policyStated(expected.policy)),
        expected,
        differences: (decision) => differencesOf(expected, decision),
      };
    }),
  );
}
