// The result of a call with bad input, and whether a bad call may come out so; and how one place of good arguments is spoilt.
import * as calendar from '../../src/calendar/index.js';
import * as api from '../../src/index.js';
import type { Issue } from '../../src/index.js';
import type { Call, Path } from './calls.js';

/** The result of a call. */
export interface Came {
  readonly how: 'answered' | 'refused' | 'outside the calendar' | 'broke';
  readonly issues: readonly Issue[];
  readonly error?: unknown;
}

export function attempt({ run, reported, fails }: Call, args: readonly unknown[]): Came {
  try {
    const issues = reported?.(run(...args)) ?? (reported === undefined ? (run(...args), []) : []);
    return { how: issues.length > 0 ? 'refused' : 'answered', issues };
  } catch (error) {
    const { code, issues } = error as { readonly code?: unknown; readonly issues?: readonly Issue[] };
    if (error instanceof api.InvalidFacts && code === 'INVALID_FACTS') return { how: 'refused', issues: issues ?? [] };
    if (error instanceof api.OutsideCalendar && code === 'OUTSIDE_CALENDAR') return { how: 'outside the calendar', issues: [] };
    if (error instanceof Error && error.name === fails) return { how: 'answered', issues: [] };
    return { how: 'broke', issues: [], error };
  }
}

/** What counts by a calendar that it is given may find that it does not reach. */
const calendarNames = new Set([...Object.keys(calendar), 'dayCount']);

/** What is wrong with the way in which a call came out, if anything. */
export function faultOf(name: string, { how, issues, error }: Came): string | undefined {
  if (how === 'broke') return `threw ${(error instanceof Error ? `${error.name}: ${error.message}` : typeof error).slice(0, 120)}`;
  if (how === 'outside the calendar' && !calendarNames.has(name)) return 'threw OutsideCalendar';
  if (how === 'refused' && issues.length === 0) return 'refused without an issue';
  const first = issues.slice(0, 100);
  return first.map(faultOfIssue).find((fault) => fault !== undefined) ?? saidTwice(first);
}

/** Names the place where one problem is said twice. A fact may have the name of the argument beside it, `policy`: two that are worded otherwise are two. */
function saidTwice(issues: readonly Issue[]): string | undefined {
  const kinds = issues.map(({ path, code, message }) => {
    const where = path.join('.') || 'the value';
    return `${code} at ${where}${where === 'policy' ? `: ${message}` : ''}`;
  });
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) < index);
  return twice && `said twice: ${twice}`;
}

const codes: readonly unknown[] = ['missing', 'unknown-key', 'malformed', 'not-one-of', 'out-of-order', 'out-of-range'];

function faultOfIssue(issue: Issue): string | undefined {
  const { path, message, received, code, expected = [], suggestion, ...rest } = issue;
  if (!codes.includes(code)) return `an issue of the kind ${code}`;
  if (!expected.every((word) => typeof word === 'string') || (suggestion !== undefined && !expected.includes(suggestion)))
    return 'an issue whose words are not those that are taken';
  if (Object.keys(rest).length > 0) return `an issue with ${Object.keys(rest).join()}`;
  if (!Array.isArray(path) || !path.every((step) => typeof step === 'string' || Number.isSafeInteger(step)))
    return 'an issue without a path';
  if (typeof message !== 'string' || message.length === 0 || message.length > 600) return `an issue with a message of ${message.length}`;
  const short =
    typeof received === 'string'
      ? received.length <= 81
      : typeof received === 'number'
        ? Number.isFinite(received)
        : received === null || typeof received === 'boolean';
  if (!short) return `an issue whose received is not short and plain: ${typeof received}`;
  return JSON.stringify(JSON.parse(JSON.stringify(issue))) === JSON.stringify(issue) ? undefined : 'an issue that JSON does not hold';
}

export const leadsTo = (path: Path, place: Path): boolean =>
  path.every((step, index) => index >= place.length || String(step) === String(place[index]));
export const isPlain = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** Every place in a value, itself first. */
export function placesIn(value: unknown, at: Path = []): readonly Path[] {
  return [
    at,
    ...(isPlain(value)
      ? Object.keys(value).flatMap((key) =>
          placesIn((value as Record<string, unknown>)[key], [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : []),
  ];
}
export function valueAt(value: unknown, place: Path): unknown {
  return place.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
}
/** The arguments with one place of one of them spoilt. */
export function spoil(
  args: readonly unknown[],
  index: number,
  place: Path,
  how: (holder: object, key: string | number) => void,
): readonly unknown[] {
  const holder = { args: [...args] };
  const path = ['args', index, ...place];
  const last = path[path.length - 1] as string | number;
  how(valueAt(holder, path.slice(0, -1)) as object, last);
  return holder.args;
}
export const put =
  (value: unknown) =>
  (holder: object, key: string | number): void => {
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  };
