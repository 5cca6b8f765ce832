// Clauses 1.3, 2.1 and 2.2 of the policy on actions against members, as a procedure: acknowledged in two working days, considered, decided, reviewed.
import { dateOf, type Moment, type Need } from '../decision/decision.js';
import { ownEntry } from '../data/text.js';
import { date, fact, moment, oneOf, optional, text, yesNo } from '../decision/facts.js';
import { machineOf } from '../machine/procedure-machine.js';
import { deadlineFrom } from '../decision/open.js';
import type { ProcedureMachine, StepOn } from '../machine/procedure.js';
import { onConduct } from '../policy/choices.js';
import { informationSources, type InformationSource } from '../policy/vocabulary.js';
import { membersTakePart, noReviewOf, turnsOnWhichWay } from './5-review.js';
import type { EventFacts, FindingWords } from '../decision/words.js';

/** The opening of an action against a member: about whom, from whom the information came, and when SET received it. @since 0.1.0 */
export interface MemberActionOpening {
  /** An opaque id: no name, no address. */
  readonly member: string;
  /** Who gave the information; any other than the member is the referrer. */
  readonly source: InformationSource;
  /** When SET received it; it counts on its London day, at whatever hour. */
  readonly receivedAt: Moment;
}
/** A step of an action against a member. @since 0.1.0 */
export type MemberActionEvent =
  | StepOn<'acknowledged'>
  | StepOn<'considered'>
  | (StepOn<'decided'> & {
      /** Whether the decision is against the member; where left out, that stays a fact to be known. As the page is read by default, a review follows only a decision against. */
      readonly against?: boolean;
    })
  | StepOn<'review-requested'>
  | StepOn<'review-decided'>;

/**
 * The action of SET on information that puts a member's suitability in doubt, from its receipt to a review of the decision.
 *
 * SET's Operations Manager acknowledges it within two working days of its London day of receipt; a late acknowledgement is taken and found late.
 * What is held of the policy ends there: panels, sanctions and later limits stay open. Where the policy of September 2020 does not govern on the day of receipt, on that of a step
 * or on the day asked about (before September 2020, and from October 2023), no limit is counted, nothing is late, and what is unsettled names the document that governs.
 * Readings: `review-if-necessary`, `working-day-calendar`. Clauses: member-action/1.3, 2.1, 2.2; code-page/4, 5, 9.
 * @example actionAgainstMember.open({ member: 'm-1', source: 'employer', receivedAt: '2020-12-23' }).stage // => 'information-received'
 * @since 0.1.0
 */
export const actionAgainstMember: ProcedureMachine<MemberActionOpening, 'information-received', MemberActionEvent> =
  /* @__PURE__ */ machineOf('actionAgainstMember', () => ({
    start: 'information-received',
    opening: () => ({ member: fact(text), source: oneOf(informationSources), receivedAt: fact(moment) }),
    openedAt: 'receivedAt',
    dated: { edition: 'member-action@2020-09', among: onConduct },
    turnsOn: ['review-if-necessary'],
    steps: {
      acknowledged: {
        clause: 'member-action/2.2',
        from: ['information-received'],
        facts: onDay,
        owed: {
          what: 'acknowledge-information',
          by: 'set-operations-manager',
          limit: { deadline: (_, from, policy) => deadlineFrom(dateOf(from), 'member-action/2.2', 'set-operations-manager', policy) },
        },
        evaluate: ({ source }) => ({
          because: [{ clause: 'member-action/2.1', test: 'source-is-a-referrer', holds: source !== 'member', left: source }],
        }),
      },
      considered: {
        clause: 'code-page/9',
        from: ['acknowledged'],
        facts: onDay,
        owed: { what: 'consider-information', by: 'set' },
        evaluate: () => ({ because: [{ clause: 'member-action/1.3', test: 'hearings-are-private', holds: true }] }),
      },
      decided: {
        clause: 'code-page/4',
        from: ['considered'],
        facts: () => ({ ...onDay(), against: optional(yesNo()) }),
        owed: { what: 'decide-on-information', by: 'set' },
        evaluate: () => ({ because: [membersTakePart] }),
      },
      'review-requested': {
        clause: 'code-page/5',
        from: ['decided'],
        facts: onDay,
        guard: ({ history }, policy) => noReviewOf(decision(history)?.against, policy),
      },
      'review-decided': {
        clause: 'code-page/5',
        from: ['review-requested'],
        facts: onDay,
        owed: { what: 'decide-review', by: 'set' },
        evaluate: () => ({ because: [membersTakePart] }),
      },
    },
    unresolved: ({ stage, history }, policy) => {
      switch (stage) {
        case 'acknowledged':
        case 'considered':
        case 'review-requested':
          return otherNeeds;
        case 'decided': {
          const against = decision(history)?.against;
          if (noReviewOf(against, policy) !== undefined) return [];
          return against === undefined && turnsOnWhichWay(policy) ? [{ kind: 'fact', name: 'against' }, ...otherNeeds] : otherNeeds;
        }
        case 'information-received':
        case 'review-decided':
          return [];
      }
    },
  }));

const onDay = () => ({ on: fact(date) });

/** Panels, sanctions, and the limits after the acknowledgement. */
const otherNeeds: readonly Need[] = [{ kind: 'document', document: 'member-action' }];

const decision = (history: readonly MemberActionEvent[]) => history.find((event) => event.type === 'decided');

/** Whom the sources other than the member are, within a sentence. */
const referrers: Readonly<Record<Exclude<InformationSource, 'member'>, string>> = {
  employer: 'an employer',
  'former-employer': 'a former employer',
  'third-party': 'a third party',
  public: 'a member of the public',
};

export const actionWords = (): FindingWords<'hearings-are-private' | 'source-is-a-referrer'> & EventFacts<'against'> => ({
  facts: { against: 'whether the decision went against the person' },
  tests: {
    'hearings-are-private': 'under the policy of September 2020, oral hearings are private and decisions are not published identifiably',
    'source-is-a-referrer': [
      (left) =>
        `the information came from ${ownEntry(referrers, left as keyof typeof referrers)}. The policy calls whoever gave it the referrer`,
      'the information came from the member, who must report without being asked. So nobody is the referrer',
    ],
  },
});
