// The server as an agent meets it, by the protocol's own client: over standard input and output, which checks every answer by the schema of its tool.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { tools } from 'professional-status/tools';
import { afterAll, beforeAll, expect, test } from 'vitest';

const client = new Client({ name: 'test', version: '1.0.0' });
beforeAll(() => client.connect(new StdioClientTransport({ command: 'node', args: ['src/stdio.mjs'] })));
afterAll(() => client.close());

const ask = (name: string, args: Record<string, unknown>) => client.callTool({ name, arguments: args });

test('it lists every tool with its schemas', async () => {
  const { tools: listed } = await client.listTools();
  expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  expect(listed[0]).toMatchObject({ inputSchema: tools[0]?.inputSchema, outputSchema: tools[0]?.outputSchema });
  expect(client.getInstructions()).toContain('Never guess a fact');
});

test('3.1.1: a late request is answered in words, with its receipt', async () => {
  const answer = await ask('assessAdjustmentRequest', { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
  expect(answer).toMatchObject({
    isError: false,
    content: [{ text: 'The request is late by 1 day. It is still considered. (Support policy 3.1.1)' }],
    structuredContent: { ok: true, decision: { outcome: 'late' }, receipt: { citations: ['support/3.1.1'] } },
  });
});

test('6.2.3: what the policy does not settle is answered with whom to ask', async () => {
  const answer = await ask('assessSubmission', { submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-02' });
  expect(answer).toMatchObject({ isError: false, structuredContent: { ok: true, decision: { outcome: 'undetermined' } } });
  expect(JSON.stringify(answer['content'])).toContain('Ask SET what follows a missed first deadline');
});

test('4.3: a case is followed by its events', async () => {
  const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' };
  const registration = { participant: 'p-1', cohort, registeredOn: '2020-12-07' };
  const event = { type: 'status-awarded', on: '2021-02-01' };
  const answer = await ask('programmeLifecycle_transition', { registration, events: [], event });
  expect(answer).toMatchObject({ isError: false, structuredContent: { transition: { accepted: false }, case: { stage: 'registered' } } });
});

test('bad input is an answer that says what is wrong and where', async () => {
  const answer = await ask('assessAdjustmentRequest', { requestedOn: '2021-02-30', programmeStartsOn: '2021-01-10' });
  expect(answer).toMatchObject({ isError: true, structuredContent: { ok: false, issues: [{ path: ['requestedOn'], code: 'malformed' }] } });
  expect(JSON.stringify(answer['content'])).toContain('requestedOn must be a real date');
});

test('a tool that there is not is an error of the protocol', async () => {
  await expect(ask('assessEverything', {})).rejects.toThrow('no tool assessEverything');
});
