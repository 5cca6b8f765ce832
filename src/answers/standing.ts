// Where a case stands, in words: its stage, each duty with its owner and its clock, what may be claimed, what is unusual, what is not settled and what may happen.
import type { Position } from '../lifecycle/position.js';
import type { Warning } from '../lifecycle/warnings.js';
import type { Duty } from '../machine/duties.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { PermittedEventOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { needInWords } from './needs.js';
import { moment, plural, roleName, value, words } from './phrases.js';
import { stageInWords } from './stages.js';
import { idInWords } from './visible-text.js';

/** A sentence without its full stop, and the clause it rests on. */
interface Said {
  readonly text: string;
  readonly clause: ClauseId;
}
export interface StandingInWords {
  readonly headline: string;
  /** The clauses of the stage and of what is owed. */
  readonly cited: readonly ClauseId[];
  readonly said: readonly Said[];
}

export function standingInWords(position: Position | ProcedurePosition): StandingInWords {
  const { stage, asOf, duties, permitted, unsettled } = position;
  const at = stageInWords(stage);
  const [entitlements, warnings] = 'entitlements' in position ? [position.entitlements, position.warnings] : [[], []];
  return {
    headline: `${asOf.length === 10 ? 'on' : 'at'} ${moment(asOf)} ${at.says}`,
    cited: [at.clause, ...duties.map(({ clause }) => clause)],
    said: [
      ...duties.map((duty) => ({ text: dutyInWords(duty), clause: duty.clause })),
      ...entitlements.map(({ entitlement, clause }) => ({ text: `may be claimed: ${words(entitlement)}`, clause })),
      ...warnings.map((warning) => ({ text: `note: ${warningInWords(warning)}`, clause: warning.clause ?? at.clause })),
      ...unsettled.map((need) => ({ text: needInWords(need), clause: at.clause })),
      ...permitted.map((each) => ({ text: `may happen: ${mayHappen(each)}`, clause: each.clause })),
      ...(permitted.length === 0 ? [{ text: 'nothing can be recorded on that day', clause: at.clause }] : []),
    ],
  };
}

/** An event that may happen, with its first day and its last. */
export function mayHappen({ type, notBefore, deadline }: PermittedEventOf<string>): string {
  return `"${words(type)}"${notBefore ? ` from ${moment(notBefore)}` : ''}${deadline ? ` up to ${moment(deadline.due)}` : ''}`;
}

function dutyInWords({ what, owedBy, deadline, status, daysLeft, workingDaysLeft }: Duty): string {
  const owed = `owed by ${roleName(owedBy)}: ${words(what)}`;
  if (deadline === undefined) return `${owed}; no limit is stated`;
  const due = `${owed}, by ${moment(deadline.due)}${'certainty' in deadline && deadline.certainty === 'projected' ? ' (by projected bank holidays)' : ''}`;
  if (status === 'due-today') return `${due}, that is today`;
  const [days = 0, working] = [daysLeft, workingDaysLeft].map((left) => left && Math.abs(left));
  if (days === 0) return `${due}, and that hour has passed today`;
  const counted = working === undefined ? '' : ` (${plural(working, 'working day')})`;
  return status === 'overdue' ? `${due}: overdue by ${plural(days, 'day')}${counted}` : `${due}: ${plural(days, 'day')}${counted} left`;
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
    case 'submitted-late':
      return `the portfolio was submitted after its deadline, at ${of('submittedAt')}, and the support policy does not say what follows`;
    case 'submission-deadline-recorded-as-missed':
      return `the submission deadline was recorded as missed on ${of('on')}, and the support policy does not say what follows`;
  }
}
