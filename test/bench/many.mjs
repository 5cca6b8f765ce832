// Many cases, one after the other: whether time goes with their number, and whether anything stays behind.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

/**
 * @param {(input: any) => unknown} answer
 * @param {readonly unknown[]} inputs
 * @param {readonly number[]} sizes
 * @returns {readonly { readonly cases: number, readonly seconds: number, readonly bytes: number }[]} the bytes are what stays behind on the heap, in all
 */
export function many(answer, inputs, sizes) {
  return sizes.map((cases) => {
    const before = heap();
    const start = process.hrtime.bigint();
    for (let index = 0; index < cases; index++) answer(inputs[index % inputs.length]);
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    return { cases, seconds, bytes: Math.max(0, heap() - before) };
  });
}
