// The matrix of the support policy: 12 stages × 17 events. What is not in it is refused, with a clause and with what may happen instead.
import { describe, expect, test } from 'vitest';
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
  type PlainDate,
  type Programme,
  type Readings,
  type Stage,
} from '../../../src/index.js';
import { inAts2021, inJanuary2021, without } from './support/cohorts.js';
import * as e from './support/events.js';
import { reading } from './support/given.js';
import { allEvents, clausesOf, isUnder, matrix, takes } from './support/matrix.js';
import { allStages, caseAt, finalStages, openStages, stories } from './support/stages.js';

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
const programmeOf = (type: CaseEventType): Programme => matrix[type].only ?? 'QTLS';

test('design §6: the machine names its 12 stages and its 17 events, in the order of the programme', () => {
  expect(programmeLifecycle.id).toBe('programmeLifecycle');
  expect(programmeLifecycle.stages).toEqual(allStages);
  expect(programmeLifecycle.events).toEqual(allEvents);
});

test('design §6: the machine is the lifecycle, by the names that every machine has', () => {
  const [registration, events] = [stories.QTLS.registration, [e.issued(stories.QTLS.issue), e.withdrawn(stories.QTLS.submit)]];
  const opened = openCase(registration);
  expect(programmeLifecycle.open(registration)).toEqual(opened);
  expect(programmeLifecycle.replay(registration, events)).toEqual(replay(registration, events));
  expect(programmeLifecycle.transition(opened, e.issued(stories.QTLS.issue))).toEqual(transition(opened, e.issued(stories.QTLS.issue)));
  expect(programmeLifecycle.position(opened, '2021-01-01')).toEqual(position(opened, '2021-01-01'));
});

test('design §6: the table has exactly the cells of the matrix, each leading where the matrix says', () => {
  const written = allEvents.flatMap((event) => allStages.flatMap((from) => (matrix[event].from[from] ? [`${event} at ${from}`] : [])));
  expect(written).toHaveLength(51);
  expect(programmeLifecycle.cells.map(({ event, from }) => `${event} at ${from}`).sort()).toEqual([...written].sort());
  for (const { event, from, to } of programmeLifecycle.cells) {
    expect([...to].sort(), `${event} at ${from}`).toEqual([...(matrix[event as CaseEventType].from[from as Stage] ?? [])].sort());
  }
});

test('design §6: each cell names a clause that is registered, and that is the one of its event', () => {
  for (const { event, clause } of programmeLifecycle.cells) {
    expect(clauses).toHaveProperty([clause]);
    expect(isUnder(clause, matrix[event as CaseEventType].clauses), `${event}: ${clause}`).toBe(true);
  }
});

describe.each(allStages)('at %s', (stage) => {
  test.each(allEvents)('%s is taken or refused as the matrix says', (type) => {
    const programme = programmeOf(type);
    const state = caseAt(stage, programme);
    for (const event of forms(type, stories[programme].later, programme)) {
      const step = transition(state, event);
      expect(step.accepted).toBe(takes(type, stage, programme));
      if (step.accepted) expect(matrix[type].from[stage]).toContain(step.case.stage);
      else expectRefusal(step, state, type);
    }
  });

  test('the events that may happen are those of the matrix for the programme', () => {
    for (const programme of ['QTLS', 'ATS'] as const) {
      const permitted = programmeLifecycle.permitted(caseAt(stage, programme)).map(({ type }) => type);
      expect([...permitted].sort()).toEqual(allEvents.filter((type) => takes(type, stage, programme)).sort());
    }
  });
});

describe.each([
  { type: 'supporter-appointed', other: 'ATS', clause: 'support/6.1.2' },
  { type: 'mentor-requested', other: 'QTLS', clause: 'support/6.1.3' },
  { type: 'mentor-appointed', other: 'QTLS', clause: 'support/6.1.3' },
] as const)('$clause: $type belongs to one programme only', ({ type, other, clause }) => {
  test.each(allStages)(`at %s it is refused to ${other}`, (stage) => {
    const state = caseAt(stage, other);
    const step = transition(state, { type, on: stories[other].later });
    expect(step).toMatchObject({ accepted: false });
    if (!step.accepted) {
      expectRefusal(step, state, type);
      expect(step.refusals).toContainEqual(expect.objectContaining({ clause, holds: false }));
    }
  });
});

