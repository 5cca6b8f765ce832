// The guidance on suitability for membership: the general factors that SET weighs. They are listed and never scored, and no verdict is ever computed.
import { judgement, type NoDetail } from '../decision/decision.js';
import { optional, yesNoOrNone } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import type { Said, Words } from '../decision/words.js';

/** The facts of `suitabilityFactors`: whether each factor is present, as people found it; `'none'`, or left out, where nobody has said. @since 0.1.0 */
export interface SuitabilityFacts {
  /** Whether it happened in an educational setting. */
  readonly inEducationalSetting?: boolean | 'none';
  /** Whether there was harm, or a risk of harm. */
  readonly harmOrRiskOfHarm?: boolean | 'none';
  /** Whether public confidence is at stake. */
  readonly publicConfidenceAtStake?: boolean | 'none';
  /** Whether it may happen again. */
  readonly riskOfRepetition?: boolean | 'none';
  /** Whether the person shows insight and remorse; only the edition of 2023 counts it among the factors. */
  readonly insightAndRemorse?: boolean | 'none';
  /** Whether the person shows rehabilitation. */
  readonly rehabilitation?: boolean | 'none';
  /** Whether third parties have decided on it. */
  readonly decisionsOfThirdParties?: boolean | 'none';
}

/** The tests of `suitabilityFactors`. @since 0.1.0 */
export type SuitabilityFactorsTest =
  | 'nature-and-seriousness-are-weighed'
  | 'took-place-in-an-educational-setting'
  | 'harm-is-done-or-risked'
  | 'public-confidence-is-at-stake'
  | 'repetition-is-a-risk'
  | 'insight-and-remorse-are-a-factor'
  | 'shows-insight-and-remorse'
  | 'shows-rehabilitation'
  | 'third-parties-have-decided';

/**
 * Lists the factors that bear on someone's suitability for membership, and whose judgement it is: always undetermined, since SET weighs them.
 *
 * The nature and the seriousness of the matter are weighed in every case. No factor decides and none is needed: of one on which nobody has said anything, nothing is said. Clause: suitability/factors.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example suitabilityFactors({ inEducationalSetting: true }).outcome // => 'undetermined'
 * @since 0.1.0
 */
export const suitabilityFactors: OpenRule<SuitabilityFacts, never, NoDetail, SuitabilityFactorsTest> = /* @__PURE__ */ openRule(
  'suitabilityFactors',
  () => {
    const { test, states, is } = steps<Required<SuitabilityFacts>>();
    const eachFact = <const T>(one: T): Readonly<Record<keyof SuitabilityFacts, T>> => ({
      inEducationalSetting: one,
      harmOrRiskOfHarm: one,
      publicConfidenceAtStake: one,
      riskOfRepetition: one,
      insightAndRemorse: one,
      rehabilitation: one,
      decisionsOfThirdParties: one,
    });
    const general = [
      'took-place-in-an-educational-setting',
      'harm-is-done-or-risked',
      'public-confidence-is-at-stake',
      'repetition-is-a-risk',
      'shows-rehabilitation',
      'third-parties-have-decided',
    ] as const;
    const forSet = {
      cites: ['nature-and-seriousness-are-weighed'],
      outcome: 'undetermined',
      needs: [judgement('set', 'whether the person is suitable for membership, all factors weighed together')],
    } as const;
    return {
      shape: () => eachFact(optional(yesNoOrNone())),
      absent: eachFact('none'),
      tests: {
        'nature-and-seriousness-are-weighed': states('suitability/factors'),
        'took-place-in-an-educational-setting': is('suitability/factors', 'inEducationalSetting', true),
        'harm-is-done-or-risked': is('suitability/factors', 'harmOrRiskOfHarm', true),
        'public-confidence-is-at-stake': is('suitability/factors', 'publicConfidenceAtStake', true),
        'repetition-is-a-risk': is('suitability/factors', 'riskOfRepetition', true),
        'insight-and-remorse-are-a-factor': test({
          clause: 'suitability/factors',
          uses: [],
          editions: true,
          holds: (_, { editions }) => editions.includes('suitability@2023-01'),
        }),
        'shows-insight-and-remorse': is('suitability/factors', 'insightAndRemorse', true),
        'shows-rehabilitation': is('suitability/factors', 'rehabilitation', true),
        'third-parties-have-decided': is('suitability/factors', 'decisionsOfThirdParties', true),
      },
      rows: [
        { when: { 'insight-and-remorse-are-a-factor': false }, weighs: general, ...forSet },
        { when: {}, weighs: [...general, 'shows-insight-and-remorse'], ...forSet },
      ],
    };
  },
);

/** Makes the words of a factor: that it was found, and that its absence was. Of one on which nobody has said anything there is no finding. */
function factor(present: string, absent: string): Said {
  return [`SET takes into account that ${present}`, `it was found that ${absent}`];
}

export const suitabilityWords = (): Words<'suitabilityFactors'> => ({
  facts: {
    inEducationalSetting: 'whether the matter arose in an educational setting',
    harmOrRiskOfHarm: 'whether there was harm or a risk of harm',
    publicConfidenceAtStake: 'whether public confidence is at stake',
    riskOfRepetition: 'whether the same may happen again',
    insightAndRemorse: 'whether the person shows insight and remorse',
    rehabilitation: 'whether the person shows rehabilitation',
    decisionsOfThirdParties: 'whether third parties have decided on the matter',
  },
  outcomes: {
    suitabilityFactors: {},
  },
  tests: {
    'nature-and-seriousness-are-weighed': 'SET weighs how serious the matter is, and what kind it is, in every case',
    'took-place-in-an-educational-setting': factor('it happened in an educational setting', 'it did not happen in an educational setting'),
    'harm-is-done-or-risked': factor('there was harm, or a risk of harm', 'there was neither harm nor a risk of harm'),
    'public-confidence-is-at-stake': factor('public confidence is at stake', 'public confidence is not at stake'),
    'repetition-is-a-risk': factor('it may happen again', 'there is no risk that it happens again'),
    'insight-and-remorse-are-a-factor': [
      'this edition of the guidance names insight and remorse as factors',
      'this edition of the guidance does not name insight and remorse',
    ],
    'shows-insight-and-remorse': factor('the person shows insight and remorse', 'the person does not show insight and remorse'),
    'shows-rehabilitation': factor('the person shows rehabilitation', 'the person does not show rehabilitation'),
    'third-parties-have-decided': factor('third parties have decided on it', 'third parties have not decided on it'),
  },
});
