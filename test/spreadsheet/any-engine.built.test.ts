// The functions of docs/any-engine.md: each body, as it is copied, in a bare context, answers as the package does.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { assessSupportAppeal, rules, type PlainDate } from 'professional-status';
import { addDays, englandAndWales } from 'professional-status/calendar';
import { expect, test } from 'vitest';
import { ruleIds, vectorsOf } from '../decision/cases.js';

const page = readFileSync('docs/any-engine.md', 'utf8');
const script = readFileSync('dist/professional-status.global.js', 'utf8');

interface Defined {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: string;
  readonly inBigQuery: boolean;
}
const defined: readonly Defined[] = [
  ...page.matchAll(/CREATE OR REPLACE FUNCTION ([\w.]+)\(([^)]*)\)[\s\S]*?AS (r"""|\$\$)([\s\S]*?)("""|\$\$);/g),
].map(([, name = '', all = '', quote, body = '']) => {
  const inBigQuery = quote === 'r"""';
  const parameters = all.split(', ').map((each) => each.split(' ')[0] ?? '');
  return { name, parameters: inBigQuery ? parameters : parameters.map((each) => each.toUpperCase()), body, inBigQuery };
});

/** The function as its warehouse makes it: BigQuery loads the library before it, in Snowflake it holds it. */
function made({ parameters, body, inBigQuery }: Defined): (...given: unknown[]) => unknown {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  runInContext('delete globalThis.console; delete globalThis.Intl; delete globalThis.WebAssembly;', context);
  if (inBigQuery) runInContext(script, context);
  const [before = '', after] = body.split('/* paste professional-status.global.js here */');
  const whole = after === undefined ? before : before + script + after;
  return runInContext(`(function (${parameters.join(', ')}) {${whole}})`, context) as (...given: unknown[]) => unknown;
}

const days = Array.from({ length: 10_000 }, (_, n): PlainDate => addDays('2015-01-01', n % 4000));
const expected = new Map(
  days.map((receivedAt) => {
    const decision = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt });
    return [receivedAt, decision.settled ? decision.detail.responseDue?.due : 'undetermined'];
  }),
);

test('there are three of them', () => {
  expect(defined.map(({ name }) => name)).toEqual(['rules.appeal_response_due', 'rules.decide', 'appeal_response_due']);
});

test.each(defined.filter(({ parameters }) => parameters.length === 1))('$name($parameters) over ten thousand days', (of) => {
  const call = made(of);
  const started = performance.now();
  expect(days.filter((day) => call(day) !== expected.get(day))).toEqual([]);
  console.log(`any engine: ${days.length} calls of ${of.name} in ${Math.round(performance.now() - started)} ms`);
  expect(call(null)).toBe(null);
  expect(call('31/12/2020')).toMatch(/^receivedAt must be a real date written YYYY-MM-DD/);
  expect(call(englandAndWales.span.to)).toBe('undetermined');
});

test('a script of one rule, and one of the calendar, have about the bytes that the page says', async () => {
  const [, rule, calendar] = /It has about (\d+) kB; of the calendar alone, .* there are (\d+)\./.exec(page) ?? [];
  const kilobytes = async (contents: string): Promise<number> => {
    const options = {
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      globalName: 'ProfessionalStatus',
      target: 'es2019',
    } as const;
    const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: '.' }, alias: { zod: 'zod/mini' } });
    return outputFiles.reduce((sum, { contents: bytes }) => sum + bytes.length, 0) / 1000;
  };
  expect(Math.abs(Number(rule) - (await kilobytes("export { assessSupportAppeal } from 'professional-status'")))).toBeLessThan(2);
  expect(Math.abs(Number(calendar) - (await kilobytes("export * from 'professional-status/calendar'")))).toBeLessThan(2);
});

test('rules.decide decides every case of every rule', () => {
  const call = made(defined.find(({ name }) => name === 'rules.decide') as Defined);
  for (const id of ruleIds) {
    for (const { name, facts } of vectorsOf(id)) {
      const decision: unknown = (rules[id] as (facts: unknown) => unknown)(facts);
      expect(JSON.parse(String(call(id, JSON.stringify(facts)))), `${id}: ${name}`).toEqual(JSON.parse(JSON.stringify(decision)));
    }
  }
  expect(JSON.parse(String(call('noticeDeadline', '{}')))).toMatchObject({ issues: [{ path: ['programmeStartsOn'] }] });
  expect(call('noticeDeadline', null)).toBe(null);
});
