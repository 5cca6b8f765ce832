// Sentences 3, 4 and 5 of the Code page as a procedure: commitment to the Code, SET's look at the application, and a review where it was not accepted.
import type { PlainDate } from '../calendar/days.js';
import { date, fact, text, yesNo } from '../decision/facts.js';
import { machineOf } from '../machine/machine-of.js';
import type { ProcedureMachine, StepOn } from '../machine/procedure.js';
import { decisionIsNotAgainst, membersTakePart } from './decisions.js';

/** Opens an application for membership: whose it is, and its day. @since 0.1.0 */
export interface MembershipApplicationOpening {
  /** An opaque id: no name, no address. */
  readonly applicant: string;
  readonly appliedOn: PlainDate;
}
/** Is a step of an application for membership. @since 0.1.0 */
export type MembershipApplicationEvent =
  | StepOn<'code-committed'>
  | (StepOn<'reviewed'> & { /** Whether the application was accepted: a judgement of SET, always given. */ readonly accepted: boolean })
  | StepOn<'review-requested'>
  | (StepOn<'review-decided'> & { readonly accepted: boolean });

/**
 * Is an application for membership: the applicant commits to the Code, SET looks at the application, and reviews its decision where it was against.
 *
 * The Code page states no time limit for any step. Clauses: code-page/3, 4, 5.
 * @example membershipApplication.open({ applicant: 'a-1', appliedOn: '2021-03-01' }).stage // => 'applied'
 * @since 0.1.0
 */
export const membershipApplication: ProcedureMachine<MembershipApplicationOpening, 'applied', MembershipApplicationEvent> =
  /* @__PURE__ */ machineOf('membershipApplication', () => ({
    start: 'applied',
    opening: () => ({ applicant: fact(text), appliedOn: fact(date) }),
    openedAt: 'appliedOn',
    arrows: {
      'code-committed': { clause: 'code-page/3', from: ['applied'], facts: onDay },
      reviewed: {
        clause: 'code-page/4',
        from: ['code-committed'],
        facts: () => ({ ...onDay(), accepted: yesNo() }),
        owed: { what: 'review-application', by: 'set' },
        finds: membersTakePart,
      },
      'review-requested': {
        clause: 'code-page/5',
        from: ['reviewed'],
        facts: onDay,
        bar: ({ history }) => (history.some((event) => event.type === 'reviewed' && event.accepted) ? decisionIsNotAgainst : undefined),
      },
      'review-decided': {
        clause: 'code-page/5',
        from: ['review-requested'],
        facts: () => ({ ...onDay(), accepted: yesNo() }),
        owed: { what: 'decide-review', by: 'set' },
        finds: membersTakePart,
      },
    },
  }));

const onDay = () => ({ on: fact(date) });
