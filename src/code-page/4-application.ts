// Sentences 3, 4 and 5 of the Code page as a procedure: commitment to the Code, SET's look at the application, and a review of its decision.
import type { PlainDate } from '../calendar/dates.js';
import type { NonEmpty } from '../data/issues.js';
import type { Finding } from '../decision/decision.js';
import { date, fact, text, yesNo } from '../decision/facts.js';
import { machineOf } from '../machine/procedure-machine.js';
import type { ProcedureMachine, StepOn } from '../machine/procedure.js';
import { membersTakePart, noReviewOf } from './5-review.js';
import type { EventFacts, FindingWords } from '../decision/words.js';

/** The opening of an application for membership: whose it is, and its day. @since 0.1.0 */
export interface MembershipApplicationOpening {
  /** An opaque id: no name, no address. */
  readonly applicant: string;
  readonly appliedOn: PlainDate;
}
/** A step of an application for membership. @since 0.1.0 */
export type MembershipApplicationEvent =
  | StepOn<'code-committed'>
  | (StepOn<'reviewed'> & { /** Whether the application was accepted: a judgement of SET, always given. */ readonly accepted: boolean })
  | StepOn<'review-requested'>
  | (StepOn<'review-decided'> & { readonly accepted: boolean });

/**
 * An application for membership: the applicant commits to the Code, SET looks at the application, and its decision can be reviewed.
 *
 * An acceptance needs the commitment to the Code, a refusal does not. An acceptance on review is taken without one, and the commitment is then a fact to be known.
 * The Code page states no time limit for any step. Reading: `review-if-necessary`. Clauses: code-page/3, 4, 5.
 * @example membershipApplication.open({ applicant: 'a-1', appliedOn: '2021-03-01' }).stage // => 'applied'
 * @since 0.1.0
 */
export const membershipApplication: ProcedureMachine<MembershipApplicationOpening, 'applied', MembershipApplicationEvent> =
  /* @__PURE__ */ machineOf('membershipApplication', () => ({
    start: 'applied',
    opening: () => ({ applicant: fact(text), appliedOn: fact(date) }),
    openedAt: 'appliedOn',
    turnsOn: ['review-if-necessary'],
    steps: {
      'code-committed': { clause: 'code-page/3', from: ['applied'], facts: onDay },
      reviewed: {
        clause: 'code-page/4',
        from: ['applied', 'code-committed'],
        facts: () => ({ ...onDay(), accepted: yesNo() }),
        owed: { what: 'review-application', by: 'set' },
        evaluate: ({ history }, { accepted }) => {
          const because = groundsOf(history, accepted);
          return because[0].holds ? { because } : { refusals: [because[0]] };
        },
      },
      'review-requested': {
        clause: 'code-page/5',
        from: ['reviewed'],
        facts: onDay,
        guard: ({ history }, policy) => noReviewOf(wentAgainst(history), policy),
      },
      'review-decided': {
        clause: 'code-page/5',
        from: ['review-requested'],
        facts: () => ({ ...onDay(), accepted: yesNo() }),
        owed: { what: 'decide-review', by: 'set' },
        evaluate: ({ history }, { accepted }) => ({ because: groundsOf(history, accepted) }),
      },
    },
    // A commitment that follows the first decision has no step: an acceptance on review is taken without one, and it stays a fact to be known.
    unresolved: ({ history }) => {
      const reviewed = reviewOf(history);
      return reviewed === undefined || groundsOf(history, reviewed.accepted)[0].holds ? [] : [{ kind: 'fact', name: 'codeCommittedOn' }];
    },
  }));

type History = readonly MembershipApplicationEvent[];

const reviewOf = (history: History) => history.find((event) => event.type === 'review-decided');

/** Tells whether the first decision went against the applicant; returns nothing before there is one. */
function wentAgainst(history: History): boolean | undefined {
  const reviewed = history.find((event) => event.type === 'reviewed');
  return reviewed && !reviewed.accepted;
}

/** Returns what a decision rests on: an acceptance first on the commitment to the Code, made or not; a refusal asks for none. */
function groundsOf(history: History, accepted: boolean): NonEmpty<Finding> {
  const holds = history.some(({ type }) => type === 'code-committed');
  return accepted ? [{ clause: 'code-page/3', test: 'acceptance-follows-commitment', holds }, membersTakePart] : [membersTakePart];
}

const onDay = () => ({ on: fact(date) });

export const applicationWords = (): FindingWords<'acceptance-follows-commitment'> & EventFacts<'codeCommittedOn'> => ({
  facts: { codeCommittedOn: 'the day of the commitment to the Code' },
  tests: {
    'acceptance-follows-commitment': [
      'the applicant committed to the Code before being accepted',
      'an applicant can be accepted only after committing to the Code. A commitment is not recorded',
    ],
  },
});
