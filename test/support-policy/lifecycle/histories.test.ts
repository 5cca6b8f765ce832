// Histories as hosts have them: sent twice, out of order, several events on a day, or impossible. Each refusal stands at its place, with its clause and what may happen instead.
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  explain,
  inOrder,
  londonDate,
  position,
  replay,
  replayChain,
  type CaseEvent,
  type CaseEventType,
  type ClauseId,
  type FindingCode,
  type PlainDate,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import { addDays, life, tangle, type Life } from './support/arbitraries.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { finalStages } from './support/stages.js';
import { runs } from '../../runs.js';

interface Row {
  readonly name: string;
  readonly events: readonly CaseEvent[];
  readonly registration?: Registration;
  /** What is refused: its place, the reason and the clause, and the first of what may happen instead. */
  readonly refused: readonly (readonly [at: number, test: FindingCode, clause: ClauseId, instead: CaseEventType | 'closed'])[];
  readonly stage: Stage;
  /** The stage that the same events lead to in order. */
  readonly ordered?: Stage;
}
const [issued, submitted, notMet, met, awarded] = [
  e.issued('2021-01-10'),
  e.submitted(e.at('2021-06-30')),
  e.notMet('2021-08-13'),
  e.met('2021-08-13'),
  e.awarded('2021-08-20'),
];

const rows: readonly Row[] = [
  {
    name: '4.3: sent twice without an id, it is another event, and the second portfolio is refused',
    events: [issued, issued],
    refused: [[1, 'stage-takes-event', 'support/4.3', 'portfolio-submitted']],
    stage: 'in-programme',
  },
  {
    name: 'sent twice under one id, it is recorded once',
    events: [issued, submitted, notMet].map((event, index) => e.withId(`e-${index}`, event)).flatMap((event) => [event, event]),
    refused: [],
    stage: 'criteria-not-met',
  },
  {
    name: 'sent again under its id with another day, it is refused, and the first stays',
    events: [e.withId('e-1', issued), e.withId('e-1', e.issued('2021-01-11'))],
    refused: [[1, 'id-is-free', 'support/4.3', 'portfolio-submitted']],
    stage: 'in-programme',
  },
  {
    name: '4.3, 4.4: backwards, everything but the first step is refused; in order, all of it is taken',
    events: [awarded, met, submitted, issued],
    refused: [
      [0, 'stage-takes-event', 'support/4.3', 'portfolio-issued'],
      [1, 'stage-takes-event', 'support/4.4', 'portfolio-issued'],
      [2, 'stage-takes-event', 'support/4.4', 'portfolio-issued'],
    ],
    stage: 'in-programme',
    ordered: 'awarded',
  },
  {
    name: '4.4: a submission that is dated before the issue',
    events: [issued, e.submitted(e.at('2021-01-09'))],
    refused: [[1, 'submission-follows-issue', 'support/4.4', 'supporter-appointed']],
    stage: 'in-programme',
    ordered: 'in-programme',
  },
  {
    name: '4.3: an award that is dated before its outcome',
    events: [issued, submitted, met, e.awarded('2021-08-12')],
    refused: [[3, 'award-follows-outcome', 'support/4.3', 'adjustments-requested']],
    stage: 'criteria-met',
    ordered: 'criteria-met',
  },
  {
    name: '6.2.3: a miss of the resubmission deadline on the day of the deadline itself',
    events: [issued, submitted, notMet, e.resubmissionMissed('2022-03-31')],
    refused: [[3, 'deadline-day-is-over', 'support/6.2.3', 'portfolio-resubmitted']],
    stage: 'criteria-not-met',
  },
  {
    name: 'several on one day, in whatever order they were noted',
    events: [e.awarded('2021-07-05'), e.met('2021-07-05'), e.reviewStarted('2021-07-05'), submitted, issued],
    refused: [
      [0, 'stage-takes-event', 'support/4.3', 'portfolio-issued'],
      [1, 'stage-takes-event', 'support/4.4', 'portfolio-issued'],
      [2, 'stage-takes-event', 'support/4.4', 'portfolio-issued'],
      [3, 'stage-takes-event', 'support/4.4', 'portfolio-issued'],
    ],
    stage: 'in-programme',
    ordered: 'awarded',
  },
  {
    name: '6.2.1: a resubmission after the criteria were met',
    events: [issued, submitted, met, e.resubmitted(e.at('2022-03-01'))],
    refused: [[3, 'stage-takes-event', 'support/6.2.1.b', 'adjustments-requested']],
    stage: 'criteria-met',
  },
  {
    name: '6.2.3: a late resubmission that meets the criteria all the same leads nowhere but to the restart',
    events: [issued, submitted, notMet, e.resubmitted(e.at('2022-03-31', '17:00:01')), e.met('2022-05-13'), e.awarded('2022-05-20')],
    refused: [
      [4, 'stage-takes-event', 'support/4.4', 'adjustments-requested'],
      [5, 'stage-takes-event', 'support/4.3', 'adjustments-requested'],
    ],
    stage: 'restart-required',
  },
  {
    name: '6.2.3: a restart in the other programme and one in the same cohort',
    events: [
      issued,
      submitted,
      notMet,
      e.resubmissionMissed('2022-04-01'),
      e.restarted('2022-06-01', c.ats2023),
      e.restarted('2022-06-01', c.january2021),
    ],
    refused: [
      [4, 'restart-is-in-the-same-programme', 'support/6.2.3', 'adjustments-requested'],
      [5, 'restart-is-in-another-cohort', 'support/6.2.3', 'adjustments-requested'],
    ],
    stage: 'restart-required',
  },
  {
    name: '4.3: anything after the award',
    events: [issued, submitted, met, awarded, e.withdrawn('2021-09-01'), e.feedbackIssued('2021-09-01')],
    refused: [
      [4, 'stage-takes-event', 'support/4.3', 'closed'],
      [5, 'stage-takes-event', 'support/6.2.1.a', 'closed'],
    ],
    stage: 'awarded',
  },
  {
    name: '6.1.2: a supporter in ATS',
    registration: c.inAts2021,
    events: [e.supporterAppointed('2021-10-04'), e.mentorRequested('2021-10-04')],
    refused: [[0, 'programme-has-a-supporter', 'support/6.1.2', 'portfolio-issued']],
    stage: 'registered',
  },
];

