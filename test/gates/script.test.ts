// The script build answers as the module does, in an engine that forbids eval and has no console, no Intl and no host.
import { readFileSync } from 'node:fs';
import { createContext, runInContext, runInNewContext } from 'node:vm';
import * as api from 'professional-status';
import { expect, test } from 'vitest';

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
