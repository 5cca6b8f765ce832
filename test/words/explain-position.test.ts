// Where a case stands, in words: every stage, duty, warning and need has its sentence, and every sentence its clause.
import { fc, test } from '@fast-check/vitest';
import Holidays from 'date-holidays';
import { describe, expect } from 'vitest';
import { calendarFrom } from '../../src/date-holidays/index.js';
import {
  InvalidFacts,
  actionAgainstMember,
  awardAppeal,
  clauses,
  definePolicy,
  explain,
  membershipApplication,
  openCase,
  position,
  programmeLifecycle,
  replay,
  supportAppealProcedure,
  type Cohort,
} from '../../src/index.js';
import { englandAndWales } from '../../src/calendar/index.js';
import { frozen, upTo } from '../calendar/support.js';
import { dayOf, life } from '../support-policy/lifecycle/support/arbitraries.js';
import { inJanuary2021, january2021, january2022, registeredIn } from '../support-policy/lifecycle/support/cohorts.js';
import * as e from '../support-policy/lifecycle/support/events.js';
import { allStages, caseAt, historyTo } from '../support-policy/lifecycle/support/stages.js';
import { runs } from '../runs.js';

const linesOf = (answer: Parameters<typeof explain>[0]): readonly string[] => explain(answer).text.split('\n');

