// The workbook calculates: its plain formulas, worked out by a spreadsheet engine and by LibreOffice, give what the functions give, on the worked example, on made-up participants and on thousands of dates.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { englandAndWales } from 'professional-status/calendar';
import { HyperFormula, type RawCellContent } from 'hyperformula';
import { describe, expect, test } from 'vitest';
import { FIRST, LAST } from '../../examples/spreadsheet/formulas.mjs';
import { named } from '../../examples/spreadsheet/named.mjs';
import { bookOf, NAMES, workbook } from '../../examples/spreadsheet/workbook.mjs';
import {
  comparedParticipants,
  dateDays,
  dateRows,
  differingDates,
  registers,
  withFormulas,
  type Rows,
  type Values,
} from '../spreadsheet/workbook-rows.js';
import { convert } from '../tools/libreoffice.mjs';

const path = 'examples/spreadsheet/cohort.xlsx';

test('the committed workbook is up to date: if not, `npm run update -- workbook`', async () => {
  expect((await workbook()).equals(readFileSync(path))).toBe(true);
});

const read = async (): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
};

test('it has a sheet to begin with, one for each table, 200 rows for participants, and nothing worked out beforehand', async () => {
  const book = await read();
  const shown = book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
  expect(shown).toEqual(['Start', 'Participants', 'Cohorts', 'Events', 'Appeals', 'Award appeals', 'Holidays']);
  expect(LAST.Participants - FIRST + 1).toBe(200);
  expect(book.getWorksheet('Participants')?.getCell(`C${LAST.Participants}`).formula).toMatch(/^IF\(R204=1,/);
  const formulas = book.worksheets.flatMap((sheet) => {
    const found: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => (cell.formula ? found.push(cell.result) : undefined)));
    return found;
  });
  expect(formulas.length).toBeGreaterThan(20_000);
  expect(formulas.every((result) => result === undefined)).toBe(true);
  expect(englandAndWales.holidays.length).toBeLessThan(LAST.Holidays - FIRST);
});

test('the guide says for how many rows each sheet has room', () => {
  const [, told = ''] = /has room for ([^.]+)\./.exec(readFileSync('docs/spreadsheets.md', 'utf8').replaceAll('\n', ' ')) ?? [];
  const rooms = Object.entries(LAST).map(([sheet, last]) => `${(last - FIRST + 1).toLocaleString('en-GB')} ${sheet.toLowerCase()}`);
  expect(told.split(/, | and /).sort()).toEqual(rooms.sort());
});

test('formulas are locked without a password, and what is typed is not; heads stay, repeat in print, and can be filtered', async () => {
  for (const sheet of (await read()).worksheets.filter(({ name, state }) => name !== 'Start' && state === 'visible')) {
    const { sheetProtection } = sheet as unknown as { readonly sheetProtection: Readonly<Record<string, unknown>> };
    expect(sheetProtection).toMatchObject({ sheet: true });
    expect(sheetProtection['hashValue']).toBeUndefined();
    expect([
      sheet.getCell(`A${FIRST}`).protection.locked,
      sheet.getCell(`A${LAST[sheet.name as keyof typeof LAST]}`).protection.locked,
    ]).toEqual([false, false]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: FIRST - 1 });
    expect(sheet.pageSetup.printTitlesRow).toBe(`${FIRST - 1}:${FIRST - 1}`);
    expect(sheet.autoFilter).toBeTruthy();
    sheet.eachRow((row, at) =>
      row.eachCell((cell) => {
        if (at >= FIRST && cell.formula) expect((cell.protection as Partial<ExcelJS.Protection> | undefined)?.locked ?? true).toBe(true);
      }),
    );
  }
});

test('a column shows dates in one way, whatever the example had in its rows, and a day without a time by the day alone', async () => {
  const book = await read();
  for (const [name, columns] of Object.entries({ Participants: 'F', Cohorts: 'DE', Events: 'C', Appeals: 'B' }))
    for (const column of columns) {
      const sheet = book.getWorksheet(name) as ExcelJS.Worksheet & {
        readonly conditionalFormattings: readonly { ref: string; rules: readonly { formulae: string[]; style: { numFmt: unknown } }[] }[];
      };
      const last = LAST[name as keyof typeof LAST];
      const formats = Array.from({ length: last - FIRST + 1 }, (_, row) => sheet.getCell(`${column}${FIRST + row}`).numFmt);
      expect(new Set(formats)).toEqual(new Set(['dd/mm/yyyy hh:mm']));
      const rules = sheet.conditionalFormattings.find(({ ref }) => ref === `${column}${FIRST}:${column}${last}`)?.rules ?? [];
      expect(rules.at(-1)?.formulae).toEqual([`AND(ISNUMBER($${column}5),INT($${column}5)=$${column}5)`]);
      for (const { style } of rules) expect(JSON.stringify(style.numFmt)).toContain('dd/mm/yyyy"');
    }
});

