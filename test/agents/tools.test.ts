// The tools for agents: given the input of any case that the package ships, when a tool is called, then its answer is the rule's, in words, with its receipt, and as its schema says.
// They are in this folder, because test/tools holds the scripts.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  explain,
  limits,
  programmeLifecycle,
  receipt,
  rules,
  verifyReceipt,
  type Decision,
  type Receipt,
  type RuleId,
  type Span,
} from '../../src/index.js';
import { tools, type Tool, type ToolResult } from '../../src/tools/index.js';
import { loose, policyOf, ruleIds, vectorsOf } from '../decision/cases.js';
import { machineFiles, machines, type Event, type LooseMachine, type MachineVector } from '../machine/cases.js';
import { someOf } from '../runs.js';

const tool = (name: string): Tool => tools.find((each) => each.name === name) ?? expect.fail(`no tool ${name}`);
const strict = formats.default(new Ajv2020({ strict: true, allErrors: true }));
const compiled = new Map<object, ValidateFunction>();
function validatorOf(schema: object): ValidateFunction {
  const made = compiled.get(schema) ?? strict.compile(schema);
  compiled.set(schema, made);
  return made;
}
function expectToFit(schema: object, value: unknown): void {
  const validate = validatorOf(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}
/** Calls a tool with an input that fits its schema; the answer fits its own, and is plain JSON. */
function answerOf(name: string, input: object): ToolResult & { readonly ok: true } {
  const { inputSchema, outputSchema, call } = tool(name);
  expectToFit(inputSchema, input);
  const result = call(input);
  expectToFit(outputSchema, result);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  return result.ok ? result : expect.fail(JSON.stringify(result.issues));
}
const issuesOf = (name: string, input: unknown) => {
  const result = tool(name).call(input);
  expectToFit(tool(name).outputSchema, result);
  return result.ok ? [] : result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
};

/** A draft of every limit, a step longer than the policy's. */
const draft = Object.fromEntries(
  Object.entries<Span>({ ...limits }).map(([id, held]) => {
    const [[unit, long] = ['', 0]] = Object.entries<number>(held);
    return [id, { [unit]: long + 1 }];
  }),
);
/** The clauses that an answer says are drafted, wherever it says so; the input of the tool names each. */
const draftedIn = (name: string, answer: object): readonly string[] => {
  const found = new Set<string>();
  JSON.stringify(answer, (key, value: unknown) => {
    if (key === 'draft' && Array.isArray(value)) for (const { clause } of value as { clause: string }[]) found.add(clause);
    return value;
  });
  const { policy } = tool(name).inputSchema['properties'] as { policy: { properties: { limits?: { properties: object } } } };
  expect(Object.keys(policy.properties.limits?.properties ?? {})).toEqual(expect.arrayContaining([...found]));
  return [...found];
};

const lifecycle = programmeLifecycle as unknown as LooseMachine;
const everyMachine = [lifecycle, ...machines];
const questions = ['position', 'transition'];

describe('the list', () => {
  test('has one tool a rule, and two a machine', () => {
    const names = [...Object.keys(rules), ...everyMachine.flatMap(({ id }) => questions.map((question) => `${id}_${question}`))];
    expect(tools.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test.each(tools.map((each) => [each.name, each] as const))('%s: is a tool as the protocol has them', (name, each) => {
    expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(Object.keys({ ...each }).sort()).toEqual(['annotations', 'call', 'description', 'inputSchema', 'name', 'outputSchema']);
    const { title, ...hints } = each.annotations;
    expect(title).toMatch(/^[A-Z][a-z ]+$/);
    expect(hints).toEqual({ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false });
    for (const schema of [each.inputSchema, each.outputSchema]) {
      expect(schema).toMatchObject({ type: 'object', $schema: 'https://json-schema.org/draft/2020-12/schema' });
      expect(() => validatorOf(schema)).not.toThrow();
    }
    expect(each.description).toMatch(/^[A-Z].*\.$/);
    const described = Object.values(each.inputSchema['properties'] as Readonly<Record<string, { readonly description?: string }>>);
    expect(described.filter(({ description }) => !/^[A-Z].*\.$/.test(description ?? ''))).toEqual([]);
  });

  test.each(ruleIds)('%s: its description has each outcome, and its input each fact', (id) => {
    const { description, inputSchema } = tool(id);
    for (const outcome of rules[id].outcomes) expect(description).toContain(`${outcome} (`);
    const { policy, ...facts } = inputSchema['properties'] as Readonly<Record<string, unknown>>;
    const ofRule = Object.keys((rules[id].facts() as unknown as { readonly shape: object }).shape);
    expect(Object.keys(facts)).toEqual(ofRule);
    expect(ofRule).not.toContain('policy'); // it stands beside them
    expect(policy).toMatchObject({ type: 'object' });
  });

  test('a description is what the comment over the rule says, with its clauses', () => {
    expect(tool('assessAdjustmentRequest').description).toBe(
      'Assesses whether the Team was told of a need for support at least one calendar month before the scheduled start, that day included. By Support policy 3.1.1. ' +
        'Outcomes: timely (in time), late (late), no-notice-asked (no notice needed). Where it is undetermined, the answer says what to ask, and whom.',
    );
    expect(tool('awardAppeal_transition').description).toContain('The appeal against not being awarded a status');
  });
});

describe.each(ruleIds)('%s', (id: RuleId) => {
  test.each(someOf(vectorsOf(id), 50).map((vector) => [`${vector.clause}: ${vector.name}`, vector] as const))('%s', (_, vector) => {
    const answer = answerOf(id, { ...vector.facts, ...(vector.policy ? { policy: vector.policy } : {}) });
    const policy = policyOf(vector);
    const decision = loose(rules[id])(vector.facts, policy);
    const { line, steps } = explain(decision, policy);
    expect(answer).toMatchObject({ decision, line, receipt: receipt(rules[id], vector.facts as never, policy) });
    expect([...answer.reasons.map(({ text }) => text), ...(answer.ask ?? [])].sort()).toEqual(steps.map(({ text }) => text).sort());
    expect(answer.ask?.length ?? 0).toBe(decision.settled ? 0 : decision.needs.length);
  });

  test('under a draft of every limit, its answers fit and say what is drafted', () => {
    for (const { facts, policy } of someOf(vectorsOf(id), 20)) {
      const answer = answerOf(id, { ...facts, policy: { ...policy, limits: draft } });
      const { decision, receipt } = answer as unknown as { readonly decision: Decision<string, unknown>; readonly receipt: Receipt };
      expect(draftedIn(id, answer)).toEqual(decision.basis.draft?.map(({ clause }) => clause) ?? []);
      expect(receipt.draft).toEqual(decision.basis.draft);
    }
  });
});

interface LifecycleVector extends Pick<MachineVector, 'name' | 'clause' | 'policy' | 'opening' | 'given'> {
  readonly when: Event;
}
const shipped = (file: string) =>
  JSON.parse(readFileSync(new URL(`../support-policy/lifecycle/${file}`, import.meta.url), 'utf8')) as readonly LifecycleVector[];
const ofProgramme = [...shipped('lifecycle.cases.json'), ...shipped('rights.cases.json')];
const tries = [
  ...ofProgramme.map((vector) => ({ machine: lifecycle, vector, each: { when: vector.when } })),
  ...machines.flatMap((machine) =>
    (machineFiles.get(machine.id)?.vectors ?? []).flatMap((vector) => vector.tries.map((each) => ({ machine, vector, each }))),
  ),
];
const keyOf = ({ id }: LooseMachine) => (id === 'programmeLifecycle' ? 'registration' : 'opening');

describe('the machines', () => {
  test.each(someOf(tries, 200).map((one, at) => [`${one.machine.id}, ${at}, ${one.vector.clause}: ${one.vector.name}`, one] as const))(
    '%s',
    (_, { machine, vector, each }) => {
      const policy = policyOf(vector);
      const before = machine.replay(vector.opening, vector.given, policy).case;
      const input = { [keyOf(machine)]: vector.opening, events: vector.given, ...(vector.policy ? { policy: vector.policy } : {}) };
      if ('when' in each) {
        const step = machine.transition(before, each.when, policy);
        const { case: after, ...transition } = step;
        expect(answerOf(`${machine.id}_transition`, { ...input, event: each.when })).toMatchObject({
          transition,
          case: after,
          refused: [],
          line: explain(step, policy).line,
        });
      } else {
        const position = machine.position(before, each.asOf as never, policy);
        expect(answerOf(`${machine.id}_position`, { ...input, asOf: each.asOf })).toMatchObject({
          position,
          case: before,
          refused: [],
          line: explain(position, policy).line,
        });
      }
    },
  );

  test.each(everyMachine.map(({ id }) => [id]))('%s: under a draft of every limit, its answers fit', (id) => {
    for (const { machine, vector, each } of someOf(
      tries.filter((one) => one.machine.id === id),
      40,
    )) {
      const input = { [keyOf(machine)]: vector.opening, events: vector.given, policy: { ...vector.policy, limits: draft } };
      const [question, asked] = 'when' in each ? ['transition', { event: each.when }] : ['position', { asOf: each.asOf }];
      draftedIn(`${id}_${question}`, answerOf(`${id}_${question}`, { ...input, ...asked }));
    }
  });

  test('3.1.1: a position under a draft of the notice says so; one of another length of it is not a limit', () => {
    const asked = { registration, events: [issued], asOf: '2021-02-01' };
    const policy = { limits: { 'support/3.1.1': { months: 2 } } };
    const held = { clause: 'support/3.1.1', held: { months: 1 }, drafted: { months: 2 } };
    const answer = answerOf('programmeLifecycle_position', { ...asked, policy });
    expect(answer).toMatchObject({ position: { draft: [held] } });
    expect(draftedIn('programmeLifecycle_position', answer)).toEqual(['support/3.1.1']);
    const inDays = { ...asked, policy: { limits: { 'support/3.1.1': { days: 28 } } } };
    expect(validatorOf(tool('programmeLifecycle_position').inputSchema)(inDays)).toBe(false);
    expect(issuesOf('programmeLifecycle_position', inDays)).toEqual([
      'policy.limits.support/3.1.1.days unknown-key',
      'policy.limits.support/3.1.1.months missing',
    ]);
  });

  const registration = {
    participant: 'p-1',
    cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10', submissionDeadline: '2021-06-30T17:00:00+01:00' },
    registeredOn: '2020-12-07',
  };
  const issued = { type: 'portfolio-issued', on: '2021-01-10' };
  const awarded = { type: 'status-awarded', on: '2021-01-12' };

  test('4.3: an event among those given that the programme refuses is named, and the case is judged without it', () => {
    const line = expect.stringContaining('Refused: the award of the status cannot be recorded') as unknown;
    const refused = [{ index: 1, line }];
    const input = { registration, events: [issued, awarded] };
    expect(answerOf('programmeLifecycle_position', { ...input, asOf: '2021-02-01' })).toMatchObject({
      refused,
      position: { stage: 'in-programme' },
    });
    const event = { type: 'portfolio-submitted', at: '2021-06-30T17:00:00+01:00' };
    expect(answerOf('programmeLifecycle_transition', { ...input, event })).toMatchObject({ refused, case: { stage: 'submitted' } });
  });

  test('4.3: what is left open is asked, and an event that is refused is an answer with what may happen instead', () => {
    const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' };
    const open = answerOf('programmeLifecycle_position', {
      registration: { ...registration, cohort },
      events: [issued],
      asOf: '2021-02-01',
    });
    expect(open.ask).toEqual(['The cohort sets the submission deadline, which is not known here (`submissionDeadline`).']);
    const refused = answerOf('programmeLifecycle_transition', { registration, events: [issued], event: awarded });
    expect(refused).toMatchObject({ transition: { accepted: false }, case: { stage: 'in-programme' } });
    expect(refused.reasons.map(({ kind }) => kind)).toContain('alternative');
  });

  test('every problem is told at once, by its place in the input', () => {
    expect(issuesOf('programmeLifecycle_transition', { registration: {}, events: [issued, { type: 'x' }], event: { type: 'y' } })).toEqual([
      'registration.participant missing',
      'registration.cohort missing',
      'registration.registeredOn missing',
      'events.1.type not-one-of',
      'event.type not-one-of',
    ]);
    expect(issuesOf('programmeLifecycle_position', { registration, events: 'none', asOf: 'soon', policy: { calendar: 'wales' } })).toEqual([
      'events malformed',
      'policy.calendar not-one-of',
      'asOf malformed',
    ]);
    expect(issuesOf('programmeLifecycle_transition', { registration, events: [] })).toEqual(['event missing']);
    expect(issuesOf('awardAppeal_position', { events: [], asOf: '2021-01-01' })).toEqual(['opening missing']);
    expect(issuesOf('awardAppeal_position', { opening: {}, events: [], asOf: '2021-01-01', evnts: [] })).toEqual(['evnts unknown-key']);
  });
});

describe('a rule', () => {
  const request = { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' };

  test('3.1.1: the answer has a line, its reasons by clause, and a receipt that can be decided again', () => {
    const answer = answerOf('assessAdjustmentRequest', request);
    expect(answer.line).toBe('The request is late by 1 day. It is still considered. (Support policy 3.1.1)');
    expect(answer.reasons.map(({ clause }) => clause)).toEqual(answer.reasons.map(() => 'support/3.1.1'));
    expect(answer).not.toHaveProperty('ask');
    expect(verifyReceipt((answer as unknown as { readonly receipt: Receipt }).receipt, { rules })).toEqual({ result: 'same' });
  });

  test('3.1.1: what nobody said is marked as assumed, in words too', () => {
    expect(answerOf('assessAdjustmentRequest', request)).toMatchObject({
      decision: { basis: { assumed: ['requirement'] } },
      receipt: { assumed: ['requirement'] },
    });
  });

  test('6.2.3: an undetermined answer is an answer, and says whom to ask', () => {
    const answer = answerOf('assessSubmission', { submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-02' });
    expect(answer).toMatchObject({ decision: { settled: false }, receipt: { outcome: 'undetermined' } });
    expect(answer.ask?.[0]).toMatch(/^Ask SET what follows a missed first deadline/);
  });

  test('9.1: readings and the nation may be chosen in JSON', () => {
    const facts = { discussedWithTeam: false, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' };
    expect(answerOf('assessSupportAppeal', facts)).toMatchObject({ decision: { outcome: 'discuss-first' } });
    const policy = { readings: { 'prior-discussion': 'advisory' }, calendar: 'scotland' };
    expect(answerOf('assessSupportAppeal', { ...facts, policy })).toMatchObject({
      decision: { outcome: 'admissible', detail: { responseDue: { due: '2021-01-12' } } }, // 4 January was a holiday there
      receipt: { calendar: { id: 'scotland' } },
    });
  });

  test.each<[what: string, input: unknown, issues: readonly string[]]>([
    ['nothing', undefined, [' missing']],
    ['a text', 'yes', [' malformed']],
    ['a list', [request], [' malformed']],
    ['no facts', {}, ['requestedOn missing', 'programmeStartsOn missing']],
    ['an impossible date', { ...request, requestedOn: '2021-02-30' }, ['requestedOn malformed']],
    ['a key that is not known', { ...request, requirment: 'reasonable-adjustment' }, ['requirment unknown-key']],
    ['a policy that is none', { ...request, policy: 7 }, ['policy malformed']],
    ['a nation that is none', { ...request, policy: { calendar: 'wales' } }, ['policy.calendar not-one-of']],
    [
      'faults in both',
      { requestedOn: 'x', programmeStartsOn: '2021-01-10', policy: { readings: { 'notice-month': 'x' } } },
      ['policy.readings.notice-month not-one-of', 'requestedOn malformed'],
    ],
    [
      'two editions of a document',
      { ...request, policy: { editions: ['support@etf-staff', 'support@professional-status-team'] } },
      ['policy.editions.1 malformed'],
    ],
  ])('%s: is told and not thrown', (_, input, issues) => {
    expect(issuesOf('assessAdjustmentRequest', input)).toEqual(issues);
  });
});
