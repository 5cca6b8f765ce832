// Written by `npm run update` from the comments over the rules, their facts and the machines. To change it, change them.
import type { ProceduresById } from '../procedures.js';
import type { RuleId } from '../rules.js';

/** The first sentence of the comment over each rule. */
export const ruleSentences: Readonly<Record<RuleId, string>> = {
  policyScope:
    'Says whether the support policy applies to a person: to members, from registration to the award, that stage and a restart included.',
  noticeDeadline: 'Computes the last day for telling the Team of a need for support in time.',
  assessAdjustmentRequest:
    'Assesses whether the Team was told of a need for support at least one calendar month before the scheduled start, that day included.',
  programmeLength: "Compares a cohort's dates with the programme's described length: 6 months for QTLS, 12 for ATS.",
  supportWindow:
    'Says whether in-programme support is open on a day: from the issue of the portfolio to the award or withdrawal, both days included.',
  reviewWindow:
    'Computes the window in which review and moderation is expected to run, both days inclusive: one month, opening on the day after the deadline.',
  assessSubmission: "Assesses a first submission against its cohort's deadline, in time up to and including that instant.",
  routeQuery: "Finds the address that takes a query: general ones membership enquiries, others the programme's own inbox.",
  assessCommunication: 'Assesses whether an email or telephone call is a support communication.',
  academicSupport:
    'Says who gives academic support in a programme, the supporter of QTLS or the mentor of ATS, and what is available besides.',
  assessMentorRequest: 'Assesses whether a participant may ask SET to appoint a mentor: in ATS, having found nobody.',
  assessSupportRequest: 'Assesses what a participant asks for: given, not given, or beyond the limit that the Team has set.',
  entitlementsAfterReview: 'States what follows from a review: the award, feedback with one free resubmission, or a restart.',
  assessFurtherSupport:
    'Assesses a request for further support: by prior arrangement with a participant who had applied for reasonable adjustments before the start.',
  nextAvailableCohort: 'Finds the next cohort available for a restart: of the same programme, the earliest start first, then by id.',
  assessResubmission:
    "Assesses a resubmission: in time up to and including its deadline's instant, then by the second review's outcome; late is a restart whatever the outcome.",
  accessibilitySupport:
    'Says where a participant finds support for an accessibility need: at the workplace, and in tools where any are named for that need.',
  assessSupportAppeal:
    'Assesses an appeal against the sufficiency of support: whether 9.1 takes it, and by when the Team answers in writing.',
  assessCodeCompliance:
    'Assesses what keeping to a part of the Code, or failing it, means for membership; failing the mandatory part is for SET to judge.',
  assessCodeCommitment: 'Assesses whether a commitment to the Code is up to date on a day.',
  routeChallenge:
    'Finds where a challenge belongs: the document that governs it on its day, its procedure, and those of its limits that are known.',
  assessConditionsChange: 'Assesses whether members were told of a change to the conditions of membership in time.',
  applicableStandards:
    "Says which standards bind a member: SET's Code, and for teachers in schools the Department for Education's Teachers' Standards too.",
  suitabilityFactors:
    "Lists the factors that bear on someone's suitability for membership, and whose judgement it is: always undetermined, since SET weighs them.",
};

