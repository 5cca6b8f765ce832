// `given`, `check` and `decideAll` over every rule: properties over arbitrary facts, and every sub-set of a small world of facts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiledOf } from '../../src/decision/rule.js';
import { readingChoices, type SelectableReadingId } from '../../src/policy/choices.js';
import { stages } from '../../src/policy/vocabulary.js';
import {
  accessibilitySupport,
  assessAdjustmentRequest,
  assessCommunication,
  assessFurtherSupport,
  assessMentorRequest,
  assessResubmission,
  assessSubmission,
  assessSupportAppeal,
  assessSupportRequest,
  decideAll,
  definePolicy,
  entitlementsAfterReview,
  InvalidFacts,
  nextAvailableCohort,
  noticeDeadline,
  policyScope,
  programmeLength,
  reviewWindow,
  routeQuery,
  rules,
  standardPolicy,
  supportWindow,
  type Policy,
  type RuleId,
} from '../../src/index.js';
import { lastDay } from '../calendar/support.js';
import { facts, lessAndMore, policies, seen, wholeFacts } from './arbitraries.js';
import {
  answerOf,
  asIfGiven,
  deepFreeze,
  loose,
  objectsIn,
  policyOf,
  ruleIds,
  testsOf,
  vectorsOf,
  type AnyDecision,
  type Facts,
} from './cases.js';
import { runs, someOf } from '../runs.js';

const RUNS = runs(80);
const factNeeds = (decision: AnyDecision): readonly string[] =>
  decision.settled ? [] : decision.needs.flatMap((need) => (need.kind === 'fact' ? [need.name] : []));
const asked = (decision: AnyDecision, known: Facts): readonly string[] => factNeeds(decision).filter((name) => known[name] === undefined);

describe.each(ruleIds)('%s', (id) => {
  const rule = loose(rules[id]);
  const { table } = compiledOf(rules[id]);

  it('given whole facts, answers as the plain call does', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, (whole, policy) => {
        const [called, given] = [rule(whole, policy), rule.given(whole, policy)];
        expect(given).toStrictEqual(called);
      }),
      RUNS,
    );
  });

  it('given every case’s facts with the defaults stated, answers as the plain call does without them, and assumes nothing', () => {
    for (const vector of vectorsOf(id)) {
      const policy = policyOf(vector);
      const stated = rule.given({ ...table.absent, ...vector.facts }, policy);
      expect(stated, vector.name).toStrictEqual(asIfGiven(rule(vector.facts, policy)));
    }
  });

  it('never changes a settled answer when facts are added, and only adds to its detail', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less, more }, policy) => {
        const [first, second, last] = [rule.given(less, policy), rule.given(more, policy), rule(whole, policy)];
        if (first.settled) expect(second).toMatchObject({ settled: true, outcome: first.outcome, detail: first.detail });
        if (second.settled) expect(last).toMatchObject({ settled: true, outcome: second.outcome, detail: second.detail });
      }),
      RUNS,
    );
  });

  it('asks only for facts that it does not know, and settles once it has all that it asks for', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        let known = less;
        for (let round = 0; round <= Object.keys(whole).length; round++) {
          const decision = rule.given(known, policy);
          const names = asked(decision, known);
          if (names.length === 0) {
            // Settled, or as open as it is with all the facts: a document, a calendar, a fact said to be unknown.
            expect(answerOf(decision)).toMatchObject(
              decision.settled ? { outcome: rule(whole, policy).outcome } : (answerOf(rule(whole, policy)) as object),
            );
            return;
          }
          expect(Object.keys(whole)).toStrictEqual(expect.arrayContaining([...names]));
          expect(new Set(names).size).toBe(names.length);
          known = { ...known, ...Object.fromEntries(names.map((name) => [name, whole[name]])) };
        }
        throw new Error('asks for more facts than there are');
      }),
      RUNS,
    );
  });

  it('takes a fact given as undefined for one that is not known', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        const unknown = Object.fromEntries(Object.keys(whole).map((name) => [name, undefined]));
        expect(rule.given({ ...unknown, ...less }, policy)).toStrictEqual(rule.given(less, policy));
      }),
      RUNS,
    );
  });

  it('does not change the facts that it is given, and keeps no part of them in its answer', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ less }, policy) => {
        const known = deepFreeze(structuredClone(less));
        const held = objectsIn(rule.given(known, policy));
        for (const mine of objectsIn(known)) expect(held.has(mine)).toBe(false);
        expect(JSON.stringify(known)).toBe(JSON.stringify(less));
      }),
      RUNS,
    );
  });

  it('given malformed facts, throws with every problem', () => {
    for (const name of Object.keys(table.shape())) {
      expect(issuesOf(() => rule.given({ [name]: Symbol('no fact'), other: 1 }))).toMatchObject([{ path: [name] }, { path: ['other'] }]);
    }
  });

  it('checks a value without a throw: no issue exactly where the call answers', () => {
    const values = fc.oneof(
      wholeFacts(id),
      facts(id),
      lessAndMore(facts(id)).map(({ less }) => less),
      fc.anything({ withNullPrototype: true, withBigInt: true }),
      fc.record({ ...Object.fromEntries(Object.keys(table.shape()).map((name) => [name, fc.anything()])) }),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(rules[id].check(value)).toStrictEqual(issuesOf(() => rule(value)));
      }),
      RUNS,
    );
  });

  it('decides many rows in order, and reports a bad row beside the good ones', () => {
    const rows = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: wholeFacts(id) },
        { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 'x', { other: 1 }, {}) },
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, policies, (many, policy) => {
        const results = decideAll(rules[id], many as Facts[], policy);
        expect(results).toHaveLength(many.length);
        results.forEach((result, index) => {
          const issues = issuesOf(() => rule(many[index], policy));
          expect(result).toStrictEqual(issues.length > 0 ? { ok: false, issues } : { ok: true, decision: rule(many[index], policy) });
        });
      }),
      runs(50),
    );
  });

  it('gives no outcome that it does not list', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, (whole, policy) => {
        const decision = rule(whole, policy);
        expect(decision.settled ? rules[id].outcomes : ['undetermined']).toContain(decision.outcome);
      }),
      RUNS,
    );
  });

  it('decides alike by a policy that was made and by one that was written out', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        const written: Policy = {
          calendar: policy.calendar,
          readings: { ...policy.readings },
          editions: [...policy.editions],
          limits: { ...policy.limits },
        };
        expect(rule(whole, written)).toStrictEqual(rule(whole, policy));
        expect(rule.given(less, { ...policy })).toStrictEqual(rule.given(less, policy));
      }),
      RUNS,
    );
  });

  it('decides by the standard policy where none is given', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), ({ whole, less }) => {
        for (const policy of [standardPolicy, { ...standardPolicy }, definePolicy(), undefined]) {
          expect(rule(whole, policy)).toStrictEqual(rule(whole));
          expect(rule.given(less, policy)).toStrictEqual(rule.given(less));
        }
      }),
      runs(50),
    );
  });
});

