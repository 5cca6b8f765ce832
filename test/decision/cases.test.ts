// Every case through the public API; then what holds of all answers; then that the cases leave no part of a rule out.
import { describe, expect, it } from 'vitest';
import { compiledOf } from '../../src/decision/rule.js';
import { editionIds, readingChoices, type EditionId, type SelectableReadingId } from '../../src/policy/choices.js';
import * as api from '../../src/index.js';
import {
  clauses,
  definePolicy,
  rules,
  type AnyPolicy,
  type AnyRule,
  type Policy,
  type PolicyOptions,
  type RuleId,
} from '../../src/index.js';
import {
  answerOf,
  calendars,
  deepFreeze,
  loose,
  objectsIn,
  policyOf,
  ruleIds,
  testsOf,
  vectorFiles,
  vectorsOf,
  withReading,
  type AnyDecision,
  type Facts,
  type Vector,
} from './cases.js';

const copy = <T>(value: T): T => structuredClone(value);
const decided = (rule: AnyRule, vector: Vector): AnyDecision => loose(rule)(deepFreeze(copy(vector.facts)), policyOf(vector));
/** A clause is cited by itself, or by a part of it such as a bullet. */
const cites = (decision: AnyDecision, clause: string): boolean =>
  decision.because.some((finding) => finding.clause === clause || finding.clause.startsWith(`${clause}.`));

describe.each(ruleIds)('%s', (id) => {
  const rule = rules[id];
  const vectors = vectorsOf(id);

  it.each(vectors.map((vector) => [`${vector.clause.replace('support/', '')}: ${vector.name}`, vector] as const))('%s', (_, vector) => {
    const decision = decided(rule, vector);
    expect({ ...(answerOf(decision) as object), because: testsOf(decision) }).toStrictEqual({
      outcome: vector.outcome,
      ...(vector.outcome === 'undetermined' ? { needs: vector.needs } : { detail: vector.detail }),
      because: vector.because,
    });
    expect(decision.settled).toBe(vector.outcome !== 'undetermined');
    expect(decision.rule).toBe(id);
  });

  it('says each test once, and each under a clause of the register', () => {
    for (const vector of vectors) {
      const decision = decided(rule, vector);
      const tests = decision.because.map(({ test }) => test);
      expect(tests, vector.name).toHaveLength(new Set(tests).size);
      for (const { clause } of decision.because) expect(Object.keys(clauses), vector.name).toContain(clause);
    }
  });

  it('compares nothing with what has not happened', () => {
    for (const vector of vectors) {
      for (const finding of decided(rule, vector).because) expect([finding.left, finding.right], vector.name).not.toContain('none');
    }
  });

  it.each([...new Set(vectors.map(({ clause }) => clause))])('cites %s where that is what the case is about', (clause) => {
    expect(Object.keys(clauses)).toContain(clause);
    const silent = vectors.filter((vector) => vector.clause === clause && !cites(decided(rule, vector), clause));
    expect(silent.map(({ name }) => name)).toStrictEqual([]);
  });

  it('shows the comparison of every date that it compares, true to what it says', () => {
    for (const vector of vectors) {
      for (const { left, operator, right, holds } of decided(rule, vector).because) {
        if (left === undefined || right === undefined || operator === undefined) continue;
        if (typeof left !== 'string' || typeof right !== 'string' || left.length > 10 || right.length > 10) continue;
        const truth = {
          '<': left < right,
          '<=': left <= right,
          '=': left === right,
          '>=': left >= right,
          '>': left > right,
          in: left === right,
        }[operator];
        expect(holds, `${vector.name}: ${left} ${operator} ${right}`).toBe(truth);
      }
    }
  });

  it('gives one answer to the same facts, and leaves them as they were', () => {
    for (const vector of vectors) {
      const facts = copy(vector.facts);
      const [once, again] = [loose(rule)(facts, policyOf(vector)), loose(rule)(copy(vector.facts), policyOf(vector))];
      expect(again, vector.name).toStrictEqual(once);
      expect(facts, vector.name).toStrictEqual(vector.facts);
    }
  });

  it('answers in plain data, the same after a round trip through JSON', () => {
    for (const vector of vectors) {
      const decision = decided(rule, vector);
      expect(JSON.parse(JSON.stringify(decision)), vector.name).toStrictEqual(decision);
    }
  });

  it('holds on to nothing of the caller’s, and freezes what two answers have in common', () => {
    for (const vector of vectors) {
      const facts = copy(vector.facts);
      const [one, two] = [objectsIn(loose(rule)(facts, policyOf(vector))), objectsIn(decided(rule, vector))];
      for (const mine of objectsIn(facts)) expect(one.has(mine), vector.name).toBe(false);
      const unfrozen = [...one].filter((each) => two.has(each) && !Object.isFrozen(each));
      expect(unfrozen, `${vector.name}: shared by two answers and open to change`).toStrictEqual([]);
    }
  });

  it('names every reading on which the answer turns', () => {
    for (const vector of vectors) {
      const policy = policyOf(vector);
      const decision = decided(rule, vector);
      const named = decision.basis.readings.map((reading) => reading.id);
      expect(named, vector.name).toHaveLength(new Set(named).size);
      for (const { id: reading, choice } of decision.basis.readings)
        expect(policy.readings[reading as SelectableReadingId], vector.name).toBe(choice);
      for (const [reading, choices] of Object.entries(readingChoices)) {
        const turns = choices.some((choice) => differs(decision, loose(rule)(vector.facts, withReading(policy, reading, choice))));
        if (turns) expect(named, vector.name).toContain(reading);
      }
    }
  });

  it('names the calendar where the answer turns on it, and only where days are counted', () => {
    for (const vector of vectors) {
      const policy = policyOf(vector);
      const decision = decided(rule, vector);
      const { calendar } = decision.basis;
      if (calendar !== undefined)
        expect(calendar, vector.name).toStrictEqual({
          id: policy.calendar.id,
          version: policy.calendar.version,
          certainty: policy.calendar.certainty,
        });
      const turns = Object.values(calendars).some((other) => differs(decision, loose(rule)(vector.facts, { ...policy, calendar: other })));
      if (turns) expect(calendar, vector.name).toBeDefined();
    }
  });

  it('names the edition of each document that it cites, once: the policy’s, unless the facts choose another', () => {
    for (const vector of vectors) {
      const decision = decided(rule, vector);
      const documents = [...new Set(decision.because.map(({ clause }) => clause.slice(0, clause.indexOf('/'))))];
      const chosen = editionByFacts(id, vector.facts);
      const named = policyOf(vector).editions.filter((edition) => chosen === undefined || documentOf(edition) !== documentOf(chosen));
      const governing = new Set(chosen === undefined ? named : [...named, chosen]);
      const expected = editionIds.filter((edition) => governing.has(edition) && documents.includes(documentOf(edition)));
      expect(decision.basis.editions, vector.name).toStrictEqual(expected);
    }
  });
});

