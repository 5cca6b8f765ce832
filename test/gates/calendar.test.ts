// Protects the yearly update: a feed with a year more, or with a day proclaimed, is taken by one command, with no other edit.
import { expect, test } from 'vitest';
import { madeUp, tried } from '../tools/calendar-tried.mjs';

/** Tests of whatever counts by the calendar, looks past its end, or writes it down; `npm run test:full -- calendar` runs the others too. */
const quick = [
  ...['bank-holidays', 'changed-calendar', 'gov-uk-feed', 'guide', 'moved-deadlines', 'projection', 'verify', 'working-calendar'].map(
    (name) => `test/calendar/${name}.test.ts`,
  ),
  'test/decision/cases.test.ts',
  'test/decision/comparisons.test.ts',
  'test/spreadsheet/cells.test.ts',
  'test/support-policy/lifecycle/position.test.ts',
  'test/words/explain-position.test.ts',
];

test.concurrent.each(Object.entries(await madeUp()))(
  '`npm run calendar:update` takes %s, and what counts by it is right',
  { timeout: 120_000 },
  async (_, { json, says }) => {
    const [printed, tests] = await tried(json, [['npx', 'vitest', 'run', '--project=unit', ...quick]]);
    expect(printed?.split(says)).toHaveLength(4); // once in each nation
    expect(tests).toMatch(/Tests .*\d{4} passed/);
  },
);
