// `npm run bench`: the same work by us, by hand and by others, on one page. With `-- --write` it goes to docs/performance.md; with `-- --quick` it takes few rounds.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { bundle, gzipBytes } from '../tools/bundle.mjs';
import { coldImports } from '../tools/cold-import.mjs';
import { decisions } from './decisions.mjs';
import { grown, grownRows } from './growth.mjs';
import { checkAnswers, measure } from './measure.mjs';
import { waiting } from './waiting.mjs';

const figure = (number) => number.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
const spread = ([low, median, high]) => `${figure(median)} (${figure(low)}–${figure(high)})`;
const table = (heads, rows) =>
  [heads, heads.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');

/** Every aim, what was measured, and whether that meets it. */
const aims = [];
function aim(what, limit, measured, unit, isLeast = false) {
  const isMet = isLeast ? measured >= limit : measured <= limit;
  const asked = `${isLeast ? 'at least' : 'at most'} ${figure(limit)}${unit}`;
  aims.push([what, asked, `${figure(measured)}${unit}`, isMet ? 'met' : '**MISSED**']);
}

const sections = [];
for (const work of decisions) {
  await checkAnswers(work);
  const runs = await measure(work);
  for (const { name, limit, isLeast = false } of work.aims) {
    const [ours, other] = [runs[0], runs.find((run) => run.name === name)];
    const ratio = name === work.reference ? ours.ratio[1] : ours.nanoseconds[1] / other.nanoseconds[1];
    aim(
      `${work.title}: ${isLeast ? `time of ${name} to ours` : `our time to that of ${name}`}`,
      limit,
      isLeast ? 1 / ratio : ratio,
      '×',
      isLeast,
    );
  }
  const rows = runs.map(({ name, nanoseconds, ratio }) => [name, spread(nanoseconds), spread(ratio)]);
  sections.push(`## ${work.title}\n\n${work.note}\n\n${table(['', 'ns', 'times the strict floor'], rows)}`);
}

const called = [];
for (const work of waiting) {
  await checkAnswers(work);
  const [ours, floor] = await measure(work);
  const inMicroseconds = (nanoseconds) => nanoseconds.map((each) => each / 1e3 / work.units);
  const measured = inMicroseconds(ours.nanoseconds);
  if (work.aim !== undefined) aim(work.title, work.aim, measured[1], ' µs');
  const beside = floor ? [figure(inMicroseconds(floor.nanoseconds)[1]), spread(ours.ratio), work.leavesOut] : ['', '', ''];
  called.push([work.title, spread(measured), ...beside]);
}
sections.push(
  `## Calls where a person waits\n\nMicroseconds a call. Each floor is written by hand for these cases alone, and its answers are compared with ours.\n\n${table(
    ['call', 'µs', 'floor, µs', 'times the floor', 'what the floor leaves out'],
    called,
  )}`,
);

const growsAs = (power) => (power <= 1.15 ? 'linear or less' : `**not linear**, as n^${power.toFixed(1)}`);
for (const { title, unit, sizes, calls } of grown()) {
  const rows = calls.map(({ name, seconds, power }) => [
    name,
    ...seconds.map((each, index) => `${figure(each * 1e6)} (${figure((each * 1e6) / sizes[index])})`),
    growsAs(power),
  ]);
  const drawn = calls.filter(({ power }) => power > 1.15).map(({ name, seconds }) => drawing(name, sizes, seconds));
  sections.push(
    `## ${title}\n\nMicroseconds a call, and in brackets for each of its ${unit}.\n\n${table(['call', ...sizes.map(figure), 'grows'], rows)}${drawn.join('')}`,
  );
}

/** What each unit costs at each size, as bars: they are alike where the growth is linear. */
function drawing(name, sizes, seconds) {
  const costs = seconds.map((each, index) => each / sizes[index]);
  const bars = costs.map(
    (cost, index) => `${figure(sizes[index]).padStart(5)} ${'█'.repeat(Math.max(1, Math.round((cost / Math.max(...costs)) * 40)))}`,
  );
  return `\n\`${name}\`, the cost of each unit:\n\n\`\`\`text\n${bars.join('\n')}\n\`\`\`\n`;
}

const { measured, power } = grownRows();
const most = measured.at(-1);
aim(`\`decideAll\` of ${figure(most.size)} rows in one call: memory held afterwards`, 10, most.megabytes, ' MB');
aim(`\`decideAll\` of ${figure(most.size)} rows in one call: grows as n to the power`, 1.15, power, '');
const rows = measured.map(({ size, seconds, megabytes }) => [
  figure(size),
  figure(seconds),
  figure((seconds * 1e6) / size),
  figure(megabytes),
]);
sections.push(
  `## Rows\n\nOne call of \`decideAll\`. The memory is what stays on the heap above the start once the answers are let go. The growth of the time is ${growsAs(power)}.\n\n${table(
    ['rows', 'seconds', 'µs a row', 'MB above the start'],
    rows,
  )}`,
);

const cold = coldImports(['zod', 'professional-status']);
aim("Cold import of the main entry, beyond zod's", 12, cold['professional-status'] - cold.zod, ' ms');
const { uses } = JSON.parse(readFileSync(new URL('../gates/size-budget.json', import.meta.url), 'utf8'));
const everyName = Object.keys(await import('professional-status'));
for (const [use, limit] of [
  ['one rule', 10.4],
  ['rules and lifecycle', 31],
]) {
  const { only, allBut = [] } = uses.find(({ name }) => name === use);
  const names = only ?? everyName.filter((name) => !allBut.includes(name));
  aim(
    `Size of ${use}, minified and gzipped`,
    limit,
    gzipBytes(await bundle(`export { ${names} } from 'professional-status';`)) / 1e3,
    ' kB',
  );
}
sections.push(
  `## A cold import\n\nMilliseconds of processor time in a new process, the least of nine.\n\n${table(
    ['import', 'ms'],
    Object.entries(cold).map(([name, ms]) => [name, figure(ms)]),
  )}`,
);

const missed = aims.filter(([, , , verdict]) => verdict !== 'met').length;
const page = `# Performance

For the developer who asks what a decision costs. Written by \`npm run bench -- --write\` on Node ${process.versions.node} with ${availableParallelism()} cores, in one run.

A floor is the same work written by hand. A bare one checks and explains nothing. A strict one checks every fact and gives a fresh, deep-frozen answer with citations and a sentence.
Every figure is a median, and the two beside it are the quartiles. All contenders run in one process, by turns. A ratio to the strict floor is taken between rounds that ran side by side, any other between medians.
Before anything is timed, all contenders give the same answers: in d1 to d4 to 10,000 generated cases each. The strict floors of d1, d2, d4 and \`readCase\` refuse the same malformed facts as the library.

## Aims

${missed === 0 ? 'All are met.' : `${missed} of ${aims.length} are missed.`} A time in microseconds depends on the machine; a ratio hardly does.

${table(['aim', 'asked', 'measured', ''], aims)}
${sections.join('\n')}`;

console.log(page);
if (process.argv.includes('--write')) writeFileSync('docs/performance.md', page);
