// Explanations: every finding and outcome has its words, every sentence its clause, both sides of a comparison are shown, and a person can read it.
import { describe, expect, it } from 'vitest';
import Holidays from 'date-holidays';
import { scotland } from '../../src/calendar/index.js';
import { calendarFrom } from '../../src/date-holidays/index.js';
import type { Compiled } from '../../src/decision/compile.js';
import { compiledOf } from '../../src/decision/rule.js';
import {
  InvalidFacts,
  actionAgainstMember,
  applicableStandards,
  assessAdjustmentRequest,
  assessCommunication,
  assessMentorRequest,
  assessSubmission,
  assessSupportAppeal,
  assessSupportRequest,
  awardAppeal,
  definePolicy,
  documents,
  editions,
  entitlementsAfterReview,
  explain,
  londonDate,
  openCase,
  programmeLifecycle,
  reviewWindow,
  routeChallenge,
  rules,
  suitabilityFactors,
  supportAppealProcedure,
  transition,
  type AnyPolicy,
  type CaseEvent,
  type ClauseId,
  type EditionId,
  type Explanation,
  type Finding,
  type Instant,
} from '../../src/index.js';
import { frozen } from '../calendar/support.js';
import { caseAfter, machineFiles, machines } from '../machine/cases.js';
import { loose, policyOf, ruleIds, vectorsOf, type AnyDecision, type Vector } from '../decision/cases.js';
import { eventOf } from '../support-policy/lifecycle/support/arbitraries.js';
import { january2022 } from '../support-policy/lifecycle/support/cohorts.js';
import { allStages, caseAt } from '../support-policy/lifecycle/support/stages.js';
import { faultsOf } from './faults.js';
import { gradeOf, readingAgeOf, sentencesOf, wordsOf } from './readability.js';
import { madeAlike } from './said.js';

/** A sentence longer than this is two, but for one that lists by name the holidays that a count left out. */
const MOST_WORDS = 20;
/** Flesch–Kincaid: what a reader of about sixteen can read. "Professional Status Team" alone has eight syllables. */
const HIGHEST_GRADE = 11;
/** Years, of the first lines of a rule: those that go into a letter to a participant. */
const HIGHEST_AGE = 12;

const decided = (id: (typeof ruleIds)[number], vector: Vector): AnyDecision => loose(rules[id])(vector.facts, policyOf(vector));
const textOf = (id: (typeof ruleIds)[number], vector: Vector): Explanation => explain(decided(id, vector), policyOf(vector));

/** A text without addresses, which are not words. */
const withoutAddresses = (text: string): string => text.replace(/\S+@\S+(?=[.,])/g, 'address');
/** What is read first: the headline, without its citations. */
const headline = ({ line }: Explanation): string => withoutAddresses(line.slice(0, line.lastIndexOf(' (')));
/** What is read aloud: the headline and the steps, without the citations. */
const aloud = (told: Explanation): string => [headline(told), ...told.steps.map(({ text }) => withoutAddresses(text))].join(' ');

