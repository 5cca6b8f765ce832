// A fair race: every contender gives the same answers, and the rounds are interleaved so that all meet the same noise.
import { deepStrictEqual, notStrictEqual } from 'node:assert';

const rounds = 15;
const warmUps = 3;
const roundNanoseconds = 50e6;

/**
 * The same work asked of several contenders; `essence` takes from an answer what all of them must agree on.
 * @typedef {object} Work
 * @property {string} title
 * @property {string} unit what is answered: a decision, a deadline
 * @property {string} note
 * @property {unknown[]} [checked] what the answers are compared for; without it, the inputs
 * @property {unknown[]} inputs what is timed
 * @property {Record<string, (facts: any) => any>} contenders
 * @property {string} reference the contender that ratios are to
 * @property {Record<string, { within?: number, atLeast?: number, atMost?: number }>} [targets] what the reference aims at: times another's time at most, times as fast at least; or what a contender aims at: times the reference's time at most
 * @property {(answer: any) => unknown} essence
 */

/** @param {Work} work */
export async function checkAnswers({ inputs, checked = inputs, contenders, reference, essence }) {
  for (const facts of checked) {
    const expected = essence(await contenders[reference](facts));
    for (const [name, decide] of Object.entries(contenders)) deepStrictEqual(essence(await decide(facts)), expected, name);
  }
}

let kept; // so that no answer can be optimised away

async function decideAll(decide, inputs, times) {
  for (let round = 0; round < times; round++) for (const facts of inputs) kept = await decide(facts);
}

function decideAllAtOnce(decide, inputs, times) {
  for (let round = 0; round < times; round++) for (const facts of inputs) kept = decide(facts);
}

/** Decides all inputs a number of times over and gives the nanoseconds spent on each. */
async function time(decide, inputs, times) {
  const asynchronous = decide(inputs[0]) instanceof Promise;
  const start = process.hrtime.bigint();
  if (asynchronous) await decideAll(decide, inputs, times);
  else decideAllAtOnce(decide, inputs, times);
  const nanoseconds = Number(process.hrtime.bigint() - start);
  notStrictEqual(kept, undefined);
  return nanoseconds / (times * inputs.length);
}

/** @param {Work} work */
export async function measure({ inputs, contenders }) {
  const runs = [];
  for (const [name, decide] of Object.entries({ ...contenders, 'a call that does nothing': (facts) => facts })) {
    await time(decide, inputs, 1); // compiled before it is timed
    const once = (await time(decide, inputs, 1)) * inputs.length;
    runs.push({ name, decide, times: Math.max(1, Math.round(roundNanoseconds / once)), samples: [] });
  }
  for (let round = 0; round < warmUps + rounds; round++) {
    for (const run of runs) run.samples.push(await time(run.decide, inputs, run.times));
  }
  return runs.map(({ name, samples }) => ({ name, nanoseconds: median(samples.slice(warmUps)) }));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
