// The guide for spreadsheet users: what it shows is what the functions give, and until its steps of installing it speaks of no programming.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SET_WORKDAY, cellFunctions, describeCellFunctions, type Cell, type CellFunctionName } from '../../src/spreadsheet/index.js';
import { typed } from '../tools/formulas.mjs';

const guide = readFileSync('docs/spreadsheets.md', 'utf8');
const reference = readFileSync('docs/spreadsheet-functions.md', 'utf8');

/** A formula with its arguments written in it. */
function answer(formula: string): string {
  const [, name = '', all = ''] = /^=(\w+)\((.*)\)$/.exec(formula) ?? [];
  const cells = [...all.matchAll(/"([^"]*)"|(-?\d+)/g)].map(([, text, number]): Cell => text ?? Number(number));
  return typed(cellFunctions()[name as CellFunctionName](...cells)).join(' / ');
}

const shown = [...guide.matchAll(/^\| `(=SET_\w+\([^`]*\))` +\| `([^`]*)` +\|$/gm)].map(([, formula = '', result = '']) => ({
  formula,
  result,
}));

test('there are formulas with their results', () => {
  expect(shown.length).toBeGreaterThan(12);
});

test.each(shown)('$formula', ({ formula, result }) => {
  expect(answer(formula)).toBe(result);
});

test('every function that is named is one', () => {
  const names = describeCellFunctions().map(({ name }): string => name);
  const [before = '', , after = ''] = guide.split(/^## (?=In Excel)/m);
  for (const [name] of `${before}${after}`.matchAll(/SET_[A-Z_]+/g)) expect(names).toContain(name);
});

test('its pictures are there', () => {
  const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures).toHaveLength(5);
  for (const path of pictures) expect(existsSync(`docs/${path}`), path).toBe(true);
});

test('no word of programming stands before the steps of installing it', () => {
  const [before = ''] = guide.split('\n## Install it in Google Sheets');
  expect(before.length).toBeGreaterThan(4000);
  const words =
    /\b(scripts?|JavaScript|TypeScript|code|npm|API|library|clasp|JSON|console|compile|developers?|parameters?|import|strings?|booleans?|null)\b/gi;
  expect(before.match(words)).toBeNull();
});

test('its lines of code are run', () => {
  expect(guide).toContain('SET_WORKDAY(44188, 10); // => 44207');
  expect(SET_WORKDAY(44188, 10)).toBe(44207);
  expect(cellFunctions({ dateSystem: 1904 }).SET_WORKDAY(42726, 10)).toBe(42745);
  expect(cellFunctions({ zone: 'UTC' }).SET_WORKDAY([['23/12/2020'], ['']], 10)).toEqual([['2021-01-11'], ['']]);
});

test('the reference has every function', () => {
  for (const { name } of describeCellFunctions()) expect(reference).toContain(`\n## ${name}\n`);
});
