// Clause 9.1: an appeal against the sufficiency of the support received, and the Team's ten working days to answer it. No limit binds the participant.
import type { PlainDate } from '../calendar/dates.js';
import { dateOf, orderOf, factNeed, type Deadline, type Moment } from '../decision/decision.js';
import { date, fact, factOrNone, moment, oneOf, optional, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import { deadlineFrom, open, receiptDay } from '../decision/open.js';
import { governingOn, inForceFrom, onChallenges, type DatedEdition } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { withEdition } from '../policy/policy.js';
import {
  appealAddressees,
  appealGrounds,
  appealMedia,
  type AppealAddressee,
  type AppealGround,
  type AppealMedium,
} from '../policy/vocabulary.js';

/** The facts of `assessSupportAppeal`. @since 0.1.0 */
export interface SupportAppealFacts {
  /** Whether the support was first discussed with the Professional Status Team. */
  readonly discussedWithTeam: boolean;
  /** What the appeal is about. */
  readonly ground: AppealGround;
  /** Where it was sent; membership enquiries where left out. */
  readonly sentTo?: AppealAddressee;
  /** How it was sent; by email where left out. */
  readonly sentBy?: AppealMedium;
  /** Whether it outlines the case; true where left out. */
  readonly outlinesCase?: boolean;
  /** When it was sent; `'none'`, or left out, where that is not known. It matters only under the reading `response-clock: sent`. */
  readonly sentAt?: Moment | 'none';
  /** When it was received; a bare date has no hour. */
  readonly receivedAt: Moment;
  /** Day of the Team's written answer; `'none'`, or left out, where there is none. */
  readonly respondedOn?: PlainDate | 'none';
  /** The day or instant until which no answer had come; it matters only while there is none, and is compared with the last day alone: one before receipt is `pending`. */
  readonly asOf?: Moment | 'none';
}
/** The last day for the Team to answer, and whether it did. @since 0.1.0 */
export interface SupportAppealDetail {
  /** When the Team's written answer is due, that day included; absent where 9.1 owes the appeal no answer. */
  readonly responseDue?: Deadline;
  /** How the answer stands to that day; `not-asked` where none is due, and where neither an answer nor a day to judge it on is given. */
  readonly responded: 'in-time' | 'late' | 'pending' | 'overdue' | 'not-asked';
}

/** The tests of `assessSupportAppeal`. @since 0.1.0 */
export type AssessSupportAppealTest =
  | 'ground-is-sufficiency-of-support'
  | 'sent-to-membership-enquiries'
  | 'objections-policy-governs'
  | 'award-appeals-policy-governs'
  | 'sent-by-email'
  | 'case-is-outlined'
  | 'discussed-with-team'
  | 'discussion-is-a-condition'
  | 'any-email-is-answered'
  | 'time-of-sending-is-known';

/**
 * Assesses an appeal against the sufficiency of support: whether 9.1 takes it, and by when the Team answers in writing.
 *
 * An appeal that 9.1 takes is answered within ten working days, the tenth included; day 1 is the next working day after receipt. No answer is due to another,
 * unless `response-owed-to` is read so. No limit is stated for the participant. Where the ground is another, the findings say what governs a decision not to award on the day of receipt.
 * Readings: `prior-discussion`, `response-owed-to`, `response-clock`, `receipt-hour`. Clauses: support/9.1; objections/who, award-appeals/3.1.
 * @throws `InvalidFacts` naming every malformed fact; an answer before receipt is a problem at `respondedOn`.
 * @example
 * ```ts
 * const decision = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' });
 * decision.settled ? decision.detail.responseDue?.due : decision.needs // => '2021-01-11'
 * ```
 * @since 0.1.0
 */
export const assessSupportAppeal: OpenRule<
  SupportAppealFacts,
  'wrong-procedure' | 'incomplete' | 'discuss-first' | 'admissible',
  SupportAppealDetail,
  AssessSupportAppealTest
> = /* @__PURE__ */ openRule('assessSupportAppeal', () => {
  const { value, test, is, reads } = steps<Required<SupportAppealFacts> & { clockStarts: PlainDate; due: Deadline }>();
  const receivedOnOrAfter = (clause: ClauseId, edition: DatedEdition) =>
    test({ clause, uses: ['receivedAt'], holds: ({ receivedAt }) => compare(dateOf(receivedAt), '>=', inForceFrom(edition)) });
  const other = { 'ground-is-sufficiency-of-support': false } as const;
  const undiscussed = { 'discussed-with-team': false, 'discussion-is-a-condition': true } as const;
  const answeredAnyway = { 'any-email-is-answered': true } as const;
  const unanswered = { gives: [], fixed: { responded: 'not-asked' } } as const;
  const wrong = { outcome: 'wrong-procedure', decides: 'ground-is-sufficiency-of-support', ...unanswered } as const;
  return {
    shape: () => ({
      discussedWithTeam: yesNo(),
      ground: oneOf(appealGrounds),
      sentTo: optional(oneOf(appealAddressees)),
      sentBy: optional(oneOf(appealMedia)),
      outlinesCase: optional(yesNo()),
      sentAt: optional(factOrNone(moment)),
      receivedAt: fact(moment),
      respondedOn: optional(factOrNone(date)),
      asOf: optional(factOrNone(moment)),
    }),
    absent: {
      sentTo: 'membership-enquiries',
      sentBy: 'email',
      outlinesCase: true,
      sentAt: 'none',
      respondedOn: 'none',
      asOf: 'none',
    },
    subject: ['ground'],
    governing: ({ ground, receivedAt }, policy) =>
      withEdition(policy, ground === 'other' && receivedAt ? governingOn(onChallenges, dateOf(receivedAt)) : undefined),
    orders: [
      { first: 'sentAt', then: 'receivedAt' },
      { first: 'receivedAt', then: 'respondedOn' },
    ],
    values: {
      clockStarts: value({
        uses: ['receivedAt', 'sentAt'],
        needs: (readings) => (readings['response-clock'] === 'sent' ? ['sentAt'] : ['receivedAt']),
        readings: ['response-clock', 'receipt-hour'],
        leansOn: (readings) => (readings['response-clock'] === 'sent' ? ['response-clock'] : ['response-clock', 'receipt-hour']),
        calendar: true,
        of: ({ receivedAt, sentAt }, { readings, calendar }) => {
          if (readings['response-clock'] === 'sent') {
            return sentAt === 'none' ? open('support/9.1', 'time-of-sending-is-known', factNeed('sentAt')) : dateOf(sentAt);
          }
          const day = receiptDay(receivedAt, readings['receipt-hour'], () => calendar);
          return day === 'hour-not-known' ? open('support/9.1', 'hour-of-receipt-is-known', factNeed('receivedAt')) : day;
        },
      }),
      due: value({
        uses: ['clockStarts'],
        calendar: true,
        limits: ['support/9.1'],
        of: ({ clockStarts }, policy) => deadlineFrom(clockStarts, 'support/9.1', 'professional-status-team', policy),
      }),
    },
    tests: {
      'ground-is-sufficiency-of-support': is('support/9.1', 'ground', 'sufficiency-of-support'),
      'sent-to-membership-enquiries': is('support/9.1', 'sentTo', 'membership-enquiries'),
      'objections-policy-governs': receivedOnOrAfter('objections/who', 'objections@2022-11'),
      'award-appeals-policy-governs': receivedOnOrAfter('award-appeals/3.1', 'award-appeals@2020-09'),
      'sent-by-email': is('support/9.1', 'sentBy', 'email'),
      'case-is-outlined': is('support/9.1', 'outlinesCase', true),
      'discussed-with-team': is('support/9.1', 'discussedWithTeam', true),
      'discussion-is-a-condition': reads('support/9.1', 'prior-discussion', 'required'),
      'any-email-is-answered': reads('support/9.1', 'response-owed-to', 'any-email'),
    },
    unresolved: ['time-of-sending-is-known'],
    rows: [
      { when: { ...other, 'objections-policy-governs': true }, ...wrong },
      { when: { ...other, 'award-appeals-policy-governs': true }, ...wrong },
      { when: other, ...wrong },
      { when: { 'sent-to-membership-enquiries': false }, outcome: 'incomplete', ...unanswered },
      { when: { 'sent-by-email': false }, outcome: 'incomplete', ...unanswered },
      { when: { 'case-is-outlined': false, ...answeredAnyway }, outcome: 'incomplete', decides: 'case-is-outlined' },
      { when: { 'case-is-outlined': false }, outcome: 'incomplete', decides: 'case-is-outlined', ...unanswered },
      { when: { ...undiscussed, ...answeredAnyway }, outcome: 'discuss-first', decides: 'discussed-with-team' },
      { when: undiscussed, outcome: 'discuss-first', decides: 'discussed-with-team', ...unanswered },
      { when: {}, outcome: 'admissible' },
    ],
    detail: {
      responseDue: value({ uses: ['due'], of: ({ due }) => due }),
      responded: value({
        uses: ['respondedOn', 'asOf', 'due'],
        of: ({ respondedOn, asOf, due: { due } }) => {
          if (respondedOn !== 'none') return respondedOn <= due ? 'in-time' : 'late';
          if (asOf === 'none') return 'not-asked';
          return orderOf(asOf, due) <= 0 ? 'pending' : 'overdue';
        },
      }),
    },
  };
});
