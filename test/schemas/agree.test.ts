// What a text may be, by the JSON Schemas and by the library: the same, in the engines of JSON Schema that hosts use.
import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, zodSchemas, type SchemaName } from '../../src/schemas/index.js';

const strict = () => formats.default(new Ajv2020({ strict: true, allErrors: true }));

test.each(Object.keys(jsonSchemas) as SchemaName[])('%s compiles under a strict validator', (name) => {
  expect(() => strict().compile(jsonSchemas[name])).not.toThrow();
});

/** Whether both take a text in some place, without the format that a validator may check or not; and that they say the same. */
function places(name: SchemaName, whole: (text: string) => object) {
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(jsonSchemas[name]);
  return {
    schema: (text: string): boolean => validate(whole(text)),
    library: (text: string): boolean => zodSchemas[name].safeParse(whole(text)).success,
  };
}
const date = places('assessAdjustmentRequestFacts', (requestedOn) => ({ requestedOn, programmeStartsOn: '2021-01-10' }));
const asOf = '2021-03-01';
const instant = places('assessSubmissionFacts', (submittedAt) => ({ submittedAt, submissionDeadline: '2021-03-31T17:00:00+01:00', asOf }));
const moment = places('assessSubmissionFacts', (day) => ({ submissionDeadline: '2021-03-31T17:00:00+01:00', asOf: day }));
const id = places('registration', (participant) => ({
  participant,
  cohort: { id: 'c', programme: 'QTLS', startsOn: '2020-10-01' },
  registeredOn: '2020-09-18',
}));
const kinds = { date, instant, moment, id };

const patternsOf = (schema: unknown): readonly string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, part]) => (key === 'pattern' && typeof part === 'string' ? [part] : patternsOf(part)));
const patterns = [...new Set(Object.values(jsonSchemas).flatMap(patternsOf))];
const datePattern = patterns.find((pattern) => pattern.startsWith('^') && !pattern.includes('T')) as string;
const instantPattern = patterns.find((pattern) => pattern.includes('T')) as string;

const leapDays = ['1904-02-29', '1996-02-29', '2000-02-29', '2020-02-29', '2096-02-29', '2104-02-29', '2196-02-29'];
const realDays = ['1900-01-01', '2199-12-31', '2021-01-31', '2021-04-30', '2021-02-28', ...leapDays];
const noDays = [
  ...['2021-00-10', '2021-13-10', '2021-01-00', '2021-01-32', '2021-04-31', '2021-06-31', '2021-09-31', '2021-11-31', '2021-02-30'],
  ...['1900-02-29', '2021-02-29', '2100-02-29', '1899-12-31', '2200-01-01', '0021-01-01', '2021-1-1', '20210101', '+2021-01-01'],
  ...[
    '2021-01-10\n',
    '\n2021-01-10',
    '2021-01-10 ',
    ' 2021-01-10',
    '2021-01-10\r',
    '2021-01-10\u2028',
    '2021-01-10Z',
    '２021-01-10',
    '٢٠٢١-01-10',
  ],
  ...['', '2021-01', '2021-01-10T', '10-01-2021', '2021/01/10'],
];
const realInstants = [
  ...['2021-03-31T17:00Z', '2021-03-31T17:00:00Z', '2021-03-31T17:00:00.000Z', '2021-03-31T17:00+01:00', '2021-03-31T17:00:00.999-23:59'],
  ...['1996-01-01T00:00Z', '2199-12-31T23:59:59.999Z', '1995-12-31T23:30:00-01:00', '2199-12-31T23:59:59+14:00', '2000-02-29T00:00Z'],
];
const noInstants = [
  ...['2021-13-45T17:00:00Z', '2021-02-30T17:00:00Z', '2021-00-10T17:00:00Z', '1995-06-30T17:00:00Z', '1995-12-31T23:59:59Z'],
  ...['1995-12-31T23:59:59+01:00', '1995-12-30T23:59:59-01:00', '2200-01-01T00:00:00Z', '2200-01-01T00:00:00+01:00', '1900-01-01T00:00Z'],
  ...['2021-03-31T24:00:00Z', '2021-03-31T17:60:00Z', '2021-03-31T17:00:60Z', '2021-03-31T17:00:00+24:00', '2021-03-31T17:00:00+01:60'],
  ...[
    '2021-03-31T17:00:00',
    '2021-03-31T17Z',
    '2021-03-31 17:00:00Z',
    '2021-03-31t17:00:00z',
    '2021-03-31T17:00:00+0100',
    '2021-03-31T17:00:00+1:00',
  ],
  ...[
    '2021-03-31T17:00:00.1Z',
    '2021-03-31T17:00:00.1234Z',
    '2021-03-31T17:00:00,000Z',
    '2021-03-31T17:00.000Z',
    '2021-03-31T17:00:00−01:00',
  ],
  ...[
    '2021-03-31T17:00:00Z\n',
    '2021-03-31T17:00:00+01:00\n',
    '\n2021-03-31T17:00:00Z',
    '2021-03-31T17:00:00Z ',
    '2021-03-31T17:00:00Z\r\n',
  ],
  ...['2021-03-31T17:00\n:00Z', '2021-03-31T17:00:00Z\u0085', '2021-03-31T17:00:00ZZ', '2100-02-29T17:00Z'],
];

