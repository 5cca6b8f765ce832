// The limits in working days that the documents state. Each stands here once; a clock counts it afresh from an actual receipt, and they are never added up.
import type { ClauseId } from './ids.js';
import { deepFreeze } from '../data/objects.js';
import type { Role } from './vocabulary.js';

/** One limit: the clause that states it, who keeps it, and its length; the last day of it is still in time. */
export interface WorkingDayLimit {
  readonly clause: ClauseId;
  readonly owedBy: Role;
  readonly span: { readonly workingDays: number };
}

/** Support policy 9.1: the Team answers an appeal about support in writing. No limit is stated for the participant. */
export const supportAppealAnswer: WorkingDayLimit = /* @__PURE__ */ deepFreeze({
  clause: 'support/9.1',
  owedBy: 'professional-status-team',
  span: { workingDays: 10 },
});

/** Awards appeals policy 4.1 to 4.3, by the step that each is on, in the order of the procedure. */
export const awardClocks: {
  /** From receipt of the decision. */
  readonly 'explanation-requested': WorkingDayLimit;
  /** From receipt of the member's letter. */
  readonly explained: WorkingDayLimit;
  /** From receipt of the explanation. */
  readonly 'appeal-lodged': WorkingDayLimit;
} = /* @__PURE__ */ deepFreeze({
  'explanation-requested': { clause: 'award-appeals/4.1', owedBy: 'member', span: { workingDays: 10 } },
  explained: { clause: 'award-appeals/4.2', owedBy: 'head-of-professional-status', span: { workingDays: 5 } },
  'appeal-lodged': { clause: 'award-appeals/4.3', owedBy: 'member', span: { workingDays: 10 } },
});

/** Policy on actions against members 2.2: information about a member's suitability is acknowledged. */
export const acknowledgement: WorkingDayLimit = /* @__PURE__ */ deepFreeze({
  clause: 'member-action/2.2',
  owedBy: 'set-operations-manager',
  span: { workingDays: 2 },
});
