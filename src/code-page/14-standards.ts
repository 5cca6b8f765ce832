// Sentences 14 and 15 of the Code page: whom the Teachers' Standards bind as well, and that the two do not conflict.
import type { NoDetail } from '../decision/decision.js';
import { oneOf, optional, yesNo } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { sectors, type Sector } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `applicableStandards`, of a member: SET's Code is for members. @since 0.1.0 */
export interface StandardsFacts {
  /** The sector in which the member works; of several sectors, `'schools'` where it is among them. */
  readonly sector: Sector;
  /** Whether the member is a teacher; true where left out. */
  readonly isTeacher?: boolean;
}

/** The tests of `applicableStandards`. @since 0.1.0 */
export type ApplicableStandardsTest = 'code-binds-members' | 'is-a-teacher' | 'works-in-schools' | 'keeping-one-breaches-neither';

/**
 * Says which standards bind a member: SET's Code, and for teachers in schools the Department for Education's Teachers' Standards too.
 *
 * Keeping one of them never breaches the other. Clauses: code-page/1, code-page/14, code-page/15.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example applicableStandards({ sector: 'schools' }).outcome // => 'set-code-and-teachers-standards'
 * @since 0.1.0
 */
export const applicableStandards: Rule<StandardsFacts, 'set-code' | 'set-code-and-teachers-standards', NoDetail, ApplicableStandardsTest> =
  /* @__PURE__ */ rule('applicableStandards', () => {
    const { states, is } = steps<Required<StandardsFacts>>();
    return {
      shape: () => ({ sector: oneOf(sectors), isTeacher: optional(yesNo()) }),
      absent: { isTeacher: true },
      tests: {
        'code-binds-members': states('code-page/1'),
        'is-a-teacher': is('code-page/14', 'isTeacher', true),
        'works-in-schools': is('code-page/14', 'sector', 'schools'),
        'keeping-one-breaches-neither': states('code-page/15'),
      },
      rows: [
        { when: { 'works-in-schools': false }, cites: ['code-binds-members'], outcome: 'set-code' },
        { when: { 'is-a-teacher': false }, cites: ['code-binds-members'], outcome: 'set-code' },
        { when: {}, cites: ['code-binds-members', 'keeping-one-breaches-neither'], outcome: 'set-code-and-teachers-standards' },
      ],
    };
  });

export const standardsLabels: OutcomeLabels<'applicableStandards'> = {
  'set-code': "SET's Code applies",
  'set-code-and-teachers-standards': "SET's Code and the Teachers' Standards apply",
};

export const standardsWords = (): Words<'applicableStandards'> => ({
  facts: { sector: 'the sector in which the member works', isTeacher: 'whether the member is a teacher' },
  outcomes: {
    applicableStandards: {
      'set-code': "SET's Code applies to the member",
      'set-code-and-teachers-standards': "SET's Code and the Teachers' Standards both apply to the member",
    },
  },
  tests: {
    'code-binds-members': 'members must meet the mandatory requirements of the Code. Other parts of it are encouraged',
    'is-a-teacher': ['the member is a teacher', 'the member is not a teacher'],
    'works-in-schools': [
      "the member works in schools, where the Teachers' Standards also bind teachers",
      'the member does not work in schools',
    ],
    'keeping-one-breaches-neither': 'keeping one of the two never breaks the other',
  },
});
