// The public API: it changes only on purpose, an editor shows each rule in one line, and the JSON Schemas are shipped as the entry gives them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jsonSchemas, type SchemaName } from 'professional-status/schemas';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { apiReports } from '../tools/api.mjs';

// The public API changes only on purpose: the reports in test/api are read in review.
describe('the API reports', () => {
  test('the API reports are up to date', () => {
    expect(() => apiReports(false)).not.toThrow();
  });

  test('every public name says what it is', () => {
    const undocumented = readdirSync('test/api').flatMap((file) => {
      const report = readFileSync(`test/api/${file}`, 'utf8');
      return [...report.matchAll(/^\/\/ @public \(undocumented\)\n(.*)$/gm)].map(([, declaration]) => `${file}: ${declaration}`);
    });
    expect(undocumented).toEqual([]);
  });
});

// What an editor shows over a rule is one line that names its facts, its outcomes, its detail and its tests.
describe('what an editor shows over a rule', () => {
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
});

// The JSON Schemas are shipped as files, each the same as the entry gives it, under a path that resolves.
describe('the JSON Schemas as files', () => {
  const require = createRequire(import.meta.url);

  test('there is a file for each schema, and no other', () => {
    expect(readdirSync('dist/schemas').sort()).toEqual(
      Object.keys(jsonSchemas)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  test.each(Object.keys(jsonSchemas) as SchemaName[])('%s is what the entry gives', (name) => {
    const path = require.resolve(`professional-status/schemas/${name}.json`);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(jsonSchemas[name]);
  });
});
