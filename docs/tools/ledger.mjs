// The ledger of clauses: every clause of a document is encoded, or excused with its reason; and every encoded one is exercised, by what answers really cited.
import { clauses } from 'professional-status';
import { storedFingerprints } from '../../test/tools/policy-verify.mjs';
import { citations, claims, subjects, TAKEN } from './cases.mjs';
import { words } from './words.mjs';

/** @import { Citation } from './cases.mjs' */
/**
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
 */

/** Lists what is missing, each by its clause. @param {Evidence} evidence @returns {readonly string[]} */
export function missingFrom({ text, register, claims: all, subjects: about, citations: cited }) {
  const ids = [...new Set([...text, ...Object.keys(register)])];
  const claimsOn = (/** @type {string} */ clause) => all.filter((claim) => claim.clause === clause);
  const partsOf = (/** @type {string} */ clause) =>
    ids.filter((part) => part.startsWith(clause) && /^\.[a-z]$/.test(part.slice(clause.length)));

  /** Why a clause is neither encoded nor excused; undefined if it is. @param {string} clause @returns {string | undefined} */
  const unencoded = (clause) => {
    const entry = register[clause];
    const gone = about.find((each) => each.clause === clause && !all.some((claim) => claim.by === each.by));
    if (!text.includes(clause)) return 'the document has no such clause';
    if (entry === undefined) return 'the register has no line for it';
    if (gone !== undefined) return `there are cases of ${gone.by}, and no such rule`;
    if (entry.kind !== 'rule') return entry.note ? undefined : 'excused without a reason';
    const parts = partsOf(clause);
    const isWhole = parts.length > 0 && parts.every((part) => unencoded(part) === undefined);
    return claimsOn(clause).length > 0 || isWhole ? undefined : 'no rule and no event cites it';
  };
  /** @param {string} clause */
  const unexercised = (clause) =>
    claimsOn(clause).length === 0 && partsOf(clause).length === 0
      ? ['nothing to exercise']
      : claimsOn(clause).flatMap((claim) => unseen(claim, cited));
  return ids.flatMap((clause) =>
    [unencoded(clause) ?? [], register[clause]?.kind === 'rule' ? unexercised(clause) : []].flat().map((what) => `${clause}: ${what}`),
  );
}

/** The sides of a claim that no answer cites. @param {Claim} claim @param {readonly Citation[]} cited */
function unseen({ by, clause, test, sides }, cited) {
  const own = cited.filter((each) => each.by === by && each.clause === clause && each.test === test);
  const [yes, no, name] = test === TAKEN ? ['taken', 'refused', by] : ['true', 'false', `${by}, ${words(test)}`];
  return sides.flatMap((side) => (own.some(({ holds }) => holds === side) ? [] : [`${name}: ${side ? yes : no} in no case`]));
}

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
