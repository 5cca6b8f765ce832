// Every case there is, decided by the built package, and the citations that the answers really gave.
import { definePolicy, programmeLifecycle, rules } from 'professional-status';
import * as calendars from 'professional-status/calendar';
import { walk, walked } from './histories.mjs';
import { testsOfRules } from './rules.mjs';
import { plural, words } from './words.mjs';
import { caseFiles } from '../../test/tools/case-files.mjs';

/**
 * @import { AnyPolicy, RuleId } from 'professional-status'
 * @typedef {Readonly<Record<string, unknown>>} Facts
 * @typedef {{ readonly name: string, readonly clause: string, readonly facts: Facts, readonly policy?: { readonly readings?: object, readonly calendar?: string, readonly editions?: readonly import('professional-status').EditionId[] } }} Vector
 * @import { AnyEvent } from './histories.mjs'
 * @typedef {Pick<Vector, 'name' | 'clause' | 'policy'> & { readonly opening: object, readonly given: readonly AnyEvent[], readonly tries: readonly { readonly when?: AnyEvent }[] }} MachineVector
 * @typedef {import('professional-status').Decision<string, Facts>} AnyDecision
 * @typedef {{ readonly by: string, readonly clause: string, readonly test: string, readonly holds: boolean }} Citation
 */

/** What an event of the lifecycle is cited for: that it was taken, or not. */
export const TAKEN = 'is-taken';

export const nations = [calendars.englandAndWales, calendars.scotland, calendars.northernIreland, calendars.anyPartOfUk];

const files = caseFiles();

/** The cases of each rule or of each procedure, by its id, whether there is such a one or not. @param {'rule' | 'machine'} kind @returns {ReadonlyMap<string, readonly any[]>} */
const casesBy = (kind) => new Map(files.flatMap(({ id, file }) => (file[kind] === undefined ? [] : [[id, file.vectors]])));
/** @type {ReadonlyMap<string, readonly Vector[]>} */
const vectors = casesBy('rule');
/** @type {ReadonlyMap<string, readonly MachineVector[]>} */
const machineVectors = casesBy('machine');

/** The file that holds the cases of a rule or procedure. @param {string} id */
export const pathOf = (id) => files.find((file) => file.id === id)?.path ?? '';
/** @param {string} rule */
export const vectorsOf = (rule) => vectors.get(rule) ?? [];
/** @param {string} machine */
export const vectorsOfMachine = (machine) => machineVectors.get(machine) ?? [];

/** The most cases of one rule or procedure that a page shows under a clause. */
const MOST_SHOWN = 4;

/** The cases about a clause in words, with the answer: of each rule those on the two sides of each limit, or the first; of each procedure the first. @param {string} clause */
export const casesAbout = (clause) => [
  ...[...vectors].flatMap(([rule, all]) => {
    const own = all.filter((vector) => vector.clause === clause);
    const standard = own.some(({ policy }) => policy === undefined) ? own.filter(({ policy }) => policy === undefined) : own;
    const answers = shown(standard).map((vector) => answered(rule, vector));
    // Where they all come to one outcome, a detail that is a word tells them apart.
    const telling = new Set(answers.map(({ outcome }) => outcome)).size === 1 ? tellingDetails(answers.map(({ detail }) => detail)) : [];
    return answers.map(({ name, outcome, detail }) => {
      const said = telling.flatMap((key) => (isWord(detail[key]) ? [words(detail[key])] : []));
      return `${name} → *${[words(outcome), ...said].join(', ')}*`;
    });
  }),
  ...[...machineVectors.values()].flatMap((all) =>
    all
      .filter((vector) => vector.clause === clause)
      .slice(0, MOST_SHOWN)
      .map(({ name }) => name),
  ),
];

/**
 * The other side of a limit: of each rule that has cases about a clause, the first case beside one of them that is about another clause and answered otherwise.
 * @param {string} clause
 * @param {boolean} onlyByDate only where the two cases differ in nothing but dates; else any other, and for want of one any neighbour
 */
