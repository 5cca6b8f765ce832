// The cases that the package ships, made ready to run: against the rule of this library, or against any other implementation of it.
import { invalid, safely, readAll } from '../data/issues.js';
import { aText, listOf, objectOf, optional, readArguments, readerOf, type Reader } from '../data/reading.js';
import { withoutGaps } from '../data/objects.js';
import type { Decision } from '../decision/decision.js';
import { unique } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { policyStated } from '../policy/stated.js';
import { withPathFrom } from '../questions/asked.js';
import { anInteger, anObject, readOne } from './reading.js';
import { inJson, isSame, isWithin } from './scenario.js';

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
  /** The facts to hand to the rule; absent facts mean their defaults. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The policy to answer under: the standard one, or the departure from it that the case names. */
  readonly policy: AnyPolicy;
  readonly expected: VectorInFile;
  /**
   * Lists in what an answer departs from the case: the outcome, the detail or the needs, what each test found, and, where its findings give clauses, the clause.
   * Of a finding it takes `test` and `holds`, and `clause` where there is one.
   */
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
const NOT_OF_A_RULE = 'names a procedure or the lifecycle: give the file of a rule';

interface AnswerGiven {
  readonly settled: boolean;
  readonly outcome: string;
  readonly because: readonly { readonly test: string; readonly holds: boolean; readonly clause: string | undefined }[];
  readonly detail?: object;
  readonly needs?: readonly object[];
}

const eitherWay: Reader<boolean> = /* @__PURE__ */ readerOf((value) => typeof value === 'boolean', 'must be true or false');

/** Reads an answer, whose other parts turn on whether it is settled; what it holds beside what is compared is passed over. */
const anAnswer: Reader<AnswerGiven> = (issues, value, path) => {
  const settled: unknown = safely(() => (value as Partial<AnswerGiven>).settled);
  const finding = objectOf({ test: aText, holds: eitherWay, clause: optional(aText) }, true);
  const rest = settled === true ? { detail: anObject } : settled === false ? { needs: listOf(anObject) } : {};
  return objectOf({ settled: eitherWay, outcome: aText, because: listOf(finding), ...rest }, true)(issues, value, path);
};

function differencesOf(expected: VectorInFile, given: unknown): readonly string[] {
  const { settled, outcome, detail, needs, because } = readOne('decision', anAnswer, given);
  const found = Object.fromEntries(because.map(({ test, holds }) => [test, holds]));
  const pairs: readonly (readonly [what: string, is: unknown, should: unknown])[] = [
    ['outcome', outcome, expected.outcome],
    settled ? ['detail', detail, expected.detail ?? {}] : ['needs', needs, expected.needs ?? []],
    ['because', found, expected.because],
  ];
  const differ = pairs
    .filter(([, is, should]) => !isSame(is, should))
    .map(([what, is, should]) => `${what}: ${inJsonOrNone(is)}; expected ${inJsonOrNone(should)}`);
  const cited = unique(because.flatMap(({ clause }) => clause ?? []));
  const isCited = cited.length === 0 || cited.some((each) => isWithin(each, expected.clause));
  return isCited ? differ : [...differ, `clause: ${cited.join(', ')}; expected ${expected.clause}`];
}

function inJsonOrNone(part: unknown): string {
  return Object.keys(part as object).length === 0 ? 'none' : inJson(part);
}

/**
 * Makes the cases of a rule's file ready to run. The files of procedures and of the lifecycle are of another shape, and need their own runners.
 *
 * @throws `InvalidFacts` naming every malformed part of the file, and where a reading, a calendar or an edition is not known here. `differences` throws it,
 * naming what is missing, where an answer lacks a part that is compared.
 * @example vectors({ rule: 'noticeDeadline', version: 1, vectors: [] }).length // => 0
 * @since 0.1.0
 */
export function vectors(file: VectorsOfRule): readonly VectorCase[] {
  const machine: unknown = safely(() => (file as { readonly machine?: unknown }).machine);
  if (machine !== undefined) throw invalid(['machine'], NOT_OF_A_RULE, machine);
  const all = readArguments(aFile(), file, true).vectors as readonly VectorInFile[];
  return readAll(
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
