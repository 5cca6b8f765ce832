// `npm run policy:verify -- FILES`: holds the register of clauses against copies of the support policy and of the Code page, by the fingerprints of their sentences.
// Lists what is changed, missing and new: our restatement of the old beside the new, whose changed words are in «marks», then each operative phrase that is gone, with what
// rested on it, or new, and the rules and cases that rest on the clause; and exits 1; or prints `0 differences`. A file that is neither document: exit 2.
// With `--write`, and the two texts in that order, it takes the fingerprints afresh: to be done when the register has followed a new edition.
import { readFileSync } from 'node:fs';
import { put, read } from './entries.mjs';
import { formatted } from './fresh.mjs';
import { inWords, phraseChanges, storedPhrases } from './phrases-of.mjs';
import { fingerprint, marked, placedSentences, runsOf, sentencesIn, sources, textsIn } from './policy-text.mjs';
import { whenStarted } from './started.mjs';
import { plural } from '../../docs/tools/words.mjs';

/**
 * @import { Source } from './policy-text.mjs'
 * @typedef {Readonly<Record<string, readonly string[]>>} Fingerprints of the sentences of each clause, in the order of the document
 * @typedef {{ readonly clause: string, readonly what: 'changed' | 'missing' | 'new', readonly text: string, readonly gone?: string }} Difference `gone` is the fingerprint of the sentence that was there
 * @typedef {{ readonly clause: string, readonly hash: string, readonly text?: string }} Line
 */

const FINGERPRINTS = 'test/tools/policy-fingerprints.json';
/** Where every twelve running words of the texts are kept, as fingerprints, sorted. */
const RUNS = 'test/tools/policy-runs.txt';

/** @returns {Record<Source, Fingerprints>} */
export const storedFingerprints = () => JSON.parse(read(FINGERPRINTS));
export const storedRuns = () => new Set(read(RUNS).split(/\s+/).filter(Boolean));

/** @param {Source} document @param {string} text @returns {readonly Required<Line>[]} */
const linesOf = (document, text) => sentencesIn(document, text).map((sentence) => ({ ...sentence, hash: fingerprint(sentence.text) }));

/** @param {Source} document @param {string} text @returns {Fingerprints} */
export function fingerprintsOf(document, text) {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const { clause, hash } of linesOf(document, text)) (found[clause] ??= []).push(hash);
  return found;
}

/**
 * Compares a copy with the fingerprints of the document, sentence by sentence.
 * @param {Source} document
 * @param {Fingerprints} stored
 * @param {string} text
 * @returns {{ readonly unchanged: number, readonly differences: readonly Difference[] }}
 */
export function compare(document, stored, text) {
  /** @type {readonly Line[]} */
  const old = Object.entries(stored).flatMap(([clause, hashes]) => hashes.map((hash) => ({ clause, hash })));
  const copy = linesOf(document, text);
  // A numbered sentence stands where its number says. On the page, whose numbers are only counted, it stands after the sentence before it that is unchanged.
  const numbered = document === 'support';
  const keyOf = (/** @type {Line} */ { clause, hash }) => (numbered ? `${clause} ${hash}` : hash);
  const [oldKeys, copyKeys] = [new Set(old.map(keyOf)), new Set(copy.map(keyOf))];
  const left = leftOver(old, (line) => copyKeys.has(keyOf(line)), numbered);
  const brought = leftOver(copy, (line) => oldKeys.has(keyOf(line)), numbered);
  const places = [...new Set([...left.keys(), ...brought.keys()])];
  const differences = places.flatMap((place) => {
    const [gone, come] = [left.get(place) ?? [], brought.get(place) ?? []];
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => difference(gone[at], come[at], old));
  });
  return { unchanged: old.filter((line) => copyKeys.has(keyOf(line))).length, differences: inOrder(differences, old) };
}

/**
 * The lines that are not in the other text, by the place where they stand.
 * @template {Line} L
 * @param {readonly L[]} lines
 * @param {(line: L) => boolean} isKnown
 * @param {boolean} numbered
 * @returns {ReadonlyMap<string, readonly L[]>}
 */
function leftOver(lines, isKnown, numbered) {
  /** @type {Map<string, L[]>} */
  const found = new Map();
  let after = '';
  for (const line of lines) {
    const place = numbered ? line.clause : after;
    if (isKnown(line)) after = line.hash;
    else found.set(place, [...(found.get(place) ?? []), line]);
  }
  return found;
}

