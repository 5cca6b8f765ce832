// What always holds of a case, and what never happens to one, whatever the history and the readings.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  clauses,
  inOrder,
  londonDate,
  openCase,
  position,
  readCase,
  replay,
  replayChain,
  standardPolicy,
  transition,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type Deadline,
  type Entitlement,
  type PlainDate,
  type Stage,
  type Transition,
} from '../../../src/index.js';
import { roles } from '../../../src/policy/vocabulary.js';
import {
  addDays,
  anyEvent,
  dayOf as someDay,
  instantOf,
  life,
  nextFor,
  policy as somePolicy,
  registration,
  tangle,
  turningDays,
  type Life,
} from './support/arbitraries.js';
import * as e from './support/events.js';
import { taken } from './support/given.js';
import { keysAt, mayBeLate } from './support/keys.js';
import { allEvents } from './model/matrix.js';
import { allStages, finalStages } from './support/stages.js';
import { runs } from '../../runs.js';

const asOften = runs(120);
/** For what few lives come to. */
const moreRuns = runs(500);
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const deepFrozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
};
/** A life with one more event, of any kind and on any day. */
const lifeAndEvent = life.chain((lived) => fc.tuple(fc.constant(lived), anyEvent(lived.registration.cohort)));
/** A life and a day on which it can be asked about. */
const lifeAndDay = life.chain((lived) =>
  fc.tuple(
    fc.constant(lived),
    someDay(lived.registration.cohort).map((day) => (day < lived.registration.registeredOn ? lived.registration.registeredOn : day)),
  ),
);
/** What was known of a life at the end of a day. */
const upTo = ({ registration, policy, events }: Pick<Life, 'registration' | 'policy' | 'events'>, day: PlainDate): Case =>
  replay(
    registration,
    events.filter((event) => e.dayOf(event) <= day),
    policy,
  ).case;
const lastDay = ({ registration, events }: Pick<Life, 'registration' | 'events'>): PlainDate =>
  [registration.registeredOn, ...events.map(e.dayOf)].sort().at(-1) as PlainDate;
/** Every step of a life with the case before it. */
function stepsOf({
  registration,
  policy,
  events,
}: Life): readonly { readonly before: Case; readonly event: CaseEvent; readonly step: Transition }[] {
  let before = openCase(registration);
  return events.map((event) => {
    const each = { before, event, step: transition(before, event, policy) };
    before = each.step.case;
    return each;
  });
}
/** Every case that a life went through, the last among them. */
const casesOf = (lived: Life): readonly Case[] => [openCase(lived.registration), ...stepsOf(lived).map(({ step }) => step.case)];

test('the lives that these properties are asked of reach every stage', () => {
  const stages = new Set(fc.sample(life, { numRuns: 800, seed: 1 }).map(({ case: { stage } }) => stage));
  expect([...stages].sort()).toEqual([...allStages].sort());
});

