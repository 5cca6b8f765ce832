// Deliberately broken machines: the lifecycle's own table with a row changed, and small procedures with a step changed, each run by the real engine.
import * as library from '../../src/index.js';
import * as calendar from '../../src/calendar/index.js';
import { date, fact, listOfSome, moment, oneOf, text, yesNo } from '../../src/decision/facts.js';
import { caseEvents, lifecycleBy } from '../../src/support-policy/lifecycle/lifecycle.js';
import { engineOf, machineFrom } from '../../src/machine/engine.js';
import { machineOf } from '../../src/machine/procedure-machine.js';
import type { Case, Machine, PlainDate } from '../../src/index.js';
import { deadlineFrom } from '../../src/decision/open.js';
import { dateOf } from '../../src/decision/decision.js';
import { lifecycle } from '../tools/explore/lifecycle.mjs';
import { procedures } from '../tools/explore/procedures.mjs';
import { explore, type Abstraction, type Explored } from '../tools/explore/search.mjs';

type Lifecycle = typeof library.programmeLifecycle;
/** The lifecycle's event table, loosely typed, so that it can be broken. */
export type LooseTable = Record<string, { clause: string; guard?: unknown; from: Record<string, LooseCell> }>;
export interface LooseCell {
  to: readonly string[];
  step: (state: never, event: never, policy: never, standing: never) => object;
  notBefore?: unknown;
}

/** The lifecycle run from its own table after a change to it. */
export function lifecycleWith(change: (table: LooseTable) => void): Lifecycle {
  const loose = Object.fromEntries(
    Object.entries(caseEvents()).map(([type, row]) => [type, { ...row, from: { ...row.from } }]),
  ) as LooseTable;
  change(loose);
  const engine = engineOf(lifecycleBy(loose as never));
  return machineFrom('programmeLifecycle', () => engine);
}

/** What a restart's chain folds to when it is folded by this machine. */
function chainOf(machine: Lifecycle): typeof library.replayChain {
  return (registration, events, policy) => {
    const cases = [machine.open(registration)];
    const steps = events.map((event) => {
      const step = machine.transition(cases.at(-1) as Case, event, policy);
      cases[cases.length - 1] = step.case;
      if (step.accepted && step.case.stage === 'restarted') cases.push(machine.open(step.case.next));
      return step;
    });
    return { cases, steps };
  };
}

/** Events that lead nowhere else: a search without them is small, and loses no stage. */
const bystanders = ['supporter-appointed', 'mentor-requested', 'mentor-appointed', 'adjustments-requested', 'special-arrangement-agreed'];

/** Explores the lifecycle as it is given, from one opening under the default readings. */
export function exploreLifecycle(programmeLifecycle: Lifecycle, replayChain = chainOf(programmeLifecycle)): Explored {
  const { machine, abstraction, policies, theorems } = lifecycle({ ...library, programmeLifecycle, replayChain }, { whole: false });
  const small: Abstraction = {
    ...abstraction,
    twinEvery: 50,
    openings: abstraction.openings.slice(0, 1),
    forms: (state) => abstraction.forms(state).filter(({ type }) => !bystanders.includes(type)),
  };
  return explore(machine as never, small, policies.slice(0, 1), theorems);
}

/** Explores one procedure as it is given. */
export function exploreProcedure(id: 'membershipApplication' | 'awardAppeal', machine: Machine<never, never, never>): Explored {
  const [found] = procedures({ ...library, [id]: machine }, calendar).filter(({ title }) => title === id);
  if (found === undefined) throw new Error(`no procedure ${id}`);
  return explore(found.machine, found.abstraction, found.policies.slice(0, 1), found.theorems);
}

/** A limit of working days for the next step, counted from the day of what it answers. */
const within = (workingDays: number, owedBy: 'member' | 'set' | 'head-of-professional-status') => ({
  deadline: (_: unknown, from: string, policy: library.Policy) =>
    deadlineFrom(dateOf(from as PlainDate), 'award-appeals/4.1', owedBy, {
      ...policy,
      limits: { ...policy.limits, 'award-appeals/4.1': { workingDays } },
    }),
});

const onDay = () => ({ on: fact(date) });
const atReceipt = () => ({ at: fact(moment) });

/** The steps of an application for membership, as they should be. */
export const application = () => ({
  'code-committed': { clause: 'code-page/3', from: ['applied'], facts: onDay },
  reviewed: {
    clause: 'code-page/4',
    from: ['code-committed'],
    facts: () => ({ ...onDay(), accepted: yesNo() }),
    owed: { what: 'review-application', by: 'set' },
  },
  'review-requested': {
    clause: 'code-page/5',
    from: ['reviewed'],
    facts: onDay,
    guard: ({ history }: { history: readonly { accepted?: boolean }[] }) =>
      history.some(({ accepted }) => accepted) ? { clause: 'code-page/5', test: 'decision-is-against', holds: false } : undefined,
  },
  'review-decided': {
    clause: 'code-page/5',
    from: ['review-requested'],
    facts: () => ({ ...onDay(), accepted: yesNo() }),
    owed: { what: 'decide-review', by: 'set' },
  },
});
/** The steps of an award appeal, as they should be by the London day of a receipt. */
export const appeal = (limits: { asked?: number; kind?: 'opportunity' | 'duty' } = {}) => ({
  'explanation-requested': {
    clause: 'award-appeals/4.1',
    from: ['decision-received'],
    facts: atReceipt,
    owed: { what: 'request-explanation', by: 'member', kind: limits.kind ?? 'opportunity', limit: within(limits.asked ?? 10, 'member') },
  },
  explained: {
    clause: 'award-appeals/4.2',
    from: ['explanation-requested'],
    facts: atReceipt,
    owed: { what: 'give-explanation', by: 'head-of-professional-status', limit: within(5, 'head-of-professional-status') },
  },
  'appeal-lodged': {
    clause: 'award-appeals/4.3',
    from: ['explained'],
    facts: () => ({ ...atReceipt(), grounds: listOfSome(oneOf(['procedural-error', 'other'])) }),
    owed: { what: 'lodge-appeal', by: 'member', kind: 'opportunity', limit: within(10, 'member') },
  },
  'appeal-decided': { clause: 'code-page/11', from: ['appeal-lodged'], facts: () => ({ ...onDay(), upheld: yesNo() }) },
});

export const applicationWith = (steps: object): Machine<never, never, never> =>
  machineOf('membershipApplication', () => ({
    start: 'applied',
    opening: () => ({ applicant: fact(text), appliedOn: fact(date) }),
    openedAt: 'appliedOn' as never,
    steps: { ...application(), ...steps } as never,
  })) as never;
export const appealWith = (steps: object): Machine<never, never, never> =>
  machineOf('awardAppeal', () => ({
    start: 'decision-received',
    opening: () => ({ member: fact(text), decisionReceivedAt: fact(moment) }),
    openedAt: 'decisionReceivedAt' as never,
    steps: { ...appeal(), ...steps } as never,
  })) as never;
