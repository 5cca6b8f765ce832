// From rows to answers. Every question of the policy is put to the library; nothing is decided here.
import {
  InvalidFacts,
  assessSupportAppeal,
  decideAll,
  inOrder,
  londonDate,
  nextAvailableCohort,
  openCase,
  position,
  replayChain,
  transition,
} from 'professional-status';
import { isId } from './read.mjs';
import { lines } from './text.mjs';

/** @import { Case, CaseEvent, Instant, NextCohortDetail, PlainDate, Policy, Position, Transition } from 'professional-status' */
/** @import { Problem } from './csv.mjs' */
/** @import { AppealRow, Appeals, EventRow, Events, KnownCohorts, RegistrationRow } from './read.mjs' */

/** @typedef {Extract<Case, { stage: 'restart-required' }>} ToRestart */
/** @typedef {{ row: EventRow, step: Transition }} Step an event, and what became of it */
/** @typedef {{ from: ToRestart, found: NextCohortDetail, made?: Extract<Case, { stage: 'restarted' }>, isRecorded: boolean }} Restart that follows; what is next available for it; what was made of it; and whether what it follows from is recorded */
/** @typedef {{ row: AppealRow, decision: ReturnType<typeof assessSupportAppeal> }} DecidedAppeal */
/** @typedef {{ id: string, why: string, rows: readonly EventRow[] }} Undecidable */
/**
 * @typedef {object} Person
 * @property {string} id
 * @property {RegistrationRow} registered
 * @property {readonly Step[]} steps the events up to the day, in order
 * @property {readonly EventRow[]} ahead the events after the day; all of them where the registration lies after it
 * @property {readonly Problem[]} unread what is wrong with rows about this participant, in either file: what is decided may lack them
 * @property {readonly Case[]} cases one for each portfolio; none before the registration
 * @property {Position | undefined} position of the last case
 * @property {readonly Restart[]} restarts
 */
/**
 * @typedef {object} Decided
 * @property {PlainDate} asOf
 * @property {KnownCohorts} cohorts
 * @property {Events} events
 * @property {Appeals | undefined} appeals
 * @property {readonly Person[]} people by id
 * @property {readonly DecidedAppeal[]} decidedAppeals those received by the day
 * @property {number} ahead how many events and appeals are dated after the day
 * @property {readonly Undecidable[]} undecidable
 * @property {readonly Problem[]} problems
 */

/**
 * Decides everything as of the end of a day, under a policy: the standard one where none is given.
 *
 * @param {{ asOf: PlainDate, cohorts: KnownCohorts, events: Events, appeals: Appeals | undefined, policy?: Policy }} given
 * @returns {Decided}
 */
export function decide({ asOf, cohorts, events, appeals, policy }) {
  const problems = [...events.problems, ...(appeals?.problems ?? [])];
  /** @type {Person[]} */
  const people = [];
  /** @type {Undecidable[]} */
  const undecidable = [];
  for (const [id, rows] of byParticipant(events)) {
    const registered = events.registrations.get(id);
    const unread = problems.filter(({ participant }) => participant === id);
    try {
      if (registered === undefined)
        undecidable.push({ id, rows, why: whyNotRegistered(unread.filter((each) => events.problems.includes(each))) });
      else people.push({ id, registered, unread, ...follow(registered, rows, asOf, cohorts, policy) });
    } catch (error) {
      if (!(error instanceof InvalidFacts)) throw error;
      undecidable.push({ id, rows, why: error.message }); // such as a history that grew too long
    }
  }
  const known = appeals?.appeals ?? [];
  const received = known.filter(({ facts }) => dayOf(facts.receivedAt) <= asOf);
  return {
    asOf,
    cohorts,
    events,
    appeals,
    people,
    undecidable,
    decidedAppeals: decideAppeals(received, asOf, policy),
    ahead: people.reduce((sum, person) => sum + person.ahead.length, known.length - received.length),
    problems,
  };
}

/** @param {Events} events @returns {[id: string, rows: EventRow[]][]} by id, those among them of whom no row could be read */
function byParticipant({ registrations, events, problems }) {
  const unread = problems.map(({ participant }) => participant).filter(isId);
  const ids = [...new Set([...registrations.keys(), ...events.map(({ participant }) => participant), ...unread])].sort();
  /** @type {Map<string, EventRow[]>} */
  const rows = new Map(ids.map((id) => [id, []]));
  for (const row of events) rows.get(row.participant)?.push(row);
  return [...rows];
}

/** @param {readonly Problem[]} unread */
function whyNotRegistered(unread) {
  if (unread.length === 0) return 'no row registers this participant';
  return `no row that can be read registers this participant; see ${lines(unread.map(({ line }) => line))}`;
}

