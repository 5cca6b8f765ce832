// Reading what a test hands to the kit: stories, expectations and answers. What cannot be so is `InvalidFacts`, with its path.
import { plainCopy } from '../data/copies.js';
import { aText, check, listOf, objectOf, optional, readArguments, readerOf, wholeCode, type Reader } from '../data/reading.js';
import { isObject } from '../data/objects.js';
import type { Finding, Need } from '../decision/decision.js';
import type { Answer } from '../decision/evaluate.js';
import type { TransitionOf } from '../machine/table.js';

type Fields = Readonly<Record<string, unknown>>;

const MOST_PARTS = 1000;

/** Returns an object of plain data, copied. */
export const anObject: Reader<Fields> = (issues, value, path) => {
  if (isObject(value)) return plainCopy(value, issues, MOST_PARTS, path) as Fields;
  check(issues, false, path, 'must be an object', value);
  return {};
};

export const anInteger: Reader<number> = /* @__PURE__ */ readerOf(
  (value) => Number.isSafeInteger(value),
  'must be a whole number',
  wholeCode,
);

const objects = () => optional(listOf(anObject));
const texts = () => optional(listOf(aText));
/** What may be expected of an event that is taken, of one that is refused, and of a decision beside its outcome. */
const expectations = {
  taken: () =>
    objectOf({
      stage: aText,
      holding: optional(anObject),
      effects: objects(),
      dutiesMet: texts(),
      because: objects(),
      unsettled: objects(),
    }),
  refused: () => objectOf({ test: optional(aText), clause: optional(aText), instead: texts() }),
  decided: () => objectOf({ clause: optional(aText), detail: optional(anObject), because: objects() }),
};

/** Reads what a test expects, as it is typed. */
export function readExpected<T extends object>(kind: 'taken' | 'refused' | 'decided', expected: T): T {
  return readOne<object>('expected', expectations[kind](), expected) as T;
}

export function readOne<T>(name: string, reader: Reader<T>, value: unknown): T {
  return readArguments({ [name]: reader }, { [name]: value })[name] as T;
}

type Step = TransitionOf<{ readonly stage: string }, string, unknown>;

const isFinding = (value: unknown): value is Finding =>
  isObject(value) && ['test', 'clause'].every((key) => typeof (value as Fields)[key] === 'string');
const areFindings = (value: unknown): value is readonly Finding[] => Array.isArray(value) && value.every(isFinding);
const areNeeds = (value: unknown): value is readonly Need[] => Array.isArray(value) && value.every(isObject);

/** Returns a copy of a decision; nothing where a value is not one. */
export function decisionIn(value: unknown): Answer | undefined {
  const copy = plainCopy(value, [], MOST_PARTS);
  if (!isObject(copy)) return undefined;
  const { settled, outcome, because, detail, needs } = copy as Fields;
  const rest = settled === true ? isObject(detail) : settled === false && areNeeds(needs);
  return rest && typeof outcome === 'string' && areFindings(because) ? (copy as unknown as Answer) : undefined;
}

/** Returns a copy of the answer to an event; nothing where a value is not one. */
export function stepIn(value: unknown): Step | undefined {
  const copy = plainCopy(value, [], MOST_PARTS);
  if (!isObject(copy)) return undefined;
  const { accepted, case: state, refusals } = copy as Fields;
  const isAtStage = isObject(state) && 'stage' in state && typeof state.stage === 'string';
  return isAtStage && (accepted === true || (accepted === false && areFindings(refusals))) ? (copy as unknown as Step) : undefined;
}
