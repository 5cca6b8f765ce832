// Each theorem bites: a table that is broken in one place refutes it, by a shortest history that is printed. The tables as they are refute nothing.
import { describe, expect, test } from 'vitest';
import { programmeLifecycle, replayChain, type Case, type Cohort } from '../../src/index.js';
import {
  appeal,
  appealWith,
  application,
  applicationWith,
  exploreLifecycle,
  exploreProcedure,
  lifecycleWith,
  type LooseCell,
  type LooseTable,
} from './broken.js';
import { inWords, printed } from '../tools/explore/report.mjs';
import type { Explored } from '../tools/explore/search.mjs';

const refuted = ({ proofs }: Explored): readonly string[] =>
  proofs.flatMap(({ theorem, counterexample }) => (counterexample ? [theorem.id] : []));
/** The counterexample of a theorem, without the reading under which it was found. */
const story = ({ proofs }: Explored, id: string): readonly string[] => {
  const counterexample = proofs.find(({ theorem }) => theorem.id === id)?.counterexample;
  return counterexample === undefined
    ? []
    : inWords(counterexample).filter((line) => !line.startsWith('read as') && !line.startsWith('given'));
};
const types = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replace(/\{"type":"([a-z-]+)".*\}/, '$1'));

const row = (table: LooseTable, type: string): LooseTable[string] => table[type] as LooseTable[string];
const cellOf = (table: LooseTable, type: string, stage: string): LooseCell => row(table, type).from[stage] as LooseCell;
/** A step that leads to a stage, with whatever dates the case holds. */
const leadsTo =
  (stage: string, more: object = {}) =>
  (state: object): object => ({ next: { ...state, stage, ...more } });

