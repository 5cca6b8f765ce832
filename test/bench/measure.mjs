// A fair race: every contender gives the same answers, and the rounds are interleaved so that all meet the same noise.
import { deepStrictEqual } from 'node:assert';

const rounds = 15;
const warmUps = 3;
const roundNanoseconds = 50e6;

/**
 * The same decisions asked of several contenders; `essence` takes from an answer what all of them must agree on.
 * @typedef {{ title: string, inputs: object[], contenders: Record<string, (facts: any) => any>, reference: string, essence: (answer: any) => unknown }} Work
 */

/** @param {Work} work */
export async function checkAnswers({ inputs, contenders, reference, essence }) {
  for (const facts of inputs) {
    const expected = essence(await contenders[reference](facts));
    for (const [name, decide] of Object.entries(contenders)) deepStrictEqual(essence(await decide(facts)), expected, name);
  }
}

/** Decides all inputs a number of times over and gives the nanoseconds spent on each. */
async function time(decide, inputs, times) {
  const asynchronous = decide(inputs[0]) instanceof Promise;
  let kept; // so that no answer can be optimised away
  const start = process.hrtime.bigint();
  for (let round = 0; round < times; round++) {
    for (const facts of inputs) kept = asynchronous ? await decide(facts) : decide(facts);
  }
  const nanoseconds = Number(process.hrtime.bigint() - start);
  deepStrictEqual(typeof kept, 'object');
  return nanoseconds / (times * inputs.length);
}

/** @param {Work} work */
export async function measure({ inputs, contenders }) {
  const runs = [];
  for (const [name, decide] of Object.entries(contenders)) {
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
