// `npm run bench`: the same work by us and by others, answers checked against each other first. With `-- --write` the tables go to docs/performance.md.
import { availableParallelism } from 'node:os';
import { fresh } from '../tools/fresh.mjs';
import { lifecycle } from './lifecycle.mjs';
import { many } from './many.mjs';
import { checkAnswers, measure } from './measure.mjs';
import { tenWorkingDays } from './ten-working-days.mjs';
import { timeliness } from './timeliness.mjs';

const cases = [timeliness, tenWorkingDays, lifecycle];

const figure = (number) => number.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

/** What is aimed at, and what was measured. Missing it fails nothing: the noise of the host is in every figure. */
function aim({ within, atLeast } = {}, ratio) {
  if (within) return `ours within ${within}×: ${figure(1 / ratio)}×`;
  return atLeast ? `at least ${figure(atLeast)}×: ${figure(ratio)}×` : '';
}

function table({ unit, reference, targets }, rows) {
  const own = rows.find(({ name }) => name === reference).nanoseconds;
  const lines = rows.map(({ name, nanoseconds }) => {
    const ratio = nanoseconds / own;
    return [name, figure(nanoseconds), figure(ratio), aim(targets?.[name], ratio)];
  });
  const cells = [['', `ns a ${unit}`, 'ratio', 'target: measured'], ['---', '---:', '---:', '---'], ...lines];
  return cells.map((line) => `| ${line.slice(0, targets ? 4 : 3).join(' | ')} |\n`).join('');
}

const sections = [];
for (const work of cases) {
  await checkAnswers(work);
  sections.push(`## ${work.title}\n\n${work.note}\n\n${table(work, await measure(work))}`);
}

const grown = many(lifecycle.contenders['professional-status'], lifecycle.inputs, [10_000, 100_000, 1_000_000]);
const growth = grown.map(
  ({ cases: number, nanoseconds, bytes }) => `| ${[number.toLocaleString('en-GB'), figure(nanoseconds), figure(bytes)].join(' | ')} |\n`,
);
sections.push(
  `## Many cases\n\nThe histories above, one after the other. What is left behind is the heap after a collection, less the heap before.\n\n| cases | ns a case | bytes left behind a case |\n| ---: | ---: | ---: |\n${growth.join('')}`,
);

const page = `# Performance

Written by \`npm run bench -- --write\` on Node ${process.versions.node} with ${availableParallelism()} cores: medians of interleaved rounds in one run.
Every figure has in it the call that does nothing.

${sections.join('\n')}`;

console.log(page);
if (process.argv.includes('--write')) fresh('docs/performance.md', page, { write: true, command: 'npm run bench -- --write' });
