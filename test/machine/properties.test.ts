// What always holds of a procedure, and what never happens to one, whatever the steps, the calendar and the readings.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, anyPartOfUk, englandAndWales, northernIreland, scotland } from '../../src/calendar/index.js';
import {
  assessSupportAppeal,
  clauses,
  definePolicy,
  explain,
  londonDate,
  londonInstant,
  supportAppealProcedure,
  type Instant,
  type Moment,
  type PlainDate,
  type AnyPolicy,
  type SupportAppealEvent,
} from '../../src/index.js';
import { machines, type Event, type LooseMachine, type State } from './cases.js';
import { runs } from '../runs.js';

const asOften = runs(150);
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const policy: fc.Arbitrary<AnyPolicy> = fc
  .record({
    calendar: fc.constantFrom<AnyPolicy['calendar']>(englandAndWales, scotland, northernIreland, anyPartOfUk),
    readings: fc.record({
      'receipt-hour': fc.constantFrom('calendar-day', 'office-hours'),
      'response-clock': fc.constantFrom('receipt', 'sent'),
      'prior-discussion': fc.constantFrom('required', 'advisory'),
      'response-owed-to': fc.constantFrom('admissible', 'any-email'),
      'review-if-necessary': fc.constantFrom('decision-against', 'any-decision'),
    }),
  })
  .map(definePolicy);

/** A day, or an instant of it on either side of 16:30. */
const momentOn = (day: PlainDate): fc.Arbitrary<Moment> =>
  fc.constantFrom(undefined, '09:00', '16:30', '16:30:01', '23:59:59').map((hour) => (hour === undefined ? day : londonInstant(day, hour)));
const dayOf = (at: Moment): PlainDate => (at.length > 10 ? londonDate(at as Instant) : (at as PlainDate));
const momentOf = (event: Event): Moment => (event['at'] ?? event['on']) as Moment;
/** Whether one moment is no later than another, to the hour where both have one. */
const isBy = (a: Moment, b: Moment): boolean => (a.length > 10 && b.length > 10 ? Date.parse(a) <= Date.parse(b) : dayOf(a) <= dayOf(b));

const start: PlainDate = '2020-12-21';
const openings = (opened: Moment): Readonly<Record<string, object>> => ({
  supportAppealProcedure: { participant: 'p-1' },
  awardAppeal: { member: 'm-1', decisionReceivedAt: opened },
  actionAgainstMember: { member: 'm-1', source: 'employer', receivedAt: opened },
  membershipApplication: { applicant: 'a-1', appliedOn: dayOf(opened) },
});
/** The facts of a step beside its day. */
const factsOf: Readonly<Record<string, fc.Arbitrary<object>>> = {
  'appeal-received': fc.record(
    {
      ground: fc.constantFrom('sufficiency-of-support', 'sufficiency-of-support', 'other'),
      sentTo: fc.constantFrom('membership-enquiries', 'elsewhere'),
      sentBy: fc.constantFrom('email', 'other'),
      outlinesCase: fc.boolean(),
      sentAt: fc.constant(addDays(start, -9)),
    },
    { requiredKeys: ['ground'] },
  ),
  'appeal-lodged': fc.record({ grounds: fc.subarray(['procedural-error', 'other'], { minLength: 1 }) }),
  'appeal-decided': fc.record({ upheld: fc.boolean() }),
  decided: fc.record({ against: fc.boolean() }, { requiredKeys: [] }),
  reviewed: fc.record({ accepted: fc.boolean() }),
  'review-decided': fc.record({ accepted: fc.boolean() }),
};
/** Facts with which a step is taken where it can be. */
const taken: Readonly<Record<string, object>> = {
  'appeal-received': { ground: 'sufficiency-of-support' },
  'appeal-lodged': { grounds: ['procedural-error'] },
  'appeal-decided': { upheld: true },
  reviewed: { accepted: false },
};
const receipts = ['explanation-requested', 'explained', 'appeal-lodged', 'appeal-received'];

