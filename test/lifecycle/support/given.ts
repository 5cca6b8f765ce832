// Given what has happened, when an event comes, then this follows: the lifecycle as a table of rows. Every given event must itself be taken.
import { expect } from 'vitest';
import {
  definePolicy,
  openCase,
  transition,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type ClauseId,
  type DutyCode,
  type Effect,
  type Finding,
  type FindingCode,
  type Need,
  type Policy,
  type Readings,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import { inAts2021, inJanuary2021 } from './cohorts.js';

interface Taken {
  readonly stage: Stage;
  /** Other keys of the case that are worth a look. */
  readonly holding?: Readonly<Record<string, unknown>>;
  /** Everything that is brought about, in any order, save the duties that are met. */
  readonly effects?: readonly Effect[];
  readonly dutiesMet?: readonly DutyCode[];
  /** Findings that are among the reasons. */
  readonly because?: readonly Partial<Finding>[];
  /** Everything that is left open; nothing unless stated. */
  readonly unsettled?: readonly Need[];
}
interface Refused {
  readonly test: FindingCode;
  readonly clause: ClauseId;
  /** Events that are offered, among others. */
  readonly instead?: readonly CaseEventType[];
}
interface Specification {
  /** The case that the given events lead to. */
  readonly case: Case;
  readonly when: (event: CaseEvent) => { readonly then: (expected: Taken) => void; readonly thenRefused: (expected: Refused) => void };
}

export type SomeReadings = Partial<Readings>;
export const reading = (readings: SomeReadings): Policy => definePolicy({ readings });

/** A participant, by January 2021's cohort unless another registration is given, under the default readings unless others are. */
export function participant(registration: Registration = inJanuary2021, readings: SomeReadings = {}) {
  const policy = reading(readings);
  return {
    policy,
    given: (...events: readonly CaseEvent[]): Specification => {
      const before = events.reduce((state, event) => taken(state, event, policy), openCase(registration));
      return {
        case: before,
        when: (event) => {
          const step = transition(before, event, policy);
          return {
            then: (expected) => {
              expect(step).toMatchObject({ accepted: true, case: { stage: expected.stage, ...expected.holding } });
              if (!step.accepted) return;
              expect(step.unsettled).toEqual(expected.unsettled ?? []);
              expect(step.case.history).toEqual([...before.history, event]);
              for (const finding of expected.because ?? []) expect(step.because).toContainEqual(expect.objectContaining(finding));
              if (expected.effects)
                expect(sorted(step.effects.filter(({ type }) => type !== 'duty-met'))).toEqual(sorted(expected.effects));
              const met = step.effects.flatMap((effect) => (effect.type === 'duty-met' ? [effect.duty] : []));
              if (expected.dutiesMet) expect(met).toEqual(expected.dutiesMet);
            },
            thenRefused: ({ instead = [], ...refusal }) => {
              expect(step).toMatchObject({ accepted: false });
              if (step.accepted) return;
              expect(step.case).toBe(before);
              expect(step.refusals).toContainEqual(expect.objectContaining({ ...refusal, holds: false }));
              expect(step.instead.map(({ type }) => type)).toEqual(expect.arrayContaining([...instead]));
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

const sorted = (effects: readonly Effect[]): readonly string[] => effects.map((effect) => JSON.stringify(effect, keysInOrder)).sort();
const keysInOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

export const { given } = participant();
export const { given: givenAts } = participant(inAts2021);