/**
 * Follows a participant up to a day, through every portfolio.
 *
 * @param {RegistrationRow} registered
 * @param {readonly EventRow[]} rows
 * @param {PlainDate} asOf
 * @param {KnownCohorts} cohorts
 * @param {Policy | undefined} policy
 * @returns {Pick<Person, 'steps' | 'ahead' | 'cases' | 'position' | 'restarts'>}
 */
function follow({ registration }, rows, asOf, cohorts, policy) {
  if (registration.registeredOn > asOf) return { steps: [], ahead: rows, cases: [], position: undefined, restarts: [] };
  const happened = sorted(rows.filter(({ event }) => dayOf(momentOf(event)) <= asOf));
  const { cases, steps: taken } = replayChain(
    registration,
    happened.map(({ event }) => event),
    policy,
  );
  const steps = taken.map((step, index) => ({ row: /** @type {EventRow} */ (happened[index]), step }));
  const last = cases.at(-1) ?? openCase(registration);
  const stands = position(last, asOf, policy);
  return {
    steps,
    ahead: rows.filter((row) => !happened.includes(row)),
    cases,
    position: stands,
    restarts: [...restartsOf(steps, cohorts, policy), ...unrecordedRestart(last, stands, cohorts, policy)],
  };
}

/**
 * The restart that follows from a missed deadline which nobody has recorded: the library says what a record of it on the day would bring about.
 *
 * @param {Case} last
 * @param {Position} stands
 * @param {KnownCohorts} cohorts
 * @param {Policy | undefined} policy
 * @returns {Restart[]}
 */
function unrecordedRestart(last, { asOf, warnings }, cohorts, policy) {
  const missed = warnings.find(({ code }) => code === 'missed-deadline-not-recorded');
  if (missed === undefined) return [];
  const event = /** @type {CaseEvent} */ ({ type: missed.detail['event'], on: asOf });
  const { case: then } = transition(last, event, policy);
  return then.stage === 'restart-required' ? [{ from: then, found: nextFor(then, cohorts, policy), isRecorded: false }] : [];
}

/** @param {ToRestart} from @param {KnownCohorts} cohorts @param {Policy | undefined} policy */
function nextFor({ cohort: { programme }, restartFrom }, cohorts, policy) {
  const all = [...cohorts.values()].map(({ cohort }) => cohort);
  return nextAvailableCohort({ programme, trigger: restartFrom, cohorts: all }, policy).detail;
}

/**
 * Puts rows in the order in which they happened. `inOrder` gives events back as copies: each is traced to the first row that says the same.
 *
 * @param {readonly EventRow[]} rows
 * @returns {EventRow[]}
 */
function sorted(rows) {
  /** @type {Map<string, EventRow[]>} */
  const waiting = new Map();
  for (const row of rows) waiting.set(JSON.stringify(row.event), [...(waiting.get(JSON.stringify(row.event)) ?? []), row]);
  return inOrder(rows.map(({ event }) => event)).map((event) => /** @type {EventRow} */ (waiting.get(JSON.stringify(event))?.shift()));
}

/** @param {readonly Step[]} steps @param {KnownCohorts} cohorts @param {Policy | undefined} policy @returns {Restart[]} */
function restartsOf(steps, cohorts, policy) {
  /** @type {Map<number, Restart>} */
  const restarts = new Map();
  for (const { step } of steps) {
    const { case: now } = step;
    const known = restarts.get(now.portfolio);
    if (now.stage === 'restarted' && known) known.made = now;
    if (now.stage === 'restart-required' && !known) {
      restarts.set(now.portfolio, { from: now, found: nextFor(now, cohorts, policy), isRecorded: true });
    }
  }
  return [...restarts.values()];
}

/**
 * Decides the appeals by what was known on the day: an answer that came later had not come yet.
 *
 * @param {readonly AppealRow[]} rows
 * @param {PlainDate} asOf
 * @param {Policy | undefined} policy
 * @returns {DecidedAppeal[]}
 */
function decideAppeals(rows, asOf, policy) {
  const facts = rows.map(({ facts: { respondedOn = 'none', ...known } }) => ({
    ...known,
    asOf,
    respondedOn: respondedOn === 'none' || respondedOn > asOf ? /** @type {const} */ ('none') : respondedOn,
  }));
  return decideAll(assessSupportAppeal, facts, policy).flatMap((result, index) => {
    const row = rows[index];
    if (!result.ok || row === undefined) throw new Error('the appeals were checked when they were read');
    return [{ row, decision: result.decision }];
  });
}

/** @param {CaseEvent} event */
function momentOf(event) {
  return 'at' in event ? event.at : event.on;
}

/** @param {PlainDate | Instant} moment @returns {PlainDate} */
function dayOf(moment) {
  return moment.length > 10 ? londonDate(/** @type {Instant} */ (moment)) : /** @type {PlainDate} */ (moment);
}