describe('a case of the programme', () => {
  test('6.2.1, 6.2.3: after a “not met”, what is owed, what may be claimed, what is unusual and what may happen', () => {
    expect(linesOf(position(caseAt('criteria-not-met'), '2022-03-28', undefined, { cohorts: [january2022] }))).toEqual([
      'As of 28 March 2022, the criteria are not met. (Support policy 6.2.1, 6.2.1.b, 6.2.1.a)',
      '- The participant may resubmit the portfolio free of charge by 5pm on 31 March 2022: 3 days (3 working days) left. (Support policy 6.2.1.b)',
      '- The reviewing and moderation team has to give detailed written feedback. The policy states no time limit. (Support policy 6.2.1.a)',
      '- The participant can have in-programme support. (Support policy 4.3)',
      '- The participant can have written feedback. (Support policy 6.2.1.a)',
      '- The participant can have one free resubmission. (Support policy 6.2.1.b)',
      '- Note: the length differs from what the policy describes. The policy describes 6 months; the dates of the cohort apply. (Support policy 4.1)',
      '- Note: the next known cohort starts before this resubmission deadline. The resubmission is due by 5pm on 31 March 2022; cohort qtls-2022-01 starts on 10 January 2022. (Support policy 6.2.3)',
      '- Record the resubmission, from 13 August 2021, due by 5pm on 31 March 2022. (Support policy 6.2.1.b)',
      '- Record the request for reasonable adjustments, if it happens. (Support policy 3.1.1)',
      '- Record the special arrangement, if it happens. (Support policy 6.1.7)',
      '- Record the issue of the written feedback, if it happens. (Support policy 6.2.1.a)',
      '- Record the withdrawal, if it happens. (Support policy 4.3)',
    ]);
  });
  test.each([
    ['2021-06-29', 'has to submit the portfolio by 5pm on 30 June 2021: 1 day (1 working day) left.'],
    ['2021-06-30', 'has to submit the portfolio by 5pm on 30 June 2021, which is today.'],
    ['2021-06-30T17:00:01+01:00', 'had to submit the portfolio by 5pm on 30 June 2021; that time has passed today.'],
    ['2021-07-05', 'had to submit the portfolio by 5pm on 30 June 2021; it is 5 days (3 working days) overdue.'],
  ] as const)('4.4: on %s the participant %s', (asOf, says) => {
    expect(linesOf(position(caseAt('in-programme'), asOf))[1]).toBe(`- The participant ${says} (Support policy 4.4)`);
  });
  test('4.4: without bank holidays for the day, the days are said and the working days are not', () => {
    const late: Cohort = { id: 'late', programme: 'QTLS', startsOn: '2024-10-01', submissionDeadline: '2025-03-31T17:00:00+01:00' };
    const policy = definePolicy({ calendar: frozen.englandAndWales });
    const lines = linesOf(position(replay(registeredIn(late), [e.issued('2024-10-01')], policy).case, '2024-12-01', policy));
    expect(lines[1]).toBe('- The participant has to submit the portfolio by 5pm on 31 March 2025: 120 days left. (Support policy 4.4)');
    expect(lines.some((line) => line.includes('bank holidays of England and Wales are known from'))).toBe(true);
  });
  test.each([
    ['2024-12-01', '31 March 2025'],
    ['2026-01-01', '1 January 2026'],
  ] as const)('4.4: on %s a deadline beyond the bank holidays says why its working days are not counted', (asOf, needed) => {
    const late: Cohort = { id: 'late', programme: 'QTLS', startsOn: '2024-10-01', submissionDeadline: '2025-03-31T17:00:00+01:00' };
    const policy = definePolicy({ calendar: frozen.englandAndWales });
    const { steps } = explain(position(replay(registeredIn(late), [e.issued('2024-10-01')], policy).case, asOf, policy));
    const [told, ...others] = steps.filter(({ text }) => text.includes('bank holidays'));
    expect(others).toStrictEqual([]);
    expect(told).toMatchObject({ clause: 'support/4.4', kind: 'need' });
    expect(told?.text).toMatch(
      new RegExp(
        `^Working days are not counted here\\. The bank holidays of England and Wales are .*\\. This needs those of ${needed}\\.$`,
      ),
    );
  });
  test('6.2.3 is silent on a first deadline that was missed: both notes say so', () => {
    const missed = [e.issued('2021-01-10'), e.submissionMissed('2021-07-01')];
    const submitted = [...missed, e.submitted(e.at('2021-07-02'))];
    const notes = (events: typeof missed): readonly string[] =>
      linesOf(position(replay(inJanuary2021, events).case, '2021-07-02')).filter(
        (line) => line.startsWith('- Note') && line.includes('does not say what follows'),
      );
    expect(notes(missed)).toEqual([
      '- Note: the submission deadline was missed. That was recorded on 1 July 2021. The support policy does not say what follows. (Support policy 6.2.3)',
    ]);
    expect(notes(submitted)).toEqual([
      '- Note: the portfolio was submitted late. It came at 5pm on 2 July 2021. The support policy does not say what follows. (Support policy 6.2.3)',
    ]);
  });
  test('3.1.1: a notice that nobody could give in time', () => {
    const opensLate = { ...january2021, entryOpens: '2020-12-11' } as const;
    expect(linesOf(position(openCase({ ...inJanuary2021, cohort: opensLate }), '2020-12-12')).join('\n')).toContain(
      'Notice in time was possible until 10 December 2020; entry opens on 11 December 2020',
    );
  });
  test.each(allStages)('at %s: a line under a clause', (stage) => {
    const { line, steps } = explain(position(caseAt(stage), '2023-06-01'));
    expect(line).toMatch(/^As of 1 June 2023, .+\. \(Support policy [\d.a-z, ]+\)$/);
    expect(steps.length).toBeGreaterThan(0);
  });
  test('6.1.3, 6.2.2: what is left to SET is cited by the clause that leaves it open', () => {
    const ats = { ...inJanuary2021, cohort: { ...january2021, programme: 'ATS' } } as const;
    const { case: asked } = replay(ats, [e.issued('2021-01-10'), { type: 'mentor-requested', on: '2021-02-01' }]);
    const again = replay({ ...inJanuary2021, portfolio: 2 }, historyTo('criteria-not-met'));
    const needs = [position(asked, '2021-02-02'), position(again.case, '2021-12-01')].map((of) =>
      explain(of).steps.flatMap(({ kind, text, clause }) => (kind === 'need' ? [`${clause}: ${text}`] : [])),
    );
    expect(needs.flat()).toStrictEqual([
      'support/6.1.3: Ask SET whether a mentor is available.',
      'support/6.2.2: Ask SET whether an application or arrangement made for an earlier portfolio serves this one.',
    ]);
  });
  test('4.3: on the day of a withdrawal support is told to last to the end of that day', () => {
    const withdrawn = replay(inJanuary2021, [e.issued('2021-01-10'), e.withdrawn('2021-03-01')]).case;
    expect(linesOf(position(withdrawn, '2021-03-01'))).toContain(
      '- The participant can have in-programme support until the end of the day. (Support policy 4.3)',
    );
    expect(linesOf(position(withdrawn, '2021-03-02')).filter((line) => line.includes('support until'))).toEqual([]);
  });
  test('6.2.2: an application that a later portfolio needs is cited by its clause', () => {
    const serves = definePolicy({ readings: { 'adjustments-after-restart': 'serves' } });
    const { case: second } = replay({ ...inJanuary2021, portfolio: 2 }, historyTo('criteria-not-met'), serves);
    const told = explain(position(second, '2021-09-01', serves), serves).steps.filter(({ text }) => text.includes('adjustmentsAppliedOn'));
    expect(told.map(({ clause }) => clause)).toEqual(['support/6.2.2']);
  });
  test('closed: nothing is owed and nothing may happen', () => {
    expect(linesOf(position(replay(inJanuary2021, [...historyTo('criteria-met'), e.awarded('2021-09-01')]).case, '2022-01-01'))).toEqual([
      'As of 1 January 2022, SET has awarded the status, and the case is closed. (Support policy 4.3)',
      '- Note: the length differs from what the policy describes. The policy describes 6 months; the dates of the cohort apply. (Support policy 4.1)',
      '- Nothing more can be recorded on that day. (Support policy 4.3)',
    ]);
  });

  test.prop([life.chain((lived) => fc.tuple(fc.constant(lived), dayOf(lived.registration.cohort)))], runs(150))(
    'every position is explained, each sentence under a clause that is registered; so is one that came from JSON',
    ([{ case: state, registration, policy }, day]) => {
      const answer = position(state, day < registration.registeredOn ? registration.registeredOn : day, policy);
      const explained = explain(answer, policy);
      for (const { text, clause } of explained.steps) {
        expect(clauses).toHaveProperty([clause]);
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(explained.steps.filter(({ kind }) => kind === 'duty')).toHaveLength(answer.duties.length);
      expect(explain(JSON.parse(JSON.stringify(answer)) as typeof answer, policy)).toEqual(explained);
    },
  );
});

describe('a case of a procedure', () => {
  test('award-appeals 4.1: the member’s step, its last day, and the day after it', () => {
    const state = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
    expect(linesOf(awardAppeal.position(state, '2020-12-30'))).toEqual([
      'As of 30 December 2020, the member has received the decision. (QTLS and ATS awards appeals policy 4.1)',
      '- The member may ask for an explanation of the decision by 11 January 2021: 12 days (7 working days) left. (QTLS and ATS awards appeals policy 4.1)',
      '- Record the request for an explanation, from 23 December 2020, due by 11 January 2021. (QTLS and ATS awards appeals policy 4.1)',
    ]);
    expect(linesOf(awardAppeal.position(state, '2021-01-12')).at(-1)).toBe(
      '- Nothing more can be recorded on that day. (QTLS and ATS awards appeals policy 4.1)',
    );
  });
  test.each([
    ['award-appeals/4.1: a decision received under the objections policy', '2025-08-06', '2025-08-07', 'Objections policy'],
    ['award-appeals/4.1: one of the day before the policy begins', '2020-08-31', '2020-09-10', 'QTLS and ATS awards appeals policy'],
    ['award-appeals/4.1: one of the policy’s last day, asked about the day after', '2022-10-31', '2022-11-01', 'Objections policy'],
  ] as const)('%s: no right is said, and what applies is not included', (_, decisionReceivedAt, asOf, document) => {
    const [, duty, need] = linesOf(awardAppeal.position(awardAppeal.open({ member: 'm-1', decisionReceivedAt }), asOf));
    expect([duty, need]).toEqual([
      '- It is not known here whether the member may ask for an explanation of the decision. The edition included here does not govern that, and what applies is not included here. (QTLS and ATS awards appeals policy 4.1)',
      `- This needs text of the ${document} that is not included here. (QTLS and ATS awards appeals policy 4.1)`,
    ]);
  });
  test('award-appeals/4.1: a last day that only an hour leaves open is still a right', () => {
    const policy = definePolicy({ readings: { 'receipt-hour': 'office-hours' } });
    const state = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });
    expect(linesOf(awardAppeal.position(state, '2021-05-17', policy))[1]).toBe(
      '- The member may ask for an explanation of the decision. The last day cannot be worked out here. (QTLS and ATS awards appeals policy 4.1)',
    );
  });
  test.each(['2020-08-31', '2023-10-01', '2024-02-06'] as const)(
    'member-action/2.2: of information received on %s no duty is said',
    (receivedAt) => {
      const state = actionAgainstMember.open({ member: 'm-1', source: 'public', receivedAt });
      expect(linesOf(actionAgainstMember.position(state, receivedAt))[1]).toBe(
        '- It is not known here whether the SET Operations Manager has to acknowledge the information. The edition included here does not govern that, and what applies is not included here. (SET actions against members policy 2.2)',
      );
    },
  );
  test('code-page/9: where a document is included in part, the text that is included states no time limit', () => {
    const { case: state } = actionAgainstMember.replay({ member: 'm-1', source: 'public', receivedAt: '2021-02-01' }, [
      { type: 'acknowledged', on: '2021-02-02' },
    ]);
    expect(linesOf(actionAgainstMember.position(state, '2021-02-03'))[1]).toBe(
      '- SET has to consider the information. The text included here states no time limit. (SET Code page, paragraph 9 in our numbering)',
    );
  });
  test('9.1: a last day that was counted by expected holidays says so', () => {
    const policy = definePolicy({ calendar: calendarFrom(new Holidays('GB', 'ENG'), { base: frozen.englandAndWales, years: [2025] }) });
    const { case: state } = supportAppealProcedure.replay({ participant: 'p-1' }, [
      { type: 'discussed', on: '2024-12-18' },
      { type: 'appeal-received', at: '2024-12-20', ground: 'sufficiency-of-support' },
    ]);
    expect(linesOf(supportAppealProcedure.position(state, '2025-01-08', policy))[1]).toBe(
      '- The Professional Status Team has to respond to the appeal in writing by 8 January 2025 (by projected bank holidays), which is today. (Support policy 9.1)',
    );
  });
  test('9.1: a clock that cannot be told says what is missing', () => {
    const policy = definePolicy({ readings: { 'receipt-hour': 'office-hours' } });
    const { case: state } = supportAppealProcedure.replay({ participant: 'p-1' }, [
      { type: 'discussed', on: '2021-05-12' },
      { type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' },
    ]);
    expect(linesOf(supportAppealProcedure.position(state, '2021-05-14', policy))).toContain(
      '- One fact is missing: the hour of receipt (`receivedAt`). (Support policy 9.1)',
    );
  });

  test('award-appeals/4.3: a last day that the calendar does not reach is cited by the clause that counts it', () => {
    const policy = definePolicy({ calendar: upTo(englandAndWales, 2020) });
    const { case: state } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2020-12-10' }, [
      { type: 'explanation-requested', at: '2020-12-21' },
      { type: 'explained', at: '2020-12-23' },
    ]);
    const needs = explain(awardAppeal.position(state, '2020-12-24', policy)).steps.filter(({ kind }) => kind === 'need');
    expect(needs.map(({ clause, text }) => [clause, text.startsWith('The bank holidays of ')])).toStrictEqual([
      ['award-appeals/4.3', true],
    ]);
  });
  test('every stage of every machine has its words', () => {
    for (const machine of [programmeLifecycle, supportAppealProcedure, awardAppeal, actionAgainstMember, membershipApplication]) {
      for (const stage of machine.stages) {
        const bare = { stage, asOf: '2021-05-14', duties: [], permitted: [], unsettled: [] } as const;
        const { line, steps } = explain(bare);
        expect(line).toMatch(/^As of 14 May 2021, .+\. \(.+\)$/);
        for (const { clause } of steps) expect(clauses).toHaveProperty([clause]);
      }
    }
  });
});

test('a position of another library is refused', () => {
  const bare = { stage: 'elsewhere', asOf: '2021-05-14', duties: [], permitted: [], unsettled: [] } as never;
  expect(() => explain(bare)).toThrow(InvalidFacts);
});