const documentOf = (edition: EditionId): string => edition.slice(0, edition.indexOf('@'));

/** The edition by which the facts ask to be judged, written down a second time from the policy: of the conditions as it is named, of what prints a month by the day. */
function editionByFacts(id: RuleId, { edition, about, on, ground, receivedAt }: Facts): EditionId | undefined {
  if (id === 'assessConditionsChange') return edition as EditionId;
  if (id !== 'routeChallenge' && (id !== 'assessSupportAppeal' || ground !== 'other')) return undefined;
  const since = (month: string): boolean => String(on ?? receivedAt).slice(0, 7) >= month;
  if (about === 'member-conduct')
    return since('2023-10') ? 'member-action@2023-10' : since('2020-09') ? 'member-action@2020-09' : undefined;
  return since('2024-07') ? 'objections@2024-07' : since('2022-11') ? 'objections@2022-11' : undefined;
}

describe('facts at the ends of the years that dates can have', () => {
  const readings = (chosen: PolicyOptions['readings']): Policy => definePolicy({ readings: chosen });

  it.each<[string, RuleId, Facts, string, Policy?]>([
    ['3.1.1: no month lies before January 1900', 'noticeDeadline', { programmeStartsOn: '1900-01-31' }, 'programmeStartsOn'],
    [
      '3.1.1: nor a clear month',
      'noticeDeadline',
      { programmeStartsOn: '1900-02-01' },
      'programmeStartsOn',
      readings({ 'notice-boundary': 'clear-month' }),
    ],
    [
      '3.1.1: nor one counted forward',
      'noticeDeadline',
      { programmeStartsOn: '1900-01-31' },
      'programmeStartsOn',
      readings({ 'notice-month': 'count-forward' }),
    ],
    [
      '3.1.1: whatever day the request was made',
      'assessAdjustmentRequest',
      { requestedOn: '1900-01-15', programmeStartsOn: '1900-01-15' },
      'programmeStartsOn',
    ],
    ['4.4: no review follows the last day', 'reviewWindow', { submissionDeadline: '2199-12-31' }, 'submissionDeadline'],
    ['4.4: nor ends after it', 'reviewWindow', { submissionDeadline: '2199-12-15' }, 'submissionDeadline'],
    ['4.4: at whatever hour', 'reviewWindow', { submissionDeadline: '2199-12-15T17:00:00Z' }, 'submissionDeadline'],
    [
      '6.2.3: no restart follows the last day',
      'assessResubmission',
      { resubmittedAt: '2199-12-31T17:00:01Z', resubmissionDeadline: '2199-12-31T17:00:00Z', asOf: '2199-12-31' },
      'resubmissionDeadline',
    ],
    [
      '6.2.3: nor where nothing was re-submitted',
      'assessResubmission',
      { resubmissionDeadline: '2199-12-31T17:00:00Z', asOf: '2199-12-31T17:00:01Z' },
      'resubmissionDeadline',
    ],
    [
      '4.3: no day of support lies before the first day, where the last day is left out',
      'supportWindow',
      { portfolioIssuedOn: '1900-01-01', endedOn: '1900-01-01', on: '1900-01-01' },
      'endedOn',
      readings({ 'support-window-ends': 'end-exclusive' }),
    ],
    [
      '4.3: nor where support stops in a restart',
      'supportWindow',
      { portfolioIssuedOn: '1900-01-01', restartRequiredOn: '1900-01-01', on: '1900-01-01' },
      'restartRequiredOn',
      readings({ 'support-during-restart': 'closed' }),
    ],
  ])('%s: the problem is at the fact that was counted from', (_, id, facts, at, policy) => {
    const rule = loose(rules[id]);
    for (const ask of [() => rule(facts, policy), () => rule.given({ ...compiledOf(rules[id]).table.absent, ...facts }, policy)]) {
      expect(ask).toThrow(
        expect.objectContaining({ code: 'INVALID_FACTS', issues: [expect.objectContaining({ path: [at], received: facts[at] })] }),
      );
    }
  });

  it.each<[string, RuleId, Facts, unknown]>([
    [
      '3.1.1: the first start that has a month before it',
      'noticeDeadline',
      { programmeStartsOn: '1900-02-01' },
      { latestTimely: '1900-01-01', firstLate: '1900-01-02' },
    ],
    [
      '3.1.1: the last start',
      'noticeDeadline',
      { programmeStartsOn: '2199-12-31' },
      { latestTimely: '2199-11-30', firstLate: '2199-12-01' },
    ],
    [
      '4.4: the last deadline whose month is over in time',
      'reviewWindow',
      { submissionDeadline: '2199-11-30' },
      { opens: '2199-12-01', closes: '2199-12-31' },
    ],
    [
      '6.2.3: in time on the last day',
      'assessResubmission',
      {
        resubmittedAt: '2199-12-31T17:00:00Z',
        resubmissionDeadline: '2199-12-31T17:00:00Z',
        reviewOutcome: 'criteria-met',
        asOf: '2199-12-31',
      },
      {},
    ],
    [
      '4.3: support on the first day',
      'supportWindow',
      { portfolioIssuedOn: '1900-01-01', endedOn: '1900-01-01', on: '1900-01-01' },
      { opens: '1900-01-01', closes: '1900-01-01' },
    ],
    [
      '4.3: support on the last day',
      'supportWindow',
      { portfolioIssuedOn: '2199-01-10', endedOn: '2199-12-31', on: '2199-12-31' },
      { opens: '2199-01-10', closes: '2199-12-31' },
    ],
    [
      '6.2.2: adjustments applied for on the first day, and a start less than a month on',
      'assessFurtherSupport',
      { adjustmentsAppliedOn: '1900-01-01', programmeStartsOn: '1900-01-02', priorArrangement: true },
      {},
    ],
  ])('%s is answered', (_, id, facts, detail) => {
    expect(loose(rules[id])(facts)).toMatchObject({ settled: true, detail });
  });
});

