// The builders, given/when/then, the matchers and the cases of the kit: each passes where it should, and where it fails it says why in the policy's words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessAdjustmentRequest,
  assessSubmission,
  awardAppeal,
  definePolicy,
  isInvalidFacts,
  londonDate,
  rules,
  transition,
  type PlainDate,
  type RuleId,
} from '../../src/index.js';
import {
  aCase,
  arbitraries,
  cohorts,
  conform,
  given,
  matchers,
  vectors,
  type DateSpan,
  type PolicyMatchers,
  type VectorsOfRule,
} from '../../src/testing/index.js';
import { loose, vectorFiles } from '../decision/cases.js';
import { thrownBy } from '../decision/thrown.js';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any
  interface Matchers<T = any> extends PolicyMatchers<unknown, T> {}
}
expect.extend(matchers);

const { october2020, january2021, october2022 } = cohorts;

describe('a case is told as the policy tells it', () => {
  test('6.2.1, 6.2.3: not met, and resubmitted a second late', () => {
    const told = aCase().qtls().cohort(october2020).issued().submitted('2021-03-30').notMet().resubmitted('2021-10-31T17:00:01+00:00');
    expect(told.events).toEqual([
      { type: 'portfolio-issued', on: '2020-10-01' },
      { type: 'portfolio-submitted', at: '2021-03-30T12:00:00+01:00' },
      { type: 'outcome-released', on: '2021-04-01', reviewOutcome: 'criteria-not-met' },
      { type: 'portfolio-resubmitted', at: '2021-10-31T17:00:01+00:00' },
    ]);
    expect(told.case).toMatchObject({ stage: 'restart-required', reason: 'resubmitted-late', restartFrom: '2021-11-01' });
  });

  test('a date that is left out is the cohort’s own, or the day after', () => {
    const results = { ...october2020, resultsOn: '2021-05-14' } as const;
    const told = aCase().cohort(results).supporterAppointed().issued('2020-10-02').submitted().reviewStarted().met().awarded();
    expect(told.opening.registeredOn).toBe('2020-09-01');
    expect(told.events.map((event) => ('at' in event ? event.at : event.on))).toEqual([
      '2020-09-02',
      '2020-10-02',
      '2021-03-31T17:00:00+01:00',
      '2021-04-01',
      '2021-05-14',
      '2021-05-15',
    ]);
    expect(told.case.stage).toBe('awarded');
  });

  test('of a cohort without dates: its start, and the day after what came before', () => {
    const { id, programme, startsOn } = october2020;
    const told = aCase().cohort({ id, programme, startsOn }).issued().submissionMissed().submitted().notMet().resubmissionMissed();
    expect(told.opening.registeredOn).toBe('2020-10-01');
    expect(told.events.map((event) => ('at' in event ? event.at : event.on))).toEqual([
      '2020-10-01',
      '2020-10-02',
      '2020-10-03T12:00:00+01:00',
      '2020-10-04',
      '2020-10-05',
    ]);
    expect(told.resubmitted().events.at(-1)).toEqual({ type: 'portfolio-resubmitted', at: '2020-10-06T12:00:00+01:00' });
  });

  test('a programme that the cohort is of already leaves the cohort as it is', () => {
    expect(aCase().cohort(cohorts.ats2023).ats().opening.cohort).toBe(cohorts.ats2023);
    expect(aCase().cohort(october2020).qtls().opening.cohort).toBe(october2020);
  });

  test('every step has its word', () => {
    const ats = aCase()
      .ats()
      .participant('p-9')
      .registered('2021-06-01')
      .portfolio(2)
      .mentorRequested()
      .mentorAppointed()
      .adjustmentsRequested();
    expect(ats.arrangementAgreed().issued().submissionMissed().case).toMatchObject({
      participant: 'p-9',
      portfolio: 2,
      stage: 'in-programme',
    });
    const second = aCase().issued().submitted().notMet().feedbackIssued().resubmitted().secondReviewStarted();
    expect(second.met().case.stage).toBe('criteria-met');
    expect(second.notMet().restarted(october2022, '2022-06-01', '2022-06-02').case).toMatchObject({ stage: 'restarted' });
    expect(aCase().issued().submitted().notMet().resubmissionMissed().case.stage).toBe('restart-required');
    expect(aCase().withdrawn().case.stage).toBe('withdrawn');
    expect(aCase().ats().qtls().opening.cohort).toBe(january2021);
    expect(aCase().event({ type: 'withdrawn', on: '2021-01-01' }).case.stage).toBe('withdrawn');
  });

  test('a reading is chosen by its name', () => {
    const missed = aCase().reading({ 'first-deadline-missed': 'restart' }).issued().submissionMissed();
    expect(missed.case.stage).toBe('restart-required');
    expect(aCase().under(missed.policy).issued().submissionMissed().case.stage).toBe('restart-required');
  });

  test('what cannot be is said at once', () => {
    expect(() => aCase().issued().cohort(october2020)).toThrow('before what happened');
    expect(() => aCase().awarded().case).toThrow(
      /'status-awarded' is taken for granted, and is refused at 'registered'.*Support policy 4\.3/s,
    );
  });
});

