// Finds what a source states of the policy, numbers, units, comparators, hours and days, and each by how it is changed by one step.
// What it finds it rewrites, so that one loaded copy of the source has one of the changes in it, or none.
import ts from 'typescript';

/**
 * @typedef {{ readonly id: number, readonly file: string, readonly line: number, readonly within: string, readonly kind: 'number' | 'unit' | 'comparator' | 'hour' | 'day' | 'digits', readonly change: string }} Mutant
 * @typedef {{ readonly file: string, readonly line: number, readonly within: string, readonly change: string }} Unknown
 */

/** A comparison moves its end by one step: what was inside is outside, or the other way round. */
const nextComparator = /** @type {const} */ ({ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '=': '>=', '===': '!==', '!==': '===' });
/** @param {string} of @returns {of is keyof typeof nextComparator} */
const isComparator = (of) => Object.hasOwn(nextComparator, of);

/** Counting by another unit, or to the day where it was to the instant; test/tools/mutate/units.ts has the functions. */
const nextUnit = /** @type {Readonly<Record<string, string>>} */ ({
  addDays: 'months',
  addMonths: 'thirties of days',
  subtractMonths: 'thirties of days',
  addWorkingDays: 'days',
  nextWorkingDay: 'days',
  previousWorkingDay: 'days',
  daysBetween: 'working days',
  workingDaysBetween: 'days',
  compareTimes: 'whole days',
  orderOf: 'whole days',
  compareInstants: 'whole days',
});
/** A length by the name of its unit. */
const nextSpan = /** @type {Readonly<Record<string, string>>} */ ({ workingDays: 'days', days: 'workingDays', months: 'days' });

const hour = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const day = /^\d{4}-\d\d-\d\d$/;
/** Names that happen to hold digits: of clauses, of editions, and words of the vocabulary. */
const name = /^([a-z-]+(\/[\w.-]+|@[\w.-]+)|[a-z]+(-[a-z0-9.]+)+)$/;
/** What a family says of its tests and outcomes: sentences, which no answer turns on. */
const saysWords = /^(Finding)?Words\b/;

/** @param {string} text */
function stepsOfText(text) {
  if (hour.test(text)) return { kind: /** @type {const} */ ('hour'), to: [-1, 1].map((minutes) => inMinutes(text, minutes)) };
  if (day.test(text)) return { kind: /** @type {const} */ ('day'), to: [-1, 1].map((days) => inDays(text, days)) };
  return {
    kind: /** @type {const} */ ('digits'),
    to: [-1, 1].map((by) => text.replace(/\d+/, (digits) => String(Math.abs(Number(digits) + by)).padStart(digits.length, '0'))),
  };
}
/** @param {string} text @param {number} minutes */
const inMinutes = (text, minutes) =>
  new Date(Date.parse(`2000-01-02T${text}Z`) + minutes * 60_000).toISOString().slice(11, 11 + text.length);
