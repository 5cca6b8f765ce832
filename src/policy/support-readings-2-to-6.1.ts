// The readings of the support policy, 2.1 to 6.1.5.
import type { ReadingTable } from './register.js';

export const supportReadings: ReadingTable = {
  'notice-month': {
    clauses: ['support/3.1.1'],
    question: 'Is the month counted back from the start of the programme, or forward from the request?',
    options: [
      {
        choice: 'count-back',
        means:
          'Notice is counted back from the start date. If the earlier month has no such date, the last day is the last one of that month.',
      },
      {
        choice: 'count-forward',
        means: 'Notice is counted forward from the request. The request is in time if the notice ends no later than the start.',
      },
    ],
    why: 'The rule of the corresponding date, as in Dodds v Walker [1981] 1 WLR 1027. For a start on 10 January, the last day is 10 December. The two differ only for a start on the last day of a month that is shorter than the one before. For a start on 30 April 2021 they give 30 and 31 March.',
  },
  'notice-boundary': {
    clauses: ['support/3.1.1'],
    question: 'Is a month to the day enough notice?',
    options: [
      { choice: 'inclusive', means: 'Notice of exactly the length that 3.1.1 asks is enough.' },
      {
        choice: 'clear-month',
        means:
          'One day more than 3.1.1 asks is needed. Counting back, the last day is a day earlier. Counting forward, the notice must be over before the start.',
      },
    ],
    why: 'The clause asks for at least a month, and exactly a month is at least that. See E J Riley Investments v Eurostile Holdings (Court of Appeal, 1985).',
  },
  'notice-effect': {
    clauses: ['support/3.1.1'],
    question: 'Does late notice shut a request out?',
    options: [
      { choice: 'advisory', means: 'A late request is still considered.' },
      { choice: 'condition', means: 'A late request is not accepted.' },
    ],
    why: 'The clause says what participants should do and attaches nothing to lateness. Under either interpretation a request that was made can be recorded.',
  },
  'support-window-ends': {
    clauses: ['support/4.3'],
    question: 'Are the day of issue and the day of award or withdrawal part of the support?',
    options: [
      { choice: 'inclusive', means: 'Support includes the day of issue and the day of award or withdrawal.' },
      { choice: 'end-exclusive', means: 'Support includes the day of issue, but not the day of award or withdrawal.' },
    ],
    why: 'The clause names two dates, and a day is not divided.',
  },
  'support-during-restart': {
    clauses: ['support/4.3', 'support/6.2.3'],
    question: 'Is there support between a failed resubmission and the issue of the new portfolio?',
    options: [
      { choice: 'open', means: 'Support continues between a failed resubmission and the new portfolio.' },
      { choice: 'closed', means: 'Support stops after a failed resubmission, and begins again when the new portfolio is issued.' },
    ],
    why: 'The words let support end with award or withdrawal and with nothing else.',
  },
  'review-month': {
    clauses: ['support/4.4'],
    question: 'From which day to which does the month of review run?',
    options: [
      {
        choice: 'from-next-day',
        means:
          'The review opens on the day after the deadline, and runs for whole months from that day. In a shorter month it closes on the last day.',
      },
      {
        choice: 'corresponding-date',
        means: 'The review opens on the day after the deadline. It closes on the date that corresponds to the deadline.',
      },
    ],
    why: 'For deadlines on 31 March and 30 June, the published cohort calendars give the review as April and July. For a deadline on 30 June the two give 1 to 31 July, and 1 to 30 July.',
  },
  'second-review-window': {
    clauses: ['support/4.4'],
    question: 'Does a resubmission have its own month of review?',
    options: [
      { choice: 'not-stated', means: 'The policy does not say when a resubmission is reviewed.' },
      {
        choice: 'one-month-from-resubmission-deadline',
        means: 'A resubmission has its own window of review, counted from the resubmission deadline.',
      },
    ],
    why: 'The clause ties the month to the submission deadline and to no other.',
  },
  'feedback-when-met': {
    clauses: ['support/6.1.5', 'support/6.2.1'],
    question: 'Is written feedback promised to someone whose portfolio meets the criteria?',
    options: [
      { choice: 'not-promised', means: 'Feedback is not promised when the criteria are met, although it may be given.' },
      {
        choice: 'promised',
        means: 'Feedback is promised also when the criteria are met, since 6.1.5 says that it comes after submission.',
      },
    ],
    why: 'Clause 6.2.1 grants feedback to those who did not meet the criteria. Clause 6.1.5 says who gives it and when, not to whom it is owed.',
  },
  'ats-eligibility-query': {
    clauses: ['support/6.1.4', 'support/6.1.4.e', 'support/6.1.4.f'],
    question: 'Where does a question about eligibility for ATS go?',
    options: [
      { choice: 'not-settled-here', means: 'The policy gives no address for a question about eligibility for ATS. SET has to say.' },
      {
        choice: 'membership-enquiries',
        means: 'A question about eligibility for ATS goes to membership enquiries, like a general question.',
      },
      {
        choice: 'professional-formation',
        means: 'Questions about eligibility for ATS go to the professional formation inbox, as those for QTLS do.',
      },
    ],
    why: 'The inbox for eligibility is the one for professional formation, which leads to QTLS; the ATS inbox is for questions on the portfolio.',
  },
  'queries-before-issue': {
    clauses: ['support/6.1.4', 'support/4.3'],
    question: 'Are general queries, and queries about eligibility, answered before the portfolio is issued?',
    options: [
      {
        choice: 'answered',
        means:
          'General queries, and queries about eligibility, are answered at any time. The rest of the support begins with the portfolio.',
      },
      {
        choice: 'from-issue',
        means: 'General queries, and queries about eligibility, are answered from the day on which the portfolio is issued.',
      },
    ],
    why: 'An address for eligibility would otherwise have no use. But the list of addresses is part of in-programme support.',
  },
  'scope-after-withdrawal': {
    clauses: ['support/2.1'],
    question: 'Does the policy apply to a member who has withdrawn?',
    options: [
      { choice: 'out-of-scope', means: 'The policy no longer applies after a withdrawal.' },
      { choice: 'not-settled-here', means: 'The policy does not say whether it applies after a withdrawal. SET has to decide.' },
    ],
    why: 'The clause runs from registration to award and does not name a withdrawal.',
  },
};
