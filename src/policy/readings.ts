// The register of readings: where the words of a clause leave a choice, what each choice means, and why the default is the default.
import type { NonEmpty } from '../data/issues.js';
import type { readingChoices, ReadingId, SelectableReadingId } from './choices.js';
import type { ClauseId } from './ids.js';
import { deepFreeze } from '../data/freeze.js';
import { register } from './register.js';

export type { ReadingId } from './choices.js';

/**
 * Describes one way in which a clause can be read.
 *
 * @since 0.1.0
 */
interface ReadingOption {
  readonly choice: string;
  /** What follows from reading the clause in this way. */
  readonly means: string;
}

/**
 * Describes a choice that the words of a clause leave open, and the ways of making it.
 *
 * @since 0.1.0
 */
export interface Reading {
  readonly id: ReadingId;
  /** The clauses that leave the choice open, or that bear on it. */
  readonly clauses: NonEmpty<ClauseId>;
  readonly question: string;
  /** The choices, default first; none for `working-day-calendar`, which the policy's calendar decides. */
  readonly options: readonly ReadingOption[];
  /** On what authority the default is the default. */
  readonly why: string;
}

/** Holds the options of each reading to its choices: each of them once, in the same order. */
type ReadingRegister = { readonly [K in ReadingId]: Reading & { readonly id: K; readonly options: OptionsOf<K> } };
type OptionsOf<K extends ReadingId> = K extends SelectableReadingId ? Explained<(typeof readingChoices)[K]> : readonly [];
type Explained<C extends readonly string[]> = { readonly [I in keyof C]: { readonly choice: C[I]; readonly means: string } };

/**
 * Lists the readings by id. A decision names those that it leaned on in `basis.readings`.
 *
 * @since 0.1.0
 * @example
 * ```ts
 * readings['notice-month'].options[0]?.choice // => 'count-back'
 * ```
 */
