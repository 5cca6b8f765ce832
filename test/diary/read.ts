// A diary as an independent parser reads it: ical.js, with the clock of London that the diary itself carries.
import ICAL from 'ical.js';

export interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  /** `2021-01-11` for a whole day, else the instant in UTC. */
  readonly start: string;
  readonly isAllDay: boolean;
  readonly transparent: boolean;
}

/** Reads what a host's calendar would read, by UID, in the order of the diary. */
export function read(text: string): ReadonlyMap<string, Entry> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  const entries = calendar.getAllSubcomponents('vevent').map((component): [string, Entry] => {
    const value = (name: string): string => String(component.getFirstPropertyValue(name));
    const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
    if (component.getFirstProperty('dtstart')?.getParameter('tzid') === 'Europe/London') start.zone = zone;
    return [
      value('uid'),
      {
        uid: value('uid'),
        sequence: Number(value('sequence')),
        stamp: value('dtstamp'),
        status: value('status'),
        summary: value('summary'),
        description: value('description'),
        start: start.isDate ? start.toString() : start.toJSDate().toISOString(),
        isAllDay: start.isDate,
        transparent: value('transp') === 'TRANSPARENT',
      },
    ];
  });
  return new Map(entries);
}
