// What a web form sends, read into facts and events: decided as the same values are, and what a form cannot say is refused by the rule.
import { describe, expect, it, test } from 'vitest';
import type * as z from 'zod';
import { factsOfForm } from '../../src/forms/index.js';
import {
  assessAdjustmentRequest,
  assessMentorRequest,
  assessSubmission,
  assessSupportAppeal,
  openCase,
  readCase,
  safeTransition,
  suitabilityFactors,
  rules,
  type AnyRule,
} from '../../src/index.js';
import { zodSchemas } from '../../src/schemas/index.js';
import { thrownBy } from '../decision/thrown.js';

const query = (text: string) => new URLSearchParams(text);
function formData(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('3.1.1: a request by a form', () => {
  const fields = { requestedOn: '2020-12-11', programmeStartsOn: ' 2021-01-10 ', requirement: '' };
  it.each([
    ['a FormData', formData(fields)],
    ['a URLSearchParams', new URLSearchParams(fields)],
    ['what a server’s parser makes', Object.assign(Object.create(null) as object, fields)],
  ])('is read from %s, without its blanks', (_, form) => {
    const facts = factsOfForm(assessAdjustmentRequest.facts(), form);
    expect(facts).toEqual({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
    expect(assessAdjustmentRequest.safe(facts)).toEqual(
      assessAdjustmentRequest.safe({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }),
    );
  });

  it('with a field that is not known keeps it, so that a misspelt one is found', () => {
    const facts = factsOfForm(assessAdjustmentRequest.facts(), { ...fields, requirment: 'other', _csrf: 'token' });
    expect(assessAdjustmentRequest.check(facts).map(({ path, suggestion }) => [path.join('.'), suggestion])).toEqual([
      ['requirment', 'requirement'],
      ['_csrf', undefined],
    ]);
  });
});

describe('4.4: a time without a zone is London’s', () => {
  const at = (time: string): unknown => factsOfForm(assessSubmission.facts(), { submittedAt: time })['submittedAt'];
  test.each([
    ['2021-03-27T17:00', '2021-03-27T17:00:00+00:00', 'the day before the clocks go forward'],
    ['2021-03-28T00:59:59', '2021-03-28T00:59:59+00:00', 'the last second before'],
    ['2021-03-28T02:00', '2021-03-28T02:00:00+01:00', 'the first after'],
    ['2021-03-29T17:00', '2021-03-29T17:00:00+01:00', 'the day after'],
    ['2021-10-30T17:00', '2021-10-30T17:00:00+01:00', 'the day before they go back'],
    ['2021-10-31T00:59:59', '2021-10-31T00:59:59+01:00', 'the last second before the hour that comes twice'],
    ['2021-10-31T02:00', '2021-10-31T02:00:00+00:00', 'the first after it'],
    ['2021-11-01T17:00', '2021-11-01T17:00:00+00:00', 'the day after'],
    ['1996-01-01T00:00', '1996-01-01T00:00:00+00:00', 'the first that is known'],
    ['2199-12-31T23:59', '2199-12-31T23:59:00+00:00', 'the last that is known'],
  ])('%s is %s: %s', (time, instant) => {
    expect(at(time)).toBe(instant);
  });

  test.each([
    ['2021-03-28T01:00', 'the clocks skipped it'],
    ['2021-03-28T01:59:59', 'the clocks skipped it'],
    ['2021-10-31T01:00', 'it came twice'],
    ['2021-10-31T01:59:59', 'it came twice'],
    ['1995-12-31T23:59', 'London’s clock is not known then'],
    ['2200-01-01T00:00', 'London’s clock is not known then'],
    ['2021-02-30T17:00', 'there is no such day'],
    ['2021-06-30T24:00', 'there is no such hour'],
    ['2021-06-30 17:00', 'it is written otherwise'],
    ['2021-06-30T17:00:00.5', 'it is written otherwise'],
    ['5pm', 'it is written otherwise'],
  ])('%s stays as it came, and is refused: %s', (time) => {
    expect(at(time)).toBe(time);
    const issues = assessSubmission.check({ submittedAt: at(time), submissionDeadline: '2021-06-30T16:00:00Z', asOf: '2021-06-30' });
    expect(issues.map(({ path, received }) => [path.join('.'), received])).toEqual([['submittedAt', time]]);
  });

  it('an instant stays one, in the hour that comes twice too, and a day stays a day', () => {
    for (const text of ['2021-10-31T01:30:00+00:00', '2021-10-31T01:30+01:00', '2021-06-30T16:00:00Z', '2021-06-30'])
      expect(at(text)).toBe(text);
  });

  test.each([
    ['2021-06-30T16:59', 'in-time'],
    ['2021-06-30T17:00', 'in-time'],
    ['2021-06-30T17:01', 'undetermined'],
  ])('a portfolio sent at %s on the last day, by 5pm: %s', (submittedAt, outcome) => {
    const form = query(`submissionDeadline=2021-06-30T17:00&asOf=2021-07-01&submittedAt=${submittedAt}`);
    const result = assessSubmission.safe(factsOfForm(assessSubmission.facts(), form));
    expect(result.ok && result.decision.outcome).toBe(outcome);
  });
});

describe('a fact that is true or false', () => {
  const said = (...values: readonly string[]): unknown =>
    factsOfForm(assessMentorRequest.facts(), { mentorIdentified: values })['mentorIdentified'];
  test.each([
    ['on', true],
    ['true', true],
    ['yes', true],
    ['false', false],
    ['no', false],
    ['maybe', 'maybe'],
    ['constructor', 'constructor'],
  ])('"%s" is %s', (text, value) => {
    expect(said(text)).toBe(value);
  });

  it('is that of the box where a hidden field comes before it', () => {
    expect(said('false', 'true')).toBe(true);
    expect(said('false')).toBe(false);
  });

  it('is absent where the box was not ticked, and then asked for: nobody said "no"', () => {
    expect(assessMentorRequest.check(factsOfForm(assessMentorRequest.facts(), query('programme=QTLS')))).toMatchObject([
      { path: ['mentorIdentified'], code: 'missing' },
    ]);
  });

  it('may be "none" where it may not be known', () => {
    const facts = factsOfForm(suitabilityFactors.facts(), query('rehabilitation=none&riskOfRepetition=on'));
    expect(facts).toMatchObject({ rehabilitation: 'none', riskOfRepetition: true });
  });

  it('9.1: decides an appeal with the box ticked', () => {
    const form = query('discussedWithTeam=on&ground=sufficiency-of-support&receivedAt=2021-06-30T17:00');
    const result = assessSupportAppeal.safe(factsOfForm(assessSupportAppeal.facts(), form));
    expect(result.ok && result.decision.outcome).toBe('admissible');
  });
});

describe('numbers, texts, lists and parts', () => {
  const registration = (fields: object) => factsOfForm(zodSchemas.registration, fields);
  it.each([
    ['2', 2],
    [' 02 ', 2],
    ['0', 0],
    ['-2', '-2'],
    ['2.5', '2.5'],
    ['2e3', '2e3'],
    ['9'.repeat(16), '9'.repeat(16)],
  ])('"%s" of a number is %s', (text, value) => {
    expect(registration({ portfolio: text })['portfolio']).toBe(value);
  });

  it('whether something is so, the items of a list and the type of an event lose the blanks around them', () => {
    expect(factsOfForm(assessMentorRequest.facts(), { mentorIdentified: ' yes ' })).toEqual({ mentorIdentified: true });
    const lodged = { type: 'appeal-lodged ', at: '2021-06-30T17:00', grounds: ' procedural-error' };
    expect(factsOfForm(zodSchemas.awardAppealEvent, lodged)).toEqual({
      type: 'appeal-lodged',
      at: '2021-06-30T17:00:00+01:00',
      grounds: ['procedural-error'],
    });
  });

  it('a text keeps its blanks and its digits, and one of blanks alone is left out', () => {
    expect(registration({ participant: ' 204 ' })).toEqual({ participant: ' 204 ' });
    expect(registration({ participant: '   ' })).toEqual({});
  });

  it('a separate part is read by its own schema', () => {
    const cohort = {
      id: 'qtls-2021-01',
      programme: 'QTLS',
      startsOn: '2021-01-10',
      submissionDeadline: '2021-06-30T17:00',
      reviewOpens: '',
    };
    expect(registration({ cohort, participant: 'p-1' })).toMatchObject({ cohort: { submissionDeadline: '2021-06-30T17:00:00+01:00' } });
    expect(registration({ cohort })['cohort']).not.toHaveProperty('reviewOpens');
    expect(registration({ cohort: 'x' })).toEqual({ cohort: 'x' });
    expect(registration({ cohort: new Date(0) })).toEqual({ cohort: new Date(0) });
  });

  it('boxes of one name are a list, one alone too; of a fact that is not a list they are refused', () => {
    const grounds = (text: string) => factsOfForm(zodSchemas.awardAppealEvent, query(`type=appeal-lodged&${text}`))['grounds'];
    expect(grounds('grounds=a&grounds=b')).toEqual(['a', 'b']);
    expect(grounds('grounds=a')).toEqual(['a']);
    const twice = factsOfForm(
      assessAdjustmentRequest.facts(),
      query('requestedOn=2020-12-11&requestedOn=2020-12-12&programmeStartsOn=2021-01-10'),
    );
    expect(assessAdjustmentRequest.check(twice)).toMatchObject([{ path: ['requestedOn'], received: 'array' }]);
  });

  it('a file is not a text', () => {
    const form = new FormData();
    form.append('requestedOn', new Blob(['2020-12-11']));
    form.append('programmeStartsOn', '2021-01-10');
    expect(assessAdjustmentRequest.check(factsOfForm(assessAdjustmentRequest.facts(), form))).toMatchObject([{ path: ['requestedOn'] }]);
  });
});

describe('an event by a form', () => {
  const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' } as const;
  const opened = openCase({ participant: 'p-204', cohort, registeredOn: '2020-12-07' });

  it('is read by the facts of its type, and goes into the case', () => {
    const event = factsOfForm(zodSchemas.event, query('type=portfolio-issued&on=2021-01-10&id='));
    const result = safeTransition(opened, event);
    expect(result.ok && readCase(result.transition.case).stage).toBe('in-programme');
  });

  it('that is submitted has its time in London', () => {
    expect(factsOfForm(zodSchemas.event, query('type=portfolio-submitted&at=2021-06-30T17:00'))).toEqual({
      type: 'portfolio-submitted',
      at: '2021-06-30T17:00:00+01:00',
    });
  });

  it.each(['type=enrolled&on=2021-01-10', 'on=2021-01-10', 'type='])(
    'of no known type is refused, with the types that there are: %s',
    (text) => {
      const result = safeTransition(opened, factsOfForm(zodSchemas.event, query(text)));
      expect(result.ok ? [] : result.issues[0]).toMatchObject({
        path: ['event', 'type'],
        expected: expect.arrayContaining(['portfolio-issued']) as unknown,
      });
    },
  );

  it('of a procedure is read as well', () => {
    expect(factsOfForm(zodSchemas.awardAppealEvent, query('type=explanation-requested&at=2021-01-11T10:00'))).toEqual({
      type: 'explanation-requested',
      at: '2021-01-11T10:00:00+00:00',
    });
  });
});

describe('what is not a form, or not a schema', () => {
  const endless = {
    *[Symbol.iterator]() {
      for (;;) yield ['name', 'value'];
    },
  };
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`f${index}`, '1']));
  const trap = Object.defineProperty({}, 'requestedOn', {
    enumerable: true,
    get: () => {
      throw new Error('a getter');
    },
  });
  test.each([
    ['nothing', undefined, 'missing'],
    ['null', null, 'malformed'],
    ['a text', 'requestedOn=2020-12-11', 'malformed'],
    ['a list', [['requestedOn', '2020-12-11']], 'malformed'],
    ['a Date', new Date(), 'malformed'],
    ['pairs that are none', new Set([1]), 'malformed'],
    ['names that are none', new Map([[1, '1']]), 'malformed'],
    ['fields without an end', endless, 'malformed'],
    ['a getter that throws', trap, 'malformed'],
    ['1,001 fields', many, 'malformed'],
  ])('%s is refused', (_, form, code) => {
    const { issues } = thrownBy(() => factsOfForm(assessAdjustmentRequest.facts(), form));
    expect(issues.map(({ path, code: kind }) => [path, kind])).toEqual([[['form'], code]]);
    expect(issues[0].message).toMatch(/^must be a form: a FormData, a URLSearchParams or an object of texts/);
  });

  it('a field by the name of a prototype is a field that is not known', () => {
    const facts = factsOfForm(assessAdjustmentRequest.facts(), query('__proto__=x&requestedOn=2020-12-11&programmeStartsOn=2021-01-10'));
    expect(assessAdjustmentRequest.check(facts)).toMatchObject([{ path: ['__proto__'], code: 'unknown-key' }]);
  });

  it('1,000 fields are read', () => {
    expect(Object.keys(factsOfForm(assessAdjustmentRequest.facts(), Object.fromEntries(Object.entries(many).slice(1))))).toHaveLength(1000);
  });

  it('a rule is not its schema', () => {
    // @ts-expect-error -- the rule in the place of its facts
    const { issues } = thrownBy(() => factsOfForm(assessAdjustmentRequest, null));
    expect(issues.map(({ path }) => path)).toEqual([['schema'], ['form']]);
  });

  it('every rule’s facts, and every event, have a schema that is taken', () => {
    for (const rule of Object.values<AnyRule>(rules)) expect(factsOfForm(rule.facts(), {})).toEqual({});
    for (const [name, schema] of Object.entries<z.ZodType>(zodSchemas))
      if (/(Event|Opening|^event|^registration)$/.test(name)) expect(factsOfForm(schema, {})).toEqual({});
  });
});
