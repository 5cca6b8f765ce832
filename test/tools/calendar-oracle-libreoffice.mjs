// `npm run test:full -- libreoffice`: compares the built calendar with LibreOffice's WORKDAY.INTL and NETWORKDAYS.INTL, given the same holidays, from every day of the span.
// Lists what differs (the first 20 dates) and exits 1. Where LibreOffice is not installed it says so and exits 0.
import ExcelJS from 'exceljs';
import { NOT_INSTALLED, convert } from './libreoffice.mjs';

const counts = [-10, 5, 10];
const gap = 14;

/** @param {string} date */
const serial = (date) => Date.parse(date) / 86_400_000 + 25_569;

const { addDays, addWorkingDays, anyPartOfUk, englandAndWales, northernIreland, scotland, workingDaysBetween } =
  await import('professional-status/calendar');
const calendars = [englandAndWales, scotland, northernIreland, anyPartOfUk];
const dates = [addDays('2011-02-15', 0)];
for (let date = dates[0]; date !== undefined && date < addDays(englandAndWales.span.to, -47);) dates.push((date = addDays(date, 1)));

// The formulas carry no results, so LibreOffice works them out. TEXT gives plain digits, in whatever way the locale writes dates.
const book = new ExcelJS.Workbook();
const [sheet, lists] = [book.addWorksheet('Counts'), book.addWorksheet('Holidays')];
const ranges = calendars.map(({ holidays }, at) => {
  lists.getColumn(at + 1).values = holidays.map(({ date }) => serial(date));
  return `Holidays!$${'ABCD'[at]}$1:$${'ABCD'[at]}$${holidays.length}`;
});
dates.forEach((date, at) => {
  const own = `A${at + 1}`;
  const formulas = ranges.flatMap((range) => [
    ...counts.map((n) => `TEXT(WORKDAY.INTL(${own},${n},1,${range}),"0")`),
    `NETWORKDAYS.INTL(${own}+1,${own}+${gap},1,${range})`,
  ]);
  sheet.addRow([serial(date), ...formulas.map((formula) => ({ formula }))]);
});
const [csv] = convert('counts.xlsx', Buffer.from(await book.xlsx.writeBuffer()), 'csv') ?? [];
const values = csv?.contents
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => line.split(',').map(Number));
if (values === undefined) {
  console.log(NOT_INSTALLED);
} else {
  const wrong = dates.flatMap((date, i) => {
    const ours = calendars.flatMap((calendar) => [
      ...counts.map((n) => serial(addWorkingDays(date, n, calendar))),
      workingDaysBetween(date, addDays(date, gap), calendar),
    ]);
    const theirs = values[i]?.slice(1) ?? [];
    return ours.join() === theirs.join() ? [] : [`${date}: ours ${ours.join(' ')}, LibreOffice's ${theirs.join(' ')}`];
  });
  for (const line of wrong.slice(0, 20)) console.log(line);
  console.log(`${dates.length * calendars.length * (counts.length + 1)} comparisons with LibreOffice, ${wrong.length} dates that differ`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
