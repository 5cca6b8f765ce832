// What a doc comment of the code is: a type's a noun phrase, and its first sentence, as a function's, short enough to be read once.
import { readFileSync, readdirSync } from 'node:fs';
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

describe('the checks of this file', () => {
  it('find a type that begins with a verb, and leave a function alone', () => {
    const found = commentsOf('x.ts', '/** Is a step. */\nexport type A = 1;\n/** Gives a step. */\nexport function f(): void {}\n');
    expect(withoutSubject(found).map(({ first }) => first)).toStrictEqual(['Is a step.']);
  });
  it('find a first sentence that is too long', () => {
    expect(tooLong(commentsOf('x.ts', `/** A ${'very '.repeat(25)}long one. Short. */\nexport type A = 1;\n`))).toHaveLength(1);
  });
});
