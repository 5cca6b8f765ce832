// What was signed off, at which fingerprint: docs/sign-offs.json against the clauses and interpretations as they are. A change of the text, of our words, of a test or of an answer voids a sign-off.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { clauses, readings } from 'professional-status';
import { sources } from '../../test/tools/policy-text.mjs';
import { storedFingerprints } from '../../test/tools/policy-verify.mjs';
import { answersAbout, claims } from './cases.mjs';
import { evidenceOf } from './ledger.mjs';

/** @typedef {{ readonly by: string, readonly on: string, readonly of: string, readonly at: string }} SignOff `by` is a role, `on` a day, `of` a clause or an interpretation, `at` its fingerprint then */
/** @import { ClauseId } from 'professional-status' */

/** @param {unknown} value */
export const hashOf = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

const sentences = Object.assign({}, ...Object.values(storedFingerprints()));
const stated = claims();

/** The clauses of the two documents that can be signed: all but their headings. */
export const signable = /** @type {readonly ClauseId[]} */ (sources.flatMap((document) => evidenceOf(document).text));

/** The fingerprint of a clause: its sentences, our words, its tests and events, and the answers of its cases. @param {ClauseId} id */
const ofClause = (id) => [
  sentences[id],
  clauses[id].says,
  stated.filter(({ clause }) => clause === id).map(({ by, test }) => `${by}/${test}`),
  answersAbout(id),
];

/** Of an interpretation: its question and options, the default first, and the clauses that it is about. @param {keyof typeof readings} id */
const ofReading = (id) => [readings[id].question, readings[id].options, readings[id].clauses.map((clause) => ofClause(clause))];

/** @returns {ReadonlyMap<string, string>} */
export const currentFingerprints = () =>
  new Map([
    ...signable.map((id) => /** @type {const} */ ([id, hashOf(ofClause(id))])),
    ...Object.values(readings).map(({ id }) => /** @type {const} */ ([id, hashOf(ofReading(id))])),
  ]);

/** @returns {readonly SignOff[]} */
export const storedSignOffs = () => JSON.parse(readFileSync(new URL('../sign-offs.json', import.meta.url), 'utf8'));

/**
 * Which are signed as they are now, which sign-offs are void, and which lines say nothing that can be used.
 * @param {readonly SignOff[]} lines
 * @param {ReadonlyMap<string, string>} now
 */
export function stateOf(lines, now) {
  const isWhole = (/** @type {SignOff} */ { by, on, of, at }) =>
    Boolean(by) && /^\d{4}-\d\d-\d\d$/.test(on) && now.has(of) && /^[0-9a-f]{16}$/.test(at);
  const whole = lines.filter(isWhole);
  const signed = new Set(whole.filter(({ of, at }) => now.get(of) === at).map(({ of }) => of));
  return {
    signed,
    void: whole.filter(({ of, at }) => now.get(of) !== at && !signed.has(of)),
    wrong: lines.filter((line) => !isWhole(line)),
  };
}

/** Prints the state, and tells whether every line can be used. */
export function printSignOffs() {
  const now = currentFingerprints();
  const { signed, void: gone, wrong } = stateOf(storedSignOffs(), now);
  console.log(`signed off: ${Math.floor((100 * signed.size) / now.size)}% (${signed.size} of ${now.size} clauses and interpretations)`);
  for (const { of, by, on } of gone)
    console.log(`  void: ${of}, signed by ${by} on ${on}: the text, our words, a test or an answer has changed since`);
  for (const line of wrong) console.error(`wrong in docs/sign-offs.json: ${JSON.stringify(line)}`);
  return wrong.length === 0;
}