interface Life {
  readonly opening: object;
  readonly policy: AnyPolicy;
  readonly events: readonly Event[];
}
/** Steps in the order of the procedure and out of it, each some days after the one before. */
const life = (machine: LooseMachine): fc.Arbitrary<Life> => {
  const jump = fc.constantFrom(0, 0, 1, 1, 2, 3, 7, 10, 14, 15, 16, 20, -1);
  const oneOf = (type: string, day: PlainDate): fc.Arbitrary<Event> =>
    fc
      .record({
        at: receipts.includes(type) ? momentOn(day) : fc.constant(day),
        facts: type === 'review-decided' && machine.id === 'actionAgainstMember' ? fc.constant({}) : (factsOf[type] ?? fc.constant({})),
        id: fc.constantFrom(undefined, undefined, 'e-1', 'e-2'),
      })
      .map(({ at, facts, id }) => ({ type, ...(receipts.includes(type) ? { at } : { on: at }), ...facts, ...(id && { id }) }));
  const steps = fc.array(fc.tuple(jump, fc.constantFrom(...machine.events, 'next', 'next', 'next', 'next', 'next', 'next')), {
    maxLength: 12,
  });
  return fc.tuple(momentOn(start), policy, steps).chain(([opened, chosen, listed]) => {
    let [day, next] = [start, 0];
    const events = listed.map(([days, type]) => {
      day = addDays(day, days);
      return oneOf(type === 'next' ? (machine.events[next++ % machine.events.length] as string) : type, day);
    });
    return fc.record({
      opening: fc.constant(openings(opened)[machine.id] as object),
      policy: fc.constant(chosen),
      events: fc.tuple(...events),
    });
  });
};
const caseOf = (machine: LooseMachine, { opening, policy: chosen, events }: Life): State => machine.replay(opening, events, chosen).case;