function issuesOf(work: () => unknown): readonly unknown[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
}

describe('what is not asked for', () => {
  it('9.1: another ground is another procedure, whatever else is not known', () => {
    expect(assessSupportAppeal.given({ ground: 'other' })).toMatchObject({
      outcome: 'wrong-procedure',
      detail: { responded: 'not-asked' },
    });
  });

  it('9.1: an appeal that is not outlined is incomplete wherever it was sent, and whether or not it was discussed: no answer is owed', () => {
    const given = assessSupportAppeal.given({ ground: 'sufficiency-of-support', outlinesCase: false });
    expect(given).toMatchObject({ outcome: 'incomplete', detail: { responded: 'not-asked' } });
    expect(given).not.toHaveProperty('detail.responseDue');
  });

  it('9.1: where any email is answered, an answer to an incomplete appeal turns on where and how it was sent', () => {
    const policy = definePolicy({ readings: { 'response-owed-to': 'any-email', 'response-clock': 'sent' } });
    const incomplete = { ground: 'sufficiency-of-support', outlinesCase: false, sentAt: 'none' } as const;
    expect(factNeeds(assessSupportAppeal.given(incomplete, policy))).toStrictEqual(['sentTo', 'sentBy']);
    const day = { ...incomplete, sentAt: '2020-12-22' } as const;
    expect(assessSupportAppeal.given(day, policy)).toMatchObject({ outcome: 'incomplete', detail: {} });
    const unsent = { ground: 'sufficiency-of-support', outlinesCase: false, sentTo: 'membership-enquiries' } as const;
    expect(factNeeds(assessSupportAppeal.given(unsent, policy))).toStrictEqual(['sentBy', 'sentAt']);
  });

  it('9.1: where discussion is advisory, nobody is asked whether there was one', () => {
    const policy = definePolicy({ readings: { 'prior-discussion': 'advisory' } });
    const emailed = { ground: 'sufficiency-of-support', sentTo: 'membership-enquiries', sentBy: 'email', outlinesCase: true } as const;
    expect(assessSupportAppeal.given({ ...emailed, receivedAt: '2020-12-23' }, policy).outcome).toBe('admissible');
    expect(factNeeds(assessSupportAppeal.given({ ...emailed, receivedAt: '2020-12-23' }))).toStrictEqual(['discussedWithTeam']);
  });

  it('9.1: counted from sending, the day of receipt is not asked for', () => {
    const policy = definePolicy({ readings: { 'response-clock': 'sent' } });
    const taken = {
      ground: 'sufficiency-of-support',
      sentTo: 'membership-enquiries',
      sentBy: 'email',
      outlinesCase: true,
      discussedWithTeam: true,
    } as const;
    expect(factNeeds(assessSupportAppeal.given(taken, policy))).toStrictEqual(['sentAt']);
    expect(assessSupportAppeal.given({ ...taken, sentAt: '2020-12-22' }, policy)).toMatchObject({
      outcome: 'admissible',
      detail: { responseDue: { due: '2021-01-08' } },
    });
  });

  it('9.1: an appeal that was sent elsewhere is owed no answer: neither a day of receipt nor one of sending is asked for', () => {
    expect(assessSupportAppeal.given({ ground: 'sufficiency-of-support', sentTo: 'elsewhere' })).toMatchObject({
      outcome: 'incomplete',
      detail: { responded: 'not-asked' },
    });
  });

  it('9.1: an answer and a day to judge it on are never asked for', () => {
    expect(factNeeds(assessSupportAppeal.given({}))).not.toStrictEqual(expect.arrayContaining(['respondedOn']));
    expect(factNeeds(assessSupportAppeal.given({}))).not.toStrictEqual(expect.arrayContaining(['asOf']));
  });

  it('6.2.3: a late resubmission restarts, whatever the outcome and the day asked about', () => {
    const late = { resubmittedAt: '2021-10-31T17:00:01+00:00', resubmissionDeadline: '2021-10-31T17:00:00+00:00' } as const;
    expect(assessResubmission.given(late)).toMatchObject({ outcome: 'restart', detail: { restartFrom: '2021-11-01' } });
    expect(answerOf(assessResubmission.given({ ...late, reviewOutcome: 'criteria-met' }))).toStrictEqual(
      answerOf(assessResubmission.given(late)),
    );
  });

  it('6.2.3: a resubmission found not to meet the criteria restarts, in time or late', () => {
    const given = assessResubmission.given({ resubmittedAt: '2021-10-31T17:00:00+00:00', reviewOutcome: 'criteria-not-met' });
    expect(given.outcome).toBe('restart');
    expect(given).not.toHaveProperty('detail.restartFrom');
  });

  it('6.2.3: one in time asks for the outcome, and for no day', () => {
    expect(
      factNeeds(
        assessResubmission.given({ resubmittedAt: '2021-10-31T17:00:00+00:00', resubmissionDeadline: '2021-10-31T17:00:00+00:00' }),
      ),
    ).toStrictEqual(['reviewOutcome']);
  });

  it('6.2.3: once nothing can be in time, nobody is asked whether anything came', () => {
    const known = { resubmissionDeadline: '2021-10-31T17:00:00+00:00', asOf: '2021-11-01', reviewOutcome: 'criteria-not-met' } as const;
    // Late or never, it restarts from the day after the deadline; in time, from the day of the outcome: so no day is given.
    expect(assessResubmission.given(known)).toMatchObject({ outcome: 'restart', detail: {} });
    expect(assessResubmission.given({ ...known, programme: 'ATS' })).toMatchObject({ detail: { fee: { document: 'ats-terms' } } });
    expect(assessResubmission.given(known)).not.toHaveProperty('detail.restartFrom');
    expect(
      factNeeds(assessResubmission.given(known, definePolicy({ readings: { 'never-resubmitted': 'not-settled-here' } }))),
    ).toStrictEqual(['resubmittedAt']);
  });

  it('4.4: a first submission in time asks for no day', () => {
    expect(assessSubmission.given({ submittedAt: '2021-03-31T16:00:00Z', submissionDeadline: '2021-03-31T17:00:00+01:00' }).outcome).toBe(
      'in-time',
    );
  });

  it('6.2.1: criteria met is the award at any attempt; not met asks which', () => {
    expect(entitlementsAfterReview.given({ reviewOutcome: 'criteria-met' }).outcome).toBe('award');
    expect(factNeeds(entitlementsAfterReview.given({ reviewOutcome: 'criteria-not-met' }))).toStrictEqual(['attempt']);
    expect(factNeeds(entitlementsAfterReview.given({ attempt: 'submission' }))).toStrictEqual(['reviewOutcome']);
  });

  it('3.1.1: what section 6 describes asks for no notice, whatever the dates', () => {
    expect(assessAdjustmentRequest.given({ requirement: 'described-in-section-6' })).toMatchObject({
      outcome: 'no-notice-asked',
      detail: { effect: 'considered' },
    });
  });

  it('3.1.1: the kind of requirement is asked for, since a default does not apply to what is not known', () => {
    expect(factNeeds(assessAdjustmentRequest.given({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }))).toStrictEqual([
      'requirement',
    ]);
  });

  it('4.4: where no month is stated for a resubmission, its deadline is not asked for', () => {
    expect(reviewWindow.given({ attempt: 'resubmission' })).toMatchObject({
      outcome: 'undetermined',
      needs: [{ kind: 'judgement', by: 'set' }],
    });
  });

  it('4.4: where each attempt has a month, nobody is asked which attempt it is', () => {
    const policy = definePolicy({ readings: { 'second-review-window': 'one-month-from-resubmission-deadline' } });
    expect(reviewWindow.given({ submissionDeadline: '2021-06-30' }, policy)).toMatchObject({
      outcome: 'computed',
      detail: { closes: '2021-07-31' },
    });
  });

  it('4.1, 4.2: dates that depart from six and from twelve months depart for either programme', () => {
    expect(programmeLength.given({ startsOn: '2021-01-10', submissionDeadline: '2021-06-30' }).outcome).toBe('departs');
  });

  it('6.2.3: the next cohort asks for the programme, the trigger and the cohorts', () => {
    expect(factNeeds(nextAvailableCohort.given({}))).toStrictEqual(['programme', 'trigger', 'cohorts']);
  });

  it('3.1.1: the last timely day asks for the start', () => {
    expect(factNeeds(noticeDeadline.given({}))).toStrictEqual(['programmeStartsOn']);
  });

  it('2.1: someone who is not a member is out of scope at any stage, and nobody who has withdrawn is in scope', () => {
    expect(policyScope.given({ isMember: false }).outcome).toBe('out-of-scope');
    expect(policyScope.given({ stage: 'withdrawn' }).outcome).toBe('out-of-scope');
    expect(factNeeds(policyScope.given({ stage: 'registered' }))).toStrictEqual(['isMember']);
  });

  it('6.1.2: in QTLS, nobody is asked who was found; in ATS, SET’s answer changes no outcome', () => {
    expect(assessMentorRequest.given({ programme: 'QTLS' }).outcome).toBe('appoint-your-own');
    expect(assessMentorRequest.given({ programme: 'ATS', mentorIdentified: false })).toMatchObject({ outcome: 'may-request', detail: {} });
    expect(factNeeds(assessMentorRequest.given({ programme: 'ATS' }))).toStrictEqual(['mentorIdentified']);
  });

  it('4.3: before the issue, support is not yet open, whether or not it ends', () => {
    expect(supportWindow.given({ portfolioIssuedOn: '2020-10-01', on: '2020-09-30' })).toMatchObject({
      outcome: 'not-yet-open',
      detail: { opens: '2020-10-01' },
    });
    expect(factNeeds(supportWindow.given({ portfolioIssuedOn: '2020-10-01', on: '2020-10-01' }))).toStrictEqual(['endedOn']);
  });

  it('4.3: a restart is asked about only where support stops in it', () => {
    const known = { portfolioIssuedOn: '2020-10-01', endedOn: 'none', on: '2021-11-01' } as const;
    expect(supportWindow.given(known).outcome).toBe('open');
    expect(factNeeds(supportWindow.given(known, definePolicy({ readings: { 'support-during-restart': 'closed' } })))).toStrictEqual([
      'restartRequiredOn',
    ]);
  });

  it('8.1, 2.3: student finance and formative assessment are refused to anyone, at any stage', () => {
    expect(assessSupportRequest.given({ ask: 'student-finance' }).outcome).toBe('not-provided');
    expect(assessSupportRequest.given({ ask: 'formative-assessment' }).outcome).toBe('not-provided');
  });

  it('6.1.5, 6.2.1: feedback turns on the stage and on whether it was issued, and on no arrangement and no limit', () => {
    expect(factNeeds(assessSupportRequest.given({ ask: 'written-feedback' }))).toStrictEqual(['stage', 'writtenFeedback']);
    const known = { ask: 'written-feedback', stage: 'criteria-not-met' } as const;
    expect(factNeeds(assessSupportRequest.given(known))).toStrictEqual(['writtenFeedback']);
    expect(assessSupportRequest.given({ ...known, writtenFeedback: 'outstanding' }).outcome).toBe('provided');
  });

  it('6.1.5: on a draft there is no feedback on a part, whatever was issued', () => {
    expect(assessSupportRequest.given({ ask: 'specific-feedback', stage: 'in-programme' }).outcome).toBe('not-provided');
    expect(assessSupportRequest.given({ ask: 'specific-feedback', stage: 'criteria-not-met' }).outcome).toBe('not-provided');
  });

  it('6.2.2: from submission on, further support turns on what 6.2.2 makes of it, and on no special arrangement', () => {
    expect(factNeeds(assessSupportRequest.given({ ask: 'further-support', stage: 'criteria-not-met' }))).toStrictEqual(['furtherSupport']);
  });

  it('6.2.2: before the portfolio is issued, no arrangement is asked about', () => {
    expect(factNeeds(assessSupportRequest.given({ stage: 'registered' }))).toStrictEqual(['ask']);
    expect(assessSupportRequest.given({ ask: 'further-support', stage: 'registered' }).outcome).toBe('not-provided');
  });

  it('6.1.7: with a special arrangement, or without a limit, requests are not counted', () => {
    const known = { ask: 'guidance', stage: 'in-programme' } as const;
    expect(assessSupportRequest.given({ ...known, specialArrangement: true }).outcome).toBe('provided');
    expect(assessSupportRequest.given({ ...known, limitSetByTeam: 'none' }).outcome).toBe('provided');
    expect(factNeeds(assessSupportRequest.given({ ...known, specialArrangement: false, limitSetByTeam: 3 }))).toStrictEqual([
      'requestsSoFar',
    ]);
  });

  it('6.1.4: a general query has one address, whatever the programme', () => {
    expect(routeQuery.given({ topic: 'general' })).toMatchObject({
      outcome: 'membership-enquiries',
      detail: { address: 'membership.enquiries@etfoundation.co.uk' },
    });
    expect(factNeeds(routeQuery.given({ topic: 'portfolio' }))).toStrictEqual(['programme']);
  });

  it('6.3: the workplace comes first, whatever the need; where else, turns on the need', () => {
    expect(answerOf(accessibilitySupport.given({}))).toStrictEqual({ outcome: 'available', detail: { workplaceFirst: true } });
  });

  it('4.5: what the Team starts is not a support communication, whatever it is', () => {
    expect(assessCommunication.given({ startedBy: 'team' }).outcome).toBe('other');
    expect(factNeeds(assessCommunication.given({ medium: 'email', startedBy: 'participant', purpose: 'help' }))).toStrictEqual([
      'to',
      'aboutPortfolio',
    ]);
  });

  it('6.2.2: one of its two conditions unmet is enough, and the other is not asked about', () => {
    expect(assessFurtherSupport.given({ priorArrangement: false }).outcome).toBe('not-granted');
    expect(assessFurtherSupport.given({ adjustmentsAppliedOn: 'none' }).outcome).toBe('not-granted');
    const applied = { adjustmentsAppliedOn: '2021-01-09', programmeStartsOn: '2021-01-10' } as const;
    expect(factNeeds(assessFurtherSupport.given(applied))).toStrictEqual(['priorArrangement', 'arrangementMadeOn', 'outcomeReleasedOn']);
    expect(assessFurtherSupport.given({ ...applied, arrangementMadeOn: '2021-08-15', outcomeReleasedOn: '2021-08-14' }).outcome).toBe(
      'not-granted',
    );
  });
});

