// Sections 2 to 4, 6.1 and 6.3 as theorems: to whom the policy applies, the month's notice, the window of support, the review, and what is given.
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/index.js';
import {
  academicSupport,
  accessibilitySupport,
  assessAdjustmentRequest,
  assessCommunication,
  assessMentorRequest,
  assessSupportRequest,
  definePolicy,
  noticeDeadline,
  policyScope,
  programmeLength,
  reviewWindow,
  routeQuery,
  supportWindow,
  type Ask,
  type Stage,
} from '../../src/index.js';
import { programmes, requirements, stages } from '../../src/policy/vocabulary.js';
import { arbitraries } from '../../src/testing/index.js';
import { among, combined, days, drawnFrom, factsOf, made, policiesFor } from './spaces.js';
import { theorem } from './theorem.js';

/** Every start of which a month before it lies within the dates of the samples. */
const starts = days({ from: '2011-03-01' });
/** Requests for every start, on the days about the deadline, on the start, and long before. */
const request = combined(
  drawnFrom(
    arbitraries.facts(assessAdjustmentRequest),
    made(
      combined(days(), among(-400, -33, -32, -31, -30, -29, -28, -27, 1), among(...requirements)),
      ([programmeStartsOn, by, requirement]) => ({ programmeStartsOn, requestedOn: addDays(programmeStartsOn, by), requirement }),
    ),
  ),
  policiesFor(assessAdjustmentRequest),
);
/** A number of requests, or a limit, where it is not known and where it is: one is at the other. */
const number = among('none', 1);
/** What is asked, at some stages, with every other word, under every interpretation. */
const requestFor = (ask: Ask, ...at: readonly [Stage, ...Stage[]]) =>
  combined(
    factsOf(assessSupportRequest, { ask: among(ask), stage: among(...at), requestsSoFar: number, limitSetByTeam: number }),
    policiesFor(assessSupportRequest),
  );
/** Every day of issue, with the days on which a restart became due and the case ended since, and the days beside each. */
const windows = combined(
  drawnFrom(
    arbitraries.facts(supportWindow),
    made(
      combined(
        days(),
        among(['none', 'none'], ['none', 0], ['none', 200], [100, 'none'], [100, 100], [100, 200]),
        among(-1, 0, 1, 100, 101, 200, 201),
      ),
      ([portfolioIssuedOn, [restart, end], by]) => ({
        portfolioIssuedOn,
        restartRequiredOn: restart === 'none' ? restart : addDays(portfolioIssuedOn, restart),
        endedOn: end === 'none' ? end : addDays(portfolioIssuedOn, end),
        on: addDays(portfolioIssuedOn, by),
      }),
    ),
  ),
  policiesFor(supportWindow),
);