function expectRefusal(step: Extract<ReturnType<typeof transition>, { accepted: false }>, state: Case, type: CaseEventType): void {
  expect(step.case).toBe(state);
  expect(step.refusals.length).toBeGreaterThan(0);
  for (const { clause, holds } of step.refusals) {
    expect(clauses).toHaveProperty([clause]);
    expect(holds).toBe(false);
  }
  expect(step.refusals.some(({ clause }) => isUnder(clause, matrix[type].clauses))).toBe(true);
  if (openStages.includes(state.stage)) {
    expect(step.instead.length).toBeGreaterThan(0);
    for (const each of step.instead) expect(takes(each.type, state.stage, state.cohort.programme)).toBe(true);
  } else {
    expect(finalStages).toContain(state.stage);
    expect(step.instead).toEqual([]);
    expect(step.refusals).toContainEqual(expect.objectContaining({ test: 'stage-takes-event', right: state.stage }));
  }
}

describe('every target of every cell is reached, and no other', () => {
  const reached = explore();

  test.each(programmeLifecycle.cells.map(({ event, from }) => ({ event, from }) as { event: CaseEventType; from: Stage }))(
    '$event at $from',
    ({ event, from }) => {
      const targets = reached.get(`${event} at ${from}`) ?? new Set();
      expect([...targets].sort(), clausesOf(event)).toEqual([...(matrix[event].from[from] ?? [])].sort());
    },
  );
});

/** Tries every event at every stage before, on and after each deadline, with and without deadlines, for a first and a second portfolio, under every reading. */
function explore(): ReadonlyMap<string, ReadonlySet<Stage>> {
  const reached = new Map<string, Set<Stage>>();
  const readings: Partial<Readings>[] = [{}];
  for (const first of ['not-settled-here', 'restart', 'withdrawn'] as const)
    for (const never of ['restart', 'not-settled-here'] as const)
      for (const later of ['each-portfolio', 'once-per-person'] as const)
        readings.push({ 'first-deadline-missed': first, 'never-resubmitted': never, 'resubmission-after-restart': later });
  const days: Record<Programme, readonly PlainDate[]> = {
    QTLS: ['2021-06-29', '2021-06-30', '2021-07-01', '2022-03-30', '2022-03-31', '2022-04-01', '2022-06-01'],
    ATS: ['2022-10-02', '2022-10-03', '2022-10-04', '2023-02-27', '2023-02-28', '2023-03-01', '2023-05-01'],
  };
  for (const registration of [inJanuary2021, inAts2021]) {
    const { programme } = registration.cohort;
    const undated = without('submissionDeadline', without('resubmissionDeadline', registration.cohort));
    for (const stage of allStages) {
      for (const variant of [{}, { portfolio: 2 }, { cohort: undated }]) {
        const state = caseAt(stage, programme, variant);
        for (const type of allEvents) {
          for (const event of days[programme].flatMap((on) => forms(type, on, programme))) {
            for (const choice of readings) {
              const step = transition(state, event, policyOf(choice));
              if (!step.accepted) continue;
              const targets = reached.get(`${type} at ${stage}`) ?? new Set();
              reached.set(`${type} at ${stage}`, targets.add(step.case.stage));
            }
          }
        }
      }
    }
  }
  return reached;
}

const policies = new Map<string, ReturnType<typeof reading>>();
function policyOf(choice: Partial<Readings>): ReturnType<typeof reading> {
  const key = JSON.stringify(choice);
  const policy = policies.get(key) ?? reading(choice);
  policies.set(key, policy);
  return policy;
}