export const otherSides = (clause, onlyByDate) =>
  [...vectors].flatMap(([rule, all]) => {
    const standard = all.filter(({ policy }) => policy === undefined);
    const isOther = (/** @type {Vector} */ vector, /** @type {Vector} */ own) => outcomeOf(rule, own) !== outcomeOf(rule, vector);
    const borders = (/** @type {typeof isOther} */ holds) =>
      standard.find((vector, at) =>
        [standard[at + 1], standard[at - 1]].some((own) => own?.clause === clause && vector.clause !== clause && holds(vector, own)),
      );
    const beside = onlyByDate
      ? borders((vector, own) => isOther(vector, own) && withoutDates(own) === withoutDates(vector))
      : (borders(isOther) ?? borders(() => true));
    return beside ? [`${beside.name} → *${outcomeOf(rule, beside)}*`] : [];
  });

/** @param {Vector} vector */
const withoutDates = ({ facts }) => JSON.stringify(facts).replace(/"\d{4}-\d\d-\d\d[^"]*"/g, 'date');

/** Every answer of the cases about a clause. @param {string} clause */
export const answersAbout = (clause) => [
  ...[...vectors].flatMap(([rule, all]) => all.filter((vector) => vector.clause === clause).map((vector) => answered(rule, vector))),
  ...walked.flatMap(({ machine }) =>
    vectorsOfMachine(machine.id)
      .filter((vector) => vector.clause === clause)
      .map((vector) => [
        vector.name,
        machine.replay(vector.opening, [...vector.given, ...vector.tries.flatMap(({ when }) => when ?? [])], policyOf(vector)).case.stage,
      ]),
  ),
];

/** @param {unknown} value @returns {value is string} */
const isWord = (value) => /^[a-z-]+$/.test(String(value)) && typeof value === 'string';

/** The details that are words, and not the same ones in every answer. @param {readonly Readonly<Record<string, unknown>>[]} details */
const tellingDetails = (details) =>
  [...new Set(details.flatMap(Object.keys))].filter(
    (key) => details.some((detail) => isWord(detail[key])) && new Set(details.map((detail) => detail[key])).size > 1,
  );

/** @param {string} rule @param {Vector} vector @returns {{ readonly name: string, readonly outcome: string, readonly detail: Readonly<Record<string, unknown>> }} */
function answered(rule, vector) {
  const decision = decide(/** @type {RuleId} */ (rule), vector.facts, policyOf(vector));
  return { name: vector.name, outcome: decision.outcome, detail: decision.settled ? { ...decision.detail } : {} };
}

/** @param {string} rule @param {Vector} vector */
const outcomeOf = (rule, vector) => words(answered(rule, vector).outcome);

/** The first neighbours that are answered differently, for each pair of answers. @param {readonly (Vector & { readonly outcome?: string, readonly detail?: object })[]} all */
function shown(all) {
  /** @type {Set<Vector>} */
  const chosen = new Set(all.slice(0, 1));
  const seen = new Set();
  all.slice(1).forEach((vector, index) => {
    const pair = [answerOf(all[index]), answerOf(vector)].sort().join(' | ');
    if (answerOf(all[index]) === answerOf(vector) || seen.has(pair)) return;
    seen.add(pair);
    for (const each of [all[index], vector]) if (each && chosen.size < MOST_SHOWN) chosen.add(each);
  });
  return [...chosen];
}

/** An answer as far as it is one of a few: the outcome, and the details that are words. @param {{ readonly outcome?: string, readonly detail?: object } | undefined} vector */
const answerOf = (vector) =>
  JSON.stringify([vector?.outcome, Object.values(vector?.detail ?? {}).filter((value) => /^[a-z-]+$/.test(String(value)))]);

/** An event by name; those of a procedure with its name before them, since two procedures may have one of the same name. @param {string} machine @param {string} event */
const eventBy = (machine, event) => (machine === programmeLifecycle.id ? event : `${machine}, ${event}`);

