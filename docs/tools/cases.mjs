// Every case there is, decided by the built package, and the citations that the answers really gave.
import { readFileSync, readdirSync } from 'node:fs';
import { definePolicy, programmeLifecycle, rules } from 'professional-status';
import * as calendars from 'professional-status/calendar';
import { walk } from './histories.mjs';
import { testsOfRules } from './rules.mjs';
import { plural } from './words.mjs';

/**
 * @typedef {import('professional-status').RuleId} RuleId
 * @typedef {import('professional-status').Policy} Policy
 * @typedef {Readonly<Record<string, unknown>>} Facts
 * @typedef {{ readonly name: string, readonly clause: string, readonly facts: Facts, readonly policy?: { readonly readings?: object, readonly calendar?: string } }} Vector
 * @typedef {import('professional-status').Decision<string, Facts>} AnyDecision
 * @typedef {{ readonly by: string, readonly clause: string, readonly test: string, readonly holds: boolean }} Citation
 */

/** What an event of the lifecycle is cited for: that it was taken, or not. */
export const TAKEN = 'is-taken';

export const nations = [calendars.englandAndWales, calendars.scotland, calendars.northernIreland, calendars.anyPartOfUk];

const folder = new URL('../../test/vectors/', import.meta.url);
const ruleOf = (/** @type {string} */ file) => file.slice(0, -'.json'.length);

/** @type {ReadonlyMap<string, readonly Vector[]>} The cases of each rule, whether there is such a rule or not. */
const vectors = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [ruleOf(file), JSON.parse(readFileSync(new URL(file, folder), 'utf8')).vectors]),
);

/** @param {string} rule */
export const vectorsOf = (rule) => vectors.get(rule) ?? [];

/** Which rule each clause has cases of. */
export const subjects = () =>
  [...vectors].flatMap(([by, own]) => [...new Set(own.map(({ clause }) => clause))].map((clause) => ({ by, clause })));

/** @param {Vector} vector */
const policyOf = ({ policy: { readings, calendar } = {} }) =>
  definePolicy({ readings, calendar: nations.find(({ id }) => id === calendar) });

/** A rule as it is called from data. @param {RuleId} rule @param {Facts} facts @param {Policy} policy */
export const decide = (rule, facts, policy) => /** @type {(facts: Facts, policy: Policy) => AnyDecision} */ (rules[rule])(facts, policy);

/** @returns {readonly Citation[]} */
function citationsOfVectors() {
  return Object.values(rules).flatMap(({ id }) =>
    vectorsOf(id).flatMap((vector) =>
      decide(id, vector.facts, policyOf(vector)).because.map(({ clause, test, holds }) => ({ by: id, clause, test, holds })),
    ),
  );
}

/** @returns {readonly Citation[]} */
function citationsOfHistories() {
  return walk().map(({ last, step }) => {
    const [{ clause }] = step.accepted ? step.because : step.refusals;
    return { by: last.type, clause, test: TAKEN, holds: step.accepted };
  });
}

/** @returns {readonly Citation[]} */
export const citations = () => [...citationsOfVectors(), ...citationsOfHistories()];

/** What has to be seen of each clause: a conditional test true and false, any other true, an event taken and refused. @returns {readonly import('./ledger.mjs').Claim[]} */
export const claims = () => [
  ...testsOfRules().map(({ rule, test, clause, conditional }) => ({ by: rule, clause, test, sides: conditional ? [true, false] : [true] })),
  ...programmeLifecycle.events.flatMap((event) => {
    const cited = programmeLifecycle.cells.filter((cell) => cell.event === event).map(({ clause }) => clause);
    return [...new Set(cited)].map((clause) => ({ by: event, clause, test: TAKEN, sides: [true, false] }));
  }),
];

/** The rules, cases and events that rest on a clause or on a part of it. @param {string} clause @returns {readonly string[]} */
export function restingOn(clause) {
  const within = (/** @type {{ readonly clause: string }} */ { clause: cited }) => cited === clause || cited.startsWith(`${clause}.`);
  const lines = Object.values(rules).flatMap(({ id, clauses }) => {
    const cases = vectorsOf(id).filter((vector) => within(vector) || decide(id, vector.facts, policyOf(vector)).because.some(within));
    const cites = clauses.some((each) => within({ clause: each }));
    return cites || cases.length > 0 ? [`${id} and ${plural(cases.length, 'case')} of test/vectors/${id}.json`] : [];
  });
  const events = new Set(programmeLifecycle.cells.filter(within).map(({ event }) => event));
  return [...lines, ...(events.size > 0 ? [`the lifecycle's ${[...events].join(', ')}`] : [])];
}
