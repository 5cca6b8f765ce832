// A policy that names an edition held only in part: what rests on a clause whose text is not held is undetermined, and the rest is answered.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  assessAdjustmentRequest,
  assessSupportRequest,
  decideAll,
  definePolicy,
  explain,
  noticeDeadline,
  openCase,
  position,
  replay,
  rules,
  transition,
  type AnyPolicy,
  type Decision,
  type editions,
  type Policy,
  type Registration,
  type RuleId,
  type Settled,
} from '../../src/index.js';
import { wholeFacts } from '../decision/arbitraries.js';
import { loose, ruleIds } from '../decision/cases.js';
import { runs } from '../runs.js';

const etfStaff = definePolicy({ editions: ['support@etf-staff'] });
const theText = { kind: 'document', document: 'support' } as const;
/** The rules that rest on the support policy, 2.3 apart, of which that edition is known to leave tutorials out. */
const resting = ruleIds.filter((id) => rules[id].clauses.every((clause) => clause.startsWith('support/')));
const leftOut = (facts: { readonly ask?: unknown }): boolean => facts.ask === 'tutorial' || facts.ask === 'formative-assessment';

describe('the support policy that names ETF staff', () => {
  it.each(resting)('%s needs its text, whatever the facts', (id) => {
    fc.assert(
      fc.property(wholeFacts(id), (facts) => {
        fc.pre(!leftOut(facts));
        const decision = loose(rules[id])(facts, etfStaff);
        expect(decision).toMatchObject({ settled: false, outcome: 'undetermined', needs: [theText] });
        expect(decision.because[0]).toMatchObject({ test: 'clause-is-held', holds: false, left: 'support@etf-staff' });
        expect(decision.basis.editions).toStrictEqual(['support@etf-staff']);
      }),
      runs(50),
    );
  });

  it.each(resting)('%s asks for nothing but its text when no fact is known', (id) => {
    const { needs } = loose(rules[id]).given({}, etfStaff) as Extract<Decision, { settled: false }>;
    expect(needs).toContainEqual(theText);
    expect(needs.filter((need) => need.kind === 'fact')).toStrictEqual(
      id === 'assessSupportRequest' ? [{ kind: 'fact', name: 'ask' }] : [],
    );
  });

  it('2.3: leaves formative assessment and tutorials out at every stage, which needs no more text', () => {
    for (const ask of ['tutorial', 'formative-assessment'] as const) {
      expect(assessSupportRequest({ ask, stage: 'in-programme' }, etfStaff).outcome).toBe('not-provided');
      expect(assessSupportRequest.given({ ask }, etfStaff).outcome).toBe('not-provided');
    }
    expect(assessSupportRequest({ ask: 'tutorial', stage: 'in-programme' }).outcome).toBe('undetermined');
  });

  it('is explained: the edition, and the document that is needed', () => {
    const answer = assessAdjustmentRequest({ requestedOn: '2024-12-01', programmeStartsOn: '2025-01-10' }, etfStaff);
    const { text } = explain(answer, etfStaff);
    expect(text).toContain('The text of this clause is not included for the edition');
    expect(text).toContain('Support policy that names ETF staff');
  });
});

describe('a policy of which every text is held', () => {
  const others = definePolicy({ editions: ['objections@2024-07', 'conditions@2025-02', 'adjustments@etf'] });
  it.each(resting)('%s answers as under the standard one', (id: RuleId) => {
    fc.assert(
      fc.property(wholeFacts(id), (facts) => {
        expect(loose(rules[id])(facts, others)).toStrictEqual(loose(rules[id])(facts));
      }),
      runs(20),
    );
  });
});

describe('types tell the two apart', () => {
  it('an answer is settled under a policy that is held, and may be undetermined under any other', () => {
    const facts = { programmeStartsOn: '2021-01-10' } as const;
    expectTypeOf(noticeDeadline(facts, definePolicy({ editions: ['conditions@2025-02'] }))).toExtend<Settled<'computed'>>();
    expectTypeOf(noticeDeadline(facts, etfStaff)).toExtend<Decision<'computed'>>();
    expectTypeOf(noticeDeadline(facts, etfStaff)).not.toExtend<Settled<'computed'>>();
    expectTypeOf(etfStaff).toEqualTypeOf<AnyPolicy>();
    expectTypeOf(definePolicy()).toEqualTypeOf<Policy>();
    expectTypeOf(decideAll(noticeDeadline, [facts])).items.toExtend<
      { ok: true; decision: Settled<'computed'> } | { ok: false; issues: unknown }
    >();
    expect(decideAll(noticeDeadline, [facts], etfStaff)).toMatchObject([{ ok: true, decision: { settled: false } }]);
  });
});

describe('a case under an edition whose text is not held', () => {
  const registration: Registration = {
    participant: 'p-1',
    cohort: { id: 'qtls-2025-01', programme: 'QTLS', startsOn: '2025-01-10', submissionDeadline: '2025-06-30T17:00:00+01:00' },
    registeredOn: '2024-10-01',
  };
  it('records what happens as before, and each step says that the text is needed', () => {
    const events = [
      { type: 'portfolio-issued', on: '2025-01-10' },
      { type: 'supporter-appointed', on: '2025-01-20' },
    ] as const;
    const [before, now] = [replay(registration, events), replay(registration, events, etfStaff)];
    expect(now.case).toStrictEqual(before.case);
    for (const step of now.steps) expect(step).toMatchObject({ accepted: true, unsettled: [theText] });
    expect(position(now.case, '2025-02-01', etfStaff).unsettled).toContainEqual(theText);
    expect(position(now.case, '2025-02-01').unsettled).toStrictEqual([]);
  });
  it('refuses as before, and the refusal says so', () => {
    const step = transition(openCase(registration), { type: 'status-awarded', on: '2025-08-06' }, etfStaff);
    expect(step.accepted ? [] : step.refusals.map(({ test }) => test)).toStrictEqual(['stage-takes-event', 'clause-is-held']);
  });
  test.prop([fc.constantFrom<(keyof typeof editions)[]>('support@etf-staff', 'member-action@2023-10', 'suitability@2023-01')])(
    'a stored case is read back whatever the policy was',
    (edition) => {
      const { case: state } = replay(
        registration,
        [{ type: 'portfolio-issued', on: '2025-01-10' }],
        definePolicy({ editions: [edition as never] }),
      );
      const copy = JSON.parse(JSON.stringify(state)) as typeof state;
      expect(transition(copy, { type: 'withdrawn', on: '2025-02-01' }).accepted).toBe(true);
    },
  );
});
