// Every stage in words, each with the clause by which a case comes to be there; and every event.
import type { ClauseId } from '../policy/ids.js';
import { ownEntry } from '../data/text.js';
import type { Stage } from '../policy/vocabulary.js';
import { stageLabels, type EventCode } from './labels.js';

interface StageInWords {
  readonly says: string;
  readonly clause: ClauseId;
}

/** The stages of the programme, and those of the procedures; a stage of one name says the same in each of them. */
const stages: Readonly<Record<Stage, StageInWords> & Record<string, StageInWords>> = {
  registered: { says: 'the participant is registered, and the portfolio is not issued yet', clause: 'support/2.1' },
  'in-programme': { says: 'the participant is working on the portfolio', clause: 'support/4.3' },
  submitted: { says: 'the portfolio has been submitted', clause: 'support/4.4' },
  'under-review': { says: 'the portfolio is in review and moderation', clause: 'support/4.4' },
  'criteria-met': { says: 'the criteria are met, and the status is to be awarded', clause: 'support/4.4' },
  'criteria-not-met': { says: 'the criteria are not met', clause: 'support/6.2.1' },
  resubmitted: { says: 'the portfolio has been resubmitted', clause: 'support/6.2.1.b' },
  'under-second-review': { says: 'the resubmission is in review and moderation', clause: 'support/4.4' },
  'restart-required': {
    says: 'the process starts again in the next available cohort, with a new portfolio',
    clause: 'support/6.2.3',
  },
  awarded: { says: 'SET has awarded the status, and the case is closed', clause: 'support/4.3' },
  restarted: { says: 'the participant has started again with a new portfolio, and this case is closed', clause: 'support/6.2.3' },
  withdrawn: { says: 'the participant has withdrawn, and the case is closed', clause: 'support/4.3' },

  opened: { says: 'nothing has happened yet', clause: 'support/9.1' },
  discussed: { says: 'the support has been discussed with the Professional Status Team', clause: 'support/9.1' },
  'appeal-received': { says: 'the appeal has been received', clause: 'support/9.1' },
  answered: { says: 'the Team has responded to the appeal', clause: 'support/9.1' },

  'decision-received': { says: 'the member has received the decision', clause: 'award-appeals/4.1' },
  'explanation-requested': { says: 'the member has asked for an explanation', clause: 'award-appeals/4.1' },
  explained: { says: 'the member has received the explanation', clause: 'award-appeals/4.2' },
  'appeal-lodged': { says: 'the appeal has been lodged', clause: 'award-appeals/4.3' },
  'appeal-decided': { says: 'the appeal has been decided', clause: 'code-page/11' },

  'information-received': { says: 'information about a member has been received', clause: 'member-action/2.1' },
  acknowledged: { says: 'the information has been acknowledged', clause: 'member-action/2.2' },
  considered: { says: 'the information has been considered', clause: 'code-page/9' },
  decided: { says: 'a decision on the information has been made', clause: 'code-page/4' },

  applied: { says: 'the applicant has applied for membership', clause: 'code-page/3' },
  'code-committed': { says: 'the applicant has committed to the Code', clause: 'code-page/3' },
  reviewed: { says: 'the application has been reviewed', clause: 'code-page/4' },
  'review-requested': { says: 'a review of the decision has been requested', clause: 'code-page/5' },
  'review-decided': { says: 'the review has been decided', clause: 'code-page/5' },
};

export function stageInWords(stage: string): StageInWords {
  return ownEntry(stages, stage);
}

export function stageName(stage: string): string {
  return ownEntry(stageLabels as Readonly<Record<string, string>>, stage);
}

/** What is recorded of each event, as the object of a sentence. */
export const recordOf: Readonly<Record<EventCode, string>> = {
  'portfolio-issued': 'the issue of the portfolio',
  'supporter-appointed': 'the appointment of a supporter',
  'mentor-requested': 'the request for a mentor',
  'mentor-appointed': 'the appointment of a mentor',
  'adjustments-requested': 'the request for reasonable adjustments',
  'special-arrangement-agreed': 'the special arrangement',
  'portfolio-submitted': 'the submission',
  'submission-deadline-missed': 'the missed submission deadline',
  'review-started': 'the start of the review',
  'outcome-released': 'the outcome of the review',
  'feedback-issued': 'the issue of the written feedback',
  'portfolio-resubmitted': 'the resubmission',
  'resubmission-deadline-missed': 'the missed resubmission deadline',
  'second-review-started': 'the start of the second review',
  'status-awarded': 'the award of the status',
  restarted: 'the restart',
  withdrawn: 'the withdrawal',

  discussed: 'the discussion with the Team',
  'appeal-received': 'the receipt of the appeal',
  answered: 'the answer to the appeal',

  'explanation-requested': 'the request for an explanation',
  explained: 'the explanation',
  'appeal-lodged': 'the grounds of the appeal',
  'appeal-decided': 'the decision on the appeal',

  acknowledged: 'the acknowledgement',
  considered: 'the consideration of the information',
  decided: 'the decision on the information',

  'code-committed': 'the commitment to the Code',
  reviewed: 'the review of the application',
  'review-requested': 'the request for a review',
  'review-decided': 'the decision of the review',
};
