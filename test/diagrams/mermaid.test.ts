// A machine drawn is its cells and nothing else; a case's path is the one that its history took.
import { test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { mermaid } from '../../src/diagrams/index.js';
import * as api from '../../src/index.js';
import type { MachineCell } from '../../src/index.js';
import { january2021 } from '../support-policy/lifecycle/support/cohorts.js';
import { life } from '../support-policy/lifecycle/support/arbitraries.js';
import * as e from '../support-policy/lifecycle/support/events.js';

const machines = {
  programmeLifecycle: api.programmeLifecycle,
  supportAppealProcedure: api.supportAppealProcedure,
  awardAppeal: api.awardAppeal,
  actionAgainstMember: api.actionAgainstMember,
  membershipApplication: api.membershipApplication,
};
interface Drawable {
  readonly stages: readonly string[];
  readonly cells: readonly MachineCell[];
}
const draw = (machine: Drawable): string => mermaid(machine as unknown as typeof api.awardAppeal);

/** The single arrows of a machine, `from event to clause`, as its cells have them. */
const arrowsOf = ({ cells }: Drawable): readonly string[] =>
  cells.flatMap(({ event, from, to, clause }) => to.map((stage) => `${from} | ${event} | ${stage} | ${clause}`)).sort();

/** The same, read back from what was drawn. */
function readBack(text: string): readonly string[] {
  const name = (id: string): string => id.replaceAll('_', '-');
  const labelled = (labels: string): readonly (readonly [event: string, clause: string])[] =>
    labels
      .split('<br/>')
      .filter((label) => label.includes(' · '))
      .map((label) => {
        const [event = '', clause = ''] = label.replace(/^[\d, ]+▸ /, '').split(' · ');
        return [event.replaceAll(' ', '-'), clause] as const;
      });
  const lines = text.split('\n').map((line) => line.trim());
  const inside = lines.slice(lines.findIndex((line) => line.endsWith('{')) + 1, lines.indexOf('}'));
  const open = inside.flatMap((line) => /^state ".*" as (\w+)$/.exec(line)?.[1] ?? []);
  const arrows = lines.flatMap((line) => {
    const [, from = '', to = '', labels = ''] = /^(\w+) --> (\w+) : (.*)$/.exec(line) ?? [];
    const [, box = '', boxed = ''] = /^(?:note right of )?(\w+) : (.*)$/.exec(line) ?? [];
    const [stage, all] = from === '' ? [box, boxed] : [from, labels];
    return (stage === 'any_open_stage' ? open : [stage]).flatMap((each) =>
      labelled(all).map(([event, clause]) => `${name(each)} | ${event} | ${name(from === '' ? each : to)} | ${clause}`),
    );
  });
  return arrows.sort();
}

describe('every machine', () => {
  test.each(Object.entries(machines))('%s: each arrow is a cell with its clause, and each cell an arrow', (_, machine) => {
    expect(readBack(draw(machine))).toEqual(arrowsOf(machine));
  });

  test.each(Object.entries(machines))(
    '%s: begins at its first stage, and ends where nothing can happen',
    (_, { stages, cells, ...machine }) => {
      const text = draw({ stages, cells, ...machine });
      const ends = stages.filter((stage) => cells.every(({ from }) => from !== stage));
      expect(text).toContain(`[*] --> ${String(stages[0]).replaceAll('-', '_')}`);
      expect([...text.matchAll(/(\w+) --> \[\*\]/g)].map(([, stage]) => stage)).toEqual(ends.map((stage) => stage.replaceAll('-', '_')));
    },
  );
});

describe('the path of a case', () => {
  const { case: notMet } = api.replay({ participant: 'p-1', cohort: january2021, registeredOn: '2020-12-07' }, [
    e.adjustmentsRequested('2020-12-01'),
    e.issued('2021-01-10'),
    e.submitted(e.at('2021-06-30')),
    e.notMet('2021-08-16'),
    e.adjustmentsRequested('2021-08-17'),
  ]);

  test('is numbered on its arrows, and its stages are drawn heavier', () => {
    const lines = mermaid(api.programmeLifecycle, { highlight: notMet })
      .split('\n')
      .map((line) => line.trim());
    expect(lines.filter((line) => line.includes('▸'))).toEqual([
      'registered --> in_programme : 2 ▸ portfolio issued · support/4.3',
      'in_programme --> submitted : 3 ▸ portfolio submitted · support/4.4',
      'submitted --> criteria_not_met : 4 ▸ outcome released · support/4.4',
      expect.stringContaining('1, 5 ▸ adjustments requested · support/3.1.1'),
    ]);
    expect(lines.filter((line) => line.startsWith('class '))).toEqual([
      'class registered passed',
      'class in_programme passed',
      'class submitted passed',
      'class criteria_not_met here',
    ]);
  });

  test('of a case that was stored is that of the case', () => {
    const stored = JSON.parse(JSON.stringify(notMet)) as typeof notMet;
    expect(mermaid(api.programmeLifecycle, { highlight: stored })).toBe(mermaid(api.programmeLifecycle, { highlight: notMet }));
  });

  property.prop([life.filter(({ events }) => new Set(events.map(e.dayOf)).size === events.length)])(
    'is where each event led under the policy that it was judged by',
    ({ registration, policy, events, case: state }) => {
      const { steps } = api.replay(registration, events, policy);
      const stages = ['registered', ...steps.map((step) => step.case.stage)];
      const text = mermaid(api.programmeLifecycle, { highlight: state, policy });
      const passed = [...text.matchAll(/class (\w+) (?:passed|here)/g)].map(([, stage = '']) => stage.replaceAll('_', '-'));
      expect(passed).toEqual([...new Set(stages)]);
      expect(text).toContain(`class ${state.stage.replaceAll('-', '_')} here`);
      const numbers = [...text.matchAll(/([\d, ]+) ▸/g)].flatMap(([, at = '']) => at.split(',').map(Number));
      expect(numbers.sort((a, b) => a - b)).toEqual(events.map((_, index) => index + 1));
    },
  );

  test('of another machine’s case is refused, and told where', () => {
    const appeal = api.awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });
    expect(() => mermaid(api.programmeLifecycle, { highlight: appeal as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: [expect.objectContaining({ path: ['options', 'highlight', 'stage'] })] }),
    );
  });
});

