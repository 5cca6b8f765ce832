// Clauses 4.1 and 4.2: how long each programme is described to be. The length describes; a cohort's own dates decide.
import { addDays, addMonths, type PlainDate } from '../calendar/dates.js';
import { date, fact, moment, oneOf } from '../decision/facts.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { programmes, type Programme } from '../policy/vocabulary.js';
import type { OutcomeLabels, Said, Words } from '../decision/words.js';
import { plural } from '../data/text.js';

/** The facts of `programmeLength`. @since 0.1.0 */
export interface ProgrammeLengthFacts {
  readonly programme: Programme;
  /** Day on which the programme starts. */
  readonly startsOn: PlainDate;
  /** The cohort's submission deadline; only its London day counts. */
  readonly submissionDeadline: Moment;
}
/** The length of the programme as described, in months. @since 0.1.0 */
export interface ProgrammeLength {
  readonly describedMonths: number;
}

const describedMonths: Readonly<Record<Programme, number>> = { QTLS: 6, ATS: 12 };

/** The tests of `programmeLength`. @since 0.1.0 */
export type ProgrammeLengthTest = 'programme-is-professional-formation' | 'six-months-lead-to-deadline' | 'twelve-months-lead-to-deadline';

/**
 * Compares a cohort's dates with the programme's described length: 6 months for QTLS, 12 for ATS.
 *
 * A deadline on the corresponding day, or the day before it, is as described. A cohort may depart from the length; its own dates hold.
 * Clauses: support/4.1, support/4.2.
 * @throws `InvalidFacts` naming every malformed fact; a deadline before the start is a problem at `submissionDeadline`.
 * @example programmeLength({ programme: 'QTLS', startsOn: '2020-10-01', submissionDeadline: '2021-03-31T17:00:00+01:00' }).outcome // => 'as-described'
 * @since 0.1.0
 */
export const programmeLength: Rule<ProgrammeLengthFacts, 'as-described' | 'departs', ProgrammeLength, ProgrammeLengthTest> =
  /* @__PURE__ */ rule('programmeLength', () => {
    const { value, test, is } = steps<ProgrammeLengthFacts>();
    const leadsToDeadline = (clause: ClauseId, months: number) =>
      test({
        clause,
        uses: ['startsOn', 'submissionDeadline'],
        holds: ({ startsOn, submissionDeadline }) => {
          const end = addMonths(startsOn, months);
          return [end, addDays(end, -1)].includes(dateOf(submissionDeadline));
        },
      });
    return {
      shape: () => ({ programme: oneOf(programmes), startsOn: fact(date), submissionDeadline: fact(moment) }),
      absent: {},
      orders: [{ first: 'startsOn', then: 'submissionDeadline' }],
      tests: {
        'programme-is-professional-formation': { ...is('support/4.1', 'programme', 'QTLS'), otherwise: 'support/4.2' },
        'six-months-lead-to-deadline': leadsToDeadline('support/4.1', describedMonths.QTLS),
        'twelve-months-lead-to-deadline': leadsToDeadline('support/4.2', describedMonths.ATS),
      },
      rows: [
        { when: { 'programme-is-professional-formation': true, 'six-months-lead-to-deadline': true }, outcome: 'as-described' },
        { when: { 'programme-is-professional-formation': true }, outcome: 'departs' },
        { when: { 'twelve-months-lead-to-deadline': true }, outcome: 'as-described' },
        { when: {}, outcome: 'departs' },
      ],
      detail: { describedMonths: value({ uses: ['programme'], of: ({ programme }) => describedMonths[programme] }) },
    };
  });

function lengths(months: string): Said {
  return [
    `the deadline is ${months} after the start, or the day before`,
    `the deadline is not ${months} after the start; the dates of the cohort apply`,
  ];
}

export const lengthLabels: OutcomeLabels<'programmeLength'> = {
  'as-described': 'as long as the policy describes',
  departs: 'of another length than the policy describes',
};

export const lengthWords = (): Words<'programmeLength'> => ({
  facts: { startsOn: 'the start date of the programme' },
  outcomes: {
    programmeLength: {
      'as-described': ({ describedMonths }) =>
        `The cohort is as long as the policy describes${describedMonths === undefined ? '' : `: ${plural(describedMonths, 'month')}`}`,
      departs: ({ describedMonths }) =>
        `The length of the cohort differs from ${describedMonths === undefined ? 'what' : `the ${plural(describedMonths, 'month')} that`} the policy describes. The dates of the cohort apply`,
    },
  },
  tests: {
    'programme-is-professional-formation': [
      'QTLS is described as six months of professional formation',
      'ATS is described as twelve months of development',
    ],
    'six-months-lead-to-deadline': lengths('six months'),
    'twelve-months-lead-to-deadline': lengths('twelve months'),
  },
});