test('what is dated after the day does not count yet: an appeal, an answer and an event', () => {
  const day = 44_367; // 20 June 2021
  const engine = engineOf(
    bookOf({
      asOf: day,
      participantCells: [['p-1']],
      cohortCells: [],
      eventCells: [],
      appealCells: [
        ['p-1', day + 1, ''],
        ['p-1', day - 3, day + 1],
        ['p-1', day - 3, day],
        ['p-1', day - 30, day + 1],
      ],
    }),
  );
  expect(
    valuesOf(engine)('Appeals')
      .slice(0, 4)
      .map((row) => row.slice(4, 6)),
  ).toEqual([
    ['after this day', ''],
    ['pending', 9],
    ['in time', ''],
    ['overdue', -10],
  ]);
});

/** A file of the workbook, as it is packed. */
function packed(name: string): string {
  const archive = readFileSync(path);
  let at = archive.readUInt32LE(archive.length - 6); // of the list of files, from the end of an archive without a comment
  while (archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28)) !== name)
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  const from = archive.readUInt32LE(at + 42);
  const start = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28);
  return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8');
}

describe('the named functions of Excel', () => {
  const stored = [...packed('xl/workbook.xml').matchAll(/<definedName name="(SET_\w+)">([^<]*)<\/definedName>/g)].map(
    ([, name, text = '']) => ({
      name,
      formula: text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    }),
  );

  test('are stored, every one, with the marks that its file format asks for', () => {
    expect(stored.map(({ name, formula }) => ({ name, formula: formula.replaceAll(/_xl(?:fn|pm)\./g, '') }))).toEqual(
      named.map(({ name, parameters, formula }) => ({ name, formula: `LAMBDA(${[...parameters, formula].join(',')})` })),
    );
    for (const { formula } of stored) {
      const calls = [...formula.replaceAll(/"[^"]*"/g, '""').matchAll(/([\w.]+)\(/g)].map(([, name = '']) => name);
      expect(
        calls.filter(
          (name) =>
            !(
              since2007.has(name) ||
              /^_xlfn\.(?:LAMBDA|LET|MAP|REDUCE|SEQUENCE|HSTACK|SWITCH)$/.test(name) ||
              /^(?:SET_|_xlpm\.)/.test(name)
            ),
        ),
      ).toEqual([]);
      expect(formula.startsWith('_xlfn.LAMBDA(_xlpm.')).toBe(true);
    }
  });

  test('are used by no cell, so that nothing depends on them where a spreadsheet has no LAMBDA', async () => {
    for (const sheet of (await read()).worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula || '').not.toMatch(/SET_|_xlfn/)));
  });
});
/** The functions that Excel has under their own names in a file, of those that are used. */
const since2007 = new Set(
  'IF AND OR NOT ABS INT MIN MAX SUM ROUND ROWS INDEX MATCH SMALL ISNUMBER ISTEXT IFERROR EDATE DAY TEXT VALUE LEN LEFT MID FIND SEARCH TRIM LOWER SUBSTITUTE WORKDAY.INTL NETWORKDAYS.INTL'.split(
    ' ',
  ),
);

/** The workbook in a spreadsheet engine, in which cells can be changed. */
function engineOf(book: ExcelJS.Workbook): HyperFormula {
  const sheets = book.worksheets.map((sheet) => {
    const rows = Array.from({ length: sheet.rowCount }, (_, line) =>
      Array.from({ length: sheet.columnCount }, (__, column): RawCellContent => {
        const cell = sheet.getCell(line + 1, column + 1);
        return cell.formula ? `=${cell.formula}` : (cell.value as RawCellContent);
      }),
    );
    return [sheet.name, rows] as const;
  });
  const names = Object.entries(NAMES).map(([name, range]) => ({ name, expression: `=${range}` }));
  return HyperFormula.buildFromSheets(Object.fromEntries(sheets), { licenseKey: 'gpl-v3', useColumnIndex: true }, names);
}
const valuesOf =
  (engine: HyperFormula): Values =>
  (sheet) =>
    engine.getSheetValues(engine.getSheetId(sheet) ?? 0).slice(FIRST - 1);
function change(engine: HyperFormula, sheet: string, cell: string, to: RawCellContent): void {
  const address = engine.simpleCellAddressFromString(cell, engine.getSheetId(sheet) ?? 0);
  if (address === undefined) throw new Error(cell);
  engine.setCellContents(address, [[to]]);
}

describe.each(registers)('$of', ({ of, cells, days }) => {
  const engine = engineOf(bookOf(cells));
  test('the workbook says what SET_COHORT says, on days throughout', () => {
    const compared = days
      .filter((_, index) => index % 4 === 0)
      .flatMap((day) => {
        change(engine, 'Start', 'B3', day);
        return comparedParticipants(cells, day, valuesOf(engine)).map((each) => ({ day, ...each }));
      });
    const asked = compared.filter(({ answer }) => answer[2] === '').length;
    console.log(
      `workbook: ${of}, ${compared.length} participants on days, ${asked} asked about first, ${compared.filter(({ same }) => !same).length} differ`,
    );
    expect(compared.filter(({ same }) => !same).slice(0, 5)).toEqual([]);
    expect(compared.length - asked).toBeGreaterThan(60);
  });
});

