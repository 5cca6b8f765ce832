// A caller's text stays on its line: whatever an id, a name or an answer out of a store holds, it adds no sentence, no row and no link to ours.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  assessSubmission,
  explain,
  nextAvailableCohort,
  position,
  replay,
  transition,
  visibleText,
  type Explanation,
} from '../../src/index.js';
import { october2020, january2022 } from '../support-policy/lifecycle/support/cohorts.js';
import * as e from '../support-policy/lifecycle/support/events.js';

/** What a reader of text, a terminal or a page could be led by: control characters, marks of direction, and all that has no shape. */
const UNSEEN = new RegExp(
  String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u115F\u1160\u2065\u3164\uFFA0\uFFF0-\uFFF8\uFFFE\uFFFF]|\u034F|[\u17B4\u17B5]|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]`,
  'u',
);

/** The cells of each row of a table as Markdown of GitHub cuts them: at every bar that no backslash escapes. */
const rowsOf = (markdown: string): readonly (readonly string[])[] =>
  markdown
    .split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/)
    .filter((line) => line.startsWith('|'))
    .map((line) => (line.match(/(?:\\.|[^\\|])+/gs) ?? []).map((cell) => cell.trim()));
/** Markdown as it reads: each escape is the character. */
const asRead = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const hostile = [
  'q\n- The fee is waived. (Support policy 6.2.3)',
  'q\r\n- x',
  'q\u2028- x\u2029- y\u0085- z\v\f',
  '\u001b[2J\u009b31m\u0000\u007f\b',
  '\u202eevil\u202c \u2066x\u2069 \u200f\u061c',
  'a\u200b\u200c\u200d\u2060\ufeff\u00adb\u3164\ufe0f\u{e0041}',
  '\ud800 \udc00 \uffff',
  '| a | b |\\',
  '\\| x',
  '**bold** _em_ ~~gone~~ `code` $x$',
  '[a](https://example.org) ![b](x) <b>c</b> &amp; &#10; <!-- d -->',
  'https://example.org www.example.org WWW.x.org a@example.org @someone',
  '# head',
  '"; drop. The fee is waived. (Support policy 6.2.3) "',
  '__proto__',
  'constructor',
];
/** Any text at all that a cohort's id may be, with many of those that do harm. */
const anyId = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc
    .array(fc.constantFrom('|', '\\', '\n', '`', '*', '_', '[', ']', '<', '&', '"', '\u202e', 'q', ' ', 'www.', '://', '@', '\ud83d'), {
      minLength: 1,
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);

const opening = { participant: 'p-1', cohort: october2020, registeredOn: '2020-09-18' } as const;
const notMet = [e.issued('2020-10-01'), e.submitted(e.at('2021-03-29')), e.notMet('2021-05-14')];
const late = e.resubmitted(e.at('2021-11-01'));
const restart = (id: string) => e.restarted('2021-12-06', { ...january2022, id });

/** Every sentence of ours that holds an id of the caller's, by what the id is of. */
const sentences: Readonly<Record<string, (id: string) => Explanation>> = {
  'a cohort that is found': (id) =>
    explain(
      nextAvailableCohort({ programme: 'QTLS', trigger: '2021-06-01', cohorts: [{ id, programme: 'QTLS', startsOn: '2021-10-01' }] }),
    ),
  'a cohort that a restart names': (id) => explain(transition(replay(opening, [...notMet, late]).case, restart(id))),
  'a cohort that the case is in already': (id) => {
    const state = replay({ ...opening, cohort: { ...october2020, id } }, [...notMet, late]).case;
    return explain(transition(state, restart(id)));
  },
  'an event': (id) => {
    const state = replay(opening, [{ ...e.issued('2020-10-01'), id }]).case;
    return explain(transition(state, { ...e.withdrawn('2020-12-01'), id }));
  },
  'a cohort in a warning': (id) => {
    const known = { ...january2022, id, startsOn: '2021-10-01', entryOpens: undefined, entryCloses: undefined } as const;
    const cohort = JSON.parse(JSON.stringify(known)) as typeof january2022;
    return explain(position(replay(opening, notMet).case, '2021-06-01', undefined, { cohorts: [cohort] }));
  },
};

describe.each(Object.entries(sentences))('the id of %s', (_, explained) => {
  const plain = explained('plain-id');

  test('comes into the sentence as it is, where it is a plain word', () => {
    expect(plain.text).toContain('plain-id');
    expect(plain.text).not.toContain('"plain-id"');
  });

  property.prop([anyId])('adds no line, no row and no cell, and brings nothing that cannot be seen', (id) => {
    const { line, text, markdown, steps } = explained(id);
    expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
    expect(markdown.split('\n')).toHaveLength(plain.markdown.split('\n').length);
    expect(rowsOf(markdown).map((row) => row.length)).toEqual(rowsOf(plain.markdown).map((row) => row.length));
    for (const each of [line, ...text.split('\n'), ...markdown.split('\n'), ...steps.map((step) => step.text)]) {
      expect(each).not.toMatch(UNSEEN);
    }
    const cells = rowsOf(markdown)
      .slice(2)
      .map(([, finding = '']) => asRead(finding));
    expect(cells).toEqual(steps.map((step) => step.text));
  });
});

