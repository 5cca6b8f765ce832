// The arguments that several cell functions share: the ranges of holidays, cohorts and events, and the nation.
import type { Instant } from '../calendar/instants.js';
import { once, onceForEach, withoutGaps } from '../data/objects.js';
import { workingCalendar } from '../calendar/changed-calendar.js';
import type { WorkingCalendar } from '../calendar/content.js';
import type { Moment } from '../decision/decision.js';
import { programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';
import { type Cohort, programmes, type ReviewOutcome, reviewOutcomes } from '../policy/vocabulary.js';
import { aDay, aMoment, aRange, aText, oneWordOf, optional, orNone, type Argument, type RangeRow, type Told } from './arguments.js';
import { deadlineInstant } from './sheet.js';
import { calendarsOfNations } from '../calendar/nations.js';
import { standardPolicy, withCalendar, type Policy } from '../policy/policy.js';
import { nationIds } from '../policy/stated.js';
import { asWord, CellProblem, textOf } from './cell.js';

/** The way from a calendar to the same with the extra holidays, each made once for a call. */
export type Extended = (base: WorkingCalendar) => WorkingCalendar;

export const REGISTERED = 'registered';

const withoutSentence = { says: '' };
const columns = {
  day: aDay(withoutSentence),
  moment: aMoment(withoutSentence),
  text: aText(withoutSentence),
  programme: oneWordOf(programmes, withoutSentence),
  outcome: optional(aText(withoutSentence)),
  found: oneWordOf(reviewOutcomes, withoutSentence),
} as const;
const eventWord = /* @__PURE__ */ once(() => oneWordOf([REGISTERED, ...programmeLifecycle.events], withoutSentence));

/** Makes the argument of days off besides a nation's own; none where it is left out. */
export const extraHolidays: () => Argument<Extended> = () => {
  const argument = aRange(
    { takes: 'range of dates', says: 'Days off besides the bank holidays, such as days on which the office is closed.' },
    (rows, reading) => {
      const days = rows.flatMap((row) =>
        row.cells.flatMap((cell, column) => {
          if (columns.day.isBlank(cell, reading.sheet) || (row.number === 1 && typeof cell === 'string' && !/\d/.test(cell))) return []; // the head of a column
          return [row.get(column, 'date', { ...columns.day, read: (each, at) => columns.day.read(each, { ...at, kinds: {} }) })];
        }),
      );
      return onceForEach((base: WorkingCalendar) => {
        const covered = days.filter((date) => date >= base.span.from && date <= base.span.to); // no count can come to any other
        const add = covered.map((date) => ({ date, name: 'Extra holiday' }));
        return add.length === 0 ? base : workingCalendar({ base, id: `${base.id}, ${reading.name}`, version: 'sheet', add });
      });
    },
  );
  return { ...argument, optional: true, blankLeavesBlank: false };
};

const COHORT_COLUMNS = 'id, programme, starts on, submission deadline, resubmission deadline, entry opens, entry closes';

export const cohortRows = (told: Told): Argument<readonly Cohort[]> =>
  aRange({ takes: 'range', says: `${told.says} Columns: ${COHORT_COLUMNS}; a header row is allowed.` }, (rows) => rows.map(cohortOf), 'id');

function cohortOf(row: RangeRow): Cohort {
  const deadline = (column: number, name: string): Instant | undefined => {
    const at = row.get(column, name, orNone(columns.moment));
    return at === undefined ? undefined : deadlineInstant(at, row.nameOf(name));
  };
  const dates = {
    entryOpens: row.get(5, 'entry opens', orNone(columns.day)),
    entryCloses: row.get(6, 'entry closes', orNone(columns.day)),
    submissionDeadline: deadline(3, 'submission deadline'),
    resubmissionDeadline: deadline(4, 'resubmission deadline'),
  };
  return {
    id: row.get(0, 'id', columns.text),
    programme: row.get(1, 'programme', columns.programme),
    startsOn: row.get(2, 'starts on', columns.day),
    ...withoutGaps(dates as Partial<Cohort>),
  };
}

/** One row of a case's events; `restarted` names the next cohort in its outcome. */
export interface EventRow {
  readonly type: string;
  readonly when: Moment;
  readonly outcome: string | undefined;
  /** Reads the outcome as that of a review. */
  readonly reviewOutcome: () => ReviewOutcome;
  readonly row: RangeRow;
}

export const eventRows = (): Argument<readonly EventRow[]> =>
  aRange(
    { takes: 'range', says: 'What happened in the case. Columns: type, when, outcome; a header row is allowed.' },
    (rows) => rows.map((row) => eventIn(row, 0)),
    'type',
  );

/** Reads an event from three cells of a row, the first of which is of this column. */
function eventIn(row: RangeRow, from: number): EventRow {
  return {
    type: row.get(from, 'type', eventWord()),
    when: row.get(from + 1, 'when', columns.moment),
    outcome: row.get(from + 2, 'outcome', columns.outcome),
    reviewOutcome: () => row.get(from + 2, 'outcome', columns.found),
    row,
  };
}

/** What happened to one participant of a register; each row is read when it is asked for. */
export interface ParticipantRows {
  readonly participant: string;
  readonly events: () => readonly EventRow[];
}

/** Makes the argument of a whole register's events; the rows of a participant may lie anywhere in it. */
export const registerRows = (): Argument<readonly ParticipantRows[]> =>
  aRange(
    {
      takes: 'range',
      says: 'What happened, for all participants. Columns: participant, type, when, outcome; a header row is allowed. The row “registered” has the id of the cohort in its outcome.',
    },
    (rows) => {
      const found = new Map<string, RangeRow[]>();
      for (const row of rows) {
        const participant = textOf(row.cells[0]);
        const own = found.get(participant) ?? [];
        own.push(row);
        found.set(participant, own);
      }
      return [...found].map(([participant, own]) => ({
        participant,
        events: () =>
          own.map((row) => {
            if (participant === '') throw new CellProblem(`${row.nameOf('participant')}: fill in this cell`);
            return eventIn(row, 1);
          }),
      }));
    },
    'participant',
  );

/** The cohorts of a register by id; each row is read when it is asked for. */
export type CohortsById = ReadonlyMap<string, () => Cohort>;

export const cohortTable = (): Argument<CohortsById> =>
  aRange(
    { takes: 'range', says: `All cohorts, a row each. Columns: ${COHORT_COLUMNS}; a header row is allowed.` },
    (rows) => new Map(rows.map((row) => [textOf(row.cells[0]), once(() => cohortOf(row))])),
    'id',
  );

/** Makes the argument that names a nation; it is read as the standard policy with that nation's calendar. */
export function aNation(): Argument<Policy> {
  const named = oneWordOf(nationIds(), {
    says: 'Whose bank holidays count; those of England and Wales where it is left out. England or Wales alone means the same.',
  });
  const read: Argument<Policy>['read'] = (cell, reading) => {
    if (named.isBlank(cell, reading.sheet) || ['england', 'wales'].includes(asWord(cell))) return standardPolicy;
    const id = named.read(cell, reading);
    return withCalendar(standardPolicy, calendarsOfNations().find((each) => each.id === id) as WorkingCalendar) as Policy;
  };
  return { ...optional(named), read };
}
