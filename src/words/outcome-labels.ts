// Written by `npm run update` from the files of the families. To change it, change them.
import { deepFreeze } from '../data/objects.js';
import type { OutcomeCode } from '../decision/words.js';
import { scopeLabels } from '../support-policy/2.1-scope.js';
import { noticeLabels } from '../support-policy/3.1.1-notice.js';
import { lengthLabels } from '../support-policy/4.1-length.js';
import { supportWindowLabels } from '../support-policy/4.3-support-window.js';
import { submissionLabels } from '../support-policy/4.4-submission.js';
import { queryLabels } from '../support-policy/4.5-queries.js';
import { academicSupportLabels } from '../support-policy/6.1-academic-support.js';
import { supportRequestLabels } from '../support-policy/6.1.5-support-requests-words.js';
import { afterReviewLabels } from '../support-policy/6.2.1-entitlements.js';
import { furtherSupportLabels } from '../support-policy/6.2.2-further-support.js';
import { nextCohortLabels } from '../support-policy/6.2.3-next-cohort.js';
import { resubmissionLabels } from '../support-policy/6.2.3-resubmission.js';
import { accessibilityLabels } from '../support-policy/6.3-accessibility.js';
import { supportAppealLabels } from '../support-policy/9.1-appeal-words.js';
import { complianceLabels } from '../code-page/1-compliance.js';
import { commitmentLabels } from '../code-page/3-commitment.js';
import { challengeLabels } from '../code-page/11-challenges-words.js';
import { conditionsLabels } from '../code-page/13-conditions.js';
import { standardsLabels } from '../code-page/14-standards.js';
import { joinParts, sharedLabels } from './shared.js';

export const outcomeLabels: Readonly<Record<OutcomeCode, string>> = /* @__PURE__ */ deepFreeze(
  /* @__PURE__ */ joinParts([
    sharedLabels,
    scopeLabels,
    noticeLabels,
    lengthLabels,
    supportWindowLabels,
    submissionLabels,
    queryLabels,
    academicSupportLabels,
    supportRequestLabels,
    afterReviewLabels,
    furtherSupportLabels,
    nextCohortLabels,
    resubmissionLabels,
    accessibilityLabels,
    supportAppealLabels,
    complianceLabels,
    commitmentLabels,
    challengeLabels,
    conditionsLabels,
    standardsLabels,
  ]),
);
