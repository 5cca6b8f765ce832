// docs/clauses.md: what the library does with each clause. Written from the register, the rules, the machines and the vectors; `npm run update` writes it.
import { clauses, documents, readings, rules } from 'professional-status';
import { withParts } from '../../test/tools/fresh.mjs';
import { alone, argued, pairInWords } from './alone.mjs';
import { casesAbout } from './cases.mjs';
import { walk, walked } from './histories.mjs';
import { testsOfRules } from './rules.mjs';
import { anchorOf, cell, numberOf, sentence, words } from './words.mjs';

/** @import { ClauseId } from 'professional-status' */

const tests = testsOfRules();
const ids = /** @type {ClauseId[]} */ (Object.keys(clauses));

/** Which rules answer by a clause, and what they ask of a case. @param {ClauseId} id */
const rulesOf = (id) =>
  Object.values(rules).flatMap(({ id: rule }) => {
    const asked = tests.filter((test) => test.rule === rule && test.clause === id).map(({ test }) => words(test));
    return asked.length > 0 ? [`**${sentence(words(rule)).slice(0, -1)}**: ${asked.join('; ')}.`] : [];
  });

/** What a step of a procedure finds beside that it is taken rests on clauses too. @type {readonly { readonly event: string, readonly clause: string, readonly of: string }[]} */
const foundBySteps = walk().flatMap(({ machine, last, step }) =>
  step.accepted && machine.id !== 'programmeLifecycle'
    ? step.because.map(({ clause }) => ({ event: last.type, clause, of: machine.id }))
    : [],
);

/** @param {ClauseId} id */
function eventsOf(id) {
  return walked.flatMap(({ machine }) => {
    const resting = [...machine.cells, ...foundBySteps.filter(({ of }) => of === machine.id)].filter(({ clause }) => clause === id);
    const events = new Set(resting.map(({ event }) => words(event)));
    const of = machine.id === 'programmeLifecycle' ? 'Events of a case' : `Steps of the procedure “${words(machine.id)}”`;
    return events.size > 0 ? [`${of}: ${[...events].join('; ')}.`] : [];
  });
}

/** @param {ClauseId} id */
function readingsOf(id) {
  const open = Object.values(readings).filter((reading) => reading.clauses.includes(id));
  return open.length > 0
    ? [`Interpretation: ${open.map((reading) => `[${words(reading.id)}](readings.md#${reading.id})`).join(', ')}.`]
    : [];
}

const NO_RULE = 'No rule yet.';

/** @param {ClauseId} id */
function whatIsDone(id) {
  const { kind, note } = clauses[id];
  const parts = ids.filter((part) => part.startsWith(`${id}.`));
  const done = [...rulesOf(id), ...eventsOf(id)];
  const none = parts.length > 0 ? `See its parts, ${parts.map(numberOf).join(' and ')}.` : NO_RULE;
  const answered = done.length > 0 ? done : [kind === 'rule' ? none : `No rule, since it is ${reasons[kind]}.`];
  return [...answered, ...(note ? [note] : []), ...readingsOf(id)].join('<br>');
}

/** The clauses that are said to be rules and are answered by nothing, in whatever document. */
export const bareClauses = () => ids.filter((id) => whatIsDone(id).startsWith(NO_RULE));

/** What a clause is on which no rule rests, by its kind. */
export const reasons = {
  definition: 'a definition',
  informative: 'information',
  reference: 'a reference to another document',
  judgement: 'for people to judge',
};

/** Where each check of a clause decides alone. @param {ClauseId} id */
const aloneOf = (id) =>
  alone()
    .flatMap(({ test, clause, pair }) => (clause === id && pair ? [sentence(`${words(test)}: ${pairInWords(pair)}`)] : []))
    .join('<br>');

/** The checks that decide nowhere alone, by the reason. */
const nowhereAlone = () =>
  Object.entries(argued).map(([reason, tests]) => {
    const named = tests.map((name) => name.split('.').map(words).join(', '));
    return `- ${sentence(reason)} These are the checks: ${named.join('; ')}.`;
  });

/** @param {ClauseId} id */
function row(id) {
  const { name, says } = clauses[id];
  const cases = casesAbout(id).map(sentence).join('<br>');
  return `| <a id="${anchorOf(id)}"></a>${numberOf(id)} | **${cell(name)}.** ${cell(says)} | ${cell(whatIsDone(id))} | ${cell(aloneOf(id))} | ${cases} |`;
}

function table() {
  const sections = Object.values(documents).flatMap(({ id, title, holds }) => {
    const own = ids.filter((clause) => clauses[clause].document === id);
    const heads = [
      '| Clause | What it says, in our words | What the library does | Where a check decides alone | Cases |',
      '| --- | --- | --- | --- | --- |',
    ];
    return [`## ${title}`, '', holds, '', ...(own.length > 0 ? [...heads, ...own.map(row), ''] : [])];
  });
  return sections.join('\n').trimEnd();
}

export const clausesPage = () => withParts('docs/clauses.md', { clauses: table(), alone: nowhereAlone().join('\n') });
