// The limits in docs/comparing.md, each by what is typed to compare with another: from the register of limits.
import { clauses, limits } from 'professional-status';
import { withParts } from '../../test/tools/fresh.mjs';
import { anchorOf, plural } from './words.mjs';

/** @import { LimitId } from 'professional-status' */

const units = { months: 'month', workingDays: 'working day', days: 'calendar day' };

/** @param {LimitId} clause */
function row(clause) {
  const [[unit, length] = []] = /** @type {[keyof typeof units, number][]} */ (Object.entries(limits[clause]));
  if (unit === undefined || length === undefined) throw new TypeError(`${clause} has no length`);
  return `| \`${clause.replace(/^support\//, '')}\` | [${clauses[clause].name}](clauses.md#${anchorOf(clause)}) | ${plural(length, units[unit])} |`;
}

const table = () =>
  ['| Limit | Clause | Length |', '| --- | --- | --- |', .../** @type {LimitId[]} */ (Object.keys(limits)).map(row)].join('\n');

export const comparedLimits = () => withParts('docs/comparing.md', { limits: table() });
