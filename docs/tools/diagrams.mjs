// The diagrams of docs/diagrams.md, and the pictures in it that the library draws by itself. What mermaid draws is drawn by docs/tools/pictures.mjs.
import { programmeLifecycle } from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import { dayCount, mermaid, timeline } from 'professional-status/diagrams';
import { decide } from '../../examples/cohort/decide.mjs';
import { readCohorts, readEvents } from '../../examples/cohort/read.mjs';
import { read } from '../../test/tools/entries.mjs';
import { walked } from './histories.mjs';

/** The case that is drawn: p-110 of the cohort example, whose resubmission never came. */
const asOf = '2022-03-31';
function exampleCase() {
  const cohorts = readCohorts('cohorts.json', read('examples/cohort/cohorts.json'));
  const events = readEvents('events.csv', read('examples/cohort/events.csv'), cohorts);
  const { people } = decide({ asOf, cohorts, events, appeals: undefined });
  const [state] = people.find(({ id }) => id === 'p-110')?.cases ?? [];
  if (state === undefined) throw new Error('p-110 is not in the example');
  return state;
}

export const timelinePicture = () => `${timeline(exampleCase(), asOf)}\n`;
export const dayCountPicture = () => `${dayCount('2020-12-23', 10, englandAndWales)}\n`;

/** What docs/pictures/lifecycle.svg is drawn from. */
export const lifecycleSource = () => mermaid(programmeLifecycle);

/** Puts a diagram in the place of the first that comes after some words of a page. @param {string} page @param {string} words @param {string} diagram */
function drawnAfter(page, words, diagram) {
  const [before, ...rest] = page.split(words);
  if (rest.length === 0) throw new Error(`docs/diagrams.md says nothing of ${words}`);
  return [before, rest.join(words).replace(/```mermaid\n[^]*?\n```/, () => `\`\`\`mermaid\n${diagram}\n\`\`\``)].join(words);
}

export function diagramsPage() {
  const all = walked.map(({ machine }) => [`\n\`${machine.id}\`. `, mermaid(/** @type {any} */ (machine))]);
  all.push(['\n## One case’s path\n', mermaid(programmeLifecycle, { highlight: exampleCase() })]);
  return all.reduce((text, [words = '', diagram = '']) => drawnAfter(text, words, diagram), read('docs/diagrams.md'));
}
