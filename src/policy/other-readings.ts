// The readings of appeals, of the Code page and of what other documents bear on.
import type { ReadingTable } from './register.js';

export const otherReadings: ReadingTable = {
  'response-clock': {
    clauses: ['support/9.1'],
    question: "From what event are the Team's ten working days counted?",
    options: [
      { choice: 'receipt', means: "The Team's working days are counted from the day on which the appeal reached it." },
      {
        choice: 'sent',
        means: "The Team's working days are counted from the day on which the appeal was sent. Without that day the question stays open.",
      },
    ],
    why: 'The clause does not say. The awards appeals policy counts each of its limits from receipt.',
  },
  'receipt-hour': {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3'],
    question: 'Does a message that comes after office hours count as received on that day?',
    options: [
      { choice: 'calendar-day', means: 'A message counts on the day on which it came, at whatever hour.' },
      {
        choice: 'office-hours',
        means:
          'A message after 4:30pm London time counts on the next working day. So does one on a day that is not a working day. ' +
          'A working day given without an hour leaves the question open. A day that is not a working day does not.',
      },
    ],
    why: 'The clauses speak of days and name no hour. The other interpretation borrows the convention of rule 6.26 of the Civil Procedure Rules.',
  },
  'prior-discussion': {
    clauses: ['support/9.1'],
    question: 'Must a participant discuss the support with the Team before appealing?',
    options: [
      { choice: 'required', means: 'Without a discussion the appeal cannot go ahead yet.' },
      { choice: 'advisory', means: 'An appeal can go ahead with or without a discussion.' },
    ],
    why: 'The clause opens with the discussion and lets the appeal follow from it.',
  },
  'code-commitment': {
    clauses: ['code-page/3', 'qtls-terms/1.2'],
    question: 'Is the commitment to the Code made once, or again each membership year?',
    options: [
      { choice: 'each-membership-year', means: 'The commitment is made again for each membership year, from 1 April to 31 March.' },
      { choice: 'standing', means: 'The commitment is made once and lasts.' },
    ],
    why: "The page couples the commitment with staying a member in later years, and the QTLS terms of January 2021 have the Code confirmed on renewal too. The membership year is the one in SET's published answers on membership.",
  },
  'mandatory-breach': {
    clauses: ['code-page/1', 'suitability/effect-of-breach'],
    question: 'Does failing the mandatory part of the Code end membership, or prevent it?',
    options: [
      {
        choice: 'may',
        means: 'Failing the mandatory part may end membership or prevent it. SET decides, for an applicant as for a member.',
      },
      { choice: 'must', means: 'Failing the mandatory part ends membership, and nobody who fails it can join.' },
    ],
    why: 'The page makes keeping the mandatory part a condition of membership; the guidance on suitability says that losing it is never automatic.',
  },
  'response-owed-to': {
    clauses: ['support/9.1'],
    question: 'To which appeals does the Team owe its answer in ten working days?',
    options: [
      { choice: 'admissible', means: 'The Team owes a response only to an appeal that can go ahead.' },
      { choice: 'any-email', means: 'The Team owes a response to any appeal about support that is emailed to membership enquiries.' },
    ],
    why: 'The clause asks for the email and promises the answer in one breath. A breach is not said where no answer was owed.',
  },
  'review-if-necessary': {
    clauses: ['code-page/5'],
    question: 'Who may ask for a decision on suitability to be reviewed?',
    options: [
      { choice: 'decision-against', means: 'Only the person against whom the decision went may ask for a review.' },
      { choice: 'any-decision', means: 'The person whom the decision is about may ask for a review, whichever way it went.' },
    ],
    why: 'The page says only that decisions are reviewed if necessary.',
  },
  'working-day-calendar': {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3', 'member-action/2.2'],
    question: 'Whose bank holidays are not working days?',
    options: [],
    why: 'No document defines a working day, and the bank holidays of the nations differ. The calendar of the policy decides: England and Wales unless another is given.',
  },
};