/** What the comments say of the facts of each rule; one whose name says it all has none. */
export const factSentences: Readonly<Record<RuleId, Readonly<Record<string, string>>>> = {
  policyScope: { isMember: 'Whether the person is a member of SET.', stage: "The stage of the person's case." },
  noticeDeadline: { programmeStartsOn: 'Date on which the programme is due to start, as scheduled.' },
  assessAdjustmentRequest: {
    programmeStartsOn: 'Date on which the programme is due to start, as scheduled.',
    requestedOn: 'Date on which the participant told the Professional Status Team.',
    requirement: 'What is asked for; a reasonable adjustment where left out.',
  },
  programmeLength: {
    startsOn: 'Day on which the programme starts.',
    submissionDeadline: "The cohort's submission deadline; only its London day counts.",
  },
  supportWindow: {
    portfolioIssuedOn: 'Day on which the portfolio was issued.',
    restartRequiredOn: "Day from which a restart is required; `'none'`, or left out, where none is.",
    endedOn: "Day of the award or withdrawal; `'none'`, or left out, where there was neither.",
    on: 'The day for which the answer is asked.',
  },
  reviewWindow: {
    submissionDeadline: 'The deadline of the attempt under review: of the submission, or of the resubmission. Only its London day counts.',
    attempt: 'Which attempt is reviewed; the first submission where left out.',
  },
  assessSubmission: {
    submittedAt: "When the portfolio was submitted; `'none'`, or left out, where it was not.",
    submissionDeadline: 'Last instant at which the submission is in time, inclusive, as the cohort publishes it.',
    asOf: 'The day or instant for which the answer is asked; it matters only while nothing is submitted, and is compared with the deadline alone.',
  },
  routeQuery: {},
  assessCommunication: { aboutPortfolio: "Whether it is about the participant's portfolio; true where left out." },
  academicSupport: {},
  assessMentorRequest: {
    mentorIdentified: 'Whether the participant has found someone to be the mentor.',
    setCanAppoint: "Whether SET has someone available; `'none'`, or left out, while SET has not said.",
  },
  assessSupportRequest: {
    stage: "The stage of the participant's case.",
    specialArrangement:
      'Whether a special arrangement was agreed with this participant (6.1.7); false where left out. It lifts the limit, and opens no further support under 6.2.2.',
    requestsSoFar: "How many requests were met before this one; `'none'`, or left out, where that is not known.",
    limitSetByTeam:
      "The number of requests that the Team has set as its limit; `'none'`, or left out, where it has set none. No number is stated in the policy.",
    furtherSupport:
      "The outcome of `assessFurtherSupport` for this participant (6.2.2); `'none'`, or left out, where nobody has assessed it.",
    writtenFeedback:
      "Whether written feedback that an earlier outcome brought is still to be issued or was issued; `'none'`, or left out, where nobody has said.",
  },
  entitlementsAfterReview: { reviewOutcome: 'What the reviewers found.', attempt: 'Which attempt they reviewed.' },
  assessFurtherSupport: {
    adjustmentsAppliedOn:
      "Day on which reasonable adjustments were applied for; `'none'`, or left out, where they were not. An application for anything else is none.",
    programmeStartsOn: 'Date on which the programme was due to start, as scheduled.',
    priorArrangement:
      'Whether an arrangement for further support was made beforehand; where its day is given too, that day must not be after the outcome.',
    arrangementMadeOn: "Day on which the arrangement was made; `'none'`, or left out, where that is not known.",
    outcomeReleasedOn:
      "Day on which the outcome of the review was released; `'none'`, or left out, where none is, or its day is not known.",
  },
  nextAvailableCohort: {
    trigger: 'Day from which a restart is sought: that of a second "not met", or the day after a missed deadline.',
    cohorts: 'The cohorts that are known, in any order; each id once.',
  },
  assessResubmission: {
    resubmittedAt: "When the evidence was re-submitted; `'none'`, or left out, where it was not.",
    resubmissionDeadline: 'Last instant at which the resubmission is in time, inclusive, as the cohort publishes it.',
    reviewOutcome:
      "What the second review found; `'none'`, or left out, while it has found nothing. It matters only once the evidence is re-submitted.",
    asOf: 'The day or instant for which the answer is asked; it matters only while nothing is re-submitted, and is compared with the deadline alone.',
    programme:
      "The participant's programme, whose terms set the restart's fee; `'none'`, or left out, where it is not known. No outcome turns on it.",
  },
  accessibilitySupport: {},
  assessSupportAppeal: {
    discussedWithTeam: 'Whether the support was first discussed with the Professional Status Team.',
    ground: 'What the appeal is about.',
    sentTo: 'Where it was sent; membership enquiries where left out.',
    sentBy: 'How it was sent; by email where left out.',
    outlinesCase: 'Whether it outlines the case; true where left out.',
    sentAt: "When it was sent; `'none'`, or left out, where that is not known. It matters only under the reading `response-clock: sent`.",
    receivedAt: 'When it was received; a bare date has no hour.',
    respondedOn: "Day of the Team's written answer; `'none'`, or left out, where there is none.",
    asOf: 'The day or instant until which no answer had come; it matters only while there is none, and is compared with the last day alone: one before receipt is `pending`.',
  },
  assessCodeCompliance: {
    part: 'The part of the Code of Practice that the matter falls under.',
    complied: 'Whether the member, or the applicant, keeps to it: a judgement of people, always given.',
  },
  assessCodeCommitment: {
    committedOn: "Day of the latest commitment to the Code; `'none'`, or left out, where there is none.",
    on: 'The day for which the answer is asked.',
  },
  routeChallenge: { on: 'Day of the challenge: the editions that print a month go by it, not by the policy.' },
  assessConditionsChange: {
    noticeOn: 'Day on which members were told of the change by email.',
    effectiveOn: 'First day on which the change applies.',
    edition:
      "The edition of the conditions under which the notice is given; it takes the place of the policy's. All that are held ask for the same notice.",
  },
  applicableStandards: {
    sector: "The sector in which the member works; of several sectors, `'schools'` where it is among them.",
    isTeacher: 'Whether the member is a teacher; true where left out.',
  },
  suitabilityFactors: {
    inEducationalSetting: 'Whether it happened in an educational setting.',
    harmOrRiskOfHarm: 'Whether there was harm, or a risk of harm.',
    publicConfidenceAtStake: 'Whether public confidence is at stake.',
    riskOfRepetition: 'Whether it may happen again.',
    insightAndRemorse: 'Whether the person shows insight and remorse; only the edition of 2023 counts it among the factors.',
    rehabilitation: 'Whether the person shows rehabilitation.',
    decisionsOfThirdParties: 'Whether third parties have decided on it.',
  },
};

/** The first sentence of the comment over each machine. */
export const machineSentences: Readonly<Record<'programmeLifecycle' | keyof ProceduresById, string>> = {
  programmeLifecycle: "A participant's way through a programme: from the registration to the award, a restart or a withdrawal.",
  supportAppealProcedure: "The appeal against the sufficiency of support, from the discussion with the Team to the Team's written answer.",
  awardAppeal:
    'The appeal against not being awarded a status: the member asks for an explanation, receives it, and lodges the appeal on its grounds.',
  membershipApplication:
    'An application for membership: the applicant commits to the Code, SET looks at the application, and its decision can be reviewed.',
  actionAgainstMember:
    "The action of SET on information that puts a member's suitability in doubt, from its receipt to a review of the decision.",
};

/** The first sentence of the comment over each question to a machine. */
export const questionSentences: Readonly<Record<'position' | 'transition', string>> = {
  position: 'Says where a case stands on a day or at an instant, past or future: no answer depends on later events.',
  transition: 'Takes or refuses one event.',
};