theorem('support/2.1', 'whoever is not a member is out of scope, at every stage', factsOf(policyScope, {}), (facts) => {
  if (!facts.isMember) expect(policyScope(facts).outcome).toBe('out-of-scope');
});
theorem(
  'support/2.3',
  'formative assessment is never given, at no stage and under no interpretation',
  requestFor('formative-assessment', ...stages),
  ([facts, chosen]) => {
    expect(assessSupportRequest({ ...facts, ask: 'formative-assessment' }, chosen).outcome).toBe('not-provided');
  },
);
theorem(
  'support/3.1.1',
  'the last timely day lies before the start, and the first late one is the day after it',
  combined(starts, policiesFor(noticeDeadline)),
  ([programmeStartsOn, chosen]) => {
    const { latestTimely, firstLate } = noticeDeadline({ programmeStartsOn }, chosen).detail;
    expect(latestTimely < programmeStartsOn).toBe(true);
    expect(daysBetween(latestTimely, firstLate)).toBe(1);
  },
);
theorem(
  'support/3.1.1',
  'a later start never has an earlier last day',
  combined(starts, drawnFrom(fc.nat(60), among(1)), policiesFor(noticeDeadline)), // day by day, and so for any two days
  ([programmeStartsOn, later, chosen]) => {
    const after = noticeDeadline({ programmeStartsOn: addDays(programmeStartsOn, later) }, chosen).detail;
    expect(after.latestTimely >= noticeDeadline({ programmeStartsOn }, chosen).detail.latestTimely).toBe(true);
  },
);
theorem(
  'support/3.1.1',
  'a request is timely on the last timely day and before it, and late from the day after',
  request,
  ([facts, chosen]) => {
    if (facts.requirement === 'described-in-section-6') return;
    const { latestTimely } = noticeDeadline({ programmeStartsOn: facts.programmeStartsOn }, chosen).detail;
    const { outcome, detail } = assessAdjustmentRequest(facts, chosen);
    expect(outcome).toBe(facts.requestedOn <= latestTimely ? 'timely' : 'late');
    expect(detail.marginDays).toBe(daysBetween(facts.requestedOn, latestTimely));
  },
);
theorem('support/3.1.1', 'a late request is still considered, unless notice counts as a condition', request, ([facts, chosen]) => {
  const { outcome, detail } = assessAdjustmentRequest(facts, chosen);
  if (outcome === 'late') expect(detail.effect).toBe(chosen.readings['notice-effect'] === 'condition' ? 'not-accepted' : 'considered');
});
theorem(
  'support/3.1.1',
  'a clear month asks for one day more than a month, or for as many',
  combined(starts, among('count-back', 'count-forward')),
  ([programmeStartsOn, month]) => {
    const [clear, inclusive] = (['clear-month', 'inclusive'] as const).map(
      (boundary) =>
        noticeDeadline({ programmeStartsOn }, definePolicy({ readings: { 'notice-month': month, 'notice-boundary': boundary } })).detail
          .latestTimely,
    ) as [string, string];
    expect(clear <= inclusive).toBe(true);
    if (month === 'count-back') expect(daysBetween(clear as never, inclusive as never)).toBe(1);
  },
);
theorem(
  'support/4.1',
  'a programme is described by its months alone, whatever a cohort’s dates are',
  drawnFrom(
    arbitraries.facts(programmeLength),
    made(combined(days(), among(...programmes), among(0, 1, 180, 366)), ([startsOn, programme, by]) => ({
      programme,
      startsOn,
      submissionDeadline: addDays(startsOn, by),
    })),
  ),
  (facts) => {
    expect(programmeLength(facts).detail.describedMonths).toBe(facts.programme === 'QTLS' ? 6 : 12);
  },
);
theorem('support/4.3', 'support is open on no day before the issue and on none after the end', windows, ([facts, chosen]) => {
  const { outcome } = supportWindow(facts, chosen);
  if (facts.on < facts.portfolioIssuedOn) expect(outcome).toBe('not-yet-open');
  if (facts.on >= facts.portfolioIssuedOn && facts.endedOn !== undefined && facts.endedOn !== 'none' && facts.on > facts.endedOn)
    expect(outcome).toBe('closed');
});
theorem('support/4.3', 'a day is open just where it lies within the window that is told', windows, ([facts, chosen]) => {
  const { outcome, detail } = supportWindow(facts, chosen);
  if (detail.closes !== undefined) expect(outcome === 'open').toBe(facts.on >= detail.opens && facts.on <= detail.closes);
});
theorem(
  'support/4.4',
  'the review opens on the day after the deadline, and runs over 28 to 31 days',
  combined(days(), policiesFor(reviewWindow)),
  ([submissionDeadline, chosen]) => {
    const decision = reviewWindow({ submissionDeadline }, chosen);
    if (!decision.settled) return;
    const { opens, closes } = decision.detail;
    expect(daysBetween(submissionDeadline, opens)).toBe(1);
    const days = daysBetween(opens, closes) + 1;
    expect(days).toBeGreaterThanOrEqual(28);
    expect(days).toBeLessThanOrEqual(31);
  },
);
theorem('support/4.5', 'what the Team starts is not a support communication', factsOf(assessCommunication, {}), (facts) => {
  if (facts.startedBy === 'team') expect(assessCommunication(facts).outcome).toBe('other');
});
theorem('support/6.1.2', 'in QTLS nobody asks SET for a mentor', factsOf(assessMentorRequest, {}), (facts) => {
  if (facts.programme === 'QTLS') expect(assessMentorRequest(facts).outcome).not.toBe('may-request');
});
theorem('support/6.1.1', 'each programme has its own helper', factsOf(academicSupport, {}), (facts) => {
  expect(academicSupport(facts).outcome).toBe(facts.programme === 'QTLS' ? 'supporter' : 'mentor');
});
theorem(
  'support/6.1.4',
  'a general query goes to one address, whatever the programme',
  combined(factsOf(routeQuery, {}), policiesFor(routeQuery)),
  ([facts, chosen]) => {
    expect(routeQuery({ ...facts, topic: 'general' }, chosen).outcome).toBe('membership-enquiries');
  },
);
theorem(
  'support/6.1.5',
  'no feedback is given before the portfolio is submitted',
  requestFor('specific-feedback', 'in-programme'),
  ([facts, chosen]) => {
    const early = { ...facts, stage: 'in-programme', ask: 'specific-feedback' } as const;
    expect(assessSupportRequest(early, chosen).outcome).toBe('not-provided');
  },
);
theorem(
  'support/6.1.5',
  'no part of a draft is commented on, before a submission or before a resubmission',
  combined(requestFor('specific-feedback', 'registered'), among('registered', 'in-programme', 'criteria-not-met')),
  ([[facts, chosen], stage]) => {
    expect(assessSupportRequest({ ...facts, stage, ask: 'specific-feedback' }, chosen).outcome).toBe('not-provided');
  },
);
theorem(
  'support/6.1.7',
  'a special arrangement lifts the limit, and without a limit nothing is limited',
  combined(factsOf(assessSupportRequest, { requestsSoFar: number, limitSetByTeam: number }), policiesFor(assessSupportRequest)),
  ([facts, chosen]) => {
    const { outcome } = assessSupportRequest(facts, chosen);
    const limit = facts.limitSetByTeam !== undefined && facts.limitSetByTeam !== 'none';
    if (facts.specialArrangement === true || !limit) expect(outcome).not.toBe('limited');
  },
);
theorem('support/6.3.1', 'the workplace’s own arrangements come first, whatever the need', factsOf(accessibilitySupport, {}), (facts) => {
  const { workplaceFirst, where } = accessibilitySupport(facts).detail;
  expect([workplaceFirst, where[0]]).toStrictEqual([true, 'workplace']);
});
theorem(
  'support/6.3.2',
  'tools are named for five needs; any other should be told to the Team a month before the start',
  factsOf(accessibilitySupport, {}),
  (facts) => {
    const { detail, because } = accessibilitySupport(facts);
    expect(detail.where.length > 1).toBe(facts.need !== 'other');
    expect(because.some(({ clause }) => clause === 'support/3.1.1')).toBe(facts.need === 'other');
  },
);
theorem('support/8.1', 'no student finance is given', requestFor('student-finance', ...stages), ([facts, chosen]) => {
  expect(assessSupportRequest({ ...facts, ask: 'student-finance' }, chosen).outcome).toBe('not-provided');
});
