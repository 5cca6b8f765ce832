// A fair race: every contender gives the same answers first; then the rounds are interleaved, and each is compared with the reference's round beside it.
import { deepStrictEqual, notStrictEqual } from 'node:assert';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 3 : 15;
const warmUps = isQuick ? 1 : 3;
const roundNanoseconds = isQuick ? 5e6 : 30e6;

/**
 * The same work asked of several contenders.
 * @typedef {object} Work
 * @property {string} title
 * @property {string} [note] what each contender does and leaves out
 * @property {{ name: string, limit: number, isLeast?: boolean }[]} [aims] how often our time may be that of a contender; at least, how often its time is to be ours
 * @property {unknown[]} checked for what the answers are compared
 * @property {unknown[]} [refused] what the library and the reference both refuse
 * @property {unknown[]} inputs what is timed
 * @property {Record<string, (facts: any) => any>} contenders ours first
 * @property {string} reference the contender that ratios are to
 * @property {(answer: any) => unknown} essence what all of them must agree on
 */

/** @param {Work} work */
export async function checkAnswers({ checked, refused = [], contenders, reference, essence }) {
  const [ours] = Object.values(contenders);
  for (const facts of checked) {
    const expected = essence(ours(facts));
    for (const [name, decide] of Object.entries(contenders)) {
      const answer = decide(facts);
      deepStrictEqual(essence(answer instanceof Promise ? await answer : answer), expected, `${name}: ${JSON.stringify(facts)}`);
    }
  }
  for (const facts of refused)
    for (const decide of [ours, contenders[reference]]) deepStrictEqual(isRefused(decide, facts), true, JSON.stringify(facts));
}

function isRefused(decide, facts) {
  try {
    decide(facts);
    return false;
  } catch {
    return true;
  }
}

let kept; // so that no answer can be optimised away

/** Answers all inputs a number of times over, and gives the nanoseconds spent on each. */
async function time(decide, inputs, times) {
  const isAsynchronous = decide(inputs[0]) instanceof Promise;
  const start = process.hrtime.bigint();
  if (isAsynchronous) for (let round = 0; round < times; round++) for (const facts of inputs) kept = await decide(facts);
  else for (let round = 0; round < times; round++) for (const facts of inputs) kept = decide(facts);
  const nanoseconds = Number(process.hrtime.bigint() - start);
  notStrictEqual(kept, undefined);
  return nanoseconds / (times * inputs.length);
}

/**
 * The nanoseconds of each contender, and its ratio to the reference, round by round: the quartiles of both, of which the second is the median.
 * @param {Work} work
 */
export async function measure({ inputs, contenders, reference }) {
  const runs = [];
  for (const [name, decide] of Object.entries(contenders)) {
    await time(decide, inputs, 1); // compiled before it is timed
    const once = (await time(decide, inputs, 1)) * inputs.length;
    runs.push({ name, decide, times: Math.max(1, Math.round(roundNanoseconds / once)), samples: [] });
  }
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const { decide, times, samples } of runs) samples.push(await time(decide, inputs, times));
  }
  const base = runs.find(({ name }) => name === reference);
  return runs.map(({ name, samples }) => ({
    name,
    nanoseconds: quartiles(samples.slice(warmUps)),
    ratio: base && quartiles(samples.map((sample, round) => sample / base.samples[round]).slice(warmUps)),
  }));
}

/** Seconds of one call: the median of a few rounds, each long enough to be timed. */
export function secondsOf(work) {
  const timed = (times) => {
    const start = process.hrtime.bigint();
    for (let round = 0; round < times; round++) kept = work();
    return Number(process.hrtime.bigint() - start) / 1e9 / times;
  };
  timed(1);
  const times = Math.max(1, Math.ceil(roundNanoseconds / 1e9 / timed(1)));
  const samples = Array.from({ length: times > 1 ? rounds : 3 }, () => timed(times));
  kept = undefined;
  return quartiles(samples)[1];
}

function quartiles(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((part) => sorted[Math.round(part * (sorted.length - 1))]);
}

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));

/** The bytes in use once all is collected that nobody holds. */
export function heap() {
  collect();
  return process.memoryUsage().heapUsed;
}