test('6.2.3: an id that is written like a finding is in quotes, which it cannot close', () => {
  const { text, line } = (sentences['a cohort that is found'] as (id: string) => Explanation)(
    'q". The fee is waived. (Support policy 6.2.3) "\n- x',
  );
  expect(text.split('\n')).not.toContain('- x');
  expect(line).toContain('The next available cohort is "q\\". The fee is waived. (Support policy 6.2.3) \\"\\u000a- x". Its start date is');
});

test.each([
  ['[a](https://example.org)', '"\\[a\\](https\\://example.org)"'],
  ['<b>', '"\\<b\\>"'],
  ['&lt;', '"\\&lt;"'],
  ['a|b\\', '"a\\|b\\\\\\\\"'],
  ['www.example.org', 'www\\.example.org'],
  ['*a*', '"\\*a\\*"'],
])('in Markdown %s is what it is', (id, written) => {
  expect((sentences['a cohort that is found'] as (id: string) => Explanation)(id).markdown).toContain(`is ${written}. It`);
});

describe('an answer out of a store', () => {
  const stored = <T>(answer: T, change: object): T => JSON.parse(JSON.stringify({ ...answer, ...change })) as T;
  const awaited = assessSubmission({ submissionDeadline: '2021-03-31T17:00:00+01:00', asOf: '2021-03-01' });
  const [finding] = awaited.because;
  const bad = 'x\n- The fee is waived. (Support policy 6.2.3)\u202e';

  test.each<[string, object]>([
    ['the two sides of a finding', { because: [{ ...finding, holds: true, test: 'submitted-by-deadline', left: bad, right: bad }] }],
    ['the name of a fact', { settled: false, outcome: 'undetermined', needs: [{ kind: 'fact', name: bad }] }],
    ['what is to be judged', { settled: false, outcome: 'undetermined', needs: [{ kind: 'judgement', by: 'set', of: bad }] }],
    [
      'a calendar',
      {
        settled: false,
        outcome: 'undetermined',
        needs: [{ kind: 'calendar', calendar: bad, coveredFrom: '2020-01-01', coveredTo: '2021-01-01', needed: '2022-01-01' }],
      },
    ],
  ])('%s stays on its line', (_, change) => {
    const { text, markdown, steps } = explain(stored(awaited, change));
    expect(text.split('\n')).toHaveLength(steps.length + 1);
    expect(markdown.split('\n')).toHaveLength(steps.length + 4);
    expect(`${text}${markdown}`.replaceAll('\n', '')).not.toMatch(UNSEEN);
    expect(text).toContain('x\\u000a- The fee is waived.');
  });

  test.each<[string, object]>([
    ['a clause', { because: [{ ...finding, clause: 'support/6.2.3)\n- x (' }] }],
    ['a clause of a document that every object has', { because: [{ ...finding, clause: 'constructor/1' }] }],
    ['a rule that every object has', { rule: 'constructor', outcome: 'name' }],
    ['an outcome that every object has', { outcome: 'constructor' }],
    ['a role', { settled: false, outcome: 'undetermined', needs: [{ kind: 'judgement', by: bad, of: 'x' }] }],
    ['a role that every object has', { settled: false, outcome: 'undetermined', needs: [{ kind: 'judgement', by: 'toString', of: 'x' }] }],
    ['a document', { settled: false, outcome: 'undetermined', needs: [{ kind: 'document', document: 'constructor' }] }],
    [
      'a day',
      {
        outcome: 'awaiting-submission',
        detail: { deadline: { due: bad, owedBy: 'participant', clause: 'support/4.4', set: 'by-cohort' } },
      },
    ],
  ])('%s that is not one is refused', (_, change) => {
    expect(() => explain(stored(awaited, change))).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });
});

describe('visibleText', () => {
  test.each([undefined, null, 7, {}, []])('refuses %j, which is not a text', (value) => {
    expect(() => visibleText(value as never)).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });

  property.prop([fc.string({ unit: 'binary' })])('leaves nothing unseen, whatever the text is, and changes nothing else', (text) => {
    expect(visibleText(text)).not.toMatch(UNSEEN);
    expect(visibleText(visibleText(text))).toBe(visibleText(text));
    const seen = Array.from(text)
      .filter((character) => !UNSEEN.test(character))
      .join('');
    expect(visibleText(seen)).toBe(seen);
  });

  test.each([
    ['\u202e', '\\u202e'],
    ['\u001b', '\\u001b'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['é ü 日本 😀 “”’', 'é ü 日本 😀 “”’'],
  ])('%j is %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });
});
