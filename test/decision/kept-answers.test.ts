// A rule of words keeps its answers: what a caller can tell of it. docs/decisions/036-a-rule-of-words-keeps-its-answers-again.md
import { describe, expect, it } from 'vitest';
import { definePolicy, entitlementsAfterReview, noticeDeadline } from '../../src/index.js';

describe('what follows from a review (6.2.1), asked again', () => {
  const notMet = { reviewOutcome: 'criteria-not-met', attempt: 'submission' } as const;
  const [one, two] = [entitlementsAfterReview(notMet), entitlementsAfterReview({ ...notMet })];

  it('gives an equal answer that is another object, with parts that nobody can change', () => {
    expect(two).toStrictEqual(one);
    expect(two).not.toBe(one);
    expect([one.because, one.because[0], one.detail, one.basis].every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('by other words, in another order or under another policy gives the answer of these', () => {
    expect(entitlementsAfterReview({ ...notMet, attempt: 'resubmission' }).outcome).toBe('feedback-and-restart');
    expect(entitlementsAfterReview({ attempt: 'submission', reviewOutcome: 'criteria-met' }).outcome).toBe('award');
    const eachNotMet = definePolicy({ readings: { 'feedback-on-second-review': 'first-only' } });
    const second = { reviewOutcome: 'criteria-not-met', attempt: 'resubmission' } as const;
    expect(entitlementsAfterReview(second, eachNotMet).detail.writtenFeedback).toBe(false);
    expect(entitlementsAfterReview(second).detail.writtenFeedback).toBe(true);
  });
});

it('The last day for a request in time (3.1.1), asked again, is worked out again', () => {
  const [one, two] = [1, 2].map(() => noticeDeadline({ programmeStartsOn: '2021-01-10' }));
  expect(two).toStrictEqual(one);
  expect(two?.because).not.toBe(one?.because);
});
