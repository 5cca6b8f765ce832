// The `format` of the script builds is date-fns', for every pattern that src uses.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { readFileSync, readdirSync } from 'node:fs';
import { format as ofDateFns } from 'date-fns/format';
import { expect, test } from 'vitest';
import { format } from '../tools/format-script.mjs';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const sources = files.map((file) => readFileSync(`src/${file}`, 'utf8')).filter((text) => text.includes("from 'date-fns/format'"));
const patterns = [
  ...new Set(sources.flatMap((text) => [...text.matchAll(/\bformat\([^']*'([^']+)'\)/g)].map(([, pattern = '']) => pattern))),
];

test('every call of it has its pattern in place, and there are some', () => {
  const calls = sources.flatMap((text) => [...text.matchAll(/\bformat\(/g)]).length;
  const literal = sources.flatMap((text) => [...text.matchAll(/\bformat\([^']*'[^']+'\)/g)]).length;
  expect(literal).toBe(calls);
  expect(patterns.length).toBeGreaterThan(0);
});

test.each(patterns)('%s, on every day of four years', (pattern) => {
  for (let day = 0; day < 1461; day++) {
    const date = new UTCDateMini(Date.UTC(2020, 0, 1 + day));
    expect(format(date, pattern)).toBe(ofDateFns(date, pattern));
  }
});

test('a pattern that it does not know is an error', () => {
  expect(() => format(new Date(0), 'Q')).toThrow('no date pattern Q');
});
