// What would change for these participants if the policy changed: their positions, their requests and their appeals, under both policies.
import {
  assessAdjustmentRequest,
  assessSupportAppeal,
  checkCohorts,
  compare,
  definePolicy,
  explain,
  labels,
  limits,
  readings,
  standardPolicy,
} from 'professional-status';
import { Unusable } from './csv.mjs';
import { section } from './text.mjs';

/** @import { LimitId, Policy, PolicyOptions } from 'professional-status' */
/** @import { Decided } from './decide.mjs' */

const example = 'notice-boundary=clear-month or 9.1=15';

/**
 * Reads changes such as `notice-boundary=clear-month,9.1=15`: an interpretation and its choice, or a clause and the length that a draft gives it.
 *
 * @param {string} text
 * @returns {Policy}
 */
export function changed(text) {
  const parts = text.split(',').map((part) => part.trim().split('='));
  /** @type {Record<string, string>} */
  const chosen = {};
  /** @type {Record<string, object>} */
  const drafted = {};
  for (const [name = '', value = ''] of parts) {
    const limit = [name, `support/${name}`].find((id) => Object.hasOwn(limits, id));
    if (Object.hasOwn(readings, name)) chosen[name] = value;
    else if (limit !== undefined) drafted[limit] = { [Object.keys(limits[/** @type {LimitId} */ (limit)])[0] ?? '']: Number(value) };
    else
      throw new Unusable(
        `--compare: received ${JSON.stringify(name)}; expected an interpretation or a clause with a limit, such as ${example}`,
      );
  }
  return definePolicy(/** @type {PolicyOptions<never>} */ ({ readings: chosen, limits: drafted }));
}

/** What would change for some of what was decided: a title, a sentence, and a line for each that would get another answer. @typedef {{ readonly title: string, readonly line: string, readonly each: readonly string[] }} Compared */

/**
 * Compares what was decided with what another policy decides: the participants, their requests and the appeals.
 *
 * @param {Decided} decided
 * @param {Policy} after
 * @returns {readonly Compared[]}
 */
export function compared({ asOf, people, appeals: given, decidedAppeals }, after) {
  const begun = people.filter(({ position }) => position !== undefined);
  const histories = begun.map(({ registered: { registration }, steps, ahead }) => ({
    registration,
    events: [...steps.map(({ row }) => row.event), ...ahead.map(({ event }) => event)],
  }));
  const requests = begun.flatMap(({ steps, registered: { registration } }) =>
    steps.flatMap(({ row: { event }, step }) =>
      event.type === 'adjustments-requested' && step.accepted
        ? [{ of: registration.participant, facts: { requestedOn: event.on, programmeStartsOn: registration.cohort.startsOn } }]
        : [],
    ),
  );
  const appeals = decidedAppeals.map(({ row: { participant, facts } }) => ({ of: participant, facts }));
  return [
    told('Participants', compare(standardPolicy, after, { histories, asOf })),
    told('Requests for adjustments', compare(standardPolicy, after, { rule: assessAdjustmentRequest, rows: factsOf(requests) }), requests),
    given === undefined
      ? { title: 'Support appeals: not compared', line: 'No file of appeals was given: name one with --appeals.', each: [] }
      : told('Support appeals', compare(standardPolicy, after, { rule: assessSupportAppeal, rows: factsOf(appeals) }), appeals),
  ];
}

/** @template F @param {readonly { readonly of: string, readonly facts: F }[]} rows */
const factsOf = (rows) => rows.map(({ facts }) => facts);

/**
 * Tells a comparison, and of each row whose it is; a history names its participant itself.
 *
 * @param {string} what
 * @param {import('professional-status').Comparison<any, any>} result
 * @param {readonly { readonly of: string, readonly facts: unknown }[]} [rows]
 * @returns {Compared}
 */
function told(what, result, rows = []) {
  const { line, steps } = explain(result);
  const whose = new Map(rows.map(({ of, facts }) => [facts, `${of}: `]));
  return {
    title: `${what}: what would change`,
    line: result.same ? line.slice(0, line.lastIndexOf(' (')) : line,
    each: steps.map(({ text }, index) => `${whose.get(result.differences[index]?.case) ?? ''}${text}`),
  };
}

/** Prints what would change. @param {Decided} decided @param {Policy} after */
export const comparison = (decided, after) =>
  compared(decided, after)
    .map(({ title, line, each }) => section(title.toUpperCase(), `  ${line}`, ...each.map((text) => `  - ${text}`)))
    .join('\n\n');

/** Says what someone who sets dates would want to know of the cohorts. @param {Decided} decided */
export function concerns({ cohorts }) {
  const found = checkCohorts([...cohorts.values()].map(({ cohort }) => cohort));
  return section(
    `DATES TO LOOK AT AGAIN: ${found.length}`,
    ...found.map(
      ({ code, cohort, clause, date = '', detail }) =>
        `  ${cohort}  ${date}  ${labels.concern[code]}${'fact' in detail ? ` (${detail['fact']})` : ''}  ${clause ?? 'advice'}`,
    ),
  );
}
