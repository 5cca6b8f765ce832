// The tables of docs/lifecycle.md: for every machine, each event at each stage, with its clause and where it leads. Written from the machines' own cells.
import { clauses, documents } from 'professional-status';
import { withParts } from '../../test/tools/fresh.mjs';
import { walk, walked } from './histories.mjs';
import { anchorOf, numberOf, words } from './words.mjs';

/** @import { AnyMachine } from './histories.mjs' */

const titles = {
  programmeLifecycle: 'The programme: `programmeLifecycle`',
  supportAppealProcedure: 'An appeal about support: `supportAppealProcedure`',
  awardAppeal: 'An appeal against not being awarded: `awardAppeal`',
  actionAgainstMember: 'An action against a member: `actionAgainstMember`',
  membershipApplication: 'An application for membership: `membershipApplication`',
};

/** Findings by which an event is not for a case, whatever its stage. */
const bars = new Set(['programme-has-a-supporter', 'programme-has-a-mentor', 'decision-is-against']);

/** Events that a stage takes from some cases and not from others. */
const barred = new Set(
  walk().flatMap(({ machine, last, step }) =>
    !step.accepted && step.refusals.some(({ test }) => bars.has(test)) ? [`${machine.id} ${last.type}`] : [],
  ),
);

/** A clause by its number; with its document, where a table rests on more than one. @param {string} clause @param {boolean} whole */
const linked = (clause, whole) => `[${whole ? clause : numberOf(clause)}](clauses.md#${anchorOf(clause)})`;

/** @param {AnyMachine} machine */
function matrixOf(machine) {
  const { id, stages, events, cells } = machine;
  const finals = stages.filter((stage) => !cells.some(({ from }) => from === stage));
  const open = stages.filter((stage) => !finals.includes(stage));
  const resting = [...new Set(cells.map(({ clause }) => documents[clauses[/** @type {keyof typeof clauses} */ (clause)].document].title))];
  const rows = events.map((event) => {
    const at = open.map((stage) => {
      const cell = cells.find((each) => each.event === event && each.from === stage);
      if (cell === undefined) return '';
      const elsewhere = cell.to.filter((to) => to !== stage).map(words);
      const stays = cell.to.includes(stage) && elsewhere.length > 0 ? ['stays'] : [];
      const leads = [...elsewhere, ...stays];
      return `${linked(cell.clause, resting.length > 1)}${leads.length > 0 ? ` → ${leads.join(' / ')}` : ''}`;
    });
    return `| **${words(event)}**${barred.has(`${id} ${event}`) ? ' †' : ''} | ${at.join(' | ')} |`;
  });
  return [
    `### ${titles[/** @type {keyof typeof titles} */ (id)]}`,
    '',
    `Clauses of: ${resting.join('; ')}. Final, where nothing is taken: ${finals.map(words).join(', ')}.`,
    '',
    `| event | ${open.map(words).join(' | ')} |`,
    `| --- | ${open.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

export const lifecycleTables = () => withParts('docs/lifecycle.md', { matrix: walked.map(({ machine }) => matrixOf(machine)).join('\n') });