/** Lists the problems for which a call is refused. */
const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (isInvalidFacts(error)) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw error;
  }
  return [];
};

describe('a call that cannot be', () => {
  const story = aCase().issued().submitted();
  const not = <T>(value: T): never => value as never;

  test.each<[string, () => unknown, readonly string[]]>([
    ['given(undefined)', () => given(not(undefined)), [': must be a case as aCase() tells it, or an object with a machine and an opening']],
    ['given without a machine', () => given(not({ opening: {} })), ['machine: must be a machine of this library, such as awardAppeal']],
    [
      'given with an opening and an event that cannot be',
      () => given({ machine: awardAppeal, opening: not({ member: 'm-1', decisionReceivedAt: 'May' }), events: not([{ type: 'lost' }]) }),
      [expect.stringMatching(/^opening\.decisionReceivedAt: must be/), expect.stringMatching(/^events\.0\.type: must be one of/)],
    ],
    ['when(null)', () => given(story).when(not(null)), [expect.stringMatching(/^event: must be/)]],
    [
      'then without a stage',
      () => {
        given(story)
          .when((so) => so.notMet())
          .then(not({}));
      },
      ['expected.stage: must be a text of 1 to 200 characters'],
    ],
    [
      'then with a misspelt key',
      () => {
        given(story)
          .when((so) => so.notMet())
          .then(not({ stage: 'criteria-not-met', efects: [] }));
      },
      ["expected.efects: is not known here; did you mean 'effects'?"],
    ],
    ['vectors(null)', () => vectors(not(null)), [': must be an object with rule, version, vectors']],
    [
      'vectors with rows that are none',
      () => vectors(not({ rule: 'noticeDeadline', version: 1, vectors: [null, new Array(1)] })),
      [
        expect.stringMatching(/^vectors\.0: must be an object with name/),
        expect.stringMatching(/^vectors\.1: must be an object with name/),
      ],
    ],
    ['a story in no cohort', () => aCase().cohort(not(null)), ['cohort: must be an object']],
    ['a story of nobody', () => aCase().participant(not(7)), [expect.stringMatching(/^participant: must be/)]],
    ['a story under no policy', () => aCase().under(not(null)), [expect.stringMatching(/^policy: must be an object/)]],
    ['a step on no day', () => story.notMet(not('soon')), [expect.stringMatching(/^events\.2\.on: must be a real date/)]],
    ['a matcher without an outcome', () => matchers.toBeDecided(1, not(undefined)), ['outcome: must be a text of 1 to 200 characters']],
    [
      'a matcher with an expectation that is none',
      () => matchers.toBeDecided(1, 'late', not(null)),
      [expect.stringMatching(/^expected: must be/)],
    ],
  ])('%s says what is wanted', (_, work, issues) => {
    expect(problemsOf(work)).toEqual(issues);
  });

  test('a stage that the machine does not have is misspelt: it does not compile, and which there are is said', () => {
    const answered = given(story).when((so) => so.notMet());
    expect(() => {
      // @ts-expect-error -- no stage is called so
      answered.then({ stage: 'criteria-not-mett' });
    }).toThrow(/expected\.stage must be one of registered, in-programme, .*criteria-not-met/);
  });

  test('a system that conform cannot drive, and a run that cannot be, are told together', async () => {
    await expect(conform(not({ open: 1 }), not({ runs: -1, sed: 2 }))).rejects.toMatchObject({
      issues: ['driver.open', 'driver.send', 'driver.read', 'options.sed', 'options.runs'].map((path) => ({ path: path.split('.') })),
    });
    await expect(conform({ open: () => 0, send: () => true, read: () => not({ stage: 'registered', duty: [] }) })).rejects.toMatchObject({
      issues: [{ path: ['read', 'duty'], code: 'unknown-key', message: 'is not known here; it takes stage, duties' }],
    });
    await expect(conform({ open: () => 0, send: () => true, read: () => not(undefined) })).rejects.toMatchObject({
      issues: [{ path: ['read'], message: 'must be an object with stage, duties' }],
    });
  });

  test('a reading is changed in the policy that a story is under, and its edition stays', () => {
    const told = aCase()
      .under(definePolicy({ editions: ['support@etf-staff'] }))
      .reading({ 'notice-month': 'count-forward' });
    expect(told.policy).toMatchObject({ readings: { 'notice-month': 'count-forward' } });
    expect(told.policy.editions).toContain('support@etf-staff');
  });
});

