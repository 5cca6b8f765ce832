import { expect, test } from 'vitest';

const minutesBehindUtc = { UTC: 0, 'Europe/London': 0, 'America/New_York': 300, 'Pacific/Auckland': -780 };

test('the host stands in the time zone of this project', () => {
  expect(minutesBehindUtc).toHaveProperty([String(process.env['TZ'])], new Date(2021, 0, 1).getTimezoneOffset());
});
