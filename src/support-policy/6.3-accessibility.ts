// Clause 6.3: participants use the arrangements of their workplace, and accessibility tools are offered in addition. Any other need is told to the Team (3.1.1).
import { oneOf } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { accessibilityNeeds, type AccessibilityNeed } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `accessibilitySupport`. @since 0.1.0 */
export interface AccessibilityFacts {
  readonly need: AccessibilityNeed;
}
/** Where support for an accessibility need is found. @since 0.1.0 */
export interface AccessibilitySupport {
  /** The programmes take place at work, where participants use the workplace's arrangements; the tools are in addition. */
  readonly workplaceFirst: true;
  readonly where: readonly ('workplace' | 'set-website' | 'e-portfolio')[];
}

/** The tests of `accessibilitySupport`. @since 0.1.0 */
export type AccessibilitySupportTest =
  'workplace-arrangements-come-first' | 'other-needs-should-be-told' | 'tools-are-in-the-portfolio' | 'tools-are-on-the-website';

/**
 * Says where a participant finds support for an accessibility need: at the workplace, and in tools where any are named for that need.
 *
 * Tools for vision, hearing and neurodiversity are on SET's website and in the e-portfolio, those for learning and literacy on the same page of the website.
 * For another need no tools are named: what section 6 does not describe should be told to the Team a month before the start. Clauses: support/3.1.1, 6.3.1, 6.3.2.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example accessibilitySupport({ need: 'literacy' }).detail.where // => ['workplace', 'set-website']
 * @since 0.1.0
 */
export const accessibilitySupport: Rule<AccessibilityFacts, 'available', AccessibilitySupport, AccessibilitySupportTest> =
  /* @__PURE__ */ rule('accessibilitySupport', () => {
    const { states, is, isNot } = steps<AccessibilityFacts>();
    const workplace = 'workplace-arrangements-come-first' as const;
    return {
      shape: () => ({ need: oneOf(accessibilityNeeds) }),
      absent: {},
      subject: ['need'],
      tests: {
        [workplace]: states('support/6.3.1'),
        'other-needs-should-be-told': { ...states('support/3.1.1'), limits: ['support/3.1.1'] },
        'tools-are-in-the-portfolio': is('support/6.3.2', 'need', 'vision', 'hearing', 'neurodiversity'),
        'tools-are-on-the-website': isNot('support/6.3.2', 'need', 'other'),
      },
      rows: [
        {
          when: { 'tools-are-in-the-portfolio': true },
          cites: [workplace],
          outcome: 'available',
          fixed: { workplaceFirst: true, where: ['workplace', 'set-website', 'e-portfolio'] },
        },
        {
          when: { 'tools-are-on-the-website': true },
          cites: [workplace],
          outcome: 'available',
          fixed: { workplaceFirst: true, where: ['workplace', 'set-website'] },
        },
        {
          when: {},
          decides: workplace,
          cites: ['other-needs-should-be-told'],
          outcome: 'available',
          fixed: { workplaceFirst: true, where: ['workplace'] },
        },
      ],
    };
  });

const toolsIn = { 'set-website': "on SET's website", 'e-portfolio': 'in the e-portfolio' } as const;

export const accessibilityLabels: OutcomeLabels<'accessibilitySupport'> = { available: 'available' };

export const accessibilityWords = (): Words<'accessibilitySupport'> => ({
  facts: { need: 'the need' },
  outcomes: {
    accessibilitySupport: {
      available: ({ where = [] }) => {
        const notNamed =
          '. The policy does not name tools for this need. Tell the Professional Status Team at least {support/3.1.1} before the start';
        const tools = where.flatMap((place) => (place === 'workplace' ? [] : [toolsIn[place]]));
        const besides = tools.length > 0 ? `. In addition there are tools ${tools.join(' and ')}` : where.length > 0 ? notNamed : '';
        return `Use the arrangements of the workplace${besides}`;
      },
    },
  },
  tests: {
    'workplace-arrangements-come-first': 'participants who need additional support use the arrangements of their workplace',
    'other-needs-should-be-told': 'participants should tell the Team of needs outside section 6 at least {support/3.1.1} before the start',
    'tools-are-in-the-portfolio': [
      "tools for this need are on SET's website and in the e-portfolios",
      'the policy does not say that the e-portfolios have tools for this need',
    ],
    'tools-are-on-the-website': [
      "tools for this need are on SET's website, on the page of accessibility tools",
      'the policy does not name tools for this need',
    ],
  },
});