/**
 * A small world for each rule: values that a fact is known to have, and beyond them values that only an unknown fact may turn out to have,
 * so that every known date has others before and after it. A fact on which an outcome may turn is known to have two values at least; else it is called `idle`.
 */
type World = Readonly<Record<string, { readonly known: readonly unknown[]; readonly beyond?: readonly unknown[] }>>;
/** A part of a rule whose facts and readings are too many to be tried together: some facts stay as they are given, and some readings are tried. */
interface Part {
  readonly about: string;
  readonly given: Facts;
  readonly readings: readonly SelectableReadingId[];
  readonly world: World;
}
/** The known values of a dated fact are at most so many; beyond them are some of those in cases, and days long before and long after, so that each known one has others on either side. */
const KNOWN = 3;
const FAR = ['2011-02-01', '2011-08-01', '2026-02-01', '2026-08-01'];

/** A small world of the values in the cases of a rule. Known are words, all of them, and dates of cases that come to every outcome and to both sides of every test. */
function worldOf(id: RuleId): World {
  const { absent } = compiledOf(rules[id]).table;
  const told = new Set<string>();
  const telling = vectorsOf(id).filter(({ outcome, because, policy }) => {
    const says = [outcome, ...Object.entries(because).map(([test, holds]) => `${test}: ${holds}`)];
    const isNew = policy === undefined && says.some((each) => !told.has(each));
    if (isNew) for (const each of says) told.add(each);
    return isNew;
  });
  const isDate = (value: unknown): boolean => /^\d{4}-\d\d-\d\d/.test(String(value));
  const values = Object.entries(seen(id));
  const some = values.filter(([, all]) => all.some(isDate)).length > 2 ? 2 : 30;
  return Object.fromEntries(
    values.map(([name, all]) => {
      const dates = all.filter(isDate);
      if (dates.length === 0) return [name, { known: all }];
      const used = new Set(telling.map(({ facts }) => facts[name] ?? absent[name]));
      const known = [...all.filter((value) => !isDate(value)), ...dates.filter((value) => used.has(value)).slice(0, KNOWN)];
      const ofDay = String(known.find(isDate)).slice(10); // an instant where the others are
      const beyond = [...dates.slice(0, some), ...FAR.map((day) => day + ofDay)];
      return [name, { known, beyond: beyond.filter((value) => !known.includes(value)) }];
    }),
  );
}

