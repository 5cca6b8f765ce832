// The lifecycle: a registration and six to nine dated events, from `registered` to where they lead.
import { deepStrictEqual } from 'node:assert';
import { replay } from 'professional-status';
import { replayByHand } from './lifecycle-by-hand.mjs';
import { robot3 } from './peers/robot3.mjs';
import { xstate } from './peers/xstate.mjs';

const cohorts = {
  october: {
    id: 'qtls-2020-10',
    programme: 'QTLS',
    startsOn: '2020-10-01',
    submissionDeadline: '2021-03-31T17:00:00+01:00',
    resubmissionDeadline: '2021-10-31T17:00:00+00:00',
  },
  january: { id: 'qtls-2022-01', programme: 'QTLS', startsOn: '2022-01-10' },
};
const registration = { participant: 'p-1', cohort: cohorts.october, registeredOn: '2020-09-07' };

const entered = [
  { type: 'adjustments-requested', on: '2020-08-31' },
  { type: 'portfolio-issued', on: '2020-10-01' },
  { type: 'supporter-appointed', on: '2020-10-12' },
];
const submitted = { type: 'portfolio-submitted', at: '2021-03-31T16:59:00+01:00' };
const reviewed = { type: 'review-started', on: '2021-04-01' };
const met = { type: 'outcome-released', on: '2021-05-14', reviewOutcome: 'criteria-met' };
const notMet = { type: 'outcome-released', on: '2021-05-14', reviewOutcome: 'criteria-not-met' };
const feedback = { type: 'feedback-issued', on: '2021-05-14' };
const secondMet = { type: 'outcome-released', on: '2021-12-03', reviewOutcome: 'criteria-met' };

/** Awarded at once; awarded after the resubmission; resubmitted a second late, and restarted. */
const histories = [
  [...entered, submitted, met, { type: 'status-awarded', on: '2021-05-20' }],
  [
    ...entered.slice(1),
    submitted,
    reviewed,
    notMet,
    feedback,
    { type: 'portfolio-resubmitted', at: '2021-10-31T17:00:00+00:00' },
    secondMet,
    { type: 'status-awarded', on: '2021-12-10' },
  ],
  [
    ...entered,
    submitted,
    notMet,
    feedback,
    { type: 'portfolio-resubmitted', at: '2021-10-31T17:00:01+00:00' },
    { type: 'restarted', on: '2021-11-15', cohort: cohorts.january },
  ],
];
const inputs = histories.map((events) => ({ registration, events }));

for (const { events } of inputs) deepStrictEqual(replayByHand(registration, events), replay(registration, events));

/** @type {import('./measure.mjs').Work} */
export const lifecycle = {
  title: 'A history of six to nine dated events',
  unit: 'history',
  note:
    'From registration to award or restart. Ratios are to `replay`. The hand-written floor validates the same registration and events, gives the same case, ' +
    'findings and effects (they are compared), and freezes what it gives; it knows this policy and these events alone. XState and robot3 go from stage to stage with guards on the two deadlines, and do nothing else of that.',
  inputs,
  contenders: {
    'professional-status': (input) => replay(input.registration, input.events),
    'by hand, strict': (input) => replayByHand(input.registration, input.events),
    'XState, `transition`': xstate,
    robot3,
  },
  reference: 'professional-status',
  targets: { 'by hand, strict': { within: 2 }, 'XState, `transition`': { atLeast: 20 }, robot3: { within: 1 } },
  essence: ({ case: { stage } }) => stage,
};
