// Reading another system: the functions that drive it, what each gives, and the choices of a run.
import { safely } from '../data/issues.js';
import { withoutGaps } from '../data/objects.js';
import { aText, check, listOf, objectOf, optional, readArguments, readerBy, readerOf, wholeCode, type Reader } from '../data/reading.js';
import { followedPolicy, policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import { anInteger, readOne } from './reading.js';

/** What a system says of a case: its stage and, where it keeps them, the codes of its duties and opportunities, in any order. @since 0.1.0 */
export interface DriverReading {
  /** The stage of the current case, by the library's name for it. */
  readonly stage: string;
  /** Codes such as `submit-portfolio`, without those that have lapsed; not compared where left out. */
  readonly duties?: readonly string[] | undefined;
}
/** The way to drive a system: each function may give its answer at once or as a promise. @since 0.1.0 */
export interface ConformDriver {
  /** Begins anew with one participant; what was sent before is forgotten. */
  readonly open: (registration: Registration) => unknown;
  /** Records an event, and tells whether it is accepted. After a restart the events belong to the case that it opened. */
  readonly send: (event: CaseEvent) => boolean | Promise<boolean>;
  /** Reads the current case: after a restart the one that it opened, at `registered`. Duties are asked of the last day of its history. */
  readonly read: () => DriverReading | Promise<DriverReading>;
}
/** The choices for `conform`. @since 0.1.0 */
export interface ConformOptions {
  /** From which the random histories are drawn; 1 where left out. */
  readonly seed?: number | undefined;
  /** How many random histories follow those that visit everything; 200 where left out. */
  readonly runs?: number | undefined;
  /** After how many events no other history is begun; 100,000 where left out. */
  readonly budget?: number | undefined;
  /** The standard policy where left out. */
  readonly policy?: AnyPolicy | undefined;
}
/** A run that was asked for: the system, each of its answers read, and the choices. */
interface Run extends ConformOptions {
  readonly drive: ConformDriver;
  readonly policy: Policy;
}

/** A driver may be an instance of a class, whose functions are not its own. */
const aDriver: Reader<ConformDriver> = (issues, value, path) => {
  for (const name of ['open', 'send', 'read'] as const) {
    const part: unknown = safely(() => (value as ConformDriver)[name]);
    check(issues, typeof part === 'function', [...path, name], 'must be a function', part);
  }
  return value as ConformDriver;
};

const aWholeNumber = /* @__PURE__ */ readerOf<number>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  'must be a whole number, 0 or more',
  wholeCode,
);
const anAnswer = /* @__PURE__ */ readerOf<boolean>((value) => typeof value === 'boolean', 'must give true or false');
const aPolicy = /* @__PURE__ */ readerBy(policyOf);

export function readConform(driver: ConformDriver, given: ConformOptions): Run {
  const aRun = objectOf({ seed: optional(anInteger), runs: optional(aWholeNumber), budget: optional(aWholeNumber), policy: aPolicy });
  const aReading = objectOf({ stage: aText, duties: optional(listOf(aText)) });
  const { options } = readArguments({ driver: aDriver, options: aRun }, { driver, options: given });
  const { policy, ...others } = options;
  return {
    ...withoutGaps<ConformOptions>(others),
    drive: {
      open: (registration) => driver.open(registration),
      send: async (event) => readOne('send', anAnswer, await driver.send(event)),
      read: async () => readOne('read', aReading, await driver.read()),
    },
    policy: followedPolicy(policy),
  };
}
