// 9.1: what the cases of an appeal cannot say: orders that cannot be, what is asked of some facts, what an answer leans on, and an appeal that another policy took.
import { describe, expect, test } from 'vitest';
import { assessSupportAppeal, definePolicy, supportAppealProcedure } from '../../src/index.js';

const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support' } as const;
const bySending = definePolicy({ readings: { 'response-clock': 'sent' } });

describe('an order that cannot be', () => {
  test.each([
    ['an answer before the receipt', { receivedAt: '2021-05-14', respondedOn: '2021-05-13' }, 'respondedOn'],
    ['a receipt before the sending', { receivedAt: '2021-05-14', sentAt: '2021-05-15' }, 'receivedAt'],
  ])('%s is a problem of the later fact', (_, days, place) => {
    expect(assessSupportAppeal.check({ ...appeal, ...days }).map(({ path, code }) => [path.join('.'), code])).toEqual([
      [place, 'out-of-order'],
    ]);
  });
  test('both on one day are in order', () => {
    expect(assessSupportAppeal.check({ ...appeal, sentAt: '2021-05-14', receivedAt: '2021-05-14', respondedOn: '2021-05-14' })).toEqual([]);
  });
});

describe('the clock of the answer', () => {
  const asked = {
    ...appeal,
    sentTo: 'membership-enquiries',
    sentBy: 'email',
    outlinesCase: true,
    respondedOn: 'none',
    asOf: 'none',
  } as const;
  test('from receipt asks for the day of receipt, and not for that of sending', () => {
    expect(assessSupportAppeal.given(asked)).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'receivedAt' }] });
    expect(assessSupportAppeal.given({ ...asked, receivedAt: '2021-05-14' })).toMatchObject({
      detail: { responseDue: { due: '2021-05-28' } },
    });
  });
  test('from sending asks for the day of sending', () => {
    const known = { ...asked, receivedAt: '2021-05-14' } as const;
    expect(assessSupportAppeal.given(known, bySending)).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'sentAt' }] });
    expect(assessSupportAppeal.given({ ...known, sentAt: '2021-05-13' }, bySending)).toMatchObject({
      detail: { responseDue: { due: '2021-05-27' } },
    });
  });
  test('from sending does not lean on the hour of receipt', () => {
    const leaning = (policy?: typeof bySending): readonly string[] =>
      assessSupportAppeal({ ...appeal, sentAt: '2021-05-13', receivedAt: '2021-05-14' }, policy).basis.readings.map(({ id }) => id);
    expect(leaning()).toEqual(expect.arrayContaining(['response-clock', 'receipt-hour']));
    expect(leaning(bySending)).toContain('response-clock');
    expect(leaning(bySending)).not.toContain('receipt-hour');
  });
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
