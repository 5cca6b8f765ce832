// Written by `npm run update` from the files of the families. To change it, change them.
import { once } from '../data/objects.js';
import type { FactName, OutcomeWords, Said } from '../decision/words.js';
import type { FindingCode, RuleId } from '../rules.js';
import { lifecycleWords } from '../support-policy/lifecycle/words.js';
import { scopeWords } from '../support-policy/2.1-scope.js';
import { noticeWords } from '../support-policy/3.1.1-notice.js';
import { lengthWords } from '../support-policy/4.1-length.js';
import { supportWindowWords } from '../support-policy/4.3-support-window.js';
import { reviewWindowWords } from '../support-policy/4.4-review-window.js';
import { submissionWords } from '../support-policy/4.4-submission.js';
import { queryWords } from '../support-policy/4.5-queries.js';
import { academicSupportWords } from '../support-policy/6.1-academic-support.js';
import { supportRequestWords } from '../support-policy/6.1.5-support-requests-words.js';
import { entitlementWords } from '../support-policy/6.2.1-entitlements.js';
import { furtherSupportWords } from '../support-policy/6.2.2-further-support.js';
import { nextCohortWords } from '../support-policy/6.2.3-next-cohort.js';
import { resubmissionWords } from '../support-policy/6.2.3-resubmission.js';
import { accessibilityWords } from '../support-policy/6.3-accessibility.js';
import { supportAppealWords } from '../support-policy/9.1-appeal-words.js';
import { complianceWords } from '../code-page/1-compliance.js';
import { commitmentWords } from '../code-page/3-commitment.js';
import { challengeWords } from '../code-page/11-challenges-words.js';
import { conditionsWords } from '../code-page/13-conditions.js';
import { standardsWords } from '../code-page/14-standards.js';
import { suitabilityWords } from '../code-page/suitability.js';
import { awardAppealWords } from '../award-appeals/4.1-appeal.js';
import { applicationWords } from '../code-page/4-application.js';
import { reviewWords } from '../code-page/5-review.js';
import { actionWords } from '../code-page/9-action.js';
import { mechanismWords } from './mechanism.js';
import { joinParts, sharedFacts } from './shared.js';

const ofRules = /* @__PURE__ */ once(() => [
  scopeWords(),
  noticeWords(),
  lengthWords(),
  supportWindowWords(),
  reviewWindowWords(),
  submissionWords(),
  queryWords(),
  academicSupportWords(),
  supportRequestWords(),
  entitlementWords(),
  furtherSupportWords(),
  nextCohortWords(),
  resubmissionWords(),
  accessibilityWords(),
  supportAppealWords(),
  complianceWords(),
  commitmentWords(),
  challengeWords(),
  conditionsWords(),
  standardsWords(),
  suitabilityWords(),
]);
const ofOthers = () => [mechanismWords(), lifecycleWords(), awardAppealWords(), applicationWords(), reviewWords(), actionWords()] as const;
/** Written out: of a list that has an empty object, the compiler infers a list of empty objects. */
type FactWords = typeof sharedFacts | Extract<ReturnType<typeof ofOthers | typeof ofRules>[number], { readonly facts: object }>['facts'];

export const testWords: () => Readonly<Record<FindingCode, Said>> = /* @__PURE__ */ once(() =>
  joinParts([...ofOthers(), ...ofRules()].map(({ tests }) => tests)),
);

export const outcomeWords: () => OutcomeWords<RuleId> = /* @__PURE__ */ once(() => joinParts(ofRules().map(({ outcomes }) => outcomes)));

export const factNames: () => Readonly<Record<FactName, string>> = /* @__PURE__ */ once(() =>
  joinParts<FactWords>([sharedFacts, ...[...ofOthers(), ...ofRules()].flatMap((each) => ('facts' in each ? [each.facts] : []))]),
);
