// The operative phrases of a sentence: what it counts, how it binds, whom it names, under which condition, and with which exception;
// and the register of who owns each: a test of a rule, an event or a duty that rests on it, an interpretation, or a stated excuse.
import { readFileSync } from 'node:fs';
import { fingerprint } from './policy-text.mjs';

/** @typedef {'number' | 'modal' | 'party' | 'condition' | 'exception'} Kind */
/** @typedef {{ readonly kind: Kind, readonly ordinal: number, readonly words: string, readonly hash: string, readonly at: number, readonly length: number }} Phrase `ordinal` counts the phrases of its kind in the sentence; `at` and `length` say where its words are */

const counts = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** Words and short terms of any policy, by kind. @type {Readonly<Record<Kind, string>>} */
const lexicon = {
  number: `${counts}|first|next|once|at least|at most|more than|day|days|week|weeks|month|months|year|years|all|any|each|every|a series|a range|regular|equal|main|further|free of charge|fee|deadline|individual`,
  modal:
    'must|should|shall|may|might|will|would|can|cannot|could|able|unable|responsibility|responsibilities|duty|due|required|require|requiring|requirement|requirements|expected|entitled|mandatory|encouraged|committed|committing|endeavour|bound|complied|compliance|available|access|provided|limited|applies|apply|applied|granted|please refer|refer|request|requests|wish|intend',
  party:
    'participant|participants|member|members|professional status team|team|SET|society for education and training|supporter|mentor|reviewing and moderation team|reviewers|moderators|membership enquiries team|employers|workplaces|organisations|teacher|teachers|qualified teachers|fully qualified professionals|student|department for education|anyone|person|others|those|you|we|they|QTLS|ATS|professional formation|advanced teacher status',
  condition:
    'if|where|when|unless|until|provided that|subject to|before|after|prior|further to|upon|during|from|to the date|who|whether|within|as part of|across|in writing|written|instigated by|in the schools sector|result in|becoming|remaining|if necessary|from time to time|at the point of need|related to|regarding|initially',
  exception: 'except|exception|other than|not|no|only|however|unlike|while|including|in addition|also|vice versa|or|without',
};
export const kinds = /** @type {readonly Kind[]} */ (Object.keys(lexicon));

const kindOf = new Map(
  kinds.flatMap((kind) => lexicon[kind].split('|').map((words) => /** @type {const} */ ([words.toLowerCase(), kind]))),
);
/** Terms that only look like one of these. */
const notMeant = ['day-to-day', 'further education'];
const span = String.raw`(?:\d+|${counts})[\s-]+(?:working\s+)?(?:day|week|month|year)s?`;
const listed = [...kindOf.keys()].sort((a, b) => b.length - a.length).map((words) => words.replaceAll(' ', String.raw`\s+`));
const choice = [...notMeant, String.raw`[\w.]+@[\w.]+\w`, span, ...listed, String.raw`\d+`].join('|');
const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${choice})(?![\p{L}\p{N}])`, 'giu');

/** @param {string} kind @param {string} words */
function hashOf(kind, words) {
  return fingerprint(`${kind} ${words}`).slice(0, 8);
}

/** The phrases of a sentence in order; of two that fit, the longer. The addresses of links are not words. @param {string} sentence @returns {readonly Phrase[]} */
export function phrasesIn(sentence) {
  const text = sentence.replace(/\]\([^)\s]*\)/g, (link) => ' '.repeat(link.length));
  /** @type {Map<Kind, number>} */
  const seen = new Map();
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index: at }) => {
    const words = found.replace(/\s+/g, ' ').toLowerCase();
    if (found === 'set' || notMeant.includes(words)) return [];
    const kind = words.includes('@') ? 'party' : (kindOf.get(words) ?? 'number');
    const ordinal = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, ordinal);
    return [{ kind, ordinal, words, hash: hashOf(kind, words), at, length: found.length }];
  });
}

/** @typedef {Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>} PhraseRegister By clause, by the fingerprint of the sentence, by the phrase as `kind-ordinal-fingerprint`: its owners, or its excuse */
export const phrasesFile = new URL('policy-phrases.json', import.meta.url);
/** @returns {PhraseRegister} */
export const storedPhrases = () => JSON.parse(readFileSync(phrasesFile, 'utf8'));

/** @typedef {{ readonly clause: string, readonly key: string, readonly owner: string }} Owned */
/** @typedef {{ readonly clause: string, readonly hash: string }} Place A sentence by its clause and fingerprint */

/** The phrase of a register in words, where the lexicon has it. @param {string} key */
export function inWords(key) {
  const [kind = '', , hash = ''] = key.split('-');
  return `${kind} ${byHash.has(hash) ? `“${byHash.get(hash)}”` : '(a figure or an address)'}`;
}
const numerals = counts.split('|').flatMap((count, at) => [count, String(at + 1)]);
const units = ['day', 'days', 'working days', 'week', 'weeks', 'month', 'months', 'year', 'years'];
const spans = numerals.flatMap((count) => units.map((unit) => `${count} ${unit}`));
const byHash = new Map([
  ...[...kindOf].map(([words, kind]) => /** @type {const} */ ([hashOf(kind, words), words])),
  ...[...numerals, ...spans].map((words) => /** @type {const} */ ([hashOf('number', words), words])),
]);

/**
 * What a change took away and brought, phrase by phrase: the longest common sequence is unchanged. Of equal phrases next to one another each may be the one that is gone.
 * @param {PhraseRegister} register
 * @param {readonly Place[]} gone the sentences that are gone
 * @param {readonly string[]} come the sentences that are new
 * @returns {{ readonly gone: readonly Owned[], readonly come: readonly (Phrase & { readonly sentence: string })[] }}
 */
export function phraseChanges(register, gone, come) {
  const old = gone.flatMap(({ clause, hash }) =>
    Object.entries(register[clause]?.[hash] ?? {}).map(([key, owner]) => ({ clause, key, owner })),
  );
  const now = come.flatMap((sentence) => phrasesIn(sentence).map((phrase) => ({ ...phrase, sentence })));
  const [a, b] = [old.map(({ key }) => key.replace(/-\d+-/, ' ')), now.map(({ kind, hash }) => `${kind} ${hash}`)];
  const pairs = common(a, b);
  const [stay, known] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  const lost = a.map((_, at) => !stay.has(at));
  for (let at = 1; at < a.length; at++) if (a[at] === a[at - 1] && lost[at - 1]) lost[at] = true;
  for (let at = a.length - 1; at > 0; at--) if (a[at] === a[at - 1] && lost[at]) lost[at - 1] = true;
  return { gone: old.filter((_, at) => lost[at]), come: now.filter((_, at) => !known.has(at)) };
}

/** The longest common sequence of two lists, as pairs of places. @param {readonly string[]} a @param {readonly string[]} b */
function common(a, b) {
  /** @type {(readonly [number, number])[][]} */
  let below = [];
  for (let i = a.length - 1; i >= 0; i--) {
    /** @type {typeof below} */
    const row = [];
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, right, both] = [below[j] ?? [], row[j + 1] ?? [], below[j + 1] ?? []];
      row[j] = a[i] === b[j] ? [[i, j], ...both] : down.length >= right.length ? down : right;
    }
    below = row;
  }
  return below[0] ?? [];
}
