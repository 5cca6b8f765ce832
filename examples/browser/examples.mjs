// Things to try: each fills the page with a case that was thought up for it.
import { sampleCohorts, sampleRegister } from './samples.mjs';

/** @import { CaseEvent, Cohort, PlainDate } from 'professional-status' */
/** @typedef {{ title: string, says: string } & ({ view: 'question', rule: string, facts: Record<string, unknown> } | { view: 'case', cohort: Cohort, registeredOn: PlainDate, asOf: PlainDate, events: readonly CaseEvent[] } | { view: 'cohort', register: typeof sampleRegister })} Example */

/** @type {Record<string, Example>} */
export const examples = {
  'late-request': {
    title: 'A late request',
    says: 'Adjustments asked for one day short of a month before the start',
    view: 'question',
    rule: 'assessAdjustmentRequest',
    facts: { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'reasonable-adjustment' },
  },
  'one-second-late': {
    title: 'One second late',
    says: 'A resubmission at 17:00:01 on the day on which the clocks go back',
    view: 'case',
    cohort: /** @type {Cohort} */ (sampleCohorts[0]?.cohort),
    registeredOn: '2020-09-25',
    asOf: '2021-11-01',
    events: [
      { type: 'portfolio-issued', on: '2020-10-01' },
      { type: 'supporter-appointed', on: '2020-10-19' },
      { type: 'portfolio-submitted', at: '2021-03-29T18:30:00+01:00' },
      { type: 'outcome-released', on: '2021-05-14', reviewOutcome: 'criteria-not-met' },
      { type: 'feedback-issued', on: '2021-05-14' },
      { type: 'portfolio-resubmitted', at: '2021-10-31T17:00:01+00:00' },
    ],
  },
  'appeal-over-christmas': {
    title: 'An appeal over Christmas',
    says: 'Ten working days for an answer, counted day by day',
    view: 'question',
    rule: 'assessSupportAppeal',
    facts: {
      discussedWithTeam: true,
      ground: 'sufficiency-of-support',
      sentTo: 'membership-enquiries',
      outlinesCase: true,
      receivedAt: '2020-12-23',
      asOf: '2021-01-04',
    },
  },
  'a-reading-decides': {
    title: 'A reading decides',
    says: 'A month before the last day of February: counted back, or forward?',
    view: 'question',
    rule: 'assessAdjustmentRequest',
    facts: { requestedOn: '2025-01-30', programmeStartsOn: '2025-02-28', requirement: 'reasonable-adjustment' },
  },
  'a-whole-cohort': {
    title: 'A whole cohort',
    says: '52 participants from a file, what is overdue first',
    view: 'cohort',
    register: sampleRegister,
  },
};
