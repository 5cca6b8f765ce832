// Bad input by chance: a seed chooses a call and spoils its good arguments in some places. The same seed always makes the same call.
import { zodSchemas, type SchemaName } from '../../src/schemas/index.js';
import { calls, everyCall, exportedFunctions, withoutCall, type Call } from './calls.js';
import { huge, impossibleDates, impossibleInstants, never, odd, stepsTaken, strangeKeys } from './values.js';
import { attempt, faultOf, isPlain, placesIn, put, spoil, valueAt } from './verdict.js';

/** The longest that a call may take, in milliseconds of the processor. A comparison of two policies tries up to 200,000 cases of a rule. */
const longestOf = (name: string): number => (name === 'compare' ? 10_000 : 2000);

/** Numbers between 0 and 1 that a seed settles. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const among = <T>(next: () => number, of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;

/** The schemas are for what comes over a wire; what cannot come that way is nothing to them. */
function overAWire(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch {
    return undefined;
  }
}
const bySchema = Object.keys(zodSchemas).map((name): [string, Call] => [
  `zodSchemas.${name}`,
  { run: (value) => zodSchemas[name as SchemaName].safeParse(overAWire(value)).success, args: () => [schemaExample(name)], at: [[]] },
]);
/** Something like what a schema takes: the arguments of the function that reads it. */
function schemaExample(name: string): unknown {
  const of = calls[name.replace(/(Facts|Decision|Opening|Event|Case)$/, '')] ?? calls['readCase'];
  return of?.args()[0];
}
export const every: readonly (readonly [string, Call])[] = [
  ...Object.entries(everyCall()).filter(([, { isAsync, callsBack, args }]) => !isAsync && !callsBack && args().length > 0),
  ...bySchema,
];

/** Every call, and one of each exported function of these entries that has none here yet, with what others take. */
export function everyOf(modules: readonly object[]): typeof every {
  const functions = exportedFunctions(modules);
  const pool = (): readonly unknown[] => [...(calls['assessAdjustmentRequest']?.args() ?? []), '2021-01-10', 10];
  const more = withoutCall(functions).functions.map((name): readonly [string, Call] => {
    const of = functions.get(name);
    return [name, { run: (...args) => of?.(...args), args: () => pool().slice(0, Math.max(1, of?.length ?? 1)), at: [] }];
  });
  return [...every, ...more];
}

const values = [...Object.values(never), ...Object.values(odd), ...Object.values(huge)];
const texts = [...impossibleDates, ...impossibleInstants];

/** A text with one character more, less or other. */
function misspelt(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1));
  const other = String.fromCharCode(among(next, [32 + Math.floor(next() * 95), 0, 0xd800, 0x200b, 0x0660 + Math.floor(next() * 10)]));
  return among(next, [
    text.slice(0, at) + other + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + other + text.slice(at + 1),
  ]);
}

/** Spoils one place of the arguments, by chance. */
function spoilt(args: readonly unknown[], good: readonly unknown[], next: () => number): readonly unknown[] {
  if (args.length === 0) return args;
  const index = Math.floor(next() * args.length);
  const place = among(next, placesIn(good[index]));
  const here = valueAt(good[index], place);
  const elsewhere = (): unknown => {
    const other = among(next, good);
    return valueAt(other, among(next, placesIn(other)));
  };
  const kind = Math.floor(next() * 8);
  if (kind === 0 && place.length > 0) return spoil(args, index, place, (holder, key) => void Reflect.deleteProperty(holder, key));
  if (kind === 1 && isPlain(here))
    return spoil(args, index, [...place, Array.isArray(here) ? here.length : among(next, strangeKeys)], put(elsewhere()));
  if (kind === 2) return spoil(args, index, place, put(elsewhere()));
  if (kind === 3 && typeof here === 'string') return spoil(args, index, place, put(misspelt(here, next)));
  if (kind === 4 && typeof here === 'number') return spoil(args, index, place, put(here + among(next, [-1, 1, 0.5, 1e9, -1e9])));
  if (kind === 5) return spoil(args, index, place, put(among(next, texts)));
  if (kind === 6) return spoil(args, index, place, put([here, here]));
  return spoil(args, index, place, put(among(next, values)()));
}

/** What one seed comes to: the call, what is wrong with how it came out, if anything, and the arguments, made once more. */
export function fuzzOnce(
  seed: number,
  of = every,
): {
  readonly name: string;
  readonly fault: string | undefined;
  readonly args: () => readonly unknown[];
} {
  const made = (): { readonly name: string; readonly call: Call; readonly args: readonly unknown[] } => {
    const next = chance(seed);
    const [name, call] = among(next, of);
    let args = call.args();
    for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
      try {
        args = spoilt(args, call.args(), next);
      } catch {
        // the place was spoilt away before
      }
    }
    return { name, call, args };
  };
  const { name, call, args } = made();
  stepsTaken();
  const before = process.cpuUsage(); // other work on the machine is not a finding
  const came = attempt(call, args);
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  const fault =
    faultOf(name, came) ??
    (took > longestOf(name) ? `took ${Math.round(took)} ms` : undefined) ??
    (stepsTaken() > 150_000 ? 'walked an endless list' : undefined);
  return { name, fault, args: () => made().args };
}