/** Which rule, or which event of a procedure, each clause has cases of. */
export const subjects = () => [
  ...[...vectors].flatMap(([by, own]) => [...new Set(own.map(({ clause }) => clause))].map((clause) => ({ by, clause }))),
  ...walked.flatMap(({ machine: { id, cells } }) => {
    const about = new Set(vectorsOfMachine(id).map(({ clause }) => clause));
    return cells.flatMap(({ event, clause }) => (about.has(clause) ? [{ by: eventBy(id, event), clause }] : []));
  }),
];

/** @param {Pick<Vector, 'policy'>} vector */
export const policyOf = ({ policy: { readings, calendar, editions } = {} }) =>
  definePolicy({ readings, editions, calendar: nations.find(({ id }) => id === calendar) });

/** A rule as it is called from data. @param {RuleId} rule @param {Facts} facts @param {AnyPolicy} policy */
export const decide = (rule, facts, policy) => /** @type {(facts: Facts, policy: AnyPolicy) => AnyDecision} */ (rules[rule])(facts, policy);

/** What the answers cite: those of the cases, and those of the histories. @returns {readonly Citation[]} */
export function citations() {
  const ofRules = Object.values(rules).flatMap(({ id }) =>
    vectorsOf(id).flatMap((vector) =>
      decide(id, vector.facts, policyOf(vector)).because.map(({ clause, test, holds }) => ({ by: id, clause, test, holds })),
    ),
  );
  const tried = walked.flatMap(({ machine }) =>
    vectorsOfMachine(machine.id).flatMap(({ opening, given, tries, ...vector }) => {
      const { case: state } = machine.replay(opening, given, policyOf(vector));
      return tries.flatMap(({ when }) => (when ? [{ machine, last: when, step: machine.transition(state, when, policyOf(vector)) }] : []));
    }),
  );
  const ofEvents = [...walk(), ...tried].map(({ machine, last, step }) => {
    const [{ clause }] = step.accepted ? step.because : step.refusals;
    return { by: eventBy(machine.id, last.type), clause, test: TAKEN, holds: step.accepted };
  });
  return [...ofRules, ...ofEvents];
}

/** What has to be seen of each clause: a test on the sides that cite it, an event taken and refused. @returns {readonly import('./ledger.mjs').Claim[]} */
export const claims = () => [
  ...testsOfRules().map(({ rule, ...claim }) => ({ by: rule, ...claim })),
  ...walked.flatMap(({ machine: { id, events, cells } }) =>
    events.flatMap((event) => {
      const cited = cells.filter((cell) => cell.event === event).map(({ clause }) => clause);
      return [...new Set(cited)].map((clause) => ({ by: eventBy(id, event), clause, test: TAKEN, sides: [true, false] }));
    }),
  ),
];

/** The rules, cases and events that rest on a clause or on a part of it. @param {string} clause @returns {readonly string[]} */
export function restingOn(clause) {
  const within = (/** @type {{ readonly clause: string }} */ { clause: cited }) => cited === clause || cited.startsWith(`${clause}.`);
  const lines = Object.values(rules).flatMap(({ id, clauses }) => {
    const cases = vectorsOf(id).filter((vector) => within(vector) || decide(id, vector.facts, policyOf(vector)).because.some(within));
    const cites = clauses.some((each) => within({ clause: each }));
    return cites || cases.length > 0 ? [`${id} and ${plural(cases.length, 'case')} of ${pathOf(id)}`] : [];
  });
  const steps = walked.flatMap(({ machine: { id, cells } }) => {
    const events = [...new Set(cells.filter(within).map(({ event }) => event))].join(', ');
    const cases = vectorsOfMachine(id).filter(within).length;
    const said =
      id === programmeLifecycle.id ? `the lifecycle's ${events}` : `${id}'s ${events} and ${plural(cases, 'case')} of ${pathOf(id)}`;
    return events === '' ? [] : [said];
  });
  return [...lines, ...steps];
}
