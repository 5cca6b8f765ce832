// One participant's case, followed through rows of events up to a day.
import { byTime, dateOf, orderOf, type Moment } from '../decision/decision.js';
import { inOrder, position, replayChain } from '../support-policy/lifecycle/lifecycle.js';
import type { Case, CaseEvent } from '../support-policy/lifecycle/case.js';
import type { Transition } from '../support-policy/lifecycle/cells.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Cohort } from '../policy/vocabulary.js';
import type { Policy } from '../policy/policy.js';
import { CellProblem, cellInMessage } from './cell.js';
import { instantAgainst } from './sheet.js';
import type { Duty } from '../machine/duties.js';
import { dutyLabels, roleLabels, statusLabels } from '../words/labels.js';
import { unsettledSteps } from '../words/standing.js';
import { DateOut, codeWithLabel, type AnswerCell } from './entry.js';
import { REGISTERED, type EventRow } from './ranges.js';

export interface CaseInCells {
  readonly events_range: readonly EventRow[];
  readonly cohort_range: readonly Cohort[];
  readonly as_of: Moment | undefined;
}
export interface FollowedCase {
  readonly case: Case;
  readonly refused: readonly { readonly at: string; readonly step: Transition }[];
  readonly position: Position;
}

/**
 * Follows a case. The cohort is the one that the event `registered` names, or the first. Without that event a case counts as registered from the first day that is given; without a day to ask about, that of the last event is meant, to its end.
 * Events of a later day are not looked at.
 */
export function followCase({ events_range: rows, cohort_range: given, as_of: asked }: CaseInCells, policy: Policy): FollowedCase {
  const [registered, again] = rows.filter(({ type }) => type === REGISTERED);
  const cohort = given.find(({ id }) => id === registered?.outcome) ?? given[0];
  if (cohort === undefined) throw new CellProblem('cohort_range: fill in the row of the cohort');
  const cohorts = [cohort, ...given];
  if (again !== undefined) throw new CellProblem(`${again.row.nameOf('type')}: the case is registered already; take one of the rows out`);
  const days = [...rows.map(({ when }) => when), ...(asked === undefined ? [] : [asked])].map(dateOf).sort();
  const registeredOn = registered === undefined ? (days[0] ?? cohort.startsOn) : dateOf(registered.when);
  const asOf = asked ?? days[days.length - 1] ?? registeredOn;
  if (orderOf(asOf, registeredOn) < 0) throw new CellProblem(`as_of: type a day from ${registeredOn} on: the case was registered then`);
  const steps = rows.filter(({ type, when }) => type !== REGISTERED && orderOf(when, asOf) <= 0).sort((a, b) => byTime(a.when, b.when));
  const past = steps.map((row, index) => eventOf(row, cohorts, steps.slice(0, index)));
  const on = dayOfPosition(asOf, past);
  const events = inOrder(past);
  const { cases, steps: answers } = replayChain({ participant: 'participant', cohort, registeredOn }, events, policy);
  const refused = answers.flatMap((step, index) => (step.accepted ? [] : [{ at: String(events[index]?.id), step }]));
  const reached = cases[cases.length - 1] as Case;
  return { case: reached, refused, position: position(reached, on, policy) };
}

/** Returns the day to look at the case on. A bare day of a submission means the end of that day: asked about at an earlier hour of it, the case is looked at then. */
function dayOfPosition(asOf: Moment, events: readonly CaseEvent[]): Moment {
  const later = events.map((event) => ('at' in event ? event.at : event.on)).filter((when) => orderOf(when, asOf) > 0);
  return later[0] === undefined ? asOf : dateOf(asOf);
}

/** Makes an event of the lifecycle, known by its row. What is handed in is compared with the deadlines of the cohort that the case is in by then. */
function eventOf(from: EventRow, cohorts: readonly Cohort[], earlier: readonly EventRow[]): CaseEvent {
  const { type, when, row } = from;
  const restart = earlier.filter((each) => each.type === 'restarted').pop();
  const cohort = restart === undefined ? cohorts[0] : nextCohort(restart, cohorts);
  const id = `${row.nameOf(type)},`;
  const on = dateOf(when);
  if (type === 'portfolio-submitted') return { type, at: instantAgainst(when, cohort?.submissionDeadline, row.nameOf('when')), id };
  if (type === 'portfolio-resubmitted') return { type, at: instantAgainst(when, cohort?.resubmissionDeadline, row.nameOf('when')), id };
  if (type === 'outcome-released') return { type, on, reviewOutcome: from.reviewOutcome(), id };
  if (type === 'restarted') return { type, on, cohort: nextCohort(from, cohorts), id };
  return { type, on, id } as CaseEvent;
}

function nextCohort({ outcome, row }: EventRow, cohorts: readonly Cohort[]): Cohort {
  const next = cohorts.find(({ id }) => id === outcome);
  if (next !== undefined) return next;
  throw new CellProblem(
    `${row.nameOf('outcome')}: type the id of the new cohort, and add its row to the cohorts; this is ${cellInMessage(outcome)}`,
  );
}

/** Returns the duty or opportunity that comes next: one that has lapsed does not. */
export function nextDuty({ duties }: Position): Duty | undefined {
  return duties.find(({ status }) => status !== 'lapsed');
}

/** Returns the cells of a duty: what, by whom, by when, and how it stands; blank ones of none. */
export function dutyCells(next: Duty | undefined): readonly AnswerCell[] {
  if (next === undefined) return ['', '', '', ''];
  const { what, owedBy, deadline, status } = next;
  const due = deadline === undefined ? '' : new DateOut(deadline.due);
  return [codeWithLabel(what, dutyLabels), codeWithLabel(owedBy, roleLabels), due, codeWithLabel(status, statusLabels)];
}

/** Returns what to look at: the events that were not taken, and what the policy leaves open. */
export function toLookAt({ refused, position: due }: FollowedCase): string {
  return [...refused.map(({ at }) => `${at} was not taken`), ...unsettledSteps(due).map(({ text }) => text)].join('; ');
}
