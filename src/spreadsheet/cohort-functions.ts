// The function that follows a whole register: a row for each participant, so that one call answers for all of them.
import { byTime, type Deadline, type Moment } from '../decision/decision.js';
import type { Duty } from '../machine/duties.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Policy } from '../policy/policy.js';
import type { Cohort } from '../policy/vocabulary.js';
import { explain } from '../words/explain.js';
import { stageLabels } from '../words/labels.js';
import { aMoment, aWholeNumber, optional } from './arguments.js';
import { CellProblem, cellInMessage, problemInWords } from './cell.js';
import { clauseCell, entry, codeWithLabel, type AnswerCell, type Entry } from './entry.js';
import { followCase, dutyCells, nextDuty, toLookAt } from './follow-case.js';
import { aNation, cohortTable, registerRows, REGISTERED, type CohortsById, type EventRow, type ParticipantRows } from './ranges.js';

const columns = [
  'participant',
  'cohort',
  'stage',
  'what is next',
  'by whom',
  'by when',
  'status',
  'working days left',
  'clause',
  'look at',
];

export const cohortFunctions = (): Readonly<Record<'SET_COHORT', Entry>> => ({
  SET_COHORT: entry({
    says: 'Tells where every participant of a register is, a row each. A row has the stage, what is to be done or may be done next, by whom and by when, and what to look at.',
    clause: 'support/4.3',
    gives: columns,
    table: true,
    arguments: {
      events: registerRows(),
      cohorts: cohortTable(),
      as_of: aMoment({ says: 'The day that is asked about.', fact: 'asOf' }),
      due_within: optional(
        aWholeNumber({
          says: 'A number of days, such as 14: what is overdue or due within so many days comes first, by deadline. Left out, the rows come as in the events.',
        }),
      ),
      nation: aNation(),
    },
    example: {
      cells: [
        [
          ['p-1', 'registered', '07/12/2020', 'qtls-2021-01'],
          ['p-1', 'portfolio-issued', '10/01/2021', ''],
          ['p-2', 'registered', '07/12/2020', 'qtls-2021-01'],
        ],
        [['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00']],
        '23/06/2021',
      ],
      result: [
        [
          'p-1',
          'qtls-2021-01',
          'in programme',
          'submit the portfolio',
          'the participant',
          '2021-06-30 17:00',
          'upcoming',
          5,
          'Support policy 4.4',
          '',
        ],
        [
          'p-2',
          'qtls-2021-01',
          'registered',
          'appoint a supporter',
          'the participant',
          '',
          'no time limit stated',
          '',
          'Support policy 6.1.2',
          '',
        ],
      ],
    },
    answer: ({ events, cohorts, as_of, due_within, nation }) => {
      const told = events.map((each) => lineOf(each, cohorts, as_of, nation));
      const lines = due_within === undefined ? told : dueFirst(told, due_within);
      return { rows: lines.map(({ cells }) => cells), why: () => lines.map(({ why }) => why()).join('\n') };
    },
  }),
});

interface Line {
  readonly cells: readonly AnswerCell[];
  readonly next: Duty | undefined;
  readonly why: () => string;
}

/** Follows one participant. What cannot be read of a participant is said in that row alone. */
function lineOf({ participant, events }: ParticipantRows, cohorts: CohortsById, asOf: Moment, policy: Policy): Line {
  try {
    const rows = events();
    const reached = followCase({ events_range: rows, cohort_range: cohortsOf(rows, cohorts), as_of: asOf }, policy);
    const { position } = reached;
    const next = nextDuty(position);
    const clause = next === undefined ? '' : clauseCell(next.clause);
    const [stage, left] = [codeWithLabel(position.stage, stageLabels), next?.workingDaysLeft ?? ''];
    const cells = [participant, reached.case.cohort.id, stage, ...dutyCells(next), left, clause, toLookAt(reached)];
    return { cells, next, why: () => `Participant ${participant}: ${inOneLine(position)}` };
  } catch (error) {
    const problem = problemInWords(error, new Map());
    const cells = columns.map((_, index) => (index === 0 ? participant : index === columns.length - 1 ? problem : ''));
    return { cells, next: undefined, why: () => `Participant ${participant}: ${problem}` };
  }
}

function inOneLine(position: Position): string {
  const { line, steps } = explain(position);
  const next = steps.find(({ kind }) => kind === 'duty'); // what has lapsed comes last
  return next === undefined ? line : `${line} ${next.text}`;
}

/** Returns the cohort that a participant registered for, and after it those of the restarts. */
function cohortsOf(rows: readonly EventRow[], cohorts: CohortsById): readonly Cohort[] {
  const first = rows.find(({ type }) => type === REGISTERED);
  const [only, ...others] = cohorts.values();
  const own = first?.outcome === undefined && others.length === 0 && only !== undefined ? only() : cohortNamed(first, rows, cohorts);
  const later = rows.filter(({ type }) => type === 'restarted').map((row) => cohortNamed(row, rows, cohorts));
  return [own, ...later];
}

function cohortNamed(named: EventRow | undefined, [first]: readonly EventRow[], cohorts: CohortsById): Cohort {
  if (named === undefined)
    throw new CellProblem(`${first?.row.nameOf('type') ?? ''}: add a row “registered”, with the id of the cohort in its outcome`);
  const found = named.outcome === undefined ? undefined : cohorts.get(named.outcome);
  if (found !== undefined) return found();
  throw new CellProblem(
    `${named.row.nameOf('outcome')}: type the id of a cohort, and add its row to the cohorts; this is ${cellInMessage(named.outcome)}`,
  );
}

/** Returns the deadline of what comes next, of a line that has one. */
const dueOf = ({ next }: Line): Moment => (next?.deadline as Deadline).due;

/** Puts what is overdue or due within some days first, by deadline; the others stay in their order. */
function dueFirst(lines: readonly Line[], days: number): readonly Line[] {
  const isSoon = ({ next }: Line): boolean => next?.deadline !== undefined && (next.daysLeft ?? 0) <= days;
  const soon = lines.filter(isSoon).sort((a, b) => byTime(dueOf(a), dueOf(b)));
  return [...soon, ...lines.filter((line) => !isSoon(line))];
}
