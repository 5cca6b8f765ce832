// A calendar made from another: holidays added and removed, and an office's closures. The base is left as it was.
import { isPlainDate, type PlainDate } from './civil.js';
import { aText, listOf, must, need, objectOf, optional, readArguments, type Reader } from '../data/reading.js';
import { Calendar, aCalendar, tableOf, type Closure, type Holiday, type WorkingCalendar } from './working-calendar.js';

/** What makes a calendar out of another. */
export interface CalendarChanges {
  /** The calendar to start from. */
  readonly base: WorkingCalendar;
  /** Which calendar the new one is, such as `set-offices`. */
  readonly id: string;
  /** Its author's label; a fingerprint of the content is put after it. */
  readonly version: string;
  /** Holidays besides the base's; on a day that is already a holiday, another name for it. */
  readonly add?: readonly Holiday[];
  /** Holidays of the base that are working days here. A moved holiday is one removed and one added. */
  readonly remove?: readonly PlainDate[];
  /** Days on which the office is closed. */
  readonly closures?: readonly Closure[];
}

/**
 * Makes a calendar from another by adding and removing holidays and closing offices. The span, and what a feed may later replace, are the base's.
 *
 * @throws InvalidFacts if an option is malformed, a date is outside the base's span, a removed date is not one of its holidays, or a closure ends before it begins.
 * @since 0.1.0
 * @example
 * ```ts
 * workingCalendar({ base: englandAndWales, id: 'set-offices', version: '2021', closures: [{ from: '2021-12-24', to: '2022-01-03', name: 'Winter closure' }] }).id // => 'set-offices'
 * ```
 */
export function workingCalendar(changes: CalendarChanges): WorkingCalendar {
  const { base } = readArguments({ base: aCalendar }, changes, true);
  const { from: first, to: last } = base.span;
  const inSpan = must<PlainDate>(
    (value) => isPlainDate(value) && first <= value && value <= last,
    `must be a date in the base's span, ${first} to ${last}`,
  );
  const holidays = new Set<unknown>(base.holidays.map(({ date }) => date));
  const aHoliday = must<PlainDate>((value) => holidays.has(value), 'must be a holiday of the base');
  const aClosure: Reader<Required<Closure>> = (notes, value, path) => {
    const { from, to = from, name } = objectOf({ from: inSpan, to: optional(inSpan), name: aText })(notes, value, path);
    need(notes, !isPlainDate(from) || !isPlainDate(to) || from <= to, path, 'must not end before it begins', to);
    return { from, to, name };
  };
  const {
    id,
    version,
    add = [],
    remove = [],
    closures = [],
  } = readArguments(
    {
      base: aCalendar,
      id: aText,
      version: aText,
      add: optional(listOf(objectOf({ date: inSpan, name: aText }))),
      remove: optional(listOf(aHoliday)),
      closures: optional(listOf(aClosure)),
    },
    changes,
  );
  const content = tableOf(base).content;
  return new Calendar(id, { ...content, label: version, changes: [...content.changes, { add, remove, closures }] });
}