describe('a span in which something is drawn', () => {
  const sample = <T>(of: fc.Arbitrary<T>): readonly T[] => fc.sample(of, { numRuns: 40, seed: 1 });
  const everyRule = Object.keys(rules) as RuleId[];
  /** Each arbitrary of a span, with the first and the last day that it takes. */
  const spans: readonly (readonly [string, (span: DateSpan) => unknown, PlainDate, PlainDate])[] = [
    ['dates', (span) => sample(arbitraries.date(span)), '1900-01-01', '2199-12-31'],
    ['instants', (span) => sample(arbitraries.instant(span)).map(londonDate), '1996-01-01', '2199-12-31'],
    ['moments', (span) => sample(arbitraries.moment(span)), '1900-01-01', '2199-12-31'],
    ['cohorts', (span) => sample(arbitraries.cohort(span)).map((cohort) => aCase().cohort(cohort).case), '1996-01-01', '2196-12-31'],
    ...everyRule.map(
      (id) =>
        [`facts of ${id}`, (span: DateSpan) => sample<unknown>(arbitraries.facts(rules[id], span)), '1998-01-01', '2194-12-31'] as const,
    ),
  ];

  test.each(spans)('%s: is drawn from to its ends, and one that goes beyond is refused', (_, draw, first, last) => {
    for (const day of [first, last]) expect(() => draw({ from: day, to: day })).not.toThrow();
    const [before, after] = [`${Number(first.slice(0, 4)) - 1}-12-31`, `${Number(last.slice(0, 4)) + 1}-01-01`] as readonly PlainDate[];
    const within = `must be a real date written YYYY-MM-DD, from ${first} to ${last}`;
    expect(issuesOf(() => draw({ from: before, to: last }))).toEqual([['span.from', within, 'out-of-range']]);
    expect(issuesOf(() => draw({ from: first, to: after }))).toEqual([['span.to', within, 'out-of-range']]);
  });

  test('moments are days alone before 1996', () => {
    expect(sample(arbitraries.moment({ from: '1995-12-30', to: '1995-12-31' })).filter((at) => at.length > 10)).toEqual([]);
  });

  test('dates come to the end of every month', () => {
    const ends = fc.sample(arbitraries.date({ from: '2021-01-01', to: '2021-12-31' }), { numRuns: 3000, seed: 1 });
    const lastDays = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2021, month + 1, 0)).toISOString().slice(0, 10));
    const often = lastDays.filter((day) => ends.filter((drawn) => drawn === day).length > 8);
    expect(often).toEqual(lastDays);
  });

  function issuesOf(draw: () => unknown): unknown {
    return thrownBy(draw).issues.map(({ path, message, code }) => [path.join('.'), message, code]);
  }
});

