// The guide's snippets are run as they stand, and every `// =>` in them is checked.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import Holidays from 'date-holidays';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/calendar/index.js';
import * as dateHolidays from '../../src/date-holidays/index.js';

const modules: Readonly<Record<string, unknown>> = {
  'professional-status/calendar': calendar,
  'professional-status/date-holidays': dateHolidays,
  'date-holidays': Holidays,
};

const snippets = [...readFileSync('docs/calendar.md', 'utf8').matchAll(/## ([^\n]+)|```ts\n(.*?)```/gs)]
  .reduce<{ heading: string; found: { under: string; code: string }[] }>(
    ({ heading, found }, [, title, code]) =>
      title === undefined ? { heading, found: [...found, { under: heading, code: code ?? '' }] } : { heading: title, found },
    { heading: 'Working days', found: [] },
  )
  .found.map((snippet, i) => ({ ...snippet, number: i + 1 }));

/** Runs a snippet and gives what each of its checked lines came to, beside what it says it does. */
function run(code: string): readonly { line: string; value: unknown; says: unknown }[] {
  const checks: { line: string; value: unknown; says: unknown }[] = [];
  const checking = code.replace(
    /^(.+?);? \/\/ => (.+)$/gm,
    (_, expression: string, value: string) => `check(${JSON.stringify(expression)}, ${expression}, ${value});`,
  );
  const script = transformSync(checking, { loader: 'ts', format: 'cjs' }).code;
  const runs = runInThisContext(`(function (require, check, module) { ${script} })`) as (...scope: unknown[]) => void;
  runs(
    (name: string) => modules[name],
    (line: string, value: unknown, says: unknown) => checks.push({ line, value, says }),
    {},
  );
  return checks;
}

describe('the guide', () => {
  it.each(snippets)('$number, $under', ({ code }) => {
    const checks = run(code);
    expect(checks.length).toBe(code.split('// =>').length - 1);
    expect(checks.length).toBeGreaterThan(0);
    for (const { line, value, says } of checks) expect({ line, value }).toEqual({ line, value: says });
  });

  it('is read whole', () => {
    expect(snippets.length).toBeGreaterThan(10);
  });
});