describe('transition is a function', () => {
  test.prop([tangle], asOften)('the same input gives the same output', ({ registration, policy, events }) => {
    expect(replay(copy(registration), copy(events), policy)).toEqual(replay(registration, events, policy));
    expect(replayChain(copy(registration), copy(events), policy)).toEqual(replayChain(registration, events, policy));
  });

  test.prop([tangle], asOften)('it takes frozen input, and answers the same', ({ registration, policy, events }) => {
    expect(replay(deepFrozen(copy(registration)), deepFrozen(copy(events)), policy)).toEqual(replay(registration, events, policy));
  });

  test.prop([tangle], asOften)(
    'it keeps nothing of the caller’s: what is changed afterwards changes no case',
    ({ registration, policy, events }) => {
      const [ownRegistration, ownEvents] = [copy(registration), copy(events)];
      const { case: reached } = replay(ownRegistration, ownEvents, policy);
      const before = copy(reached);
      (ownRegistration.cohort as { id: string }).id = 'changed';
      for (const event of ownEvents as unknown as { on?: string; at?: string; cohort?: { id: string } }[]) {
        event.on = event.at = '1999-12-31';
        if (event.cohort) event.cohort.id = 'changed';
      }
      expect(copy(reached)).toEqual(before);
    },
  );

  test.prop([tangle], asOften)('it gives a case that nobody can change', ({ registration, policy, events }) => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(replay(registration, events, policy).case)).toBe(true);
    expect(replayChain(registration, events, policy).cases.every(frozen)).toBe(true);
  });

  test.prop([lifeAndEvent], asOften)(
    'a refusal gives back the same object, with every reason under a clause and a way on unless the case is closed',
    ([lived, event]) => {
      const step = transition(lived.case, event, lived.policy);
      if (step.accepted) return;
      expect(step.case).toBe(lived.case);
      for (const { clause, holds } of step.refusals) expect([clause in clauses, holds]).toEqual([true, false]);
      expect(step.instead.length > 0).toBe(!finalStages.includes(lived.case.stage));
    },
  );

  test.prop([life, fc.nat()], asOften)('a repeated id gives back the same object', ({ case: reached, events, policy }, index) => {
    const event = events[index % Math.max(1, events.length)];
    if (event === undefined) return;
    const step = transition(reached, copy(event), policy);
    expect(step).toMatchObject({ accepted: true, effects: [], unsettled: [], because: [{ test: 'already-recorded', holds: true }] });
    expect(step.case).toBe(reached);
  });

  test.prop([lifeAndEvent], asOften)('an accepted event is added to the history, and nothing else of it changes', ([lived, event]) => {
    const step = transition(lived.case, { ...event, id: 'new' }, lived.policy);
    if (step.accepted) expect(step.case.history).toEqual([...lived.case.history, { ...event, id: 'new' }]);
    const { participant, cohort, registeredOn, portfolio } = lived.case;
    expect(step.case).toMatchObject({ participant, cohort, registeredOn, portfolio });
  });

  test.prop([lifeAndEvent], asOften)('a case that came from JSON is taken as the original would be', ([lived, event]) => {
    const stored = copy(lived.case);
    const [original, fromJson] = [transition(lived.case, event, lived.policy), transition(stored, event, lived.policy)];
    expect(fromJson).toEqual(original);
    if (!fromJson.accepted) expect(fromJson.case).toBe(stored);
    const day = lastDay(lived);
    expect(position(stored, day, lived.policy)).toEqual(position(lived.case, day, lived.policy));
  });
});

