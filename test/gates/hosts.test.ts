// Careful hosts: the script build answers as the module does where there is no eval, and no code is made from text or loaded later.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext, runInNewContext } from 'node:vm';
import * as api from 'professional-status';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { manifest } from '../tools/entries.mjs';

// The script build answers as the module does, in an engine that forbids eval and has no console, no Intl and no host.
describe('the script build in a bare engine', () => {
  const bare = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  runInContext('delete globalThis.console; delete globalThis.Intl; delete globalThis.WebAssembly;', bare);
  runInContext(readFileSync('dist/professional-status.global.js', 'utf8'), bare);

  test.each([
    ['names', 'Object.keys(api).sort()'],
    ['an answer', "api.assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })"],
    [
      'the problems that each rule finds with no facts',
      "Object.values(api).filter((value) => typeof value === 'function' && 'id' in value).map((rule) => rule.check({}))",
    ],
  ])('%s', (_, expression) => {
    const fromScript: unknown = runInContext(`JSON.stringify(((api) => ${expression})(ProfessionalStatus))`, bare);
    expect(JSON.parse(String(fromScript))).toEqual(JSON.parse(JSON.stringify(runInNewContext(expression, { api }))));
  });
});

// What a careful user asks first: no code from strings, none loaded later, no dependency without a reason, and it works where the host forbids `eval`.
describe('security', () => {
  const built = readdirSync('dist').filter((file) => /\.c?js$/.test(file) && !file.includes('global'));

  /** Every call in a file that makes code from text, or loads code when it runs. */
  function callsIn(file: string): string[] {
    const source = ts.createSourceFile(file, readFileSync(join('dist', file), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        const name = node.expression.getText(source);
        if (name === 'import') found.push(node.getText(source));
        else if (/^(?:(?:globalThis|window|self)\.)?(?:eval|Function|setTimeout|setInterval)$/.test(name)) found.push(name);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  }

  /** The kit takes fast-check where it is installed (docs/decisions/031-the-kit-without-fast-check.md). */
  const optional: Readonly<Record<string, readonly string[]>> = { 'testing.js': ["import('fast-check')"] };
  test.each(built)('%s makes no code from text, and loads none when it runs', (file) => {
    expect(callsIn(file)).toEqual(optional[file] ?? []);
  });

  describe('SECURITY.md', () => {
    const page = readFileSync('SECURITY.md', 'utf8');
    test.each(Object.keys(manifest.dependencies))('says why %s is a dependency', (name) => {
      expect(page).toContain(`| \`${name}\``);
    });
    test('names no other', () => {
      const named = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
      expect(named).toEqual(Object.keys(manifest.dependencies));
    });
  });

  test('a strict content security policy changes no answer', () => {
    const script = readFileSync('dist/professional-status.global.js', 'utf8');
    const answer = (strings: boolean): unknown => {
      const context = createContext(Object.create(null) as object, { codeGeneration: { strings, wasm: false } });
      const asked = "assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })";
      return JSON.parse(runInContext(`${script}; JSON.stringify(ProfessionalStatus.${asked})`, context) as string);
    };
    expect(answer(false)).toEqual(answer(true));
  });

  /** Counts what a content security policy would report while every rule reads facts, a case is read and an event is decided. */
  const attempts = (type: 'module' | 'commonjs', jitless: boolean): string => {
    const load = type === 'module' ? 'await import' : 'require';
    const script = `
      const [z, api, { zodSchemas }] = [${load}('zod'), ${load}('professional-status'), ${load}('professional-status/schemas')];
      if (${jitless}) z.config({ jitless: true });
      let attempts = 0;
      globalThis.Function = new Proxy(Function, { construct(of, args) { attempts += 1; return Reflect.construct(of, args); } });
      for (const rule of Object.values(api.rules)) { rule.safe({}); rule.facts().safeParse({}); }
      const cohort = { id: 'q', programme: 'QTLS', startsOn: '2021-01-10' };
      const stored = JSON.parse(JSON.stringify(api.openCase({ participant: 'p', cohort, registeredOn: '2020-12-07' })));
      api.safeTransition(stored, { type: 'portfolio-issued', on: '2021-01-10' });
      zodSchemas.event.safeParse({});
      console.log(attempts);`;
    return execFileSync('node', [`--input-type=${type}`, '-e', script], { encoding: 'utf8' }).trim();
  };

  test.each(['module', 'commonjs'] as const)(
    'as a %s, no code is even tried to be made from text where the host tells its zod so',
    (type) => {
      expect(attempts(type, true)).toBe('0');
      expect(Number(attempts(type, false))).toBeGreaterThan(0);
    },
  );

  test('what is published is what a user runs: no script of ours runs at install', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });
});
