// The Office Script (dist/office-scripts), as Excel keeps it, run on the workbook's own data: what it writes is what the package answers.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { SET_COHORT, SET_EXPLAIN } from 'professional-status/spreadsheet';
import ts from 'typescript';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Workbook } from '../../examples/spreadsheet/office-script.js';
import { cohortCells, eventCells, participantCells } from '../../examples/spreadsheet/data.mjs';
import { FIRST, LAST } from '../../examples/spreadsheet/formulas.mjs';
import { bookOf } from '../../examples/spreadsheet/workbook.mjs';
import { otherCallbacks } from '../tools/office-script.mjs';
import { registers, type Cell } from './workbook-rows.js';

const script = JSON.parse(readFileSync('dist/office-scripts/professional-status.osts', 'utf8')) as Readonly<Record<string, string>>;
const body = script['body'] ?? '';
const source = ts.createSourceFile('script.ts', body, ts.ScriptTarget.Latest, true);

describe('its form is the one in which Excel keeps a script', () => {
  test('a version, a body, and what its parameters are', () => {
    expect(Object.keys(script)).toEqual(['version', 'body', 'description', 'noCodeMetadata', 'parameterInfo', 'apiInfo']);
    expect(JSON.parse(script['apiInfo'] ?? '')).toEqual({ variant: 'synchronous', variantVersion: 2 });
    expect(JSON.parse(script['parameterInfo'] ?? '')).toMatchObject({ signature: { parameters: [{ name: 'workbook' }] } });
  });

  test('all code is in one function, main, whose parameter is the workbook', () => {
    const [main, ...more] = source.statements;
    expect(more).toEqual([]);
    expect(main && ts.isFunctionDeclaration(main) && main.name?.text).toBe('main');
    expect(body).toContain('function main(workbook: ExcelScript.Workbook) {');
  });

  test('it keeps to what the editor takes: no reserved name, no eval, no type any, arrow functions as callbacks', () => {
    const names = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)) names.add(node.text);
      expect(node.kind).not.toBe(ts.SyntaxKind.AnyKeyword);
      ts.forEachChild(node, visit);
    };
    visit(source);
    expect(names.size).toBeGreaterThan(100);
    expect(['eval', 'Function', 'Excel', 'console'].filter((name) => names.has(name))).toEqual([]);
    expect(otherCallbacks(body).map((each) => each.getText())).toEqual([]);
  });
});

describe('run on the workbook', () => {
  const run = runInContext(`${ts.transpile(body)}; main`, createContext({})) as (workbook: Workbook) => string;
  let written: Cell[][];
  beforeEach(() => {
    written = [];
  });

  /** A workbook of Excel with the members that the script uses. */
  function stub(cells: Parameters<typeof bookOf>[0]): Workbook {
    const book = bookOf(cells);
    return {
      getWorksheet: (name) => {
        const sheet = book.getWorksheet(name);
        if (sheet === undefined) return undefined;
        const values = Array.from({ length: sheet.rowCount }, (_, row) =>
          Array.from({ length: sheet.columnCount }, (__, column): Cell => {
            const { value } = sheet.getCell(row + 1, column + 1);
            return typeof value === 'string' || typeof value === 'number' ? value : '';
          }),
        );
        const writable = (row: number, column: number, rows: number, columns: number) => ({
          getValues: () => [],
          setValues: (to: Cell[][]) => {
            expect([to.length, ...new Set(to.map((each) => each.length))]).toEqual([rows, columns]);
            expect([name, sheet.getCell(row, column + 1).value, row + 1, rows]).toEqual([
              'Participants',
              'Checked by the functions (paste)',
              FIRST,
              LAST.Participants - FIRST + 1,
            ]);
            expect(sheet.getCell(row + 1, column + 1).protection.locked).toBe(false);
            written = to;
          },
        });
        return { getUsedRange: () => ({ getValues: () => values, setValues: () => expect.unreachable() }), getRangeByIndexes: writable };
      },
    };
  }
  const dayOf = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

  test.each(registers.map(({ of, cells, days }) => ({ of, cells, days })))(
    '$of: every answer is the package’s, with its reason',
    ({ cells, days }) => {
      let compared = 0;
      for (const asOf of days) {
        expect(run(stub({ ...cells, asOf }))).toBe(`${cells.participantCells.length} participants as of ${dayOf(asOf)}`);
        const [events, cohorts] = [cells.eventCells, cells.cohortCells].map((rows) => rows.map((row) => [...row])) as [Cell[][], Cell[][]];
        const answers = SET_COHORT(events, cohorts, dayOf(asOf)) as Cell[][];
        const reasons = String(SET_EXPLAIN('SET_COHORT', events, cohorts, dayOf(asOf))).split('\n');
        const told = new Map(cells.participantCells.map(([participant], index) => [String(participant), written[index]?.[0]]));
        for (const [index, [participant, , stage, next, whom, due, status, , , lookAt]] of answers.entries()) {
          const reason = (reasons[index] ?? '').slice(`Participant ${String(participant)}: `.length);
          const said = [stage, next, whom, due === '' ? '' : `by ${String(due)}`, status].filter((part) => part !== '').join('; ');
          expect(told.get(String(participant))).toBe(stage === '' ? lookAt : `${said}. ${reason}`);
          compared += 1;
        }
      }
      console.log(`office script: ${compared} answers, 0 differ`);
      expect(compared).toBeGreaterThan(400);
    },
  );

  test('a participant without events, and rows without a participant', () => {
    run(stub({ participantCells: [...participantCells, ['p-none']], eventCells, cohortCells }));
    expect(written[participantCells.length]).toEqual(['no events']);
    expect(written.slice(participantCells.length + 1).every(([text]) => text === '')).toBe(true);
  });

  test('a workbook that is another one is told what it lacks', () => {
    expect(() => run({ getWorksheet: () => undefined })).toThrow('The workbook has no sheet Start.');
  });
});
