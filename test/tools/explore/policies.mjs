// The policies under which a machine is explored: those readings together that meet in one test of it, and apart those that never meet.

/**
 * @typedef {Readonly<Record<string, readonly string[]>>} Options
 */

/**
 * Every combination within each group; the groups are walked side by side. An answer turns on the readings of one group at a time, so that nothing is lost.
 *
 * @param {readonly Options[]} groups
 * @returns {readonly Readonly<Record<string, string>>[]}
 */
export function sideBySide(groups) {
  const walked = groups.map(everyCombination);
  const length = Math.max(...walked.map((each) => each.length));
  return Array.from({ length }, (_, index) => Object.assign({}, ...walked.map((each) => each[index % each.length])));
}

/** @param {Options} options @returns {readonly Readonly<Record<string, string>>[]} the first options first */
export function everyCombination(options) {
  return Object.entries(options).reduce(
    (combinations, [reading, choices]) => combinations.flatMap((each) => choices.map((choice) => ({ ...each, [reading]: choice }))),
    [/** @type {Record<string, string>} */ ({})],
  );
}
