// What would change an answer: every witness flips, and none nearer in its dimension does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../src/calendar/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { readingChoices, type SelectableReadingId } from '../../src/policy/choices.js';
import {
  assessAdjustmentRequest,
  assessResubmission,
  assessSubmission,
  assessSupportAppeal,
  assessSupportRequest,
  definePolicy,
  nextAvailableCohort,
  programmeLength,
  rules,
  supportWindow,
  whatWouldChange,
  type Instant,
  type AnyPolicy,
  type RuleId,
  type Witness,
} from '../../src/index.js';
import { frozen } from '../calendar/support.js';
import { policies, wholeFacts } from '../decision/arbitraries.js';
import { calendars, loose, policyOf, ruleIds, vectorsOf, withReading, type Facts } from '../decision/cases.js';
import { runs, someOf } from '../runs.js';

const RUNS = runs(25);
const witnessesOf = (id: RuleId, facts: Facts, policy: AnyPolicy): readonly Witness[] =>
  (whatWouldChange as (rule: unknown, facts: unknown, policy: AnyPolicy) => readonly Witness[])(rules[id], facts, policy);

/** The outcome after a change, by the public call; none where the facts are not taken. */
function outcomeWith(id: RuleId, facts: Facts, policy: AnyPolicy, { change, to }: Pick<Witness, 'change' | 'to'>): string | undefined {
  if (change.kind === 'reading') return loose(rules[id])(facts, withReading(policy, change.id, String(to))).outcome;
  if (change.kind === 'calendar') {
    const calendar = calendars[to as keyof typeof calendars];
    return loose(rules[id])(facts, definePolicy({ ...policy, calendar })).outcome;
  }
  const changed = { ...facts, [change.name]: to };
  return rules[id].check(changed).length > 0 ? undefined : loose(rules[id])(changed, policy).outcome;
}

const SECOND = 1000;
const isDate = (value: unknown): value is PlainDate => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isInstant = (value: unknown): value is Instant => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The value one less from where the fact stands than the witness, where there is one between them. */
function oneLess(from: unknown, to: unknown): unknown {
  if (typeof from === 'number' && typeof to === 'number') return Math.abs(to - from) > 1 ? to + Math.sign(from - to) : undefined;
  if (isDate(from) && isDate(to)) {
    const nearer = addDays(to, from < to ? -1 : 1);
    return nearer === from ? undefined : nearer;
  }
  if (!isInstant(from) || !isInstant(to)) return undefined;
  const [here, there] = [Date.parse(from), Date.parse(to)];
  return Math.abs(there - here) > SECOND ? iso(there + Math.sign(here - there) * SECOND) : undefined;
}

describe.each(ruleIds)('%s', (id) => {
  const { subject = [] } = compiledOf(rules[id]).table;
  type Drawn = readonly [Facts, AnyPolicy, readonly Witness[], string];
  let kept: readonly Drawn[] | undefined;
  /** Drawn once for all that is asked of them: to find the witnesses is what takes long. */
  const drawn = (): readonly Drawn[] =>
    (kept ??= fc
      .sample(fc.tuple(wholeFacts(id), policies), RUNS)
      .map(([facts, policy]) => [facts, policy, witnessesOf(id, facts, policy), loose(rules[id])(facts, policy).outcome]));
  const each = (check: (facts: Facts, policy: AnyPolicy, witnesses: readonly Witness[], now: string) => void): void => {
    for (const one of drawn()) {
      try {
        check(...one);
      } catch (cause) {
        throw new Error(JSON.stringify(one), { cause });
      }
    }
  };

  it('each witness really leads to the other outcome that it names', () => {
    each((facts, policy, witnesses, now) => {
      for (const witness of witnesses) {
        expect(witness.outcome).not.toBe(now);
        expect(outcomeWith(id, facts, policy, witness), JSON.stringify(witness)).toBe(witness.outcome);
      }
    });
  });

  it('one day, second or unit less does not', () => {
    each((facts, policy, witnesses, now) => {
      for (const { change, to } of witnesses) {
        const nearer = change.kind === 'fact' ? oneLess(facts[change.name], to) : undefined;
        if (nearer === undefined) continue;
        expect([now, undefined], JSON.stringify({ change, to })).toContain(
          outcomeWith(id, facts, policy, { change, to: nearer as string }),
        );
      }
    });
  });

  it('no nearer date or number within forty does', () => {
    each((facts, policy, witnesses, now) => {
      for (const [name, value] of Object.entries(facts)) {
        if (!isDate(value) && typeof value !== 'number') continue;
        const change = { kind: 'fact', name } as const;
        for (const sign of [-1, 1]) {
          const first = Array.from({ length: 40 }, (_, index) => sign * (index + 1))
            .map((by) => (typeof value === 'number' ? value + by : addDays(value, by)))
            .find((to) => ![now, undefined].includes(outcomeWith(id, facts, policy, { change, to })));
          if (first === undefined) continue;
          const found = witnesses.filter((witness) => witness.change.kind === 'fact' && witness.change.name === name).map(({ to }) => to);
          expect(found, name).toContain(first);
        }
      }
    });
  });

  it('names every reading, every nation and every yes or no by which the outcome is another, except what the question is about', () => {
    each((facts, policy, witnesses, now) => {
      const told = new Set(witnesses.map(({ change, to }) => JSON.stringify([change, to])));
      const all: Pick<Witness, 'change' | 'to'>[] = [
        ...Object.entries(readingChoices).flatMap(([reading, choices]) =>
          choices.map((to) => ({ change: { kind: 'reading', id: reading as SelectableReadingId } as const, to })),
        ),
        ...Object.keys(calendars).map((to) => ({ change: { kind: 'calendar' } as const, to })),
        ...Object.entries(facts).flatMap(([name, value]) =>
          typeof value === 'boolean' && !subject.includes(name) ? [{ change: { kind: 'fact', name } as const, to: !value }] : [],
        ),
      ];
      for (const one of all) if (outcomeWith(id, facts, policy, one) !== now) expect(told).toContain(JSON.stringify([one.change, one.to]));
    });
  });

  it('takes milliseconds for a case, and never names what its question is about as a thing to change', { timeout: 60_000 }, () => {
    for (const vector of someOf(vectorsOf(id))) {
      const start = process.cpuUsage(); // and not the clock: other work on the machine is none of ours
      const witnesses = witnessesOf(id, vector.facts, policyOf(vector));
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000, vector.name).toBeLessThan(500); // far above what is measured, for a slow machine
      const named = witnesses.flatMap(({ change }) => (change.kind === 'fact' ? [change.name] : []));
      expect(
        named.filter((name) => subject.includes(name)),
        vector.name,
      ).toStrictEqual([]);
    }
  });
});

