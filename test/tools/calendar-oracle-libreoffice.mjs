// `npm run test:full -- libreoffice`: compares the built calendar with LibreOffice's WORKDAY.INTL and NETWORKDAYS.INTL, given the same holidays, from every day of the span.
// Lists what differs (the first 20 dates) and exits 1. Where LibreOffice is not installed it says so and exits 0.
import { NOT_INSTALLED, convert } from './libreoffice.mjs';

const counts = [-10, 5, 10];
const gap = 14;

/** @param {string} date */
const serial = (date) => Date.parse(date) / 86_400_000 + 25_569;

/** @param {string} formula */
const cell = (formula) => `<table:table-cell table:formula="of:=${formula}"/>`;

/** @param {number} value */
const number = (value) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;

/**
 * @param {string} name
 * @param {readonly string[]} rows
 */
const sheet = (name, rows) =>
  `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;

/**
 * A flat OpenDocument spreadsheet. Its formulas carry no results, so LibreOffice works them out.
 * @param {readonly string[]} dates
 * @param {readonly (readonly string[])[]} holidays for each calendar
 */
function spreadsheet(dates, holidays) {
  const rows = dates.map((date, i) => {
    const own = `[.A${i + 1}]`;
    // TEXT gives plain digits, in whatever way the locale writes dates.
    const formulas = holidays.flatMap((days, column) => {
      const letter = 'ABCDEFGH'[column] ?? '';
      const range = `[$Holidays.$${letter}$1:.$${letter}$${days.length}]`;
      return [
        ...counts.map((n) => `TEXT(COM.MICROSOFT.WORKDAY.INTL(${own};${n};1;${range});&quot;0&quot;)`),
        `COM.MICROSOFT.NETWORKDAYS.INTL(${own}+1;${own}+${gap};1;${range})`,
      ];
    });
    return number(serial(date)) + formulas.map(cell).join('');
  });
  const longest = Math.max(...holidays.map((days) => days.length));
  const columns = Array.from({ length: longest }, (_, i) =>
    holidays.map((days) => (days[i] === undefined ? '<table:table-cell/>' : number(serial(days[i])))).join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>${sheet('Counts', rows)}${sheet('Holidays', columns)}</office:spreadsheet></office:body></office:document>`;
}

/**
 * The values of the first sheet, row by row; undefined where there is no LibreOffice.
 * @param {string} contents
 */
function calculate(contents) {
  const [csv] = convert('counts.fods', contents, 'csv') ?? [];
  return csv?.contents
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').map(Number));
}

const { addDays, addWorkingDays, anyPartOfUk, englandAndWales, northernIreland, scotland, workingDaysBetween } =
  await import('professional-status/calendar');
const calendars = [englandAndWales, scotland, northernIreland, anyPartOfUk];
const dates = [addDays('2011-02-15', 0)];
for (let date = dates[0]; date !== undefined && date < addDays(englandAndWales.span.to, -47);) dates.push((date = addDays(date, 1)));

const values = calculate(
  spreadsheet(
    dates,
    calendars.map(({ holidays }) => holidays.map(({ date }) => date)),
  ),
);
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
