// Another system beside the lifecycle: the same histories are put to both, and the first answer that differs is told by its shortest history.
import * as fc from 'fast-check';
import { once, withoutGaps } from '../data/objects.js';
import { unique } from '../decision/steps.js';
import type { Duty } from '../machine/duties.js';
import { words } from '../data/text.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { Case, CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import type { Transition } from '../support-policy/lifecycle/cells.js';
import { openCase, position, transition } from '../support-policy/lifecycle/lifecycle.js';
import { readConform, type ConformDriver, type ConformOptions, type DriverReading } from './driver.js';
import { answerInWords } from './scenario.js';
import { event, historyUnder } from './histories.js';
import { currentAfter, lastDayOf, visitName, walkAll, type Place } from './walks.js';

/** What one side says of the last event: whether it is accepted, and what is read then. Before any event nothing is accepted. @since 0.1.0 */
export interface ConformAnswer extends DriverReading {
  readonly accepted?: boolean;
}
/** The shortest history that was found on which a system and the policy differ, at its last event. @since 0.1.0 */
export interface Disagreement {
  readonly registration: Registration;
  readonly events: readonly CaseEvent[];
  /** The answer of the policy. */
  readonly expected: ConformAnswer;
  /** The answer of the system. */
  readonly actual: ConformAnswer;
  /** The clause that decides. */
  readonly clause: ClauseId;
  /** The difference in one sentence, and under it the explanation of the policy's answer. */
  readonly inWords: string;
}
/** The result of `conform`. @since 0.1.0 */
export type Conformance =
  | {
      /** The number of histories on which both agree. */
      readonly agreed: number;
      /** The cells that were visited, each with the stage that it leads to, and the refusals, each with its test. */
      readonly visited: readonly string[];
      /** Those that the budget left out. */
      readonly notVisited: readonly string[];
    }
  | { readonly disagreement: Disagreement };

type Sent = Pick<Disagreement, 'registration' | 'events'>;

/**
 * Puts the same histories to another system and to the lifecycle, and tells the first disagreement, or that there is none.
 *
 * First come histories that visit every cell, every refusal, both sides of each deadline and the restart, the shortest first, with instants as more than one
 * clock writes them; then random ones, drawn from the seed. A history that disagrees is shrunk: events are taken out while any disagreement is left. Duties are
 * compared where the system reads them: all but the lapsed ones. No event has an id. What the driver throws is thrown on. Without fast-check, `runs` has to be 0.
 * @throws `InvalidFacts`, by which the promise is rejected, for a malformed driver, option or policy, and where `send` or `read` gives something else than it should.
 * @example typeof conform({ open: () => 0, send: () => true, read: () => ({ stage: 'registered' }) }).then // => 'function'
 * @since 0.1.0
 */
export async function conform(driver: ConformDriver, options: ConformOptions = {}): Promise<Conformance> {
  const { drive, seed = 1, runs = 200, budget = 100_000, policy } = readConform(driver, options);
  const random = runs > 0 ? fc.sample(randomHistory(policy), { seed, numRuns: runs }) : []; // it alone takes fast-check
  const places = walkAll(policy);
  const planned = unique(places.flatMap(({ tried }) => tried.map(({ visits }) => visits)));
  const seen = new Set<string>();
  let [agreed, sent] = [0, 0];
  for (const history of [...systematicHistories(places), ...random]) {
    if (sent >= budget) break;
    const found = await firstDifference(drive, history, policy, seen);
    if (found !== undefined) return { disagreement: await shrink(drive, found, policy) };
    agreed++;
    sent += history.events.length;
  }
  return { agreed, visited: [...seen], notVisited: planned.filter((each) => !seen.has(each)) };
}

/**
 * Lists a history for each place, with everything that leaves a case there, and one for each other way to a place than its own.
 * Those in which each event has its usual form come first: they are the easiest to read.
 */
function systematicHistories(places: readonly Place[]): readonly Sent[] {
  const all = places.flatMap((place) => {
    const { registration, events, tried } = place;
    const stays = tried.filter(({ step, to }) => !step.accepted || to === place);
    const moves = tried.filter(({ event: of, step, to }) => step.accepted && to !== place && to?.events.at(-1) !== of);
    const unusual = stays.filter(({ form }) => form !== '');
    return [stays.filter(({ form }) => form === ''), ...[...unusual, ...moves].map((each) => [each])].map((others) => ({
      sent: { registration, events: [...events, ...others.map(({ event: of }) => of)] },
      isUsual: [place, ...others].every(({ form }) => form === ''),
    }));
  });
  return [...all.filter(({ isUsual }) => isUsual), ...all.filter(({ isUsual }) => !isUsual)].map(({ sent }) => sent);
}

