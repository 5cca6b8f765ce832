// The guide to comparing names the unit in which each limit counts: the same as the register of limits.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits, type Span } from '../../src/index.js';

const units: Readonly<Record<string, string>> = { months: 'months', workingDays: 'working days', days: 'calendar days' };
const unitOf = (span: Span): string | undefined => units[Object.keys(span)[0] ?? ''];

test('each limit of the register has its unit in docs/comparing.md, and no other limit is there', () => {
  const rows = readFileSync('docs/comparing.md', 'utf8').match(/^\| .* \| (?:months|working days|calendar days) +\|$/gm) ?? [];
  const told = rows.flatMap((row) => {
    const [, clauses = '', unit = ''] = row.split('|').map((cell) => cell.trim());
    return (clauses.match(/[a-z-]+\/[a-z\d.]+|\b\d[\d.]*\d/g) ?? []).map((id) => [id.includes('/') ? id : `support/${id}`, unit] as const);
  });
  const registered = (Object.entries(limits) as [string, Span][]).map(([id, span]) => [id, unitOf(span)] as const);
  expect(Object.fromEntries(told)).toStrictEqual(Object.fromEntries(registered));
});