const flags = { known: [true, false] };
/** Worlds of rules with dates of which only chosen ones tell, or with too many facts to be tried together. */
const chosen: { readonly [Id in RuleId]?: World | readonly Part[] } = {
  programmeLength: {
    programme: { known: ['QTLS', 'ATS'] },
    startsOn: {
      known: ['2020-10-01', '2021-01-10'],
      beyond: ['2020-03-31', '2020-06-30', '2020-07-10', '2020-09-30', '2020-12-30', '2021-03-31'],
    },
    submissionDeadline: {
      known: ['2021-03-31T17:00:00+01:00', '2021-06-30', '2021-09-30', '2021-07-10'],
      beyond: ['2021-04-01', '2022-01-10', '2021-12-01'],
    },
  },
  assessSupportAppeal: {
    discussedWithTeam: flags,
    ground: { known: ['sufficiency-of-support', 'other'] },
    sentTo: { known: ['membership-enquiries', 'elsewhere'] },
    sentBy: { known: ['email', 'other'] },
    outlinesCase: flags,
    sentAt: { known: ['2020-12-22', 'none'] },
    // The ten working days after the last day of the calendar are not known, so that an answer that is owed stays open.
    receivedAt: { known: ['2020-12-23', '2020-12-23T16:30:01Z'], beyond: ['2010-12-20T12:00:00Z', lastDay] },
    // A known answer bounds the day of receipt, so that no count leaves the calendar: that is more than one test of both can see.
    respondedOn: { known: [], beyond: ['2021-01-11', 'none'] },
    asOf: { known: ['2021-01-11'] },
  },
  supportWindow: {
    portfolioIssuedOn: { known: ['2020-10-01', '2021-01-10'], beyond: ['2011-01-01', '2022-01-10', '2026-12-31'] },
    // A known restart, or an end before the day asked about, leaves the other out of account: that is more than one test of both can see.
    restartRequiredOn: { known: ['none'], beyond: ['2011-01-01', '2021-02-01', '2021-11-01', '2026-12-31'] },
    endedOn: { known: ['2022-01-10', 'none'], beyond: ['2011-01-01', '2021-02-01', '2026-12-31'] },
    on: { known: ['2020-09-30', '2021-05-14', '2022-01-09'], beyond: ['2010-12-31', '2027-01-01'] },
  },
  assessSupportRequest: [
    {
      about: 'feedback',
      given: { specialArrangement: false, requestsSoFar: 'none', limitSetByTeam: 'none', furtherSupport: 'none' },
      readings: ['feedback-when-met', 'feedback-on-second-review', 'feedback-after-withdrawal', 'first-deadline-missed'],
      world: {
        ask: { known: ['specific-feedback', 'written-feedback'], beyond: ['guidance', 'general-query', 'tutorial', 'further-support'] },
        stage: { known: stages },
        writtenFeedback: { known: ['outstanding', 'issued', 'none'] },
      },
    },
    {
      about: 'the days of support, and further support',
      given: { requestsSoFar: 'none', limitSetByTeam: 'none', writtenFeedback: 'none' },
      readings: ['further-support-covers', 'queries-before-issue', 'support-during-restart'],
      world: {
        ask: {
          known: ['guidance', 'general-query', 'formative-assessment', 'tutorial', 'further-support', 'student-finance'],
          beyond: ['specific-feedback', 'written-feedback'],
        },
        stage: { known: stages },
        furtherSupport: { known: ['by-prior-arrangement', 'not-granted', 'none'] },
        specialArrangement: flags,
      },
    },
    {
      about: 'the limit on requests',
      given: { furtherSupport: 'not-granted', writtenFeedback: 'issued' },
      readings: [],
      world: {
        ask: { known: ['guidance', 'further-support', 'student-finance'], beyond: ['tutorial', 'general-query', 'written-feedback'] },
        stage: { known: ['registered', 'in-programme', 'criteria-not-met', 'awarded'] },
        specialArrangement: flags,
        requestsSoFar: { known: [2, 3, 'none'], beyond: [0, 9] },
        limitSetByTeam: { known: [3, 'none'], beyond: [0, 9] },
      },
    },
  ],
  assessFurtherSupport: {
    adjustmentsAppliedOn: { known: ['2020-12-10', '2020-12-11', '2021-01-09', '2021-01-10', 'none'], beyond: ['2011-01-01', '2026-01-01'] },
    programmeStartsOn: { known: ['2021-01-10', '2025-02-28'], beyond: ['2010-12-31', '2026-12-31'] },
    priorArrangement: flags,
    // That either day is not known leaves the other out of account: that is more than one test of both can see.
    arrangementMadeOn: { known: ['2021-08-14', '2021-08-15'], beyond: ['2011-01-01', '2027-12-31', 'none'] },
    outcomeReleasedOn: { known: ['2021-08-13', '2021-08-14'], beyond: ['2010-12-31', '2028-01-01', 'none'] },
  },
};

