// Clauses 4.5 and 6.1.4: what counts as a support communication, and which address takes which query.
import { judgement, type NoDetail } from '../decision/decision.js';
import { oneOf, optional, yesNo } from '../decision/facts.js';
import { openRule, rule, type OpenRule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import {
  addressees,
  media,
  programmes,
  purposes,
  starters,
  topics,
  type Addressee,
  type Medium,
  type Programme,
  type Purpose,
  type Starter,
  type Topic,
  MEMBERSHIP_ENQUIRIES,
} from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `routeQuery`. @since 0.1.0 */
export interface QueryFacts {
  readonly programme: Programme;
  readonly topic: Topic;
}
/** The address that takes a query. @since 0.1.0 */
export interface QueryRoute {
  readonly address: string;
}

/** The tests of `routeQuery`. @since 0.1.0 */
export type RouteQueryTest =
  | 'query-is-general'
  | 'query-is-from-professional-formation'
  | 'query-is-about-eligibility'
  | 'query-is-about-ats-portfolio'
  | 'ats-eligibility-has-an-address'
  | 'ats-eligibility-shares-an-inbox';

/**
 * Finds the address that takes a query: general ones membership enquiries, others the programme's own inbox.
 *
 * No address is stated for a query about eligibility for ATS: SET has to say, unless the reading `ats-eligibility-query` gives it one. The address
 * is the same at every stage; whether a general query is answered before the portfolio is issued, `assessSupportRequest` says.
 * Clauses: support/6.1.4.d, support/6.1.4.e, support/6.1.4.f.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example
 * ```ts
 * const decision = routeQuery({ programme: 'QTLS', topic: 'portfolio' });
 * decision.settled ? decision.detail.address : decision.needs // => 'technical@etfoundation.co.uk'
 * ```
 * @since 0.1.0
 */
export const routeQuery: OpenRule<
  QueryFacts,
  'membership-enquiries' | 'professional-formation' | 'technical' | 'ats-inbox',
  QueryRoute,
  RouteQueryTest
> = /* @__PURE__ */ openRule('routeQuery', () => {
  const { is, reads } = steps<QueryFacts>();
  const membershipEnquiries = { address: MEMBERSHIP_ENQUIRIES };
  const professionalFormation = { address: 'professional.formation@etfoundation.co.uk' };
  return {
    shape: () => ({ programme: oneOf(programmes), topic: oneOf(topics) }),
    absent: {},
    subject: ['programme', 'topic'],
    tests: {
      'query-is-general': is('support/6.1.4.d', 'topic', 'general'),
      'query-is-from-professional-formation': { ...is('support/6.1.4.e', 'programme', 'QTLS'), otherwise: 'support/6.1.4.f' },
      'query-is-about-eligibility': is('support/6.1.4.e', 'topic', 'eligibility'),
      'query-is-about-ats-portfolio': is('support/6.1.4.f', 'topic', 'portfolio'),
      'ats-eligibility-has-an-address': reads('support/6.1.4.f', 'ats-eligibility-query', 'membership-enquiries'),
      'ats-eligibility-shares-an-inbox': reads('support/6.1.4.e', 'ats-eligibility-query', 'professional-formation', 'support/6.1.4.f'),
    },
    rows: [
      { when: { 'query-is-general': true }, outcome: 'membership-enquiries', fixed: membershipEnquiries },
      {
        when: { 'query-is-from-professional-formation': true, 'query-is-about-eligibility': true },
        outcome: 'professional-formation',
        fixed: professionalFormation,
      },
      { when: { 'query-is-from-professional-formation': true }, outcome: 'technical', fixed: { address: 'technical@etfoundation.co.uk' } },
      { when: { 'query-is-about-ats-portfolio': true }, outcome: 'ats-inbox', fixed: { address: 'ATS@etfoundation.co.uk' } },
      { when: { 'ats-eligibility-has-an-address': true }, outcome: 'membership-enquiries', fixed: membershipEnquiries },
      { when: { 'ats-eligibility-shares-an-inbox': true }, outcome: 'professional-formation', fixed: professionalFormation },
      { when: {}, outcome: 'undetermined', needs: [judgement('set', 'where a query about eligibility for ATS goes')] },
    ],
  };
});

/** The facts of `assessCommunication`. @since 0.1.0 */
export interface CommunicationFacts {
  readonly medium: Medium;
  readonly startedBy: Starter;
  readonly to: Addressee;
  readonly purpose: Purpose;
  /** Whether it is about the participant's portfolio; true where left out. */
  readonly aboutPortfolio?: boolean;
}

/** The tests of `assessCommunication`. @since 0.1.0 */
export type AssessCommunicationTest =
  'is-email-or-call' | 'participant-started-it' | 'is-to-the-team' | 'asks-for-support' | 'is-about-the-portfolio';

/**
 * Assesses whether an email or telephone call is a support communication. The participant starts it, to get advice, clarification, help or an answer from the Team about the portfolio.
 *
 * Clause: support/4.5. What 6.1.6 calls by the same words is another thing, kept in the portfolio.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessCommunication({ medium: 'email', startedBy: 'team', to: 'other', purpose: 'advice' }).outcome // => 'other'
 * @since 0.1.0
 */
export const assessCommunication: Rule<CommunicationFacts, 'support-communication' | 'other', NoDetail, AssessCommunicationTest> =
  /* @__PURE__ */ rule('assessCommunication', () => {
    const { is, isNot } = steps<Required<CommunicationFacts>>();
    return {
      shape: () => ({
        medium: oneOf(media),
        startedBy: oneOf(starters),
        to: oneOf(addressees),
        purpose: oneOf(purposes),
        aboutPortfolio: optional(yesNo()),
      }),
      absent: { aboutPortfolio: true },
      subject: ['purpose', 'aboutPortfolio'],
      tests: {
        'is-email-or-call': isNot('support/4.5', 'medium', 'other'),
        'participant-started-it': is('support/4.5', 'startedBy', 'participant'),
        'is-to-the-team': is('support/4.5', 'to', 'professional-status-team'),
        'asks-for-support': isNot('support/4.5', 'purpose', 'other'),
        'is-about-the-portfolio': is('support/4.5', 'aboutPortfolio', true),
      },
      rows: [
        { when: { 'is-email-or-call': false }, outcome: 'other' },
        { when: { 'participant-started-it': false }, outcome: 'other' },
        { when: { 'is-to-the-team': false }, outcome: 'other' },
        { when: { 'asks-for-support': false }, outcome: 'other' },
        { when: { 'is-about-the-portfolio': false }, outcome: 'other' },
        { when: {}, outcome: 'support-communication' },
      ],
    };
  });

const sendTo =
  (whom: string) =>
  ({ address }: Partial<QueryRoute>): string =>
    `Send the query to ${whom}${address ? `, ${address}` : ''}`;

export const queryLabels: OutcomeLabels<'routeQuery' | 'assessCommunication'> = {
  'membership-enquiries': 'ask membership enquiries',
  'professional-formation': 'ask the professional formation inbox',
  technical: 'ask the technical inbox',
  'ats-inbox': 'ask the ATS inbox',
  other: 'not a support communication',
  'support-communication': 'a support communication',
};

export const queryWords = (): Words<'routeQuery' | 'assessCommunication'> => ({
  facts: {
    topic: 'what the query is about',
    medium: 'whether the contact is an email or a call',
    startedBy: 'who started the contact',
    to: 'whom the contact was with',
    purpose: 'what the contact is for',
    aboutPortfolio: 'whether the call or email is about the portfolio',
  },
  outcomes: {
    routeQuery: {
      'membership-enquiries': sendTo('membership enquiries'),
      'professional-formation': sendTo('the professional formation inbox'),
      technical: sendTo('the technical inbox'),
      'ats-inbox': sendTo('the ATS inbox'),
    },
    assessCommunication: {
      'support-communication': 'This is a support communication under clause 4.5',
      other: 'This is not a support communication under clause 4.5',
    },
  },
  tests: {
    'query-is-general': ['the query is a general one', 'the query is about the programme'],
    'query-is-from-professional-formation': ['the query is about professional formation', 'the query is about ATS'],
    'query-is-about-eligibility': ['the query is about eligibility', 'the query is about the portfolio'],
    'query-is-about-ats-portfolio': ['the query is about the ATS portfolio', 'the query is about eligibility for ATS'],
    'ats-eligibility-has-an-address': [
      'under the interpretation used, a query about eligibility for ATS goes to membership enquiries',
      'the policy gives no address for a query about eligibility for ATS',
    ],
    'ats-eligibility-shares-an-inbox': [
      'under the interpretation used, one inbox takes all queries about eligibility',
      'the inbox for eligibility is the one for professional formation, which leads to QTLS',
    ],
    'is-email-or-call': ['the contact is by email or telephone', 'the contact is not by email or telephone'],
    'participant-started-it': ['the participant started the contact', 'the Team started the contact'],
    'is-to-the-team': ['the contact is with the Professional Status Team', 'the contact is not with the Professional Status Team'],
    'asks-for-support': [
      'the contact asks for advice, clarification, help or an answer',
      'the contact does not ask for advice, clarification, help or an answer',
    ],
    'is-about-the-portfolio': ['the contact is about the portfolio', 'the contact is not about the portfolio'],
  },
});
