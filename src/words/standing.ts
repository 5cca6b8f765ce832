// The effects of an event and the position of a case, in words: its stage, each duty with its owner and its clock, what may be claimed, what is unusual, what is not settled and what may happen.
import type { Effect, Entitlement } from '../support-policy/lifecycle/cells.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Warning } from '../support-policy/lifecycle/warnings.js';
import { orderOf, type Deadline, type Finding, type Moment, type Need } from '../decision/decision.js';
import type { Duty } from '../machine/duties.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { PermittedEventOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { clauseOf, needInWords, subjectAt } from './needs.js';
import { recordOf, stageInWords } from './stages.js';
import { due as dueInWords, moment, value } from '../decision/words.js';
import { ownEntry, plural, sentence, idInWords } from '../data/text.js';
import { dutyLabels, entitlementLabels, warningLabels } from './labels.js';
import { roleName } from './phrases.js';

/** The kind of a step. A `finding` is the answer to a test, and a `reading` an interpretation that was used. @since 0.1.0 */
export type StepKind = 'finding' | 'assumed' | 'reading' | 'count' | 'need' | 'effect' | 'duty' | 'entitlement' | 'warning' | 'alternative';
/** One sentence of an explanation, the clause it rests on, and, of a finding, whether its test is true of the facts. @since 0.1.0 */
export interface ExplanationStep {
  /** A whole sentence, without its clause. */
  readonly text: string;
  /** The clause on which the sentence rests. */
  readonly clause: ClauseId;
  /** Whether the test of a finding is true of the facts; left out of any other step. */
  readonly holds?: boolean;
  readonly kind: StepKind;
}

/** The tree from which the line, the text and the table are made: a heading, and the steps with their clauses. */
export interface Parts {
  readonly headline: string;
  readonly steps: readonly ExplanationStep[];
  /** The clauses that the heading rests on. */
  readonly cited: readonly ClauseId[];
  /** The clauses of the tests that were passed on the way. */
  readonly also?: readonly ClauseId[];
}

/** Returns a step of a sentence, which may lack its capital and its full stop. */
export function step(kind: StepKind, text: string, clause: ClauseId, holds?: boolean): ExplanationStep {
  return { text: sentence(text), clause, ...(holds === undefined ? {} : { holds }), kind };
}

/** Returns an effect as a sentence, under its own clause; the findings tell whether a deadline that is closed was missed. */
export function effectStep(effect: Effect, clause: ClauseId, because: readonly Finding[]): ExplanationStep {
  return step(
    'effect',
    effectInWords(effect, because),
    'clause' in effect ? effect.clause : 'deadline' in effect ? effect.deadline.clause : clause,
  );
}

function effectInWords(effect: Effect, because: readonly Finding[]): string {
  switch (effect.type) {
    case 'entitlement-gained':
      return `the participant can now have ${ownEntry(entitlementLabels, effect.entitlement)}`;
    case 'duty-met':
      return `done: ${ownEntry(dutyLabels, effect.duty)}`;
    case 'deadline-opened':
      return `new deadline for ${roleName(effect.deadline.owedBy)}: ${dueInWords(effect.deadline)}`;
    case 'deadline-closed':
      return `the deadline, ${moment(effect.deadline.due)}, ${because.some((each) => isAfter(each, effect.deadline)) ? 'has passed' : 'no longer applies'}`;
    case 'case-opened':
      return `a new case was opened in cohort ${idInWords(effect.registration.cohort.id)}`;
    case 'fee-due':
      return 'an administration fee is due';
    case 'support-closed':
      return 'in-programme support is closed';
  }
}

/** Tells whether a finding compares something that happened later with a deadline. */
function isAfter({ left, right }: Finding, { due }: Deadline): boolean {
  return right === due && orderOf(left as Moment, due) > 0;
}

/** Returns the position of a case in words: a headline that cites the clauses of the stage and the duties, and its steps. */
export function standingInWords(position: Position | ProcedurePosition): Parts {
  const { stage, asOf, duties, permitted } = position;
  const at = stageInWords(stage);
  // A case that is closed has support to the end of the day of its closing, and on no other.
  const until = (entitlement: Entitlement): string =>
    entitlement === 'in-programme-support' && ['awarded', 'withdrawn'].includes(stage) ? ' until the end of the day' : '';
  const [entitlements, warnings] = 'entitlements' in position ? [position.entitlements, position.warnings] : [[], []];
  return {
    headline: sentence(`as of ${moment(asOf)}, ${at.says}`),
    cited: [at.clause, ...duties.map(({ clause }) => clause)],
    steps: [
      ...duties.map((duty) => step('duty', isGovernedElsewhere(duty, position) ? elsewhereInWords(duty) : dutyInWords(duty), duty.clause)),
      ...entitlements.map(({ entitlement, clause }) =>
        step('entitlement', `the participant can have ${ownEntry(entitlementLabels, entitlement)}${until(entitlement)}`, clause),
      ),
      ...warnings.map((warning) =>
        step(
          'warning',
          `note: ${ownEntry(warningLabels, warning.code)}. ${sentence(warningInWords(warning))}`,
          warning.clause ?? at.clause,
        ),
      ),
      ...unsettledSteps(position),
      ...permitted.map((each) => step('alternative', mayHappen(each, asOf), each.clause)),
      ...(permitted.length === 0 ? [step('alternative', 'nothing more can be recorded on that day', at.clause)] : []),
    ],
  };
}

