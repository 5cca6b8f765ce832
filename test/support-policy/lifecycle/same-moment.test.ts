// A moment is the same however it is written: a store that changes the offset of an instant changes no event, case or receipt.
import { describe, expect, it } from 'vitest';
import {
  openCase,
  position,
  readCase,
  receipt,
  replay,
  rules,
  supportAppealProcedure,
  transition,
  assessResubmission,
  verifyReceipt,
  type CaseEvent,
  type Registration,
} from '../../../src/index.js';

const registration: Registration = {
  participant: 'p-1',
  cohort: {
    id: 'qtls-2021-01',
    programme: 'QTLS',
    startsOn: '2021-01-10',
    submissionDeadline: '2021-06-30T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
  },
  registeredOn: '2020-12-07',
};
const issued: CaseEvent = { type: 'portfolio-issued', on: '2021-01-10' };
const sent: CaseEvent = { type: 'portfolio-submitted', at: '2021-06-29T17:00:00+01:00', id: 'e-1' };
const submitted = replay(registration, [issued, sent]).case;

describe('the same event twice under one id', () => {
  it.each([
    ['in UTC', '2021-06-29T16:00:00Z'],
    ['in UTC, without seconds', '2021-06-29T16:00Z'],
    ['with thousandths', '2021-06-29T17:00:00.000+01:00'],
    ['in another zone, on another day there', '2021-06-30T03:00:00+11:00'],
    ['with an offset of nothing', '2021-06-29T16:00:00-00:00'],
  ] as const)('is recorded once, %s', (_, at) => {
    const again = transition(submitted, { ...sent, at });
    expect(again).toMatchObject({ accepted: true, effects: [], because: [{ test: 'already-recorded' }] });
    expect(again.case).toBe(submitted);
  });

  it('is another event where the moment is another, by a thousandth of a second', () => {
    const other = transition(submitted, { ...sent, at: '2021-06-29T16:00:00.001Z' });
    expect(other).toMatchObject({ accepted: false, refusals: [{ test: 'id-is-free' }] });
  });

  it('is one event where the cohort of a restart writes its deadline otherwise', () => {
    const cohort = { id: 'qtls-2022-01', programme: 'QTLS', startsOn: '2022-01-10' } as const;
    const history: CaseEvent[] = [issued, sent, { type: 'outcome-released', on: '2021-08-12', reviewOutcome: 'criteria-not-met' }];
    const late: CaseEvent = { type: 'portfolio-resubmitted', at: '2022-04-01T09:00:00+01:00' };
    const restarted: CaseEvent = {
      type: 'restarted',
      on: '2022-05-01',
      id: 'e-2',
      cohort: { ...cohort, startsOn: '2022-06-10', submissionDeadline: '2022-11-30T17:00:00+00:00' },
    };
    const reached = replay(registration, [...history, late, restarted]).case;
    expect(reached.stage).toBe('restarted');
    const again = transition(reached, {
      ...restarted,
      cohort: { ...cohort, startsOn: '2022-06-10', submissionDeadline: '2022-11-30T18:00:00+01:00' },
    });
    expect(again).toMatchObject({ because: [{ test: 'already-recorded' }] });
  });

  it('is one event of a procedure too; a bare day is never an instant', () => {
    const opened = supportAppealProcedure.replay({ participant: 'p-1' }, [
      { type: 'discussed', on: '2021-05-01' },
      { type: 'appeal-received', at: '2021-05-14T00:00:00+01:00', ground: 'sufficiency-of-support', id: 'a-1' },
    ]).case;
    const at = (moment: '2021-05-13T23:00:00Z' | '2021-05-14') =>
      supportAppealProcedure.transition(opened, { type: 'appeal-received', at: moment, ground: 'sufficiency-of-support', id: 'a-1' });
    expect(at('2021-05-13T23:00:00Z').accepted).toBe(true);
    expect(at('2021-05-14').accepted).toBe(false);
  });
});

describe('a stored case', () => {
  const stored = (change: object): unknown => ({ ...(JSON.parse(JSON.stringify(submitted)) as object), ...change });

  it('is read where its moment is in UTC beside a history in British Summer Time', () => {
    expect(readCase(stored({ submittedAt: '2021-06-29T16:00:00Z' })).stage).toBe('submitted');
    expect(position(stored({ submittedAt: '2021-06-29T16:00:00Z' }) as typeof submitted, '2021-07-01').stage).toBe('submitted');
    expect(
      transition(stored({ submittedAt: '2021-06-29T16:00Z' }) as typeof submitted, { ...sent, at: '2021-06-29T16:00Z' }).accepted,
    ).toBe(true);
  });

  it('is refused where its moment is another than that of its history', () => {
    expect(() => readCase(stored({ submittedAt: '2021-06-29T16:00:01Z' }))).toThrow('history');
    expect(() => readCase(stored({ submittedAt: '2021-06-29T17:00:00Z' }))).toThrow('history');
  });

  it('is refused where a text that looks like a moment is another text', () => {
    const opened = openCase({ ...registration, participant: '2021-06-29T17:00:00+01:00' });
    const other = { ...(JSON.parse(JSON.stringify(opened)) as object), participant: '2021-06-29T16:00:00Z' };
    expect(readCase(other).participant).toBe('2021-06-29T16:00:00Z'); // a case without events says whose it is
    const { case: withEvents } = replay({ ...registration, cohort: { ...registration.cohort, id: '2021-06-29T16:00:00Z' } }, [
      issued,
      sent,
      { type: 'outcome-released', on: '2021-08-12', reviewOutcome: 'criteria-not-met' },
      { type: 'portfolio-resubmitted', at: '2022-04-01T09:00:00+01:00' },
      { type: 'restarted', on: '2022-05-01', cohort: { id: '2022-05-01T09:00:00Z', programme: 'QTLS', startsOn: '2022-06-10' } },
    ]);
    const copy = JSON.parse(JSON.stringify(withEvents)) as { next: { cohort: { id: string } } };
    copy.next.cohort.id = '2022-05-01T10:00:00+01:00';
    expect(() => readCase(copy)).toThrow('history');
  });
});

describe('a receipt', () => {
  const made = receipt(assessResubmission, {
    resubmittedAt: '2022-03-31T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
    asOf: '2022-04-01',
  });

  it('is the same where a store has changed the offset of a fact', () => {
    const facts = { ...made.facts, resubmittedAt: '2022-03-31T16:00:00Z', resubmissionDeadline: '2022-03-31T16:00Z' };
    expect(verifyReceipt({ ...made, facts }, { rules })).toEqual({ result: 'same' });
  });
});