describe('what is taken, and what is refused, is so by both', () => {
  test.each<[keyof typeof kinds, string, boolean]>([
    ...realDays.map((text): [keyof typeof kinds, string, boolean] => ['date', text, true]),
    ...noDays.map((text): [keyof typeof kinds, string, boolean] => ['date', text, false]),
    ...realInstants.map((text): [keyof typeof kinds, string, boolean] => ['instant', text, true]),
    ...noInstants.map((text): [keyof typeof kinds, string, boolean] => ['instant', text, false]),
    ...[...realDays, ...realInstants].map((text): [keyof typeof kinds, string, boolean] => ['moment', text, true]),
    ...[...noDays, ...noInstants].map((text): [keyof typeof kinds, string, boolean] => ['moment', text, false]),
  ])('%s %j: %s', (kind, text, taken) => {
    expect([kinds[kind].library(text), kinds[kind].schema(text)]).toEqual([taken, taken]);
  });

  test.each([
    ['200 letters', 'x'.repeat(200), true],
    ['201 letters', 'x'.repeat(201), false],
    ['200 emoji, which are 400 units of a text in JavaScript', '😀'.repeat(200), true],
    ['201 emoji', '😀'.repeat(201), false],
    ['199 letters and an emoji', `${'x'.repeat(199)}😀`, true],
    ['200 letters and an emoji', `${'x'.repeat(200)}😀`, false],
    ['halves of emoji, each a character', '\ud83d'.repeat(200), true],
    ['201 halves of emoji', '\ud83d'.repeat(201), false],
    ['401 letters', 'x'.repeat(401), false],
    ['nothing', '', false],
  ])('an id of %s', (_, text, taken) => {
    expect([id.library(text), id.schema(text)]).toEqual([taken, taken]);
  });

  property.prop([fc.stringMatching(new RegExp(datePattern))])('a text that the pattern of a date takes is a date', (text) => {
    expect(date.library(text)).toBe(true);
  });
  property.prop([fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31T23:59:59.999Z'), noInvalidDate: true })])(
    'every date that the library takes fits',
    (day) => {
      const text = day.toISOString().slice(0, 10);
      expect([date.library(text), date.schema(text)]).toEqual([true, true]);
    },
  );

  const two = (of: number): string => String(of).padStart(2, '0');
  const anInstant = fc
    .record({
      day: fc.oneof(
        fc.constantFrom('1995-12-30', '1995-12-31', '1996-01-01', '2199-12-31', '2200-01-01', '2000-02-29', '2100-02-28'),
        fc
          .date({ min: new Date('1995-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
          .map((of) => of.toISOString().slice(0, 10)),
      ),
      time: fc.tuple(fc.nat(24), fc.nat(60)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
      rest: fc.constantFrom('', ':00', ':59', ':59.999', ':60', ':00.1'),
      zone: fc.oneof(
        fc.constant('Z'),
        fc.tuple(fc.constantFrom('+', '-'), fc.nat(24), fc.nat(60)).map(([sign, hour, minute]) => `${sign}${two(hour)}:${two(minute)}`),
      ),
    })
    .map(({ day, time, rest, zone }) => `${day}T${time}${rest}${zone}`);
  property.prop([anInstant])('every instant that the library takes fits, and one that does not is not an instant', (text) => {
    if (instant.library(text)) expect(instant.schema(text)).toBe(true);
    // At the two ends of the years of instants an offset decides, which a pattern does not count with.
    else if (!/^(1995-12-31|1996-01-01|2199-12-31)/.test(text)) expect(instant.schema(text)).toBe(false);
  });
  property.prop([fc.string({ unit: 'binary', maxLength: 450 })])('any id is taken by both, or by neither', (text) => {
    expect(id.schema(text)).toBe(id.library(text));
  });
});

const python = spawnSync('python3', ['-c', 'import re'], { encoding: 'utf8' }).status === 0;
test.skipIf(!python)('Python reads the patterns in the same way, a line feed at the end among them', () => {
  const script = [
    'import json, re, sys',
    'pattern, forbidden, texts = json.load(sys.stdin)',
    'print(json.dumps([bool(re.search(pattern, t)) and not re.search(forbidden, t) for t in texts]))',
  ].join('\n');
  const taken = (pattern: string, texts: readonly string[]): unknown =>
    JSON.parse(spawnSync('python3', ['-c', script], { encoding: 'utf8', input: JSON.stringify([pattern, '\\s', texts]) }).stdout);
  expect(patterns).toContain('\\s');
  expect(taken(datePattern, realDays)).toEqual(realDays.map(() => true));
  expect(taken(datePattern, noDays)).toEqual(noDays.map(() => false));
  expect(taken(instantPattern, realInstants)).toEqual(realInstants.map(() => true));
  expect(taken(instantPattern, noInstants)).toEqual(noInstants.map(() => false));
});

test('no pattern needs an engine that looks ahead or behind', () => {
  expect(patterns.filter((pattern) => /\(\?/.test(pattern))).toEqual([]);
});