describe('the lifecycle', () => {
  test('as it is, from the table from which the broken ones are made: nothing is refuted, and everything is visited', () => {
    const explored = exploreLifecycle(lifecycleWith(() => undefined));
    expect(refuted(explored)).toEqual([]);
    expect(explored.stages.missed).toEqual([]);
    expect(explored.states).toBeGreaterThan(100);
  });

  test.each<[string, string, (table: LooseTable) => void, readonly string[]]>([
    [
      'cells',
      'an outcome that leads to a stage of which its cell says nothing',
      (table) => {
        row(table, 'outcome-released').from['submitted'] = {
          to: ['criteria-met'],
          step: leadsTo('under-review', { reviewStartedOn: '2021-07-01' }),
        };
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'when outcome-released',
        'at submitted: outcome-released at submitted leads to under-review',
      ],
    ],
    [
      'can-end',
      'a restart that is required and cannot be made, nor withdrawn from',
      (table) => {
        row(table, 'restarted').from = {};
        row(table, 'withdrawn').from = Object.fromEntries(
          Object.entries(row(table, 'withdrawn').from).filter(([stage]) => stage !== 'restart-required'),
        );
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'then portfolio-resubmitted',
        'at restart-required: no way leads from here to an end',
      ],
    ],
    [
      'no-dead-end',
      'a stage that nothing leaves',
      (table) => {
        for (const each of Object.values(table))
          each.from = Object.fromEntries(Object.entries(each.from).filter(([stage]) => stage !== 'criteria-met'));
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'at criteria-met: nothing that was tried is taken at criteria-met',
      ],
    ],
    [
      'final',
      'a withdrawal after the award',
      (table) => {
        row(table, 'withdrawn').from['awarded'] = cellOf(table, 'withdrawn', 'criteria-met');
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'then status-awarded',
        'when withdrawn',
        'at awarded: it is accepted at awarded, after the last word',
      ],
    ],
    [
      'refusals',
      'a row under a clause that no document has',
      (table) => {
        row(table, 'status-awarded').clause = 'support/9.9';
      },
      ['when status-awarded', 'at registered: stage-takes-event rests on support/9.9, which no document has'],
    ],
    [
      'one-resubmission',
      'a second “not met” that grants another resubmission',
      (table) => {
        row(table, 'outcome-released').from['resubmitted'] = {
          to: ['criteria-not-met'],
          step: leadsTo('criteria-not-met', { notMetOn: '2022-03-01' }),
        };
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'then portfolio-resubmitted',
        'when outcome-released',
        'at resubmitted: it brings a second free resubmission',
      ],
    ],
    [
      'award',
      'an award straight after the submission',
      (table) => {
        row(table, 'status-awarded').from['submitted'] = {
          to: ['awarded'],
          step: leadsTo('awarded', { metOn: '2021-07-01', awardedOn: '2021-07-01' }),
        };
      },
      ['then portfolio-issued', 'then portfolio-submitted', 'when status-awarded', 'at submitted: it awards, and no outcome was met'],
    ],
    [
      'review-after-deadline',
      'an outcome that is released before the deadline',
      (table) => {
        row(table, 'outcome-released').from['submitted'] = { ...cellOf(table, 'outcome-released', 'submitted'), notBefore: undefined };
      },
      ['then portfolio-issued', 'then portfolio-submitted', 'when outcome-released', 'at submitted: its outcome is dated 2021-01-10'],
    ],
    [
      'late-meets-nothing',
      'a late submission that meets the duty',
      (table) => {
        const cell = cellOf(table, 'portfolio-submitted', 'in-programme');
        row(table, 'portfolio-submitted').from['in-programme'] = {
          ...cell,
          step: (...taken) => ({
            ...cell.step(...taken),
            effects: [{ type: 'duty-met', duty: 'submit-portfolio', clause: 'support/4.4', kind: 'duty' }],
          }),
        };
      },
      ['then portfolio-issued', 'when portfolio-submitted', 'at in-programme: it is late, and meets submit-portfolio'],
    ],
    [
      'restart-available',
      'a restart with a cohort whose entry had closed',
      (table) => {
        const cell = cellOf(table, 'restarted', 'restart-required');
        row(table, 'restarted').from['restart-required'] = {
          ...cell,
          step: (state: Case, event: { on: string; cohort: Cohort }, ...by) =>
            event.cohort.id.endsWith('-closed')
              ? {
                  next: {
                    ...state,
                    stage: 'restarted',
                    restartedOn: event.on,
                    next: { participant: state.participant, cohort: event.cohort, registeredOn: event.on, portfolio: state.portfolio + 1 },
                  },
                }
              : cell.step(state as never, event as never, ...by),
        };
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'then portfolio-resubmitted',
        'when restarted',
        'at restart-required: it restarts with QTLS-closed, which was not available on 2022-02-01',
      ],
    ],
    [
      'restart-only',
      'a late resubmission that is taken as if in time',
      (table) => {
        const cell = cellOf(table, 'portfolio-resubmitted', 'criteria-not-met');
        row(table, 'portfolio-resubmitted').from['criteria-not-met'] = {
          ...cell,
          step: (state: Case, { at }: { at: string }) => ({ next: { ...state, stage: 'resubmitted', resubmittedAt: at } }),
        };
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'when portfolio-resubmitted',
        'at criteria-not-met: it leads to resubmitted',
      ],
    ],
    [
      'restart-opens',
      'a restart into the same cohort',
      (table) => {
        const cell = cellOf(table, 'restarted', 'restart-required');
        row(table, 'restarted').from['restart-required'] = {
          ...cell,
          step: (state: Case, event: never, ...by) => {
            const step = cell.step(state as never, event, ...by) as { effects?: readonly { registration?: object }[] };
            const same = (effect: { registration?: object }) =>
              effect.registration ? { ...effect, registration: { ...effect.registration, cohort: state.cohort } } : effect;
            return { ...step, ...(step.effects && { effects: step.effects.map(same) }) };
          },
        };
      },
      [
        'then portfolio-issued',
        'then portfolio-submitted',
        'then outcome-released',
        'then portfolio-resubmitted',
        'when restarted',
        'at restart-required: it opens a case in the same cohort',
      ],
    ],
  ])('%s: %s', (id, _, change, shortest) => {
    const explored = exploreLifecycle(lifecycleWith(change));
    expect(refuted(explored)).toContain(id);
    expect(types(story(explored, id))).toEqual(shortest);
  });

  test('duties: a duty that nobody owes', () => {
    const explored = exploreLifecycle({
      ...lifecycleWith(() => undefined),
      position: (state, asOf, policy) => {
        const answer = programmeLifecycle.position(state, asOf, policy);
        return {
          ...answer,
          duties: answer.duties.map((duty) => (duty.what === 'submit-portfolio' ? { ...duty, owedBy: 'nobody' as never } : duty)),
        };
      },
    });
    expect(refuted(explored)).toEqual(['duties']);
    expect(types(story(explored, 'duties'))).toEqual([
      'then portfolio-issued',
      'at in-programme: submit-portfolio is owed by nobody, who is nobody',
    ]);
  });

  test('missed: a deadline that passes without a word', () => {
    const explored = exploreLifecycle({
      ...lifecycleWith(() => undefined),
      position: (state, asOf, policy) => ({ ...programmeLifecycle.position(state, asOf, policy), warnings: [] }),
    });
    expect(refuted(explored)).toEqual(['missed']);
    expect(types(story(explored, 'missed'))).toEqual([
      'then portfolio-issued',
      'at in-programme: the rule says undetermined, and the warning is not as it says',
    ]);
  });

  test('missed: a restart that the rule does not say', () => {
    const explored = exploreLifecycle({
      ...lifecycleWith(() => undefined),
      position: (state, asOf, policy) => {
        const answer = programmeLifecycle.position(state, asOf, policy);
        return { ...answer, duties: answer.duties.filter(({ what }) => what !== 'restart') };
      },
    });
    expect(refuted(explored)).toEqual(['missed']);
  });

  test('refusals: an event that is offered instead of itself', () => {
    const explored = exploreLifecycle({
      ...lifecycleWith(() => undefined),
      transition: (state, event, policy) => {
        const step = programmeLifecycle.transition(state, event, policy);
        return step.accepted ? step : { ...step, instead: programmeLifecycle.permitted(state, policy) };
      },
    });
    expect(refuted(explored)).toEqual(['refusals']);
  });

  test('duties: a clock without a status', () => {
    const explored = exploreLifecycle({
      ...lifecycleWith(() => undefined),
      position: (state, asOf, policy) => {
        const answer = programmeLifecycle.position(state, asOf, policy);
        return { ...answer, duties: answer.duties.map((duty) => ({ ...duty, status: 'no-limit-stated' as const })) };
      },
    });
    expect(refuted(explored)).toEqual(['duties']);
  });

  test('chain: a chain that goes on in the first portfolio after a restart', () => {
    const explored = exploreLifecycle(programmeLifecycle, (registration, events, policy) => {
      const { case: only, steps } = programmeLifecycle.replay(registration, events, policy);
      return { ...replayChain(registration, [], policy), cases: [only], steps };
    });
    expect(refuted(explored)).toEqual(['chain']);
    expect(types(story(explored, 'chain')).at(-1)).toBe('at restarted: it folds to "restarted", and not to "registered"');
  });

  test('a cell to which no way leads is not visited, and is named', () => {
    const explored = exploreLifecycle(
      lifecycleWith((table) => {
        row(table, 'portfolio-submitted').from = {};
      }),
    );
    expect(explored.stages.missed).toEqual(expect.arrayContaining(['submitted', 'criteria-met', 'awarded']));
    expect(explored.cells.missed).toContain('status-awarded at criteria-met to awarded');
  });

  test('states that count as one and are not: the exploration fails rather than skip one of them', () => {
    const breaks = lifecycleWith((table) => {
      const cell = cellOf(table, 'withdrawn', 'criteria-met');
      row(table, 'withdrawn').from['criteria-met'] = {
        ...cell,
        step: (state: Case & { issuedOn: string }, event: never, ...by) =>
          state.issuedOn < '2021-06-30' ? cell.step(state as never, event, ...by) : { next: state }, // turns on a date that the key leaves out
      };
    });
    expect(() => exploreLifecycle(breaks)).toThrow(/two states count as one and are not/);
  });
});