describe('a cohort that is found', () => {
  it('is given back without the dates that were given as undefined', () => {
    const { detail } = loose(rules.nextAvailableCohort)({
      programme: 'QTLS',
      trigger: '2021-11-01',
      cohorts: [{ id: 'qtls-2022-01', programme: 'QTLS', startsOn: '2022-01-10', entryCloses: undefined }],
    }) as { readonly detail: unknown };
    expect(JSON.parse(JSON.stringify(detail))).toStrictEqual(detail);
  });
});

function differs(a: AnyDecision, b: AnyDecision): boolean {
  return JSON.stringify(answerOf(a)) !== JSON.stringify(answerOf(b));
}

describe('the rules', () => {
  it('are exported, each under its own name', () => {
    const exported = new Set<unknown>(Object.values(api));
    const hidden = Object.entries(rules).filter(([id, rule]) => !(id in api) || !exported.has(rule));
    expect(hidden.map(([id]) => `export ${id}, with the types of its facts and detail, in src/index.ts`)).toStrictEqual([]);
  });

  it.each(Object.entries(rules))('%s: its table misses no case and doubles none', (_, rule) => {
    expect(() => compiledOf(rule)).not.toThrow();
  });
});

describe('the cases', () => {
  it('have a file for each rule, and none for anything else', () => {
    expect([...vectorFiles.keys()].sort()).toStrictEqual(Object.keys(rules).sort());
    for (const [name, { rule, version }] of vectorFiles) expect({ rule, version }).toStrictEqual({ rule: name, version: 1 });
  });

  it.each(ruleIds)('%s: each has its own name and only the keys that are described', (id) => {
    const vectors = vectorsOf(id);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    const known = ['name', 'clause', 'policy', 'facts', 'outcome', 'detail', 'needs', 'because'];
    for (const vector of vectors) {
      expect(known, vector.name).toStrictEqual(expect.arrayContaining(Object.keys(vector)));
      expect('detail' in vector, vector.name).toBe(vector.outcome !== 'undetermined');
      expect('needs' in vector, vector.name).toBe(vector.outcome === 'undetermined');
    }
  });

  it.each(ruleIds)('%s: no two have the same facts under the same policy', (id) => {
    const keys = vectorsOf(id).map(({ facts, policy, clause }) => JSON.stringify([facts, policy, clause]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toStrictEqual([]);
  });

  it.each(ruleIds)('%s: every row of its table is met', (id) => {
    const { table } = compiledOf(rules[id]);
    const met = vectorsOf(id).map(({ outcome, because }) =>
      table.rows.filter((row) => row.outcome === outcome && Object.entries(row.when).every(([test, truth]) => because[test] === truth)),
    );
    const rows = new Set(met.flat());
    expect(table.rows.filter((row) => !rows.has(row)).map(({ when, outcome }) => ({ when, outcome }))).toStrictEqual([]);
  });

  it.each(ruleIds)('%s: every outcome, and no other', (id) => {
    const settled = vectorsOf(id)
      .map(({ outcome }) => outcome)
      .filter((outcome) => outcome !== 'undetermined');
    expect([...new Set(settled)].sort()).toStrictEqual([...rules[id].outcomes].sort());
  });

  it.each(ruleIds)('%s: every test that can fail is seen true and false; one that is only cited never fails', (id) => {
    const { table } = compiledOf(rules[id]);
    const turning = new Set(table.rows.flatMap(({ when, weighs = [] }) => [...Object.keys(when), ...weighs]));
    for (const test of Object.keys(table.tests)) {
      const seen = new Set(vectorsOf(id).flatMap(({ because }) => because[test] ?? []));
      expect({ test, seen: [...seen].sort() }).toStrictEqual({ test, seen: turning.has(test) ? [false, true] : [true] });
    }
  });

  it.each(ruleIds)('%s: every choice of every reading that its steps declare is made', (id) => {
    const { tests, values, details } = compiledOf(rules[id]);
    const declared = new Set(
      [...Object.values(tests), ...Object.values(values), ...Object.values(details)].flatMap((step) => step.readings),
    );
    for (const reading of declared) {
      const made = new Set(vectorsOf(id).map((vector) => choiceOf(policyOf(vector), reading)));
      expect({ reading, made: [...made].sort() }).toStrictEqual({ reading, made: [...readingChoices[reading]].sort() });
    }
  });

  it.each(ruleIds)('%s: a reading that they choose is one that its steps declare', (id) => {
    const { tests, values, details } = compiledOf(rules[id]);
    const declared = [...Object.values(tests), ...Object.values(values), ...Object.values(details)].flatMap((step) => step.readings);
    for (const { name, policy } of vectorsOf(id))
      expect(declared, name).toStrictEqual(expect.arrayContaining(Object.keys(policy?.readings ?? {})));
  });

  it.each(ruleIds)('%s: a rule that counts working days is counted by every calendar', (id) => {
    const { values, details } = compiledOf(rules[id]);
    const counts = [...Object.values(values), ...Object.values(details)].some((step) => step.calendar);
    if (!counts) return;
    const used = new Set(vectorsOf(id).map((vector) => policyOf(vector).calendar.id));
    expect([...used].sort()).toStrictEqual(Object.keys(calendars).sort());
  });
});

/** An edition under which nothing is decided says nothing of how it differs from the others: its rules may take it for one of them. */
it('each of several editions of a document that a rule cites governs some case', () => {
  const cited = new Set(Object.values(rules).flatMap((rule) => rule.clauses.map((clause) => clause.slice(0, clause.indexOf('/')))));
  const governing = new Set(ruleIds.flatMap((id) => vectorsOf(id).flatMap((vector) => decided(rules[id], vector).basis.editions)));
  const hasOthers = (edition: EditionId): boolean => editionIds.filter((other) => documentOf(other) === documentOf(edition)).length > 1;
  const idle = editionIds.filter((edition) => cited.has(documentOf(edition)) && hasOthers(edition) && !governing.has(edition));
  expect(idle.map((edition) => `write a case under ${edition}, where it differs`)).toStrictEqual([]);
});

function choiceOf(policy: AnyPolicy, reading: SelectableReadingId): string {
  return policy.readings[reading];
}
