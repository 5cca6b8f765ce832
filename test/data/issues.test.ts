// What came, made safe to print and to send.
import { describe, expect, it, test } from 'vitest';
import { assessSupportAppeal, noticeDeadline, InvalidFacts, isInvalidFacts, replay, type CaseEvent } from '../../src/index.js';
import { thrownBy } from '../decision/thrown.js';
import { renderReceived } from '../../src/data/issues.js';

describe('an issue', () => {
  it('can say what it received of a value that throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(renderReceived(proxy)).toBe('object');
  });

  test.each([
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(80)}…`],
    ['2021-01-10\u200b', '2021-01-10\\u200b'],
    ['a\nb\u001b[31m\u202ec', 'a\\u000ab\\u001b[31m\\u202ec'],
    ['\n'.repeat(80), `${'\\u000a'.repeat(13)}\\u…`],
    [1.5, 1.5],
    [-0, 0],
    [true, true],
    [null, null],
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [[1], 'array'],
    [new Date(), 'object'],
    [(): void => undefined, 'function'],
    [Symbol('x'), 'symbol'],
    [1n, 'bigint'],
  ])('%# render what was received so that it can be sent', (value, expected) => {
    expect(renderReceived(value)).toBe(expected);
  });
});

describe('the message of an error', () => {
  it('names an unknown key with its line breaks and controls as escapes, so that a log stays a line', () => {
    const facts = { programmeStartsOn: '2021-01-10', 'key\n\u001b[31m\u202e': 1 };
    expect(noticeDeadline.check(facts)[0]?.path).toEqual(['key\n\u001b[31m\u202e']);
    expect(() => noticeDeadline(facts as never)).toThrow('key\\u000a\\u001b[31m\\u202e is not a fact of this rule');
  });

  it.each(['2021-01-03T12:00:00Z', '2021-01-03T12:00:00+00:00', '2021-01-03'])('of an order leaves the other fact out, %s', (sentAt) => {
    const facts = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-01-02', sentAt };
    expect(() => assessSupportAppeal(facts as never)).toThrow(/^Invalid facts: receivedAt must not be before sentAt$/);
  });
});

describe('so many problems that no call could take them as arguments', () => {
  it('are returned, each one', () => {
    const wide = { type: 'withdrawn', ...Object.fromEntries(Array.from({ length: 95 }, (_, key) => [`k${key}`, 1])) };
    const opening = {
      participant: 'p',
      cohort: { id: 'c', programme: 'QTLS', startsOn: '2021-01-10' },
      registeredOn: '2020-12-07',
    } as const;
    const { issues } = thrownBy(() => replay(opening, new Array(1500).fill(wide) as CaseEvent[]));
    expect(issues.length).toBeGreaterThan(140_000);
  });
});

describe('isInvalidFacts', () => {
  const error = new InvalidFacts([{ path: [], message: 'must be a date', code: 'malformed', received: null }]);
  it('knows an error that comes back from JSON', () => {
    expect(isInvalidFacts(JSON.parse(JSON.stringify(error)))).toBe(true);
  });
  it('knows no error without an issue, and not what a clone leaves of one', () => {
    expect(isInvalidFacts({ code: 'INVALID_FACTS', issues: [] })).toBe(false);
    expect(isInvalidFacts(structuredClone(error))).toBe(false);
  });
});
