// A fact on its line: dates by days, instants by seconds, numbers by one; and the nearest place at which the outcome is another.
import { FIRST_DAY, fromDay, LAST_DAY, readDay } from '../calendar/dates.js';
import { clockTime, FIRST_LONDON_DAY, type Instant, londonDate, londonInstant, londonTime, readInstant } from '../calendar/instants.js';
import { unique } from '../decision/steps.js';
import { isInstantForm, type Moment, type Value } from '../decision/decision.js';
import { moment, type Form } from '../decision/facts.js';

/** The place of a value on its line, what the line's places stand for, and where it ends, both ends included. */
export interface Line {
  readonly unit: 'day' | 'second' | 'one';
  /** A fraction where an instant has one; every other place is whole. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly valueAt: (place: number) => Value;
}

const SECONDS_A_DAY = 86_400;

/** Returns the line of a value of some form; texts and lists have none. `'none'` has the line of its form, and no place on it. */
export function lineOf({ kind }: Exclude<Form, { readonly kind: 'choice' }>, value: unknown): Line | undefined {
  switch (kind) {
    case 'date':
    case 'instant':
    case 'moment':
      return kind === 'instant' || isInstantForm(value as Moment)
        ? {
            unit: 'second',
            at: readInstant(value) / 1000,
            first: FIRST_LONDON_DAY * SECONDS_A_DAY,
            last: (LAST_DAY + 1) * SECONDS_A_DAY - 1,
            valueAt: instantAt,
          }
        : { unit: 'day', at: readDay(value), first: FIRST_DAY, last: LAST_DAY, valueAt: fromDay };
    case 'count':
    case 'positive':
      return {
        unit: 'one',
        at: value as number,
        first: kind === 'count' ? 0 : 1,
        last: Number.MAX_SAFE_INTEGER,
        valueAt: (place) => place,
      };
    case 'text':
    case 'list':
      return undefined;
  }
}

/** Lists the places on a line that some values mark, and those beside them. */
export function marksOn({ unit, first, last }: Line, values: readonly unknown[]): readonly number[] {
  const marks = values.flatMap((value) => {
    if (unit === 'one') return typeof value === 'number' ? [value] : [];
    return moment.is(value) ? placesOf(unit, value) : [];
  });
  return unique(marks.flatMap((place) => [place - 1, place, place + 1])).filter((place) => place >= first && place <= last);
}

/** Lists the places of a moment that was found elsewhere: its day; of an instant, its second; of a day, its first and last. */
function placesOf(unit: 'day' | 'second', of: Moment): readonly number[] {
  const isInstant = isInstantForm(of);
  if (unit === 'day') return [readDay(isInstant ? londonDate(of) : of)];
  if (isInstant) return [Math.floor(readInstant(of) / 1000)];
  if (of < '1996') return []; // no instant lies there
  return ['00:00:00', '23:59:59'].map((time) => readInstant(londonInstant(of, time)) / 1000);
}

/** Returns the instant of a second since 1970, as London's clock shows it. */
function instantAt(second: number): Instant {
  const utc = (of: number): Instant => {
    const day = Math.floor(of / SECONDS_A_DAY);
    return `${fromDay(day)}T${clockTime((of - day * SECONDS_A_DAY) * 1000)}Z`;
  };
  const at = utc(second);
  const wall = `${londonDate(at)}T${londonTime(at)}` as const;
  return at === `${wall}Z` ? `${wall}+00:00` : `${wall}+01:00`;
}

/** How many days, or whole numbers, are tried one by one to either side: within them what is found is the nearest there is. */
const NEAR = 1000;
const HOURS = 48;

/**
 * Finds the first place to one side that `flips`, the place before it not flipping.
 *
 * Days and numbers are tried one by one up to `NEAR`; instants by the hour for two days, then by the day up to `NEAR`; all of them also at
 * the marks, and farther out by steps that double up to the line's end. Between the last place tried that did not flip and the first
 * that did, halving finds the boundary: so what is found flips, and one less does not. An outcome that changes and changes back between
 * two places tried, which only instants and far places can, is not seen.
 */
export function nearestPlace(
  line: Line,
  direction: -1 | 1,
  marks: readonly number[],
  flips: (place: number) => boolean,
): number | undefined {
  const from = direction < 0 ? Math.ceil(line.at) : Math.floor(line.at);
  const end = direction < 0 ? from - line.first : line.last - from;
  const near = line.unit === 'second' ? 0 : Math.min(NEAR, end);
  for (let distance = 1; distance <= near; distance++) if (flips(from + direction * distance)) return from + direction * distance;
  let before = from + direction * near;
  const marked = marks.map((place) => (place - from) * direction);
  for (const distance of farDistances(line.unit, near, end, marked)) {
    const place = from + direction * distance;
    if (flips(place)) return boundary(before, place, flips);
    before = place;
  }
  return undefined;
}

function boundary(not: number, does: number, flips: (place: number) => boolean): number {
  let [before, found] = [not, does];
  while (Math.abs(found - before) > 1) {
    const middle = Math.trunc((found + before) / 2);
    if (flips(middle)) found = middle;
    else before = middle;
  }
  return found;
}

/** Lists the distances beyond the near ones at which to try, nearest first. */
function farDistances(unit: Line['unit'], near: number, end: number, marked: readonly number[]): readonly number[] {
  const isClock = unit === 'second';
  const far: number[] = [];
  if (isClock) {
    far.push(1);
    for (let hour = 1; hour <= HOURS; hour++) far.push(hour * 3600);
    for (let day = 1; day <= NEAR; day++) far.push(day * SECONDS_A_DAY);
  }
  for (let step = NEAR * 2 * (isClock ? SECONDS_A_DAY : 1); step < end; step *= 2) far.push(step);
  return unique([...far, end, ...marked].filter((distance) => distance > near && distance <= end)).sort((a, b) => a - b);
}
