// From rows to answers. Every question of the policy is put to the library; nothing is decided here.
import {
  InvalidFacts,
  assessSupportAppeal,
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

/** @import { Case, CaseEvent, Cohort, Duty, Instant, NextCohortDetail, PlainDate, Policy, Position, Transition } from 'professional-status' */
/** @import { Problem } from './csv.mjs' */
/** @import { AppealRow, Appeals, EventRow, Events, KnownCohorts, RegistrationRow } from './read.mjs' */

/** @typedef {Extract<Case, { stage: 'restart-required' }>} ToRestart */
/** @typedef {{ row: EventRow, step: Transition }} Step an event, and its result */
/** @typedef {{ from: ToRestart, found: NextCohortDetail, made?: Extract<Case, { stage: 'restarted' }>, isRecorded: boolean }} Restart that follows; what is next available for it; what was made of it; and whether what it follows from is recorded */
/** @typedef {{ asOf: PlainDate, cohorts: KnownCohorts, policy?: Policy | undefined }} Given the standard policy where there is none */
/** @typedef {{ person: Person, cohort: Cohort, duty: Duty }} Owed a duty or an opportunity of a participant's last case */
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
 * @property {readonly Owed[]} owed
 * @property {readonly DecidedAppeal[]} decidedAppeals those received by the day
 * @property {number} ahead how many events and appeals are dated after the day
 * @property {readonly Undecidable[]} undecidable
 * @property {readonly Problem[]} problems
 */

/** Decides everything as of the end of a day. @param {Given & { events: Events, appeals: Appeals | undefined }} given @returns {Decided} */
export function decide({ events, appeals, ...given }) {
  const { asOf, cohorts, policy } = given;
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
      else people.push({ id, registered, unread, ...follow(registered, rows, given) });
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
    owed: people.flatMap((person) => {
      const { cohort } = person.cases.at(-1) ?? person.registered.registration;
      return (person.position?.duties ?? []).map((duty) => ({ person, cohort, duty }));
    }),
    decidedAppeals: decideAppeals(received, asOf, policy),
    ahead: people.reduce((sum, person) => sum + person.ahead.length, known.length - received.length),
    problems,
  };
}

/** The events that the policy refuses, each with its participant. @param {readonly Person[]} people */
export const refusals = (people) =>
  people.flatMap((person) => person.steps.flatMap(({ row, step }) => (step.accepted ? [] : [{ person, row, step }])));

/** @param {Events} events @returns {[id: string, rows: EventRow[]][]} by id, those among them of whom no row could be read */
function byParticipant({ registrations, events, problems }) {
  const unread = problems.map(({ participant }) => participant).filter(isId);
  const ids = new Set([...registrations.keys(), ...events.map(({ participant }) => participant), ...unread]);
  return [...ids].sort().map((id) => [id, events.filter(({ participant }) => participant === id)]);
}

/** @param {readonly Problem[]} unread */
function whyNotRegistered(unread) {
  if (unread.length === 0) return 'no row registers this participant';
  return `no row that can be read registers this participant; see ${lines(unread.map(({ line }) => line))}`;
}

/**
 * Follows a participant up to the day, through every portfolio.
 *
 * @param {RegistrationRow} registered @param {readonly EventRow[]} rows @param {Given} given
 * @returns {Pick<Person, 'steps' | 'ahead' | 'cases' | 'position' | 'restarts'>}
 */
function follow({ registration }, rows, given) {
  const { asOf, policy } = given;
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
  const restarts = [...restartsOf(steps, given), ...unrecordedRestart(last, stands, given)];
  return { steps, ahead: rows.filter((row) => !happened.includes(row)), cases, position: stands, restarts };
}

/**
 * The restart that follows from a missed deadline which nobody has recorded: the library says what a record of it on the day would bring about.
 *
 * @param {Case} last @param {Position} stands @param {Given} given @returns {Restart[]}
 */
function unrecordedRestart(last, { asOf, warnings }, given) {
  const missed = warnings.find(({ code }) => code === 'missed-deadline-not-recorded');
  if (missed === undefined) return [];
  const event = /** @type {CaseEvent} */ ({ type: missed.detail['event'], on: asOf });
  const { case: then } = transition(last, event, given.policy);
  return then.stage === 'restart-required' ? [{ from: then, found: nextFor(then, given), isRecorded: false }] : [];
}

/** @param {ToRestart} from @param {Given} given */
function nextFor({ cohort: { programme }, restartFrom }, { cohorts, policy }) {
  const all = [...cohorts.values()].map(({ cohort }) => cohort);
  return nextAvailableCohort({ programme, trigger: restartFrom, cohorts: all }, policy).detail;
}

/**
 * Puts rows in the order in which they happened. `inOrder` gives events back as copies: each is traced to the first row that says the same.
 *
 * @param {readonly EventRow[]} rows @returns {EventRow[]}
 */
function sorted(rows) {
  const waiting = [...rows];
  return inOrder(rows.map(({ event }) => event)).flatMap((event) => {
    const at = waiting.findIndex((row) => JSON.stringify(row.event) === JSON.stringify(event));
    return waiting.splice(at, 1);
  });
}

/** @param {readonly Step[]} steps @param {Given} given @returns {Restart[]} */
function restartsOf(steps, given) {
  /** @type {Map<number, Restart>} */
  const restarts = new Map();
  for (const { case: now } of steps.map(({ step }) => step)) {
    const known = restarts.get(now.portfolio);
    if (now.stage === 'restarted' && known) known.made = now;
    if (now.stage === 'restart-required' && !known)
      restarts.set(now.portfolio, { from: now, found: nextFor(now, given), isRecorded: true });
  }
  return [...restarts.values()];
}

/**
 * Decides the appeals by what was known on the day: an answer that came later had not come yet.
 *
 * @param {readonly AppealRow[]} rows @param {PlainDate} asOf @param {Policy | undefined} policy @returns {DecidedAppeal[]}
 */
function decideAppeals(rows, asOf, policy) {
  return rows.map((row) => {
    const { respondedOn = 'none', ...known } = row.facts;
    const isAnswered = respondedOn !== 'none' && respondedOn <= asOf;
    return { row, decision: assessSupportAppeal({ ...known, asOf, respondedOn: isAnswered ? respondedOn : 'none' }, policy) };
  });
}

/** @param {CaseEvent} event */
export const momentOf = (event) => ('at' in event ? event.at : event.on);

/** The day in London. @param {PlainDate | Instant} moment @returns {PlainDate} */
export function dayOf(moment) {
  return moment.length > 10 ? londonDate(/** @type {Instant} */ (moment)) : /** @type {PlainDate} */ (moment);
}
