// Questions that a reader of the two documents would put, and what the documents answer. Each was once answered wrongly or not at all.
import { describe, expect, it, test } from 'vitest';
import {
  accessibilitySupport,
  actionAgainstMember,
  applicableStandards,
  assessCommunication,
  assessFurtherSupport,
  assessResubmission,
  assessSupportAppeal,
  assessSupportRequest,
  awardAppeal,
  definePolicy,
  explain,
  membershipApplication,
  policyScope,
  position,
  programmeLength,
  replay,
  reviewWindow,
  routeChallenge,
  routeQuery,
  supportAppealProcedure,
  transition,
  underEveryReading,
  whatWouldChange,
  type AnyPolicy,
  type CaseEvent,
  type Cohort,
  type Moment,
  type PlainDate,
} from '../../src/index.js';
import { SET_AWARD_APPEAL_DUE, SET_EXPLAIN, SET_POSITION, SET_RESUBMISSION_RESULT } from '../../src/spreadsheet/index.js';

const october: Cohort = {
  id: 'qtls-2020-10',
  programme: 'QTLS',
  startsOn: '2020-10-01',
  entryCloses: '2020-10-07',
  submissionDeadline: '2021-03-31T17:00:00+01:00',
  resubmissionDeadline: '2021-10-31T17:00:00+00:00',
};
const registration = { participant: 'p-1', cohort: october, registeredOn: '2020-09-18' } as const;
const issued: CaseEvent = { type: 'portfolio-issued', on: '2020-10-01' };
const submitted: CaseEvent = { type: 'portfolio-submitted', at: '2021-03-29T12:00:00+01:00' };
const released = (on: PlainDate, reviewOutcome: 'criteria-met' | 'criteria-not-met'): CaseEvent => ({
  type: 'outcome-released',
  on,
  reviewOutcome,
});
const notMet = [issued, submitted, released('2021-05-14', 'criteria-not-met')] as const;
const withdrawn = (on: PlainDate): CaseEvent => ({ type: 'withdrawn', on });
const caseAfter = (...events: readonly CaseEvent[]) => replay(registration, events).case;
const at = (events: readonly CaseEvent[], asOf: Moment, policy?: AnyPolicy) =>
  position(replay(registration, events, policy).case, asOf, policy);
const told = (events: readonly CaseEvent[], asOf: Moment): string => explain(at(events, asOf)).text;

describe('2.1: whom the policy covers', () => {
  it('covers a member to the award stage, and does not say whether it covers one who has withdrawn', () => {
    expect(policyScope({ isMember: true, stage: 'awarded' }).outcome).toBe('in-scope');
    expect(underEveryReading(policyScope, { isMember: true, stage: 'withdrawn' }).readings).toStrictEqual(['scope-after-withdrawal']);
  });
});

describe('4: lengths, support and review', () => {
  test('4.2: the length of ATS rests on the clause about ATS alone', () => {
    const answer = programmeLength({ programme: 'ATS', startsOn: '2024-10-01', submissionDeadline: '2025-12-18' });
    expect([answer.outcome, answer.because.map(({ clause }) => clause)]).toStrictEqual(['departs', ['support/4.2', 'support/4.2']]);
  });

  test.each<[PlainDate, boolean]>([
    ['2021-03-30', false],
    ['2021-03-31', true],
    ['2021-04-01', true],
  ])('4.4: an outcome on %s, with the deadline on 31 March 2021: taken is %s', (on, accepted) => {
    const step = transition(caseAfter(issued, submitted), released(on, 'criteria-met'));
    expect(step.accepted).toBe(accepted);
    if (!step.accepted) expect(explain(step).line).toContain('5pm on 31 March 2021');
  });

  test('4.4: when a resubmission is reviewed is not stated, and no document is said to state it', () => {
    expect(reviewWindow({ submissionDeadline: '2021-10-31', attempt: 'resubmission' })).toMatchObject({
      settled: false,
      needs: [{ kind: 'judgement', by: 'set' }],
    });
  });

  test('4.5: a call that is not about the portfolio is not a support communication', () => {
    const call = { medium: 'telephone', startedBy: 'participant', to: 'professional-status-team', purpose: 'question' } as const;
    expect(assessCommunication({ ...call, aboutPortfolio: false }).outcome).toBe('other');
    expect(assessCommunication(call)).toMatchObject({ outcome: 'support-communication', basis: { assumed: ['aboutPortfolio'] } });
  });
});

