// The pages for agents: the table of tools in docs/agents.md, and docs/llms.txt, made of the tools, the rules on that page, the README and the first lines of each guide.
import { readdirSync } from 'node:fs';
import { tools } from 'professional-status/tools';
import { entries, manifest, read } from '../../test/tools/entries.mjs';
import { withParts } from '../../test/tools/fresh.mjs';

const PAGE = 'docs/agents.md';

/** What a tool is for, without its clauses and outcomes. @param {{ description: string }} tool */
const purposeOf = ({ description }) => description.replace(/ By [\s\S]*$/, '');

function table() {
  const rows = tools.map((tool) => `| \`${tool.name}\` | ${purposeOf(tool)} |`);
  return ['| Tool | What it does |', '| --- | --- |', ...rows].join('\n');
}

/** The items of a list on a page, each on one line. @param {string} page @param {string} after what stands before the list */
function listAfter(page, after) {
  const [, list = ''] = page.slice(page.indexOf(after)).match(/\n\n(- [\s\S]*?)\n\n/) ?? [];
  if (list === '') throw new Error(`${PAGE} has no list after ${after}`);
  return list.replace(/\n {2,}/g, ' ');
}

/** A guide as a link with its title and what it is for. @param {string} file */
function guide(file) {
  const [, title = '', about = ''] = read(`docs/${file}`).match(/^# (.*)\n\n([\s\S]*?)\n\n/m) ?? [];
  const [, whom = ''] =
    about.replace(/\s+/g, ' ').match(/((?:^|(?<=[.!?] ))For (?:the|who|whoever|a|an|anyone|developers|hosts)\b.*?[.:])(?= |$)/) ?? [];
  return `- [${title}](${file}): ${whom.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/:$/, '.')}`;
}

/** What the README says of an entry. @param {string} readme @param {string} specifier */
function entry(readme, specifier) {
  const [, says = ''] = readme.match(new RegExp(`^\\| \`${specifier}\` +\\| (.*?) *\\|$`, 'm')) ?? [];
  if (specifier !== manifest.name && says === '') throw new Error(`README.md says nothing of ${specifier}`);
  return `- \`${specifier}\`: ${specifier === manifest.name ? 'the rules, cases, explanations and decision records' : says.replace(/ \(\[[^\]]*\]\([^)]*\)\)/g, '')}`;
}

export function llms() {
  const readme = read('README.md');
  const guides = readdirSync('docs').filter((file) => file.endsWith('.md'));
  return [
    `# ${manifest.name}`,
    '',
    `> ${manifest.description}`,
    '',
    'Rules for an agent:',
    '',
    listAfter(read(PAGE), '## Rules for an agent'),
    '',
    '## Tools',
    '',
    'From `professional-status/tools`. Each has `inputSchema`, `outputSchema` and `call(input)`.',
    '',
    ...tools.map((tool) => `- \`${tool.name}\`: ${purposeOf(tool)}`),
    '',
    '## Entries',
    '',
    ...entries.map(({ specifier }) => entry(readme, specifier)),
    '',
    '## Guides',
    '',
    '- [README](../README.md): what it answers, and what it does not do.',
    ...guides.map(guide),
    '',
  ].join('\n');
}

export const agentsPage = () => withParts(PAGE, { tools: table() });
