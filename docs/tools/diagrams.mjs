// `npm run update`: the diagrams of docs/diagrams.md, and the pictures in it that the library draws by itself. What mermaid draws is drawn by docs/tools/pictures.mjs.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actionAgainstMember, awardAppeal, membershipApplication, programmeLifecycle, supportAppealProcedure } from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import { dayCount, mermaid, timeline } from 'professional-status/diagrams';
import { decide } from '../../examples/cohort/decide.mjs';
import { readCohorts, readEvents } from '../../examples/cohort/read.mjs';
import { fresh } from '../../test/tools/fresh.mjs';

const command = 'npm run update';
const example = (/** @type {string} */ name) => readFileSync(new URL(`../../examples/cohort/${name}`, import.meta.url), 'utf8');

/** The case that is drawn: p-110 of the cohort example, whose resubmission never came. */
const asOf = '2022-03-31';
function exampleCase() {
  const cohorts = readCohorts('cohorts.json', example('cohorts.json'));
  const events = readEvents('events.csv', example('events.csv'), cohorts);
  const { people } = decide({ asOf, cohorts, events, appeals: undefined });
  const [state] = people.find(({ id }) => id === 'p-110')?.cases ?? [];
  if (state === undefined) throw new Error('p-110 is not in the example');
  return state;
}

/** The machines, each drawn under the line of the page that begins with its id. */
const machines = [programmeLifecycle, supportAppealProcedure, awardAppeal, actionAgainstMember, membershipApplication];

/** The pictures that are text of the library’s own, by file. */
export const drawn = () => ({
  'docs/pictures/timeline.svg': `${timeline(exampleCase(), asOf)}\n`,
  'docs/pictures/day-count.svg': `${dayCount('2020-12-23', 10, englandAndWales)}\n`,
});

/** What docs/pictures/lifecycle.svg is drawn from. */
export const lifecycleSource = () => mermaid(programmeLifecycle);

/** Puts a diagram in the place of the first that comes after some words of a page. @param {string} page @param {string} words @param {string} diagram */
function drawnAfter(page, words, diagram) {
  const [before, ...rest] = page.split(words);
  if (rest.length === 0) throw new Error(`docs/diagrams.md says nothing of ${words}`);
  return [before, rest.join(words).replace(/```mermaid\n[^]*?\n```/, () => `\`\`\`mermaid\n${diagram}\n\`\`\``)].join(words);
}

function page() {
  const all = machines.map((machine) => [
    `\n\`${machine.id}\`. `,
    mermaid(/** @type {typeof awardAppeal} */ (/** @type {unknown} */ (machine))),
  ]);
  all.push(['\n## One case’s path\n', mermaid(programmeLifecycle, { highlight: exampleCase() })]);
  return all.reduce((text, [words = '', diagram = '']) => drawnAfter(text, words, diagram), readFileSync('docs/diagrams.md', 'utf8'));
}

/** @param {{ write: boolean }} options */
export function diagramsPage({ write }) {
  fresh('docs/diagrams.md', page(), { write, command });
  for (const [path, text] of Object.entries(drawn())) fresh(path, text, { write, command });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) diagramsPage({ write: true });
