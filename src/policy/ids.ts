// Written by `npm run update` from the registers of clauses and of readings. To change it, change them.

/** The id of a clause that the library holds, as `document/number`. @since 0.1.0 */
export type ClauseId =
  | 'support/1.1'
  | 'support/1.2'
  | 'support/2.1'
  | 'support/2.2'
  | 'support/2.3'
  | 'support/3.1.1'
  | 'support/3.2.1'
  | 'support/4.1'
  | 'support/4.2'
  | 'support/4.3'
  | 'support/4.4'
  | 'support/4.5'
  | 'support/5.1'
  | 'support/6.1.1'
  | 'support/6.1.2'
  | 'support/6.1.3'
  | 'support/6.1.4'
  | 'support/6.1.4.a'
  | 'support/6.1.4.b'
  | 'support/6.1.4.c'
  | 'support/6.1.4.d'
  | 'support/6.1.4.e'
  | 'support/6.1.4.f'
  | 'support/6.1.5'
  | 'support/6.1.6'
  | 'support/6.1.7'
  | 'support/6.2.1'
  | 'support/6.2.1.a'
  | 'support/6.2.1.b'
  | 'support/6.2.2'
  | 'support/6.2.3'
  | 'support/6.3.1'
  | 'support/6.3.2'
  | 'support/7.1'
  | 'support/8.1'
  | 'support/9.1'
  | 'support/appendix-1'
  | 'support/appendix-2'
  | 'code-page/1'
  | 'code-page/2'
  | 'code-page/3'
  | 'code-page/4'
  | 'code-page/5'
  | 'code-page/6'
  | 'code-page/7'
  | 'code-page/8'
  | 'code-page/9'
  | 'code-page/10'
  | 'code-page/11'
  | 'code-page/12'
  | 'code-page/13'
  | 'code-page/14'
  | 'code-page/15'
  | 'award-appeals/3.1'
  | 'award-appeals/3.2'
  | 'award-appeals/4.1'
  | 'award-appeals/4.2'
  | 'award-appeals/4.3'
  | 'award-appeals/4.4'
  | 'member-action/1.3'
  | 'member-action/2.1'
  | 'member-action/2.2'
  | 'member-action/evidence'
  | 'suitability/effect-of-breach'
  | 'suitability/factors'
  | 'code-of-practice/parts'
  | 'objections/who'
  | 'objections/grounds'
  | 'objections/stages'
  | 'conditions/notice'
  | 'adjustments/3.1.2'
  | 'qtls-terms/1.2'
  | 'ats-terms/restart';

/** The choices of each reading, default first. */
export const choices = {
  'notice-month': ['count-back', 'count-forward'],
  'notice-boundary': ['inclusive', 'clear-month'],
  'notice-effect': ['advisory', 'condition'],
  'support-window-ends': ['inclusive', 'end-exclusive'],
  'support-during-restart': ['open', 'closed'],
  'review-month': ['from-next-day', 'corresponding-date'],
  'second-review-window': ['not-stated', 'one-month-from-resubmission-deadline'],
  'feedback-when-met': ['not-promised', 'promised'],
  'ats-eligibility-query': ['not-settled-here', 'membership-enquiries', 'professional-formation'],
  'queries-before-issue': ['answered', 'from-issue'],
  'scope-after-withdrawal': ['out-of-scope', 'not-settled-here'],
  'further-support-applied': ['applied', 'applied-timely'],
  'feedback-on-second-review': ['each-not-met', 'first-only'],
  'resubmission-after-restart': ['each-portfolio', 'once-per-person'],
  'first-deadline-missed': ['not-settled-here', 'restart', 'withdrawn'],
  'never-resubmitted': ['restart', 'not-settled-here'],
  'next-cohort': ['entry-open', 'entry-open-not-started', 'starts-after'],
  'further-support-covers': ['beyond-section-6', 'all-but-6.2.1'],
  'feedback-after-withdrawal': ['not-settled-here', 'ends', 'stays-owed'],
  'adjustments-after-restart': ['not-settled-here', 'serves', 'lapses'],
  'response-clock': ['receipt', 'sent'],
  'receipt-hour': ['calendar-day', 'office-hours'],
  'prior-discussion': ['required', 'advisory'],
  'code-commitment': ['each-membership-year', 'standing'],
  'mandatory-breach': ['may', 'must'],
  'response-owed-to': ['admissible', 'any-email'],
  'review-if-necessary': ['decision-against', 'any-decision'],
} as const;
