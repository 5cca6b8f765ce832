// The schemas, zod and JSON: every case fits them, both say the same of what is malformed, and nothing is left undescribed.
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receipt, rules, type Receipt, type RuleId } from '../../src/index.js';
import { jsonSchemas, zodSchemas, type SchemaName } from '../../src/schemas/index.js';
import { caseAt, allStages, historyTo } from '../support-policy/lifecycle/support/stages.js';
import { life } from '../support-policy/lifecycle/support/arbitraries.js';
import { caseAfter, machineFiles, machines, type LooseMachine, type MachineVector } from '../machine/cases.js';
import type { ProceduresById } from '../../src/procedures.js';
import { facts, wholeFacts } from '../decision/arbitraries.js';
import { calendars, loose, policyOf, ruleIds, vectorFiles, vectorsOf, type Facts } from '../decision/cases.js';
import { traces } from '../../src/testing/index.js';
import { shippedRows } from '../support-policy/lifecycle/support/shipped.js';
import { runs, someOf } from '../runs.js';

const ajv = formats.default(new Ajv2020({ strict: true, allErrors: true }));
/** What is wrong with a value by the JSON Schema of that name. */
function faults(name: SchemaName, value: unknown): readonly string[] {
  const validate = ajv.getSchema(name) ?? ajv.addSchema(jsonSchemas[name], name).getSchema(name);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}