describe('6.2.2: further support takes an application before the start and a prior arrangement', () => {
  const applied = { adjustmentsAppliedOn: '2020-08-20', programmeStartsOn: '2020-10-01', priorArrangement: true } as const;
  test.each<[PlainDate, string]>([
    ['2021-05-13', 'by-prior-arrangement'],
    ['2021-05-14', 'by-prior-arrangement'],
    ['2021-05-15', 'not-granted'],
  ])('an arrangement of %s, with the outcome on 14 May 2021: %s', (arrangementMadeOn, outcome) => {
    expect(assessFurtherSupport({ ...applied, arrangementMadeOn, outcomeReleasedOn: '2021-05-14' }).outcome).toBe(outcome);
    const events: readonly CaseEvent[] = [
      { type: 'adjustments-requested', on: '2020-08-20' },
      ...notMet,
      { type: 'special-arrangement-agreed', on: arrangementMadeOn },
    ];
    const held = at(events, '2021-06-01').entitlements.map(({ entitlement }) => entitlement);
    expect(held.includes('further-support-by-arrangement')).toBe(outcome === 'by-prior-arrangement');
  });

  it('is not opened by a special arrangement, and not by another name for the request', () => {
    const request = { ask: 'further-support', stage: 'criteria-not-met', specialArrangement: true } as const;
    expect(assessSupportRequest(request).outcome).toBe('undetermined');
    expect(assessSupportRequest({ ...request, furtherSupport: 'not-granted' }).outcome).toBe('not-provided');
    expect(whatWouldChange(assessSupportRequest, request).map(({ change }) => change)).not.toContainEqual({ kind: 'fact', name: 'ask' });
  });

  it('leaves guidance as it was, by an interpretation that is named', () => {
    const clarification = { ask: 'clarification', stage: 'criteria-not-met' } as const;
    expect(assessSupportRequest(clarification).outcome).toBe('provided');
    expect(underEveryReading(assessSupportRequest, clarification).readings).toContain('further-support-covers');
  });
});

describe('6.2.1 and 6.1.5: feedback', () => {
  it('is not given on a draft after “criteria not met”, and is given on what was reviewed', () => {
    expect(assessSupportRequest({ ask: 'specific-feedback', stage: 'criteria-not-met' }).outcome).toBe('not-provided');
    expect(assessSupportRequest({ ask: 'written-feedback', stage: 'criteria-not-met' }).outcome).toBe('provided');
  });

  it.each(['not-settled-here', 'ends', 'stays-owed'] as const)('after a withdrawal is as the reading says: %s', (choice) => {
    const policy = definePolicy({ readings: { 'feedback-after-withdrawal': choice } });
    const { duties, unsettled } = at([...notMet, withdrawn('2021-06-01')], '2021-06-02', policy);
    expect([duties.map(({ what }) => what), unsettled.length]).toStrictEqual(
      { 'not-settled-here': [[], 1], ends: [[], 0], 'stays-owed': [['give-written-feedback'], 0] }[choice],
    );
  });
});

describe('6.2.3: resubmission and restart', () => {
  test('one answer to one question: nothing resubmitted by 31 October 2021', () => {
    const after = at(notMet, '2021-11-01');
    expect(after.duties.map(({ what, status }) => [what, status])).toStrictEqual([
      ['restart', 'no-limit-stated'],
      ['give-written-feedback', 'no-limit-stated'],
      ['resubmit-portfolio', 'lapsed'],
    ]);
    expect(after.warnings.map(({ code }) => code)).toContain('missed-deadline-not-recorded');
    expect(after.permitted[0]?.type).toBe('resubmission-deadline-missed');
    const facts = { resubmissionDeadline: '2021-10-31T17:00:00+00:00', resubmittedAt: 'none', asOf: '2021-11-01' } as const;
    expect(assessResubmission(facts).outcome).toBe('restart');
    const events = [
      ['registered', '18/09/2020', ''],
      ['portfolio-issued', '01/10/2020', ''],
      ['portfolio-submitted', '29/03/2021 12:00', ''],
      ['outcome-released', '14/05/2021', 'criteria not met'],
    ];
    const cohort = [['qtls-2020-10', 'QTLS', '01/10/2020', '31/03/2021 17:00', '31/10/2021 17:00']];
    expect((SET_POSITION(events, cohort, '01/11/2021') as string[][])[0]?.[1]).toBe(
      'take up the restart with a new portfolio in the next available cohort',
    );
    expect(SET_RESUBMISSION_RESULT('', '31/10/2021 17:00', '', '01/11/2021')).toBe('restart with a new portfolio');
  });

  test('to resubmit is a right and never a debt', () => {
    const text = told(notMet, '2021-06-01');
    expect(text).toContain('The participant may resubmit the portfolio');
    expect(text).not.toMatch(/participant (has|had) to/);
  });

  test('a late resubmission meets nothing, and the fee is in the terms', () => {
    const step = transition(caseAfter(...notMet), { type: 'portfolio-resubmitted', at: '2021-10-31T17:00:01+00:00' });
    expect(step.accepted && [step.case.stage, step.effects.map(({ type }) => type), step.unsettled]).toStrictEqual([
      'restart-required',
      ['deadline-closed'],
      [{ kind: 'document', document: 'qtls-terms' }],
    ]);
  });

  test('the fee is one need, whoever is asked', () => {
    const late = {
      resubmittedAt: '2021-10-31T17:00:01+00:00',
      resubmissionDeadline: '2021-10-31T17:00:00+00:00',
      asOf: '2021-11-02',
    } as const;
    const answer = assessResubmission({ ...late, programme: 'QTLS' });
    expect(answer.settled && answer.detail.fee).toStrictEqual({ kind: 'document', document: 'qtls-terms' });
  });

  test('a cohort whose entry had closed before the restart was triggered is refused', () => {
    const state = caseAfter(...notMet, { type: 'resubmission-deadline-missed', on: '2021-11-01' });
    const into = (entryCloses: PlainDate) =>
      transition(state, {
        type: 'restarted',
        on: '2021-11-05',
        cohort: { id: 'q', programme: 'QTLS', startsOn: '2021-10-01', entryCloses },
      });
    expect((['2021-10-31', '2021-11-01', '2021-11-02'] as const).map((day) => into(day).accepted)).toStrictEqual([false, true, true]);
  });
});

