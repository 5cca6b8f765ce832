// The clauses of the support policy, restated.
import type { ClauseTable } from './register.js';

export const supportClauses: ClauseTable = {
  'support/1.1': {
    name: 'Aim of the support',
    says: 'SET means to help members on the way to QTLS or ATS to do as well as they can.',
    kind: 'informative',
    note: 'An intention: no fact of a case makes it true or false.',
  },
  'support/1.2': {
    name: 'Purpose of the policy',
    says: 'The policy is there so that participants in both programmes are supported, and can take part, fairly and alike.',
    kind: 'informative',
    note: 'An aim. What it asks for in particular is said by the clauses that follow.',
  },
  'support/2.1': {
    name: 'Who is covered, and when',
    says: 'Members working towards QTLS or ATS are covered from the time they register until the status is awarded.',
    kind: 'rule',
    note: 'The policy applies from registration; support itself begins later, when the portfolio is issued (4.3).',
  },
  'support/2.2': {
    name: 'Whose support is described',
    says: 'A supporter (QTLS) or mentor (ATS) is the main source of support; the policy is about what the Professional Status Team gives. For reasonable adjustments, participants have to turn to the policy on those.',
    kind: 'reference',
    note: 'Says what the document is about and points to another. The supporter and mentor return as a rule in 6.1.1; the adjustments policy of that time is not included.',
  },
  'support/2.3': {
    name: 'No formative assessment',
    says: 'Work is not assessed along the way, because both programmes lead to a professional status.',
    kind: 'rule',
  },
  'support/3.1.1': {
    name: 'Notice of additional needs',
    says: 'Anyone who will need more than section 6 offers, such as reasonable adjustments, should tell the Professional Status Team. They should do so a month or more ahead of the day on which the programme is due to begin.',
    kind: 'rule',
    note: 'What a reasonable adjustment is, the clause leaves to the adjustments policy.',
  },
  'support/3.2.1': {
    name: 'Even-handed and prompt support',
    says: 'The Team does its best to give the support of section 6 in good time and even-handedly, inside a cohort and from one to another.',
    kind: 'judgement',
    note: "Doing one's best, in good time and fairly, is for people to judge. The library keeps what can be kept absolutely: the same facts have the same answer, whoever and whichever cohort they concern.",
  },
  'support/4.1': {
    name: 'Length of professional formation',
    says: 'Professional formation is a time of six months for building the portfolio that leads to QTLS. It is not a course, and not a qualification.',
    kind: 'rule',
    note: 'The six months describe the programme; a deadline is only ever a date of the cohort.',
  },
  'support/4.2': {
    name: 'Length of the ATS programme',
    says: 'The way to ATS is a year of professional development at the level of an advanced teacher. It is not a course, and not a qualification.',
    kind: 'rule',
    note: 'The year describes the programme; a deadline is only ever a date of the cohort.',
  },
  'support/4.3': {
    name: 'In-programme support',
    says: 'Participants are helped from the day their portfolio is issued to the day of award or withdrawal. That includes the resubmission of those who do not meet the criteria at first.',
    kind: 'rule',
  },
  'support/4.4': {
    name: 'Review and moderation',
    says: 'Portfolios are assessed, and the outcome is that the criteria are met or that they are not. The work begins once the submission deadline is past and takes a month.',
    kind: 'rule',
    note: "Whether the criteria are met is the reviewers' judgement, which the library is told and never works out. The month is when the review is to be expected; nothing is said to follow if it takes longer.",
  },
  'support/4.5': {
    name: 'Support communications',
    says: 'A support communication is an email or a telephone call that the participant starts, to get advice, clarification, help or an answer from the Team about the portfolio.',
    kind: 'rule',
    note: 'Clause 6.1.6 uses the same words for something that is found in the portfolio, which this definition does not fit. The inconsistency is recorded and not settled.',
  },
  'support/5.1': {
    name: 'Personal data',
    says: 'SET takes its handling of personal data seriously, and leaves the particulars to its privacy and cookie policy.',
    kind: 'reference',
    note: 'The policy that it points to is not included.',
  },
  'support/6.1.1': {
    name: 'Main academic support',
    says: 'Academic support comes in the first place from the supporter for QTLS, and from the mentor for ATS.',
    kind: 'rule',
  },
  'support/6.1.2': {
    name: 'Who appoints the supporter',
    says: 'The QTLS participant is responsible for appointing a supporter.',
    kind: 'rule',
  },
  'support/6.1.3': {
    name: 'Asking SET for a mentor',
    says: 'ATS participants who can find nobody to be their mentor may ask SET to appoint someone. Whether SET can depends on who is available.',
    kind: 'rule',
  },
  'support/6.1.4': {
    name: 'Further kinds of support',
    says: 'Besides a supporter or mentor there are guidance notes, webinars, regular messages and answers to general questions. Two addresses take questions on professional formation, one on eligibility and one on the portfolio. A third takes questions on the ATS portfolio.',
    kind: 'rule',
  },
  'support/6.1.4.a': {
    name: 'Guidance notes',
    says: 'Each section of a portfolio comes with notes of guidance.',
    kind: 'rule',
  },
  'support/6.1.4.b': {
    name: 'Webinars',
    says: 'At the main stages of a programme, webinars explain what the portfolio has to show.',
    kind: 'rule',
  },
  'support/6.1.4.c': {
    name: 'Regular messages',
    says: 'Information about the programmes is sent out regularly, at the time when it is needed.',
    kind: 'rule',
  },
  'support/6.1.4.d': {
    name: 'General queries',
    says: 'General questions are answered by the membership enquiries team, at membership.enquiries@etfoundation.co.uk.',
    kind: 'rule',
  },
  'support/6.1.4.e': {
    name: 'Professional formation inbox',
    says: 'On professional formation, questions about eligibility go to professional.formation@etfoundation.co.uk and questions about the portfolio to technical@etfoundation.co.uk.',
    kind: 'rule',
  },
  'support/6.1.4.f': {
    name: 'ATS inbox',
    says: 'Questions about what an ATS portfolio has to show go to ATS@etfoundation.co.uk.',
    kind: 'rule',
    note: 'No address is given for a question about eligibility for ATS; see the interpretation `ats-eligibility-query`.',
  },
  'support/6.1.5': {
    name: 'No feedback before submission',
    says: 'The Team cannot comment on any single part of a portfolio, so that all participants have the same support. The reviewers and moderators comment on it after it has been submitted.',
    kind: 'rule',
  },
  'support/6.1.6': {
    name: "The participant's own judgement",
    says: "What a portfolio contains, and with what evidence, is for the participant's professional judgement, with the help of the guidance and the support communications in the portfolio.",
    kind: 'judgement',
    note: "The judgement is the participant's. The support communications meant here are kept in the portfolio, and so are not those defined in 4.5: an inconsistency that is recorded and not settled.",
  },
  'support/6.1.7': {
    name: 'Limit on requests',
    says: 'Requests for support are limited so that everyone gets a fair share, except where a special arrangement was made for someone individually. On such arrangements the clause points to the policy on reasonable adjustments.',
    kind: 'rule',
    note: 'No number is stated: a limit is a fact that the Team may set, never one that the library assumes.',
  },
  'support/6.2.1': {
    name: 'After “criteria not met”',
    says: 'Two things are owed to a participant whose review ends in “criteria not met”: detailed feedback in writing, and one free resubmission.',
    kind: 'rule',
  },
  'support/6.2.1.a': {
    name: 'Written feedback',
    says: 'The feedback is written and detailed.',
    kind: 'rule',
  },
  'support/6.2.1.b': {
    name: 'One free resubmission',
    says: 'The portfolio may be sent in once more at no cost.',
    kind: 'rule',
  },
  'support/6.2.2': {
    name: 'Further support during review',
    says: 'More support than that is given only as arranged beforehand, and only to those who asked for reasonable adjustments ahead of the start of their programme. The reason given is fairness in and between cohorts.',
    kind: 'rule',
    note: 'The request must be for reasonable adjustments, and both parts are necessary. When both are met, the support is whatever was arranged; this clause does not promise any.',
  },
  'support/6.2.3': {
    name: 'Restart with another cohort',
    says: 'Resubmitted evidence that comes after its deadline, or that still falls short of the criteria, leads to a fresh start: a new portfolio, with the next cohort that is available. Starting again costs an administration fee, which is a matter of the terms.',
    kind: 'rule',
    note: 'The amount of the fee is not included. The clause is about resubmission; on a first submission that is late or missing it is silent.',
  },
  'support/6.3.1': {
    name: 'Arrangements at the workplace',
    says: 'The programmes take place where participants work, so those who need additional support use what their workplace arranges in the ordinary course.',
    kind: 'rule',
  },
  'support/6.3.2': {
    name: 'Accessibility tools',
    says: 'The SET website and the e-portfolios have tools for vision, hearing and neurodiversity, on top of what the workplace offers. Tools for learning and literacy are found by the same link.',
    kind: 'rule',
  },
  'support/7.1': {
    name: 'Reasonable adjustments',
    says: 'For reasonable adjustments, the reader is sent to the policy on those.',
    kind: 'rule',
    note: 'The clause says where the matter belongs. The edition of that time is not included; one clause of a later one is (adjustments/3.1.2).',
  },
  'support/8.1': {
    name: 'No student finance',
    says: 'Both programmes lead to a professional status and develop what marks a fully qualified teacher in further education and skills. Those who take part are qualified professionals already and do not count as students. So student finance is not available for either programme.',
    kind: 'rule',
  },
  'support/9.1': {
    name: 'Appeal on sufficiency of support',
    says: 'A participant who has talked with the Team about the support of section 6, and holds that it was not enough, may appeal. The appeal must be emailed to membership.enquiries@etfoundation.co.uk and set out the case and its background. The Team responds in writing within ten working days. For the rest the clause points to a document on appeals procedures.',
    kind: 'rule',
    note: 'The ten days bind the Team; no limit is stated for the participant. Which document the appeals procedures are is not said, and it is not included.',
  },
  'support/appendix-1': {
    name: 'QTLS terms and conditions',
    says: 'The first appendix is the terms and conditions of the QTLS programme.',
    kind: 'reference',
    note: 'Of those terms one clause is included (qtls-terms/1.2).',
  },
  'support/appendix-2': {
    name: 'ATS terms and conditions',
    says: 'The second appendix is the terms and conditions of the ATS programme.',
    kind: 'reference',
    note: 'Of those terms one point is included, from a later edition (ats-terms/restart).',
  },
};