/** Rules that have no such world, with the reason. */
const worldless: { readonly [Id in RuleId]?: string } = {
  nextAvailableCohort: 'it is one test over all three facts, so that it asks for each of them until it has all',
};
const withWorld = ruleIds.filter((id) => !(id in worldless));

const partsOfRule = (id: RuleId): readonly Part[] => {
  const world = chosen[id] ?? worldOf(id);
  return Array.isArray(world)
    ? (world as readonly Part[])
    : [{ about: 'all of it', given: {}, readings: readingsOf(id), world: world as World }];
};

/** Every partial choice: each fact one of its known values, or not known. */
function* partsOf(world: World): Generator<Facts> {
  const [entry, ...others] = Object.entries(world);
  if (entry === undefined) {
    yield {};
    return;
  }
  const [name, { known }] = entry;
  for (const part of partsOf(Object.fromEntries(others))) {
    yield part;
    for (const value of known) yield { ...part, [name]: value };
  }
}

/** The readings that a rule's steps declare. */
function readingsOf(id: RuleId): readonly SelectableReadingId[] {
  const { tests, values, details } = compiledOf(rules[id]);
  return [...new Set([...Object.values(tests), ...Object.values(values), ...Object.values(details)].flatMap((step) => step.readings))];
}

/** Every policy that differs in some readings. */
function policiesOf(readings: readonly SelectableReadingId[]): readonly Policy[] {
  const choices = readings.reduce<Record<string, string>[]>(
    (made, reading) => made.flatMap((chosen) => readingChoices[reading].map((choice) => ({ ...chosen, [reading]: choice }))),
    [{}],
  );
  return choices.map((readings) => definePolicy({ readings }));
}

