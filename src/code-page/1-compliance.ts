// Sentences 1 and 2 of the Code page: what is required of members can stand in the way of membership, what is encouraged cannot.
import type { NoDetail } from '../decision/decision.js';
import { oneOf, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { codeParts, type CodePart } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `assessCodeCompliance`. @since 0.1.0 */
export interface CodeComplianceFacts {
  /** The part of the Code of Practice that the matter falls under. */
  readonly part: CodePart;
  /** Whether the member, or the applicant, keeps to it: a judgement of people, always given. */
  readonly complied: boolean;
}

/** The tests of `assessCodeCompliance`. @since 0.1.0 */
export type AssessCodeComplianceTest =
  'code-is-complied-with' | 'part-is-mandatory' | 'only-the-mandatory-part-can-bar' | 'breach-ends-membership';

/**
 * Assesses what keeping to a part of the Code, or failing it, means for membership; failing the mandatory part is for SET to judge.
 *
 * `no-bar`: it is kept. `not-a-bar`: the encouraged part is failed. `bar` only under the reading `mandatory-breach: must`.
 * Clauses: code-page/1, code-page/2; code-of-practice/parts; suitability/effect-of-breach.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessCodeCompliance({ part: 'mandatory', complied: false }).outcome // => 'judgement-needed'
 * @since 0.1.0
 */
export const assessCodeCompliance: OpenRule<
  CodeComplianceFacts,
  'no-bar' | 'judgement-needed' | 'not-a-bar' | 'bar',
  NoDetail,
  AssessCodeComplianceTest
> = /* @__PURE__ */ openRule('assessCodeCompliance', () => {
  const { states, is, reads } = steps<CodeComplianceFacts>();
  const cites = ['only-the-mandatory-part-can-bar'] as const;
  return {
    shape: () => ({ part: oneOf(codeParts), complied: yesNo() }),
    absent: {},
    subject: ['part'],
    tests: {
      'code-is-complied-with': is('code-page/1', 'complied', true),
      'part-is-mandatory': is('code-page/2', 'part', 'mandatory'),
      'only-the-mandatory-part-can-bar': states('code-of-practice/parts'),
      'breach-ends-membership': reads('suitability/effect-of-breach', 'mandatory-breach', 'must'),
    },
    rows: [
      { when: { 'code-is-complied-with': true }, outcome: 'no-bar' },
      { when: { 'part-is-mandatory': false }, cites, outcome: 'not-a-bar' },
      { when: { 'breach-ends-membership': true }, cites, outcome: 'bar' },
      { when: {}, cites, outcome: 'judgement-needed' },
    ],
  };
});

export const complianceLabels: OutcomeLabels<'assessCodeCompliance'> = {
  'no-bar': 'nothing against membership',
  'not-a-bar': 'cannot end membership',
  bar: 'ends membership',
  'judgement-needed': 'for SET to decide',
};

export const complianceWords = (): Words<'assessCodeCompliance'> => ({
  facts: { part: 'which part of the Code is meant', complied: 'whether the person keeps this part of the Code' },
  outcomes: {
    assessCodeCompliance: {
      'no-bar': 'The person keeps this part of the Code. This does not prevent membership',
      'judgement-needed': 'SET decides whether this ends or prevents membership',
      'not-a-bar': 'This cannot end or prevent membership',
      bar: 'Under the interpretation used, this ends or prevents membership',
    },
  },
  tests: {
    'code-is-complied-with': ['the person keeps this part of the Code', 'the person does not keep this part of the Code'],
    'part-is-mandatory': ['this is in the mandatory part of the Code', 'this is in the part of the Code that is only encouraged'],
    'only-the-mandatory-part-can-bar': 'only the mandatory part of the Code can lead to refusing or cancelling membership',
    'breach-ends-membership': [
      'under the interpretation used, failing the mandatory part ends or prevents membership',
      'failing the mandatory part may end or prevent membership. It never does so automatically: SET decides',
    ],
  },
});
