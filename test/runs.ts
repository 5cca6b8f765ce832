// How often a property is tried: a few times in `npm test`, as often as it names in `npm run test:full` and wherever the tests run without vitest's settings.
const most = Number(process.env['PROPERTY_RUNS'] ?? Infinity);

/** Returns the options of a property that is tried this often at most. */
export const runs = (full: number): { readonly numRuns: number } => ({ numRuns: Math.min(full, most) });
