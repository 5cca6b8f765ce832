// What a doc comment of the code is: a type's a noun phrase, and its first sentence, as a function's, short enough to be read once.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './readability.js';

const MOST_WORDS = 25;
/** Verbs whose subject a reader would have to add. */
const NO_SUBJECT = /^(?:Is|Says|Gives|Tells|Names|Holds|Lists|Describes|States)\b/;
/** The rooms whose comments are held to a length. */
const ROOMS = /^(?:calendar|policy|decision|support-policy|code-page|award-appeals|words)\//;

interface Comment {
  readonly at: string;
  readonly isType: boolean;
  readonly first: string;
}

/** The doc comments of a file's declarations, each as its first sentence. */
function commentsOf(file: string, text = readFileSync(`src/${file}`, 'utf8')): readonly Comment[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((node) => {
    const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    const says = comment && ts.getTextOfJSDocComment(comment.comment)?.replace(/\s+/g, ' ');
    if (!says) return [];
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    return [{ at: `src/${file}:${line}`, isType, first: says.split(/(?<=\.)\s/)[0] ?? '' }];
  });
}

const all = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => commentsOf(name).map((comment) => ({ ...comment, name })));

interface Public {
  readonly name: string;
  readonly at: string;
  readonly since: string | undefined;
}

/** What a file makes public: its own exports and those that it hands on, each with the version that its comment gives. */
function publicOf(file: string): readonly Public[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((node): readonly Public[] => {
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      const from = join(dirname(file), (node.moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts'));
      const { exportClause } = node;
      if (exportClause === undefined || !ts.isNamedExports(exportClause)) return publicOf(from);
      const names = exportClause.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
      return publicOf(from).filter(({ name }) => names.includes(name));
    }
    if (!ts.canHaveModifiers(node) || !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'since');
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations : [node as ts.DeclarationStatement];
    return named.flatMap(({ name }) => {
      const since = ts.getTextOfJSDocComment(tag?.comment);
      return name === undefined ? [] : [{ name: name.getText(source), at: file, since }];
    });
  });
}

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly exports: object };
const entries = Object.keys(exports)
  .filter((key) => /^\.(?:\/[a-z-]+)?$/.test(key))
  .map((key) => join('src', key, 'index.ts'));

const withoutSubject = (comments: readonly Comment[]): readonly Comment[] =>
  comments.filter(({ isType, first }) => isType && NO_SUBJECT.test(first));
const tooLong = (comments: readonly Comment[]): readonly Comment[] => comments.filter(({ first }) => wordsOf(first).length > MOST_WORDS);

describe('a doc comment', () => {
  it('of a type is a noun phrase', () => {
    expect(withoutSubject(all)).toStrictEqual([]);
  });
  it(`begins with a sentence of at most ${MOST_WORDS} words`, () => {
    expect(tooLong(all.filter(({ name }) => ROOMS.test(name)))).toStrictEqual([]);
  });
});

describe('what is public', () => {
  it('says since which version it is', () => {
    const found = new Map<string, string>(); // of a function with overloads the first, since what it does follows them without a comment
    for (const { name, at, since = '' } of entries.flatMap(publicOf)) if (!found.has(`${at}: ${name}`)) found.set(`${at}: ${name}`, since);
    expect(found.size).toBeGreaterThan(300);
    expect([...found].filter(([, since]) => !/^\d+\.\d+\.\d+$/.test(since))).toStrictEqual([]);
  });
});

describe('the checks of this file', () => {
  it('find a type that begins with a verb, and leave a function alone', () => {
    const found = commentsOf('x.ts', '/** Is a step. */\nexport type A = 1;\n/** Gives a step. */\nexport function f(): void {}\n');
    expect(withoutSubject(found).map(({ first }) => first)).toStrictEqual(['Is a step.']);
  });
  it('find a first sentence that is too long', () => {
    expect(tooLong(commentsOf('x.ts', `/** A ${'very '.repeat(25)}long one. Short. */\nexport type A = 1;\n`))).toHaveLength(1);
  });
});
