// `npm run bench`: the same work by us and by others, answers checked against each other first. With `-- --write` the tables go to docs/performance.md.
import { availableParallelism } from 'node:os';
import { fresh } from '../tools/fresh.mjs';
import { checkAnswers, measure } from './measure.mjs';
import { timeliness } from './timeliness.mjs';

const cases = [timeliness];

const sections = [];
for (const work of cases) {
  await checkAnswers(work);
  const rows = await measure(work);
  const reference = rows.find(({ name }) => name === work.reference);
  const lines = rows.map(
    ({ name, nanoseconds }) => `| ${name} | ${Math.round(nanoseconds)} | ${(nanoseconds / reference.nanoseconds).toFixed(2)} |`,
  );
  sections.push(`## ${work.title}\n\n| | ns a decision | ratio |\n| --- | ---: | ---: |\n${lines.join('\n')}\n`);
}

const page = `# Performance

Written by \`npm run bench -- --write\` on Node ${process.versions.node} with ${availableParallelism()} cores: medians of interleaved rounds in one run.
Ratios are to the hand-written floor that also validates its facts and gives a fresh, deep-frozen answer.

${sections.join('\n')}`;

console.log(page);
if (process.argv.includes('--write')) fresh('docs/performance.md', page, { write: true, command: 'npm run bench -- --write' });
