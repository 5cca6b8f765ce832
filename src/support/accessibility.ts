// Clause 6.3: the workplace's own arrangements come first; accessibility tools are offered besides.
import { oneOf } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { accessibilityNeeds, type AccessibilityNeed } from '../policy/vocabulary.js';

/** Gives the facts of `accessibilitySupport`. @since 0.1.0 */
export interface AccessibilityFacts {
  readonly need: AccessibilityNeed;
}
/** Says where support for an accessibility need is found. @since 0.1.0 */
export interface AccessibilitySupport {
  /** The programmes take place at work, so that the workplace's arrangements come first. */
  readonly workplaceFirst: true;
  readonly where: readonly ('workplace' | 'set-website' | 'e-portfolio')[];
}

/**
 * Says where a participant finds support for an accessibility need: always at the workplace, and in tools where there are any for that need.
 *
 * Vision, hearing and neurodiversity tools are on SET's website and in the e-portfolio; learning and literacy tools on the website. Clauses: support/6.3.1, support/6.3.2.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example accessibilitySupport({ need: 'literacy' }).detail.where // => ['workplace', 'set-website']
 * @since 0.1.0
 */
export const accessibilitySupport: Rule<AccessibilityFacts, 'available', AccessibilitySupport> = /* @__PURE__ */ rule(
  'accessibilitySupport',
  () => {
    const { value, test, states } = steps<AccessibilityFacts>();
    const inPortfolio = (need: AccessibilityNeed): boolean => need === 'vision' || need === 'hearing' || need === 'neurodiversity';
    const onWebsite = (need: AccessibilityNeed): boolean => inPortfolio(need) || need === 'learning' || need === 'literacy';
    const where = value({
      uses: ['need'],
      of: ({ need }): AccessibilitySupport['where'] => [
        'workplace',
        ...(onWebsite(need) ? ['set-website' as const] : []),
        ...(inPortfolio(need) ? ['e-portfolio' as const] : []),
      ],
    });
    return {
      shape: () => ({ need: oneOf(accessibilityNeeds) }),
      absent: {},
      tests: {
        'workplace-arrangements-come-first': states('support/6.3.1'),
        'tools-are-in-the-portfolio': test({ clause: 'support/6.3.2', uses: ['need'], holds: ({ need }) => inPortfolio(need) }),
        'tools-are-on-the-website': test({ clause: 'support/6.3.2', uses: ['need'], holds: ({ need }) => onWebsite(need) }),
      },
      rows: [
        {
          when: {},
          cites: ['workplace-arrangements-come-first', 'tools-are-in-the-portfolio', 'tools-are-on-the-website'],
          outcome: 'available',
          fixed: { workplaceFirst: true },
        },
      ],
      detail: { where },
    };
  },
);
