// Which open deadlines a changed calendar moves, from what to what, and because of which days.
import { aCount, aDate, fromDay, type PlainDate } from './dates.js';
import { isWorking, type DayTable } from './day-table.js';
import type { Instant } from './instants.js';
import { throwIfAny, type Issue, type Path } from '../data/issues.js';
import { readOnce } from '../data/copies.js';
import { aText, check, listOf, objectOf, optional, readArguments } from '../data/reading.js';
import { aCalendar, dayTableOf } from './working-calendar.js';
import type { WorkingCalendar } from './content.js';
import { addWorkingDays } from './working-days.js';

/** What is read of a deadline: only one counted in working days can move. @since 0.1.0 */
export type CalendarDeadline = { readonly due: PlainDate | Instant } & (
  | { readonly set: 'by-cohort' }
  | {
      readonly set: 'by-count';
      readonly countedFrom: PlainDate;
      readonly span: { readonly workingDays: number } | { readonly months: number } | { readonly days: number };
    }
);

/** A day that one calendar has off and the other has not. @since 0.1.0 */
export interface ChangedDay {
  readonly date: PlainDate;
  /** Name of the holiday or closure. */
  readonly name: string;
  /** `added` when it is off in the later calendar only, `removed` when it was off in the earlier one only. */
  readonly change: 'added' | 'removed';
}

/** A deadline that moves. @since 0.1.0 */
export interface MovedDeadline<D> {
  /** The deadline as it was handed in. */
  readonly deadline: D;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The days that move it, in order of date. */
  readonly because: readonly ChangedDay[];
}

/**
 * Finds the deadlines that move when one calendar takes another's place. Those not counted in working days never move.
 *
 * @throws InvalidFacts if an argument is malformed, or a deadline's `due` is not its count by `before`; OutsideCalendar if either calendar does not cover a count.
 * @since 0.1.0
 * @example
 * ```ts
 * movedDeadlines([{ due: '2021-04-06', set: 'by-count', countedFrom: '2021-04-01', span: { workingDays: 1 } }], englandAndWales, scotland)[0]?.to // => '2021-04-05'
 * movedDeadlines([{ due: '2021-03-31T17:00:00+01:00', set: 'by-cohort' }], englandAndWales, scotland) // => []
 * ```
 */
export function movedDeadlines<D extends CalendarDeadline>(
  deadlines: readonly D[],
  before: WorkingCalendar,
  after: WorkingCalendar,
): readonly MovedDeadline<D>[] {
  const kind = objectOf({ span: optional(objectOf({ workingDays: optional(aCount) }, true)) }, true);
  const count = objectOf({ due: aText, countedFrom: aDate }, true);
  const aDeadline = (issues: Issue[], value: unknown, path: Path) => {
    const given = readOnce(value);
    const n = kind(issues, given, path).span?.workingDays;
    return n === undefined ? [] : [{ deadline: value as D, path, n, ...count(issues, given, path) }];
  };
  const read = readArguments({ deadlines: listOf(aDeadline, 100_000), before: aCalendar, after: aCalendar }, { deadlines, before, after });

  const issues: Issue[] = [];
  const changed = changedDays(dayTableOf(before), dayTableOf(after));
  const moved = read.deadlines.flat().flatMap(({ deadline, path, n, due, countedFrom }): readonly MovedDeadline<D>[] => {
    const from = addWorkingDays(countedFrom, n, before);
    const to = addWorkingDays(countedFrom, n, after);
    check(issues, due === from, [...path, 'due'], `must be ${from}, by the calendar before`, due);
    if (from === to) return [];
    const [first = from, , last = to] = [countedFrom, from, to].sort();
    const because = changed.filter(({ date }) => date !== countedFrom && first <= date && date <= last);
    return [{ deadline, from, to, because }];
  });
  throwIfAny(issues);
  return moved;
}

/** Returns the days that both tables cover and only one has as a working day. */
function changedDays(old: DayTable, now: DayTable): readonly ChangedDay[] {
  const changed: ChangedDay[] = [];
  for (let day = Math.max(old.first, now.first); day <= Math.min(old.last, now.last); day++) {
    const added = isWorking(old, day);
    if (added === isWorking(now, day)) continue;
    const { name } = (added ? now : old).off.get(day) as { readonly name: string }; // weekends are weekends in both
    changed.push(Object.freeze({ date: fromDay(day), name, change: added ? 'added' : 'removed' }));
  }
  return changed;
}