describe('a history as it comes', () => {
  test.each(rows)('$name', ({ events, registration = c.inJanuary2021, refused, stage, ordered }) => {
    const { case: reached, steps } = replay(registration, events);
    const found = steps.flatMap((step, index) =>
      step.accepted ? [] : [[index, step.refusals[0].test, step.refusals[0].clause, step.instead[0]?.type ?? 'closed']],
    );
    expect(found).toEqual(refused);
    expect(reached.stage).toBe(stage);
    if (ordered !== undefined) expect(replay(registration, inOrder(events)).case.stage).toBe(ordered);
    for (const step of steps) {
      if (step.accepted) continue;
      const { text } = explain(step);
      expect(text.includes('- Instead: record ') || text.includes('No other kind of event can be recorded at this stage')).toBe(true);
    }
  });

  test.prop([tangle], runs(120))(
    'what may happen instead comes by deadline, and what has none comes last',
    ({ registration, events, policy }) => {
      for (const step of replayChain(registration, events, policy).steps) {
        if (step.accepted) continue;
        const due = step.instead.map(({ deadline }) => (deadline === undefined ? Infinity : Date.parse(deadline.due)));
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }
    },
  );
});

test('a person’s history across portfolios is one story: each step in words, each under its clauses', () => {
  const events = [
    issued,
    submitted,
    notMet,
    e.resubmitted(e.at('2022-03-31', '17:00:01')),
    e.restarted('2022-06-01', c.october2022),
    e.issued('2022-10-01'),
    e.submitted(e.at('2023-03-31')),
    e.met('2023-05-12'),
    e.awarded('2023-05-19'),
  ];
  const { cases, steps } = replayChain(c.inJanuary2021, events);
  expect(cases.map(({ stage, portfolio }) => [stage, portfolio])).toEqual([
    ['restarted', 1],
    ['awarded', 2],
  ]);
  expect(steps.map((step) => explain(step).line)).toEqual([
    'Recorded. The case is now at “in programme”. (Support policy 4.3)',
    'Recorded. The case is now at “submitted”. (Support policy 4.4)',
    'Recorded. The case is now at “criteria not met”. (Support policy 6.2.1; also checked: Support policy 4.4, 6.2.1.b, 6.2.1.a)',
    'Recorded. The case is now at “restart required”. (Support policy 6.2.3; also checked: Support policy 6.2.1.b)',
    'Recorded. The case is now at “restarted”. (Support policy 6.2.3)',
    'Recorded. The case is now at “in programme”. (Support policy 4.3)',
    'Recorded. The case is now at “submitted”. (Support policy 4.4)',
    'Recorded. The case is now at “criteria met”. (Support policy 4.4; also checked: Support policy 6.2.1)',
    'Recorded. The case is now at “awarded”. (Support policy 4.3)',
  ]);
  const restarted = explain(steps[4] as (typeof steps)[number]).text;
  expect(restarted).toContain('A new case was opened in cohort qtls-2022-10. (Support policy 6.2.3)');
  expect(restarted).toContain('An administration fee is due. (Support policy 6.2.3)');
});