/** @param {Line | undefined} gone @param {Line | undefined} come @param {readonly Line[]} old @returns {Difference} */
function difference(gone, come, old) {
  const was = gone && { gone: gone.hash };
  if (come === undefined) return { clause: gone?.clause ?? '', what: 'missing', text: '', ...was };
  const elsewhere = old.find(({ hash, clause }) => hash === come.hash && clause !== come.clause);
  const text = `${come.text ?? ''}${elsewhere ? ` (the words of ${elsewhere.clause})` : ''}`;
  return { clause: gone?.clause ?? come.clause, what: gone ? 'changed' : 'new', text, ...was };
}

/** In the order of the document; what stands under a number that it does not have comes last. @param {readonly Difference[]} differences @param {readonly Line[]} old */
function inOrder(differences, old) {
  const places = new Map(old.map(({ clause }, at) => [clause, at]));
  const placeOf = (/** @type {Difference} */ { clause }) => places.get(clause) ?? old.length;
  return [...differences].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The document of which a text is a copy: it has at least half of the document's sentences.
 * @param {Readonly<Record<Source, Fingerprints>>} stored
 * @param {string} text
 * @returns {Source | undefined}
 */
export function recognise(stored, text) {
  return sources.find((document) => {
    const known = new Set(Object.values(stored[document]).flat());
    const found = new Set(linesOf(document, text).map(({ hash }) => hash));
    return [...known].filter((hash) => found.has(hash)).length >= known.size / 2;
  });
}

/** The operative phrases that differences took away and brought. @param {readonly Difference[]} differences */
export const phrasesChanged = (differences, register = storedPhrases()) =>
  phraseChanges(
    register,
    differences.flatMap(({ clause, gone }) => (gone ? [{ clause, hash: gone }] : [])),
    differences.map(({ text }) => text),
  );

/** @param {readonly string[]} files */
async function verify(files) {
  if (files.length === 0) throw new TypeError('name copies of the texts: npm run policy:verify -- FILES');
  const stored = storedFingerprints();
  const copies = files.map((file) => {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const document = recognise(stored, text);
    if (document === undefined)
      throw new TypeError(
        `${file} is a copy neither of the support policy nor of the Code page: it has fewer than half of their sentences`,
      );
    return { file, document, text, ...compare(document, stored[document], text) };
  });
  const [{ clauses }, { restingOn }] = await Promise.all([import('professional-status'), import('../../docs/tools/cases.mjs')]);
  const runs = storedRuns();
  let total = 0;
  for (const { file, document, text, unchanged, differences } of copies) {
    const counts = /** @type {const} */ (['changed', 'missing', 'new']).map(
      (kind) => `${differences.filter(({ what }) => what === kind).length} ${kind}`,
    );
    console.log(`${document} (${file}): ${plural(unchanged, 'sentence')} unchanged, ${counts.join(', ')}`);
    const placed = placedSentences(document, text);
    const { gone, come } = phrasesChanged(differences);
    for (const clause of new Set(differences.map((each) => each.clause))) {
      const own = differences.filter((each) => each.clause === clause);
      console.log(`  ${clause} ${own.map(({ what }) => what).join(', ')}`);
      console.log(`    before, in our words: ${/** @type {Record<string, { says: string }>} */ (clauses)[clause]?.says ?? 'nothing'}`);
      for (const { text: said } of own.filter(({ text: any }) => any !== '')) {
        const place = placed.find((sentence) => said === sentence.text);
        console.log(`    now: ${place ? marked(runs, text, place.start, place.end) : said}`);
      }
      for (const each of gone.filter((phrase) => phrase.clause === clause))
        console.log(`    gone: ${inWords(each.key)}; on it rested: ${each.owner}`);
      for (const { kind, words } of come.filter(({ sentence }) => own.some(({ text: said }) => said === sentence)))
        console.log(`    new: ${kind} “${words}”`);
      console.log(`    rests on the clause: ${restingOn(clause).join('; ') || 'nothing'}`);
    }
    total += differences.length;
  }
  console.log(plural(total, 'difference'));
  return total === 0 ? 0 : 1;
}

/** @param {readonly string[]} files */
async function write(files) {
  const texts = textsIn(files);
  const taken = Object.fromEntries(texts.map(({ document, text }) => [document, fingerprintsOf(document, text)]));
  const runs = [...new Set(texts.flatMap(({ text }) => [...runsOf(text)]))].sort();
  const rows = Array.from({ length: Math.ceil(runs.length / 10) }, (_, at) => runs.slice(at * 10, at * 10 + 10).join(' '));
  put(FINGERPRINTS, await formatted(FINGERPRINTS, JSON.stringify(taken, undefined, 2)));
  put(RUNS, `${rows.join('\n')}\n`);
}

await whenStarted(import.meta.url, (given) => (given[0] === '--write' ? write(given.slice(1)) : verify(given)));