const fits = (name: SchemaName, value: unknown): void => {
  expect(faults(name, value), name).toStrictEqual([]);
  expect(zodSchemas[name].safeParse(value).error?.issues ?? [], name).toStrictEqual([]);
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const made = (id: RuleId, of: Facts): Receipt => (receipt as (rule: unknown, facts: unknown) => Receipt)(rules[id], of);

describe.each(ruleIds)('%s', (id) => {
  it('every case fits: its file, its facts, its decision and its receipt', () => {
    fits('vectors', plain(vectorFiles.get(id)));
    for (const vector of vectorsOf(id)) {
      fits(`${id}Facts`, vector.facts);
      fits(`${id}Decision`, plain(loose(rules[id])(vector.facts, policyOf(vector))));
      fits('receipt', made(id, vector.facts));
    }
  });

  it('a decision from some of the facts fits too', () => {
    for (const vector of vectorsOf(id)) {
      for (const name of Object.keys(vector.facts)) {
        fits(`${id}Decision`, plain(loose(rules[id]).given({ ...vector.facts, [name]: undefined }, policyOf(vector))));
      }
    }
  });

  it('all facts that the rule takes fit, and what the JSON Schema refuses the rule refuses', () => {
    fc.assert(
      fc.property(wholeFacts(id), (whole) => {
        fits(`${id}Facts`, whole);
      }),
      runs(50),
    );
    fc.assert(
      fc.property(facts(id), (any) => {
        if (faults(`${id}Facts`, any).length > 0) expect(rules[id].check(any)).not.toStrictEqual([]);
      }),
      runs(50),
    );
  });

  it('each fact is described: another kind of value, a missing one and an unknown one are refused by both', () => {
    const [vector] = vectorsOf(id);
    const whole = { ...vector?.facts };
    const spoilt = [
      ...Object.keys(whole).flatMap((name) =>
        [42.5, -1, 'no such word', '2021-02-30', {}, null].map((value) => ({ ...whole, [name]: value })),
      ),
      { ...whole, unheardOf: 1 },
      {},
      [],
      'facts',
    ];
    for (const value of spoilt) {
      const refused = zodSchemas[`${id}Facts`].safeParse(value).error !== undefined;
      expect(faults(`${id}Facts`, value).length > 0, JSON.stringify(value)).toBe(refused);
    }
  });

  it('a decision of another rule, without reasons, or with another outcome does not fit', () => {
    const [vector] = vectorsOf(id);
    const decision = plain(loose(rules[id])(vector?.facts)) as object;
    for (const change of [{ rule: 'parrot' }, { because: [] }, { outcome: 'parrot' }, { settled: 'yes' }, { colour: 'blue' }]) {
      expect(faults(`${id}Decision`, { ...decision, ...change })).not.toStrictEqual([]);
      expect(zodSchemas[`${id}Decision`].safeParse({ ...decision, ...change }).success).toBe(false);
    }
  });
});

describe('the lifecycle', () => {
  it.each(allStages)('a case that is %s fits, with every event of its history', (stage) => {
    const state = plain(caseAt(stage)) as { readonly history: readonly object[] };
    fits('case', state);
    for (const event of historyTo(stage)) fits('event', event);
    expect(faults('case', { ...state, stage: 'parrot' })).not.toStrictEqual([]);
    expect(faults('case', { ...state, history: [{ type: 'parrot' }] })).not.toStrictEqual([]);
  });
  it('any registration and any events fit', () => {
    fc.assert(
      fc.property(life, ({ registration, events }) => {
        fits('registration', plain(registration));
        for (const event of events) fits('event', plain(event));
      }),
      runs(50),
    );
  });
});

describe.each([...machineFiles.values()])('$machine', (file) => {
  const { machine: id, vectors } = file as { machine: keyof ProceduresById; vectors: readonly MachineVector[] };
  const machine = machines.find((each) => each.id === id) as LooseMachine;

  it('every case fits: its file, what opens it, its events, and every state that they lead to', () => {
    fits('procedureVectors', plain(file));
    for (const { opening, given, tries, ...vector } of vectors) {
      fits(`${id}Opening`, opening);
      const before = caseAfter(machine, opening, given, policyOf(vector));
      fits(`${id}Case`, plain(before));
      for (const each of tries) {
        if (!('when' in each)) continue;
        fits(`${id}Event`, each.when);
        fits(`${id}Case`, plain(machine.transition(before, each.when, policyOf(vector)).case));
      }
    }
  });

  it('what the machine does not read does not fit', () => {
    const [{ opening, given, tries }] = vectors as readonly [MachineVector];
    const state = plain(caseAfter(machine, opening, given)) as object;
    const step = tries.flatMap((each) => ('when' in each ? [each.when] : []))[0] as object;
    for (const spoilt of [{ colour: 'blue' }, { stage: 'parrot' }, { schemaVersion: 2 }, { history: [{ type: 'parrot' }] }]) {
      expect(faults(`${id}Case`, { ...state, ...spoilt })).not.toStrictEqual([]);
      expect(() => machine.permitted({ ...state, ...spoilt } as never)).toThrow('Invalid facts');
    }
    for (const spoilt of [{ type: 'parrot' }, { id: 7 }, { colour: 'blue' }, { on: '2021-02-30', at: '2021-02-30' }]) {
      expect(faults(`${id}Event`, { ...step, ...spoilt })).not.toStrictEqual([]);
      expect(() => machine.transition(machine.open(opening), { ...step, ...spoilt } as never)).toThrow('Invalid facts');
    }
    expect(faults(`${id}Opening`, {})).not.toStrictEqual([]);
    expect(() => machine.open({})).toThrow('Invalid facts');
  });
});

describe('the cases and the traces of the lifecycle', () => {
  it('fit, and what is spoilt in one does not', () => {
    const [row] = shippedRows;
    const file = { machine: 'programmeLifecycle', version: 1, vectors: shippedRows };
    fits('lifecycleVectors', plain(file));
    for (const spoilt of [{ when: { type: 'parrot' } }, { given: 'nothing' }, { clause: 'support/99' }, { then: {} }, { colour: 'blue' }])
      expect(faults('lifecycleVectors', { ...file, vectors: [{ ...row, ...spoilt }] })).not.toStrictEqual([]);
    const open = plain({ ...row, then: undefined, refused: undefined });
    expect(faults('lifecycleVectors', { ...file, vectors: [open] })).not.toStrictEqual([]);

    const [trace, ...others] = traces();
    fits('trace', { schema: 'schemas/trace.json', version: 1, madeFrom: 'professional-status 0.1.0', traces: 1 });
    for (const each of [trace, ...someOf(others, 20)]) fits('trace', plain(each));
    for (const spoilt of [{ steps: [{}] }, { registration: {} }, { readings: undefined }, { traces: 1 }])
      expect(faults('trace', plain({ ...trace, ...spoilt }))).not.toStrictEqual([]);
  });
});

describe('the schemas', () => {
  it('are of every rule, of every procedure, and of the shapes common to all', () => {
    const names = [
      ...Object.keys(rules).flatMap((id) => [`${id}Facts`, `${id}Decision`]),
      ...machines.flatMap(({ id }) => [`${id}Opening`, `${id}Event`, `${id}Case`]),
      'registration',
      'event',
      'case',
      'receipt',
      'vectors',
      'procedureVectors',
      'lifecycleVectors',
      'trace',
    ];
    expect(Object.keys(zodSchemas).sort()).toStrictEqual(names.sort());
    expect(Object.keys(jsonSchemas)).toStrictEqual(Object.keys(zodSchemas));
  });
  it('are made once, of draft 2020-12, and frozen', () => {
    for (const name of Object.keys(jsonSchemas) as SchemaName[]) {
      expect(jsonSchemas[name]).toBe(jsonSchemas[name]);
      expect(zodSchemas[name]).toBe(zodSchemas[name]);
      expect(jsonSchemas[name]).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: name });
    }
    expect(Object.isFrozen(zodSchemas) && Object.isFrozen(jsonSchemas)).toBe(true);
  });
  it('leave no fact undescribed', () => {
    const bare = Object.values(rules).flatMap(({ id }) =>
      Object.entries((jsonSchemas[`${id}Facts`] as { readonly properties: Readonly<Record<string, object>> }).properties)
        .filter(([, schema]) => Object.keys(schema).length === 0)
        .map(([name]) => `${id}.${name}`),
    );
    expect(bare).toStrictEqual([]);
  });
  it('know every calendar that a receipt can name by no more than its id and version', () => {
    for (const { id, version } of Object.values(calendars)) {
      fits('receipt', { ...made('noticeDeadline', { programmeStartsOn: '2021-01-10' }), calendar: { id, version } });
    }
  });
});
