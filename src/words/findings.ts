// A finding, an outcome and a fact in words: the family's own.
import { ownEntry, words } from '../data/text.js';
import type { Finding, Settled } from '../decision/decision.js';
import { factNames, outcomeWords, testWords } from './families.js';

/** Returns the sentence of one finding, without its clause. */
export function findingInWords({ test, holds, left, right }: Finding): string {
  const said = ownEntry(testWords(), test);
  const [told, refused] = typeof said === 'string' ? [said] : said;
  const phrase = holds ? told : refused;
  if (phrase === undefined) throw new RangeError('no words for a finding that cannot be');
  return typeof phrase === 'string' ? phrase : phrase(left, right);
}

/** Returns the sentence of an outcome; a detail that is not known is left out of it. */
export function outcomeInWords({ rule, outcome, detail, because }: Settled): string {
  const phrases = ownEntry(outcomeWords(), rule) as Readonly<
    Record<string, string | ((detail: object, because: readonly Finding[]) => string)>
  >;
  const phrase = ownEntry(phrases, outcome);
  return typeof phrase === 'function' ? phrase(detail, because) : phrase;
}

export function factName(name: string): string {
  const names: Readonly<Record<string, string>> = factNames();
  return Object.hasOwn(names, name) ? ownEntry(names, name) : words(name);
}
