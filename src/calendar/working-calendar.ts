// A working calendar: a named, versioned, unchanging value that knows which days of its years are working days. Its index is built once, on first use.
import { fromDay, readDay } from './dates.js';
import { fingerprint, type Content, type Holiday, type WorkingCalendar } from './content.js';
import { buildTable, type DayTable } from './day-table.js';
import { readerOf, type Reader } from '../data/reading.js';

const IS_A_CALENDAR = 'must be a calendar such as englandAndWales';

/** The one maker of calendars. Not public: `workingCalendar`, `withGovUkFeed` and `calendarFrom` check what they are given and then use it. */
export class Calendar implements WorkingCalendar {
  readonly id: string;
  readonly span: WorkingCalendar['span'];
  readonly certainty: 'published' | 'projected';
  readonly #content: Content;
  #version: string | undefined;
  #table: DayTable | undefined;

  constructor(id: string, content: Content) {
    this.id = id;
    this.span = Object.freeze({ from: `${content.firstYear}-01-01`, to: `${content.lastYear}-12-31` });
    this.certainty = content.projected.length > 0 ? 'projected' : 'published';
    this.#content = content;
    Object.freeze(this);
  }

  get version(): string {
    return (this.#version ??= `${this.#content.label}+${fingerprint(this.#content, dayTableOf(this).off)}`);
  }

  get holidays(): readonly Holiday[] {
    return Array.from(dayTableOf(this).off).flatMap(([day, { reason, name }]) =>
      reason === 'holiday' ? [{ date: fromDay(day), name }] : [],
    );
  }

  /** What identifies it, for a log or a receipt. */
  toJSON(): Pick<WorkingCalendar, 'id' | 'version' | 'span' | 'certainty'> {
    const { id, version, span, certainty } = this;
    return { id, version, span, certainty };
  }

  static is(value: unknown): value is Calendar {
    return typeof value === 'object' && value !== null && #content in value;
  }

  static dayTableOf(calendar: Calendar): DayTable {
    return (calendar.#table ??= buildTable(calendar, calendar.#content));
  }
}

/** Whether a value is a calendar of this library. Safe for any value: it runs none of its code. */
export function isWorkingCalendar(value: unknown): value is WorkingCalendar {
  return Calendar.is(value);
}

/** The reader of an argument that must be a calendar. */
export const aCalendar: Reader<WorkingCalendar> = /* @__PURE__ */ readerOf(isWorkingCalendar, IS_A_CALENDAR);

/** The index of a calendar already known to be one, with its content. */
export function dayTableOf(calendar: WorkingCalendar): DayTable {
  return Calendar.dayTableOf(calendar as unknown as Calendar);
}

/**
 * Finds a calendar in a version that it has, or had before years were put at its end. The answer is `undefined` where leaving years out gives no such content.
 * What is given is for counting: it has the label of now, and knows days off after its span too, of which it counts none.
 */
export function calendarInVersion(calendar: WorkingCalendar, version: string): WorkingCalendar | undefined {
  if (calendar.version === version) return calendar;
  const { content, off } = dayTableOf(calendar);
  const end = version.lastIndexOf('+');
  for (let lastYear = content.lastYear - 1; lastYear >= content.firstYear; lastYear--) {
    const projected = content.projected.filter((year) => year <= lastYear);
    const earlier = { ...content, lastYear, projected };
    const days = Array.from(off).filter(([day]) => day <= readDay(`${lastYear}-12-31`));
    if (fingerprint(earlier, new Map(days)) === version.slice(end + 1)) return new Calendar(calendar.id, earlier);
  }
  return undefined;
}