/** Returns what is not settled at a position, each as a sentence under the clause that leaves it open. */
export function unsettledSteps({
  stage,
  duties,
  unsettled,
}: Pick<Position | ProcedurePosition, 'stage' | 'duties' | 'unsettled'>): readonly ExplanationStep[] {
  const hasToRestart = duties.some(({ what }) => what === 'restart');
  return unsettled.map((need) => {
    if (need.kind === 'calendar') return calendarStep(need, duties) ?? step('need', needInWords(need), stageInWords(stage).clause);
    const subject = subjectAt(stage, hasToRestart, need);
    return step('need', needInWords(need, subject), clauseOf(need, subject) ?? stageInWords(stage).clause);
  });
}

/** Returns what a calendar that ends leaves open: the working days of a duty, or its last day, under the clause of its limit. */
function calendarStep(need: Need, duties: readonly Duty[]): ExplanationStep | undefined {
  const dated = duties.find(({ deadline, workingDaysLeft }) => deadline !== undefined && workingDaysLeft === undefined);
  if (dated?.deadline) return step('need', `working days are not counted here. ${sentence(needInWords(need))}`, dated.deadline.clause);
  const undated = duties.find(({ status }) => status === 'limit-not-known');
  return undated && step('need', needInWords(need), undated.clause);
}

/** Returns how to record an event that may happen, with its first day and the last moment at which it is in time. */
export function mayHappen({ type, notBefore, deadline }: PermittedEventOf<string>, asOf?: Moment): string {
  const isLate = deadline !== undefined && asOf !== undefined && orderOf(asOf, deadline.due) > 0;
  const from = notBefore ? `from ${moment(notBefore)}` : '';
  const until = deadline === undefined ? '' : `${isLate ? 'late since' : 'due by'} ${moment(deadline.due)}`;
  const when = [from, until].filter(Boolean).join(', ');
  return `record ${ownEntry(recordOf as Readonly<Record<string, string>>, type)}, ${when === '' ? 'if it happens' : when}`;
}

const deedInWords = ({ what, owedBy, kind }: Duty): string =>
  `${roleName(owedBy)} ${kind === 'opportunity' ? 'may' : 'has to'} ${ownEntry(dutyLabels, what)}`;

/** Tells whether no limit is known because the edition does not govern: then a document is missing first, and neither a fact nor a calendar. */
function isGovernedElsewhere({ clause, status }: Duty, { unsettled }: Pick<Position | ProcedurePosition, 'unsettled'>): boolean {
  return status === 'limit-not-known' && !clause.startsWith(SUPPORT) && unsettled[0]?.kind === 'document';
}

/** Returns the step of a document that does not govern: whether anybody has it then is not known. */
function elsewhereInWords(duty: Duty): string {
  return `it is not known here whether ${deedInWords(duty)}. The edition included here does not govern that, and what applies is not included here`;
}

const SUPPORT = 'support/';

function dutyInWords(duty: Duty): string {
  const { what, owedBy, clause, deadline, status, daysLeft = 0, workingDaysLeft } = duty;
  const deed = deedInWords(duty);
  if (deadline === undefined) return `${deed}. ${status === 'limit-not-known' ? notKnown(clause) : noLimit(clause)}`;
  const due = dueInWords(deadline);
  if (status === 'due-today') return `${deed} by ${due}, which is today`;
  const counted = workingDaysLeft === undefined ? '' : ` (${plural(Math.abs(workingDaysLeft), 'working day')})`;
  const days = `${plural(Math.abs(daysLeft), 'day')}${counted}`;
  if (status === 'upcoming') return `${deed} by ${due}: ${days} left`;
  const passed = daysLeft === 0 ? 'that time has passed today' : `that was ${days} ago`;
  return status === 'lapsed'
    ? `${roleName(owedBy)} could ${ownEntry(dutyLabels, what)} up to ${due}; ${passed}`
    : `${roleName(owedBy)} had to ${ownEntry(dutyLabels, what)} by ${due}; ${daysLeft === 0 ? passed : `it is ${days} overdue`}`;
}

/** The support policy alone is included whole: of any other document, a part that is missing may state a limit. */
function noLimit(clause: ClauseId): string {
  return clause.startsWith(SUPPORT) ? 'The policy states no time limit' : 'The text included here states no time limit';
}

function notKnown(clause: ClauseId): string {
  return clause.startsWith('support/4') || clause.startsWith('support/6')
    ? 'The cohort sets the time limit; it is not known here'
    : 'The last day cannot be worked out here';
}

const unlessInTime = {
  restart: '. Unless the portfolio came in time, the process starts again with a new portfolio under the interpretation used',
  withdrawn: '. Unless the portfolio came in time, the participant counts as withdrawn under the interpretation used',
};

function warningInWords({ code, detail }: Warning): string {
  const of = (name: string): string => value(detail[name]);
  switch (code) {
    case 'cohort-departs-from-described-length':
      return `the policy describes ${plural(Number(detail['describedMonths']), 'month')}; the dates of the cohort apply`;
    case 'notice-deadline-before-entry-opens':
      return `notice in time was possible until ${of('latestTimely')}; entry opens on ${of('entryOpens')}`;
    case 'resubmission-deadline-after-next-cohort-starts':
      return `the resubmission is due by ${of('resubmissionDeadline')}; cohort ${idInWords(String(detail['nextCohort']))} starts on ${of('nextStartsOn')}`;
    case 'missed-deadline-not-recorded':
      return `the deadline was ${of('deadline')}${'outcome' in detail ? ownEntry(unlessInTime as Readonly<Record<string, string>>, String(detail['outcome'])) : ''}`;
    case 'submitted-late':
      return `it came at ${of('submittedAt')}. The support policy does not say what follows`;
    case 'submission-deadline-recorded-as-missed':
      return `that was recorded on ${of('on')}. The support policy does not say what follows`;
  }
}
