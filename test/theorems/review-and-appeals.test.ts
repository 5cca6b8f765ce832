// Section 6.2, 9.1 and the other procedures as theorems: resubmission and restart, and the clocks of those who answer, counted here day by day.
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, englandAndWales, isWorkingDay, type PlainDate, type WorkingCalendar } from '../../src/calendar/index.js';
import {
  actionAgainstMember,
  assessFurtherSupport,
  assessResubmission,
  assessSubmission,
  assessSupportAppeal,
  assessSupportRequest,
  awardAppeal,
  entitlementsAfterReview,
  membershipApplication,
  nextAvailableCohort,
  type FurtherSupportFacts,
} from '../../src/index.js';
import { arbitraries } from '../../src/testing/index.js';
import { among, combined, days, drawnFrom, factsOf, made, policiesFor, policiesOf } from './spaces.js';
import { theorem } from './theorem.js';

const policy = arbitraries.policy();
/** The interpretations on which the clocks of the procedures turn, and the nations' calendars. */
const clocks = policiesOf(['receipt-hour'], true);
/** The n-th working day after a day, by walking there. */
function walked(from: PlainDate, n: number, calendar: WorkingCalendar): PlainDate {
  let day = from;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
const received = days({ to: addDays(englandAndWales.span.to, -31) });
/** Days from which the limits of the two policies of September 2020 end before the next policy begins. */
const beforeObjections = days({ from: '2020-09-01', to: '2022-08-31' });
const beforeDisciplinary = days({ from: '2020-09-01', to: '2023-09-20' });

/** Every start, with an application and an arrangement on each side of what it has to come before, or none. */
const furtherSupport = drawnFrom(
  arbitraries.facts(assessFurtherSupport),
  made(
    combined(days(), among('none', -31, -1, 0, 1), among(true, false), among('none', 200, 201)),
    ([programmeStartsOn, applied, priorArrangement, arranged]) => ({
      programmeStartsOn,
      priorArrangement,
      adjustmentsAppliedOn: applied === 'none' ? applied : addDays(programmeStartsOn, applied),
      arrangementMadeOn: arranged === 'none' ? arranged : addDays(programmeStartsOn, arranged),
      outcomeReleasedOn: addDays(programmeStartsOn, 200),
    }),
  ),
);
/** Every start, with an application on each side of its notice, and an outcome two hundred days later. */
const applications = drawnFrom<readonly [FurtherSupportFacts, PlainDate]>(
  fc.tuple(arbitraries.facts(assessFurtherSupport), arbitraries.date()),
  made(combined(days(), among('none', -32, -31, -30, -29, -28, 0)), ([programmeStartsOn, applied]) => [
    { programmeStartsOn, priorArrangement: true, adjustmentsAppliedOn: applied === 'none' ? applied : addDays(programmeStartsOn, applied) },
    addDays(programmeStartsOn, 200),
  ]),
);

theorem(
  'support/6.2.1',
  'nothing but a portfolio’s first "not met" brings a free resubmission, and on a first portfolio it always does',
  combined(factsOf(entitlementsAfterReview, {}), policiesFor(entitlementsAfterReview)),
  ([facts, chosen]) => {
    const first = facts.attempt === 'submission' && facts.reviewOutcome === 'criteria-not-met';
    expect(entitlementsAfterReview(facts, chosen).detail.freeResubmissions).toBe(first ? 1 : 0);
  },
);
theorem(
  'support/6.2.1',
  'a first "not met" brings written feedback under every interpretation',
  policiesFor(entitlementsAfterReview),
  (chosen) => {
    expect(entitlementsAfterReview({ reviewOutcome: 'criteria-not-met', attempt: 'submission' }, chosen).detail.writtenFeedback).toBe(true);
  },
);
theorem(
  'support/6.2.2',
  'without an application before the start, or without an arrangement, there is no further support',
  combined(furtherSupport, policiesFor(assessFurtherSupport)),
  ([facts, chosen]) => {
    const { adjustmentsAppliedOn: applied = 'none' } = facts;
    const before = applied !== 'none' && applied < facts.programmeStartsOn;
    if (!before || !facts.priorArrangement) expect(assessFurtherSupport(facts, chosen).outcome).toBe('not-granted');
  },
);
theorem(
  'support/6.2.2',
  'from submission on, whatever else is agreed, further support is given only where both parts were there',
  { drawn: fc.tuple(arbitraries.facts(assessFurtherSupport), arbitraries.facts(assessSupportRequest), policy), why: 'two-rules' },
  ([facts, request, chosen]) => {
    const { adjustmentsAppliedOn: applied = 'none', arrangementMadeOn: made = 'none', outcomeReleasedOn: outcome = 'none' } = facts;
    const before = applied !== 'none' && applied < facts.programmeStartsOn;
    const prior = facts.priorArrangement && !(made !== 'none' && outcome !== 'none' && made > outcome);
    const furtherSupport = assessFurtherSupport(facts, chosen).outcome;
    const asked = { ...request, ask: 'further-support', furtherSupport } as const;
    if (request.stage === 'in-programme') return;
    if (!before || !prior) expect(assessSupportRequest(asked, chosen).outcome).toBe('not-provided');
    expect(assessSupportRequest({ ...asked, furtherSupport: 'none' }, chosen).outcome).not.toBe('provided');
  },
);
theorem(
  'support/6.2.2',
  'an arrangement made after the day of the outcome is not a prior one',
  combined(applications, among(-1, 0, 1), policiesFor(assessFurtherSupport)),
  ([[facts, outcomeReleasedOn], later, chosen]) => {
    const dated = { ...facts, priorArrangement: true, outcomeReleasedOn, arrangementMadeOn: addDays(outcomeReleasedOn, later) };
    const undated = { ...dated, arrangementMadeOn: 'none' as const };
    expect(assessFurtherSupport(dated, chosen).outcome).toBe(later > 0 ? 'not-granted' : assessFurtherSupport(undated, chosen).outcome);
  },
);
theorem(
  'support/6.2.3',
  'a late resubmission is a restart, whatever was found of it and whenever it is asked',
  { drawn: fc.tuple(arbitraries.facts(assessResubmission), policy), why: 'instants' },
  ([facts, chosen]) => {
    const { resubmittedAt = 'none', resubmissionDeadline } = facts;
    if (resubmittedAt !== 'none' && Date.parse(resubmittedAt) > Date.parse(resubmissionDeadline))
      expect(assessResubmission(facts, chosen).outcome).toBe('restart');
  },
);
theorem(
  'support/6.2.3',
  'what is resubmitted by the deadline leads to a restart only after a second "not met"',
  { drawn: fc.tuple(arbitraries.facts(assessResubmission), policy), why: 'instants' },
  ([facts, chosen]) => {
    const { resubmittedAt = 'none', resubmissionDeadline, reviewOutcome } = facts;
    if (resubmittedAt === 'none' || Date.parse(resubmittedAt) > Date.parse(resubmissionDeadline)) return;
    expect(assessResubmission(facts, chosen).outcome === 'restart').toBe(reviewOutcome === 'criteria-not-met');
  },
);
theorem(
  'support/6.2.3',
  'a restart is found in the same programme, and no cohort that is available starts sooner',
  { drawn: fc.tuple(arbitraries.facts(nextAvailableCohort), policy), why: 'lists' },
  ([facts, chosen]) => {
    const { outcome, detail } = nextAvailableCohort(facts, chosen);
    if (outcome !== 'found' || detail.cohort === undefined) return;
    expect(detail.cohort.programme).toBe(facts.programme);
    for (const { id, reason } of detail.considered) {
      const other = facts.cohorts.find((each) => each.id === id);
      if (reason === 'available-but-later') expect((other?.startsOn ?? '') >= detail.cohort.startsOn).toBe(true);
    }
  },
);
theorem(
  'support/4.4',
  'a first submission is in time up to the second of its deadline',
  { drawn: fc.tuple(arbitraries.facts(assessSubmission), policy), why: 'instants' },
  ([facts, chosen]) => {
    const { submittedAt = 'none', submissionDeadline } = facts;
    if (submittedAt !== 'none')
      expect(assessSubmission(facts, chosen).outcome === 'in-time').toBe(Date.parse(submittedAt) <= Date.parse(submissionDeadline));
  },
);
theorem(
  'support/9.1',
  'the answer is due on the tenth working day after receipt, counted one by one',
  combined(received, policiesFor(assessSupportAppeal)),
  ([receivedAt, chosen]) => {
    const decision = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt }, chosen);
    if (!decision.settled || chosen.readings['receipt-hour'] === 'office-hours') return;
    expect(decision.detail.responseDue?.due).toBe(walked(receivedAt, 10, chosen.calendar));
  },
);
theorem(
  'support/9.1',
  'the participant is bound by no limit: what is admissible does not turn on the day',
  { drawn: fc.tuple(arbitraries.facts(assessSupportAppeal), policy, fc.nat(400)), why: 'two-days' },
  ([facts, chosen, later]) => {
    const rest = { ...facts, respondedOn: 'none', asOf: 'none' } as const;
    const on = (receivedAt: PlainDate) => assessSupportAppeal({ ...rest, receivedAt, sentAt: receivedAt }, chosen);
    const [one, other] = [on('2015-03-02'), on(addDays('2015-03-02', later))];
    if (one.settled && other.settled) expect(other.outcome).toBe(one.outcome);
  },
);
theorem(
  'award-appeals/4.1',
  'an explanation can be asked for up to the tenth working day after receipt of the decision, and not after',
  combined(beforeObjections, clocks, among(-2, -1, 0, 1, 2)),
  ([day, chosen, beside]) => {
    if (chosen.readings['receipt-hour'] === 'office-hours') return;
    const last = walked(day, 10, chosen.calendar);
    const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: day });
    expect(awardAppeal.transition(opened, { type: 'explanation-requested', at: addDays(last, beside) }, chosen).accepted).toBe(beside <= 0);
  },
);
theorem(
  'award-appeals/4.3',
  'each clock starts at its own receipt: grounds are in time up to the tenth working day after the explanation, however late that came',
  combined(
    beforeObjections,
    clocks,
    drawnFrom(fc.nat(40), among(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 40)),
    among(-2, -1, 0, 1, 2),
  ),
  ([day, chosen, waited, beside]) => {
    const explainedAt = addDays(day, waited);
    if (chosen.readings['receipt-hour'] === 'office-hours') return;
    const steps = [
      { type: 'explanation-requested', at: day },
      { type: 'explained', at: explainedAt },
    ] as const;
    const { case: explained } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: day }, steps, chosen);
    const at = addDays(walked(explainedAt, 10, chosen.calendar), beside);
    expect(awardAppeal.transition(explained, { type: 'appeal-lodged', at, grounds: ['procedural-error'] }, chosen).accepted).toBe(
      beside <= 0,
    );
  },
);
theorem(
  'award-appeals/4.2',
  'a late explanation is taken, and found late from the sixth working day on',
  combined(beforeObjections, clocks, among(-1, 0, 1, 2)),
  ([day, chosen, beside]) => {
    if (chosen.readings['receipt-hour'] === 'office-hours') return;
    const { case: asked } = awardAppeal.replay(
      { member: 'm-1', decisionReceivedAt: day },
      [{ type: 'explanation-requested', at: day }],
      chosen,
    );
    const step = awardAppeal.transition(asked, { type: 'explained', at: addDays(walked(day, 5, chosen.calendar), beside) }, chosen);
    expect(step.accepted && step.because.find(({ test }) => test === 'step-is-in-time')?.holds).toBe(beside <= 0);
  },
);
theorem(
  'member-action/2.2',
  'the acknowledgement is due on the second working day after receipt',
  combined(beforeDisciplinary, clocks),
  ([receivedAt, chosen]) => {
    const opened = actionAgainstMember.open({ member: 'm-1', source: 'employer', receivedAt });
    const [duty] = actionAgainstMember.position(opened, receivedAt, chosen).duties;
    expect(duty?.deadline?.due).toBe(walked(receivedAt, 2, chosen.calendar));
  },
);
theorem(
  'objections/who',
  'from November 2022 no step of an appeal against a decision not to award is out of time, and none has a limit',
  combined(
    days({ from: '2022-11-01', to: addDays(englandAndWales.span.to, -31) }),
    clocks,
    drawnFrom(fc.nat(400), among(0, 1, 10, 11, 20, 400)),
  ),
  ([day, chosen, later]) => {
    const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: day });
    const step = awardAppeal.transition(opened, { type: 'explanation-requested', at: addDays(day, later) }, chosen);
    expect(step.accepted && step.unsettled).toEqual([{ kind: 'document', document: 'objections' }]);
    expect(awardAppeal.permitted(opened, chosen).some(({ deadline }) => deadline !== undefined)).toBe(false);
    const { duties, unsettled } = awardAppeal.position(opened, addDays(day, later), chosen);
    expect([duties.map(({ status }) => status), unsettled]).toEqual([['limit-not-known'], [{ kind: 'document', document: 'objections' }]]);
  },
);
theorem(
  'code-page/5',
  'as the page is read by default, nobody asks for a review of a decision in their favour',
  { drawn: arbitraries.procedureHistory(membershipApplication), why: 'histories' },
  ({ events, policy: chosen }) => {
    const reviewed = events.find((event) => event.type === 'reviewed');
    if (reviewed?.accepted === true && chosen.readings['review-if-necessary'] === 'decision-against')
      expect(events.some(({ type }) => type === 'review-requested')).toBe(false);
  },
);