describe('time alone never moves a case', () => {
  test.prop([lifeAndDay, fc.array(fc.nat(1200), { maxLength: 6 })], asOften)(
    'asking where it stands leaves it, and every later answer, as it was',
    ([lived, day], others) => {
      const before = copy(lived.case);
      const answer = position(lived.case, day, lived.policy);
      for (const days of others) position(lived.case, addDays(lived.registration.registeredOn, days), lived.policy);
      expect(copy(lived.case)).toEqual(before);
      expect(position(lived.case, day, lived.policy)).toEqual(answer);
    },
  );

  test.prop([life, fc.nat(3000)], asOften)('after its last event it stays at its stage on every day', (lived, days) => {
    expect(position(lived.case, addDays(lastDay(lived), days), lived.policy).stage).toBe(lived.case.stage);
  });

  test.prop([life, fc.nat(1200)], asOften)(
    'from one day to the next without an event, a deadline stays and comes a day nearer, unless it passes that day',
    (lived, days) => {
      const today = addDays(lived.registration.registeredOn, days);
      const tomorrow = addDays(today, 1);
      if (lived.events.some((event) => e.dayOf(event) === tomorrow)) return;
      const { submissionDeadline, resubmissionDeadline } = lived.registration.cohort;
      if ([submissionDeadline, resubmissionDeadline].some((due) => due !== undefined && londonDate(due) === today)) return;
      const [before, after] = [position(lived.case, today, lived.policy), position(lived.case, tomorrow, lived.policy)];
      expect(after.duties.map(({ what, owedBy, clause, deadline }) => [what, owedBy, clause, deadline])).toEqual(
        before.duties.map(({ what, owedBy, clause, deadline }) => [what, owedBy, clause, deadline]),
      );
      expect(after.duties.map(({ daysLeft }) => daysLeft)).toEqual(
        before.duties.map(({ daysLeft }) => (daysLeft === undefined ? undefined : daysLeft - 1)),
      );
    },
  );

  test.prop([lifeAndDay], asOften)('an earlier day is answered as if nothing had come after it', ([lived, day]) => {
    const then = upTo(lived, day);
    expect(position(lived.case, day, lived.policy)).toEqual(position(then, day, lived.policy));
    expect(position(lived.case, day, lived.policy).stage).toBe(then.stage);
  });

  test.prop([life.chain((lived) => fc.tuple(fc.constant(lived), instantOf(lived.registration.cohort)))], asOften)(
    'so is an earlier instant',
    ([lived, instant]) => {
      if (londonDate(instant) < lived.registration.registeredOn) return;
      const happened = (event: CaseEvent): boolean =>
        'at' in event ? Date.parse(event.at) <= Date.parse(instant) : event.on <= londonDate(instant);
      const then = replay(lived.registration, lived.events.filter(happened), lived.policy).case;
      expect(position(lived.case, instant, lived.policy)).toEqual(position(then, instant, lived.policy));
    },
  );

  test.prop([tangle.chain((tangled) => fc.tuple(fc.constant(tangled), someDay(tangled.registration.cohort)))], asOften)(
    'so is an earlier day of a history that was recorded out of order',
    ([{ registration, policy, events }, day]) => {
      if (day < registration.registeredOn) return;
      const { case: reached } = replay(registration, events, policy);
      const then = upTo({ registration, policy, events: reached.history }, day);
      expect(position(reached, day, policy)).toEqual(position(then, day, policy));
    },
  );
});

