// What each fact is called when an answer has to ask for it.
import { words } from '../data/text.js';
import type { FactsOf } from '../decision/rule.js';
import type { RuleId, RulesById } from '../rules.js';

type FactName = { readonly [R in RuleId]: keyof FactsOf<RulesById[R]> & string }[RuleId];

const factNames: Readonly<Record<FactName, string>> & Readonly<Record<string, string>> = {
  // of the events of procedures
  against: 'whether the decision went against the person',
  codeCommittedOn: 'the day of the commitment to the Code',
  decisionReceivedAt: 'when the decision was received',

  about: 'what the challenge is about',
  aboutPortfolio: 'whether the contact is about the portfolio',
  adjustmentsAppliedOn: 'the day of the request for adjustments',
  arrangementMadeOn: 'the day of the arrangement',
  asOf: 'the day that is asked about',
  ask: 'what the participant asks for',
  attempt: 'whether it is the submission or the resubmission',
  by: 'who makes the challenge',
  cohorts: 'the cohorts',
  committedOn: 'the day of the commitment',
  complied: 'whether the person keeps the Code',
  decisionsOfThirdParties: 'whether third parties have decided on it',
  discussedWithTeam: 'whether the support was discussed with the Team',
  edition: 'which edition of the conditions applies',
  effectiveOn: 'the day on which the change takes effect',
  endedOn: 'the day on which support ended',
  furtherSupport: 'whether further support was arranged',
  ground: 'what the appeal is about',
  harmOrRiskOfHarm: 'whether there was harm or a risk of harm',
  inEducationalSetting: 'whether it happened in an educational setting',
  insightAndRemorse: 'whether the person shows insight and remorse',
  isMember: 'whether the person is a member',
  isTeacher: 'whether the member is a teacher',
  limitSetByTeam: 'the limit on requests that the Team has set, if any',
  medium: 'whether it is an email or a call',
  mentorIdentified: 'whether the participant has found a mentor',
  need: 'the need',
  noticeOn: 'the day on which members were told',
  on: 'the day that is asked about',
  outcomeReleasedOn: 'the day on which the outcome was released',
  outlinesCase: 'whether the appeal outlines its case',
  part: 'which part of the Code it is',
  portfolioIssuedOn: 'the day on which the portfolio was issued',
  priorArrangement: 'whether support was arranged beforehand',
  programme: 'the programme',
  programmeStartsOn: 'the start date of the programme',
  publicConfidenceAtStake: 'whether public confidence is at stake',
  purpose: 'what the contact is for',
  receivedAt: 'when it was received',
  rehabilitation: 'whether the person shows rehabilitation',
  requestedOn: 'the date of the request',
  requestsSoFar: 'the number of requests so far',
  requirement: 'what support is needed',
  respondedOn: 'the day of the reply',
  restartRequiredOn: 'the day on which a restart was required',
  resubmissionDeadline: 'the resubmission deadline',
  resubmittedAt: 'when the portfolio was resubmitted',
  reviewOutcome: 'the outcome of the review',
  riskOfRepetition: 'whether it may happen again',
  sector: 'the sector in which the member works',
  sentAt: 'when it was sent',
  sentBy: 'how the appeal was sent',
  sentTo: 'where the appeal was sent',
  setCanAppoint: 'whether SET can appoint a mentor',
  specialArrangement: 'whether a special arrangement was agreed',
  stage: 'the stage of the case',
  startedBy: 'who started the contact',
  startsOn: 'the start date of the programme',
  submissionDeadline: 'the submission deadline',
  submittedAt: 'when the portfolio was submitted',
  to: 'whom the contact was with',
  topic: 'what the query is about',
  trigger: 'the day of the restart',
  writtenFeedback: 'whether the written feedback was issued',
};

/** Returns what a fact is called in a sentence. */
export function factName(name: string): string {
  return (Object.hasOwn(factNames, name) ? factNames[name] : undefined) ?? words(name);
}