/** What the completions of some facts come to: the rows that they reach, the answers, and the facts that turn one row's outcome, or one answer, into another. */
interface Reach {
  readonly outcomes: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  readonly pivots: ReadonlySet<string>;
  /** Beside the pivots, the facts on which it turns whether a count that cannot be made leaves the answer open. */
  readonly openers: ReadonlySet<string>;
}

function explorer(id: RuleId, { world, given }: Part, policy: Policy): (known: Facts) => Reach {
  const rule = loose(rules[id]);
  const { table } = compiledOf(rules[id]);
  const names = Object.keys(world);
  const found = new Map<string, Reach>();
  /** The outcome of the row that whole facts meet, even where a count that cannot be made leaves the answer open. */
  const rowOf = (decision: AnyDecision): string => {
    const tests = testsOf(decision);
    const row = table.rows.find(({ when }) => Object.entries(when).every(([test, truth]) => tests[test] === truth));
    return JSON.stringify([row?.outcome, row?.needs]);
  };
  const whole = (chosen: Facts): Reach => {
    const known = { ...given, ...chosen };
    if (rules[id].check(known).length > 0) return { outcomes: new Set(), answers: new Set(), pivots: new Set(), openers: new Set() };
    const decision = rule(known, policy);
    return { outcomes: new Set([rowOf(decision)]), answers: new Set([decision.outcome]), pivots: new Set(), openers: new Set() };
  };
  const all = <K extends keyof Reach>(key: K, of: readonly Reach[]): ReadonlySet<string> => new Set(of.flatMap((each) => [...each[key]]));
  const reach = (known: Facts): Reach => {
    const key = names.map((name) => String(known[name])).join(' ');
    const kept = found.get(key);
    if (kept !== undefined) return kept;
    const [first, second] = names.filter((name) => known[name] === undefined);
    const made = first === undefined ? whole(known) : open(known, first, second);
    found.set(key, made);
    return made;
  };
  const below = (known: Facts, name: string): readonly Reach[] =>
    [...(world[name]?.known ?? []), ...(world[name]?.beyond ?? [])].map((value) => reach({ ...known, [name]: value }));
  /** A fact turns the outcome if, with all others fixed in some way, two of its values come to two outcomes. */
  const open = (known: Facts, first: string, second: string | undefined): Reach => {
    const under = below(known, first);
    const outcomes = all('outcomes', under);
    const answers = all('answers', under);
    const turns = second === undefined ? outcomes.size > 1 : all('pivots', below(known, second)).has(first);
    const opens = second === undefined ? answers.size > 1 : all('openers', below(known, second)).has(first);
    const [pivots, openers] = [
      [...all('pivots', under), ...(turns ? [first] : [])],
      [...all('openers', under), ...(opens ? [first] : [])],
    ];
    return { outcomes, answers, pivots: new Set(pivots), openers: new Set(openers) };
  };
  return reach;
}