describe('a limit that is not known is not no limit', () => {
  test('4.4 and 6.2.1: a cohort without its deadlines', () => {
    const bare = { id: 'qtls-2025-01', programme: 'QTLS', startsOn: '2025-01-10' } as const;
    const state = replay({ participant: 'p', cohort: bare, registeredOn: '2024-12-01' }, [
      { type: 'portfolio-issued', on: '2025-01-10' },
    ]).case;
    const now = position(state, '2025-02-01');
    expect(now.duties.find(({ what }) => what === 'submit-portfolio')?.status).toBe('limit-not-known');
    const sentence = explain(now).steps.find(({ text }) => text.includes('submit the portfolio'))?.text;
    expect(sentence).toMatch(/The cohort sets the time limit; it is not known here/);
  });
});

describe('6.1.4, 6.3.2 and the Code page: what the words name', () => {
  test('6.1.4: a general query is answered before the portfolio is issued; where ATS eligibility goes, SET has to say', () => {
    expect(assessSupportRequest({ ask: 'general-query', stage: 'registered' }).outcome).toBe('provided');
    expect(routeQuery({ programme: 'ATS', topic: 'eligibility' })).toMatchObject({ needs: [{ kind: 'judgement', by: 'set' }] });
  });

  test('6.3.2: nothing is said of e-portfolios and literacy tools, and another need is told to the Team (3.1.1)', () => {
    expect(explain(accessibilitySupport({ need: 'literacy' })).text).not.toMatch(/e-portfolios? (has|have) no/i);
    expect(accessibilitySupport({ need: 'other' }).because.map(({ clause }) => clause)).toContain('support/3.1.1');
  });

  test('code-page/14: the Teachers’ Standards bind a teacher in the schools sector, and nobody else there', () => {
    expect(applicableStandards({ sector: 'schools', isTeacher: false }).outcome).toBe('set-code');
    expect(applicableStandards({ sector: 'schools', isTeacher: true }).outcome).toBe('set-code-and-teachers-standards');
  });

  test('code-page/3 and 4: a refusal of membership needs no commitment to the Code; an acceptance does', () => {
    const [refusal, acceptance] = [false, true].map(
      (accepted) =>
        membershipApplication.replay({ applicant: 'a-1', appliedOn: '2021-03-01' }, [{ type: 'reviewed', on: '2021-03-10', accepted }])
          .steps[0],
    );
    expect([refusal?.accepted, acceptance?.accepted]).toStrictEqual([true, false]);
  });
});

