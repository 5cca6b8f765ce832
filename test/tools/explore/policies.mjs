// The policies under which a machine is explored: those readings together that meet in one test of it, and apart those that never meet.

/**
 * Every combination within each group; the groups are walked side by side. An answer turns on the readings of one group at a time, so that nothing is lost.
 *
 * @param {readonly Readonly<Record<string, readonly string[]>>[]} groups
 * @returns {readonly Readonly<Record<string, string>>[]}
 */
export function sideBySide(groups) {
  const walked = groups.map((group) => everyCombination(group));
  const length = Math.max(...walked.map((each) => each.length));
  return Array.from({ length }, (_, index) => Object.assign({}, ...walked.map((each) => each[index % each.length])));
}

/**
 * Every combination of a value for each name, the first values first; the values may turn on those of the names before.
 *
 * @template V
 * @param {Readonly<Record<string, readonly V[] | ((before: any) => readonly V[])>>} values
 * @returns {readonly Readonly<Record<string, V>>[]}
 */
export function everyCombination(values) {
  return Object.entries(values).reduce(
    (all, [name, each]) =>
      all.flatMap((before) => (typeof each === 'function' ? each(before) : each).map((value) => ({ ...before, [name]: value }))),
    [/** @type {Record<string, V>} */ ({})],
  );
}
