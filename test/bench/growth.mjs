// How the time grows with a history, with cohorts, with rows and with the interpretations that are changed.
import {
  assessAdjustmentRequest,
  checkCohorts,
  compare,
  decideAll,
  definePolicy,
  nextAvailableCohort,
  position,
  readCase,
  readings,
  replay,
  standardPolicy,
} from 'professional-status';
import { histories, requests } from './cases.mjs';
import { dateOn, dayOf } from './floors.mjs';
import { heap, isQuick, secondsOf } from './measure.mjs';

const [{ registration }] = histories(1);
const starts = dayOf(registration.cohort.startsOn);
const asOf = dateOn(starts + 140);
const issued = { type: 'portfolio-issued', on: dateOn(starts) };
const appointed = (index) => ({ type: 'supporter-appointed', on: dateOn(starts + 1 + Math.floor(index / 4)) });
const eventsOf = (size) => [issued, ...Array.from({ length: size - 1 }, (_, index) => appointed(index))];
const caseOf = (size) => JSON.parse(JSON.stringify(replay(registration, eventsOf(size)).case));

const cohortsOf = (size) =>
  Array.from({ length: size }, (_, index) => ({ id: `qtls-${index}`, programme: 'QTLS', startsOn: dateOn(starts + 7 * index) }));
const registered = replay(registration, []).case;
const trigger = dateOn(starts);

const changeable = Object.values(readings).filter(({ options }) => options.length > 1);
const changed = (size) =>
  definePolicy({ readings: Object.fromEntries(changeable.slice(0, size).map(({ id, options }) => [id, options[1].choice])) });
const lived = histories(50);
const compared = { histories: lived, asOf: '2026-01-01' };
const rows = requests(200);

const once = (make, call) => (size) => {
  const given = make(size);
  return () => call(given);
};

/** @type {readonly { title: string, unit: string, sizes: readonly number[], calls: Record<string, (size: number) => () => unknown> }[]} */
const tables = [
  {
    title: 'A history, by its events',
    unit: 'events',
    sizes: [1, 10, 100, 500],
    calls: {
      replay: once(eventsOf, (events) => replay(registration, events)),
      readCase: once(caseOf, readCase),
      'position of a parsed case': once(caseOf, (value) => position(value, asOf)),
    },
  },
  {
    title: 'Cohorts that are known',
    unit: 'cohorts',
    sizes: [1, 10, 50, 200],
    calls: {
      nextAvailableCohort: once(cohortsOf, (cohorts) => nextAvailableCohort({ programme: 'QTLS', trigger, cohorts })),
      checkCohorts: once(cohortsOf, (cohorts) => checkCohorts(cohorts)),
      'position that knows them': once(cohortsOf, (cohorts) => position(registered, asOf, undefined, { cohorts })),
    },
  },
  {
    title: 'Interpretations that are changed',
    unit: 'changes',
    sizes: [1, 5, 10, 21],
    calls: {
      'compare 50 histories': once(changed, (policy) => compare(standardPolicy, policy, compared)),
      'compare 200 requests': once(changed, (policy) => compare(standardPolicy, policy, { rule: assessAdjustmentRequest, rows })),
    },
  },
];

/** Each call with its seconds at each size, and the power of the size with which it grows between the last two. */
export const grown = () =>
  tables.map(({ title, unit, sizes, calls }) => ({
    title,
    unit,
    sizes,
    calls: Object.entries(calls).map(([name, prepare]) => {
      const seconds = sizes.map((size) => secondsOf(prepare(size)));
      return { name, seconds, power: powerOf(sizes, seconds) };
    }),
  }));

/** One call of `decideAll` for each number of rows: its seconds, and the megabytes that stay once its answers are let go. */
export function grownRows() {
  const some = requests(1_000);
  const sizes = [1_000, 10_000, 100_000, ...(isQuick ? [] : [1_000_000])];
  decideAll(assessAdjustmentRequest, some);
  const measured = sizes.map((size) => {
    const all = Array.from({ length: size }, (_, row) => some[row % some.length]);
    const before = heap();
    const start = process.hrtime.bigint();
    const decided = decideAll(assessAdjustmentRequest, all).length;
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    return { size: decided, seconds, megabytes: Math.max(0, heap() - before) / 2 ** 20 };
  });
  const seconds = measured.map((row) => row.seconds);
  return { measured, power: powerOf(sizes, seconds) };
}

function powerOf(sizes, seconds) {
  const [n, m, s, t] = [sizes.at(-2), sizes.at(-1), seconds.at(-2), seconds.at(-1)];
  return Math.log(t / s) / Math.log(m / n);
}
