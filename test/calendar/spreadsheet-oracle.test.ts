// Agreement with the WORKDAY.INTL and NETWORKDAYS.INTL of a spreadsheet engine that is given the same holidays, from every day of the span.
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  englandAndWales,
  workingDaysBetween,
  type PlainDate,
  type WorkingCalendar,
} from '../../src/calendar/index.js';
import { calendars, datesOf, daysOffOf } from './support.js';

const serial = (date: string): number => Date.parse(date) / 86_400_000 + 25_569;
const dates = datesOf('2011-02-15', addDays(englandAndWales.span.to, -46)); // so that no count leaves the span
const counts = [-10, 5, 10];
const gap = 14;

describe('a spreadsheet', () => {
  it.each(calendars)('agrees on $id', { timeout: 60_000 }, (calendar) => {
    const rows = valuesOf(calendar);
    const wrong = dates.filter((date, i) => {
      const ours = [
        ...counts.map((n) => serial(addWorkingDays(date, n, calendar))),
        workingDaysBetween(date, addDays(date, gap), calendar),
      ];
      return ours.join() !== rows[i]?.join();
    });
    expect(wrong).toEqual([]);
    expect(dates.length * (counts.length + 1) * calendars.length).toBeGreaterThan(100_000);
  });
});

/** A row for each date: where each count ends, and the working days of the fortnight that follows. */
function valuesOf(calendar: WorkingCalendar): readonly (readonly unknown[])[] {
  const holidays = [...daysOffOf(calendar)].map((date: PlainDate) => [serial(date)]);
  const range = `Holidays!$A$1:$A$${holidays.length}`;
  const formulas = dates.map((date) => [
    ...counts.map((n) => `=WORKDAY.INTL(${serial(date)},${n},1,${range})`),
    `=NETWORKDAYS.INTL(${serial(date) + 1},${serial(date) + gap},1,${range})`,
  ]);
  const engine = HyperFormula.buildFromSheets({ Holidays: holidays, Counts: formulas }, { licenseKey: 'gpl-v3' });
  const values = engine.getSheetValues(1);
  engine.destroy();
  return values;
}
