// What an editor shows over a rule is one line that names its facts, its outcomes, its detail and its tests.
import ts from 'typescript';
import { expect, test } from 'vitest';

const entry = 'dist/index.d.ts';
const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, strict: true });
const checker = program.getTypeChecker();
const source = program.getSourceFile(entry);
const barrel = source && checker.getSymbolAtLocation(source);
const rules = (barrel ? checker.getExportsOfModule(barrel) : []).flatMap((symbol) => {
  const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const hover = checker.typeToString(checker.getTypeOfSymbol(declared), undefined, ts.TypeFormatFlags.NoTruncation);
  return /^(Open)?Rule</.test(hover) ? [{ name: symbol.name, hover }] : [];
});

test('assessAdjustmentRequest reads as it is documented', () => {
  expect(rules.find(({ name }) => name === 'assessAdjustmentRequest')?.hover).toBe(
    'Rule<AdjustmentRequestFacts, "timely" | "late" | "no-notice-asked", AdjustmentRequestDetail, AssessAdjustmentRequestTest>',
  );
});

const exported = new Set((barrel ? checker.getExportsOfModule(barrel) : []).map(({ name }) => name));
/** Names in what an editor shows, strings and the language's own left out, that a caller cannot import. */
const unexported = (hover: string): readonly string[] =>
  [...hover.replaceAll(/"[^"]*"/g, '').matchAll(/\b[A-Z]\w*/g)].flatMap(([name]) =>
    exported.has(name) || ['Readonly', 'Record'].includes(name) ? [] : [`export ${name} in src/index.ts`],
  );

test.each(rules)('$name: the types of its facts, detail and tests can be imported', ({ hover }) => {
  expect(unexported(hover)).toEqual([]);
});

test('a type that cannot be imported is named', () => {
  expect(unexported('Rule<NoSuchFacts, "Timely", Readonly<Record<string, never>>>')).toEqual(['export NoSuchFacts in src/index.ts']);
});

test.each(rules)('$name reads as one line', ({ hover }) => {
  expect(hover).not.toMatch(/[{\n]/);
  expect(hover.length).toBeLessThan(200);
});
