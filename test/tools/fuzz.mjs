// `npm run test:full -- fuzz --minutes 10`: calls every function that an entry of package.json exports, readers and the CSV example with spoilt input, until the time is over or something breaks.
// What breaks is printed with its seed; `npm run test:full -- fuzz --seed N` makes that one call again. test/tools/full.mjs bounds its memory and its stack.
import { createRequire } from 'node:module';
import { inspect, parseArgs } from 'node:util';
import { bundleCode } from './in-process/load.mjs';
import { entries, read, root } from './entries.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });

const sources = ['test/hostile/fuzz.ts', ...entries.map(({ source }) => source)];
const code = await bundleCode(`module.exports = [${sources.map((source) => `require('./${source}')`).join()}]`);
const kept = { exports: /** @type {any} */ ({}) };
new Function('module', 'exports', 'require', code)(kept, kept.exports, createRequire(import.meta.url));
const [{ chance, everyOf, fuzzOnce }, ...modules] = kept.exports;
const every = everyOf(modules);

const { readCohorts, readEvents, readAppeals } = await import(new URL('examples/cohort/read.mjs', root).href);
const { decide } = await import(new URL('examples/cohort/decide.mjs', root).href);
const { report } = await import(new URL('examples/cohort/report.mjs', root).href);
const text = (/** @type {string} */ name) => read(`examples/cohort/${name}`);
const files = { cohorts: text('cohorts.json'), events: text('events.csv'), appeals: text('appeals.csv') };

/** A text with some of it lost, doubled, or other than it was. @param {string} of @param {() => number} next */
function spoiltText(of, next) {
  const from = Math.floor(next() * of.length);
  const length = Math.floor(next() ** 4 * 400);
  const piece = of.slice(from, from + length);
  const strange = ['"', ',', '\n', '\r', '\0', '\ufeff', '=1+1', '__proto__', '2021-02-30', '\ud800', 'x'.repeat(5000), '{', ']'];
  const other = strange[Math.floor(next() * strange.length)] ?? '';
  const kinds = [
    of.slice(0, from) + of.slice(from + length),
    of.slice(0, from) + piece + piece + of.slice(from + length),
    of.slice(0, from) + other + of.slice(from + length),
  ];
  return kinds[Math.floor(next() * kinds.length)] ?? of;
}

/** The CSV example as a whole, with one or two of its files spoilt. @param {number} seed */
function csvOnce(seed) {
  const next = chance(seed);
  const spoilt = { ...files };
  for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
    const name = /** @type {keyof typeof files} */ (Object.keys(files)[Math.floor(next() ** 2 * 3)]);
    spoilt[name] = spoiltText(spoilt[name], next);
  }
  const before = performance.now();
  try {
    const cohorts = readCohorts('cohorts.json', spoilt.cohorts);
    const events = readEvents('events.csv', spoilt.events, cohorts);
    report(decide({ asOf: '2022-03-31', cohorts, events, appeals: readAppeals('appeals.csv', spoilt.appeals, events) }));
  } catch (error) {
    const { code: kind, constructor, stack } = /** @type {Error & { code?: string }} */ (error);
    if (kind !== 'INVALID_FACTS' && constructor.name !== 'Unusable')
      return { name: 'the CSV example', fault: String(stack), args: () => [] };
  }
  const took = performance.now() - before;
  return { name: 'the CSV example', fault: took > 10_000 ? `took ${Math.round(took)} ms` : undefined, args: () => [] };
}

/** @param {number} seed */
function tryOnce(seed) {
  const { name, fault, args } = seed % 100 === 99 ? csvOnce(seed) : fuzzOnce(seed, every); // every hundredth call is one of the whole example
  if (fault === undefined) return true;
  console.error(`seed ${seed}, ${name}: ${fault}`);
  console.error(inspect(args(), { depth: 4, maxArrayLength: 5, maxStringLength: 200, breakLength: 120 }));
  console.error(`Again: npm run test:full -- fuzz --seed ${seed}`);
  console.error(`To keep it, add to test/hostile/found.json: ${JSON.stringify({ seed, call: name, was: fault.split('\n')[0] })}`);
  return false;
}

if (values.seed !== undefined) {
  process.exitCode = tryOnce(Number(values.seed)) ? 0 : 1;
} else {
  const first = Math.floor(Math.random() * 1_000_000_000);
  const until = performance.now() + Number(values.minutes) * 60_000;
  let seed = first;
  let failed = 0;
  let most = 0;
  for (; performance.now() < until && failed < 10; seed++) {
    if (!tryOnce(seed)) failed += 1;
    if (seed % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  console.log(
    `${seed - first} calls of ${every.length + 1} functions and readers, seeds ${first} to ${seed - 1}: ${failed} broke; at most ${Math.round(most / 1e6)} MB in use.`,
  );
  if (failed > 0) process.exitCode = 1;
}