describe('what the policy promises and forbids', () => {
  test.prop([tangle], asOften)('6.2.1: at most one free resubmission for a portfolio', ({ registration, policy, events }) => {
    const { case: reached, steps } = replay(registration, events, policy);
    const free = steps
      .flatMap((step) => (step.accepted ? step.effects : []))
      .filter((effect) => effect.type === 'entitlement-gained' && effect.entitlement === 'free-resubmission');
    expect(free.length).toBeLessThanOrEqual(1);
    expect(reached.history.filter(({ type }) => type === 'portfolio-resubmitted').length).toBeLessThanOrEqual(1);
  });

  test.prop([tangle], moreRuns)('4.3: no award without a met outcome', ({ registration, policy, events }) => {
    const { case: reached } = replay(registration, events, policy);
    if (reached.stage !== 'awarded') return;
    const met = reached.history.findIndex((event) => event.type === 'outcome-released' && event.reviewOutcome === 'criteria-met');
    const award = reached.history.findIndex(({ type }) => type === 'status-awarded');
    expect(met).toBeGreaterThanOrEqual(0);
    expect(award).toBeGreaterThan(met);
    expect(reached.awardedOn >= reached.metOn).toBe(true);
  });

  test.prop([tangle], moreRuns)(
    '4.4: no outcome of a portfolio that came in time is dated before its deadline’s day',
    ({ registration, policy, events }) => {
      for (const { cohort, history } of replayChain(registration, events, policy).cases) {
        const { submissionDeadline } = cohort;
        const [first] = history.flatMap((event) => (event.type === 'outcome-released' ? [event.on] : []));
        if (submissionDeadline === undefined || first === undefined) continue;
        expect(first >= londonDate(submissionDeadline), first).toBe(true);
      }
    },
  );

  test.prop([life], moreRuns)('6.2.3: a late resubmission leads to restart-required and nothing else', (lived) => {
    for (const state of casesOf(lived)) {
      const { resubmissionDeadline } = state.cohort;
      if (state.stage !== 'criteria-not-met' || resubmissionDeadline === undefined) continue;
      const [deadlineDay, notBefore] = [londonDate(resubmissionDeadline), e.at(state.notMetOn, '00:00:00')];
      const late = [e.at(deadlineDay, '17:00:01'), e.at(addDays(deadlineDay, 1), '00:00:00'), e.at(addDays(lastDay(lived), 1000))];
      for (const at of late.filter((each) => Date.parse(each) >= Date.parse(notBefore))) {
        expect(transition(state, e.resubmitted(at), lived.policy)).toMatchObject({
          accepted: true,
          case: { stage: 'restart-required', reason: 'resubmitted-late', restartFrom: addDays(deadlineDay, 1) },
        });
      }
      if (deadlineDay >= state.notMetOn)
        expect(transition(state, e.resubmitted(resubmissionDeadline), lived.policy).case.stage).toBe('resubmitted');
    }
  });

  test.prop([life], moreRuns)('6.2.3: a failed resubmission leads to restart-required and nothing else', (lived) => {
    for (const state of casesOf(lived)) {
      if (state.stage !== 'resubmitted' && state.stage !== 'under-second-review') continue;
      const on = londonDate(state.resubmittedAt);
      expect(transition(state, e.notMet(on), lived.policy).case).toMatchObject({
        stage: 'restart-required',
        reason: 'second-review-not-met',
        restartFrom: on,
      });
    }
  });

  test.prop([lifeAndEvent], moreRuns)('6.2.3: from restart-required the only ways are the restart and a withdrawal', ([lived, event]) => {
    for (const state of casesOf(lived)) {
      if (state.stage !== 'restart-required') continue;
      expect(['restart-required', 'restarted', 'withdrawn']).toContain(transition(state, event, lived.policy).case.stage);
    }
  });

  test.prop([tangle], asOften)(
    '6.2.3: a restart opens a case in the same programme, another cohort and the next portfolio',
    ({ registration, policy, events }) => {
      const { cases } = replayChain(registration, events, policy);
      cases.forEach((each, index) => {
        const next = cases[index + 1];
        expect(each.stage === 'restarted').toBe(next !== undefined);
        if (each.stage !== 'restarted' || next === undefined) return;
        expect(next).toMatchObject({ ...each.next, participant: each.participant, portfolio: each.portfolio + 1 });
        expect(next.cohort.programme).toBe(each.cohort.programme);
        expect(next.cohort.id).not.toBe(each.cohort.id);
      });
    },
  );

  test.prop([life.filter(({ case: { stage } }) => finalStages.includes(stage)), somePolicy], asOften)(
    'a final stage accepts nothing',
    ({ case: reached }, policy) => {
      for (const on of [reached.registeredOn, ...turningDays(reached.cohort).filter((_, index) => index % 4 === 0)]) {
        for (const event of formsOn(on, reached))
          expect(transition(reached, event, policy)).toMatchObject({ accepted: false, instead: [] });
      }
    },
  );

  test.prop([lifeAndEvent, somePolicy], asOften)(
    'under any reading whatever, an accepted event leads where the matrix leads',
    ([lived, event], policy) => {
      const reachable: Readonly<Record<Stage, readonly Stage[]>> = {
        registered: ['registered', 'in-programme', 'withdrawn'],
        'in-programme': ['in-programme', 'submitted', 'restart-required', 'withdrawn'],
        submitted: ['submitted', 'under-review', 'criteria-met', 'criteria-not-met', 'restart-required', 'withdrawn'],
        'under-review': ['under-review', 'criteria-met', 'criteria-not-met', 'restart-required', 'withdrawn'],
        'criteria-met': ['criteria-met', 'awarded', 'withdrawn'],
        'criteria-not-met': ['criteria-not-met', 'resubmitted', 'restart-required', 'withdrawn'],
        resubmitted: ['resubmitted', 'under-second-review', 'criteria-met', 'restart-required', 'withdrawn'],
        'under-second-review': ['under-second-review', 'criteria-met', 'restart-required', 'withdrawn'],
        'restart-required': ['restart-required', 'restarted', 'withdrawn'],
        awarded: ['awarded'],
        restarted: ['restarted'],
        withdrawn: ['withdrawn'],
      };
      for (const state of casesOf(lived)) expect(reachable[state.stage]).toContain(transition(state, event, policy).case.stage);
    },
  );
});

