// The tables, and how their rows become the library's cohorts and events, and these become rows.
import type { CaseEvent, Cohort } from 'professional-status';
import type { BindParams, Database, ParamsObject } from 'sql.js';

export const tables = `
  create table cohorts (
    id text primary key, programme text not null, starts_on text not null, entry_opens text, entry_closes text,
    submission_deadline text, resubmission_deadline text, results_on text
  );
  create table registrations (
    participant text not null, portfolio integer not null, cohort text not null references cohorts, registered_on text not null,
    stage text not null default 'registered',
    primary key (participant, portfolio)
  );
  create table events (
    participant text not null, portfolio integer not null, number integer not null,
    event_id text, type text not null, moment text not null, review_outcome text, next_cohort text references cohorts, next_registered_on text,
    primary key (participant, portfolio, number),
    foreign key (participant, portfolio) references registrations
  );
`;

/** Returns the rows that a query gives. */
export function rowsOf(database: Database, query: string, values: BindParams): readonly ParamsObject[] {
  const statement = database.prepare(query, values);
  const rows: ParamsObject[] = [];
  while (statement.step()) rows.push(statement.getAsObject());
  statement.free();
  return rows;
}

/** Inserts a row. */
export function insert(
  database: Database,
  table: string,
  row: Readonly<Record<string, string | number | undefined>>,
  otherwise: '' | 'or replace' = '',
): void {
  const names = Object.keys(row);
  const values = names.map((name) => row[name] ?? null);
  database.run(`insert ${otherwise} into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`, values);
}

/** What a row has, without its blanks: a fact that is not known is absent. The library checks the values when it is given them. */
function withoutBlanks<T>(row: Readonly<Record<string, unknown>>): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;
}

export const cohortOf = (row: ParamsObject): Cohort =>
  withoutBlanks({
    id: row['id'],
    programme: row['programme'],
    startsOn: row['starts_on'],
    entryOpens: row['entry_opens'],
    entryCloses: row['entry_closes'],
    submissionDeadline: row['submission_deadline'],
    resubmissionDeadline: row['resubmission_deadline'],
    resultsOn: row['results_on'],
  });

/** Inserts a cohort; its dates may have been published since it was last named. */
export function putCohort(database: Database, cohort: Cohort): void {
  const row = {
    id: cohort.id,
    programme: cohort.programme,
    starts_on: cohort.startsOn,
    entry_opens: cohort.entryOpens,
    entry_closes: cohort.entryCloses,
    submission_deadline: cohort.submissionDeadline,
    resubmission_deadline: cohort.resubmissionDeadline,
    results_on: cohort.resultsOn,
  };
  insert(database, 'cohorts', row, 'or replace');
}

const submissions = ['portfolio-submitted', 'portfolio-resubmitted'];

/** The event of a row; a submission has an instant, every other event a day. A restart's row is joined with the cohort that it names. */
export const eventOf = (row: ParamsObject): CaseEvent =>
  withoutBlanks({
    type: row['type'],
    id: row['event_id'],
    [submissions.includes(String(row['type'])) ? 'at' : 'on']: row['moment'],
    reviewOutcome: row['review_outcome'],
    cohort: row['next_cohort'] === null ? undefined : cohortOf(row),
    registeredOn: row['next_registered_on'],
  });

/** The columns of an event beside its key. */
export const columnsOf = (event: CaseEvent) => ({
  type: event.type,
  event_id: event.id,
  moment: 'at' in event ? event.at : event.on,
  ...(event.type === 'outcome-released' && { review_outcome: event.reviewOutcome }),
  ...(event.type === 'restarted' && { next_cohort: event.cohort.id, next_registered_on: event.registeredOn }),
});
