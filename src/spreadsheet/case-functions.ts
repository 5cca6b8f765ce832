// The functions that follow one participant's case through a range of events: its stage, what comes next, what is owed, and what may be done.
import { explain } from '../words/explain.js';
import type { Duty } from '../machine/duties.js';
import { standardPolicy, type Policy } from '../policy/policy.js';
import { aMoment, optional } from './arguments.js';
import { DateOut, entry, type Answer, type Entry, type AnswerCell } from './entry.js';
import { help } from './help.js';
import { aNation, cohortRows, eventRows, outcomeOf, REGISTERED, type EventRow } from './ranges.js';
import { dateOf, orderOf, type Moment } from '../decision/decision.js';
import { inOrder, position, replayChain } from '../support-policy/lifecycle/lifecycle.js';
import type { Case, CaseEvent } from '../support-policy/lifecycle/case.js';
import type { Transition } from '../support-policy/lifecycle/cells.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Cohort } from '../policy/vocabulary.js';
import { CellProblem, cellInMessage } from './cell.js';
import { instantAgainst } from './sheet.js';

const shared = () => ({
  events_range: eventRows(),
  cohort_range: cohortRows(help('The cohort of the case, and below it those that it restarts with.')),
  as_of: optional(aMoment(help('The day that is asked about; the last event’s where it is left out.'), 'asOf')),
});

const events = [
  ['registered', '07/12/2020', ''],
  ['portfolio-issued', '10/01/2021', ''],
  ['portfolio-submitted', '29/06/2021 16:00', ''],
  ['outcome-released', '12/08/2021', 'criteria not met'],
];
const cohort = [['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00']];

export const caseFunctions = (): Readonly<Record<'SET_STAGE' | 'SET_POSITION' | 'SET_NEXT_DUTIES', Entry>> => ({
  SET_STAGE: entry({
    says: help('Tells the stage of a case: registered, in-programme, submitted, under-review, criteria-met, and so on.'),
    clause: 'support/4.3',
    gives: ['stage'],
    arguments: shared(),
    example: help({ cells: [events, cohort], result: 'criteria-not-met' }),
    answer: (values) => answer(values, standardPolicy, ({ position }) => [[position.stage]]),
  }),
  SET_POSITION: entry({
    says: help(
      'Tells where a case is, in one row: its stage, what is to be done or may be done next, by whom and by when, and what to look at.',
    ),
    clause: 'support/4.3',
    gives: ['stage', 'what is next', 'by whom', 'by when', 'status', 'look at'],
    arguments: shared(),
    example: help({
      cells: [events, cohort, '01/04/2022'],
      result: [
        [
          'criteria-not-met',
          'restart',
          'participant',
          '',
          'no-limit-stated',
          'The QTLS terms and conditions say how much the administration fee of a restart is; they are not included here.',
        ],
      ],
    }),
    answer: (values) =>
      answer(values, standardPolicy, ({ refused, position }) => {
        const next = position.duties.find(({ status }) => status !== 'lapsed');
        const duty = next === undefined ? ['', '', '', ''] : [next.what, next.owedBy, dueOf(next), next.status];
        const needs = explain(position, standardPolicy).steps.filter(({ kind }) => kind === 'need');
        const open = [...refused.map(({ at }) => `${at} was not taken`), ...needs.map(({ text }) => text)];
        return [[position.stage, ...duty, open.join('; ')]];
      }),
  }),
  SET_NEXT_DUTIES: entry({
    says: help(
      'Lists all that is to be done and all that may be done in a case, a row each, by deadline. An opportunity is a right: nobody has to use it.',
    ),
    clause: 'support/4.3',
    gives: ['what', 'by whom', 'by when', 'status', 'working days left', 'clause', 'kind'],
    table: true,
    arguments: { ...shared(), nation: aNation() },
    example: help({
      cells: [events, cohort, '24/03/2022'],
      result: [
        ['resubmit-portfolio', 'participant', '2022-03-31T17:00:00+01:00', 'upcoming', 5, 'support/6.2.1.b', 'opportunity'],
        ['give-written-feedback', 'reviewers', '', 'no-limit-stated', '', 'support/6.2.1.a', 'duty'],
      ],
    }),
    answer: ({ nation, ...values }) =>
      answer(values, nation, ({ position }) => {
        const rows = position.duties.map((duty) => {
          const { what, owedBy, status, workingDaysLeft = '', clause, kind } = duty;
          return [what, owedBy, dueOf(duty), status, workingDaysLeft, clause, kind];
        });
        return rows.length === 0 ? [['none']] : rows;
      }),
  }),
});

