// The nearest place on a fact's line at which the outcome is another, to one side of where the fact stands.
import { SECONDS_A_DAY, type Line } from './lines.js';

/** How many days, or whole numbers, are tried one by one to either side: within them what is found is the nearest there is. */
const NEAR = 1000;
const HOURS = 48;

/**
 * Finds the first place to one side that `flips`, the place before it not flipping.
 *
 * Days and numbers are tried one by one up to `NEAR`; instants by the hour for two days, then by the day up to `NEAR`; all of them also at
 * the landmarks, and farther out by steps that double up to the line's end. Between the last place tried that did not flip and the first
 * that did, halving finds the boundary: so what is found flips, and one less does not. An outcome that changes and changes back between
 * two places tried, which only instants and far places can, is not seen.
 */
export function nearest(
  line: Line,
  direction: -1 | 1,
  landmarks: readonly number[],
  flips: (place: number) => boolean,
): number | undefined {
  let before = direction < 0 ? Math.ceil(line.at) : Math.floor(line.at);
  for (const place of places(line, before, direction, landmarks)) {
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

/** The places to try, nearest first. */
function places({ unit, first, last }: Line, from: number, direction: -1 | 1, landmarks: readonly number[]): readonly number[] {
  const steps = unit === 'second' ? secondSteps : oneByOne;
  const end = direction < 0 ? from - first : last - from;
  const far: number[] = [end];
  for (let step = NEAR * 2 * (unit === 'second' ? SECONDS_A_DAY : 1); step < end; step *= 2) far.push(step);
  const marked = landmarks.map((place) => (place - from) * direction);
  const distances = [...steps(), ...far, ...marked].filter((distance) => distance > 0 && distance <= end);
  return [...new Set(distances)].sort((a, b) => a - b).map((distance) => from + direction * distance);
}

function oneByOne(): readonly number[] {
  return Array.from({ length: NEAR }, (_, index) => index + 1);
}

function secondSteps(): readonly number[] {
  return [1, ...Array.from({ length: HOURS }, (_, hour) => (hour + 1) * 3600), ...oneByOne().map((day) => day * SECONDS_A_DAY)];
}
