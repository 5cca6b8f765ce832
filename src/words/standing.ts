// The position of a case, in words: its stage, each duty with its owner and its clock, what may be claimed, what is unusual, what is not settled and what may happen.
import type { DutyCode } from '../policy/vocabulary.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Warning } from '../support-policy/lifecycle/warnings.js';
import { orderOf, type Moment } from '../decision/decision.js';
import type { Duty } from '../machine/duties.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { PermittedEventOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { clauseOf, needInWords, subjectAt } from './needs.js';
import { stageInWords } from './stages.js';
import { due as dueInWords, moment, value } from '../decision/words.js';
import { own, plural, sentence, words, idInWords } from '../data/text.js';
import { roleName } from './phrases.js';

/** The kind of a step: what was found, what nobody said, how the words were read, what was counted, needed, brought about, owed, open or unusual. @since 0.1.0 */
export type StepKind = 'finding' | 'assumed' | 'reading' | 'count' | 'need' | 'effect' | 'duty' | 'entitlement' | 'warning' | 'alternative';
/** One sentence of an explanation, the clause it rests on, and, of a finding, whether its test is true of the facts. @since 0.1.0 */
export interface ExplanationStep {
  readonly text: string;
  readonly clause: ClauseId;
  readonly holds?: boolean;
  readonly kind: StepKind;
}

/** Makes a step of a sentence, which may lack its capital and its full stop. */
export function step(kind: StepKind, text: string, clause: ClauseId, holds?: boolean): ExplanationStep {
  return { text: sentence(text), clause, ...(holds === undefined ? {} : { holds }), kind };
}

/** Tells the position of a case: a headline, which cites the clauses of the stage and of what is owed, and a step for all else. */
export function standingInWords(position: Position | ProcedurePosition): {
  readonly headline: string;
  readonly cited: readonly ClauseId[];
  readonly steps: readonly ExplanationStep[];
} {
  const { stage, asOf, duties, permitted, unsettled } = position;
  const at = stageInWords(stage);
  const hasToRestart = duties.some(({ what }) => what === 'restart');
  const subject = subjectAt(stage, hasToRestart);
  const [entitlements, warnings] = 'entitlements' in position ? [position.entitlements, position.warnings] : [[], []];
  return {
    headline: sentence(`${asOf.length === 10 ? 'on' : 'at'} ${moment(asOf)} ${at.says}`),
    cited: [at.clause, ...duties.map(({ clause }) => clause)],
    steps: [
      ...duties.map((duty) => step('duty', dutyInWords(duty), duty.clause)),
      ...entitlements.map(({ entitlement, clause }) => step('entitlement', `may be claimed: ${words(entitlement)}`, clause)),
      ...warnings.map((warning) => step('warning', `note: ${warningInWords(warning)}`, warning.clause ?? at.clause)),
      ...unsettled.map((need) => step('need', needInWords(need, subject), clauseOf(need, subject) ?? at.clause)),
      ...permitted.map((each) => step('alternative', `may happen: ${mayHappen(each, asOf)}`, each.clause)),
      ...(permitted.length === 0 ? [step('alternative', 'nothing can be recorded on that day', at.clause)] : []),
    ],
  };
}

/** Tells of an event that may happen, with its first day and the last moment at which it is in time. */
export function mayHappen({ type, notBefore, deadline }: PermittedEventOf<string>, asOf?: Moment): string {
  const isLate = deadline !== undefined && asOf !== undefined && orderOf(asOf, deadline.due) > 0;
  const until = deadline === undefined ? '' : isLate ? `, late since ${moment(deadline.due)}` : ` up to ${moment(deadline.due)}`;
  return `"${words(type)}"${notBefore ? ` from ${moment(notBefore)}` : ''}${until}`;
}

/** What each duty or opportunity is to do. */
const deeds: Readonly<Record<DutyCode, string>> = {
  'appoint-supporter': 'appoint a supporter',
  'request-mentor': 'ask SET to appoint a mentor',
  'submit-portfolio': 'submit the portfolio',
  'give-written-feedback': 'give detailed written feedback',
  'resubmit-portfolio': 'resubmit the portfolio free of charge',
  'award-status': 'award the status',
  restart: 'start again with a new portfolio in the next available cohort',
  'answer-appeal': 'answer the appeal in writing',
  'request-explanation': 'ask for an explanation of the decision',
  'give-explanation': 'explain the decision in writing',
  'lodge-appeal': 'send the grounds for an appeal',
  'acknowledge-information': 'acknowledge the information',
  'consider-information': 'consider the information',
  'decide-on-information': 'decide on the information',
  'review-application': 'review the application',
  'decide-review': 'decide the review',
};

function dutyInWords({ what, owedBy, kind, clause, deadline, status, daysLeft = 0, workingDaysLeft }: Duty): string {
  const deed = `${roleName(owedBy)} ${kind === 'opportunity' ? 'may' : owedBy === 'reviewers' ? 'have to' : 'has to'} ${own(deeds, what)}`;
  if (deadline === undefined) return `${deed}. ${status === 'limit-not-known' ? notKnown(clause) : 'The document states no time limit'}`;
  const due = dueInWords(deadline);
  if (status === 'due-today') return `${deed} by ${due}, which is today`;
  const counted = workingDaysLeft === undefined ? '' : ` (${plural(Math.abs(workingDaysLeft), 'working day')})`;
  const days = `${plural(Math.abs(daysLeft), 'day')}${counted}`;
  if (status === 'upcoming') return `${deed} by ${due}: ${days} left`;
  const passed = daysLeft === 0 ? 'that hour has passed today' : `that was ${days} ago`;
  return status === 'lapsed'
    ? `${roleName(owedBy)} could ${own(deeds, what)} up to ${due}; ${passed}`
    : `${roleName(owedBy)} had to ${own(deeds, what)} by ${due}; ${daysLeft === 0 ? passed : `it is ${days} overdue`}`;
}

function notKnown(clause: ClauseId): string {
  return clause.startsWith('support/4') || clause.startsWith('support/6')
    ? 'The cohort sets the time limit; it is not known here'
    : 'The time limit is not known here';
}

function warningInWords({ code, detail }: Warning): string {
  const of = (name: string): string => value(detail[name]);
  switch (code) {
    case 'cohort-departs-from-described-length':
      return `the cohort's dates depart from the ${plural(Number(detail['describedMonths']), 'month')} that describe the programme; its own dates hold`;
    case 'notice-deadline-before-entry-opens':
      return `notice in time could be given up to ${of('latestTimely')}, and entry opens only on ${of('entryOpens')}`;
    case 'resubmission-deadline-after-next-cohort-starts':
      return `the resubmission is due by ${of('resubmissionDeadline')}, and the next cohort that is known, ${idInWords(String(detail['nextCohort']))}, starts on ${of('nextStartsOn')}`;
    case 'missed-deadline-not-recorded':
      return `the deadline of ${of('deadline')} has passed, and nothing is recorded of it yet`;
    case 'submitted-late':
      return `the portfolio was submitted after its deadline, at ${of('submittedAt')}, and the support policy does not say what follows`;
    case 'submission-deadline-recorded-as-missed':
      return `the submission deadline was recorded as missed on ${of('on')}, and the support policy does not say what follows`;
  }
}