describe('3.1.1', () => {
  const late = { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' } as const;
  it('a request a day late: a day earlier or a start a day later, and not a request under another name', () => {
    expect(whatWouldChange(assessAdjustmentRequest, late)).toStrictEqual([
      { change: { kind: 'fact', name: 'requestedOn' }, to: '2020-12-10', outcome: 'timely' },
      { change: { kind: 'fact', name: 'programmeStartsOn' }, to: '2021-01-11', outcome: 'timely' },
    ]);
  });
  it('a start on 28 February: the other way of counting the month', () => {
    const changes = whatWouldChange(assessAdjustmentRequest, { requestedOn: '2025-01-30', programmeStartsOn: '2025-02-28' });
    expect(changes).toContainEqual({ change: { kind: 'reading', id: 'notice-month' }, to: 'count-forward', outcome: 'timely' });
  });
  it('a request years too late is still told the last day', () => {
    const [first] = whatWouldChange(assessAdjustmentRequest, { ...late, requestedOn: '2031-06-30' });
    expect(first).toStrictEqual({ change: { kind: 'fact', name: 'requestedOn' }, to: '2020-12-10', outcome: 'timely' });
  });
});

describe('6.2.3 and 4.4', () => {
  it('a resubmission a second late: a second earlier, or a deadline a second later', () => {
    const facts = {
      resubmittedAt: '2021-10-31T17:00:01+00:00',
      resubmissionDeadline: '2021-10-31T17:00:00+00:00',
      asOf: '2021-11-01',
    } as const;
    expect(whatWouldChange(assessResubmission, facts)).toStrictEqual([
      { change: { kind: 'fact', name: 'resubmittedAt' }, to: '2021-10-31T17:00:00+00:00', outcome: 'awaiting-outcome' },
      { change: { kind: 'fact', name: 'resubmissionDeadline' }, to: '2021-10-31T17:00:01+00:00', outcome: 'awaiting-outcome' },
    ]);
  });
  it('a resubmission half a second late: the whole second before', () => {
    const facts = {
      resubmittedAt: '2021-10-31T17:00:00.500+00:00',
      resubmissionDeadline: '2021-10-31T17:00:00+00:00',
      asOf: '2021-11-01',
    } as const;
    expect(whatWouldChange(assessResubmission, facts)[0]?.to).toBe('2021-10-31T17:00:00+00:00');
  });
  it('nothing submitted by the deadline: the last instant in time', () => {
    const facts = { submissionDeadline: '2021-03-31T17:00:00+01:00', asOf: '2021-04-05' } as const;
    expect(whatWouldChange(assessSubmission, facts)).toContainEqual({
      change: { kind: 'fact', name: 'submittedAt' },
      to: '2021-03-31T17:00:00+01:00',
      outcome: 'in-time',
    });
  });
  it('a day asked about before London’s clock is known is passed over where instants are tried', () => {
    const facts = { submissionDeadline: '1996-01-01T17:00:00+00:00', asOf: '1995-12-31' } as const;
    const changes = whatWouldChange(assessSubmission, facts);
    expect(changes).toContainEqual({
      change: { kind: 'fact', name: 'submittedAt' },
      to: '1996-01-01T17:00:00+00:00',
      outcome: 'in-time',
    });
    expect(changes).toContainEqual({ change: { kind: 'fact', name: 'asOf' }, to: '1996-01-02', outcome: 'undetermined' });
  });
  it('a list of cohorts is not changed, the trigger is', () => {
    const cohorts = [{ id: 'jan-2022', programme: 'QTLS', startsOn: '2022-01-10', entryCloses: '2022-01-07' }] as const;
    const changes = whatWouldChange(nextAvailableCohort, { programme: 'QTLS', trigger: '2022-01-08', cohorts });
    expect(changes).toStrictEqual([
      { change: { kind: 'fact', name: 'trigger' }, to: '2022-01-07', outcome: 'found' },
      { change: { kind: 'reading', id: 'next-cohort' }, to: 'starts-after', outcome: 'found' },
    ]);
  });
});

describe('4.1, 4.3, 6.1.7 and 9.1', () => {
  it('finds a window of two days that lies beyond many others: a length as described', () => {
    const facts = { programme: 'QTLS', startsOn: '2020-01-10', submissionDeadline: '2021-03-31' } as const;
    expect(
      whatWouldChange(programmeLength, facts).filter(({ change }) => change.kind === 'fact' && change.name === 'startsOn'),
    ).toStrictEqual([{ change: { kind: 'fact', name: 'startsOn' }, to: '2020-10-01', outcome: 'as-described' }]);
  });
  it('support that is open: an award on the day before would have closed it', () => {
    const changes = whatWouldChange(supportWindow, { portfolioIssuedOn: '2020-10-01', on: '2021-05-14' });
    expect(changes).toContainEqual({ change: { kind: 'fact', name: 'endedOn' }, to: '2021-05-13', outcome: 'closed' });
  });
  it('one request more than the limit: one fewer, or a limit one higher, or none', () => {
    const facts = { ask: 'guidance', stage: 'in-programme', specialArrangement: false, requestsSoFar: 3, limitSetByTeam: 3 } as const;
    const changes = whatWouldChange(assessSupportRequest, facts).filter(
      ({ change }) => change.kind === 'fact' && /requests|limit/.test(change.name),
    );
    expect(changes).toStrictEqual([
      { change: { kind: 'fact', name: 'requestsSoFar' }, to: 2, outcome: 'provided' },
      { change: { kind: 'fact', name: 'requestsSoFar' }, to: 'none', outcome: 'undetermined' },
      { change: { kind: 'fact', name: 'limitSetByTeam' }, to: 4, outcome: 'provided' },
      { change: { kind: 'fact', name: 'limitSetByTeam' }, to: 'none', outcome: 'provided' },
    ]);
  });
  it('a count to the very end of the calendar: a nation with a holiday more, and the next working day', () => {
    const facts = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2024-12-15' } as const;
    const changes = whatWouldChange(assessSupportAppeal, facts, definePolicy({ calendar: frozen.scotland }));
    expect(changes).toContainEqual({ change: { kind: 'fact', name: 'receivedAt' }, to: '2024-12-16', outcome: 'undetermined' });
  });
  it('passes over a reading that leads beyond the years of dates', () => {
    expect(whatWouldChange(assessAdjustmentRequest, { requestedOn: '1900-01-05', programmeStartsOn: '1900-02-01' })).toContainEqual({
      change: { kind: 'fact', name: 'programmeStartsOn' },
      to: '1900-02-05',
      outcome: 'timely',
    });
  });
  it('reports a fact that leads beyond them by its path', () => {
    expect(() => whatWouldChange(assessAdjustmentRequest, { requestedOn: '1900-01-01', programmeStartsOn: '1900-01-02' })).toThrow(
      'facts.programmeStartsOn must lead to a date',
    );
  });
  it('reports the problems of rule, facts and policy by their paths', () => {
    const issues = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return (error as { readonly issues: readonly { readonly path: unknown }[] }).issues.map(({ path }) => path);
      }
    };
    const wrong = { requestedOn: 'soon', programmeStartsOn: '2021-01-10' } as never;
    expect(issues(() => whatWouldChange(assessAdjustmentRequest, wrong, { calendars: [] } as never))).toStrictEqual([
      ['facts', 'requestedOn'],
      ['policy', 'calendars'],
    ]);
    expect(issues(() => whatWouldChange(String as never, wrong))).toStrictEqual([['rule']]);
  });
});
