// The office beside the policy: it agrees on every history, and a wrong copy of it is caught by the shortest one, under its clause.
import { londonDate, transition, type Case, type CaseEvent, type PlainDate } from 'professional-status';
import { aCase, cohorts, conform, type ConformDriver, type Disagreement } from 'professional-status/testing';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { dutiesOn, Office } from '../src/office.js';
import { rowsOf } from '../src/tables.js';

const { Database } = await initSqlJs();

/** The last day of a case, on which `conform` asks what is owed. */
function lastDayOf({ registeredOn, history }: Case): PlainDate {
  const days = history.map((event) => ('at' in event ? londonDate(event.at) : event.on));
  return days.reduce((last, day) => (day > last ? day : last), registeredOn);
}

/** Drives an office for `conform`: a new database for each history. */
function driverOf(decide?: typeof transition): ConformDriver {
  let database = new Database();
  let office: Office;
  let participant: string;
  return {
    open: (registration) => {
      database.close();
      database = new Database();
      office = new Office(database, decide);
      participant = registration.participant;
      office.register(registration);
    },
    send: (event) => office.record(participant, event).accepted,
    read: () => {
      const state = office.caseOf(participant);
      return { stage: office.stageOf(participant), duties: dutiesOn(lastDayOf(state), state) };
    },
  };
}

test('agrees with the policy on every history, and everything is visited', async () => {
  const result = await conform(driverOf(), { runs: 20 });
  expect('disagreement' in result ? result.disagreement.inWords : result.notVisited).toEqual([]);
}, 120_000);

describe('a wrong copy', { timeout: 60_000 }, () => {
  /** An answer that takes any event, as what may be recorded at every open stage is taken. */
  const takenAnyway = (state: Case) => transition(state, { type: 'special-arrangement-agreed', on: '2022-06-01' });
  const found = async (decide: typeof transition): Promise<Disagreement> => {
    const result = await conform(driverOf(decide));
    if (!('disagreement' in result)) throw new Error('no fault is found');
    return result.disagreement;
  };
  const namesOf = ({ events }: Disagreement) =>
    events.map((event) => (event.type === 'outcome-released' ? event.reviewOutcome : event.type));

  test('that accepts a second resubmission is caught: 6.2.1.b', async () => {
    const disagreement = await found((state, event) =>
      state.stage === 'resubmitted' && event.type === 'portfolio-resubmitted' ? takenAnyway(state) : transition(state, event),
    );
    expect(disagreement).toMatchObject({ clause: 'support/6.2.1.b', expected: { accepted: false }, actual: { accepted: true } });
    expect(namesOf(disagreement)).toEqual([
      ...['portfolio-issued', 'portfolio-submitted', 'criteria-not-met'],
      ...['portfolio-resubmitted', 'portfolio-resubmitted'],
    ]);
  });

  test('that awards before an outcome is caught: 4.3', async () => {
    const disagreement = await found((state, event) =>
      state.stage === 'submitted' && event.type === 'status-awarded' ? takenAnyway(state) : transition(state, event),
    );
    expect(disagreement).toMatchObject({ clause: 'support/4.3', expected: { accepted: false }, actual: { accepted: true } });
    expect(namesOf(disagreement)).toEqual(['portfolio-issued', 'portfolio-submitted', 'status-awarded']);
  });

  test('that treats 17:00:01 as in time, since it keeps no seconds, is caught: 6.2.3', async () => {
    const toTheMinute = (event: CaseEvent): CaseEvent =>
      'at' in event ? { ...event, at: event.at.replace(/:\d\d(\.\d+)?(?=[Z+-])/, ':00') as typeof event.at } : event;
    const disagreement = await found((state, event) => transition(state, toTheMinute(event)));
    expect(disagreement).toMatchObject({
      clause: 'support/6.2.3',
      expected: { stage: 'restart-required' },
      actual: { stage: 'resubmitted' },
    });
    expect(namesOf(disagreement)).toEqual(['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'portfolio-resubmitted']);
    expect(disagreement.events.at(-1)).toMatchObject({ at: '2022-03-31T17:00:01+01:00' });
  });
});

describe('in the tables', () => {
  const database = new Database();
  const office = new Office(database);
  const story = aCase().participant('p-1').cohort(cohorts.january2021).issued();
  office.register(story.opening);
  for (const event of story.events) office.record('p-1', event);

  test('an event that cannot be is refused with what can be, and leaves no row', () => {
    const answer = office.record('p-1', { type: 'status-awarded', on: '2021-02-01' });
    expect(answer).toMatchObject({
      accepted: false,
      inWords: expect.stringContaining('Support policy 4.3'),
      instead: expect.arrayContaining(['portfolio-submitted']),
    });
    expect(rowsOf(database, 'select count(*) as n from events', [])).toEqual([{ n: 1 }]);
  });

  test('what is malformed is an error, and leaves no row', () => {
    expect(() => office.record('p-1', { type: 'portfolio-submitted', at: '2021-06-31T12:00:00+01:00' })).toThrow('at');
    expect(rowsOf(database, 'select count(*) as n from events', [])).toEqual([{ n: 1 }]);
  });

  test('an event that is sent twice under one id is recorded once', () => {
    const asked: CaseEvent = { id: 'form-7', type: 'adjustments-requested', on: '2020-12-11' };
    expect([office.record('p-1', asked).accepted, office.record('p-1', asked).accepted]).toEqual([true, true]);
    expect(rowsOf(database, `select count(*) as n from events where event_id = 'form-7'`, [])).toEqual([{ n: 1 }]);
  });

  test('a rule decides in a query', () => {
    const query = `select participant, notice(moment, starts_on) as notice
      from events join registrations using (participant, portfolio) join cohorts on cohorts.id = cohort where type = 'adjustments-requested'`;
    expect(rowsOf(database, query, [])).toEqual([{ participant: 'p-1', notice: 'late' }]);
  });
});
