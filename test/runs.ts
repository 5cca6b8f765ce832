// How much is tried: a little in `npm test`, everything in `npm run test:full` and wherever the tests run without vitest's settings.
const most = Number(process.env['PROPERTY_RUNS'] ?? Infinity);

/** Returns the options of a property that is tried this often at most. */
export const runs = (full: number): { readonly numRuns: number } => ({ numRuns: Math.min(full, most) });

/** Returns a whole list, or in `npm test` a few of it, from all along it. */
export function someOf<T>(all: readonly T[], few = most): readonly T[] {
  const step = most === Infinity ? 1 : Math.ceil(all.length / few);
  return all.filter((_, index) => index % step === 0);
}
