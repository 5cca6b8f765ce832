// The readings of what follows a review (support policy 6.2).
import type { ReadingTable } from './register.js';

export const resultReadings: ReadingTable = {
  'further-support-applied': {
    clauses: ['support/6.2.2', 'support/3.1.1'],
    question: 'What must a participant have done about adjustments before the programme began?',
    options: [
      { choice: 'applied', means: 'The participant must have applied for adjustments at some time before the day of the start.' },
      { choice: 'applied-timely', means: 'The participant must have applied for adjustments with the notice that 3.1.1 asks.' },
    ],
    why: 'The clause asks for an application ahead of the start and says nothing of a month.',
  },
  'feedback-on-second-review': {
    clauses: ['support/6.2.1', 'support/6.2.1.a'],
    question: 'Is written feedback owed again when a resubmission does not meet the criteria?',
    options: [
      { choice: 'each-not-met', means: 'Written feedback is owed after every “criteria not met”.' },
      { choice: 'first-only', means: 'Written feedback is owed only after the first “criteria not met”.' },
    ],
    why: 'The clause puts a number to the resubmission and none to the feedback.',
  },
  'resubmission-after-restart': {
    clauses: ['support/6.2.1', 'support/6.2.1.b', 'support/6.2.3'],
    question: 'Does the new portfolio of a restart have its own free resubmission?',
    options: [
      { choice: 'each-portfolio', means: 'Every portfolio has one free resubmission.' },
      { choice: 'once-per-person', means: 'Only the first portfolio of a person has a free resubmission.' },
    ],
    why: 'The clause ties the resubmission to the review of a portfolio, not to the person.',
  },
  'first-deadline-missed': {
    clauses: ['support/6.2.3'],
    question: 'What follows when a first submission is late, or never comes?',
    options: [
      {
        choice: 'not-settled-here',
        means: 'The policy does not say what follows a missed first deadline. See the terms of the programme.',
      },
      {
        choice: 'restart',
        means: 'After a missed first deadline the participant starts again with another cohort, as after a late resubmission.',
      },
      { choice: 'withdrawn', means: 'After a missed first deadline the participant counts as withdrawn.' },
    ],
    why: 'The clause speaks of resubmitted evidence and of no other.',
  },
  'never-resubmitted': {
    clauses: ['support/6.2.3'],
    question: 'If nothing at all is resubmitted by the deadline, is that the same as a late resubmission?',
    options: [
      {
        choice: 'restart',
        means: 'Resubmitting nothing by the deadline counts as late: the participant starts again with another cohort.',
      },
      {
        choice: 'not-settled-here',
        means: 'The policy does not say what follows if nothing is resubmitted. See the terms of the programme.',
      },
    ],
    why: 'Once the deadline is past, whatever came would be late. Against that, the words speak of evidence that was resubmitted.',
  },
  'next-cohort': {
    clauses: ['support/6.2.3'],
    question: 'Which cohort is the next that is available?',
    options: [
      {
        choice: 'entry-open',
        means:
          "The next cohort is the programme's earliest whose entry has not closed by the day that counts. It may have begun. Its closing day is still open. " +
          'A cohort without a known closing day has to begin after the day that counts.',
      },
      {
        choice: 'entry-open-not-started',
        means: "The next cohort is the programme's earliest whose entry has not closed and which has not begun.",
      },
      {
        choice: 'starts-after',
        means: 'The next cohort is the earliest that begins after the day that counts, whatever its entry dates.',
      },
    ],
    why:
      'A cohort can still be joined while its entry is open: entry to the October cohort closes on the 7th, when it has begun. ' +
      'The day that counts is that of the outcome where the criteria were not met, and the day after the deadline where the resubmission was late.',
  },
  'further-support-covers': {
    clauses: ['support/6.2.2', 'support/4.3'],
    question: 'After a “criteria not met”, which requests are further requests?',
    options: [
      {
        choice: 'beyond-section-6',
        means:
          'After “criteria not met”, guidance, clarification and general answers continue. What section 6 does not list needs the prior arrangement.',
      },
      {
        choice: 'all-but-6.2.1',
        means: 'After “criteria not met”, any request needs the prior arrangement, except the written feedback and the resubmission.',
      },
    ],
    why: 'The two clauses pull apart: one keeps support open through the resubmission, the other limits further requests. The default keeps both.',
  },
  'feedback-after-withdrawal': {
    clauses: ['support/6.2.1.a', 'support/4.3'],
    question: 'Is written feedback that was owed still owed after a withdrawal?',
    options: [
      { choice: 'not-settled-here', means: 'The policy does not say whether feedback stays owed after a withdrawal. SET has to decide.' },
      { choice: 'ends', means: 'Feedback that was owed ends with the withdrawal, as in-programme support does.' },
      { choice: 'stays-owed', means: 'Feedback that was owed stays owed after a withdrawal. A closed case takes no record of its issue.' },
    ],
    why: 'One clause names nothing but the outcome, and the other ends support at a withdrawal.',
  },
  'adjustments-after-restart': {
    clauses: ['support/6.2.2', 'support/6.2.3'],
    question: 'Does an application or arrangement made for the first portfolio serve the one that a restart opens?',
    options: [
      { choice: 'not-settled-here', means: 'The policy does not say whether an earlier application serves a restart. SET has to decide.' },
      { choice: 'serves', means: 'An application made for the first portfolio serves the new one too.' },
      { choice: 'lapses', means: 'An application ends with the first portfolio. A new one is needed before the new start.' },
    ],
    why: 'The clause asks for an application before the start of the programme, and a restart has its own start.',
  },
};