test('an event, a deadline and a new participant change the answers as they change those of the functions', () => {
  const { cells, days } = registers[0] as (typeof registers)[number];
  const day = days[8] as number;
  const engine = engineOf(bookOf({ ...cells, asOf: day }));
  const before = comparedParticipants(cells, day, valuesOf(engine)).map(({ row }) => row);
  const changed = {
    ...cells,
    cohortCells: cells.cohortCells.map((row) => row.map((cell, column) => (row[0] === 'qtls-2021-10' && column === 3 ? day - 1 : cell))),
    eventCells: [
      ...cells.eventCells.map((row) => row.map((cell, column) => (column === 2 && row[1] === 'status awarded' ? day + 1 : cell))),
      ['p-new', 'registered', day - 30, 'qtls-2021-10'],
    ],
    participantCells: [...cells.participantCells, ['p-new']],
  };
  engine.batch(() => {
    for (const [sheet, rows] of [
      ['Cohorts', changed.cohortCells],
      ['Events', changed.eventCells],
      ['Participants', changed.participantCells],
    ] as const) {
      engine.setCellContents(
        { sheet: engine.getSheetId(sheet) ?? 0, row: FIRST - 1, col: 0 },
        rows.map((row) => row.map((cell) => (cell === '' ? null : cell)) as RawCellContent[]),
      );
    }
  });
  const after = comparedParticipants(changed, day, valuesOf(engine));
  expect(after.filter(({ same }) => !same)).toEqual([]);
  expect(after.at(-1)?.row.slice(0, 3)).toEqual(['p-new', 'qtls-2021-10', 'registered']);
  const answersNow = after.filter(({ row }, index) => JSON.stringify(row.slice(0, 9)) !== JSON.stringify(before[index]?.slice(0, 9)));
  expect(answersNow.length).toBeGreaterThan(5);
  expect(comparedParticipants(cells, day, valuesOf(engine)).filter(({ same }) => !same).length).toBeGreaterThan(5); // the comparison sees a difference
});

/** A workbook with nobody in it, and a sheet of single dates. */
function bookOfDates(rows: Rows, asOf: number): ExcelJS.Workbook {
  const book = bookOf({ asOf, participantCells: [], eventCells: [], cohortCells: [], appealCells: [] });
  book.addWorksheet('Rows').addRows(withFormulas(rows));
  return book;
}

test('the formulas of single dates give what the functions give', () => {
  const some = dateRows.filter((_, index) => index % Math.ceil(dateRows.length / 200) === 0);
  const engine = engineOf(bookOfDates(some, 0));
  const differ = dateDays.flatMap((day) => {
    change(engine, 'Start', 'B3', day);
    return differingDates(some, day, engine.getSheetValues(engine.getSheetId('Rows') ?? 0));
  });
  console.log(`workbook: ${some.length} rows on ${dateDays.length} days, ${differ.length} differ`);
  expect(differ.slice(0, 5)).toEqual([]);
});

// `npm run test:full -- libreoffice`: on every day and every row, where LibreOffice is installed.
describe.runIf(process.env['GATES'] === 'full')('by LibreOffice', { timeout: 600_000 }, () => {
  const isMissing = spawnSync('soffice', ['--version']).error !== undefined;
  /** CSV of every sheet: comma, quotation mark, UTF-8, from the first line; numbers by their content, dates month first. */
  const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const cellOf = (text: string): unknown => {
    const [, month, day, year, time = '00:00:00'] = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d))?$/.exec(text) ?? [];
    if (year !== undefined) return Date.parse(`${year}-${month}-${day}T${time}Z`) / 86_400_000 + 25_569;
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  const workedOut = async (book: ExcelJS.Workbook): Promise<Values> => {
    const sheets = convert('cohort.xlsx', Buffer.from(await book.xlsx.writeBuffer()), everySheet);
    return (name) => {
      const text = sheets.find((each) => each.name === `cohort-${name}.csv`)?.contents ?? '';
      const rows: readonly (readonly string[])[] = parse(text, { relax_column_count: true, bom: true });
      return rows.map((row) => row.map(cellOf));
    };
  };

  test.skipIf(isMissing).each(registers)('the workbook says what SET_COHORT says: $of', async ({ cells, days }) => {
    for (const asOf of days) {
      const values = await workedOut(bookOf({ ...cells, asOf }));
      const compared = comparedParticipants(cells, asOf, (sheet) => values(sheet).slice(FIRST - 1));
      expect(compared.length).toBeGreaterThan(0);
      expect(compared.filter(({ same }) => !same)).toEqual([]);
    }
  });

  test.skipIf(isMissing).each(dateDays)('single dates as of %d', async (asOf) => {
    const values = (await workedOut(bookOfDates(dateRows, asOf)))('Rows');
    expect(values).toHaveLength(dateRows.length);
    expect(differingDates(dateRows, asOf, values)).toEqual([]);
  });
});
