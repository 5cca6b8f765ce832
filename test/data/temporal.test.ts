// Temporal's dates and instants, taken as they are wherever a fact or an event has a date or an instant. This engine may lack Temporal:
// the classes here have its brands, and write themselves as it does.
import { describe, expect, it, test } from 'vitest';
import {
  assessAdjustmentRequest,
  assessSubmission,
  awardAppeal,
  decideAll,
  noticeDeadline,
  openCase,
  receipt,
  safeTransition,
  verifyReceipt,
  rules,
} from '../../src/index.js';

interface Writing {
  readonly smallestUnit?: unknown;
  readonly timeZoneName?: unknown;
}
/** A value of Temporal: nothing is its own, so only its brand and its text tell what it is. */
class Stub {
  readonly #brand: string;
  readonly #write: (options: Writing) => unknown;
  static reads = 0;
  constructor(brand: string, write: (options: Writing) => unknown) {
    this.#brand = brand;
    this.#write = write;
  }
  get [Symbol.toStringTag](): string {
    return `Temporal.${this.#brand}`;
  }
  toString(options: Writing = {}): string {
    Stub.reads++;
    return this.#write(options) as string;
  }
}
const plainDay = (text: string): unknown => new Stub('PlainDate', () => text);
/** Nine digits of a second, as the engine's clock gives them, unless three are asked for: the rest is then cut off. */
const exactly = (text: string): unknown =>
  new Stub('Instant', ({ smallestUnit }) => (smallestUnit === 'millisecond' ? text.replace(/\d{6}Z$/, 'Z') : text));
const zoned = (text: string): unknown =>
  new Stub('ZonedDateTime', ({ timeZoneName }) => (timeZoneName === 'never' ? text : `${text}[Europe/London]`));

