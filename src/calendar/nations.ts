// The calendars of the three nations and of all of them together. Each can be used without the others' tables being bundled; none is read before its first use.
import {
  EVERYWHERE,
  FIRST_YEAR,
  IN_ENGLAND_AND_WALES,
  IN_NORTHERN_IRELAND,
  IN_SCOTLAND,
  LAST_YEAR,
  NOT_IN_SCOTLAND,
} from './bank-holidays.js';
import type { NonEmpty } from '../data/issues.js';
import type { PlainDate } from './dates.js';
import { mergeDivisions, type Division, type Holiday, type WorkingCalendar } from './content.js';
import { Calendar } from './working-calendar.js';

/** Makes a calendar from its divisions and their holidays, which are read when first asked for. That of one division goes by its name. */
/* @__NO_SIDE_EFFECTS__ */
function officialCalendar(divisions: NonEmpty<Division>, official: () => readonly Holiday[], id: string = divisions[0]): WorkingCalendar {
  const label = `official-${FIRST_YEAR}-${LAST_YEAR}`;
  return new Calendar(id, { label, divisions, firstYear: FIRST_YEAR, lastYear: LAST_YEAR, projected: [], official, changes: [] });
}

const inEnglandAndWales = (): readonly Holiday[] => readTables([EVERYWHERE, NOT_IN_SCOTLAND, IN_ENGLAND_AND_WALES]);
const inScotland = (): readonly Holiday[] => readTables([EVERYWHERE, IN_SCOTLAND]);
const inNorthernIreland = (): readonly Holiday[] => readTables([EVERYWHERE, NOT_IN_SCOTLAND, IN_NORTHERN_IRELAND]);

function readTables(tables: readonly string[]): readonly Holiday[] {
  return tables
    .join('')
    .split('\n')
    .flatMap((line) => {
      const [name = '', held = ''] = line.split(': ');
      const [month = '', ...days] = held.split(' ');
      if (month.length > 2) return { date: month as PlainDate, name };
      return days.flatMap((day, i) => {
        const [at, on] = day.length > 2 ? [day.slice(0, 2), day.slice(2)] : [month, day];
        return day === '--' ? [] : { date: `${FIRST_YEAR + i}-${at}-${on}` as PlainDate, name };
      });
    });
}

/**
 * Covers England and Wales, with the official dates of every year from 2011 to the last one published: its `span`, both days inclusive.
 *
 * @example addWorkingDays('2020-12-23', 10, englandAndWales) // => '2021-01-11'
 * @since 0.1.0
 */
export const englandAndWales: WorkingCalendar = /* @__PURE__ */ officialCalendar(['england-and-wales'], inEnglandAndWales);

/**
 * Covers Scotland, with the official dates of the same years. Scotland has 2 January, the first Monday of August and St Andrew’s Day,
 * and not Easter Monday.
 *
 * @since 0.1.0
 * @example
 * ```ts
 * isWorkingDay('2021-04-05', scotland) // => true
 * isWorkingDay('2021-04-05', englandAndWales) // => false
 * ```
 */
export const scotland: WorkingCalendar = /* @__PURE__ */ officialCalendar(['scotland'], inScotland);

/**
 * Covers Northern Ireland, with the official dates of the same years. Northern Ireland has St Patrick’s Day and the Battle of the Boyne besides.
 *
 * @example isWorkingDay('2021-07-12', northernIreland) // => false
 * @since 0.1.0
 */
export const northernIreland: WorkingCalendar = /* @__PURE__ */ officialCalendar(['northern-ireland'], inNorthernIreland);

/**
 * Covers the whole United Kingdom over the same years: a holiday in any nation is not a working day. A holiday that not every nation
 * has is named after those that have it: "Scotland: St Andrew’s Day".
 *
 * @example addWorkingDays('2021-03-16', 1, anyPartOfUk) // => '2021-03-18'
 * @since 0.1.0
 */
export const anyPartOfUk: WorkingCalendar = /* @__PURE__ */ officialCalendar(
  ['england-and-wales', 'scotland', 'northern-ireland'],
  () =>
    mergeDivisions([
      ['england-and-wales', inEnglandAndWales()],
      ['scotland', inScotland()],
      ['northern-ireland', inNorthernIreland()],
    ]),
  'any-part-of-uk',
);

export const calendarsOfNations: () => readonly [WorkingCalendar, ...WorkingCalendar[]] = () => [
  englandAndWales,
  scotland,
  northernIreland,
  anyPartOfUk,
];