function dueOf({ deadline }: Duty): AnswerCell {
  return deadline === undefined ? '' : new DateOut(deadline.due);
}

/** Answers by a case that is followed; the reasons are the events that were not taken and the position of the case. */
function answer(values: CaseInCells, policy: Policy, rows: (reached: FollowedCase) => Answer['rows']): Answer {
  const reached = followCase(values, policy);
  const why = (): string => {
    const refused = reached.refused.map(({ at, step }) => `${at} was not taken: ${explain(step).line}`);
    return [...refused, explain(reached.position, policy).text].join('\n');
  };
  return { rows: rows(reached), why };
}

/** The events and the cohorts of a case, and the day that is asked about. */
interface CaseInCells {
  readonly events_range: readonly EventRow[];
  readonly cohort_range: readonly Cohort[];
  readonly as_of: Moment | undefined;
}
/** A case up to a day. */
interface FollowedCase {
  readonly refused: readonly { readonly at: string; readonly step: Transition }[];
  readonly position: Position;
}

/**
 * Follows a case. Without an event `registered` it counts as registered from the first day that is given; without a day to ask about, the last event's is meant.
 * Events of a later day are not looked at.
 */
function followCase({ events_range: rows, cohort_range: cohorts, as_of: asked }: CaseInCells, policy: Policy): FollowedCase {
  const [cohort] = cohorts;
  if (cohort === undefined) throw new CellProblem('cohort_range: fill in the row of the cohort');
  const [registered, again] = rows.filter(({ type }) => type === REGISTERED);
  if (again !== undefined) throw new CellProblem(`${again.row.nameOf('type')}: the case is registered already; take one of the rows out`);
  const moments = [...rows.map(({ when }) => when), ...(asked === undefined ? [] : [asked])].sort(orderOf);
  const registeredOn = dateOf(registered?.when ?? moments[0] ?? cohort.startsOn);
  const asOf = asked ?? moments[moments.length - 1] ?? registeredOn;
  if (orderOf(asOf, registeredOn) < 0) throw new CellProblem(`as_of: type a day from ${registeredOn} on: the case was registered then`);
  const steps = rows.filter(({ type, when }) => type !== REGISTERED && orderOf(when, asOf) <= 0).sort((a, b) => orderOf(a.when, b.when));
  const past = steps.map((row, index) => eventOf(row, cohorts, steps.slice(0, index)));
  const ordered = inOrder(past);
  const chain = replayChain({ participant: 'participant', cohort, registeredOn }, ordered, policy);
  const reached = chain.cases[chain.cases.length - 1] as Case;
  const refused = chain.steps.flatMap((step, index) => (step.accepted ? [] : [{ at: String(ordered[index]?.id), step }]));
  return { refused, position: position(reached, dayOfPosition(asOf, past), policy) };
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
  const id = `events_range row ${row.number}, ${type},`;
  const on = dateOf(when);
  if (type === 'portfolio-submitted') return { type, at: instantAgainst(when, cohort?.submissionDeadline, row.nameOf('when')), id };
  if (type === 'portfolio-resubmitted') return { type, at: instantAgainst(when, cohort?.resubmissionDeadline, row.nameOf('when')), id };
  if (type === 'outcome-released') return { type, on, reviewOutcome: outcomeOf(from), id };
  if (type === 'restarted') return { type, on, cohort: nextCohort(from, cohorts), id };
  return { type, on, id } as CaseEvent;
}

function nextCohort({ outcome, row }: EventRow, cohorts: readonly Cohort[]): Cohort {
  const next = cohorts.find(({ id }) => id === outcome);
  if (next !== undefined) return next;
  throw new CellProblem(
    `${row.nameOf('outcome')}: type the id of the new cohort, and add its row to cohort_range; this is ${cellInMessage(outcome)}`,
  );
}