/** Draws histories that the policy takes, with events among them that it may refuse. */
function randomHistory(policy: Policy): fc.Arbitrary<Sent> {
  return historyUnder(fc.constant(policy)).chain(({ registration, events }) =>
    fc.array(fc.tuple(fc.nat(events.length), event(registration.cohort)), { maxLength: 6 }).map((others) => ({
      registration,
      events: [...events.entries(), ...others]
        .sort(([one], [other]) => one - other)
        .map(([, of]) => withoutGaps<CaseEvent>({ ...of, id: undefined } as unknown as CaseEvent)),
    })),
  );
}

async function firstDifference(
  driver: ConformDriver,
  { registration, events }: Sent,
  policy: Policy,
  seen = new Set<string>(),
): Promise<Disagreement | undefined> {
  await driver.open(registration);
  let state = openCase(registration);
  const opening = differenceOf(await driver.read(), state, policy);
  if (opening !== undefined) return { registration, events: [], ...opening };
  for (const [index, sent] of events.entries()) {
    const step = transition(state, sent, policy);
    seen.add(visitName(state.stage, sent, step));
    const accepted = await driver.send(sent);
    state = currentAfter(step);
    const difference = differenceOf(await driver.read(), state, policy, { sent, step, accepted });
    if (difference !== undefined) return { registration, events: events.slice(0, index + 1), ...difference };
  }
  return undefined;
}

function differenceOf(
  { stage, duties }: DriverReading,
  state: Case,
  policy: Policy,
  last?: { readonly sent: CaseEvent; readonly step: Transition; readonly accepted: boolean },
): Omit<Disagreement, keyof Sent> | undefined {
  const stands = once(() => position(state, lastDayOf(state), policy));
  const open = (): readonly Duty[] => stands().duties.filter(({ status }) => status !== 'lapsed');
  const owed: readonly string[] = duties === undefined ? [] : unique(open().map(({ what }) => what));
  const actual = { ...(last && { accepted: last.accepted }), stage, ...(duties && { duties }) };
  const expected = { ...(last && { accepted: last.step.accepted }), stage: state.stage, ...(duties && { duties: owed }) };
  const isAlike = actual.accepted === expected.accepted && stage === state.stage;
  const wrong = duties && [...owed.filter((code) => !duties.includes(code)), ...duties.filter((code) => !owed.includes(code))];
  if (isAlike && (wrong === undefined || wrong.length === 0)) return undefined;
  const reasons = last === undefined ? [] : last.step.accepted ? last.step.because.slice(0, 2) : last.step.refusals.slice(0, 1);
  const ofDuty = isAlike ? open().find(({ what }) => what === wrong?.[0])?.clause : undefined;
  const because = answerInWords(isAlike || last === undefined ? stands() : last.step, policy);
  return {
    expected,
    actual,
    clause: ofDuty ?? reasons.at(-1)?.clause ?? 'support/2.1',
    inWords: [differenceInWords(expected, actual, last?.sent), '', because].join('\n'),
  };
}

function differenceInWords(expected: ConformAnswer, actual: ConformAnswer, sent: CaseEvent | undefined): string {
  const name = sent === undefined ? 'the registration' : `"${words(sent.type)}"`;
  if (actual.accepted === true && expected.accepted === false) return `The system accepts ${name}, and the policy refuses it.`;
  if (actual.accepted === false && expected.accepted === true) return `The system refuses ${name}, and the policy accepts it.`;
  if (actual.stage !== expected.stage)
    return `After ${name} the system is at "${words(actual.stage)}", and by the policy the case is at "${words(expected.stage)}".`;
  const codes = ({ duties = [] }: ConformAnswer): string => duties.map(words).join(', ') || 'nothing';
  return `After ${name} the system has as duties and opportunities: ${codes(actual)}; by the policy they are: ${codes(expected)}.`;
}

/** Takes events out of a history, one at a time, while a disagreement is left. */
async function shrink(driver: ConformDriver, found: Disagreement, policy: Policy): Promise<Disagreement> {
  for (const index of found.events.keys()) {
    const events = found.events.filter((_, each) => each !== index);
    const smaller = await firstDifference(driver, { registration: found.registration, events }, policy);
    if (smaller !== undefined) return shrink(driver, smaller, policy);
  }
  return found;
}
