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
 * @returns {readonly { readonly cases: number, readonly nanoseconds: number, readonly bytes: number }[]} a case each
 */
export function many(answer, inputs, sizes) {
  return sizes.map((cases) => {
    const before = heap();
    const start = process.hrtime.bigint();
    for (let index = 0; index < cases; index++) answer(inputs[index % inputs.length]);
    const nanoseconds = Number(process.hrtime.bigint() - start) / cases;
    return { cases, nanoseconds, bytes: Math.max(0, heap() - before) / cases };
  });
}
