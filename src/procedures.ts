// Every procedure beside the programme's lifecycle by its id, for what is derived from all of them: schemas, documentation.
import { awardAppeal } from './award-appeals/4.1-appeal.js';
import { supportAppealProcedure } from './support-policy/9.1-appeal-procedure.js';
import { actionAgainstMember } from './code-page/9-action.js';
import { membershipApplication } from './code-page/4-application.js';

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