describe.each(machines.map((machine) => [machine.id, machine] as const))('%s', (_, machine) => {
  const lives = life(machine);
  const livesAndDays = fc.tuple(
    lives,
    fc.integer({ min: 0, max: 90 }).chain((days) => momentOn(addDays(start, days))),
  );

  it('is asked of lives that reach every stage', () => {
    const reached = new Set(fc.sample(lives, 400).map((lived) => caseOf(machine, lived).stage));
    expect([...reached].sort()).toEqual([...machine.stages].sort());
  });

  test.prop([lives], asOften)('never skips a step: the history is a path of the matrix, and the stage is its end', (lived) => {
    let stage = machine.stages[0] as string;
    for (const { type } of caseOf(machine, lived).history) {
      expect(machine.cells).toContainEqual(expect.objectContaining({ event: type, from: stage, to: [type] }));
      stage = type;
    }
    expect(caseOf(machine, lived).stage).toBe(stage);
  });

  test.prop([lives], asOften)('never goes back in time: each step is on or after the one that it answers', (lived) => {
    const moments = caseOf(machine, lived).history.map(momentOf);
    moments.slice(1).forEach((moment, index) => expect(isBy(moments[index] as Moment, moment)).toBe(true));
  });

  test.prop([lives], asOften)('takes nothing after a final outcome', (lived) => {
    const { steps } = machine.replay(lived.opening, lived.events, lived.policy);
    const final = machine.stages.filter((stage) => !machine.cells.some(({ from }) => from === stage));
    let over = false;
    for (const step of steps) {
      if (over && step.accepted) expect(step.because[0].test).toBe('already-recorded');
      over ||= final.includes(step.case.stage);
    }
  });

  test.prop([lives], asOften)('gives back the same case with a refusal, with reasons of registered clauses, none of them true', (lived) => {
    let before = machine.open(lived.opening);
    for (const event of lived.events) {
      const step = machine.transition(before, event, lived.policy);
      if (!step.accepted) {
        expect(step.case).toBe(before);
        for (const { clause, holds } of step.refusals) expect([clauses[clause].id, holds]).toEqual([clause, false]);
      }
      expect(explain(step, lived.policy).line).not.toMatch(/undefined|not known/);
      before = step.case;
    }
  });

  test.prop([lives], asOften)('says the same of the same, and of a case that came from JSON', (lived) => {
    const once = machine.replay(lived.opening, lived.events, lived.policy);
    expect(machine.replay(copy(lived.opening), copy(lived.events), lived.policy)).toEqual(once);
    const stored = copy(once.case);
    expect(stored).toEqual(once.case);
    for (const event of lived.events) {
      const [kept, made] = [stored, once.case].map((state) => machine.transition(state, event, lived.policy));
      expect(kept).toEqual(made);
    }
  });

  test.prop([lives], asOften)('refuses a stored case that its history does not lead to', (lived) => {
    const state = copy(caseOf(machine, lived));
    const others = machine.stages.filter((stage) => stage !== state.stage);
    const wrong: object[] = others.map((stage) => ({ ...state, stage }));
    if (state.history.length > 0) wrong.push({ ...state, history: state.history.slice(0, -1) });
    // 9.1, and a look at an application, may begin without the first step.
    const mayLackFirst = ['supportAppealProcedure', 'membershipApplication'].includes(machine.id);
    if (!mayLackFirst && state.history.length > 0) wrong.push({ ...state, history: state.history.slice(1) });
    for (const each of wrong) expect(() => machine.permitted(each as State)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });

  test.prop([livesAndDays], asOften)('stands on any day as the replay of what had happened by then does', ([lived, asOf]) => {
    const state = caseOf(machine, lived);
    const past = state.history.filter((event) => isBy(momentOf(event), asOf));
    const opened = Object.values(lived.opening).find((value) => /^\d/.test(String(value))) as Moment | undefined;
    if (opened !== undefined && !isBy(opened, asOf)) {
      expect(() => machine.position(state, asOf, lived.policy)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
      return;
    }
    const then = machine.replay(lived.opening, past, lived.policy).case;
    expect(machine.position(state, asOf, lived.policy)).toEqual(machine.position(then, asOf, lived.policy));
    expect(machine.position(state, asOf, lived.policy).stage).toBe(then.stage);
  });

  test.prop([livesAndDays], asOften)('offers only what can be taken on that day', ([lived, asOf]) => {
    const state = caseOf(machine, lived);
    const opened = Object.values(lived.opening).filter((value): value is Moment => /^\d/.test(String(value)));
    const day = [...opened, ...state.history.map(momentOf)].reduce((latest, moment) => (isBy(latest, moment) ? moment : latest), asOf);
    const facts: typeof taken = { ...taken, ...(machine.id === 'membershipApplication' && { 'review-decided': { accepted: true } }) };
    for (const { type } of machine.position(state, day, lived.policy).permitted) {
      const event = { type, ...(receipts.includes(type) ? { at: day } : { on: dayOf(day) }), ...facts[type] };
      expect(machine.transition(state, event, lived.policy)).toMatchObject({ accepted: true });
    }
  });

  test.prop([lives], asOften)('has an owner for every clock, and those that run are what the effects opened and did not close', (lived) => {
    const open = machine.open(lived.opening);
    const owed = (state: State) => machine.position(state, '2021-06-30', lived.policy).duties.flatMap(({ deadline }) => deadline ?? []);
    let running = owed(open).map((deadline) => JSON.stringify(deadline));
    const { case: state, steps } = machine.replay(lived.opening, lived.events, lived.policy);
    for (const effect of steps.flatMap((step) => (step.accepted ? step.effects : []))) {
      if (effect.type === 'deadline-opened') running.push(JSON.stringify(effect.deadline));
      if (effect.type === 'deadline-closed') running = running.filter((each) => each !== JSON.stringify(effect.deadline));
    }
    expect(owed(state).map((deadline) => JSON.stringify(deadline))).toEqual(running);
    for (const duty of machine.position(state, '2021-06-30', lived.policy).duties) {
      if (duty.deadline) expect(duty.deadline).toMatchObject({ owedBy: duty.owedBy, clause: duty.clause, set: 'by-count' });
    }
  });

  test.prop([lives], asOften)('takes no step of the member out of time, and refuses none of anybody else for that', (lived) => {
    let before = machine.open(lived.opening);
    for (const event of lived.events) {
      const step = machine.transition(before, event, lived.policy);
      const owner = machine.permitted(before, lived.policy).find(({ type }) => type === event.type)?.deadline?.owedBy;
      const late = (step.accepted ? step.because : step.refusals).some(({ test, holds }) => test === 'step-is-in-time' && !holds);
      if (late)
        expect({ accepted: step.accepted, member: owner === 'member' }).toEqual({
          accepted: owner !== 'member',
          member: owner === 'member',
        });
      before = step.case;
    }
  });
});

const ofSupport = machines[0] as LooseMachine;
test.prop([life(ofSupport)], runs(300))(
  '9.1: the procedure takes what the rule finds admissible, and finds the answer late where the rule does',
  (lived) => {
    const { history } = caseOf(ofSupport, lived) as unknown as { readonly history: readonly SupportAppealEvent[] };
    const appeal = history.find((event) => event.type === 'appeal-received');
    const answer = history.find((event) => event.type === 'answered');
    if (appeal === undefined) return;
    const { at, ground, sentTo, sentBy, outlinesCase, sentAt } = appeal;
    const facts = JSON.parse(JSON.stringify({ ground, sentTo, sentBy, outlinesCase, sentAt })) as Pick<typeof appeal, 'ground'>;
    const discussedWithTeam = history.some(({ type }) => type === 'discussed');
    const decision = assessSupportAppeal(
      { ...facts, discussedWithTeam, receivedAt: at, ...(answer && { respondedOn: answer.on }) },
      lived.policy,
    );
    if (!decision.settled) return;
    expect(decision.outcome).toBe('admissible');
    if (answer === undefined) return;
    const before = supportAppealProcedure.replay({ participant: 'p-1' }, history.slice(0, -1), lived.policy).case;
    const step = supportAppealProcedure.transition(before, answer, lived.policy);
    expect(step.accepted && step.because).toContainEqual(
      expect.objectContaining({
        test: 'step-is-in-time',
        holds: decision.detail.responded === 'in-time',
        right: decision.detail.responseDue?.due,
      }),
    );
  },
);

const choices = <const T>(...all: readonly T[]): readonly T[] => all;
const everyAppeal = choices(true, false).flatMap((discussed) =>
  choices('sufficiency-of-support', 'other').flatMap((ground) =>
    choices(undefined, 'membership-enquiries', 'elsewhere').flatMap((sentTo) =>
      choices(undefined, 'email', 'other').flatMap((sentBy) =>
        choices(undefined, true, false).flatMap((outlinesCase) =>
          choices('required', 'advisory').flatMap((discussion) =>
            choices('admissible', 'any-email').map((owedTo) => ({ discussed, ground, sentTo, sentBy, outlinesCase, discussion, owedTo })),
          ),
        ),
      ),
    ),
  ),
);

describe('9.1: the procedure and the rule agree on every appeal that there can be', () => {
  it.each(everyAppeal.map((each) => [JSON.stringify(each), each] as const))('%s', (_, each) => {
    const { discussed, discussion, owedTo, ...given } = each;
    const chosen = definePolicy({ readings: { 'prior-discussion': discussion, 'response-owed-to': owedTo } });
    const facts = JSON.parse(JSON.stringify(given)) as { readonly ground: 'other' };
    const before = supportAppealProcedure.replay({ participant: 'p-1' }, discussed ? [{ type: 'discussed', on: '2021-05-12' }] : []).case;
    const step = supportAppealProcedure.transition(before, { type: 'appeal-received', at: '2021-05-14', ...facts }, chosen);
    const decision = assessSupportAppeal({ ...facts, discussedWithTeam: discussed, receivedAt: '2021-05-14' }, chosen);
    expect(step.accepted).toBe(decision.outcome === 'admissible');
    if (!decision.settled) throw new Error('nothing is open here');
    const owed = supportAppealProcedure.position(step.case, '2021-05-14', chosen).duties.map(({ deadline }) => deadline?.due);
    if (step.accepted) expect(owed).toEqual([decision.detail.responseDue?.due]);
    else {
      expect(owed).toEqual([]);
      expect(step.refusals).toEqual([decision.because.find(({ holds }) => !holds)]);
      if (owedTo === 'admissible') expect(decision.detail).toEqual({ responded: 'not-asked' });
    }
  });

  it.each([
    ['required', 'admissible', []],
    ['required', 'any-email', ['2021-05-28']],
    ['advisory', 'admissible', ['2021-05-28']],
  ] as const)('an appeal without a discussion, taken as advisory and asked about as %s, response-owed-to %s', (discussion, owedTo, due) => {
    const taken = supportAppealProcedure.replay(
      { participant: 'p-1' },
      [{ type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' }],
      definePolicy({ readings: { 'prior-discussion': 'advisory' } }),
    ).case;
    const asked = definePolicy({ readings: { 'prior-discussion': discussion, 'response-owed-to': owedTo } });
    expect(supportAppealProcedure.position(taken, '2021-05-14', asked).duties.map(({ deadline }) => deadline?.due)).toEqual(due);
    const answered = supportAppealProcedure.transition(taken, { type: 'answered', on: '2021-05-20' }, asked);
    expect(answered.accepted && answered.effects.filter(({ type }) => type === 'duty-met')).toHaveLength(due.length);
  });
});
