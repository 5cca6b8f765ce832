// The matchers under the `expect` of jest: as under that of vitest, they pass where it is so, and else the message is the explanation.
import { expect as jest } from 'expect';
import { expect, test } from 'vitest';
import { assessAdjustmentRequest, assessSubmission, openCase, transition } from '../../src/index.js';
import { cohorts, matchers, type PolicyMatchers } from '../../src/testing/index.js';

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface Matchers<R extends void | Promise<void>, T = unknown> extends PolicyMatchers<R, T> {}
}
jest.extend(matchers);

const late = assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
const open = assessSubmission({ submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-01' });
const opened = openCase({ participant: 'p-1', cohort: cohorts.january2021, registeredOn: '2020-12-07' });
const taken = transition(opened, { type: 'portfolio-issued', on: '2021-01-10' });
const refused = transition(opened, { type: 'status-awarded', on: '2021-05-14' });

test('each passes where it is so', () => {
  jest(late).toBeDecided('late', { clause: 'support/3.1.1', detail: { marginDays: -1 } });
  jest(late).not.toBeDecided('timely');
  jest(open).toBeUndetermined({ kind: 'document' });
  jest(taken).toBeTaken('in-programme');
  jest(refused).toBeRefused({ test: 'stage-takes-event' });
});

test.each<[string, () => void, RegExp]>([
  ['toBeDecided', () => jest(late).toBeDecided('timely'), /expected the outcome 'timely'.*The request is late by 1 day/s],
  ['not.toBeDecided', () => jest(late).not.toBeDecided('late'), /expected not the outcome 'late'/],
  ['toBeUndetermined', () => jest(late).toBeUndetermined(), /expected no outcome.*The request is late by 1 day/s],
  ['toBeTaken', () => jest(refused).toBeTaken(), /expected the event to be taken.*Support policy 4\.3/s],
  ['toBeRefused', () => jest(taken).toBeRefused(), /expected the event to be refused.*Support policy 4\.3/s],
])('%s explains the answer where it is not', (_, work, message) => {
  expect(work).toThrow(message);
});
