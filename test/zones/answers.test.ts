// Every case of every rule and machine is answered right in the host's zone. The lint keeps the zone out of src; this is the check on that lint.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { replay, rules, type AnyPolicy, type Finding } from '../../src/index.js';
import { answerOf, loose, policyOf, ruleIds, testsOf, vectorsOf, type Vector } from '../decision/cases.js';
import { caseAfter, machineFiles, machines, type LooseMachine, type State, type Try } from '../machine/cases.js';
import { allStages, historyTo, stories } from '../support-policy/lifecycle/support/stages.js';

const said = ({ outcome, detail, needs, because }: Vector): unknown => [
  outcome === 'undetermined' ? { outcome, needs } : { outcome, detail },
  because,
];
const found = (findings: readonly Finding[]): unknown => Object.fromEntries(findings.map(({ test: code, holds }) => [code, holds]));

test.each(ruleIds)('%s answers each of its cases as the case says', (id) => {
  const wrong = vectorsOf(id).filter((vector) => {
    const decision = loose(rules[id])(vector.facts, policyOf(vector));
    return !isDeepStrictEqual([answerOf(decision), testsOf(decision)], said(vector));
  });
  expect(wrong.map(({ name }) => name)).toStrictEqual([]);
});

/** Whether a step or a day comes to what the case says of it. */
function isRight(machine: LooseMachine, before: State, each: Try, policy: AnyPolicy): boolean {
  if ('stands' in each) {
    const { stage, duties, permitted, unsettled } = machine.position(before, each.asOf as never, policy);
    const dues = duties.map(({ deadline, ...duty }) => ({ ...duty, ...(deadline && { due: deadline.due }) }));
    return isDeepStrictEqual({ stage, duties: dues, permitted: permitted.map(({ type }) => type), unsettled }, each.stands);
  }
  const step = machine.transition(before, each.when, policy);
  if ('taken' in each)
    return step.accepted && step.case.stage === each.taken.stage && isDeepStrictEqual(found(step.because), each.taken.because);
  return !step.accepted && isDeepStrictEqual(found(step.refusals), each.refused.because);
}

test.each(machines.map((machine) => [machine.id, machine] as const))('%s answers each of its cases as the case says', (id, machine) => {
  const wrong = (machineFiles.get(id)?.vectors ?? []).filter((vector) => {
    const policy = policyOf(vector);
    const before = caseAfter(machine, vector.opening, vector.given, policy);
    return !vector.tries.every((each) => isRight(machine, before, each, policy));
  });
  expect(machineFiles.get(id)?.vectors.length).toBeGreaterThan(0);
  expect(wrong.map(({ name }) => name)).toStrictEqual([]);
});

test('the lifecycle of a programme comes to each stage by its ordinary history', () => {
  for (const programme of ['QTLS', 'ATS'] as const)
    for (const stage of allStages) expect(replay(stories[programme].registration, historyTo(stage, programme)).case.stage).toBe(stage);
});
