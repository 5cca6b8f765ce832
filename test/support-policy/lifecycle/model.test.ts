// The library against the naive model: random histories, event by event, and where the case stands on random days. `npm run model -- --runs 100000` tries more.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  openCase,
  position,
  transition,
  type Case,
  type CaseEvent,
  type Duty,
  type Effect,
  type Policy,
  type Registration,
} from '../../../src/index.js';
import { runs } from '../../runs.js';
import { dayOf, tangle } from './support/arbitraries.js';
import { dayOf as dayOfEvent } from './support/events.js';
import { keysAt } from './support/keys.js';
import { history } from './model/histories.js';
import { judge, opened, type Model } from './model/model.js';
import { standsOn } from './model/position.js';

const asked = Number(process.env['MODEL_RUNS'] ?? runs(300).numRuns);
const options = { numRuns: asked, ...(process.env['MODEL_SEED'] && { seed: Number(process.env['MODEL_SEED']) }) };
const timeout = 30_000 + asked * 20;

/** The case that the model holds, as the library would write it. */
function caseOf({ stage, opening, noted, history }: Model): object {
  const all: Record<string, unknown> = { schemaVersion: 1, stage, ...opening, history, ...noted };
  const may: readonly string[] = [...keysAt[stage], 'late'];
  const keepsLate = keysAt[stage].includes('submittedAt');
  return Object.fromEntries(Object.entries(all).filter(([key]) => may.includes(key) && (key !== 'late' || keepsLate)));
}
const inAnyOrder = (effects: readonly Effect[]): readonly string[] => effects.map((effect) => JSON.stringify(effect, keysInOrder)).sort();
const keysInOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const dutyInWords = ({ what, owedBy, kind, clause, status }: Duty): string => `${kind} ${what} by ${owedBy}: ${status} (${clause})`;

/** Takes events by both, and compares each answer. */
function takeByBoth(
  registration: Registration,
  events: readonly CaseEvent[],
  policy: Policy,
): { readonly state: Case; readonly model: Model } {
  let state = openCase(registration);
  let model = opened(registration);
  for (const event of events) {
    const [step, judged] = [transition(state, event, policy), judge(model, event, policy.readings)];
    expect([event.type, state.stage, step.accepted]).toEqual([event.type, state.stage, judged.taken]);
    if (step.accepted && judged.taken) {
      expect(step.case).toEqual(caseOf(judged.model));
      expect(inAnyOrder(step.effects)).toEqual(inAnyOrder(judged.effects));
      expect(step.unsettled).toEqual(judged.unsettled);
      ({ case: state } = step);
      ({ model } = judged);
    } else if (!step.accepted && !judged.taken) {
      expect(step.refusals.map(({ test: code }) => code)).toEqual(judged.why);
      expect(step.instead.map(({ type }) => type)).toEqual(judged.instead);
    }
    if (step.accepted && step.case.stage === 'restarted' && step.effects.length > 0) {
      // The rest of the person's history belongs to the case that the restart opened.
      state = openCase(step.case.next);
      model = opened(step.case.next);
    }
  }
  return { state, model };
}

describe(`the library and the naive model agree, ${asked} histories`, () => {
  test.prop([fc.oneof({ weight: 3, arbitrary: history }, { weight: 1, arbitrary: tangle })], options)(
    'on what is taken, what becomes of the case, what that brings about and what is refused for which reason',
    ({ registration, events, policy }) => {
      takeByBoth(registration, events, policy);
    },
    timeout,
  );

  test.prop(
    [
      fc
        .oneof(history, tangle)
        .chain((tangled) => fc.tuple(fc.constant(tangled), fc.array(dayOf(tangled.registration.cohort), { minLength: 1, maxLength: 3 }))),
    ],
    options,
  )(
    'on where the case stands on a day: as the prefix of its history has it, taken from the start',
    ([{ registration, events, policy }, days]) => {
      const { state, model } = takeByBoth(registration, events, policy);
      const last = state.history.map(dayOfEvent).sort().at(-1);
      for (const day of [...days, ...(last === undefined ? [] : [last])].filter((each) => each >= state.registeredOn)) {
        const stands = standsOn(model, day, policy.readings);
        const { stage, duties, entitlements, unsettled } = position(state, day, policy);
        expect({ stage, entitlements }).toEqual({ stage: stands.stage, entitlements: stands.entitlements });
        expect(duties.map(dutyInWords).sort()).toEqual([...stands.duties].sort());
        expect(unsettled).toEqual(stands.unsettled);
      }
    },
    timeout,
  );
});
