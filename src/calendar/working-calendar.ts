// A working calendar: a named, versioned, unchanging value that knows which days of its years are working days. Its index is built once, on first use.
import { fromDay, readDay } from './dates.js';
import { fingerprint, type Content, type Holiday, type WorkingCalendar } from './content.js';
import { buildTable, type DayTable } from './day-table.js';
import { safely } from '../data/issues.js';
import { isObject } from '../data/objects.js';
import { check, type Reader } from '../data/reading.js';

/** Under which a calendar tells another copy of the package what it is made of. */
const CONTENT: unique symbol = /* @__PURE__ */ Symbol.for('professional-status/calendar') as never;

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
    Object.defineProperty(this, CONTENT, { get: () => ({ ...content, official: content.official() }) });
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

type Foreign = WorkingCalendar & { readonly [CONTENT]: Omit<Content, 'official'> & { readonly official: readonly Holiday[] } };

/** Calendars of other copies of the package, each with the one made here of its content; none where that is not sound. */
const adoptedCalendars: WeakMap<object, Calendar | false> = /* @__PURE__ */ new WeakMap();

/** Returns a calendar of this copy of the package: the very value, or one of the same content and version where another copy made it. Safe for any value. */
function ownCalendar(value: unknown): WorkingCalendar | undefined {
  if (Calendar.is(value)) return value;
  if (!isObject(value)) return undefined;
  const known = adoptedCalendars.get(value) ?? (safely(() => adoptedFrom(value as Foreign)) || false);
  adoptedCalendars.set(value, known);
  return known || undefined;
}

/** Makes the same calendar of the content under the key that calendars share, if its days and its version are those that the content has. */
function adoptedFrom(foreign: Foreign): Calendar | undefined {
  const { official, ...content } = foreign[CONTENT];
  if (!(content.firstYear >= 1901 && content.lastYear <= 2198)) return undefined;
  const own = new Calendar(foreign.id, { ...content, official: () => official });
  return own.version === foreign.version ? own : undefined;
}

/** Tells whether a value is a calendar of this library, of whichever copy. Safe for any value. */
export function isWorkingCalendar(value: unknown): value is WorkingCalendar {
  return ownCalendar(value) !== undefined;
}

/** Reads an argument that must be a calendar: one of another copy is read as one of this. */
export const aCalendar: Reader<WorkingCalendar> = (issues, value, path) => {
  const own = ownCalendar(value);
  const why = isCopy(value) ? ': this is a copy without its days, as structuredClone makes it' : '';
  check(issues, own !== undefined, path, `must be a calendar such as englandAndWales${why}`, value);
  return own as WorkingCalendar; // of no use where there are issues
};

/** Tells whether a value is what structuredClone, a worker or JSON leaves of a calendar. */
function isCopy(value: unknown): boolean {
  return safely(() => isObject(value) && ['id', 'span', 'certainty'].every((key) => Object.hasOwn(value, key))) === true;
}

/** Returns the index of a calendar already known to be one, with its content. */
export function dayTableOf(calendar: WorkingCalendar): DayTable {
  return Calendar.dayTableOf(ownCalendar(calendar) as unknown as Calendar);
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
