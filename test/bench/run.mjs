// `npm run bench`: the same work by us and by others, answers checked against each other first. With `-- --write` the tables go to docs/performance.md.
import { availableParallelism } from 'node:os';
import { fresh } from '../tools/fresh.mjs';
import { afterReview } from './after-review.mjs';
import { batch } from './batch.mjs';
import { lifecycle } from './lifecycle.mjs';
import { many } from './many.mjs';
import { checkAnswers, measure } from './measure.mjs';
import { tenWorkingDays } from './ten-working-days.mjs';
import { timeliness } from './timeliness.mjs';

const cases = [timeliness, tenWorkingDays, afterReview, lifecycle];

const figure = (number) => number.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

/** What is aimed at, and what was measured. Missing it fails nothing: the noise of the host is in every figure. */
function aim({ within, atLeast, atMost } = {}, ratio) {
  if (atMost) return `at most ${atMost}×: ${figure(ratio)}×`;
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

const sizes = [10_000, 100_000, 1_000_000];
const ours = many(batch.contenders['professional-status'], batch.inputs, sizes);
const floor = many(batch.contenders['by hand, strict'], batch.inputs, sizes);
await checkAnswers(batch);
const growth = ours.map(({ cases: number, seconds, bytes }, index) => {
  const ratio = seconds / floor[index].seconds;
  return `| ${[number.toLocaleString('en-GB'), figure(seconds), figure(seconds / number / 1e-6), figure(ratio), figure(bytes / 2 ** 20)].join(' | ')} |\n`;
});
sections.push(
  `## ${batch.title}\n\n${batch.note} The aim for 100,000: within 3× of the floor, and at most 10 MB above the start; for a million, linear.\n\n` +
    `| cases | seconds | µs a case | ratio to the floor | MB above the start |\n| ---: | ---: | ---: | ---: | ---: |\n${growth.join('')}`,
);

const page = `# Performance

Written by \`npm run bench -- --write\` on Node ${process.versions.node} with ${availableParallelism()} cores: medians of interleaved rounds in one run.
For the developer who asks what a decision costs. Every figure has in it the call that does nothing.

${sections.join('\n')}`;

console.log(page);
if (process.argv.includes('--write')) fresh('docs/performance.md', page, { write: true, command: 'npm run bench -- --write' });
