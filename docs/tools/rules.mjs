// What the table of each rule has: its tests with their clauses, and the readings that its steps lean on.
import { defaultReadings, rules } from 'professional-status';
import { filesIn, read } from '../../test/tools/entries.mjs';

/**
 * @import { AnyRule, RuleId } from 'professional-status'
 * @import { Compiled } from '../../src/decision/compile.js'
 * @typedef {{ readonly rule: RuleId, readonly test: string, readonly clause: string, readonly sides: readonly boolean[] }} RuleTest `sides` are those that cite the clause and have to be seen
 */

/** The table as the engine keeps it. It is not part of the public API: it hangs on the rule under the rule's one symbol. @param {AnyRule} rule */
export function tableOf(rule) {
  const [table] = Object.getOwnPropertySymbols(rule).map((key) => /** @type {any} */ (rule)[key]);
  return /** @type {Compiled} */ (table());
}

/** Every test of every rule. Both its sides have to be seen where an outcome turns on it, or where it is weighed, each under the clause that it cites; else it states what holds whatever the facts are. @returns {readonly RuleTest[]} */
export const testsOfRules = () =>
  Object.values(rules).flatMap((rule) => {
    const { id, table } = tableOf(rule);
    const turning = new Set(table.rows.flatMap(({ when, weighs = [] }) => [...Object.keys(when), ...weighs]));
    return Object.entries(table.tests).flatMap(([test, { clause, otherwise }]) => {
      const of = { rule: id, test };
      if (!turning.has(test)) return [{ ...of, clause, sides: [true] }];
      if (clause === otherwise) return [{ ...of, clause, sides: [true, false] }];
      return [
        { ...of, clause, sides: [true] },
        { ...of, clause: otherwise, sides: [false] },
      ];
    });
  });

/** The details of every rule, with the clauses of the rule. @returns {readonly { readonly detail: string, readonly clauses: readonly string[] }[]} */
export const detailsOfRules = () =>
  Object.values(rules).flatMap((rule) => {
    const { id, table } = tableOf(rule);
    return Object.keys(table.detail ?? {}).map((name) => ({ detail: `${id}.${name}`, clauses: rule.clauses }));
  });

/** The rules that lean on a reading, or, under `working-day-calendar`, that count working days. @param {string} reading @returns {readonly RuleId[]} */
export const rulesLeaningOn = (reading) =>
  Object.values(rules).flatMap((rule) => {
    const { id, tests, values, details } = tableOf(rule);
    const steps = [tests, values, details].flatMap((each) => Object.values(each));
    const leans = steps.some((step) =>
      reading === 'working-day-calendar' ? step.calendar : step.readings.some((each) => each === reading),
    );
    return leans ? [id] : [];
  });

const sources = filesIn('src', '.ts').map((path) => ({ path, text: read(path) }));

/** The readings on which a rule leans and that the comment over it does not name. @param {RuleId} rule @param {string} [text] the source of its file */
export function readingsUnsaid(rule, text = sources.find(({ path }) => path === fileOf(rule))?.text ?? '') {
  const before = text.slice(0, text.indexOf(`export const ${rule}:`));
  const comment = before.slice(before.lastIndexOf('/**'));
  return Object.keys(defaultReadings).filter((reading) => rulesLeaningOn(reading).includes(rule) && !comment.includes(`\`${reading}`));
}

const withoutComments = (/** @type {string} */ text) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');

/** The machines with the code of their files: the lifecycle's room, and the file of each procedure. */
const machines = [
  {
    name: 'the lifecycle',
    code: sources.flatMap(({ path, text }) => (path.startsWith('src/support-policy/lifecycle/') ? [withoutComments(text)] : [])).join('\n'),
  },
  ...sources.flatMap(({ text }) =>
    [...text.matchAll(/export const (\w+): ProcedureMachine</g)].map(([, name]) => ({ name: `\`${name}\``, code: withoutComments(text) })),
  ),
];

/** The machines that lean on a reading: their code names it, or a rule that leans on it; whose working days are counted, those that have a deadline. @param {string} reading */
export const machinesLeaningOn = (reading) =>
  machines
    .filter(
      ({ code }) =>
        code.includes(`'${reading}'`) ||
        (reading === 'working-day-calendar' && /\bdeadline\b|\blimit: /.test(code)) ||
        rulesLeaningOn(reading).some((rule) => new RegExp(`\\b${rule}\\b`).test(code)),
    )
    .map(({ name }) => name);

/** The file in which a rule is written. @param {string} rule */
export const fileOf = (rule) => sources.find(({ text }) => text.includes(`export const ${rule}:`))?.path ?? '';
