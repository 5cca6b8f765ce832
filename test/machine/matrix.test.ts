// The matrix of each procedure, written out by hand: which step is taken at which stage, and the clause it rests on. All else is refused.
import { describe, expect, test } from 'vitest';
import { clauses, definePolicy } from '../../src/index.js';
import { caseAfter, machines, type Event, type LooseMachine } from './cases.js';

interface Procedure {
  readonly opening: object;
  readonly stages: readonly string[];
  /** Stages at which nothing more can be recorded. */
  readonly final: readonly string[];
  /** An ordinary history, a step for each stage after the first. */
  readonly story: readonly Event[];
  readonly steps: Readonly<Record<string, { readonly clause: string; readonly from: readonly string[] }>>;
}

const procedures: Readonly<Record<string, Procedure>> = {
  supportAppealProcedure: {
    opening: { participant: 'p-1' },
    stages: ['opened', 'discussed', 'appeal-received', 'answered'],
    final: ['answered'],
    story: [
      { type: 'discussed', on: '2021-05-12' },
      { type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' },
      { type: 'answered', on: '2021-05-28' },
    ],
    steps: {
      discussed: { clause: 'support/9.1', from: ['opened'] },
      'appeal-received': { clause: 'support/9.1', from: ['opened', 'discussed'] },
      answered: { clause: 'support/9.1', from: ['appeal-received'] },
    },
  },
  awardAppeal: {
    opening: { member: 'm-1', decisionReceivedAt: '2021-05-14' },
    stages: ['decision-received', 'explanation-requested', 'explained', 'appeal-lodged', 'appeal-decided'],
    final: ['appeal-decided'],
    story: [
      { type: 'explanation-requested', at: '2021-05-28' },
      { type: 'explained', at: '2021-05-28' },
      { type: 'appeal-lodged', at: '2021-05-28', grounds: ['procedural-error'] },
      { type: 'appeal-decided', on: '2021-05-28', upheld: true },
    ],
    steps: {
      'explanation-requested': { clause: 'award-appeals/4.1', from: ['decision-received'] },
      explained: { clause: 'award-appeals/4.2', from: ['explanation-requested'] },
      'appeal-lodged': { clause: 'award-appeals/4.3', from: ['explained'] },
      'appeal-decided': { clause: 'code-page/11', from: ['appeal-lodged'] },
    },
  },
  actionAgainstMember: {
    opening: { member: 'm-1', source: 'public', receivedAt: '2021-05-14' },
    stages: ['information-received', 'acknowledged', 'considered', 'decided', 'review-requested', 'review-decided'],
    final: ['review-decided'],
    story: [
      { type: 'acknowledged', on: '2021-05-28' },
      { type: 'considered', on: '2021-05-28' },
      { type: 'decided', on: '2021-05-28', against: true },
      { type: 'review-requested', on: '2021-05-28' },
      { type: 'review-decided', on: '2021-05-28' },
    ],
    steps: {
      acknowledged: { clause: 'member-action/2.2', from: ['information-received'] },
      considered: { clause: 'code-page/9', from: ['acknowledged'] },
      decided: { clause: 'code-page/4', from: ['considered'] },
      'review-requested': { clause: 'code-page/5', from: ['decided'] },
      'review-decided': { clause: 'code-page/5', from: ['review-requested'] },
    },
  },
  membershipApplication: {
    opening: { applicant: 'a-1', appliedOn: '2021-05-14' },
    stages: ['applied', 'code-committed', 'reviewed', 'review-requested', 'review-decided'],
    final: ['review-decided'],
    story: [
      { type: 'code-committed', on: '2021-05-28' },
      { type: 'reviewed', on: '2021-05-28', accepted: false },
      { type: 'review-requested', on: '2021-05-28' },
      { type: 'review-decided', on: '2021-05-28', accepted: true },
    ],
    steps: {
      'code-committed': { clause: 'code-page/3', from: ['applied'] },
      reviewed: { clause: 'code-page/4', from: ['applied', 'code-committed'] },
      'review-requested': { clause: 'code-page/5', from: ['reviewed'] },
      'review-decided': { clause: 'code-page/5', from: ['review-requested'] },
    },
  },
};
/** Under which an appeal without a discussion is taken as well; no other procedure has a stage that turns on a reading. */
const everyWayOpen = definePolicy({ readings: { 'prior-discussion': 'advisory' } });

describe.each(Object.entries(procedures))('design §6: %s', (id, { opening, stages, final, story, steps }) => {
  const machine = machines.find((each) => each.id === id) as LooseMachine;

  test('its lists are frozen: whoever is given them cannot change the machine', () => {
    for (const list of [machine.stages, machine.events, machine.cells]) expect(Object.isFrozen(list)).toBe(true);
    expect(machine.cells.every((cell) => Object.isFrozen(cell) && Object.isFrozen(cell.to))).toBe(true);
  });

  test('names its stages and its steps, in the order of the procedure', () => {
    expect(machine.stages).toEqual(stages);
    expect(machine.events).toEqual(Object.keys(steps));
    expect(machine.open(opening)).toMatchObject({ ...opening, stage: stages[0], history: [] });
  });

  test('has exactly these arrows, each to the stage of the same name, each with its clause', () => {
    const written = Object.entries(steps).flatMap(([event, { clause, from }]) =>
      from.map((at) => ({ event, from: at, to: [event], clause })),
    );
    expect(machine.cells).toEqual(written);
    for (const { clause } of machine.cells) expect(clauses).toHaveProperty([clause]);
  });

  test.each(stages)('at %s each step is taken or refused as the matrix says', (stage) => {
    const state = caseAfter(machine, opening, story.slice(0, stages.indexOf(stage)));
    expect(state.stage).toBe(stage);
    const open = Object.entries(steps).flatMap(([type, { from }]) => (from.includes(stage) ? [type] : []));
    expect(
      machine
        .permitted(state, everyWayOpen)
        .map(({ type }) => type)
        .sort(),
    ).toEqual([...open].sort());
    expect(open.length === 0).toBe(final.includes(stage));
    for (const event of story) {
      const step = machine.transition(state, event, everyWayOpen);
      expect({ type: event.type, accepted: step.accepted }).toEqual({ type: event.type, accepted: open.includes(event.type) });
      if (step.accepted) {
        expect(step.case).toMatchObject({ stage: event.type, history: [...state.history, event] });
        expect(step.because[0]).toEqual({
          clause: steps[event.type]?.clause,
          test: 'stage-takes-event',
          holds: true,
          left: event.type,
          operator: 'in',
          right: stage,
        });
      } else {
        expect(step.case).toBe(state);
        expect(step.refusals[0]).toMatchObject({
          clause: steps[event.type]?.clause,
          test: 'stage-takes-event',
          holds: false,
          right: stage,
        });
        for (const { holds } of step.refusals) expect(holds).toBe(false);
        expect(step.instead.map(({ type }) => type).sort()).toEqual([...open].sort());
      }
    }
  });
});

test('the machines are these four', () => {
  expect(machines.map(({ id }) => id)).toEqual(Object.keys(procedures));
});
