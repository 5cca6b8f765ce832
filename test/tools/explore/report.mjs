// What an exploration found, in words: how much was visited, and each theorem as proved or with its shortest counterexample.
import { lifecycle } from './lifecycle.mjs';
import { procedures } from './procedures.mjs';
import { explore, openingOf, wayTo } from './search.mjs';

/**
 * @import { Counterexample, Explored } from './search.mjs'
 * @typedef {Explored & { readonly title: string, readonly seconds: number, readonly failed: boolean }} Result
 */

/**
 * @param {typeof import('professional-status')} library
 * @param {typeof import('professional-status/calendar')} calendar
 * @param {{ readonly whole: boolean }} size
 * @returns {Generator<Result>}
 */
export function* run(library, calendar, size) {
  const explorations = [lifecycle(library, size), ...procedures(library, calendar)];
  for (const { title, machine, abstraction, policies, theorems } of explorations) {
    const start = performance.now();
    const explored = explore(machine, abstraction, policies, theorems);
    yield {
      ...explored,
      title,
      seconds: (performance.now() - start) / 1000,
      failed: explored.proofs.some(({ counterexample }) => counterexample !== undefined),
    };
  }
}

/** @param {Explored['stages']} coverage */
const percent = ({ visited, missed }) =>
  `${Math.floor((100 * visited.length) / (visited.length + missed.length))}% (${visited.length} of ${visited.length + missed.length})`;

/** @param {Result} result */
export function printed({ title, seconds, states, tried, twins, stages, cells, proofs }) {
  const count = (/** @type {number} */ n) => n.toLocaleString('en-GB');
  return [
    `${title}: ${count(states)} states, ${count(tried)} steps tried, ${count(twins)} merged states compared, ${seconds.toFixed(1)} s`,
    `  stages visited: ${percent(stages)}`,
    `  cells visited: ${percent(cells)}`,
    ...[...stages.missed, ...cells.missed].map((each) => `    not visited: ${each}`),
    ...proofs.flatMap(({ theorem, asked, counterexample }) =>
      counterexample === undefined
        ? [`  proved: ${theorem.says} (${count(asked)} times asked)`]
        : [`  REFUTED: ${theorem.says}`, ...inWords(counterexample).map((line) => `    ${line}`)],
    ),
    '',
  ].join('\n');
}

/** A counterexample as the shortest history that leads to it. @param {Counterexample} counterexample */
export function inWords({ wrong, at, event, policy }) {
  const cases = wayTo(at);
  const told = (/** @type {object} */ each) => JSON.stringify(each);
  return [
    `given ${told(openingOf(cases[0]?.opened ?? {}))}`,
    ...cases.flatMap(({ events }, index) => [
      ...(index > 0 ? ['then the case that it opened'] : []),
      ...events.map((each) => `then ${told(each)}`),
    ]),
    ...(event === undefined ? [] : [`when ${told(event)}`]),
    ...(policy === undefined ? [] : [`read as ${told(policy.readings)}`]),
    `at ${at.state.stage}: ${wrong}`,
  ];
}
