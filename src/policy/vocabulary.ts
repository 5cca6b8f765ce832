// The words of the field and of the policy, each stated once: schemas and types are both read from these lists; and the published calendar of a cohort, whose dates are given, never derived.
import type { PlainDate } from '../calendar/dates.js';
import type { Instant } from '../calendar/instants.js';

export const programmes = ['QTLS', 'ATS'] as const;
/** The programme that leads to a professional status: QTLS (professional formation) or ATS (advanced status). @since 0.1.0 */
export type Programme = (typeof programmes)[number];

export const reviewOutcomes = ['criteria-met', 'criteria-not-met'] as const;
/** What review and moderation found (support policy 4.4): a judgement of the reviewers, always given, never computed. @since 0.1.0 */
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const attempts = ['submission', 'resubmission'] as const;
/** Which sending of the portfolio is meant: the first, or the one free resubmission (6.2.1). @since 0.1.0 */
export type Attempt = (typeof attempts)[number];

export const requirements = ['reasonable-adjustment', 'other-additional-support', 'described-in-section-6'] as const;
/** What a participant asks for under 3.1.1; what section 6 already describes needs no notice. @since 0.1.0 */
export type Requirement = (typeof requirements)[number];

export const appealGrounds = ['sufficiency-of-support', 'other'] as const;
/** What an appeal under 9.1 is about; only the sufficiency of the support of section 6 belongs there. @since 0.1.0 */
export type AppealGround = (typeof appealGrounds)[number];

export const appealAddressees = ['membership-enquiries', 'elsewhere'] as const;
/** Where an appeal under 9.1 was sent. @since 0.1.0 */
export type AppealAddressee = (typeof appealAddressees)[number];
/** The address of the membership enquiries team (6.1.4, 9.1). */
export const MEMBERSHIP_ENQUIRIES = 'membership.enquiries@etfoundation.co.uk';

export const appealMedia = ['email', 'other'] as const;
/** How an appeal under 9.1 was sent: the clause asks for an email. @since 0.1.0 */
export type AppealMedium = (typeof appealMedia)[number];

export const awardAppealGrounds = ['procedural-error', 'other'] as const;
/** What an appeal against not being awarded rests on: an error of procedure, or a ground that is not included (awards appeals policy 4.4). @since 0.1.0 */
export type AwardAppealGround = (typeof awardAppealGrounds)[number];

export const challengeSubjects = [
  'support-received',
  'non-award',
  'membership-decision',
  'staff-conduct',
  'member-conduct',
  'adjustment',
  'service',
] as const;
/** What a challenge is about. @since 0.1.0 */
export type ChallengeSubject = (typeof challengeSubjects)[number];

export const challengers = ['member', 'participant', 'non-member'] as const;
/** Who makes a challenge; a participant is a member on a programme (support policy 2.1). @since 0.1.0 */
export type Challenger = (typeof challengers)[number];

export const sectors = ['further-education', 'schools', 'other'] as const;
/** The sector in which a member works. @since 0.1.0 */
export type Sector = (typeof sectors)[number];

export const codeParts = ['mandatory', 'encouraged'] as const;
/** A part of the Code of Practice: what is required of members, or what is encouraged. @since 0.1.0 */
export type CodePart = (typeof codeParts)[number];

export const informationSources = ['member', 'employer', 'former-employer', 'third-party', 'public'] as const;
/** Who gave information about a member's suitability (policy on actions against members 2.1). @since 0.1.0 */
export type InformationSource = (typeof informationSources)[number];

export const stages = [
  'registered',
  'in-programme',
  'submitted',
  'under-review',
  'criteria-met',
  'criteria-not-met',
  'resubmitted',
  'under-second-review',
  'restart-required',
  'awarded',
  'restarted',
  'withdrawn',
] as const;
/** The stage of a case, in the order of the programme; the last three are final. @since 0.1.0 */
export type Stage = (typeof stages)[number];

export const asks = [
  'guidance',
  'clarification',
  'general-query',
  'specific-feedback',
  'formative-assessment',
  'tutorial',
  'written-feedback',
  'further-support',
  'student-finance',
] as const;
/** What a participant asks the Team for. @since 0.1.0 */
export type Ask = (typeof asks)[number];

export const furtherSupportAnswers = ['by-prior-arrangement', 'not-granted'] as const;
/** What 6.2.2 makes of a request for further support: the outcomes of `assessFurtherSupport`. @since 0.1.0 */
export type FurtherSupportAnswer = (typeof furtherSupportAnswers)[number];

export const writtenFeedbackStates = ['outstanding', 'issued'] as const;
/** Whether written feedback that an outcome brought is still to be issued, or was issued (6.2.1). @since 0.1.0 */
export type WrittenFeedbackState = (typeof writtenFeedbackStates)[number];

export const topics = ['general', 'eligibility', 'portfolio'] as const;
/** What a query is about (6.1.4). @since 0.1.0 */
export type Topic = (typeof topics)[number];

export const media = ['email', 'telephone', 'other'] as const;
/** The medium of a communication (4.5). @since 0.1.0 */
export type Medium = (typeof media)[number];

export const starters = ['participant', 'team'] as const;
/** Who started a communication (4.5). @since 0.1.0 */
export type Starter = (typeof starters)[number];

export const addressees = ['professional-status-team', 'other'] as const;
/** To whom a communication went (4.5). @since 0.1.0 */
export type Addressee = (typeof addressees)[number];

export const purposes = ['advice', 'clarification', 'help', 'question', 'other'] as const;
/** What a communication is for (4.5). @since 0.1.0 */
export type Purpose = (typeof purposes)[number];

export const accessibilityNeeds = ['vision', 'hearing', 'neurodiversity', 'learning', 'literacy', 'other'] as const;
/** A need that accessibility tools may meet (6.3.2). @since 0.1.0 */
export type AccessibilityNeed = (typeof accessibilityNeeds)[number];

export const roles = [
  'participant',
  'supporter',
  'mentor',
  'professional-status-team',
  'reviewers',
  'set',
  'member',
  'head-of-professional-status',
  'set-operations-manager',
  'referrer',
] as const;
/** A person or body that the policies give something to do. @since 0.1.0 */
export type Role = (typeof roles)[number];

export const dutyCodes = [
  'appoint-supporter',
  'request-mentor',
  'submit-portfolio',
  'give-written-feedback',
  'resubmit-portfolio',
  'award-status',
  'restart',
  'answer-appeal',
  'request-explanation',
  'give-explanation',
  'lodge-appeal',
  'acknowledge-information',
  'consider-information',
  'decide-on-information',
  'review-application',
  'decide-review',
] as const;
/** A thing that somebody has to do, or may do. @since 0.1.0 */
export type DutyCode = (typeof dutyCodes)[number];

/** The published dates of one cohort; a date that is not known is left out. @since 0.1.0 */
export interface Cohort {
  readonly id: string;
  readonly programme: Programme;
  /** Day on which the programme is scheduled to start. */
  readonly startsOn: PlainDate;
  /** First day of entry (registration or payment), inclusive. */
  readonly entryOpens?: PlainDate;
  /** Last day of entry, inclusive. */
  readonly entryCloses?: PlainDate;
  /** Last instant at which a portfolio is in time, inclusive. */
  readonly submissionDeadline?: Instant;
  /** Last instant at which a resubmission is in time, inclusive. */
  readonly resubmissionDeadline?: Instant;
  /** Day on which results are published. */
  readonly resultsOn?: PlainDate;
}
