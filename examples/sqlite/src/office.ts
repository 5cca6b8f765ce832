// The application: an office that keeps its participants in tables, records what happens to them, and asks the library what the policy says of it.
import {
  assessAdjustmentRequest,
  explain,
  position,
  replay,
  transition,
  type Case,
  type CaseEvent,
  type PlainDate,
  type Registration,
} from 'professional-status';
import type { Database } from 'sql.js';
import { cohortOf, columnsOf, eventOf, insert, putCohort, rowsOf, tables } from './tables.js';

/** The answer to someone who records an event: that it is recorded, or why it cannot be and what can be recorded instead. */
export type Answer =
  { readonly accepted: true } | { readonly accepted: false; readonly inWords: string; readonly instead: readonly string[] };

export class Office {
  /** Events are decided by the policy as the library has it, unless another decision is handed in. */
  constructor(
    private readonly database: Database,
    private readonly decide: typeof transition = transition,
  ) {
    database.run(tables);
    // A rule as a function of SQL: select notice('2020-12-11', '2021-01-10') gives 'late'.
    database.create_function('notice', (requestedOn: PlainDate, programmeStartsOn: PlainDate) => {
      return assessAdjustmentRequest({ requestedOn, programmeStartsOn }).outcome;
    });
  }

  register({ participant, cohort, registeredOn, portfolio = 1 }: Registration): void {
    putCohort(this.database, cohort);
    insert(this.database, 'registrations', { participant, portfolio, cohort: cohort.id, registered_on: registeredOn });
  }

  /** Records an event of a participant's current portfolio, in one transaction, if the policy takes it there. */
  record(participant: string, event: CaseEvent): Answer {
    return this.inTransaction(() => {
      const before = this.caseOf(participant);
      const step = this.decide(before, event);
      if (!step.accepted) return { accepted: false, inWords: explain(step).line, instead: step.instead.map(({ type }) => type) };
      if (step.case !== before) this.add(before, event, step.case); // an event that is already recorded changes nothing
      return { accepted: true };
    });
  }

  /** The current case: that of the last portfolio, replayed from its rows. */
  caseOf(participant: string): Case {
    const [row] = rowsOf(
      this.database,
      `select * from registrations join cohorts on cohorts.id = cohort where participant = ? order by portfolio desc limit 1`,
      [participant],
    );
    if (row === undefined) throw new RangeError(`there is no participant ${participant}`);
    const portfolio = Number(row['portfolio']);
    const events = rowsOf(
      this.database,
      `select * from events left join cohorts on cohorts.id = next_cohort where participant = ? and portfolio = ? order by number`,
      [participant, portfolio],
    );
    const registeredOn = String(row['registered_on']) as PlainDate; // checked by replay
    return replay({ participant, cohort: cohortOf(row), registeredOn, portfolio }, events.map(eventOf)).case;
  }

  /** The stage as the table has it, so that it can be listed and counted in SQL. */
  stageOf(participant: string): string {
    const query = `select stage from registrations where participant = ? order by portfolio desc limit 1`;
    return String(rowsOf(this.database, query, [participant])[0]?.['stage']);
  }

  private add({ participant, portfolio, history }: Case, event: CaseEvent, after: Case): void {
    if (event.type === 'restarted') putCohort(this.database, event.cohort);
    // The number says on how many events the decision was made: of two writers the second fails, and neither event is lost.
    insert(this.database, 'events', { participant, portfolio, number: history.length + 1, ...columnsOf(event) });
    this.database.run(`update registrations set stage = ? where participant = ? and portfolio = ?`, [after.stage, participant, portfolio]);
    if (after.stage === 'restarted') this.register(after.next);
  }

  private inTransaction<T>(work: () => T): T {
    this.database.run('begin immediate');
    try {
      const done = work();
      this.database.run('commit');
      return done;
    } catch (error) {
      this.database.run('rollback');
      throw error;
    }
  }
}

/** What is owed, or open to someone, at the end of a day; what has lapsed is left out. */
export function dutiesOn(day: PlainDate, state: Case): readonly string[] {
  const { duties } = position(state, day);
  return duties.filter(({ status }) => status !== 'lapsed').map(({ what }) => what);
}
