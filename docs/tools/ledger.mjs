// The ledger of clauses: every clause of a document is encoded, or excused with its reason; and every encoded one is exercised, by what answers really cited.
// `npm run update` prints it and fails where something is missing.
import { clauses, documents } from 'professional-status';
import { sources } from '../../test/tools/policy-text.mjs';
import { storedFingerprints } from '../../test/tools/policy-verify.mjs';
import { citations, claims, subjects, TAKEN } from './cases.mjs';
import { numberOf, words } from './words.mjs';

/**
 * @typedef {import('./cases.mjs').Citation} Citation
 * @typedef {{ readonly by: string, readonly clause: string, readonly test: string, readonly sides: readonly boolean[] }} Claim
 * What a rule or an event says of a clause, and which sides of it have to be seen.
 * @typedef {{ readonly kind: string, readonly note?: string }} Entry
 * @typedef {{
 *   readonly text: readonly string[],
 *   readonly register: Readonly<Record<string, Entry>>,
 *   readonly claims: readonly Claim[],
 *   readonly subjects: readonly { readonly by: string, readonly clause: string }[],
 *   readonly citations: readonly Citation[],
 * }} Evidence `text` is every clause that the document itself has; `subjects` are the clauses that the cases of a rule are about
 * @typedef {{ readonly clause: string, readonly says: readonly string[], readonly missing: readonly string[] }} Line
 * @typedef {{ readonly encoded: readonly Line[], readonly exercised: readonly Line[] }} Ledger
 */

/** @param {Evidence} evidence @returns {Ledger} */
export function ledgerOf({ text, register, claims: all, subjects: about, citations: cited }) {
  const ids = [...new Set([...text, ...Object.keys(register)])];
  const claimsOn = (/** @type {string} */ clause) => all.filter((claim) => claim.clause === clause);
  const partsOf = (/** @type {string} */ clause) =>
    ids.filter((part) => part.startsWith(clause) && /^\.[a-z]$/.test(part.slice(clause.length)));

  /** @param {string} clause @returns {Line} */
  const encoding = (clause) => {
    const entry = register[clause];
    const by = [...new Set(claimsOn(clause).map((claim) => claim.by))];
    const gone = about.find((each) => each.clause === clause && !all.some((claim) => claim.by === each.by));
    if (!text.includes(clause)) return without(clause, 'the document has no such clause');
    if (entry === undefined) return without(clause, 'the register has no line for it');
    if (gone !== undefined) return without(clause, `there are cases of ${gone.by}, and no such rule`);
    if (entry.kind !== 'rule' && !entry.note) return without(clause, 'excused without a reason');
    if (entry.kind !== 'rule') return { clause, says: [`excused (${entry.kind}): ${entry.note}`], missing: [] };
    if (by.length > 0) return { clause, says: [by.join(', ')], missing: [] };
    const parts = partsOf(clause);
    const whole = parts.length > 0 && parts.every((part) => encoding(part).missing.length === 0);
    return whole ? inParts(clause, parts) : without(clause, 'no rule and no event cites it');
  };

  /** @param {string} clause @returns {Line} */
  const exercise = (clause) => {
    const claimed = claimsOn(clause).map((claim) => seen(claim, cited));
    const parts = partsOf(clause);
    if (claimed.length === 0) return parts.length > 0 ? inParts(clause, parts) : without(clause, 'nothing to exercise');
    return {
      clause,
      says: claimed.map(({ says }) => says),
      missing: claimed.flatMap(({ missing }) => missing.map((what) => `${clause}: ${what}`)),
    };
  };

  return { encoded: ids.map(encoding), exercised: ids.filter((clause) => register[clause]?.kind === 'rule').map(exercise) };
}

/** @param {string} clause @param {string} what @returns {Line} */
const without = (clause, what) => ({ clause, says: [`missing: ${what}`], missing: [`${clause}: ${what}`] });

/** @param {string} clause @param {readonly string[]} parts @returns {Line} */
const inParts = (clause, parts) => ({ clause, says: [`in its parts, ${parts.map(numberOf).join(' and ')}`], missing: [] });

/** In how many answers each side of a claim was cited. @param {Claim} claim @param {readonly Citation[]} cited */
function seen({ by, clause, test, sides }, cited) {
  const own = cited.filter((each) => each.by === by && each.clause === clause && each.test === test);
  const [yes, no, name] = test === TAKEN ? ['taken', 'refused', by] : ['true', 'false', `${by}, ${words(test)}`];
  const counts = sides.map((side) => ({ side: side ? yes : no, count: own.filter(({ holds }) => holds === side).length }));
  return {
    says: `${name}: ${counts.map(({ side, count }) => `${side} in ${count}`).join(', ')}`,
    missing: counts.filter(({ count }) => count === 0).map(({ side }) => `${name}: ${side} in no case`),
  };
}

/** How much of a list is there, rounded down, so that only the whole of it is 100%. @param {readonly Line[]} lines */
const share = (lines) => {
  const done = lines.filter(({ missing }) => missing.length === 0).length;
  return `${Math.floor((100 * done) / lines.length)}% (${done} of ${lines.length})`;
};

/** @param {Ledger} ledger */
export const missingFrom = ({ encoded, exercised }) => [...encoded, ...exercised].flatMap(({ missing }) => missing);

/** Everything that stands for or against the clauses of a document. @param {string} document @returns {Evidence} */
export function evidenceOf(document) {
  const own = (/** @type {string} */ clause) => clause.startsWith(`${document}/`);
  const printed = Object.keys(Object.assign({}, ...Object.values(storedFingerprints()))).filter(own);
  return {
    text: printed.filter((clause) => !printed.some((other) => /^\.\d/.test(other.slice(clause.length)) && other.startsWith(clause))), // headings apart
    register: Object.fromEntries(Object.entries(clauses).filter(([clause]) => own(clause))),
    claims: claims().filter(({ clause }) => own(clause)),
    subjects: subjects().filter(({ clause }) => own(clause)),
    citations: citations().filter(({ clause }) => own(clause)),
  };
}

/** A line a clause, and below it what else there is to say of it. @param {readonly Line[]} lines */
const listed = (lines) =>
  lines.flatMap(({ clause, says }) => says.map((each, at) => `  ${(at === 0 ? numberOf(clause) : '').padEnd(11)} ${each}`));

/** Prints the ledger of every source, and tells whether it is complete. */
export function printLedger() {
  const missing = sources.flatMap((document) => {
    const { title } = documents[document];
    const ledger = ledgerOf(evidenceOf(document));
    const figures = [`encoded or excused: ${share(ledger.encoded)}`, `exercised: ${share(ledger.exercised)}`];
    console.log([`${title}: what answers by each clause, or why nothing does`, ...listed(ledger.encoded), ''].join('\n'));
    console.log([`${title}: the cases in which each clause was cited`, ...listed(ledger.exercised), ''].join('\n'));
    console.log(`${[title, ...figures].join('\n  ')}\n`);
    return missingFrom(ledger);
  });
  for (const line of missing) console.error(`missing: ${line}`);
  return missing.length === 0;
}
