// Sentence 3 of the Code page: commitment to the Code, on joining and for each later year of membership.
import { subtractMonths, type PlainDate } from '../calendar/dates.js';
import type { NoDetail } from '../decision/decision.js';
import { date, fact, factOrNone, optional } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { value, type OutcomeLabels, type Words } from '../decision/words.js';

/** The facts of `assessCodeCommitment`. @since 0.1.0 */
export interface CodeCommitmentFacts {
  /** Day of the latest commitment to the Code; `'none'`, or left out, where there is none. */
  readonly committedOn?: PlainDate | 'none';
  /** The day for which the answer is asked. */
  readonly on: PlainDate;
}

/** The tests of `assessCodeCommitment`. @since 0.1.0 */
export type AssessCodeCommitmentTest =
  'commitment-is-made' | 'commitment-is-made-by-then' | 'commitment-is-for-each-membership-year' | 'commitment-is-of-this-membership-year';

/**
 * Assesses whether a commitment to the Code is up to date on a day. It belongs to the membership year of its date, 1 April to 31 March inclusive.
 *
 * On a day before it was made there is none. Reading: `code-commitment`. Clause: code-page/3.
 * @throws `InvalidFacts` naming every malformed fact; so is a day before 1 April 1900, whose membership year begins before the years of dates.
 * @example assessCodeCommitment({ committedOn: '2021-03-31', on: '2021-04-01' }).outcome // => 'renewal-due'
 * @since 0.1.0
 */
export const assessCodeCommitment: Rule<
  CodeCommitmentFacts,
  'committed' | 'renewal-due' | 'not-committed',
  NoDetail,
  AssessCodeCommitmentTest
> = /* @__PURE__ */ rule('assessCodeCommitment', () => {
  const { value, reads, isNot, compares } = steps<Required<CodeCommitmentFacts> & { yearBegan: PlainDate }>();
  return {
    shape: () => ({ committedOn: optional(factOrNone(date)), on: fact(date) }),
    absent: { committedOn: 'none' },
    values: { yearBegan: value({ uses: ['on'], of: ({ on }) => membershipYearOf(on) }) },
    tests: {
      'commitment-is-made': isNot('code-page/3', 'committedOn', 'none'),
      'commitment-is-made-by-then': compares('code-page/3', 'committedOn', '<=', 'on'),
      'commitment-is-for-each-membership-year': reads('code-page/3', 'code-commitment', 'each-membership-year'),
      'commitment-is-of-this-membership-year': compares('code-page/3', 'committedOn', '>=', 'yearBegan'),
    },
    rows: [
      { when: { 'commitment-is-made': false }, outcome: 'not-committed' },
      { when: { 'commitment-is-made-by-then': false }, outcome: 'not-committed' },
      { when: { 'commitment-is-for-each-membership-year': false }, outcome: 'committed' },
      { when: { 'commitment-is-of-this-membership-year': true }, outcome: 'committed' },
      { when: {}, outcome: 'renewal-due' },
    ],
  };
});

const APRIL = 4;

/** Returns the 1 April on or before a day. */
function membershipYearOf(on: PlainDate): PlainDate {
  const [firstOfMonth, month] = [`${on.slice(0, 8)}01` as PlainDate, Number(on.slice(5, 7))];
  return subtractMonths(firstOfMonth, (month + 12 - APRIL) % 12);
}

export const commitmentLabels: OutcomeLabels<'assessCodeCommitment'> = {
  'not-committed': 'not committed to the Code',
  committed: 'committed to the Code',
  'renewal-due': 'commitment to be renewed',
};

export const commitmentWords = (): Words<'assessCodeCommitment'> => ({
  facts: { committedOn: 'the day of the commitment' },
  outcomes: {
    assessCodeCommitment: {
      committed: 'The commitment to the Code is up to date',
      'renewal-due': 'The member has to renew the commitment to the Code',
      'not-committed': 'On the day that is asked about, the person has not committed to the Code',
    },
  },
  tests: {
    'commitment-is-made': ['the person committed to the Code', 'the person has not committed to the Code'],
    'commitment-is-made-by-then': [
      (left, right) => `the commitment was made on ${value(left)}, no later than ${value(right)}`,
      (left, right) => `the commitment was made only on ${value(left)}, after ${value(right)}`,
    ],
    'commitment-is-for-each-membership-year': [
      'under the interpretation used, a commitment is for one membership year',
      'under the interpretation used, a commitment is made once and lasts',
    ],
    'commitment-is-of-this-membership-year': [
      (left, right) => `the commitment of ${value(left)} is from the membership year that began on ${value(right)}, or a later one`,
      (left, right) => `the commitment of ${value(left)} is from before the membership year that began on ${value(right)}`,
    ],
  },
});