describe('given, when, then', () => {
  const notMet = aCase().cohort(october2020).issued().submitted().notMet('2021-05-14');

  test('6.2.3: in time to the second', () => {
    given(notMet)
      .when((so) => so.resubmitted())
      .then({ stage: 'resubmitted', dutiesMet: ['resubmit-portfolio'], because: [{ test: 'resubmitted-by-deadline', holds: true }] });
    given(notMet)
      .when((so) => so.resubmissionMissed('2021-10-31'))
      .thenRefused({ test: 'deadline-day-is-over', instead: ['portfolio-resubmitted'] });
  });

  test('award-appeals/4.1: any machine, by its opening', () => {
    given({ machine: awardAppeal, opening: { member: 'm-1', decisionReceivedAt: '2020-12-23' } })
      .when({ type: 'explanation-requested', at: '2021-01-12' })
      .thenRefused({ test: 'step-is-in-time', clause: 'award-appeals/4.1' });
  });

  const resubmitted = given(notMet).when((so) => so.resubmitted());
  test.each<[string, () => void, RegExp]>([
    ['another stage', () => resubmitted.then({ stage: 'awarded' }), /to be at 'awarded', and it is at 'resubmitted'.*6\.2\.3/s],
    ['a refusal', () => resubmitted.thenRefused(), /expected a refusal on 'portfolio-resubmitted'/],
    ['something left open', () => resubmitted.then({ stage: 'resubmitted', unsettled: [{ kind: 'fact', name: 'x' }] }), /to be left open/],
    ['another reason', () => resubmitted.then({ stage: 'resubmitted', because: [{ test: 'is-a-member' }] }), /among the reasons/],
    ['another effect', () => resubmitted.then({ stage: 'resubmitted', effects: [] }), /the effects \[\], and not/],
    ['another duty', () => resubmitted.then({ stage: 'resubmitted', dutiesMet: [] }), /the duties \[\] to be met/],
    ['another key', () => resubmitted.then({ stage: 'resubmitted', holding: { late: true } }), /to hold/],
    [
      'an event that is refused',
      () =>
        given(notMet)
          .when((so) => so.awarded())
          .then({ stage: 'awarded' }),
      /to be taken, into 'awarded'/,
    ],
    [
      'another refusal',
      () =>
        given(notMet)
          .when((so) => so.awarded())
          .thenRefused({ test: 'is-a-member' }),
      /a refusal for .*is-a-member/,
    ],
    ['no event', () => given(notMet).when(() => ({})), /no event is told/],
  ])('it fails for %s, and explains the answer', (_, work, message) => {
    expect(work).toThrow(message);
  });

  test('it is not a promise, and says so where it is awaited', async () => {
    await expect(async () => await (resubmitted as unknown as Promise<void>)).rejects.toThrow('is not a promise');
  });
});

