// What is wrong with an explanation, whatever it explains: it is sentences, each with a clause of the register, the same in every form.
import { clauses, documents, type ClauseId, type Explanation } from '../../src/index.js';

/** What is wrong with an explanation as a text that cites its clauses, if anything. */
export function faultsOf({ line, text, markdown, steps }: Explanation): readonly string[] {
  const named = (clause: ClauseId): string => {
    const [document = '', number = ''] = clause.split('/');
    if (document === 'code-page') return `(SET Code page, paragraph ${number} in our numbering)`;
    const title = document === 'suitability' ? 'Guidance on suitability' : documents[document as keyof typeof documents].title;
    if (/^[a-z]/.test(number) && !number.startsWith('appendix')) {
      const { name } = clauses[clause];
      return `(${title}: ${name.replace(/^[A-Z]/, (start) => start.toLowerCase())})`;
    }
    return `(${title} ${number.replaceAll('-', ' ')})`;
  };
  const read = markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const faults: string[] = [];
  for (const step of steps) {
    if (!Object.hasOwn(clauses, step.clause)) faults.push(`not in the register: ${step.clause}`);
    else if (!text.includes(`- ${step.text} ${named(step.clause)}`)) faults.push(`without its clause: ${step.text}`);
    if (!read.includes(`| ${step.text} |`)) faults.push(`not in the table: ${step.text}`);
    if (!/^[A-Z0-9"“].*[.?!]$/.test(step.text)) faults.push(`no sentence: ${step.text}`);
    if (/undefined|NaN|\[object|(?:on|at|of|by) not known|[a-z][A-Z](?!.*`)/.test(step.text.replace(/`[^`]*`/g, '')))
      faults.push(`not in words: ${step.text}`);
  }
  const [first, ...others] = text.split('\n');
  if (first !== line || others.length !== steps.length) faults.push('the text is not the line and the steps');
  for (const sentence of [line, ...others]) if (!/ \([A-Z][^()]* [^()]+\)$/.test(sentence)) faults.push(`cites nothing: ${sentence}`);
  return faults;
}
