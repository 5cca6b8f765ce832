// `npm run policy:phrases -- SUPPORT.txt CODE-PAGE.txt`: every operative phrase of the two texts has an owner in policy-phrases.json, that is in the built package and cites the clause, or an excuse.
// With `--tried` it deletes each phrase in turn from the text, and looks whether the verification names its owner. With `--write` it takes the phrases afresh, and keeps the owners of those that stay.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords, kinds, phrasesFile, phrasesIn, storedPhrases } from './phrases-of.mjs';
import { fingerprint, placedSentences, sources, textsIn } from './policy-text.mjs';
import { compare, fingerprintsOf, phrasesChanged } from './policy-verify.mjs';
import { whenStarted } from './started.mjs';

/**
 * @import { Source } from './policy-text.mjs'
 * @import { PhraseRegister } from './phrases-of.mjs'
 * @typedef {{ readonly clause: string, readonly sentence: string, readonly key: string, readonly kind: string, readonly words: string, readonly start: number, readonly end: number }} Found
 */

/** Why nothing rests on a phrase; a note says it in particular. */
const excuses = {
  'same-party': 'says whom the clause speaks of, as another clause does whose owner is tested',
  heading: 'a title, which asks nothing',
  aim: 'an intention, of which no fact of a case is true or false',
  elsewhere: 'points to another document or clause',
  judgement: 'for people to judge',
  describes: 'describes something, gives a reason or joins words, and asks nothing',
};

/** @param {Source} document @param {string} text @returns {readonly Found[]} */
export const phrasesOf = (document, text) =>
  placedSentences(document, text).flatMap(({ clause, text: said, start, end }) => {
    // The sentence as it is printed may have other blanks: a phrase is found again in order.
    let from = start;
    return phrasesIn(said).map(({ kind, ordinal, hash, words, at, length }) => {
      const pattern = new RegExp(
        said
          .slice(at, at + length)
          .replace(/\s+/g, String.raw`\s+`)
          .replaceAll('.', String.raw`\.`),
        'g',
      );
      pattern.lastIndex = Math.max(from, start + at);
      const found = pattern.exec(text)?.index ?? end;
      from = pattern.lastIndex;
      return { clause, sentence: fingerprint(said), key: `${kind}-${ordinal}-${hash}`, kind, words, start: found, end: from };
    });
  });

/** Everything that can own a phrase, with the clauses that it cites. @returns {Promise<ReadonlyMap<string, ReadonlySet<string>>>} */
export async function holders() {
  const { readings } = await import('professional-status');
  const { detailsOfRules, testsOfRules } = await import('../../docs/tools/rules.mjs');
  const { walk, walked } = await import('../../docs/tools/histories.mjs');
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  const add = (/** @type {string} */ name, /** @type {string} */ clause) => found.set(name, (found.get(name) ?? new Set()).add(clause));
  for (const { rule, test, clause } of testsOfRules()) add(`${rule}/${test}`, clause);
  for (const { detail, clauses } of detailsOfRules()) for (const clause of clauses) add(`detail/${detail}`, clause);
  for (const { machine } of walked) for (const { event, clause } of machine.cells) add(`${machine.id}/${event}`, clause);
  for (const { id, clauses } of Object.values(readings)) for (const clause of clauses) add(`reading/${id}`, clause);
  const look = (/** @type {any} */ value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const name of ['what', 'entitlement', 'code', 'type', 'test'])
      if (typeof value[name] === 'string' && typeof value.clause === 'string')
        add(`${{ what: 'duty', code: 'warning', type: 'effect', test: 'step' }[name] ?? name}/${value[name]}`, value.clause);
    Object.values(value).forEach(look);
  };
  for (const { machine, step } of walk()) {
    look(step);
    if (step.accepted) look(machine.position(step.case, '2021-07-01'));
  }
  return found;
}

/** What is wrong with the owner of a phrase. @param {string} owner @param {string} clause @param {ReadonlyMap<string, ReadonlySet<string>>} all @returns {string | undefined} */
export function wrongWith(owner, clause, all) {
  const [, kind, note = ''] = /^([a-z-]+): (.*)$/.exec(owner) ?? [];
  if (kind !== undefined) return kind in excuses && note.length > 10 ? undefined : `'${owner}' is not an excuse with a note`;
  const near = (/** @type {string} */ cited) => cited === clause || cited.startsWith(`${clause}.`) || clause.startsWith(`${cited}.`);
  const wrong = owner.split(', ').filter((name) => ![...(all.get(name) ?? [])].some(near));
  return wrong.length > 0 ? `'${wrong.join(', ')}' is nothing in the package that cites ${clause}` : undefined;
}

