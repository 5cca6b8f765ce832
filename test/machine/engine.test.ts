// How often a time limit is asked for: a state's deadlines are worked out once, and handed to whatever needs them.
import { beforeEach, expect, test } from 'vitest';
import { date, fact, text } from '../../src/decision/facts.js';
import { dateOf } from '../../src/decision/decision.js';
import { deadlineFrom } from '../../src/decision/open.js';
import { machineOf } from '../../src/machine/procedure-machine.js';
import type { PlainDate, ProcedureMachine, standardPolicy } from '../../src/index.js';

type Step = { type: 'asked' | 'answered' | 'appealed' | 'closed'; on: PlainDate; id?: string };
type Opening = { member: string; openedOn: PlainDate };

/** Each time that a limit was asked for: the step that it is a limit of, and the stage of the state. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

const limited = (type: Step['type'], kind: 'opportunity' | 'duty') => ({
  kind,
  by: 'member' as const,
  limit: {
    deadline: ({ stage }: { stage: string }, from: string, policy: typeof standardPolicy) => {
      asked.push(`${type} at ${stage}`);
      return deadlineFrom(dateOf(from as PlainDate), 'award-appeals/4.1', 'member', policy);
    },
  },
});
const facts = () => ({ on: fact(date) });

/** A made-up procedure: what is asked may be answered or appealed against, each within a limit. */
const procedure: ProcedureMachine<Opening, 'opened', Step> = machineOf<Opening, 'opened', Step>('awardAppeal', () => ({
  start: 'opened',
  opening: () => ({ member: fact(text), openedOn: fact(date) }),
  openedAt: 'openedOn',
  steps: {
    asked: {
      clause: 'award-appeals/4.1',
      from: ['opened'],
      facts,
      owed: { what: 'request-explanation', ...limited('asked', 'opportunity') },
    },
    answered: { clause: 'award-appeals/4.2', from: ['asked'], facts, owed: { what: 'give-explanation', ...limited('answered', 'duty') } },
    appealed: {
      clause: 'award-appeals/4.3',
      from: ['asked', 'answered'],
      facts,
      owed: { what: 'lodge-appeal', ...limited('appealed', 'opportunity') },
    },
    closed: { clause: 'code-page/11', from: ['answered', 'appealed'], facts },
  },
}));
const opening = { member: 'm-1', openedOn: '2021-01-11' } as const;
const inTime: Step = { type: 'asked', on: '2021-01-12', id: 'e-1' };
const whole: readonly Step[] = [
  inTime,
  { type: 'answered', on: '2021-01-13' },
  { type: 'appealed', on: '2021-01-14' },
  { type: 'closed', on: '2021-01-15' },
];

test('a step that is taken asks once for each limit of the state before it, and once for each of the state after it', () => {
  const { accepted } = procedure.transition(procedure.open(opening), inTime);
  expect(accepted).toBe(true);
  expect(asked).toEqual(['asked at opened', 'answered at asked', 'appealed at asked']);
});

test.each<[string, Step]>([
  ['out of time', { type: 'asked', on: '2021-03-01' }],
  ['for another stage', { type: 'closed', on: '2021-01-12' }],
  ['too early', { type: 'asked', on: '2021-01-10' }],
])('a step that is refused as %s asks once, for its own limit and for what may happen instead', (_, step) => {
  const { accepted } = procedure.transition(procedure.open(opening), step);
  expect(accepted).toBe(false);
  expect(asked).toEqual(['asked at opened']);
});

test('a history asks once for each limit of each state that it passes, refused steps and repeated ones among its events', () => {
  const late: Step = { type: 'asked', on: '2021-03-01' };
  const { case: state, steps } = procedure.replay(opening, [late, inTime, inTime, ...whole.slice(1)]);
  expect(state.stage).toBe('closed');
  expect(steps.map(({ accepted }) => accepted)).toEqual([false, true, true, true, true, true]);
  expect(asked).toEqual(['asked at opened', 'answered at asked', 'appealed at asked', 'appealed at answered']);
});

test.each<[string, (state: ReturnType<typeof procedure.open>) => unknown]>([
  ['what is permitted', (state) => procedure.permitted(state)],
  ['where it stands on a day', (state) => procedure.position(state, '2021-01-13')],
])('%s asks once for each limit of the state', (_, question) => {
  const state = procedure.replay(opening, [inTime]).case;
  asked = [];
  question(state);
  expect(asked).toEqual(['answered at asked', 'appealed at asked']);
});

test('a stored case is read without its limits: it does not tell the calendar of its days', () => {
  const state = procedure.replay(opening, whole).case;
  asked = [];
  procedure.permitted(JSON.parse(JSON.stringify(state)) as typeof state);
  expect(asked).toEqual([]); // nothing is owed once it is closed
});