export const readings: Readonly<Record<ReadingId, Reading>> = /* @__PURE__ */ register<ReadingRegister>({
  'notice-month': {
    clauses: ['support/3.1.1'],
    question: 'Is the month counted back from the start of the programme, or forward from the request?',
    options: [
      {
        choice: 'count-back',
        means:
          'The latest timely day is the day of the same number in the month before the start. If that month has no such day, it is the month’s last day.',
      },
      {
        choice: 'count-forward',
        means: 'A request is timely if one month added to its day comes no later than the start.',
      },
    ],
    why: 'The rule of the corresponding date, as in Dodds v Walker [1981] 1 WLR 1027. The two differ only for a start on the last day of a month that is shorter than the one before: for a start on 30 April 2021 they give 30 and 31 March.',
  },
  'notice-boundary': {
    clauses: ['support/3.1.1'],
    question: 'Is a month to the day enough notice?',
    options: [
      { choice: 'inclusive', means: 'A month to the day is enough.' },
      {
        choice: 'clear-month',
        means:
          'More than a month is needed. Counting back, the latest timely day is a day earlier. Counting forward, the month has to be over before the start.',
      },
    ],
    why: 'The clause asks for at least a month, and exactly a month is at least that; see E J Riley Investments v Eurostile Holdings (Court of Appeal, 1985).',
  },
  'notice-effect': {
    clauses: ['support/3.1.1'],
    question: 'Does late notice shut a request out?',
    options: [
      { choice: 'advisory', means: 'A late request is called late and is still considered.' },
      { choice: 'condition', means: 'A late request is called late and is not accepted.' },
    ],
    why: 'The clause says what participants should do and attaches nothing to lateness. Under either reading a request that was made can be recorded.',
  },
  'response-clock': {
    clauses: ['support/9.1'],
    question: 'From what event are the Team’s ten working days counted?',
    options: [
      { choice: 'receipt', means: 'From the day on which the appeal reached the Team.' },
      { choice: 'sent', means: 'From the day on which the appeal was sent; without that day the question stays open.' },
    ],
    why: 'The clause does not say. The awards appeals policy counts each of its limits from receipt.',
  },
  'receipt-hour': {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3'],
    question: 'Does a message that comes after office hours count as received on that day?',
    options: [
      { choice: 'calendar-day', means: 'It counts on the day on which it came, at whatever hour.' },
      {
        choice: 'office-hours',
        means:
          'After 16:30 in London, or on a day that is not a working day, it counts on the next working day. ' +
          'A working day given without an hour leaves the question open; a day that is not a working day does not.',
      },
    ],
    why: 'The clauses speak of days and name no hour. The other reading borrows the convention of rule 6.26 of the Civil Procedure Rules.',
  },
  'support-window-ends': {
    clauses: ['support/4.3'],
    question: 'Are the day of issue and the day of award or withdrawal part of the support?',
    options: [
      { choice: 'inclusive', means: 'Both days are part of it.' },
      { choice: 'end-exclusive', means: 'The day of issue is part of it; the day of award or withdrawal is not.' },
    ],
    why: 'The clause names two dates, and a day is not divided.',
  },
  'support-during-restart': {
    clauses: ['support/4.3', 'support/6.2.3'],
    question: 'Is there support between a failed resubmission and the issue of the new portfolio?',
    options: [
      { choice: 'open', means: 'Support goes on.' },
      { choice: 'closed', means: 'Support stops, and begins again when the new portfolio is issued.' },
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
          'It opens on the day after the deadline and closes on the day before the same day of the next month. If that month is too short, it closes on its last day. ' +
          'A deadline on 30 June gives 1 to 31 July.',
      },
      {
        choice: 'corresponding-date',
        means: 'It opens on the day after the deadline and closes a month after the deadline. A deadline on 30 June gives 1 to 30 July.',
      },
    ],
    why: 'For deadlines on 31 March and 30 June, the published cohort calendars give the review as April and July.',
  },
  'second-review-window': {
    clauses: ['support/4.4'],
    question: 'Does a resubmission have a review month of its own?',
    options: [
      { choice: 'not-stated', means: 'No month is stated for it; when it is reviewed stays open.' },
      {
        choice: 'one-month-from-resubmission-deadline',
        means: 'It has one, counted from the resubmission deadline as the first is from the submission deadline.',
      },
    ],
    why: 'The clause ties the month to the submission deadline and to no other.',
  },
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
  'feedback-when-met': {
    clauses: ['support/6.1.5', 'support/6.2.1'],
    question: 'Is written feedback promised to someone whose portfolio meets the criteria?',
    options: [
      { choice: 'not-promised', means: 'It is not; it may of course be given.' },
      { choice: 'promised', means: 'It is, since 6.1.5 says that feedback comes after submission.' },
    ],
    why: 'Clause 6.2.1 grants feedback to those who did not meet the criteria. Clause 6.1.5 says who gives it and when, not to whom it is owed.',
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
  'ats-eligibility-query': {
    clauses: ['support/6.1.4', 'support/6.1.4.e', 'support/6.1.4.f'],
    question: 'Where does a question about eligibility for ATS go?',
    options: [
      { choice: 'not-settled-here', means: 'No address is given for it; SET has to say.' },
      { choice: 'membership-enquiries', means: 'To the membership enquiries team, like a general question.' },
    ],
    why: 'The inbox for eligibility is the one for professional formation, which leads to QTLS; the ATS inbox is for questions on the portfolio.',
  },
  'prior-discussion': {
    clauses: ['support/9.1'],
    question: 'Must a participant discuss the support with the Team before appealing?',
    options: [
      { choice: 'required', means: 'Without a discussion the appeal is not yet admissible.' },
      { choice: 'advisory', means: 'An appeal is admissible with or without one.' },
    ],
    why: 'The clause opens with the discussion and lets the appeal follow from it.',
  },
  'code-commitment': {
    clauses: ['code-page/3', 'qtls-terms/1.2'],
    question: 'Is the commitment to the Code made once, or again each membership year?',
    options: [
      { choice: 'each-membership-year', means: 'Again for each membership year, which runs from 1 April to 31 March.' },
      { choice: 'standing', means: 'Once; it stands from then on.' },
    ],
    why: 'The page couples the commitment with staying a member in later years, and the QTLS terms of January 2021 have the Code confirmed on renewal too. The membership year is the one in SET’s published answers on membership.',
  },
  'mandatory-breach': {
    clauses: ['code-page/1', 'suitability/effect-of-breach'],
    question: 'Does a breach of the mandatory part of the Code end membership?',
    options: [
      { choice: 'may', means: 'It may: that is a judgement of SET.' },
      { choice: 'must', means: 'It does.' },
    ],
    why: 'The page makes keeping the mandatory part a condition of membership; the guidance on suitability says that losing it is never automatic.',
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
  'queries-before-issue': {
    clauses: ['support/6.1.4', 'support/4.3'],
    question: 'Are general queries, and queries about eligibility, answered before the portfolio is issued?',
    options: [
      { choice: 'answered', means: 'They are answered at any time; the rest of the support begins with the portfolio.' },
      { choice: 'from-issue', means: 'They are answered from the day on which the portfolio is issued.' },
    ],
    why: 'An address for eligibility would otherwise have no use. But the list of addresses is part of in-programme support.',
  },
  'response-owed-to': {
    clauses: ['support/9.1'],
    question: 'To which appeals does the Team owe its answer in ten working days?',
    options: [
      { choice: 'admissible', means: 'To an appeal that the clause takes.' },
      { choice: 'any-email', means: 'To any appeal about support that is emailed to membership enquiries.' },
    ],
    why: 'The clause asks for the email and promises the answer in one breath. A breach is not said where no answer was owed.',
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
  'scope-after-withdrawal': {
    clauses: ['support/2.1'],
    question: 'Does the policy apply to a member who has withdrawn?',
    options: [
      { choice: 'out-of-scope', means: 'It no longer applies.' },
      { choice: 'not-settled-here', means: 'The policy does not say; SET has to decide.' },
    ],
    why: 'The clause runs from registration to award and does not name a withdrawal.',
  },
  'review-if-necessary': {
    clauses: ['code-page/5'],
    question: 'Who may ask for a decision on suitability to be reviewed?',
    options: [
      { choice: 'decision-against', means: 'The person against whom the decision went.' },
      { choice: 'any-decision', means: 'The person whom the decision is about, whichever way it went.' },
    ],
    why: 'The page says only that decisions are reviewed if necessary.',
  },
  'working-day-calendar': {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3', 'member-action/2.2'],
    question: 'Whose bank holidays are not working days?',
    options: [],
    why: 'No document defines a working day, and the bank holidays of the nations differ. The calendar of the policy decides: England and Wales unless another is given.',
  },
});

/**
 * Describes a point that can look open and is not, since the words decide it.
 *
 * @since 0.1.0
 */
export interface SettledPoint {
  readonly clauses: NonEmpty<ClauseId>;
  readonly says: string;
}

/**
 * Lists the points that no policy can choose, since the words decide them.
 *
 * @since 0.1.0
 * @example
 * ```ts
 * settledByTheWords[0]?.clauses // => ['support/6.2.3']
 * ```
 */
export const settledByTheWords: readonly SettledPoint[] = /* @__PURE__ */ deepFreeze<readonly SettledPoint[]>([
  {
    clauses: ['support/6.2.3'],
    says: 'What is resubmitted on the deadline is in time, to the instant by London’s clock: at 17:00:00 it is in time, at 17:00:01 it is late.',
  },
  { clauses: ['support/6.2.1', 'support/6.2.1.b'], says: 'A portfolio has one free resubmission.' },
  {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3', 'member-action/2.2'],
    says: 'The first working day of a count is the next one after the day that starts it, and the last day of the count is still in time.',
  },
  {
    clauses: ['support/3.1.1', 'support/4.4', 'support/6.2.3'],
    says: 'A published date, or the end of a count of months, stays where it is when it falls on a day that is not a working day.',
  },
  {
    clauses: ['award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3'],
    says: 'Each limit of the awards appeals policy is counted from what was really received; the three are never added up.',
  },
  { clauses: ['support/9.1'], says: 'The ten working days bind the Team; the participant has no limit.' },
  {
    clauses: ['support/9.1', 'award-appeals/3.1'],
    says: 'An appeal on the sufficiency of support and an appeal against a decision not to award are two procedures.',
  },
  {
    clauses: ['support/6.1.2', 'support/6.1.3'],
    says: 'An ATS participant who has found no mentor may ask for one, and SET decides by who is available. A QTLS participant appoints a supporter.',
  },
  { clauses: ['support/6.1.7'], says: 'No number of requests is stated: a limit is a fact that the Team may set, never a default.' },
  {
    clauses: ['support/6.2.2'],
    says: 'An application for adjustments and a prior arrangement are both necessary. Where there are both, the support is what was arranged, and nothing more is owed.',
  },
  { clauses: ['support/6.2.3'], says: 'The fee belongs to the restart, and its amount to the terms.' },
  {
    clauses: ['support/2.1', 'support/4.3'],
    says: 'The policy applies from registration, and support is given from the issue of the portfolio.',
  },
]);
