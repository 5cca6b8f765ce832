// The five things that people ask, each with the rule that answers it and what has to be told, in plain words. What follows is asked of the rules.
import { routeQuery } from 'professional-status';

/** @import { ClauseId, rules } from 'professional-status' */
/** @typedef {{ name: string, ask: string, hint?: string, kind: 'date' | 'instant' | 'choice', choices?: readonly (readonly [value: string | boolean, text: string])[], none?: string }} Asked `none` is what a button says that tells that it has not happened */
/** @typedef {{ to: string, subject: string, body: string }} Email */
/** @typedef {{ clauses: readonly ClauseId[], email?: Email | undefined, more?: { href: string, text: string } }} Next the clauses that say what to do, a draft to send, and where to read on */
/** @typedef {{ title: string, rule: keyof typeof rules, facts: readonly Asked[], fixed: Record<string, unknown>, asOf?: true, next: (outcome: string, known: Record<string, any>) => Next }} Ask `fixed` facts are what the question itself says; with `asOf` it is asked as of the day */

const programme = /** @type {Asked} */ ({
  name: 'programme',
  ask: 'Which programme are you on?',
  kind: 'choice',
  choices: [
    ['QTLS', 'QTLS'],
    ['ATS', 'ATS'],
  ],
});

/** The address that takes a general query. */
const general = () => {
  const route = routeQuery({ programme: 'QTLS', topic: 'general' });
  return route.settled ? route.detail.address : '';
};
const closing = '\n\nKind regards\n\n(your name and membership number)\n';

/** @type {Record<string, Ask>} */
export const asks = {
  request: {
    title: 'Is my request for adjustments in time?',
    rule: 'assessAdjustmentRequest',
    fixed: {},
    facts: [
      {
        name: 'requirement',
        ask: 'What do you need?',
        kind: 'choice',
        choices: [
          ['reasonable-adjustment', 'A reasonable adjustment'],
          ['other-additional-support', 'Other support that section 6 of the policy does not describe'],
          ['described-in-section-6', 'Support that section 6 already describes, such as a supporter or answers to queries'],
        ],
      },
      {
        name: 'programmeStartsOn',
        ask: 'When is your programme due to start?',
        hint: 'The date is in your letter, or under “My dates”.',
        kind: 'date',
      },
      { name: 'requestedOn', ask: 'When did you tell the Professional Status Team, or when will you?', kind: 'date' },
    ],
    next: (outcome) => ({
      clauses: outcome === 'no-notice-asked' ? ['support/6.1.4.d'] : ['support/3.1.1', 'support/6.1.4.d'],
      email: {
        to: general(),
        subject: 'Request for support on the programme',
        body: `Dear Professional Status Team\n\nBefore my programme starts I want to tell you what I need:\n\n(what you need, and why)${closing}`,
      },
    }),
  },
  'not-met': {
    title: 'What happens after “criteria not met”?',
    rule: 'entitlementsAfterReview',
    fixed: { reviewOutcome: 'criteria-not-met' },
    facts: [
      {
        name: 'attempt',
        ask: 'Which portfolio was it?',
        kind: 'choice',
        choices: [
          ['submission', 'The one that I submitted first'],
          ['resubmission', 'The one that I resubmitted'],
        ],
      },
    ],
    next: (_, { attempt }) => ({
      clauses: attempt === 'submission' ? ['support/6.2.1', 'support/6.2.2', 'support/6.2.3'] : ['support/6.2.3'],
      more: { href: '#dates', text: 'My dates: until when to resubmit, and the next cohort' },
    }),
  },
  resubmission: {
    title: 'Is my resubmission in time?',
    rule: 'assessResubmission',
    fixed: {},
    asOf: true,
    facts: [
      programme,
      {
        name: 'resubmissionDeadline',
        ask: 'What is the resubmission deadline of your cohort?',
        hint: 'With its time, as published: often 17:00.',
        kind: 'instant',
      },
      { name: 'resubmittedAt', ask: 'When did you send the portfolio in again?', kind: 'instant', none: 'I have not sent it yet' },
    ],
    next: (outcome) => ({
      clauses: outcome === 'restart' ? ['support/6.2.3'] : ['support/6.2.1.b', 'support/4.4', 'support/6.2.3'],
      more: { href: '#question?rule=nextAvailableCohort', text: 'All rules: the next cohort for a restart' },
    }),
  },
  appeal: {
    title: 'How do I appeal about support, and when will I hear?',
    rule: 'assessSupportAppeal',
    fixed: {},
    facts: [
      {
        name: 'ground',
        ask: 'What is the appeal about?',
        kind: 'choice',
        choices: [
          ['sufficiency-of-support', 'Whether I had enough support'],
          ['other', 'Something else, such as the result'],
        ],
      },
      {
        name: 'discussedWithTeam',
        ask: 'Have you talked to the Professional Status Team about it?',
        kind: 'choice',
        choices: [
          [true, 'Yes'],
          [false, 'No, not yet'],
        ],
      },
      { name: 'receivedAt', ask: 'On which day did your email arrive, or will it?', kind: 'date' },
    ],
    next: (outcome) => ({
      clauses: outcome === 'wrong-procedure' ? ['code-page/11'] : ['support/9.1'],
      more: { href: '#question?rule=routeChallenge', text: 'All rules: where a challenge belongs' },
      email:
        outcome === 'wrong-procedure'
          ? undefined
          : {
              to: general(),
              subject: outcome === 'admissible' ? 'Appeal about the sufficiency of support' : 'To discuss the support that I received',
              body: `Dear Professional Status Team\n\n${outcome === 'admissible' ? 'I have talked to you about the support that I received, and I appeal. My case is:' : 'I want to talk to you about the support that I received:'}\n\n(which support you missed, when, and the background that matters)${closing}`,
            },
    }),
  },
  where: {
    title: 'Where do I send this?',
    rule: 'routeQuery',
    fixed: {},
    facts: [
      programme,
      {
        name: 'topic',
        ask: 'What is your question about?',
        kind: 'choice',
        choices: [
          ['general', 'Something general'],
          ['eligibility', 'Whether I am eligible'],
          ['portfolio', 'The portfolio'],
        ],
      },
    ],
    next: (_, known) => {
      const route = routeQuery(/** @type {any} */ (known));
      const body = `Dear colleague\n\n(your question)${closing}`;
      const email = route.settled ? { to: route.detail.address, subject: 'A question about my programme', body } : undefined;
      return { clauses: email ? [] : ['support/6.1.4.d'], email };
    },
  },
};
