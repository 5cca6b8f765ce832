// Writes the sources that follow from others: the ids of clauses, the choices of readings, the lists of rules, of procedures and of their words.
import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { load } from './bundle.mjs';
import { factSentences, firstSentences } from './docstrings.mjs';
import { read, root } from './entries.mjs';
import { formatted, fresh } from './fresh.mjs';
import { sources as texts } from './policy-text.mjs';
import { storedFingerprints } from './policy-verify.mjs';
import { whenStarted } from './started.mjs';

const documents = ['support-policy', 'award-appeals', 'code-page'];

/** @typedef {{ name: string, kind: 'rule' | 'procedure' | 'rule-words' | 'finding-words' | 'labels' | 'other', isType: boolean, isPublic: boolean }} Exported */
/** @typedef {{ file: string, exports: readonly Exported[] }} Family */

/** What an export is, by the type that it is written with. @type {Readonly<Record<string, Exported['kind']>>} */
const kinds = {
  Rule: 'rule',
  OpenRule: 'rule',
  ProcedureMachine: 'procedure',
  Words: 'rule-words',
  FindingWords: 'finding-words',
  OutcomeLabels: 'labels',
};

/** The exported declarations of a family's file. @param {string} file @returns {Family} */
function readFamily(file) {
  const source = ts.createSourceFile(file, read(`src/${file}`), ts.ScriptTarget.Latest, true);
  const exports = source.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const isPublic = ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === 'since');
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declared) => {
        const name = declared.name.getText();
        const { type, initializer } = declared;
        const written = type ?? (initializer && ts.isArrowFunction(initializer) ? initializer.type : undefined);
        const kind = kinds[written?.getText().replace(/<[^]*/, '') ?? ''] ?? 'other';
        return { name, kind, isType: false, isPublic: isPublic || kind === 'rule' || kind === 'procedure' };
      });
    const name = 'name' in statement ? /** @type {ts.Identifier} */ (statement.name).text : '';
    return [{ name, kind: 'other', isType: ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement), isPublic }];
  });
  return { file, exports: /** @type {readonly Exported[]} */ (exports) };
}