describe('3.1.1: a day of Temporal', () => {
  test.each([
    ['2020-12-09', 'timely'],
    ['2020-12-10', 'timely'],
    ['2020-12-11', 'late'],
  ])('%s is that day: %s', (day, outcome) => {
    const result = assessAdjustmentRequest.safe({ requestedOn: plainDay(day), programmeStartsOn: plainDay('2021-01-10') });
    expect(result.ok && result.decision.outcome).toBe(outcome);
  });

  it('is read once, and not beside the text that was decided', () => {
    Stub.reads = 0;
    expect(noticeDeadline.safe({ programmeStartsOn: plainDay('2021-01-10') }).ok).toBe(true);
    expect(Stub.reads).toBe(1);
  });

  it('is kept in a decision record as its text', () => {
    const facts: object = { programmeStartsOn: plainDay('2021-01-10') };
    const kept: unknown = JSON.parse(JSON.stringify(receipt(noticeDeadline, facts as { programmeStartsOn: '2021-01-10' })));
    expect(kept).toMatchObject({ facts: { programmeStartsOn: '2021-01-10' } });
    expect(verifyReceipt(kept, { rules })).toEqual({ result: 'same' });
  });

  it('does not stop the rows beside it where it is refused', () => {
    const rows = ['2021-01-10', '2021-01-10[u-ca=gregory]', '2021-01-10'].map((day) => ({ programmeStartsOn: plainDay(day) }));
    expect(decideAll(noticeDeadline, rows).map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

describe('4.4: an instant of Temporal', () => {
  const outcomeOf = (submittedAt: unknown) => {
    const result = assessSubmission.safe({
      submittedAt,
      submissionDeadline: exactly('2021-03-31T16:00:00.000000000Z'),
      asOf: plainDay('2021-04-01'),
    });
    return result.ok ? result.decision.outcome : result.issues.map(({ path, received }) => [path.join('.'), received]);
  };

  it.each([
    ['2021-03-31T15:59:59.999000000Z', 'in-time'],
    ['2021-03-31T16:00:00.000000000Z', 'in-time'],
    ['2021-03-31T16:00:00.001000000Z', 'undetermined'],
  ])('%s is that moment: %s', (at, outcome) => {
    expect(outcomeOf(exactly(at))).toBe(outcome);
  });

  it('counts in thousandths of a second: what is finer is cut off', () => {
    expect(outcomeOf(exactly('2021-03-31T16:00:00.000999999Z'))).toBe('in-time');
  });

  it.each([
    ['the day before the clocks go back', '2021-10-30T17:00:00.000+01:00'],
    ['the repeated hour, first', '2021-10-31T01:30:00.000+01:00'],
    ['the repeated hour, second', '2021-10-31T01:30:00.000+00:00'],
    ['the day after', '2021-11-01T17:00:00.000+00:00'],
  ])('with its zone is the same moment as its text: %s', (_, at) => {
    const decided = (submissionDeadline: unknown) => assessSubmission.safe({ submissionDeadline, submittedAt: at, asOf: '2021-11-02' });
    expect(decided(zoned(at))).toEqual(decided(at));
    expect(decided(zoned(at)).ok).toBe(true);
  });
});

describe('an event with a value of Temporal', () => {
  const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' } as const;
  const opened = openCase({ participant: 'p-204', cohort, registeredOn: '2020-12-07' });

  it('is kept in the case as text', () => {
    const result = safeTransition(opened, { type: 'portfolio-issued', on: plainDay('2021-01-10') });
    expect(result.ok && result.transition.case.history.at(-1)).toEqual({ type: 'portfolio-issued', on: '2021-01-10' });
  });

  it('goes into a procedure too', () => {
    const appeal = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
    const event = { type: 'explanation-requested', at: exactly('2021-01-11T10:00:00.000000000Z') };
    const result = awardAppeal.safe(appeal, event);
    expect(result.ok && result.transition.accepted).toBe(true);
  });
});

describe('a value of Temporal is refused', () => {
  const says = (programmeStartsOn: unknown) =>
    noticeDeadline.check({ programmeStartsOn }).map(({ path, message, received, code }) => [path.join('.'), message, received, code]);
  const IS_A_DATE = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';

  it.each([
    ['of another calendar', plainDay('2021-01-10[u-ca=gregory]'), '2021-01-10[u-ca=gregory]', 'malformed'],
    ['of another year', plainDay('1899-12-31'), '1899-12-31', 'out-of-range'],
    ['an instant, where a day is meant', exactly('2021-01-10T00:00:00.000000000Z'), '2021-01-10T00:00:00.000Z', 'malformed'],
    ['a month', new Stub('PlainYearMonth', () => '2021-01'), '2021-01', 'malformed'],
  ])('%s', (_, value, received, code) => {
    expect(says(value)).toEqual([['programmeStartsOn', IS_A_DATE, received, code]]);
  });

  it('without a zone, where a moment is meant', () => {
    const deadline = new Stub('PlainDateTime', () => '2021-03-31T17:00:00.000');
    const issues = assessSubmission.check({ submissionDeadline: deadline, asOf: '2021-04-01' });
    expect(issues.map(({ path, received }) => [path.join('.'), received])).toEqual([['submissionDeadline', '2021-03-31T17:00:00.000']]);
  });

  it.each<[string, () => unknown]>([
    [
      'that throws',
      () => {
        throw new RangeError('no text');
      },
    ],
    ['that gives what cannot be text', () => Object.create(null) as unknown],
    [
      'that is a value which throws in its turn',
      () => ({
        toString: () => {
          throw new Error('no text');
        },
      }),
    ],
  ])('with a text %s, and nothing escapes', (_, write) => {
    expect(says(new Stub('PlainDate', write))).toEqual([['programmeStartsOn', 'must be a value that can be read', 'object', 'malformed']]);
  });
});

interface Engine {
  readonly PlainDate: { readonly from: (text: string) => unknown };
  readonly Instant: { readonly from: (text: string) => unknown };
}
const { Temporal } = globalThis as { readonly Temporal?: Engine };
describe.skipIf(Temporal === undefined)('the Temporal of this engine', () => {
  it('4.4: is read as its text', () => {
    const result = assessSubmission.safe({
      submittedAt: Temporal?.Instant.from('2021-03-31T17:00:00.0001+01:00'),
      submissionDeadline: '2021-03-31T17:00:00+01:00',
      asOf: Temporal?.PlainDate.from('2021-04-01'),
    });
    expect(result.ok && result.decision.outcome).toBe('in-time');
  });
});
