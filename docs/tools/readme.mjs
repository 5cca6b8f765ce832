// The README's table of rules: each rule's first sentence from its docstring, its clauses and outcomes from the rule itself.
import { rules } from 'professional-status';
import { firstSentences } from '../../test/tools/docstrings.mjs';
import { withParts } from '../../test/tools/fresh.mjs';

function table() {
  const sentences = firstSentences();
  const rows = Object.values(rules).map(({ id, clauses, outcomes }) => {
    /** @type {readonly string[]} */
    const given = outcomes.length > 0 ? outcomes : ['undetermined'];
    return `| \`${id}\` | ${sentences.get(id)} | ${given.map((outcome) => `\`${outcome}\``).join(' ')} | ${cited(clauses)} |`;
  });
  return ['| Rule | What it does | Outcomes | Clauses |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Clauses by their numbers: those of the support policy bare, those of another document after its name. @param {readonly string[]} clauses */
function cited(clauses) {
  /** @type {Map<string, string[]>} */
  const numbers = new Map();
  for (const clause of clauses) {
    const [document = '', number = ''] = clause.split('/');
    numbers.set(document, [...(numbers.get(document) ?? []), number]);
  }
  return [...numbers].map(([document, each]) => `${document === 'support' ? '' : `${document} `}${each.join(', ')}`).join('; ');
}

export const readmeRules = () => withParts('README.md', { rules: table() });
