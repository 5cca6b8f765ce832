// The named functions for Excel (dist/excel), as the text that is shipped, worked out by an engine that knows LAMBDA: each gives what the function of the package gives.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { Model } from '@ironcalc/wasm';
import * as functions from 'professional-status/spreadsheet';
import type { CellInput, CellOutput } from 'professional-status/spreadsheet';
import { beforeAll, describe, expect, test } from 'vitest';
import { agrees, dateDays, dateRows, type Cell } from '../tools/workbook-rows.mjs';
import { rows, type Shown } from './rows.js';

const text = readFileSync('dist/excel/professional-status.txt', 'utf8');
const named = [...text.matchAll(/^\/\*\* (.*) \*\/\n(SET_\w+) = (LAMBDA\(.*\));$/gm)].map(([, says = '', name = '', formula = '']) => ({
  says,
  name,
  formula,
}));

/** What an engine makes of formulas, each of cells of its own: blanks are empty cells. */
function workedOut(calls: readonly { readonly name: string; readonly cells: readonly Cell[] }[]): readonly unknown[] {
  const model = new Model('named', 'en-GB', 'Europe/London', 'en');
  model.pauseEvaluation(); // every change would be worked out at once
  for (const { name, formula } of named) model.newDefinedName(name, null, formula);
  calls.forEach(({ name, cells }, index) => {
    const row = index + 1;
    cells.forEach((cell, column) => {
      if (cell !== '') model.setUserInput(0, row, column + 2, typeof cell === 'number' ? String(cell) : String(cell));
    });
    model.setUserInput(0, row, 1, `=${name}(${cells.map((_, column) => `${'BCDEF'[column] ?? ''}${row}`).join(',')})`);
  });
  model.evaluate();
  const answers = calls.map((_, index) => {
    const shown = model.getFormattedCellValue(0, index + 1, 1);
    return shown !== '' && Number.isFinite(Number(shown)) ? Number(shown) : shown;
  });
  model.free();
  return answers;
}

interface Asked {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly answer: unknown;
}
const steps = ['explanation requested', 'explained', 'appeal-lodged'];
const one = (output: CellOutput, index = 0): unknown => (Array.isArray(output) ? output[0]?.[index] : output);
const whole = (cell: Cell): number => Math.floor(Number(cell));

/** Two thousand rows of dates for each function, with what the package answers. */
const byName: Readonly<Record<string, (cells: readonly Cell[], n: number) => Omit<Asked, 'name'>>> = {
  SET_WORKDAY: ([, , date = ''], n) => ({ cells: [date, (n % 41) - 20], answer: functions.SET_WORKDAY(date, (n % 41) - 20) }),
  SET_WORKING_DAYS: ([from = '', , to = '']) => ({ cells: [from, to], answer: functions.SET_WORKING_DAYS(from, to) }),
  SET_NOTICE_DUE: ([start = '']) => ({ cells: [start], answer: functions.SET_ADJUSTMENT_DEADLINE(start) }),
  SET_NOTICE_STATUS: ([start = ''], n) => {
    const requested = start === '' || n % 20 === 0 ? '' : Number(functions.SET_ADJUSTMENT_DEADLINE(start)) + (n % 3) - 1 + (n % 2) / 3;
    return { cells: [requested, start], answer: functions.SET_ADJUSTMENT_STATUS(requested, start) };
  },
  SET_APPEAL_DUE: ([, , received = '']) => ({ cells: [received], answer: functions.SET_APPEAL_RESPONSE_DUE(received) }),
  SET_APPEAL_STATUS: ([, , received = '', answered = ''], n) => {
    const early = received !== '' && answered !== '' && whole(answered) < whole(received);
    const asOf = Math.max(dateDays[n % dateDays.length] ?? 0, received === '' ? 0 : whole(received));
    const isOpen = received === '' || functions.SET_APPEAL_RESPONSE_DUE(received) === 'undetermined';
    const answer =
      early && !isOpen
        ? 'answered: type a date from the receipt on'
        : isOpen
          ? functions.SET_APPEAL_RESPONSE_DUE(received)
          : functions.SET_APPEAL_STATUS(received, answered, asOf);
    return { cells: [received, answered, asOf], answer };
  },
  SET_REVIEW_OPENS: ([, deadline = '']) => ({ cells: [deadline], answer: one(functions.SET_REVIEW_WINDOW(deadline)) }),
  SET_REVIEW_CLOSES: ([, deadline = '']) => ({ cells: [deadline], answer: one(functions.SET_REVIEW_WINDOW(deadline), 1) }),
  SET_AWARD_APPEAL_DUE: ([, , , , , received = ''], n) => {
    const step = steps[n % 3] ?? '';
    return { cells: [step, received], answer: functions.SET_AWARD_APPEAL_DUE(step, received) };
  },
};

