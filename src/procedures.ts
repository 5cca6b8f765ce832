// Written by `npm run update` from the files of the families. To change it, change them.
import { supportAppealProcedure } from './support-policy/9.1-appeal-procedure.js';
import { awardAppeal } from './award-appeals/4.1-appeal.js';
import { membershipApplication } from './code-page/4-application.js';
import { actionAgainstMember } from './code-page/9-action.js';

/** The type of each procedure by its id. @since 0.1.0 */
export interface ProceduresById {
  readonly supportAppealProcedure: typeof supportAppealProcedure;
  readonly awardAppeal: typeof awardAppeal;
  readonly membershipApplication: typeof membershipApplication;
  readonly actionAgainstMember: typeof actionAgainstMember;
}

/** The procedures beside the programme's lifecycle, by id. */
export const procedures: Readonly<ProceduresById> = /* @__PURE__ */ Object.freeze({
  supportAppealProcedure,
  awardAppeal,
  membershipApplication,
  actionAgainstMember,
});
