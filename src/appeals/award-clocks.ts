// Clauses 4.1, 4.2 and 4.3 of the awards appeals policy: the three limits, each with who keeps it. Each is counted from a receipt of its own; they are never added up.
import type { ClauseId } from '../policy/clauses.js';
import { frozen } from '../policy/register.js';
import type { Role } from '../policy/vocabulary.js';

/** One limit: the clause that states it, who keeps it, and its length; the last day of it is still in time. */
interface AwardClock {
  readonly clause: ClauseId;
  readonly owedBy: Role;
  readonly span: { readonly workingDays: number };
}

/** The limits by the step that each is on, in the order of the procedure. */
export const awardClocks: {
  /** From receipt of the decision. */
  readonly 'explanation-requested': AwardClock;
  /** From receipt of the member's letter. */
  readonly explained: AwardClock;
  /** From receipt of the explanation. */
  readonly 'appeal-lodged': AwardClock;
} = /* @__PURE__ */ frozen({
  'explanation-requested': { clause: 'award-appeals/4.1', owedBy: 'member', span: { workingDays: 10 } },
  explained: { clause: 'award-appeals/4.2', owedBy: 'head-of-professional-status', span: { workingDays: 5 } },
  'appeal-lodged': { clause: 'award-appeals/4.3', owedBy: 'member', span: { workingDays: 10 } },
});
