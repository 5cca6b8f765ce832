// The guide's snippets are run as they stand, and every `// =>` in them is checked.
import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/calendar/index.js';
import * as dateHolidays from '../../src/date-holidays/index.js';
import { runSnippet } from '../docs/snippets.js';

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

describe('the guide', () => {
  it.each(snippets)('$number, $under', ({ code }) => {
    const checks = runSnippet(code, modules);
    expect(checks.length).toBe(code.split('// =>').length - 1);
    expect(checks.length).toBeGreaterThan(0);
    for (const { line, value, says } of checks) expect({ line, value }).toEqual({ line, value: says });
  });

  it('is read whole', () => {
    expect(snippets.length).toBeGreaterThan(10);
  });
});