describe('every day of a life', () => {
  const eventOn = ({ events }: Life, day: PlainDate): readonly CaseEvent[] => events.filter((event) => e.dayOf(event) === day);
  /** Every day from registration to some time after everything. */
  const daysOf = ({ registration, events }: Life): readonly PlainDate[] => {
    const last = [registration.registeredOn, ...events.map(e.dayOf)].sort().at(-1) as PlainDate;
    const days: PlainDate[] = [];
    for (let day = registration.registeredOn; day <= addDays(last, 40); day = addDays(day, 1)) days.push(day);
    return days;
  };
  /** The event that meets a duty. */
  const meets: Readonly<Record<string, CaseEventType>> = {
    'appoint-supporter': 'supporter-appointed',
    'request-mentor': 'mentor-requested',
    'submit-portfolio': 'portfolio-submitted',
    'resubmit-portfolio': 'portfolio-resubmitted',
    'give-written-feedback': 'feedback-issued',
    'award-status': 'status-awarded',
    restart: 'restarted',
  };

  test.prop([life], runs(25))(
    'a deadline stays where it is while its duty is open; a duty that is met is closed that day, and none begins or ends on a day without an event unless a deadline has passed the day before',
    (lived) => {
      const { case: reached, registration, policy } = lived;
      const { submissionDeadline, resubmissionDeadline } = registration.cohort;
      const deadlines = [submissionDeadline, resubmissionDeadline].flatMap((due) => (due === undefined ? [] : [londonDate(due)]));
      let before = position(reached, registration.registeredOn, policy).duties;
      for (const day of daysOf(lived).slice(1)) {
        const { duties, stage } = position(reached, day, policy);
        const happened = eventOn(lived, day);
        const mayChange = happened.length > 0 || deadlines.includes(addDays(day, -1));
        for (const duty of before) {
          const still = duties.find(({ what }) => what === duty.what);
          if (still !== undefined) expect([day, still.deadline, still.owedBy]).toEqual([day, duty.deadline, duty.owedBy]);
          else expect([day, mayChange]).toEqual([day, true]);
        }
        for (const duty of duties) if (!before.some(({ what }) => what === duty.what)) expect([day, mayChange]).toEqual([day, true]);
        const last = happened.at(-1);
        if (last !== undefined) for (const { what } of duties) expect([day, meets[what]]).not.toEqual([day, last.type]);
        const staysOwed = stage === 'withdrawn' && policy.readings['feedback-after-withdrawal'] === 'stays-owed';
        if (finalStages.includes(stage)) expect(duties.filter(({ what }) => !staysOwed || what !== 'give-written-feedback')).toEqual([]);
        before = duties;
      }
    },
  );

  test.prop([life], runs(10))('is answered as the prefix of its history is', (lived) => {
    const { case: reached, registration, policy, events } = lived;
    for (const day of daysOf(lived)) {
      const prefix = events.filter((event) => e.dayOf(event) <= day);
      expect(position(reached, day, policy)).toEqual(position(replay(registration, prefix, policy).case, day, policy));
    }
  });
});
