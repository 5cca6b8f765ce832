// The three divisions of the United Kingdom that have bank holidays of their own, under GOV.UK's names, and how their days become one list.
import type { PlainDate } from './civil.js';
import type { Holiday } from './holiday.js';

export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

const IN_WORDS: Readonly<Record<Division, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export interface DivisionHolidays {
  readonly division: Division;
  readonly holidays: readonly Holiday[];
}

/** Puts divisions together: a holiday of all of them once, and any other named after those that have it, as in "Scotland: St Andrew’s Day". */
export function mergeDivisions(lists: readonly DivisionHolidays[]): readonly Holiday[] {
  const where = new Map<string, Set<string>>();
  for (const { division, holidays } of lists) {
    for (const { date, name } of holidays) where.set(date + name, (where.get(date + name) ?? new Set()).add(IN_WORDS[division]));
  }
  return Array.from(where, ([key, divisions]) => {
    const name = key.slice(10);
    return { date: key.slice(0, 10) as PlainDate, name: divisions.size < lists.length ? `${[...divisions].join(', ')}: ${name}` : name };
  });
}
