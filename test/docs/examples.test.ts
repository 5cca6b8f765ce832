// Every example in a docstring is run: `expression // => value`, with the public names in scope and one registration for the lifecycle's; and every one compiles.
import { readFileSync, readdirSync } from 'node:fs';
import vm from 'node:vm';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/calendar/index.js';
import * as dateFns from '../../src/date-fns/index.js';
import * as dateHolidays from '../../src/date-holidays/index.js';
import * as diagrams from '../../src/diagrams/index.js';
import * as diary from '../../src/diary/index.js';
import * as forms from '../../src/forms/index.js';
import * as library from '../../src/index.js';
import * as choices from '../../src/policy/choices.js';
import * as policy from '../../src/policy/policy.js';
import * as schemas from '../../src/schemas/index.js';
import * as spreadsheet from '../../src/spreadsheet/index.js';
import * as testing from '../../src/testing/index.js';
import * as tools from '../../src/tools/index.js';
import { diagnosticsOf } from './compiled.js';

/** What an example may name, by the module that a user imports it from; what is exported inside `src` alone comes last. */
const modules: Readonly<Record<string, object>> = {
  'professional-status': library,
  'professional-status/calendar': calendar,
  'professional-status/schemas': schemas,
  'professional-status/diagrams': diagrams,
  'professional-status/diary': diary,
  'professional-status/spreadsheet': spreadsheet,
  'professional-status/testing': testing,
  'professional-status/date-holidays': dateHolidays,
  'professional-status/date-fns': dateFns,
  'professional-status/forms': forms,
  'professional-status/tools': tools,
  '../../src/policy/choices.js': choices,
  '../../src/policy/policy.js': policy,
};
const registration = {
  participant: 'p-1',
  cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' },
  registeredOn: '2020-12-07',
};
const scope: object = Object.assign({ fc, registration }, ...Object.values(modules).reverse()) as object;

interface Example {
  readonly of: string;
  readonly lines: readonly string[];
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function examplesIn(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Example[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node).filter(({ tagName, parent }) => tagName.text === 'example' && parent.parent === node)) {
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```(?:ts)?$/gm, '');
      found.push({ of: file, lines: text.split('\n').filter((line) => line.trim() !== '') });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A line that says what it comes to. */
function checkedIn(line: string): { readonly code: string; readonly value: string } | undefined {
  const [code = '', value] = line.split('// =>');
  return value === undefined ? undefined : { code: code.trim().replace(/;$/, ''), value: value.trim() };
}

/** Each runs in its own realm, so that values are compared as the plain data they are. */
function run(code: string, before: readonly string[] = []): unknown {
  return vm.runInNewContext([...before, `(${code})`].join('\n'), { ...scope });
}

/** An example as the module in which a user would write it: with an import for each name that it uses, and a line for each line of it. */
function moduleOf({ lines }: Pick<Example, 'lines'>): string {
  const body = lines.map((line) => {
    const checked = checkedIn(line);
    return checked === undefined ? line : `void [(${checked.code}), (${checked.value})];`;
  });
  const used = new Set(body.join('\n').match(/[\w$]+/g));
  const imports = Object.entries(modules).flatMap(([from, module]) =>
    Object.keys(module).flatMap((name) => (used.delete(name) ? [`import { ${name} } from '${from}';`] : [])),
  );
  const more = [
    ...(used.has('fc') ? ["import * as fc from 'fast-check';"] : []),
    ...(used.has('registration')
      ? ["import type { Registration } from 'professional-status';", `const registration: Registration = ${JSON.stringify(registration)};`]
      : []),
  ];
  return [...imports, ...more, ...body, 'export {};'].join('\n');
}

describe('examples in docstrings', () => {
  const examples = files.flatMap(examplesIn);
  const checked = examples.flatMap(({ of, lines }) => {
    const before = lines.filter((line) => checkedIn(line) === undefined);
    return lines.flatMap((line) => checkedIn(line) ?? []).map((each) => ({ of, before, ...each }));
  });

  it('are found', () => {
    expect(examples.length).toBeGreaterThan(130);
  });

  it.each(checked)('$of: $code', ({ code, value, before }) => {
    expect(JSON.stringify(run(code, before))).toBe(JSON.stringify(run(value)));
  });

  it('compile under strict, with exact optional properties and unchecked indexes; and one that is wrong does not', () => {
    const wrong = [
      "noticeDeadline({ programmeStartsOn: 'soon' }).outcome // => 'computed'",
      "inOrder([{ type: 'withdrawn', on: '2021-02-01' }])[0].type // => 'withdrawn'",
      "noSuchName(registration) // => 'registered'",
    ].map((line) => ({ of: 'nowhere', lines: [line] }));
    const all = [...wrong, ...examples];
    const said = diagnosticsOf(all.map(moduleOf)).map((messages, index) => ({ example: all[index], messages }));
    expect(said.slice(0, wrong.length).map(({ messages }) => messages)).toEqual([
      [expect.stringContaining('not assignable')],
      ["Object is possibly 'undefined'."],
      ["Cannot find name 'noSuchName'."],
    ]);
    const faults = said.slice(wrong.length).filter(({ messages }) => messages.length > 0);
    expect(faults.map(({ example, messages }) => [example?.of, ...(example?.lines ?? []), ...messages].join('\n'))).toEqual([]);
  });
});
