// The library against the naive model: each cell of its matrix, then random histories, event by event, and where the case stands on random days. `npm run test:full -- model --runs 100000` tries more.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  clauses,
  openCase,
  position,
  programmeLifecycle,
  replay,
  transition,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type Duty,
  type Effect,
  type PlainDate,
  type Policy,
  type Programme,
  type Readings,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import { runs } from '../../runs.js';
import { dayOf, tangle } from './support/arbitraries.js';
import { inAts2021, inJanuary2021, without } from './support/cohorts.js';
import * as e from './support/events.js';
import { reading } from './support/given.js';
import { keysAt } from './support/keys.js';
import { allStages, caseAt, historyTo, stories } from './support/stages.js';
import { history } from './model/histories.js';
import { allEvents, isUnder, matrix, takes } from './model/matrix.js';
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
    'on what is taken, what the case is then, what that brings about and what is refused for which reason',
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
      const last = state.history.map(e.dayOf).sort().at(-1);
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

const programmes = ['QTLS', 'ATS'] as const;
/** Every form that an event can take on a day. */
function forms(type: CaseEventType, on: PlainDate, programme: Programme): readonly CaseEvent[] {
  const when = [e.at(on, '17:00:00'), e.at(on, '17:00:01')];
  switch (type) {
    case 'portfolio-submitted':
      return when.map(e.submitted);
    case 'portfolio-resubmitted':
      return when.map(e.resubmitted);
    case 'outcome-released':
      return [e.met(on), e.notMet(on)];
    case 'restarted':
      return [e.restarted(on, stories[programme].next)];
    default:
      return [{ type, on }];
  }
}

describe('the machine has the stages, the events and the 51 cells of the model', () => {
  test('in the order of the programme, each cell leading where the model says, under a clause of its event', () => {
    expect(programmeLifecycle).toMatchObject({ id: 'programmeLifecycle', stages: allStages, events: allEvents });
    const written = allEvents.flatMap((event) => allStages.flatMap((from) => (matrix[event].from[from] ? [`${event} at ${from}`] : [])));
    expect(written).toHaveLength(51);
    expect(programmeLifecycle.cells.map(({ event, from }) => `${event} at ${from}`).sort()).toEqual([...written].sort());
    for (const { event, from, to, clause } of programmeLifecycle.cells) {
      const row = matrix[event as CaseEventType];
      expect([...to].sort(), `${event} at ${from}`).toEqual([...(row.from[from as Stage] ?? [])].sort());
      expect(clauses).toHaveProperty([clause]);
      expect(isUnder(clause, row.clauses), `${event}: ${clause}`).toBe(true);
    }
  });

  test('and the names that every machine has are those of the lifecycle', () => {
    const { registration, issue, submit } = stories.QTLS;
    const [opened, events] = [openCase(registration), [e.issued(issue), e.withdrawn(submit)]];
    expect(programmeLifecycle.open(registration)).toEqual(opened);
    expect(programmeLifecycle.replay(registration, events)).toEqual(replay(registration, events));
    expect(programmeLifecycle.transition(opened, e.issued(issue))).toEqual(transition(opened, e.issued(issue)));
    expect(programmeLifecycle.position(opened, '2021-01-01')).toEqual(position(opened, '2021-01-01'));
  });

  test.each(allStages)('at %s each event is taken, or refused under its clause, as the model has it', (stage) => {
    for (const programme of programmes) {
      const { registration, later } = stories[programme];
      const state = caseAt(stage, programme);
      const permitted = programmeLifecycle.permitted(state).map(({ type }) => type);
      expect([...permitted].sort()).toEqual(allEvents.filter((type) => takes(type, stage, programme)).sort());
      for (const type of allEvents) {
        for (const event of forms(type, later, programme)) {
          takeByBoth(registration, [...historyTo(stage, programme), event], reading({}));
          const step = transition(state, event);
          expect([type, step.accepted]).toEqual([type, takes(type, stage, programme)]);
          if (step.accepted) continue;
          expect(step.case).toBe(state);
          for (const { clause, holds } of step.refusals) expect([Object.hasOwn(clauses, clause), holds]).toEqual([true, false]);
          expect(step.refusals.some(({ clause }) => isUnder(clause, matrix[type].clauses))).toBe(true);
        }
      }
    }
  });

  test('each target of each cell is reached, and no other, around each deadline or without one, for a first and a later portfolio, by each reading that bears on it', () => {
    const reached = new Map<string, Set<Stage>>();
    const choices: Partial<Readings>[] = [{ 'resubmission-after-restart': 'once-per-person' }];
    for (const first of ['not-settled-here', 'restart', 'withdrawn'] as const)
      for (const never of ['restart', 'not-settled-here'] as const)
        choices.push({ 'first-deadline-missed': first, 'never-resubmitted': never });
    const policies = choices.map(reading);
    const days: Record<Programme, readonly PlainDate[]> = {
      QTLS: ['2021-06-29', '2021-06-30', '2021-07-01', '2022-03-30', '2022-03-31', '2022-04-01', '2022-06-01'],
      ATS: ['2022-10-02', '2022-10-03', '2022-10-04', '2023-02-27', '2023-02-28', '2023-03-01', '2023-05-01'],
    };
    for (const { cohort } of [inJanuary2021, inAts2021]) {
      const { programme } = cohort;
      const undated = without('submissionDeadline', without('resubmissionDeadline', cohort));
      for (const stage of allStages) {
        for (const state of [{}, { portfolio: 2 }, { cohort: undated }].map((variant) => caseAt(stage, programme, variant))) {
          const taken = allEvents.filter((type) => takes(type, stage, programme));
          for (const event of taken.flatMap((type) => days[programme].flatMap((on) => forms(type, on, programme)))) {
            for (const policy of policies) {
              const step = transition(state, event, policy);
              const cell = `${event.type} at ${stage}`;
              if (step.accepted) reached.set(cell, (reached.get(cell) ?? new Set()).add(step.case.stage));
            }
          }
        }
      }
    }
    for (const { event, from } of programmeLifecycle.cells) {
      const targets = matrix[event as CaseEventType].from[from as Stage] ?? [];
      expect([...(reached.get(`${event} at ${from}`) ?? [])].sort(), `${event} at ${from}`).toEqual([...targets].sort());
    }
  }, 60_000);
});