/** Every event in every form that it can take on a day. */
function formsOn(on: PlainDate, state: Case, types: readonly CaseEventType[] = allEvents): readonly CaseEvent[] {
  const instants = ['00:00:00', '17:00:00', '17:00:01', '23:59:59'].map((hour) => e.at(on, hour));
  return types.flatMap((type): readonly CaseEvent[] => {
    switch (type) {
      case 'portfolio-submitted':
        return instants.map(e.submitted);
      case 'portfolio-resubmitted':
        return instants.map(e.resubmitted);
      case 'outcome-released':
        return [e.met(on), e.notMet(on)];
      case 'restarted':
        return [e.restarted(on, nextFor(state.cohort, 'restartFrom' in state ? state.restartFrom : on))];
      default:
        return [{ type, on }];
    }
  });
}

describe('a position can be acted on', () => {
  test.prop([lifeAndDay], asOften)(
    'every duty and opportunity has an owner, a clause, and a clock or the reason why it has none',
    ([lived, day]) => {
      for (const duty of position(lived.case, day, lived.policy).duties) {
        expect(roles).toContain(duty.owedBy);
        expect(clauses).toHaveProperty([duty.clause]);
        expect(duty.kind).toBe(opportunities.includes(duty.what) ? 'opportunity' : 'duty');
        if (duty.deadline === undefined) {
          expect(duty.status).toBe(setByCohort.includes(duty.what) ? 'limit-not-known' : 'no-limit-stated');
          expect([duty.daysLeft, duty.workingDaysLeft]).toEqual([undefined, undefined]);
          continue;
        }
        const { daysLeft = NaN, workingDaysLeft = NaN } = duty;
        expect(daysLeft).toBe((Date.parse(londonDay(duty.deadline)) - Date.parse(day)) / 86_400_000);
        const over = duty.kind === 'duty' ? 'overdue' : 'lapsed';
        expect(duty.status).toBe(daysLeft > 0 ? 'upcoming' : daysLeft < 0 ? over : 'due-today');
        expect(Math.abs(workingDaysLeft)).toBeLessThanOrEqual(Math.abs(daysLeft));
        expect(workingDaysLeft * daysLeft).toBeGreaterThanOrEqual(0);
        expect([Object.is(daysLeft, -0), Object.is(workingDaysLeft, -0)]).toEqual([false, false]);
      }
    },
  );

  test.prop([lifeAndDay], asOften)('what has a deadline comes first, then what has none, and what has lapsed last', ([lived, day]) => {
    const ranks = position(lived.case, day, lived.policy).duties.map(({ deadline, status }) =>
      status === 'lapsed' ? 2 : deadline === undefined ? 1 : 0,
    );
    expect(ranks).toEqual([...ranks].sort());
  });

  test.prop([lifeAndDay], asOften)('what is permitted on a day is accepted on that day, and what is not is refused', ([lived, day]) => {
    const then = upTo(lived, day);
    const { permitted } = position(lived.case, day, lived.policy);
    const types = permitted.map(({ type }) => type);
    for (const event of formsOn(day, then)) {
      expect([event.type, transition(then, event, lived.policy).accepted]).toEqual([event.type, types.includes(event.type)]);
    }
    for (const { type, clause, needs } of permitted) {
      expect(clauses).toHaveProperty([clause]);
      const [form = { type }] = formsOn(day, then, [type]);
      expect([...needs].sort()).toEqual(
        Object.keys(form)
          .filter((key) => key !== 'type')
          .sort(),
      );
    }
  });

  test.prop([lifeAndDay], asOften)('it is plain data', ([lived, day]) => {
    const answer = position(lived.case, day, lived.policy);
    expect(copy(answer)).toEqual(answer);
  });

  test.prop([life], asOften)(
    'the deadlines that effects have opened and not closed are those of the duties, up to the day on which one passes',
    (lived) => {
      const open = new Set<string>();
      for (const { step } of stepsOf(lived)) {
        if (!step.accepted) continue;
        for (const effect of step.effects) {
          if (effect.type === 'deadline-opened') open.add(JSON.stringify(effect.deadline));
          if (effect.type === 'deadline-closed') expect(open.delete(JSON.stringify(effect.deadline))).toBe(true);
        }
      }
      const { duties, warnings } = position(lived.case, lastDay(lived), lived.policy);
      const passed = warnings.some(
        ({ code }) => code === 'missed-deadline-not-recorded' || code === 'submission-deadline-recorded-as-missed',
      );
      if (passed) return; // the rule of its clause says what is left
      expect([...open]).toEqual(duties.flatMap(({ deadline }) => (deadline === undefined ? [] : [JSON.stringify(deadline)])));
    },
  );

  test.prop([life], asOften)('4.3: support is open the day after when effects have opened it and not closed it', (lived) => {
    if (lived.case.portfolio > 1) return; // before a later portfolio is issued, support may go on from the one before it
    let isOpen = false;
    for (const { step } of stepsOf(lived)) {
      for (const effect of step.accepted ? step.effects : []) {
        if (effect.type === 'entitlement-gained' && effect.entitlement === 'in-programme-support') isOpen = true;
        if (effect.type !== 'support-closed') continue;
        expect(isOpen).toBe(true);
        isOpen = false;
      }
    }
    const { entitlements, duties, stage } = position(lived.case, addDays(lastDay(lived), 1), lived.policy);
    const mustRestart = stage !== 'restart-required' && duties.some(({ what }) => what === 'restart'); // by a deadline that has passed unrecorded
    const withdraws = stage === 'in-programme' && !mustRestart && !duties.some(({ what }) => what === 'submit-portfolio'); // likewise
    const goesOn = !withdraws && (!mustRestart || lived.policy.readings['support-during-restart'] === 'open');
    expect(entitlements.some(({ entitlement }) => entitlement === 'in-programme-support')).toBe(isOpen && goesOn);
  });

  test.prop([life], asOften)('an entitlement that an event brings is among its effects', (lived) => {
    const held = (state: Case, asOf: Parameters<typeof position>[1]): readonly Entitlement[] =>
      position(state, asOf, lived.policy).entitlements.map(({ entitlement }) => entitlement);
    for (const { before, event, step } of stepsOf(lived)) {
      const moment = 'at' in event ? event.at : event.on;
      const gained = step.accepted
        ? step.effects.flatMap((effect) => (effect.type === 'entitlement-gained' ? [effect.entitlement] : []))
        : [];
      const had = held(before, moment);
      for (const entitlement of held(step.case, moment)) if (!had.includes(entitlement)) expect(gained).toContain(entitlement);
    }
  });

  test.prop([life], asOften)('a duty is met only if it was owed at that moment, and not once its time is over', (lived) => {
    for (const { before, event, step } of stepsOf(lived)) {
      const { duties } = position(before, 'at' in event ? event.at : event.on, lived.policy);
      for (const effect of step.accepted ? step.effects : []) {
        if (effect.type !== 'duty-met') continue;
        expect(duties).toContainEqual(expect.objectContaining({ what: effect.duty, clause: effect.clause, kind: effect.kind }));
        expect(duties.find(({ what }) => what === effect.duty)?.status).not.toMatch(/overdue|lapsed/);
      }
    }
  });

  test.prop([life], runs(240))('6.2.1: written feedback, once owed, is owed until it is issued or the case is closed', (lived) => {
    const day = lastDay(lived);
    for (const { before, event, step } of stepsOf(lived)) {
      const owes = (state: Case): boolean => position(state, day, lived.policy).duties.some(({ what }) => what === 'give-written-feedback');
      if (owes(before) && !finalStages.includes(step.case.stage)) expect(owes(step.case)).toBe(event.type !== 'feedback-issued');
    }
  });
});
/** Rights of the participant: to ask for a mentor (6.1.3), to resubmit (6.2.1) and to start again (6.2.3). */
const opportunities: readonly string[] = ['request-mentor', 'resubmit-portfolio', 'restart'];
/** What a cohort dates; the policy states no limit for anything else. */
const setByCohort: readonly string[] = ['submit-portfolio', 'resubmit-portfolio'];
const londonDay = ({ due }: Deadline): PlainDate => (due.length > 10 ? londonDate(due as never) : (due as PlainDate));

