// Every procedure beside the programme's lifecycle by its id, for what is derived from all of them: schemas, documentation.
import { awardAppeal } from './appeals/award-appeal.js';
import { supportAppealProcedure } from './appeals/support-appeal-procedure.js';
import { actionAgainstMember } from './membership/action-against-member.js';
import { membershipApplication } from './membership/membership-application.js';

/** Gives the type of each procedure by its id. @since 0.1.0 */
export interface ProceduresById {
  readonly supportAppealProcedure: typeof supportAppealProcedure;
  readonly awardAppeal: typeof awardAppeal;
  readonly actionAgainstMember: typeof actionAgainstMember;
  readonly membershipApplication: typeof membershipApplication;
}

export const procedures: ProceduresById = /* @__PURE__ */ Object.freeze({
  supportAppealProcedure,
  awardAppeal,
  actionAgainstMember,
  membershipApplication,
});