it.each(withWorld)('the small world of %s comes to each outcome and tries each fact and reading on which one turns', (id) => {
  const parts = partsOfRule(id);
  const met = parts.flatMap((part) => policiesOf(part.readings).flatMap((policy) => [...explorer(id, part, policy)({}).answers]));
  expect(rules[id].outcomes.filter((outcome) => !met.includes(outcome))).toStrictEqual([]);
  const tests = Object.values(compiledOf(rules[id]).tests);
  const tried = parts.flatMap(({ world }) => Object.keys(world));
  expect(tests.flatMap((test) => test.facts(standardPolicy)).filter((fact) => !tried.includes(fact))).toStrictEqual([]);
  const chosen = parts.flatMap(({ readings }) => readings);
  expect(readingsOf(id).filter((reading) => !chosen.includes(reading))).toStrictEqual([]);
});

const allParts = withWorld.flatMap((id) => partsOfRule(id).map((part) => [id, part.about, part] as const));

describe.each(allParts)('%s, over every part of a small world of facts: %s', (id, _, part) => {
  const rule = loose(rules[id]);
  const { table, tests, details } = compiledOf(rules[id]);

  // A world has tens of thousands of parts: on a busy machine that takes longer than a test is commonly given.
  it('settles as soon as the outcome cannot change, and else asks for exactly the facts that can change it', { timeout: 60_000 }, () => {
    for (const policy of someOf(policiesOf(part.readings), 2)) {
      // Beside those on which an outcome turns: what a cited test shows, and what a count of days or an open value needs.
      const shown = new Set([
        ...table.rows.flatMap(({ cites = [] }) => cites).flatMap((code) => tests[code]?.facts(policy) ?? []),
        ...Object.values(details).flatMap((step) => step.opening(policy)),
      ]);
      const reach = explorer(id, part, policy);
      for (const chosen of partsOf(part.world)) {
        const known = { ...part.given, ...chosen };
        const { outcomes, answers, pivots, openers } = reach(chosen);
        if (outcomes.size === 0) continue; // facts in an impossible order
        const given = rule.given(known, policy);
        const asks = asked(given, known);
        const idle = asks.filter((name) => !pivots.has(name) && !openers.has(name) && !shown.has(name));
        const silent = given.settled ? [] : [...pivots].filter((name) => !asks.includes(name));
        const tooSoon = given.settled && (answers.size > 1 || !answers.has(given.outcome));
        const tooLate =
          !given.settled &&
          outcomes.size === 1 &&
          answers.size === 1 &&
          !answers.has('undetermined') &&
          !asks.some((name) => shown.has(name));
        const wrong = {
          ...(idle.length > 0 && { idle }),
          ...(silent.length > 0 && { silent }),
          ...(tooSoon && { tooSoon }),
          ...(tooLate && { tooLate }),
        };
        if (Object.keys(wrong).length > 0) {
          const readings = Object.fromEntries(part.readings.map((reading) => [reading, policy.readings[reading]]));
          const story = JSON.stringify({ wrong, known, asks, answers: [...answers], outcome: given.outcome, readings });
          // The rule may be right, and its cases too few: then none has a value of the fact beside which the answer is another.
          expect.fail(
            `${idle.length > 0 ? `no case has a value of ${idle.join()} that turns this answer: add one, or mend the rule. ` : ''}${story}`,
          );
        }
      }
    }
  });
});