describe('9.1: an answer is owed to an appeal that the clause takes', () => {
  const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-11-15', asOf: '2021-12-30' } as const;
  test.each([
    ['not discussed', { discussedWithTeam: false }, 'discuss-first'],
    ['not outlined', { outlinesCase: false }, 'incomplete'],
    ['sent elsewhere', { sentTo: 'elsewhere' }, 'incomplete'],
    ['sent by letter', { sentBy: 'other' }, 'incomplete'],
  ] as const)('%s: no day is due, and nobody is late', (_, changed, outcome) => {
    const answer = assessSupportAppeal({ ...appeal, ...changed });
    expect(answer).toMatchObject({ outcome, detail: { responded: 'not-asked' } });
    expect(answer.settled && 'responseDue' in answer.detail).toBe(false);
    expect(explain(answer).text).not.toMatch(/29 November 2021|has passed/);
  });

  test('where the procedure is another, the advice is of that day', () => {
    expect(explain(assessSupportAppeal({ ...appeal, ground: 'other', receivedAt: '2024-07-15', asOf: '2024-07-16' })).text).toContain(
      'objections policy',
    );
    const refused = supportAppealProcedure.replay({ participant: 'p-1' }, [{ type: 'appeal-received', at: '2024-07-15', ground: 'other' }])
      .steps[0];
    expect(refused !== undefined && explain(refused as never).text).toContain('objections policy');
  });

  test.each([
    ['an appeal on another ground', { ground: 'other' }, true, 'ground-is-sufficiency-of-support'],
    ['an appeal sent elsewhere', { sentTo: 'elsewhere' }, true, 'sent-to-membership-enquiries'],
    ['an appeal that was not discussed', {}, false, 'discussed-with-team'],
  ] as const)('%s is refused for that, and not for a day that no calendar counts', (_, changed, discussed, refusedBy) => {
    const policy = definePolicy({ readings: { 'response-owed-to': 'any-email' } });
    const received = { type: 'appeal-received', at: '2005-01-03', ground: 'sufficiency-of-support', ...changed } as const;
    const earlier = discussed ? [{ type: 'discussed', on: '2005-01-02' } as const] : [];
    const step = supportAppealProcedure.replay({ participant: 'p-1' }, [...earlier, received], policy).steps.at(-1);
    expect(step?.accepted === false && step.refusals.map(({ test: code }) => code)).toStrictEqual([refusedBy]);
  });

  test('what nobody said is marked, and a cell speaks of its cells alone', () => {
    const { steps } = explain(assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' }));
    expect(steps.filter(({ text }) => /sent|outlines/.test(text)).every(({ kind }) => kind === 'assumed')).toBe(true);
    expect(steps.filter(({ kind }) => kind === 'finding').map(({ text }) => text)).toStrictEqual([
      'The participant first discussed the support with the Professional Status Team.',
      'The appeal is about whether the support was enough.',
    ]);
    expect(SET_EXPLAIN('SET_APPEAL_STATUS', '23/12/2020', '', '12/01/2021')).not.toMatch(
      /was first discussed|outlines its case|can be taken/,
    );
  });
});

describe('procedures are dated', () => {
  test('award-appeals/4.1: a decision received in 2025 has no limit here, and no request is out of time', () => {
    const state = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2025-08-06' });
    expect(awardAppeal.transition(state, { type: 'explanation-requested', at: '2025-08-25' })).toMatchObject({
      accepted: true,
      unsettled: [{ kind: 'document', document: 'objections' }],
    });
    expect(awardAppeal.position(state, '2025-08-25').duties[0]?.status).toBe('limit-not-known');
    expect(SET_AWARD_APPEAL_DUE('explanation-requested', '06/08/2025')).not.toMatch(/2025-08/);
  });

  test.each([
    ['the day before the edition begins', '2020-08-31', '2020-09-01', { left: '2020-08-31', operator: '>=', right: '2020-09-01' }],
    ['its first day', '2020-09-01', '2020-09-01', undefined],
    ['its last day', '2022-10-31', '2022-10-31', undefined],
    ['the day after it', '2022-10-31', '2022-11-01', { left: '2022-11-01', operator: '<', right: '2022-11-01' }],
  ] as const)('award-appeals/4.1: a step on %s names the day on which another document governs', (_, decisionReceivedAt, at, governs) => {
    const { because } = awardAppeal.transition(awardAppeal.open({ member: 'm-1', decisionReceivedAt }), {
      type: 'explanation-requested',
      at,
    }) as { because: readonly { test: string }[] };
    const found = because.find(({ test: code }) => code === 'document-governs');
    if (governs === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(governs);
  });

  test('award-appeals/4.1: to ask for an explanation is a right that lapses', () => {
    const state = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
    expect(awardAppeal.position(state, '2021-01-12').duties[0]).toMatchObject({ kind: 'opportunity', status: 'lapsed' });
  });

  test('member-action/2.2: information of 2024 is acknowledged under a policy that is not included here', () => {
    const state = actionAgainstMember.open({ member: 'm-1', source: 'employer', receivedAt: '2024-02-01' });
    expect(actionAgainstMember.position(state, '2024-02-08').duties[0]?.status).toBe('limit-not-known');
  });

  test('objections/who: nothing is said of non-members and decisions on membership', () => {
    const { because } = routeChallenge({ about: 'membership-decision', by: 'non-member', on: '2023-01-01' });
    expect(because.map(({ test: code }) => code)).not.toContain('non-members-may-object');
  });
});