describe('a case holds only what its stage can know', () => {
  test.prop([tangle], asOften)('the keys of its stage and no others', ({ registration, policy, events }) => {
    for (const each of replayChain(registration, events, policy).cases) {
      const keys = Object.keys(each).filter((key) => key !== 'late');
      expect(keys.sort()).toEqual([...keysAt[each.stage]].sort());
      if ('late' in each) expect([each.late, mayBeLate.includes(each.stage)]).toEqual([true, true]);
      if (each.stage === 'restarted') expect(Object.keys(each.next).sort()).toEqual(['cohort', 'participant', 'portfolio', 'registeredOn']);
    }
  });

  test.prop([life], asOften)('every date that it holds is in its history', ({ case: reached }) => {
    const last = (type: CaseEventType, ...outcome: string[]): string | undefined => {
      const found = reached.history
        .filter(
          (event) =>
            event.type === type && (outcome.length === 0 || (event.type === 'outcome-released' && outcome.includes(event.reviewOutcome))),
        )
        .at(-1);
      return found && ('at' in found ? found.at : found.on);
    };
    const all: Record<string, string | undefined> = {
      issuedOn: last('portfolio-issued'),
      submittedAt: last('portfolio-submitted'),
      reviewStartedOn: last('review-started'),
      metOn: last('outcome-released', 'criteria-met'),
      notMetOn: last('outcome-released', 'criteria-not-met'),
      resubmittedAt: last('portfolio-resubmitted'),
      secondReviewStartedOn: last('second-review-started'),
      awardedOn: last('status-awarded'),
      restartedOn: last('restarted'),
    };
    for (const [key, value] of Object.entries(all))
      if (key in reached) expect([key, (reached as unknown as Record<string, unknown>)[key]]).toEqual([key, value]);
  });

  test.prop([tangle], asOften)('stored and read again, it is the same case', ({ registration, policy, events }) => {
    for (const each of replayChain(registration, events, policy).cases) expect(readCase(copy(each))).toEqual(each);
  });

  test.prop([life, fc.nat()], asOften)('a stored case that says another thing than its history is not read', ({ case: reached }, index) => {
    const stored = copy(reached) as unknown as Record<string, unknown>;
    const registered = ['registeredOn'];
    const dates = Object.keys(stored).filter((key) => /(On|At|From)$/.test(key) && !registered.includes(key));
    const key = dates[index % Math.max(1, dates.length)];
    if (key === undefined) return;
    const value = stored[key] as string;
    stored[key] = value.length > 10 ? new Date(Date.parse(value) + 1000).toISOString() : addDays(value as PlainDate, 1);
    expect(() => readCase(stored)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });

  test.prop([life, fc.constantFrom(...allStages)], asOften)('nor one that claims another stage', ({ case: reached }, stage) => {
    if (stage === reached.stage) return;
    const { history, participant, cohort, registeredOn, portfolio } = reached;
    const claims: Record<string, unknown> = { ...copy(reached), stage };
    expect(() => readCase(claims)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
    const bare = { schemaVersion: 1, stage: 'registered', participant, cohort, registeredOn, portfolio, history };
    if (reached.stage !== 'registered') expect(() => readCase(bare)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });
});

describe('inOrder', () => {
  const keyOf = (event: CaseEvent): string => `${e.dayOf(event)} ${event.type} ${'at' in event ? Date.parse(event.at) : ''}`;
  const numbered = tangle.map(({ events }) => events.map((event, index) => e.withId(`n-${index}`, event)));
  const byId = (events: readonly CaseEvent[]): readonly CaseEvent[] => [...events].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

  test.prop([numbered], asOften)('gives the same events, by their days', (events) => {
    const sorted = inOrder(events);
    expect(byId(sorted)).toEqual(byId(events));
    const days = sorted.map(e.dayOf);
    expect(days).toEqual([...days].sort());
  });
  test.prop([numbered], asOften)('is idempotent, and leaves its argument as it was', (events) => {
    const before = copy(events);
    const sorted = inOrder(deepFrozen(events));
    expect(inOrder(sorted)).toEqual(sorted);
    expect(events).toEqual(before);
  });
  test.prop([numbered], asOften)('is stable: equals keep the order given', (events) => {
    const sorted = inOrder(events);
    for (const key of new Set(events.map(keyOf))) {
      const ids = (of: readonly CaseEvent[]): readonly unknown[] =>
        of.filter((event) => keyOf(event) === key && event.type !== 'outcome-released').map(({ id }) => id);
      expect(ids(sorted)).toEqual(ids(events));
    }
  });
  test.prop(
    [numbered.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })))],
    asOften,
  )('is total: the order given matters among equals only', ([events, shuffled]) => {
    expect(inOrder(shuffled).map(keyOf)).toEqual(inOrder(events).map(keyOf));
  });
  test.prop(
    [life.chain((lived) => fc.tuple(fc.constant(lived), fc.shuffledSubarray([...lived.events], { minLength: lived.events.length })))],
    runs(300),
  )(
    'a valid history, shuffled and put in order, is taken whole and reaches the same stage',
    ([{ registration, policy, case: reached }, shuffled]) => {
      const { case: again, steps } = replay(registration, inOrder(shuffled), policy);
      expect(steps.filter(({ accepted }) => !accepted)).toEqual([]);
      expect(again.stage).toBe(reached.stage);
    },
  );
});