describe('matchers', () => {
  const late = assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
  const open = assessSubmission({ submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-01' });
  const { case: before, events } = aCase().issued();
  const taken = transition(aCase().case, events[0] as (typeof events)[0]);
  const refused = transition(before, { type: 'status-awarded', on: '2021-05-14' });

  test('pass where it is so', () => {
    expect(late).toBeDecided('late', { clause: 'support/3.1.1', detail: { marginDays: -1 }, because: [{ holds: false }] });
    expect(open).toBeUndetermined({ kind: 'document' });
    expect(taken).toBeTaken('in-programme');
    expect(refused).toBeRefused({ test: 'stage-takes-event', clause: 'support/4.3' });
    expect(late).not.toBeDecided('timely');
  });
  test.each<[string, () => void, RegExp]>([
    [
      'another outcome',
      () => expect(late).toBeDecided('timely'),
      /expected the outcome 'timely', and it is 'late' \(of timely, late, no-notice-asked\)\..*The request is late by 1 day/s,
    ],
    // @ts-expect-error -- the rule has no such outcome
    ['a misspelt outcome', () => expect(late).toBeDecided('Late'), /outcome must be one of timely, late, no-notice-asked; here it is late/],
    [
      'a misspelt outcome, where it is not expected',
      // @ts-expect-error -- the rule has no such outcome
      () => expect(late).not.toBeDecided('Timely'),
      /outcome must be one of timely, late, no-notice-asked; here it is late/,
    ],
    [
      'a misspelt outcome of an answer that is open',
      // @ts-expect-error -- the rule has no such outcome
      () => expect(open).toBeDecided('intime'),
      /outcome must be one of .*in-time.*; here it is undetermined/,
    ],
    ['an outcome that is open', () => expect(open).toBeDecided('in-time'), /expected the outcome 'in-time', and it is 'undetermined'/],
    ['another need', () => expect(open).toBeUndetermined({ kind: 'fact' }), /and it needs \[\{"kind":"document"/],
    ['another stage', () => expect(taken).toBeTaken('submitted'), /into 'submitted', and the case is at 'in-programme'/],
    [
      'another reason to refuse',
      () => expect(refused).toBeRefused({ test: 'is-a-member' }),
      /"is-a-member"\}, and it is refused for 'stage-takes-event'/,
    ],
    ['another clause', () => expect(late).toBeDecided('late', { clause: 'support/9.1' }), /by support\/9\.1.*The request is late/s],
    ['another detail', () => expect(late).toBeDecided('late', { detail: { marginDays: 0 } }), /with \{"marginDays":0\}/],
    ['another reason', () => expect(late).toBeDecided('late', { because: [{ test: 'is-a-member' }] }), /because of .*is-a-member/],
    ['an answer that is settled', () => expect(late).toBeUndetermined(), /expected no outcome, and it is 'late'.*The request is late/s],
    ['a refusal', () => expect(refused).toBeTaken(), /expected the event to be taken, and it is refused at 'in-programme'/],
    [
      'an event that is taken',
      () => expect(taken).toBeRefused(),
      /expected the event to be refused.*, and it is taken, into 'in-programme'/,
    ],
    ['what was not expected', () => expect(late).not.toBeDecided('late'), /expected not the outcome 'late'/],
    ['no decision', () => expect(1).toBeDecided('late'), /expected a decision, and received number/],
    [
      'no decision, where one that is open is expected',
      () => expect('late').toBeUndetermined(),
      /expected a decision, and received string/,
    ],
    ['no answer', () => expect(null).toBeTaken(), /and received null/],
    ['a decision, where a refusal is expected', () => expect(late).toBeRefused(), /expected the result of an event, and received object/],
  ])('fail for %s, and explain the answer', (_, work, message) => {
    expect(work).toThrow(message);
  });
});

describe('the cases that are shipped', () => {
  const files = [...vectorFiles.values()] as unknown as readonly VectorsOfRule[];

  test.each(files.map((file) => [file.rule, file] as const))('%s differs in none of its cases', (id, file) => {
    const rule = loose(rules[id as RuleId]);
    expect(vectors(file).flatMap(({ facts, policy, differences }) => differences(rule(facts, policy)))).toEqual([]);
  });

  test('a decision that differs is told from the case: outcome, detail, reasons', () => {
    const file = files.find(({ rule }) => rule === 'noticeDeadline') as VectorsOfRule;
    const [one] = vectors(file);
    const wrong = loose(rules.noticeDeadline)({ programmeStartsOn: '2022-01-10' });
    expect(one?.differences(wrong)).toEqual([expect.stringMatching(/^detail: .*2021-12-10.*; expected .*2020-12-10/)]);
    expect(one?.differences({ ...wrong, outcome: 'other', because: [] } as never)).toHaveLength(3);
  });

  test('a decision that settles what the case leaves open is told, and one that leaves open what the case settles', () => {
    const [settled] = vectors(files.find(({ rule }) => rule === 'noticeDeadline') as VectorsOfRule);
    const open = vectors(files.find(({ rule }) => rule === 'assessSubmission') as VectorsOfRule).find(
      ({ expected }) => expected.outcome === 'undetermined',
    );
    const inTime = assessSubmission({
      submittedAt: '2021-06-30T17:00:00+01:00',
      submissionDeadline: '2021-06-30T17:00:00+01:00',
      asOf: '2021-07-01',
    });
    const missed = assessSubmission({ submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-01' });
    expect(open?.differences(inTime)).toEqual([
      'outcome: "in-time"; expected "undetermined"',
      expect.stringMatching(/^detail: .*; expected none$/),
      expect.stringMatching(/^because: /),
      'clause: support/4.4; expected support/6.2.3',
    ]);
    expect(settled?.differences(missed)).toEqual([
      'outcome: "undetermined"; expected "computed"',
      expect.stringMatching(/^needs: .*qtls-terms.*; expected none$/),
      expect.stringMatching(/^because: /),
      'clause: support/6.2.3, support/4.4; expected support/3.1.1',
    ]);
  });

  describe('an answer of another implementation', () => {
    const [file] = files.filter(({ rule }) => rule === 'noticeDeadline') as [VectorsOfRule];
    const [one] = vectors(file);
    const answer = loose(rules.noticeDeadline)(one?.facts, one?.policy);
    const differencesOf = (given: unknown) => one?.differences(given as never);

    test('needs no clauses, and no basis', () => {
      const because = answer.because.map(({ test: name, holds }) => ({ test: name, holds }));
      expect(differencesOf({ settled: true, outcome: 'computed', detail: answer.settled && answer.detail, because })).toEqual([]);
    });

    test('cites the clause of the case or a part of it, where it gives clauses', () => {
      const citing = (clause: string) => ({ ...answer, because: answer.because.map((finding) => ({ ...finding, clause })) });
      expect(differencesOf(citing('support/3.1.1.a'))).toEqual([]);
      expect(differencesOf(citing('support/3.1.10'))).toEqual(['clause: support/3.1.10; expected support/3.1.1']);
    });

    test('without detail or reasons is told so', () => {
      expect(differencesOf({ ...answer, detail: {}, because: [] })).toEqual([
        expect.stringMatching(/^detail: none; expected \{.*2020-12-10/),
        expect.stringMatching(/^because: none; expected \{/),
      ]);
    });

    test.each<[unknown, readonly RegExp[]]>([
      ['late', [/^decision: must be an object with settled, outcome, because$/]],
      [
        { outcome: 'computed', because: [{ test: 't' }, { holds: true }] },
        [
          /^decision\.settled: must be true or false$/,
          /^decision\.because\.0\.holds: must be true or false$/,
          /^decision\.because\.1\.test: must be a text/,
        ],
      ],
      [{ settled: true, outcome: 'computed', because: [] }, [/^decision\.detail: must be an object$/]],
      [{ settled: false, outcome: 'undetermined', because: [] }, [/^decision\.needs: must be a list/]],
      [{ settled: true, outcome: 'computed', detail: {} }, [/^decision\.because: must be a list/]],
    ])('that is not whole is refused by each part: %j', (given, issues) => {
      expect(problemsOf(() => differencesOf(given))).toEqual(issues.map((each) => expect.stringMatching(each) as string));
    });
  });

  test.each(['awardAppeal', 'programmeLifecycle'])('the file of the machine %s is refused in one line', (machine) => {
    expect(() => vectors({ machine, version: 1, vectors: [{}, {}] } as never)).toThrow(
      expect.objectContaining({
        message: 'Invalid facts: machine names a procedure or the lifecycle: give the file of a rule',
        issues: [expect.objectContaining({ path: ['machine'], received: machine })],
      }),
    );
  });

  test('a case under a calendar that is none of ours is refused, and told which there are', () => {
    const [file] = files as [VectorsOfRule];
    const [vector] = file.vectors as [VectorsOfRule['vectors'][number]];
    expect(() => vectors({ ...file, vectors: [{ ...vector, policy: { calendar: 'wales' } }] })).toThrow(
      expect.objectContaining({
        code: 'INVALID_FACTS',
        issues: [
          {
            path: ['vectors', 0, 'policy', 'calendar'],
            message: 'must be one of england-and-wales, scotland, northern-ireland, any-part-of-uk',
            received: 'wales',
            code: 'not-one-of',
            expected: ['england-and-wales', 'scotland', 'northern-ireland', 'any-part-of-uk'],
          },
        ],
      }),
    );
  });
});