describe('a procedure', () => {
  const { reviewed, 'review-requested': requested } = application();

  test('as it is: nothing is refuted', () => {
    expect(refuted(exploreProcedure('membershipApplication', applicationWith({})))).toEqual([]);
    expect(refuted(exploreProcedure('awardAppeal', appealWith({})))).toEqual([]);
  });

  test.each<[string, string, object, readonly string[]]>([
    [
      'ends',
      'a step that can be repeated for ever',
      { 'code-committed': { ...application()['code-committed'], from: ['applied', 'code-committed'] } },
      ['then code-committed', 'at code-committed: steps lead from here back to here'],
    ],
    [
      'no-step-skipped',
      'a review of an application without a commitment to the Code',
      { reviewed: { ...reviewed, from: ['applied', 'code-committed'] } },
      ['when reviewed', 'at applied: code-committed is missing'],
    ],
    [
      'final',
      'a review of an acceptance',
      { 'review-requested': { ...requested, guard: undefined } },
      ['then code-committed', 'then reviewed', 'when review-requested', 'at reviewed: it is accepted at reviewed, after the last word'],
    ],
    [
      'can-end',
      'a review that nobody can decide',
      {
        'review-decided': {
          ...application()['review-decided'],
          guard: () => ({ clause: 'code-page/5', test: 'decision-is-against', holds: false }),
        },
      },
      ['then code-committed', 'then reviewed', 'at reviewed: no way leads from here to an end'],
    ],
    [
      'duties',
      'a duty of nobody',
      { reviewed: { ...reviewed, owed: { what: 'review-application', by: 'somebody' } } },
      ['then code-committed', 'at code-committed: review-application is owed by somebody, who is nobody'],
    ],
    [
      'clocks',
      'a limit of which the documents say nothing',
      { reviewed: { ...reviewed, owed: appeal()['explanation-requested'].owed } },
      ['then code-committed', 'at code-committed: request-explanation has a clock, and the documents state none'],
    ],
  ])('%s: %s', (id, _, arrows, shortest) => {
    const explored = exploreProcedure('membershipApplication', applicationWith(arrows));
    expect(refuted(explored)).toContain(id);
    expect(types(story(explored, id))).toEqual(shortest);
  });

  test('clocks: nine working days for ten', () => {
    const explored = exploreProcedure('awardAppeal', appealWith(appeal({ asked: 9 })));
    expect(refuted(explored)).toEqual(['clocks', 'out-of-time']);
    expect(story(explored, 'clocks')).toEqual([
      'at decision-received: request-explanation is due on 2021-05-27, and 10 working days from 2021-05-14 end on 2021-05-28',
    ]);
  });

  test('out-of-time: a member’s late step that is taken, as a right called a duty would be', () => {
    const explored = exploreProcedure('awardAppeal', appealWith(appeal({ kind: 'duty' })));
    expect(refuted(explored)).toEqual(['out-of-time']);
    expect(story(explored, 'out-of-time')).toEqual([
      'when {"type":"explanation-requested","at":"2021-05-29"}',
      'at decision-received: it is not refused as late; its last day is 2021-05-28, and it counts on 2021-05-29',
    ]);
  });

  test('replay: a fold that forgets the last step', () => {
    const machine = applicationWith({});
    const forgets = { ...machine, replay: (opening: never, events: readonly never[]) => machine.replay(opening, events.slice(0, -1)) };
    expect(refuted(exploreProcedure('membershipApplication', forgets))).toEqual(['replay']);
  });
});

test('a report names what was proved, what was refuted and by which history', () => {
  const explored = exploreProcedure(
    'membershipApplication',
    applicationWith({ 'review-requested': { ...application()['review-requested'], guard: undefined } }),
  );
  const lines = printed({ ...explored, title: 'membershipApplication', seconds: 0, failed: true }).split('\n');
  expect(lines).toContain('  stages visited: 100% (5 of 5)');
  expect(lines.some((line) => line.startsWith('  proved: every path ends'))).toBe(true);
  expect(lines).toContain('  REFUTED: where the last word has been said, nothing is accepted');
  expect(lines).toContain('    given {"applicant":"a-1","appliedOn":"2021-05-14"}');
  expect(lines).toContain('    when {"type":"review-requested","on":"2021-05-14"}');
});