beforeAll(async () => {
  const wasm = createRequire(import.meta.url)
    .resolve('@ironcalc/wasm')
    .replace(/wasm\.js$/, 'wasm_bg.wasm');
  await init({ module_or_path: readFileSync(wasm) });
});

test('each has a sentence, a function that says why, and a formula that Excel can hold', () => {
  expect(named.map(({ name }) => name)).toEqual(Object.keys(byName).flatMap((name) => [name, `${name}_WHY`]));
  expect(text.match(/ = LAMBDA\(/g)).toHaveLength(named.length);
  for (const { says, formula } of named) {
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(formula.length).toBeLessThan(8192); // the longest formula of Excel
    expect(formula.replace(/"[^"]*"/g, '').split('(').length).toBe(formula.replace(/"[^"]*"/g, '').split(')').length);
  }
});

describe.each(Object.entries(byName))('%s', (name, ask) => {
  const asked = dateRows.map((row, n): Asked => ({ name, ...ask(row, n) }));

  test('gives what the package gives, on 2,000 rows', () => {
    const came = workedOut(asked);
    const differ = asked.flatMap((each, index) => (agrees(came[index], each.answer) ? [] : [{ ...each, came: came[index] }]));
    console.log(`named functions: ${name}, ${asked.length} rows, ${differ.length} differ`);
    expect(differ.slice(0, 5)).toEqual([]);
    expect(new Set(came).size).toBeGreaterThanOrEqual(3);
  });

  test('says why, with the answer in it, or what is missing', () => {
    const some = asked.slice(0, 200);
    const answers = workedOut(some);
    for (const [index, why] of workedOut(some.map((each) => ({ ...each, name: `${name}_WHY` }))).entries()) {
      const answer = answers[index];
      if (answer === '') expect(why).toBe('');
      else
        expect(why).toMatch(
          /^(?:Support policy \d|Awards appeals policy \d|\d|There are |Bank holidays are held for |The awards appeals policy of |\w+: type a ).*[.a-z]$/,
        );
    }
  });
});

describe('the cases of the rules', () => {
  const names: Readonly<Record<string, string>> = {
    SET_WORKDAY: 'SET_WORKDAY',
    SET_WORKING_DAYS: 'SET_WORKING_DAYS',
    SET_ADJUSTMENT_DEADLINE: 'SET_NOTICE_DUE',
    SET_ADJUSTMENT_STATUS: 'SET_NOTICE_STATUS',
    SET_APPEAL_RESPONSE_DUE: 'SET_APPEAL_DUE',
    SET_APPEAL_STATUS: 'SET_APPEAL_STATUS',
    SET_REVIEW_WINDOW: 'SET_REVIEW_OPENS',
    SET_AWARD_APPEAL_DUE: 'SET_AWARD_APPEAL_DUE',
  };
  const serial = (moment: string): number => Date.parse(moment.slice(0, 10)) / 86_400_000 + 25_569;
  test('that can be written in cells have the same answer', () => {
    const asked = rows.flatMap((row): Asked[] => {
      const name = names[row.name];
      const last = row.cells.at(-1);
      const isElsewhere = last === 'scotland' || last === 'northern-ireland' || last === 'any-part-of-uk';
      if (name === undefined || isElsewhere) return [];
      const cells = row.cells
        .filter((cell) => cell !== 'england-and-wales')
        .slice(
          0,
          name === 'SET_APPEAL_STATUS'
            ? 3
            : name === 'SET_WORKDAY' || name.includes('DAYS') || name.includes('STATUS') || name.startsWith('SET_AWARD')
              ? 2
              : 1,
        )
        .map((cell): Cell => (typeof cell === 'object' ? serial((cell as Shown).moment) : cell));
      const given = functions[row.name as 'SET_WORKDAY'](...(cells as [CellInput, CellInput]));
      return given === 'not asked' ? [] : [{ name, cells, answer: one(given) }];
    });
    const came = workedOut(asked);
    console.log(`named functions: ${asked.length} cases`);
    expect(asked.length).toBeGreaterThan(1000);
    expect(asked.flatMap((each, index) => (agrees(came[index], each.answer) ? [] : [{ ...each, came: came[index] }])).slice(0, 5)).toEqual(
      [],
    );
  });
});