/** That the clause to which `same-party` points has no owner of a party itself. @param {string} owner @param {PhraseRegister} register */
function notTested(owner, register) {
  const [, clause] = /^same-party: .* of (\S+)$/.exec(owner) ?? [];
  const there = Object.values(register[clause ?? ''] ?? {}).flatMap(Object.entries);
  const isTested = there.some(([key, of]) => key.startsWith('party') && !of.includes(': '));
  return owner.startsWith('same-party') && !isTested ? `'${owner}': no party of that clause is tested` : undefined;
}

/** @param {readonly Found[]} found @param {PhraseRegister} register @param {ReadonlyMap<string, ReadonlySet<string>>} all @returns {readonly string[]} */
export function problems(found, register, all) {
  const owned = found.flatMap(({ clause, sentence, key, words }) => {
    const owner = register[clause]?.[sentence]?.[key];
    const wrong = owner ? (wrongWith(owner, clause, all) ?? notTested(owner, register)) : 'has no owner';
    return wrong ? [`${clause} ${key} “${words}”: ${wrong}`] : [];
  });
  const here = new Set(found.map(({ clause, sentence, key }) => `${clause} ${sentence} ${key}`));
  const listed = Object.entries(register).flatMap(([clause, of]) =>
    Object.entries(of).flatMap(([sentence, keys]) =>
      Object.keys(keys).map((key) => ({ place: `${clause} ${sentence} ${key}`, says: `${clause} ${inWords(key)}` })),
    ),
  );
  return [...owned, ...listed.filter(({ place }) => !here.has(place)).map(({ says }) => `${says}: registered, and not in the text`)];
}

/** @param {string} label @param {number} part @param {number} all */
const share = (label, part, all) => console.log(`${label}: ${Math.floor((100 * part) / all)}% (${part} of ${all})`);

/** @param {string[]} args */
async function run(args) {
  const options = /** @type {const} */ ({ write: { type: 'boolean' }, tried: { type: 'boolean' } });
  const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
  const register = storedPhrases();
  const texts = textsIn(files);
  const found = texts.flatMap(({ document, text }) => phrasesOf(document, text));
  if (values.write) {
    /** @type {Record<string, Record<string, Record<string, string>>>} */
    const next = {};
    for (const { clause, sentence, key } of found)
      ((next[clause] ??= {})[sentence] ??= {})[key] = register[clause]?.[sentence]?.[key] ?? '';
    return void writeFileSync(phrasesFile, `${JSON.stringify(next, undefined, 2)}\n`);
  }
  const ownerOf = (/** @type {Found} */ { clause, sentence, key }) => register[clause]?.[sentence]?.[key] ?? '';
  console.log('document   kind       phrases  owned by rules, events, duties, interpretations  excused');
  for (const document of sources)
    for (const kind of kinds) {
      const own = found.filter((each) => each.clause.startsWith(`${document}/`) && each.kind === kind);
      const excused = own.filter((each) => ownerOf(each).includes(': ')).length;
      console.log(
        `${document.padEnd(10)} ${kind.padEnd(10)} ${String(own.length).padStart(7)}  ${String(own.length - excused).padStart(46)}  ${String(excused).padStart(7)}`,
      );
    }
  const wrong = problems(found, register, await holders());
  for (const line of wrong) console.error(`missing: ${line}`);
  share('phrases owned', Math.max(0, found.length - wrong.length), found.length);
  const unnamed = values.tried ? texts.flatMap(({ document, text }) => deletions(document, text, register)) : [];
  for (const line of unnamed) console.error(`missing: ${line}`);
  if (values.tried) share('deletions that name an owner', found.length - unnamed.length, found.length);
  return wrong.length + unnamed.length > 0 ? 1 : 0;
}

/** The phrases whose deletion is not found out, or names another owner. @param {Source} document @param {string} text @param {PhraseRegister} register */
export function deletions(document, text, register) {
  const stored = fingerprintsOf(document, text);
  return phrasesOf(document, text).flatMap(({ clause, sentence, key, words, start, end }) => {
    const { differences } = compare(document, stored, text.slice(0, start) + text.slice(end));
    const owner = register[clause]?.[sentence]?.[key];
    const named = phrasesChanged(differences, register).gone.filter((gone) => gone.clause === clause && gone.key === key);
    return owner && named.some((gone) => gone.owner === owner) ? [] : [`${clause} ${key} “${words}”: its deletion names no owner of it`];
  });
}

await whenStarted(import.meta.url, run);
