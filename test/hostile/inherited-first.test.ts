// What is on `Object.prototype` before anything is read for the first time, when schemas are built: it is not a fact either. Keys that can be listed are another
// matter: zod cannot build its first schema beside them, and says so with its own error. No answer is given then.
import { afterAll, beforeAll, expect, it } from 'vitest';

const keys = ['requirement', 'submissionDeadline', 'id', 'programme', 'anything'] as const;
beforeAll(() => {
  for (const key of keys)
    Object.defineProperty(Object.prototype, key, {
      value: 'described-in-section-6',
      enumerable: false,
      writable: true,
      configurable: true,
    });
});
afterAll(() => {
  for (const key of keys) Reflect.deleteProperty(Object.prototype, key);
});

it('3.1.1: a request a day late is late, and its receipt lists no fact that nobody gave', async () => {
  const { assessAdjustmentRequest, receipt } = await import('../../src/index.js');
  const facts = { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' } as const;
  expect(assessAdjustmentRequest(facts).outcome).toBe('late');
  expect(JSON.stringify(receipt(assessAdjustmentRequest, facts).facts)).not.toContain('"described-in-section-6"');
});