const families = documents.flatMap((room) =>
  readdirSync(new URL(`src/${room}`, root))
    .filter((name) => name.endsWith('.ts'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readFamily(`${room}/${name}`)),
);
/** @param {Exported['kind']} kind */
const named = (kind) =>
  families.flatMap(({ file, exports }) => exports.filter((each) => each.kind === kind).map(({ name }) => ({ name, file })));
const [rules, procedures, ruleWords, findingWords] = [named('rule'), named('procedure'), named('rule-words'), named('finding-words')];
const words = [...ruleWords, ...findingWords];
const labels = named('labels');
/** @param {readonly { name: string, file: string }[]} list @param {string} [up] */
const imports = (list, up = './') =>
  [...new Set(list.map(({ file }) => file))]
    .map((file) => {
      const names = list.filter((each) => each.file === file).map(({ name }) => name);
      return `import { ${names.join(', ')} } from '${up}${file.replace(/\.ts$/, '.js')}';`;
    })
    .join('\n');
const note = (/** @type {string} */ from) => `// Written by \`npm run update\` from ${from}. To change it, change them.`;

/** The one table of a file that holds nothing else. @param {string} name @returns {Promise<Readonly<Record<string, any>>>} */
const tableOf = async (name) => Object.values(await load(`src/policy/${name}.ts`))[0];
const [clauseTables, readingTables] = await Promise.all([
  Promise.all(['support-clauses', 'code-page-clauses', 'other-clauses'].map(tableOf)),
  Promise.all(['support-readings-2-to-6.1', 'support-readings-6.2', 'other-readings'].map(tableOf)),
]);
const clauseIds = clauseTables.flatMap((table) => Object.keys(table));
const choices = readingTables
  .flatMap((table) => Object.entries(table))
  .filter(([, { options }]) => options.length > 0)
  .map(([id, { options }]) => `'${id}': [${options.map((/** @type {{ choice: string }} */ { choice }) => `'${choice}'`).join(', ')}]`);

const [said, saidOfFacts] = [firstSentences(), factSentences()];
/** The first sentence of the comment over each of these names. @param {readonly string[]} names */
const sentencesOf = (names) => JSON.stringify(Object.fromEntries(names.map((name) => [name, said.get(name) ?? ''])));

/** What each file should hold, before it is formatted. @type {Readonly<Record<string, string>>} */
export const sources = {
  'src/policy/ids.ts': `${note('the registers of clauses and of readings')}

/** The id of a clause that the library holds, as \`document/number\`. @since 0.1.0 */
export type ClauseId = ${clauseIds.map((id) => `'${id}'`).join(' | ')};

/** The choices of each reading, default first. */
export const choices = { ${choices.join(', ')} } as const;
`,
  'src/rules.ts': `${note('the files of the families')}
import type { EngineTest } from './decision/decision.js';
import type { AnyRule, TestOf } from './decision/rule.js';
import type { FindingWords } from './decision/words.js';
import type { MachineTest } from './machine/table.js';
import type { LifecycleTest } from './support-policy/lifecycle/words.js';
${imports(rules)}
${imports(findingWords).replaceAll('import {', 'import type {')}

${families
  .map(({ file, exports }) => {
    const names = exports.filter(({ isPublic }) => isPublic).map(({ name, isType }) => `${isType ? 'type ' : ''}${name}`);
    return names.length === 0 ? '' : `export { ${names.join(', ')} } from './${file.replace(/\.ts$/, '.js')}';\n`;
  })
  .join('')}
/** The type of each rule by its id. @since 0.1.0 */
export interface RulesById {
${rules.map(({ name }) => `  readonly ${name}: typeof ${name};`).join('\n')}
}
/** The id of a rule: its exported name. @since 0.1.0 */
export type RuleId = keyof RulesById;

type Worded<W> = W extends () => FindingWords<infer T> ? T : never;
/** The code of a test of a rule or of a procedure; each has its words in \`explain\`. @since 0.1.0 */
export type FindingCode =
  | EngineTest
  | MachineTest
  | LifecycleTest
  | { [R in RuleId]: TestOf<RulesById[R]> }[RuleId]
${findingWords.map(({ name }) => `  | Worded<typeof ${name}>`).join('\n')};

/**
 * The rules by id.
 *
 * @example rules.noticeDeadline.id // => 'noticeDeadline'
 * @since 0.1.0
 */
export const rules: Readonly<RulesById> & Readonly<Record<RuleId, AnyRule>> = /* @__PURE__ */ Object.freeze({ ${rules.map(({ name }) => name).join(', ')} } satisfies Readonly<Record<RuleId, AnyRule>>);
`,
  'src/procedures.ts': `${note('the files of the families')}
${imports(procedures)}

/** The type of each procedure by its id. @since 0.1.0 */
export interface ProceduresById {
${procedures.map(({ name }) => `  readonly ${name}: typeof ${name};`).join('\n')}
}

/** The procedures beside the programme's lifecycle, by id. */
export const procedures: Readonly<ProceduresById> = /* @__PURE__ */ Object.freeze({ ${procedures.map(({ name }) => name).join(', ')} });
`,
  'src/words/families.ts': `${note('the files of the families')}
import { once } from '../data/objects.js';
import type { FactName, OutcomeWords, Said } from '../decision/words.js';
import type { FindingCode, RuleId } from '../rules.js';
import { lifecycleWords } from '../support-policy/lifecycle/words.js';
${imports(words, '../')}
import { mechanismWords } from './mechanism.js';
import { joinParts, sharedFacts } from './shared.js';

const ofRules = /* @__PURE__ */ once(() => [${ruleWords.map(({ name }) => `${name}()`).join(', ')}]);
const ofOthers = () => [mechanismWords(), lifecycleWords(), ${findingWords.map(({ name }) => `${name}()`).join(', ')}] as const;
/** Written out: of a list that has an empty object, the compiler infers a list of empty objects. */
type FactWords =
  typeof sharedFacts | Extract<ReturnType<typeof ofOthers | typeof ofRules>[number], { readonly facts: object }>['facts'];

export const testWords: () => Readonly<Record<FindingCode, Said>> = /* @__PURE__ */ once(() =>
  joinParts([...ofOthers(), ...ofRules()].map(({ tests }) => tests)),
);

export const outcomeWords: () => OutcomeWords<RuleId> = /* @__PURE__ */ once(() => joinParts(ofRules().map(({ outcomes }) => outcomes)));

export const factNames: () => Readonly<Record<FactName, string>> = /* @__PURE__ */ once(() =>
  joinParts<FactWords>([sharedFacts, ...[...ofOthers(), ...ofRules()].flatMap((each) => ('facts' in each ? [each.facts] : []))]),
);
`,
  'src/words/outcome-labels.ts': `${note('the files of the families')}
import { deepFreeze } from '../data/objects.js';
import type { OutcomeCode } from '../decision/words.js';
${imports(labels, '../')}
import { joinParts, sharedLabels } from './shared.js';

export const outcomeLabels: Readonly<Record<OutcomeCode, string>> = /* @__PURE__ */ deepFreeze(
  /* @__PURE__ */ joinParts([sharedLabels, ${labels.map(({ name }) => name).join(', ')}]),
);
`,
  'src/tools/sentences.ts': `${note('the comments over the rules, their facts and the machines')}
import type { ProceduresById } from '../procedures.js';
import type { RuleId } from '../rules.js';

/** The first sentence of the comment over each rule. */
export const ruleSentences: Readonly<Record<RuleId, string>> = ${sentencesOf(rules.map(({ name }) => name))};

/** What the comments say of the facts of each rule; one whose name says it all has none. */
export const factSentences: Readonly<Record<RuleId, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(rules.map(({ name }) => [name, saidOfFacts.get(name)])))};

/** The first sentence of the comment over each machine. */
export const machineSentences: Readonly<Record<'programmeLifecycle' | keyof ProceduresById, string>> = ${sentencesOf(['programmeLifecycle', ...procedures.map(({ name }) => name)])};

/** The first sentence of the comment over each question to a machine. */
export const questionSentences: Readonly<Record<'position' | 'transition', string>> = ${sentencesOf(['position', 'transition'])};
`,
};

/** Writes one of the files, or fails where it is out of date. @param {string} path @param {boolean} write */
export async function derived(path, write) {
  fresh(path, await formatted(path, sources[path] ?? ''), write);
}

await whenStarted(import.meta.url, async () => {
  for (const path of Object.keys(sources)) await derived(path, true);
  const stored = storedFingerprints();
  const lacking = texts.flatMap((text) => clauseIds.filter((id) => id.startsWith(`${text}/`) && !(id in stored[text])));
  for (const id of lacking)
    console.error(`${id} has no fingerprint in test/tools/policy-fingerprints.json. The lists are written; all else waits for it.`);
  if (lacking.length > 0)
    console.error('A clause that is new there needs its fingerprints: `npm run policy:verify -- --write SUPPORT CODE-PAGE`.');
  return lacking.length > 0 ? 1 : 0;
});
