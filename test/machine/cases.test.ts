// Every case of the procedures, through the machines; then that the cases leave no cell out.
import { describe, expect, it } from 'vitest';
import { clauses, explain, rules, type Finding } from '../../src/index.js';
import { allFiles, policyOf } from '../decision/cases.js';
import { caseAfter, machineFiles, machines, type MachineVector, type Try } from './cases.js';

const testsOf = (findings: readonly Finding[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries(findings.map(({ test, holds }) => [test, holds]));
const named = (each: Try): string =>
  'when' in each
    ? `${each.when.type} ${JSON.stringify(each.when['at'] ?? each.when['on'])} is ${'taken' in each ? 'taken' : 'refused'}`
    : `as of ${each.asOf}`;
const vectorsOf = (id: string): readonly MachineVector[] => machineFiles.get(id)?.vectors ?? [];

describe.each(machines.map((machine) => [machine.id, machine] as const))('%s', (id, machine) => {
  const all = vectorsOf(id);

  describe.each(all.map((vector) => [`${vector.clause}: ${vector.name}`, vector] as const))('%s', (_, vector) => {
    const policy = policyOf(vector);
    const before = caseAfter(machine, vector.opening, vector.given, policy);

    it.each(vector.tries.map((each) => [named(each), each] as const))('%s', (__, each) => {
      if ('stands' in each) {
        const { stage, duties, permitted, unsettled } = machine.position(before, each.asOf as never, policy);
        expect({
          stage,
          duties: duties.map(({ deadline, ...duty }) => ({ ...duty, ...(deadline && { due: deadline.due }) })),
          permitted: permitted.map(({ type }) => type),
          unsettled,
        }).toStrictEqual(each.stands);
        return;
      }
      const step = machine.transition(before, each.when, policy);
      if ('taken' in each) {
        expect(step).toMatchObject({ accepted: true, case: { stage: each.taken.stage, history: [...vector.given, each.when] } });
        if (!step.accepted) return;
        expect(testsOf(step.because)).toStrictEqual(each.taken.because);
        if (each.taken.effects) expect(step.effects).toStrictEqual(each.taken.effects);
        if (each.taken.needs) expect(step.unsettled.map(({ kind }) => kind)).toStrictEqual(each.taken.needs);
        else expect(step.unsettled).toStrictEqual(each.taken.unsettled ?? []);
      } else {
        expect(step).toMatchObject({ accepted: false });
        if (step.accepted) return;
        expect(step.case).toBe(before);
        expect(testsOf(step.refusals)).toStrictEqual(each.refused.because);
        expect(step.instead.map(({ type }) => type)).toStrictEqual(each.refused.instead);
        if (each.refused.last) expect(step.refusals).toContainEqual(expect.objectContaining({ operator: '<=', right: each.refused.last }));
      }
      expect(explain(step, policy).text).not.toContain('undefined');
    });
  });

  it('each case has its own name, and clauses of the register that the machine cites', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const cited = all.flatMap(({ opening, given, tries, ...vector }) => {
      const before = caseAfter(machine, opening, given, policyOf(vector));
      return tries.flatMap((each) => {
        if (!('when' in each)) return [];
        const step = machine.transition(before, each.when, policyOf(vector));
        return (step.accepted ? step.because : step.refusals).map(({ clause }) => clause);
      });
    });
    for (const { clause } of all) {
      expect(Object.keys(clauses)).toContain(clause);
      expect(cited).toContain(clause);
    }
  });

  it('every cell is taken, every step is refused, and every stage is seen', () => {
    const taken = new Set(all.flatMap((v) => v.tries.flatMap((each) => ('taken' in each ? `${each.when.type} at ${stageAfter(v)}` : []))));
    const refused = new Set(all.flatMap(({ tries }) => tries.flatMap((each) => ('refused' in each ? each.when.type : []))));
    expect([...taken].sort()).toStrictEqual(machine.cells.map(({ event, from }) => `${event} at ${from}`).sort());
    expect([...refused].sort()).toStrictEqual([...machine.events].sort());
    expect([...new Set(all.map(stageAfter))].sort()).toStrictEqual([...machine.stages].sort());
  });
  const stageAfter = (vector: MachineVector): string => vector.given.at(-1)?.type ?? machine.stages[0] ?? '';
});

describe('the files', () => {
  it('are one for each rule and for each machine here', () => {
    expect([...allFiles.keys()].sort()).toStrictEqual([...Object.keys(rules), ...machines.map(({ id }) => id)].sort());
    for (const [name, { machine, version }] of machineFiles) expect({ machine, version }).toStrictEqual({ machine: name, version: 1 });
  });
});
