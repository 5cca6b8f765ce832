// The readings of what follows a review (support policy 6.2).
import type { ReadingTable } from './register.js';

export const resultReadings: ReadingTable = {
  'further-support-applied': {
    clauses: ['support/6.2.2', 'support/3.1.1'],
    question: 'What must a participant have done about adjustments before the programme began?',
    options: [
      { choice: 'applied', means: 'They must have applied for them on any day before the start.' },
      { choice: 'applied-timely', means: 'They must have applied for them with the notice of 3.1.1, as that is read.' },
    ],
    why: 'The clause asks for an application ahead of the start and says nothing of a month.',
  },
  'feedback-on-second-review': {
    clauses: ['support/6.2.1', 'support/6.2.1.a'],
    question: 'Is written feedback owed again when a resubmission does not meet the criteria?',
    options: [
      { choice: 'each-not-met', means: 'It is owed after every “criteria not met”.' },
      { choice: 'first-only', means: 'It is owed after the first alone.' },
    ],
    why: 'The clause puts a number to the resubmission and none to the feedback.',
  },
  'resubmission-after-restart': {
    clauses: ['support/6.2.1', 'support/6.2.1.b', 'support/6.2.3'],
    question: 'Does the new portfolio of a restart have a free resubmission of its own?',
    options: [
      { choice: 'each-portfolio', means: 'Every portfolio has one.' },
      { choice: 'once-per-person', means: 'A person has one, whatever the number of portfolios.' },
    ],
    why: 'The clause ties the resubmission to the review of a portfolio, not to the person.',
  },
  'first-deadline-missed': {
    clauses: ['support/6.2.3'],
    question: 'What follows when a first submission is late, or never comes?',
    options: [
      { choice: 'not-settled-here', means: 'The policy does not say; the terms of the programme have to.' },
      { choice: 'restart', means: 'The participant starts again with another cohort, as after a late resubmission.' },
      { choice: 'withdrawn', means: 'The participant counts as withdrawn.' },
    ],
    why: 'The clause speaks of resubmitted evidence and of no other.',
  },
  'never-resubmitted': {
    clauses: ['support/6.2.3'],
    question: 'If nothing at all is resubmitted by the deadline, is that the same as a late resubmission?',
    options: [
      { choice: 'restart', means: 'It is: the participant starts again with another cohort.' },
      { choice: 'not-settled-here', means: 'The policy does not say; the terms of the programme have to.' },
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
          'The earliest cohort of the same programme whose entry has not closed by the day that counts, begun or not. Its closing day is still open. ' +
          'A cohort without a known closing day has to begin after the day that counts.',
      },
      { choice: 'entry-open-not-started', means: 'The earliest whose entry is open in the same sense and which has not begun.' },
      { choice: 'starts-after', means: 'The earliest that begins after the day that counts, whatever its entry dates.' },
    ],
    why:
      'A cohort can still be joined while its entry is open: entry to the October cohort closes on the 7th, when it has begun. ' +
      'The day that counts is that of the outcome where the criteria were not met, and the day after the deadline where the resubmission was late.',
  },
  'further-support-covers': {
    clauses: ['support/6.2.2', 'support/4.3'],
    question: 'After a "criteria not met", which requests are further requests?',
    options: [
      {
        choice: 'beyond-section-6',
        means:
          'Guidance, clarification and general answers go on, since in-programme support includes the resubmission. What section 6 does not list needs the prior arrangement.',
      },
      { choice: 'all-but-6.2.1', means: 'Any request needs the prior arrangement, except the written feedback and the resubmission.' },
    ],
    why: 'The two clauses pull apart: one keeps support open through the resubmission, the other limits further requests. The default keeps both.',
  },
  'feedback-after-withdrawal': {
    clauses: ['support/6.2.1.a', 'support/4.3'],
    question: 'Is written feedback that was owed still owed after a withdrawal?',
    options: [
      { choice: 'not-settled-here', means: 'The policy does not say; SET has to decide.' },
      { choice: 'ends', means: 'It ends with the withdrawal, as in-programme support does.' },
      { choice: 'stays-owed', means: 'It stays owed until it is issued.' },
    ],
    why: 'One clause names nothing but the outcome, and the other ends support at a withdrawal.',
  },
  'adjustments-after-restart': {
    clauses: ['support/6.2.2', 'support/6.2.3'],
    question: 'Does an application or arrangement made for the first portfolio serve the one that a restart opens?',
    options: [
      { choice: 'not-settled-here', means: 'The policy does not say; SET has to decide.' },
      { choice: 'serves', means: 'It serves the new portfolio too.' },
      { choice: 'lapses', means: 'It ends with the first portfolio; a new application is needed before the new start.' },
    ],
    why: 'The clause asks for an application before the start of the programme, and a restart has a start of its own.',
  },
};
