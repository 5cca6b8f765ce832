// Every example in a docstring is run: `expression // => value`, with the public names in scope and one registration for the lifecycle's.
import { readFileSync, readdirSync } from 'node:fs';
import vm from 'node:vm';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/calendar/index.js';
import * as dateFns from '../../src/date-fns/index.js';
import * as diagrams from '../../src/diagrams/index.js';
import * as diary from '../../src/diary/index.js';
import * as forms from '../../src/forms/index.js';
import * as library from '../../src/index.js';
import * as policy from '../../src/policy/policy.js';
import * as choices from '../../src/policy/choices.js';
import * as schemas from '../../src/schemas/index.js';
import * as spreadsheet from '../../src/spreadsheet/index.js';
import * as testing from '../../src/testing/index.js';

const registration = {
  participant: 'p-1',
  cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' },
  registeredOn: '2020-12-07',
};
const scope = {
  ...choices,
  ...policy,
  ...calendar,
  ...library,
  ...schemas,
  ...diagrams,
  ...diary,
  ...dateFns,
  ...forms,
  ...spreadsheet,
  ...testing,
  fc,
  registration,
};

interface Example {
  readonly of: string;
  readonly code: string;
  readonly value: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function examplesIn(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Example[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node).filter(({ tagName, parent }) => tagName.text === 'example' && parent.parent === node)) {
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```(?:ts)?$/gm, '');
      for (const line of text.split('\n').filter((each) => each.includes('// =>'))) {
        const [code = '', value = ''] = line.split('// =>');
        found.push({ of: file, code: code.trim().replace(/;$/, ''), value: value.trim() });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Each runs in a realm of its own, so that values are compared as the plain data they are. */
function run(code: string): unknown {
  return vm.runInNewContext(`(${code})`, { ...scope });
}

describe('examples in docstrings', () => {
  const examples = files.flatMap(examplesIn);
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(30);
  });
  it.each(examples)('$of: $code', ({ code, value }) => {
    expect(JSON.stringify(run(code))).toBe(JSON.stringify(run(value)));
  });
});
