// The two errors of the library, and the words they are made of. Their `code` is the contract: an `instanceof` fails between two copies of a package.

/** A list that holds at least one item. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** One problem with what was passed in: where it is, what was expected, and what came. */
export interface Issue {
  /** Keys and indexes from the argument down to the fault; empty when the whole value is at fault. */
  readonly path: readonly (string | number)[];
  /** What was expected there, in a sentence that follows on from the path: "must be …". */
  readonly message: string;
  /** What came, made safe to print and to send: a string is cut at 80 characters, and what JSON has no room for is named by a word. */
  readonly received: string | number | boolean | null;
}

/**
 * Reports facts that cannot be so: a wrong shape, an impossible date, an unknown word or key. Every problem found is in `issues`.
 *
 * @since 0.1.0
 */
export class InvalidFacts extends Error {
  override readonly name = 'InvalidFacts' as const;
  readonly code = 'INVALID_FACTS' as const;
  declare readonly issues: NonEmpty<Issue>;

  constructor(issues: NonEmpty<Issue>) {
    super(`Invalid facts: ${issues.map(inWords).join('\n')}`);
    this.issues = issues;
  }
}

const LONGEST = 80;

/** Renders any value for an issue. It never throws: it runs no code of the value's own. */
export function received(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value); // + 0: JSON has no -0
  if (typeof value === 'boolean' || value === null) return value;
  return safely(() => Array.isArray(value)) ? 'array' : typeof value;
}

function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) + '…' : text;
}

/** Runs a read of a caller's value; undefined when the value throws, as a getter or a revoked proxy may. */
export function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function inWords({ path, message, received: came }: Issue): string {
  return `${cut(path.join('.')) || 'the value'} ${message} (received ${JSON.stringify(came)})`;
}

export type Path = Issue['path'];

/** Makes one issue, with the value rendered safely. */
export function issue(path: Path, message: string, value: unknown): Issue {
  return { path, message, received: received(value) };
}

/** Makes the error of one problem. */
export function invalid(path: Path, message: string, value: unknown): InvalidFacts {
  return new InvalidFacts([issue(path, message, value)]);
}

/** Reads several arguments, and throws the problems of all of them at once. */
export function together<T extends readonly unknown[]>(...reads: { readonly [K in keyof T]: () => T[K] }): T {
  const issues: Issue[] = [];
  const values = reads.map((read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidFacts)) throw error;
      issues.push(...error.issues);
      return undefined;
    }
  });
  throwIfAny(issues);
  return values as unknown as T;
}

export function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InvalidFacts(issues as NonEmpty<Issue>);
}