const months = 'January February March April May June July August September October November December'.split(' ');
/** How a date, the London day of an instant, or a number is spoken. */
function spoken(value: unknown): string {
  const text = String(value);
  if (Object.hasOwn(editions, text)) return editions[text as EditionId].name;
  const [year = '', month, day] = (text.length > 10 ? londonDate(text as Instant) : text).split('-');
  return month === undefined ? text.replaceAll('-', ' ') : `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** The findings as an explanation gives them: as they came, but those that rest on what nobody said come last. */
const inOrderOfSteps = ({ because }: AnyDecision): readonly Finding[] => [
  ...because.filter(({ assumed }) => !assumed),
  ...because.filter(({ assumed }) => assumed),
];

/** Whether a test is a sentence of the policy, which no fact, reading or edition makes false. */
function alwaysHolds({ uses, readings, of }: Compiled['tests'][string]['step']): boolean {
  return uses.length === 0 && readings.length === 0 && of({} as never, { editions: [] } as never) === true;
}

describe.each(ruleIds)('%s', (id) => {
  const vectors = vectorsOf(id);

  it('explains every case in sentences that cite their clauses', () => {
    for (const vector of vectors) expect(faultsOf(textOf(id, vector)), vector.name).toStrictEqual([]);
  });

  it('says of every finding of the case what it found: the deciding one first, and last what is assumed', () => {
    for (const vector of vectors) {
      const found = inOrderOfSteps(decided(id, vector)).map(({ clause, holds }) => ({ clause, holds }));
      const said = textOf(id, vector).steps.flatMap(({ clause, holds }) => (holds === undefined ? [] : [{ clause, holds }]));
      expect(said, vector.name).toStrictEqual(found);
    }
  });

  it('has words for every test of the rule, whether it holds or not, and one sentence for what always holds', () => {
    const [vector] = vectors;
    if (vector === undefined) throw new Error('no case');
    const sentences: string[] = [];
    for (const [test, { step }] of Object.entries(compiledOf(rules[id]).tests)) {
      const said = (holds: boolean): string => {
        const because = [{ clause: step.clause, test, holds, left: '2021-01-10', operator: '<=', right: '2021-02-28' }];
        return explain({ ...decided(id, vector), because } as never).steps[0]?.text ?? '';
      };
      const yes = said(true);
      sentences.push(`${test}: ${yes}`);
      if (alwaysHolds(step)) {
        expect(yes, test).toMatch(/^.{8,}\.$/);
        expect(() => said(false), test).toThrow(InvalidFacts);
        continue;
      }
      const no = said(false);
      sentences.push(`not ${test}: ${no}`);
      expect(yes, test).toMatch(/^.{8,}\.$/);
      expect(no, test).toMatch(/^.{8,}\.$/);
      expect(no, test).not.toBe(yes);
    }
    expect(sentences.join('\n')).toMatchSnapshot();
  });

  it('has a name for each of its facts', () => {
    const needs = compiledOf(rules[id]).factNames.map((name) => ({ kind: 'fact', name }));
    const because = [{ clause: rules[id].clauses[0], test: 'enough-is-known', holds: false }];
    const answer = {
      settled: false,
      rule: id,
      outcome: 'undetermined',
      needs,
      because,
      basis: { editions: [], readings: [], assumed: [] },
    };
    const asked = explain(answer as never).steps.flatMap(({ kind, text }) => (kind === 'need' ? [text] : []));
    expect(asked).toHaveLength(needs.length);
    expect(asked.join('\n')).toMatchSnapshot();
  });

  it('has words for every outcome of the rule, also where no detail of it is known', () => {
    const [vector] = vectors;
    if (vector === undefined) throw new Error('no case');
    for (const outcome of rules[id].outcomes) {
      const answer = { ...decided(id, vector), settled: true, outcome, detail: {} };
      expect(faultsOf(explain(answer as never)), outcome).toStrictEqual([]);
      expect(explain(answer as never).line, outcome).not.toMatch(/\b0 |: [.(]|, \(/);
    }
  });

  it('shows both sides of a comparison', () => {
    for (const vector of vectors) {
      const steps = textOf(id, vector).steps.filter(({ holds }) => holds !== undefined);
      for (const [index, { left, right, test }] of inOrderOfSteps(decided(id, vector)).entries()) {
        for (const side of [left, right]) if (side !== undefined) expect(steps[index]?.text, test).toContain(spoken(side));
      }
    }
  });

  it('is written for a reader of sixteen', () => {
    for (const vector of vectors) {
      const text = aloud(textOf(id, vector));
      for (const sentence of sentencesOf(text).filter((each) => !each.startsWith('Not counted: ')))
        expect(wordsOf(madeAlike(sentence)).length, sentence).toBeLessThanOrEqual(MOST_WORDS);
      expect(gradeOf(text), `${vector.name}: ${text}`).toBeLessThanOrEqual(HIGHEST_GRADE);
    }
  });

  it('begins with lines that a reader of twelve can read', () => {
    const lines = new Set(vectors.map((vector) => headline(textOf(id, vector))));
    expect(readingAgeOf([...lines].join(' ')), [...lines].join('\n')).toBeLessThanOrEqual(HIGHEST_AGE);
  });

  it('reads as it was last reviewed', () => {
    const first = new Map(vectors.map((vector) => [vector.outcome, vector]).reverse() as [string, Vector][]);
    const told = [...first.values()].reverse().map((vector) => `${vector.name}\n\n${textOf(id, vector).text}`);
    expect(told.join('\n\n')).toMatchSnapshot();
  });
});

describe('a deadline', () => {
  const appeal = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' });

  it('shows how it was counted, and the days passed over by their names', () => {
    expect(explain(appeal).text).toContain(
      "Not counted: 6 weekend days, Christmas Day (25 December 2020), the substitute day for Boxing Day (28 December 2020), New Year's Day (1 January 2021).",
    );
  });
  it('that was counted by expected holidays says so', () => {
    const policy = definePolicy({ calendar: calendarFrom(new Holidays('GB', 'ENG'), { base: frozen.englandAndWales, years: [2025] }) });
    const late = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2024-12-20' }, policy);
    expect(explain(late, policy).line).toBe(
      'The appeal can go ahead. The Professional Status Team must respond in writing by 8 January 2025 (by projected bank holidays). (Support policy 9.1)',
    );
  });
  it('is not told from another calendar than the one that counted it', () => {
    const { text } = explain(appeal, definePolicy({ calendar: scotland }));
    expect(text).toContain('Another calendar than the one given here was used');
    expect(text).not.toContain('Christmas');
  });
});

it('6.2.1: written feedback for who has met the criteria is told where it is promised', () => {
  const policy = definePolicy({ readings: { 'feedback-when-met': 'promised' } });
  const met = entitlementsAfterReview({ reviewOutcome: 'criteria-met', attempt: 'submission' }, policy);
  expect(explain(met, policy).line).toContain('SET awards the status, and the participant gets written feedback');
});

describe('what is not settled', () => {
  it('names the document that decides', () => {
    const open = assessSubmission({ submissionDeadline: '2021-03-31T17:00:00+01:00', asOf: '2021-04-01' });
    expect(explain(open).text).toContain(
      '- Ask SET what follows a missed first deadline, or see the QTLS terms and conditions. That part is not included here. (Support policy 6.2.3)',
    );
    expect(explain(open).line).toMatch(/^The policy does not say what follows a missed first deadline\. Ask SET, or see /);
  });
  it('names who must judge', () => {
    const open = assessSupportRequest({ ask: 'tutorial', stage: 'in-programme' });
    expect(explain(open).line).toMatch(
      /^This is for the Professional Status Team to decide\. Ask the Professional Status Team whether tutorials are given/,
    );
    expect(explain(open).text).toContain('- Ask the Professional Status Team whether tutorials are given');
  });
  it('sends nobody to the reviewers', () => {
    const open = assessSupportRequest({ ask: 'written-feedback', stage: 'submitted' });
    expect(explain(open).line).toMatch(/^Wait for the outcome of the review\./);
  });
  it('asks for a text that an edition leaves out by the clause, and not by the question of another document', () => {
    const policy = definePolicy({ editions: ['support@etf-staff'] });
    const needsAfter = (type: 'special-arrangement-agreed' | 'portfolio-submitted') =>
      explain(transition(caseAt('in-programme'), eventOf(type, '2021-07-02', '2021-07-02T12:00:00Z', false, january2022), policy), policy)
        .steps.filter(({ kind }) => kind === 'need')
        .map(({ text }) => text);
    const left = 'This needs text of the Support policy that is not included here.';
    expect(needsAfter('special-arrangement-agreed')).toStrictEqual([left]);
    expect(needsAfter('portfolio-submitted')).toStrictEqual([
      'Ask SET what follows a missed first deadline, or see the QTLS terms and conditions. That part is not included here.',
      left,
    ]);
  });
  it('names the fact that is needed', () => {
    const { line, text } = explain(assessAdjustmentRequest.given({ programmeStartsOn: '2021-01-10' }));
    expect(line).toMatch(/^To answer this, give 2 more facts: what support is needed; the date of the request\. /);
    expect(text).toContain('- One fact is missing: the date of the request (`requestedOn`). (Support policy 3.1.1)');
  });
});

describe('an answer says no more than the text that is included', () => {
  it('9.1: the clause states no limit for the participant, and the procedures that it points to are not included', () => {
    const { line, text } = explain(routeChallenge({ about: 'support-received', by: 'participant', on: '2021-05-17' }));
    expect(line).toContain('Clause 9.1 states no time limit for the participant.');
    expect(text).toContain('a document on appeals procedures, which may set a time limit and is not included here.');
  });
  it.each([
    ['award-appeals/3.1', 'non-award', 'how a decision of that day is appealed', 'QTLS and ATS awards appeals policy'],
    ['objections/who', 'membership-decision', 'how a decision of that day is challenged', 'SET complaints and appeals policy'],
    ['code-page/9', 'member-conduct', 'what it does with information of that day', 'SET actions against members policy'],
  ] as const)('%s: %s of 1 January 2019: the text of that day is not included, and is not said to be silent', (_, about, asks, title) => {
    const { line, text } = explain(routeChallenge({ about, by: 'member', on: '2019-01-01' }));
    expect(line.startsWith(`The text that applied on that day is not included here. Ask SET ${asks}. (`)).toBe(true);
    expect(text).toContain(`- Ask SET ${asks}. No text of the ${title} for that day is included here.`);
  });
  it('award-appeals/4.1: a step before the oldest edition sends nobody to a text that may not exist', () => {
    const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-08-06' });
    expect(explain(awardAppeal.transition(opened, { type: 'explanation-requested', at: '2020-08-07' })).text).toContain(
      '- Ask SET what applies on that day. No text of the QTLS and ATS awards appeals policy for that day is included here.',
    );
  });
  it('objections/who: the policy is known to take decisions not to award; of decisions on membership it is not known', () => {
    const routed = (about: 'non-award' | 'membership-decision') => explain(routeChallenge({ about, by: 'member', on: '2023-01-01' }));
    const left = 'No text included here says that it takes decisions on membership: ask SET.';
    expect(routed('membership-decision').line).toMatch(new RegExp(`^Object under the objections policy\\. ${left}`));
    expect(routed('non-award').line).not.toContain('membership');
    for (const about of ['non-award', 'membership-decision'] as const)
      expect(routed(about).text).toContain('when the objections policy took the place of the awards appeals policy.');
  });
  it('code-page/1, 14: the mandatory requirements bind, and other parts are encouraged', () => {
    const { text } = explain(applicableStandards({ sector: 'other' }));
    expect(text).toContain("SET's Code applies to the member.");
    expect(text).toContain('Members must meet the mandatory requirements of the Code. Other parts of it are encouraged.');
    expect(text).not.toContain('keep');
  });
  it.each([[['other']], [['procedural-error', 'other']]] as const)(
    'award-appeals/4.4: an appeal on %j rests on another ground at least in part',
    (grounds) => {
      const { steps } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, [
        { type: 'explanation-requested', at: '2021-05-20' },
        { type: 'explained', at: '2021-05-26' },
        { type: 'appeal-lodged', at: '2021-06-02', grounds: [...grounds] },
      ]);
      const { text } = explain(steps[2] as (typeof steps)[number]);
      expect(text).toContain('The appeal rests, wholly or in part, on a ground other than an error of procedure.');
      expect(text).toContain('Ask SET whether an appeal can rest on that other ground');
    },
  );
  it('6.1.2: in QTLS the participant is to appoint a supporter, and of what SET never does nothing is said', () => {
    expect(explain(assessMentorRequest({ programme: 'QTLS', mentorIdentified: false })).line).toMatch(
      /^In QTLS it is for the participant to appoint a supporter\. \(/,
    );
  });
  it.each([
    ['employer', 'an employer'],
    ['former-employer', 'a former employer'],
    ['third-party', 'a third party'],
    ['public', 'a member of the public'],
  ] as const)('member-action/2.1: information from the %s: whoever gave it is the referrer, and the public is not', (source, says) => {
    const opened = actionAgainstMember.open({ member: 'm-1', source, receivedAt: '2021-02-01' });
    expect(explain(actionAgainstMember.transition(opened, { type: 'acknowledged', on: '2021-02-02' })).text).toContain(
      `- The information came from ${says}. The policy calls whoever gave it the referrer.`,
    );
  });
  it('suitability/factors: a factor that was found, one that was found absent, and one on which nobody said anything', () => {
    const { text } = explain(suitabilityFactors({ inEducationalSetting: true, harmOrRiskOfHarm: false, riskOfRepetition: 'none' }));
    expect(text).toContain('SET takes into account that it happened in an educational setting.');
    expect(text).toContain('It was found that there was neither harm nor a risk of harm.');
    expect(text).not.toContain('happen again');
  });
  it.each([
    ['advisory', false],
    ['required', true],
  ] as const)('9.1, prior-discussion %s: that the discussion comes first is said: %s', (choice, first) => {
    const policy = definePolicy({ readings: { 'prior-discussion': choice } });
    const appeal = { discussedWithTeam: false, ground: 'sufficiency-of-support', receivedAt: '2021-05-17' } as const;
    expect(explain(assessSupportAppeal(appeal, policy), policy).text.includes('comes before an appeal')).toBe(first);
  });
});

describe('a refusal', () => {
  const opened = openCase({
    participant: 'p-1',
    cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' },
    registeredOn: '2020-12-07',
  });

  it('says what may happen instead, each under its own clause', () => {
    const refused = transition(opened, { type: 'status-awarded', on: '2021-05-14' });
    expect(faultsOf(explain(refused))).toStrictEqual([]);
    expect(explain(refused).text).toContain('- Instead: record the issue of the portfolio, if it happens. (Support policy 4.3)');
  });
  it('of an event taken, says what it brings', () => {
    expect(faultsOf(explain(transition(opened, { type: 'portfolio-issued', on: '2021-01-10' })))).toStrictEqual([]);
  });
});

it('9.1: after an appeal on another ground only events of another kind are ruled out: one on the right ground can still come', () => {
  const { case: discussed } = supportAppealProcedure.replay({ participant: 'p-1' }, [{ type: 'discussed', on: '2020-12-18' }]);
  const refused = supportAppealProcedure.transition(discussed, { type: 'appeal-received', at: '2020-12-23', ground: 'other' });
  expect(supportAppealProcedure.position(discussed, '2020-12-23').permitted.map(({ type }) => type)).toStrictEqual(['appeal-received']);
  expect(explain(refused).steps.at(-1)?.text).toBe('No other kind of event can be recorded at this stage.');
});

describe('a deadline that an event closes', () => {
  const closed = (step: Parameters<typeof explain>[0] | undefined) =>
    explain(step as never).steps.flatMap(({ text }) => (text.startsWith('The deadline, ') ? [text] : []));
  const last = (state: ReturnType<typeof caseAt>, event: CaseEvent, policy?: AnyPolicy) => closed(transition(state, event, policy));
  const restarts = definePolicy({ readings: { 'first-deadline-missed': 'restart' } });

  it.each<[string, CaseEvent, string]>([
    ['in time', { type: 'portfolio-resubmitted', at: '2022-03-31T17:00:00+01:00' }, 'no longer applies'],
    ['late', { type: 'portfolio-resubmitted', at: '2022-03-31T17:00:01+01:00' }, 'has passed'],
    ['never', { type: 'resubmission-deadline-missed', on: '2022-04-01' }, 'has passed'],
  ])('6.2.3: resubmitted %s', (_, event, says) => {
    expect(last(caseAt('criteria-not-met'), event)).toStrictEqual([`The deadline, 5pm on 31 March 2022, ${says}.`]);
  });
  it.each<[string, CaseEvent, AnyPolicy | undefined, string]>([
    ['in time', { type: 'portfolio-submitted', at: '2021-06-30T17:00:00+01:00' }, undefined, 'no longer applies'],
    ['late', { type: 'portfolio-submitted', at: '2021-06-30T17:00:01+01:00' }, undefined, 'has passed'],
    ['never', { type: 'submission-deadline-missed', on: '2021-07-01' }, restarts, 'has passed'],
  ])('4.4: submitted %s', (_, event, policy, says) => {
    expect(last(caseAt('in-programme'), event, policy)).toStrictEqual([`The deadline, 5pm on 30 June 2021, ${says}.`]);
  });
  it.each([
    ['2021-05-24', 'no longer applies'],
    ['2021-05-25', 'has passed'],
  ] as const)('award-appeals/4.2: explained on %s', (at, says) => {
    const { steps } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, [
      { type: 'explanation-requested', at: '2021-05-17' },
      { type: 'explained', at },
    ]);
    expect(closed(steps[1])).toStrictEqual([`The deadline, 24 May 2021, ${says}.`]);
  });
});

it('4.4, 4.5: what nobody has said is told by a noun, and not as “it”', () => {
  const window = explain(reviewWindow({ submissionDeadline: '2021-03-31T17:00:00+01:00' }));
  expect(window.line).toMatch(/^Nobody has said whether the review is of the submission or the resubmission\. /);
  const contact = explain(
    assessCommunication({ medium: 'email', startedBy: 'participant', to: 'professional-status-team', purpose: 'advice' }),
  );
  expect(contact.line).toMatch(/^Nobody has said whether the call or email is about the portfolio\. /);
});

describe('a document that is needed', () => {
  const needOf = (answer: Parameters<typeof explain>[0]) => explain(answer).steps.find(({ kind }) => kind === 'need')?.text;
  it('award-appeals/4.4: of which a part is included, is told as lacking that part', () => {
    const { steps } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, [
      { type: 'explanation-requested', at: '2021-05-17' },
      { type: 'explained', at: '2021-05-18' },
      { type: 'appeal-lodged', at: '2021-05-19', grounds: ['other'] },
    ]);
    expect(documents['award-appeals'].held).toBe('part');
    expect(needOf(steps[2] as never)).toMatch(/the QTLS and ATS awards appeals policy\. That part is not included here\.$/);
  });
  it('code-page/10: of which nothing is included for that day, is told as not included', () => {
    const open = routeChallenge({ about: 'membership-decision', by: 'non-member', on: '2021-05-14' });
    expect(documents.complaints.held).toBe('not-held');
    expect(needOf(open)).toMatch(/No text of the SET complaints and appeals policy for that day is included here\.$/);
  });
});

describe.each(allStages)('a case that is %s', (stage) => {
  it('has words for whatever becomes of any event, taken or refused', () => {
    const state = caseAt(stage);
    for (const type of programmeLifecycle.events) {
      for (const on of ['2020-01-01', '2021-07-01', '2023-01-01'] as const) {
        const step = transition(state, eventOf(type, on, `${on}T12:00:00Z`, on > '2022', january2022));
        expect(faultsOf(explain(step)), `${type} on ${on}`).toStrictEqual([]);
      }
    }
  });
});

describe.each([...machineFiles.values()])('$machine', ({ machine: id, vectors }) => {
  it('has words for whatever becomes of any step, taken or refused', () => {
    const machine = machines.find((each) => each.id === id);
    if (machine === undefined) throw new Error(`no machine ${id}`);
    for (const vector of vectors) {
      const policy = policyOf(vector);
      const before = caseAfter(machine, vector.opening, vector.given, policy);
      for (const each of vector.tries) {
        if ('when' in each) expect(faultsOf(explain(machine.transition(before, each.when, policy), policy)), vector.name).toStrictEqual([]);
      }
    }
  });
});

describe('what has no words', () => {
  const decision = assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
  const [finding] = decision.because;
  const fails = (answer: unknown): void => {
    expect(() => explain(answer as never)).toThrow('must be a decision, a transition, a position or a comparison of this library');
  };
  it('is refused: a finding', () => {
    fails({ ...decision, because: [{ ...finding, test: 'is-a-parrot' }] });
  });
  it('is refused: an outcome', () => {
    fails({ ...decision, outcome: 'parrot' });
  });
  it('is refused: a reading', () => {
    fails({ ...decision, basis: { ...decision.basis, readings: [{ id: 'parrot', choice: 'dead' }] } });
  });
  it('is refused: a finding whose clause is of no document', () => {
    fails({ ...decision, because: [{ ...finding, clause: 'parrots/1' }] });
  });

  const facts = { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' } as const;
  const registered = openCase({ participant: 'p-1', cohort: january2022, registeredOn: '2021-12-07' });
  it.each<[string, unknown, string]>([
    ['what safe returns of a rule', assessAdjustmentRequest.safe(facts), '; hand its decision'],
    [
      'what safe returns of a machine',
      programmeLifecycle.safe(registered, { type: 'withdrawn', on: '2022-01-10' }),
      '; hand its transition',
    ],
    ['a case', registered, ''],
    ['nothing', undefined, ''],
  ])('is refused, and told what to hand: %s', (_, answer, hint) => {
    expect(() => explain(answer as never)).toThrow(
      new RegExp(`^Invalid facts: answer must be a decision, a transition, a position or a comparison of this library${hint}$`),
    );
  });
});

describe('the checks of this file', () => {
  const [step] = explain(assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })).steps;
  const told = (text: string, clause: string, cited = ` (Support policy ${clause.split('/')[1] ?? ''})`): Explanation => ({
    line: `Late. (Support policy 3.1.1)`,
    text: `Late. (Support policy 3.1.1)\n- ${text}${cited}`,
    markdown: `| x | ${text} | yes |`,
    steps: [{ text, clause: clause as ClauseId, kind: 'finding' }],
  });
  it('take a sentence with its clause', () => {
    expect(faultsOf(told(step?.text ?? '', 'support/3.1.1'))).toStrictEqual([]);
  });
  it('miss a clause that no register has', () => {
    expect(faultsOf(told('It is late.', 'support/99'))).toContain('not in the register: support/99');
  });
  it('miss a sentence without a clause', () => {
    expect(faultsOf(told('It is late.', 'support/3.1.1', ''))).toContain('cites nothing: - It is late.');
  });
  it('miss what is not in words', () => {
    expect(faultsOf(told('It is undefined.', 'support/3.1.1'))).toContain('not in words: It is undefined.');
  });
  it('count words, syllables and grade as the formula does', () => {
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(-1.45, 2);
    expect(gradeOf('Professional organisations communicate administrative requirements electronically.')).toBeGreaterThan(20);
  });
});
