// In one event no deadline is worked out twice: the calls are counted in the built package, by the engine that runs it.
import { Session } from 'node:inspector/promises';
import { awardAppeal, actionAgainstMember, supportAppealProcedure } from 'professional-status';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyOf } from '../decision/cases.js';
import { caseAfter, machineFiles, type LooseMachine } from './cases.js';

const session = new Session();
beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true });
});
afterAll(() => session.disconnect());

/** Counts the calls of a function of the package during some work. */
async function callsDuring(work: () => unknown, name: RegExp): Promise<number> {
  await session.post('Profiler.takePreciseCoverage'); // counts begin anew
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const called = result.filter(({ url }) => url.includes('/dist/')).flatMap(({ functions }) => functions);
  return called.filter(({ functionName }) => name.test(functionName)).reduce((sum, { ranges: [whole] }) => sum + (whole?.count ?? 0), 0);
}

const machines = [awardAppeal, actionAgainstMember, supportAppealProcedure] as readonly unknown[] as readonly LooseMachine[];
const counted = /^deadlineFrom\d*$/;

test('a deadline is worked out on a call', async () => {
  const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
  expect(await callsDuring(() => awardAppeal.position(opened, '2020-12-29'), counted)).toBe(1);
});

test.each(machines.map((machine) => [machine.id, machine] as const))(
  '%s: each event works out the deadline of the stage before it and that of the stage after it, once each',
  async (id, machine) => {
    const tried = new Set<string>();
    for (const { opening, given, tries, ...vector } of machineFiles.get(id)?.vectors ?? []) {
      const policy = policyOf(vector);
      for (const each of tries) {
        if (!('when' in each) || tried.has(each.when.type)) continue;
        tried.add(each.when.type);
        const before = caseAfter(machine, opening, given, policy);
        const calls = await callsDuring(() => machine.transition(before, each.when, policy), counted);
        expect(calls, `${vector.name}: ${each.when.type}`).toBeLessThanOrEqual('taken' in each ? 2 : 1);
      }
    }
    expect([...tried].sort()).toStrictEqual([...machine.events].sort());
  },
);
