// Given what has happened, when an event comes, then this follows: the kit's own, for the two participants that most rows are about. The rows are noted, since they ship.
import { expect, test } from 'vitest';
import {
  clauses,
  definePolicy,
  programmeLifecycle,
  transition,
  type Case,
  type CaseEvent,
  type Effect,
  type Policy,
  type Readings,
  type Registration,
} from '../../../../src/index.js';
import { given as givenIn, type ExpectedRefusal, type ExpectedTaken, type Given } from '../../../../src/testing/index.js';
import { inAts2021, inJanuary2021 } from './cohorts.js';

export type SomeReadings = Partial<Readings>;
export const reading = (readings: SomeReadings): Policy => definePolicy({ readings });

/** A row of the tests as data, as dist/vectors/programmeLifecycle.json has it. */
export interface Row {
  readonly name: string;
  readonly clause: string;
  readonly policy?: { readonly readings: SomeReadings };
  readonly opening: Registration;
  readonly given: readonly CaseEvent[];
  readonly when: CaseEvent;
  readonly then?: ExpectedTaken;
  readonly refused?: ExpectedRefusal;
}
const rows = new Map<string, Row[]>();
/** Where changes of the sources are tried, the tests run without vitest, and nothing is noted. */
const isNoting = 'getState' in expect;

/** A last test of a file: that its rows, as they were noted, are those that ship. */
export function rowsAreShippedIn(path: string): void {
  if (!isNoting) return;
  test('the rows above are shipped as they are: after a change, run this file with -u', async () => {
    await expect(asText(rows.get(expect.getState().testPath ?? '') ?? [])).toMatchFileSnapshot(path);
  });
}

/** Writes rows, a line each; where a test states several, the name says which event it is about. */
function asText(noted: readonly Row[]): string {
  const alike = (name: string): number => noted.filter((row) => row.name === name).length;
  const names = new Map<string, number>();
  const named = noted.map(({ name, ...row }) => {
    const readings = Object.values(row.policy?.readings ?? {}).map((choice) => `, read as ${choice}`);
    const whole = alike(name) === 1 ? name : `${name}: ${told(row.when)}${readings.join('')}`;
    const count = (names.get(whole) ?? 0) + 1;
    names.set(whole, count);
    return JSON.stringify({ name: count === 1 ? whole : `${whole} (${count})`, ...row });
  });
  return `[\n${named.join(',\n')}\n]\n`;
}
const told = (event: CaseEvent): string =>
  `${'reviewOutcome' in event ? event.reviewOutcome : event.type} on ${'at' in event ? event.at : event.on}`;

/** Notes a row under the title of its test: the clause is that of the refusal, or the one with which the title or a heading over it begins. */
function note(row: Omit<Row, 'name' | 'clause'>): void {
  if (!isNoting) return;
  const { testPath = '', currentTestName = '' } = expect.getState();
  const titles = currentTestName.split(' > ');
  const numbers = [...titles].reverse().flatMap((title) => /^\d[\d.]*(\.[a-z])?(?=[: ])/.exec(title)?.[0] ?? []);
  const clause = row.refused?.clause ?? (numbers[0] === undefined ? undefined : `support/${numbers[0]}`);
  if (clause === undefined) return; // what is technical has no clause
  if (!(clause in clauses)) throw new Error(`${currentTestName}: there is no clause ${clause}`);
  rows.set(testPath, [...(rows.get(testPath) ?? []), { name: titles.join(', ').replace(/^design §6: /, ''), clause, ...row }]);
}

/** A participant, by January 2021's cohort unless another registration is given, under the default readings unless others are. */
export function participant(
  registration: Registration = inJanuary2021,
  readings: SomeReadings = {},
): { readonly policy: Policy; readonly given: (...events: readonly CaseEvent[]) => Given<unknown, Case, CaseEvent, Effect> } {
  const policy = reading(readings);
  return {
    policy,
    given: (...events) => {
      const { case: before, when } = givenIn({ machine: programmeLifecycle, opening: registration, events, policy });
      return {
        case: before,
        when: (event) => {
          const { step, then, thenRefused } = when(event);
          const row = {
            ...(Object.keys(readings).length > 0 && { policy: { readings } }),
            opening: registration,
            given: events,
            when: event as CaseEvent,
          };
          return {
            step,
            then: (expected) => {
              then(expected);
              note({ ...row, then: { unsettled: [], ...expected } });
            },
            thenRefused: (expected = {}) => {
              thenRefused(expected);
              note({ ...row, refused: expected });
            },
          };
        },
      };
    },
  };
}

/** Takes an event that the rest of a test takes for granted. */
export function taken(state: Case, event: CaseEvent, policy: Policy): Case {
  const step = transition(state, event, policy);
  if (!step.accepted) throw new Error(`'${event.type}' was refused at '${state.stage}': ${JSON.stringify(step.refusals)}`);
  return step.case;
}

export const { given } = participant();
export const { given: givenAts } = participant(inAts2021);
