// Reading another system: the functions that drive it, what each gives, and the choices of a run.
import { safely, tried } from '../data/issues.js';
import { aText, check, listOf, objectOf, optional, readArguments, readerOf, type Reader } from '../data/reading.js';
import { followed, policyOf, standardPolicy, type AnyPolicy, type Policy } from '../policy/policy.js';
import { withPathFrom } from '../questions/asked.js';
import type { ConformDriver, ConformOptions, DriverReading } from './conform.js';

/** A run that was asked for: the system, each of its answers read, and the choices. */
interface Run {
  readonly drive: ConformDriver;
  readonly seed?: number;
  readonly runs?: number;
  readonly budget?: number;
  readonly policy: Policy;
}

const names = ['open', 'send', 'read'] as const;

/** A driver may be an instance of a class, whose functions are not its own. */
const aDriver: Reader<ConformDriver> = (issues, value, path) => {
  for (const name of names) {
    const part: unknown = safely(() => (value as ConformDriver)[name]);
    check(issues, typeof part === 'function', [...path, name], 'must be a function', part);
  }
  return value as ConformDriver;
};

const aSeed = /* @__PURE__ */ readerOf<number>((value) => Number.isSafeInteger(value), 'must be a whole number');
const aNumber = /* @__PURE__ */ readerOf<number>((value) => Number.isSafeInteger(value) && (value as number) >= 0, 'must be 0 or more');
const anAnswer = /* @__PURE__ */ readerOf<boolean>((value) => typeof value === 'boolean', 'must give true or false');
const aPolicy: Reader<AnyPolicy> = (issues, value, path) => {
  const made = tried(() => ({ policy: withPathFrom(path.slice(0, -1), () => policyOf(value)) }));
  if (!made.ok) issues.push(...made.issues);
  return made.ok ? made.policy : standardPolicy;
};

/** Reads a driver and the choices; throws all that is wrong with them. */
export function readConform(driver: ConformDriver, given: ConformOptions): Run {
  const reading = () => objectOf({ stage: aText, duties: optional(listOf(aText)) }, true);
  const { options } = readArguments(
    { driver: aDriver, options: objectOf({ seed: optional(aSeed), runs: optional(aNumber), budget: optional(aNumber), policy: aPolicy }) },
    { driver, options: given },
  );
  const { policy, seed, runs, budget } = options;
  return {
    drive: {
      open: (registration) => driver.open(registration),
      send: async (event) => readArguments({ send: anAnswer }, { send: await driver.send(event) }).send,
      read: async () => readArguments({ read: reading() }, { read: await driver.read() }).read as DriverReading,
    },
    ...(seed !== undefined && { seed }),
    ...(runs !== undefined && { runs }),
    ...(budget !== undefined && { budget }),
    policy: followed(policy),
  };
}
