// What the comments of src say of its constants, functions and facts, for what is written from them: tables of rules, and the descriptions of tools.
import ts from 'typescript';
import { filesIn, read } from './entries.mjs';

const sources = () => filesIn('src', '.ts').map((file) => ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));

/** The comment over a declaration, on one line. @param {ts.Node} node */
function commentOver(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (comment && ts.getTextOfJSDocComment(comment.comment))?.replace(/\s+/g, ' ');
}

/** The first sentence of the comment over each exported constant and function. @returns {Map<string, string>} */
export function firstSentences() {
  const found = new Map();
  for (const source of sources())
    source.forEachChild((node) => {
      const text = commentOver(node)?.replace(/(?<=\.) .*$/, '');
      if (!text) return;
      if (ts.isVariableStatement(node)) for (const { name } of node.declarationList.declarations) found.set(name.getText(), text);
      if (ts.isFunctionDeclaration(node) && node.name && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        found.set(node.name.text, text);
    });
  return found;
}

/** What the interface of each rule's facts says of them, by rule and by fact. @returns {Map<string, Readonly<Record<string, string>>>} */
export function factSentences() {
  /** @type {Map<string, ts.InterfaceDeclaration>} */
  const interfaces = new Map();
  /** @type {Map<string, string>} */
  const factsOf = new Map();
  for (const source of sources())
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
      if (!ts.isVariableStatement(node)) return;
      for (const { name, type } of node.declarationList.declarations)
        if (type && ts.isTypeReferenceNode(type) && /^(Open)?Rule$/.test(type.typeName.getText()) && type.typeArguments?.[0])
          factsOf.set(name.getText(), type.typeArguments[0].getText());
    });
  /** @param {string} name @returns {Readonly<Record<string, string>>} */
  const sentencesOf = (name) => {
    const of = interfaces.get(name);
    const inherited = (of?.heritageClauses ?? []).flatMap(({ types }) => types.map((each) => sentencesOf(each.expression.getText())));
    const own = (of?.members ?? []).flatMap((member) => {
      const text = commentOver(member);
      return member.name && text ? [[member.name.getText(), text]] : [];
    });
    return Object.assign({}, ...inherited, Object.fromEntries(own));
  };
  return new Map([...factsOf].map(([rule, name]) => [rule, sentencesOf(name)]));
}
