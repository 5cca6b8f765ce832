// What the traces of the lifecycle visit, counted from its table of cells: `npm run traces` prints it of the shipped file.
import { read } from './entries.mjs';
import { whenStarted } from './started.mjs';

/** @import { Trace } from '../../src/testing/index.js' */

/** 6.1.2 and 6.1.3: a supporter is of QTLS, a mentor of ATS. @param {string} pair */
const isOfTwoProgrammes = (pair) => pair.includes('supporter') && pair.includes('mentor');
/** 6.2.3: one reading says whether a missed deadline leads on, for the record of it and for what comes late alike. @param {string} pair */
const needsTwoReadings = (pair) =>
  /^submission-deadline-missed: \S+ to in-programme, \S+-(submitted|missed): \S+ to (restart-required|withdrawn)$/.test(pair) ||
  /^resubmission-deadline-missed: \S+ to criteria-not-met, resubmission-deadline-missed: \S+ to restart-required$/.test(pair);

/** Counts the cells, the pairs of consecutive cells and the refusing cells. A restart leads to `restarted`; what follows is at `registered`. @param {readonly Trace[]} traces @param {Pick<typeof import('../../src/index.js').programmeLifecycle, 'stages' | 'events' | 'cells'>} table */
export function coverageOf(traces, { stages, events, cells }) {
  const seen = { cells: new Set(), pairs: new Set(), refusing: new Set() };
  for (const { steps } of traces) {
    let [from, last] = ['registered', ''];
    for (const { event, accepted, stage } of steps) {
      const cell = `${event.type}: ${from} to ${event.type === 'restarted' ? event.type : stage}`;
      if (!accepted) seen.refusing.add(`${event.type}: ${from}`);
      else {
        seen.cells.add(cell);
        if (last !== '') seen.pairs.add(`${last}, ${cell}`);
        last = cell;
      }
      from = stage;
    }
  }
  const declared = cells.flatMap(({ event, from, to }) => to.map((stage) => ({ from, to: stage, cell: `${event}: ${from} to ${stage}` })));
  const opened = (/** @type {string} */ stage) => (stage === 'restarted' ? 'registered' : stage);
  const pairs = declared.flatMap((one) => declared.filter(({ from }) => from === opened(one.to)).map(({ cell }) => `${one.cell}, ${cell}`));
  const impossible = pairs.filter((pair) => isOfTwoProgrammes(pair) || needsTwoReadings(pair));
  const isTaken = (/** @type {string} */ type, /** @type {string} */ at) => cells.some(({ event, from }) => event === type && from === at);
  const refusing = stages
    .filter((stage) => stage !== 'restarted') // the events after a restart belong to the case that it opened
    .flatMap((stage) => events.filter((type) => !isTaken(type, stage)).map((type) => `${type}: ${stage}`));
  const counted = (/** @type {readonly string[]} */ all, /** @type {ReadonlySet<string>} */ visited) => ({
    all,
    visited: [...visited],
    missed: all.filter((each) => !visited.has(each)),
  });
  const possible = pairs.filter((pair) => !impossible.includes(pair));
  return {
    cells: counted(
      declared.map(({ cell }) => cell),
      seen.cells,
    ),
    pairs: { ...counted(possible, seen.pairs), impossible },
    refusing: counted(refusing, seen.refusing),
  };
}

await whenStarted(import.meta.url, async () => {
  const { programmeLifecycle } = await import('professional-status');
  const [, ...traces] = read('dist/vectors/traces.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { cells, pairs, refusing } = coverageOf(traces, programmeLifecycle);
  const of = (/** @type {{ readonly all: readonly string[], readonly missed: readonly string[] }} */ { all, missed }) =>
    `${all.length - missed.length} of ${all.length}`;
  console.log(`${traces.length} traces of ${traces.flatMap(({ steps }) => steps).length} events
cells, with each stage to which they lead: ${of(cells)}
pairs of consecutive cells that can happen: ${of(pairs)} (${pairs.impossible.length} cannot)
cells that refuse: ${of(refusing)}`);
  const missed = [cells, pairs, refusing].flatMap((each) => each.missed);
  if (missed.length > 0) throw new Error(`not visited:\n${missed.join('\n')}`);
});
