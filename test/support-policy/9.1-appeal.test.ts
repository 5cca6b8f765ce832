// 9.1: what the cases of an appeal cannot say: one day for all of it, what an answer leans on, a day that is not known, and an appeal that another policy took.
import { expect, test } from 'vitest';
import { assessSupportAppeal, definePolicy, supportAppealProcedure } from '../../src/index.js';

const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support' } as const;
const bySending = definePolicy({ readings: { 'response-clock': 'sent' } });

test('sent, received and answered on one day are in order', () => {
  expect(assessSupportAppeal.check({ ...appeal, sentAt: '2021-05-14', receivedAt: '2021-05-14', respondedOn: '2021-05-14' })).toEqual([]);
});

test('the clock of the answer, from sending, does not lean on the hour of receipt', () => {
  const leaning = (policy?: typeof bySending): readonly string[] =>
    assessSupportAppeal({ ...appeal, sentAt: '2021-05-13', receivedAt: '2021-05-14' }, policy).basis.readings.map(({ id }) => id);
  expect(leaning()).toEqual(expect.arrayContaining(['response-clock', 'receipt-hour']));
  expect(leaning(bySending)).toContain('response-clock');
  expect(leaning(bySending)).not.toContain('receipt-hour');
});

test('of another ground it belongs elsewhere, also while the day of receipt is not known', () => {
  expect(assessSupportAppeal.given({ ground: 'other' }).outcome).toBe('wrong-procedure');
});

test('an appeal that was taken without a discussion is owed no answer by a policy that asks for one', () => {
  const advisory = definePolicy({ readings: { 'prior-discussion': 'advisory' } });
  const received = { type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' } as const;
  const { case: taken } = supportAppealProcedure.replay({ participant: 'p-1' }, [received], advisory);
  const owed = (policy?: typeof advisory): readonly string[] =>
    supportAppealProcedure.position(taken, '2021-05-20', policy).duties.map(({ what }) => what);
  expect(owed(advisory)).toEqual(['answer-appeal']);
  expect(owed()).toEqual([]);
});
