// 6.1.5 and 6.2.1: a position and the rule of a request say the same of written feedback, at every stage and under every reading.
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  assessSupportRequest,
  definePolicy,
  position,
  readings,
  replay,
  type Case,
  type Policy,
  type Readings,
} from '../../../src/index.js';
import { life } from './support/arbitraries.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';

type Feedback = 'outstanding' | 'issued' | 'none';

/** What is recorded of feedback: an outcome brings it as the clauses are read, and an issue covers what came before it. */
function recorded({ history }: Case, { readings: chosen }: Policy): Feedback {
  let reviews = 0;
  let feedback: Feedback = 'none';
  for (const event of history) {
    if (event.type === 'feedback-issued' && feedback === 'outstanding') feedback = 'issued';
    if (event.type !== 'outcome-released') continue;
    reviews += 1;
    const brings =
      event.reviewOutcome === 'criteria-met'
        ? chosen['feedback-when-met'] === 'promised'
        : reviews === 1 || chosen['feedback-on-second-review'] === 'each-not-met';
    if (brings) feedback = 'outstanding';
  }
  return feedback;
}

const turning = ['feedback-when-met', 'feedback-on-second-review', 'feedback-after-withdrawal', 'first-deadline-missed'] as const;
const anyReadings = fc.record(
  Object.fromEntries(turning.map((id) => [id, fc.constantFrom(...readings[id].options.map(({ choice }) => choice))])),
) as fc.Arbitrary<Partial<Readings>>;

property.prop([life, anyReadings])(
  'what is outstanding is owed or left open where the rule says so, and what is issued is neither',
  (of, chosen) => {
    const policy = definePolicy({ readings: chosen });
    const { case: state } = replay(of.registration, of.events, policy);
    const writtenFeedback = recorded(state, policy);
    if (writtenFeedback === 'none') return;
    const last = state.history.at(-1);
    const { duties, entitlements, unsettled } = position(state, last === undefined ? state.registeredOn : e.dayOf(last), policy);
    const isOwed = duties.some(({ what }) => what === 'give-written-feedback');
    const answer = assessSupportRequest({ ask: 'written-feedback', stage: state.stage, writtenFeedback }, policy);
    expect(isOwed).toBe(writtenFeedback === 'outstanding' && answer.outcome === 'provided');
    expect(entitlements.some(({ entitlement }) => entitlement === 'written-feedback')).toBe(isOwed);
    if (!answer.settled) for (const need of answer.needs) expect(unsettled).toContainEqual(need);
  },
);

const notMet = [e.issued('2021-01-10'), e.submitted(e.at('2021-06-29')), e.notMet('2021-08-12')];
test.each([
  ['still owed', []],
  ['issued', [e.feedbackIssued('2021-08-20')]],
] as const)('6.2.1.a: a second “not met” brings its own feedback, the first being %s', (_, between) => {
  const { steps } = replay(c.inJanuary2021, [...notMet, ...between, e.resubmitted(e.at('2022-03-01')), e.notMet('2022-05-01')]);
  const last = steps.at(-1);
  const gained = last?.accepted ? last.effects.filter((effect) => effect.type === 'entitlement-gained') : [];
  expect(gained.some(({ entitlement }) => entitlement === 'written-feedback')).toBe(true);
});

test.each([
  ['criteria-not-met', notMet, 'provided'],
  ['criteria-met, on the resubmission', [...notMet, e.resubmitted(e.at('2022-03-01')), e.met('2022-05-01')], 'provided'],
  ['restart-required, after a missed deadline', [...notMet, e.resubmissionMissed('2022-04-01')], 'provided'],
  ['withdrawn', [...notMet, e.withdrawn('2021-09-01')], 'undetermined'],
] as const)('6.2.1.a: with the first feedback still to be issued, at %s', (_, events, outcome) => {
  const { case: state } = replay(c.inJanuary2021, events);
  expect(assessSupportRequest({ ask: 'written-feedback', stage: state.stage, writtenFeedback: 'outstanding' }).outcome).toBe(outcome);
  const { duties } = position(state, '2022-06-01');
  expect(duties.some(({ what }) => what === 'give-written-feedback')).toBe(outcome === 'provided');
});
