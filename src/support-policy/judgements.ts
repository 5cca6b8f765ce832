// What the lifecycle leaves to somebody's judgement, each with the clause that leaves it open.
import { judgement, type Need } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import type { Role } from '../policy/vocabulary.js';

type OpenPointId = 'mentor' | 'feedbackAfterAward' | 'feedbackAfterRestart' | 'feedbackAfterWithdrawal' | 'earlierApplication';

export const openPoints: Readonly<Record<OpenPointId, { readonly clause: ClauseId; readonly by: Role; readonly of: string }>> = {
  mentor: { clause: 'support/6.1.3', by: 'set', of: 'whether a mentor is available' },
  feedbackAfterAward: { clause: 'support/6.2.1.a', by: 'reviewers', of: 'whether written feedback is still to be given after the award' },
  feedbackAfterRestart: {
    clause: 'support/6.2.1.a',
    by: 'reviewers',
    of: 'whether written feedback on the earlier portfolio is still to be given',
  },
  feedbackAfterWithdrawal: {
    clause: 'support/6.2.1.a',
    by: 'set',
    of: 'whether written feedback that was owed is still owed after the withdrawal',
  },
  earlierApplication: {
    clause: 'support/6.2.2',
    by: 'set',
    of: 'whether an application or arrangement made for an earlier portfolio serves this one',
  },
};

/** What the reviewers decide before it can be said whether feedback follows. */
export const AWAITED_OUTCOME = 'whether the criteria are met, as feedback follows where they are not';

/** Returns an open point as what is needed. */
export function judgementOn(point: OpenPointId): Need {
  const { by, of } = openPoints[point];
  return judgement(by, of);
}