/** @param {string} text @param {number} days */
const inDays = (text, days) => new Date(Date.parse(text) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * @param {string} file
 * @param {string} source
 * @param {number} firstId
 */
export function findIn(file, source, firstId) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @type {Unknown[]} */
  const unknown = [];
  let names = 0;
  const lines = source.split('\n');
  const placeOf = (/** @type {ts.Node} */ node) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    return { file, line: line + 1, within: (lines[line] ?? '').trim() };
  };

  /** @param {ts.Node} node @param {Mutant['kind']} kind @param {string} change */
  const mutant = (node, kind, change) => {
    const id = firstId + mutants.length;
    mutants.push({ id, ...placeOf(node), kind, change });
    return id;
  };
  /** @param {ts.Node} node */
  const notKnown = (node) => {
    unknown.push({ ...placeOf(node), change: 'not known how' });
    return node.getFullText(tree);
  };

  /** @param {ts.Node} node */
  const leading = (node) => source.slice(node.getFullStart(), node.getStart(tree));
  /** A value, or what it becomes in the copies that have one of these changes. @param {ts.Node} node @param {readonly (readonly [number, string])[]} changed @param {string} otherwise */
  const pick = (node, changed, otherwise) =>
    `${leading(node)}(${changed.map(([id, text]) => `__on(${id}) ? ${text} : `).join('')}${otherwise})`;

  /** The text of a node with what was found in it rewritten. @param {ts.Node} node @returns {string} */
  const emit = (node) => {
    if (
      ts.isTypeNode(node) ||
      ts.isImportDeclaration(node) ||
      ts.isExportDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      (ts.isArrowFunction(node) && saysWords.test(node.type?.getText(tree) ?? ''))
    )
      return node.getFullText(tree);
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      return pick(
        node,
        [value - 1, value + 1].map((to) => /** @type {const} */ ([mutant(node, 'number', `${node.text} → ${to}`), `${to}`])),
        node.getText(tree),
      );
    }
    if (
      ts.isBigIntLiteral(node) ||
      (ts.isRegularExpressionLiteral(node) &&
        /\d/.test(
          node.text
            .replaceAll('\\d', '')
            .replaceAll(/\{\d+(,\d*)?\}/g, '{}')
            .replaceAll(/\[[^\]]*\]/g, ''),
        ))
    )
      return notKnown(node);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return ofText(node, node.text);
    if (ts.isTemplateExpression(node)) return ofTemplate(node);
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText(tree);
      if (operator !== '=' && isComparator(operator)) {
        const id = mutant(node, 'comparator', `${operator} → ${nextComparator[operator]}`);
        return `${leading(node)}__compare[${JSON.stringify(operator)}](__on(${id}), ${emit(node.left).trim()}, ${emit(node.right)})`;
      }
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const unit = nextUnit[node.expression.text];
      if (unit !== undefined) {
        const id = mutant(node, 'unit', `${node.expression.text} in ${unit}`);
        const called = pick(node.expression, [[id, `__units.${node.expression.text}`]], node.expression.text);
        return `${called}${children(node, node.expression.end)}`;
      }
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && nextSpan[node.name.text] !== undefined) {
      const to = /** @type {string} */ (nextSpan[node.name.text]);
      const id = mutant(node, 'unit', `${node.name.text} → ${to}`);
      return `${leading(node)}[__on(${id}) ? '${to}' : '${node.name.text}']${children(node, node.name.end)}`;
    }
    return children(node, node.getFullStart());
  };

  /** @param {ts.StringLiteral | ts.NoSubstitutionTemplateLiteral} node @param {string} text */
  const ofText = (node, text) => {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent) && parent.name === node) return node.getFullText(tree);
    if (isComparator(text) && !text.includes('==')) {
      return pick(
        node,
        [[mutant(node, 'comparator', `'${text}' → '${nextComparator[text]}'`), `'${nextComparator[text]}'`]],
        node.getText(tree),
      );
    }
    if (!/\d/.test(text)) return node.getFullText(tree);
    if (name.test(text)) {
      names += 1;
      return node.getFullText(tree);
    }
    if (/[A-Za-z ]{3}/.test(text)) return notKnown(node);
    const { kind, to } = stepsOfText(text);
    const changes = [...new Set(to)].filter((each) => each !== text);
    return pick(
      node,
      changes.map((each) => /** @type {const} */ ([mutant(node, kind, `'${text}' → '${each}'`), `'${each}'`])),
      node.getText(tree),
    );
  };

  /** A template is rewritten as a sum, so that the digits between its slots can be changed. @param {ts.TemplateExpression} node */
  const ofTemplate = (node) => {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    if (!parts.some(({ text }) => /\d/.test(text))) return children(node, node.getFullStart());
    const texts = parts.map((part) => {
      const plain = JSON.stringify(part.text);
      if (!/\d/.test(part.text)) return plain;
      const { to } = stepsOfText(part.text);
      return pick(
        part,
        to.map((each) => /** @type {const} */ ([mutant(part, 'digits', `${plain} → ${JSON.stringify(each)}`), JSON.stringify(each)])),
        plain,
      );
    });
    const [head, ...others] = texts;
    return `${leading(node)}(${head}${node.templateSpans.map(({ expression }, index) => ` + (${emit(expression)}) + ${others[index]}`).join('')})`;
  };

  /** @param {ts.Node} node @param {number} from */
  const children = (node, from) => {
    let text = '';
    let at = from;
    node.forEachChild((child) => {
      if (child.getFullStart() < at) return; // it was written before
      text += source.slice(at, child.getFullStart()) + emit(child);
      at = child.end;
    });
    return text + source.slice(at, node.end);
  };

  const rewritten = emit(tree);
  return { mutants, unknown, names, rewritten };
}