const judgement = fc.record({
  policy: somePolicy,
  pick: fc.noBias(fc.nat(10_000)),
  days: fc.constantFrom(0, 0, 1, 200, 400),
  isMet: fc.boolean(),
});
test.prop([registration, fc.array(judgement, { minLength: 6, maxLength: 16 })], asOften)(
  'a case whose events were judged now under one reading, now under another, is still read, still takes events, and stands on each past day as it stood then',
  (opening, judgements) => {
    let [state, today] = [openCase(opening), opening.registeredOn];
    const stood = new Map([[today, state]]);
    for (const { policy, pick, days, isMet } of judgements) {
      today = addDays(today, days);
      const types = position(state, today, policy)
        .permitted.map(({ type }) => type)
        .filter((type) => type !== 'withdrawn');
      const forms = formsOn(today, state, types).filter(
        (event) => event.type !== 'outcome-released' || isMet === (event.reviewOutcome === 'criteria-met'),
      );
      const form = forms[pick % Math.max(1, forms.length)];
      if (form !== undefined) state = taken(state, form, policy);
      stood.set(today, state);
    }
    expect(readCase(copy(state))).toEqual(state);
    for (const [day, then] of stood)
      for (const { policy } of judgements) expect(position(state, day, policy)).toEqual(position(then, day, policy));
    expect(transition(copy(state), e.withdrawn(today), standardPolicy).accepted).toBe(!finalStages.includes(state.stage));
  },
);
