import { expect, test } from 'vitest';

const minutesBehindUtc = { UTC: 0, 'Europe/London': 0, 'America/New_York': 300, 'Pacific/Auckland': -780 };

test('the tests run in the time zone that their project names', () => {
  expect(minutesBehindUtc).toHaveProperty([String(process.env['TZ'])], new Date(2021, 0, 1).getTimezoneOffset());
});
