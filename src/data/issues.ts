// The two errors of the library, and the words they are made of. Their `code` is the contract: an `instanceof` fails between two copies of a package.

/** A list that holds at least one item. @since 0.1.0 */
export type NonEmpty<T> = readonly [T, ...T[]];

/** One problem with what was passed in: where it is, what was expected, and what came. @since 0.1.0 */
export interface Issue {
  /** Keys and indexes from the argument down to the fault; empty when the whole value is at fault. */
  readonly path: readonly (string | number)[];
  /** What was expected there, in a sentence that follows on from the path: "must be …", "is missing: give …". */
  readonly message: string;
  /** The kind of the problem, for words of a host's own. */
  readonly code: IssueCode;
  /** The words or the keys that are taken there, where they can be listed. */
  readonly expected?: readonly string[];
  /** That of `expected` which is nearest to what came; only where one is near. */
  readonly suggestion?: string;
  /** What came, made safe to print and to send: a string shows an invisible character as its escape, and is cut at 80 characters; what JSON has no room for is named by a word. */
  readonly received: string | number | boolean | null;
}

/**
 * The kind of a problem. `missing`: nothing was given. `unknown-key`: a key that is not taken there. `malformed`: of the wrong kind or form.
 * `not-one-of`: none of the words that are taken. `out-of-order`: before what it has to follow. `out-of-range`: well formed, and too early, too late,
 * too small, too large or too long.
 *
 * @since 0.1.0
 */
export type IssueCode = 'missing' | 'unknown-key' | 'malformed' | 'not-one-of' | 'out-of-order' | 'out-of-range';

/**
 * Reports facts that cannot be so: a wrong shape, an impossible date, an unknown word or key. Every problem found is in `issues`.
 *
 * The `message` holds paths, in which an unknown key is named, and what was expected there. It holds no value that was given, so that a log of it
 * holds no participant's id or dates; `issues` do.
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

/**
 * Line breaks and controls, the marks that turn the direction of text, and all that has no shape: zero-width characters, variation selectors, tags.
 * Half a surrogate pair and the two non-characters are not text, and XML has no room for them.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFE\uFFFF]/gu;

/** Writes each character of a text that cannot be seen as its escape. */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) as number).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** Renders any value for an issue. It never throws: it runs no code of the value's own. */
export function renderReceived(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return shorten(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value); // + 0: JSON has no -0
  if (typeof value === 'boolean' || value === null) return value;
  return safely(() => Array.isArray(value)) ? 'array' : typeof value;
}

function shorten(text: string): string {
  const shown = escapeUnseen(text.slice(0, LONGEST + 1));
  return shown.length > LONGEST ? shown.slice(0, LONGEST) + '…' : shown;
}

/** Runs a read of a caller's value; undefined when the value throws, as a getter or a revoked proxy may. */
export function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Returns an issue as it may be logged: of an order, the date that must not come later is left out, since it was given too. */
function inWords({ path, message, code }: Issue): string {
  return `${shorten(path.join('.')) || 'the value'} ${code === 'out-of-order' ? message.replace(/, [^, ]+$/, '') : message}`;
}

export type Path = Issue['path'];

/** Makes one issue, with the value rendered safely. What is absent is missing, and all else malformed, unless another code is given. */
export function issue(path: Path, message: string, value: unknown, code: IssueCode = value === undefined ? 'missing' : 'malformed'): Issue {
  return { path, message, code, received: renderReceived(value) };
}

export function invalid(path: Path, message: string, value: unknown, code?: IssueCode): InvalidFacts {
  return new InvalidFacts([issue(path, message, value, code)]);
}

/** Makes the issue of a value that is none of some words. */
export function notOneOf(path: Path, words: readonly string[], value: unknown, message?: string): Issue {
  const [lead, code] = value === undefined ? (['is missing: give', 'missing'] as const) : (['must be', 'not-one-of'] as const);
  const made = issue(path, message ?? `${lead} one of ${words.join(', ')}`, value, code);
  return { ...made, expected: words, ...suggestionOf(words, value) };
}

/** Makes the issue of a key that is not taken; `why` is the beginning of the sentence, which names the nearest key or, where none is near, every one. */
export function unknownKey(path: Path, keys: readonly string[], value: unknown, why = 'is not known here'): Issue {
  const near = suggestionOf(keys, path.at(-1));
  const hint = near.suggestion === undefined ? `it takes ${keys.join(', ')}` : `did you mean '${near.suggestion}'?`;
  return { ...issue(path, `${why}; ${hint}`, value, 'unknown-key'), expected: keys, ...near };
}

const LONGEST_MISSPELT = 40;

/** Returns the nearest of some words, where no more than a third of it is written otherwise; what comes before a slash may be left out. */
function suggestionOf(words: readonly string[], came: unknown): { readonly suggestion?: string } {
  if (typeof came !== 'string' || came.length > LONGEST_MISSPELT) return {};
  const [nearest] = words
    .map((word) => ({ word, edits: word.endsWith(`/${came}`) ? 0 : edits(word.toLowerCase(), came.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest !== undefined && nearest.edits * 3 <= nearest.word.length ? { suggestion: nearest.word } : {};
}

/** Returns how many letters have to be put in, left out or changed to make one word of another. */
function edits(one: string, other: string): number {
  const first = Array.from({ length: one.length + 1 }, (_, at) => at);
  const last = Array.from(other).reduce(
    (row, letter) =>
      row.slice(1).reduce(
        (next, above, at) => {
          const changed = (row[at] as number) + Number(one[at] !== letter);
          return [...next, Math.min(changed, above + 1, (next[at] as number) + 1)];
        },
        [(row[0] as number) + 1],
      ),
    first,
  );
  return last.at(-1) as number;
}

/**
 * Tells whether an error is one of facts that cannot be so, by its `code` and its issues: also where another copy of the package made it, or it comes back
 * from JSON. What `structuredClone` and `postMessage` leave of an error has neither: send its `issues`.
 *
 * @example isInvalidFacts(new TypeError()) // => false
 * @since 0.1.0
 */
export function isInvalidFacts(error: unknown): error is InvalidFacts {
  return (
    safely(() => {
      const { code, issues } = error as Partial<InvalidFacts>;
      return code === 'INVALID_FACTS' && Array.isArray(issues) && issues.length > 0;
    }) === true
  );
}

/** What was made of a value that a host handed in, or everything wrong with it. @since 0.1.0 */
export type Tried<Made extends object> = (Made & { readonly ok: true }) | { readonly ok: false; readonly issues: readonly Issue[] };

/** Does some work, and returns what it made, or the problems that it threw. */
export function attempt<Made extends object>(work: () => Made): Tried<Made> {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    if (isInvalidFacts(error)) return { ok: false, issues: error.issues };
    throw error;
  }
}

/** Reads several arguments, and throws the problems of all of them at once. */
export function readAll<T extends readonly unknown[]>(...reads: { readonly [K in keyof T]: () => T[K] }): T {
  const issues: Issue[] = [];
  const values = reads.map((read) => {
    const made = attempt(() => ({ value: read() }));
    if (made.ok) return made.value;
    for (const each of made.issues) issues.push(each); // not spread: a list of a million arguments overflows the stack
    return undefined;
  });
  throwIfAny(issues);
  return values as unknown as T;
}

export function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InvalidFacts(issues as NonEmpty<Issue>);
}
