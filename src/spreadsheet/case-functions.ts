// The functions that follow one participant's case through a range of events: its stage, what comes next, what is owed, and what may be done.
import { explain } from '../words/explain.js';
import { standardPolicy, type Policy } from '../policy/policy.js';
import { aMoment, optional } from './arguments.js';
import { clauseCell, entry, codeWithLabel, type Answer, type Entry } from './entry.js';
import { aNation, cohortRows, eventRows } from './ranges.js';
import { followCase, dutyCells, nextDuty, toLookAt, type CaseInCells, type FollowedCase } from './follow-case.js';
import { stageLabels } from '../words/labels.js';

const sharedRanges = () => ({
  events_range: eventRows(),
  cohort_range: cohortRows({
    says: 'The cohort of the case, which the row “registered” names or which comes first, and those that it restarts with.',
  }),
  as_of: optional(aMoment({ says: 'The day that is asked about; the last event’s where it is left out.', fact: 'asOf' })),
});

const events = [
  ['registered', '07/12/2020', ''],
  ['portfolio-issued', '10/01/2021', ''],
  ['portfolio-submitted', '29/06/2021 16:00', ''],
  ['outcome-released', '12/08/2021', 'criteria not met'],
];
const cohort = [['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00']];

export const caseFunctions = (): Readonly<Record<'SET_STAGE' | 'SET_POSITION' | 'SET_NEXT_DUTIES', Entry>> => ({
  SET_STAGE: entry({
    says: 'Tells the stage of a case: registered, in programme, submitted, under review, criteria met, and so on.',
    clause: 'support/4.3',
    gives: ['stage'],
    arguments: sharedRanges(),
    example: { cells: [events, cohort], result: 'criteria not met' },
    answer: (values) => answer(values, standardPolicy, ({ position: { stage } }) => [[codeWithLabel(stage, stageLabels)]]),
  }),
  SET_POSITION: entry({
    says: 'Tells where a case is, in one row: its stage, what is to be done or may be done next, by whom and by when, and what to look at.',
    clause: 'support/4.3',
    gives: ['stage', 'what is next', 'by whom', 'by when', 'status', 'look at'],
    arguments: sharedRanges(),
    example: {
      cells: [events, cohort, '01/04/2022'],
      result: [
        [
          'criteria not met',
          'take up the restart with a new portfolio in the next available cohort',
          'the participant',
          '',
          'no time limit stated',
          'The QTLS terms and conditions say how much the administration fee of a restart is. That part is not included here.',
        ],
      ],
    },
    answer: (values) =>
      answer(values, standardPolicy, (reached) => [
        [codeWithLabel(reached.position.stage, stageLabels), ...dutyCells(nextDuty(reached.position)), toLookAt(reached)],
      ]),
  }),
  SET_NEXT_DUTIES: entry({
    says: 'Lists all that is to be done and all that may be done in a case, a row each, by deadline. An opportunity is a right: nobody has to use it.',
    clause: 'support/4.3',
    gives: ['what', 'by whom', 'by when', 'status', 'working days left', 'clause', 'kind'],
    table: true,
    arguments: { ...sharedRanges(), nation: aNation() },
    example: {
      cells: [events, cohort, '24/03/2022'],
      result: [
        [
          'resubmit the portfolio free of charge',
          'the participant',
          '2022-03-31 17:00',
          'upcoming',
          5,
          'Support policy 6.2.1.b',
          'opportunity',
        ],
        [
          'give detailed written feedback',
          'the reviewing and moderation team',
          '',
          'no time limit stated',
          '',
          'Support policy 6.2.1.a',
          'duty',
        ],
      ],
    },
    answer: ({ nation, ...values }) =>
      answer(values, nation, ({ position: due }) => {
        const rows = due.duties.map((duty) => [...dutyCells(duty), duty.workingDaysLeft ?? '', clauseCell(duty.clause), duty.kind]);
        return rows.length === 0 ? [['none']] : rows;
      }),
  }),
});

/** Answers by a case that is followed; the reasons are the events that were not taken and the position of the case. */
function answer(values: CaseInCells, policy: Policy, rows: (reached: FollowedCase) => Answer['rows']): Answer {
  const reached = followCase(values, policy);
  const why = (): string => {
    const refused = reached.refused.map(({ at, step }) => `${at} was not taken: ${explain(step).line}`);
    return [...refused, explain(reached.position, policy).text].join('\n');
  };
  return { rows: rows(reached), why };
}