test('a case that has no way through the cells of what is drawn is refused, and told where', () => {
  const appeal = api.awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, [
    { type: 'explanation-requested', at: '2021-05-17' },
  ]).case;
  const cells = api.awardAppeal.cells.filter(({ event }) => event !== 'explanation-requested');
  expect(() => mermaid({ ...api.awardAppeal, cells }, { highlight: appeal })).toThrow(
    expect.objectContaining({
      code: 'INVALID_FACTS',
      issues: [
        {
          path: ['options', 'highlight', 'history'],
          message: 'must be a way through the cells of the machine',
          received: 'array',
          code: 'malformed',
        },
      ],
    }),
  );
});

test('a policy that is none is refused, and told where', () => {
  const appeal = api.awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });
  expect(() => mermaid(api.awardAppeal, { highlight: appeal, policy: { calendars: [] } as never })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: ['options', 'policy', 'calendars'], received: 'array' })] }),
  );
});

test('an event that may lead to several stages is drawn from each stage, and never at the box', () => {
  const leads = { event: 'decided', to: ['upheld', 'refused'], clause: 'support/9.1' } as const;
  const machine = {
    ...api.awardAppeal,
    stages: ['opened', 'heard', 'upheld', 'refused'],
    cells: [
      { ...leads, from: 'opened' },
      { ...leads, from: 'heard' },
      { event: 'noted', from: 'opened', to: ['opened'], clause: 'support/9.1' },
      { event: 'noted', from: 'heard', to: ['heard'], clause: 'support/9.1' },
    ],
  } as const;
  expect(readBack(draw(machine))).toEqual(arrowsOf(machine));
  expect(draw(machine)).toContain('note right of any_open_stage : in any open stage<br/>noted · support/9.1');
});

test('a machine of one open stage has no box around it', () => {
  expect(
    draw({
      ...api.awardAppeal,
      stages: ['opened', 'closed'],
      cells: [{ event: 'ended', from: 'opened', to: ['closed'], clause: 'support/9.1' }],
    }),
  ).toBe(
    [
      'stateDiagram-v2',
      '  accTitle: award appeal',
      '  [*] --> opened',
      '  state "opened" as opened',
      '  state "closed" as closed',
      '  opened --> closed : ended · support/9.1',
      '  closed --> [*]',
    ].join('\n'),
  );
});
