// Two copies of the package in one process, its ES modules and its CommonJS: what one made is taken by the other, or refused with a sentence that says why.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type * as api from '../../src/index.js';
import type * as calendars from '../../src/calendar/index.js';

const require = createRequire(import.meta.url);
const esm = (await import(pathToFileURL(resolve('dist/index.js')).href)) as typeof api;
const cjs = require(resolve('dist/index.cjs')) as typeof api;
const esmCalendar = (await import(pathToFileURL(resolve('dist/calendar.js')).href)) as typeof calendars;
const cjsCalendar = require(resolve('dist/calendar.cjs')) as typeof calendars;

const closures = [{ from: '2021-12-24', to: '2021-12-31', name: 'Winter closure' }] as const;
const calendar = esmCalendar.workingCalendar({ base: esmCalendar.scotland, id: 'ours', version: '1', closures });
const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-12-23' } as const;
const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (cjs.isInvalidFacts(error)) return error.message;
    throw error;
  }
  return 'nothing';
};

describe('what the ES modules made, in the CommonJS', () => {
  it('they are two copies', () => {
    expect(esm.noticeDeadline).not.toBe(cjs.noticeDeadline);
  });
  it('a calendar counts the same days, and makes others', () => {
    expect(cjsCalendar.addWorkingDays('2021-12-23', 10, calendar)).toBe(esmCalendar.addWorkingDays('2021-12-23', 10, calendar));
    expect(cjsCalendar.workingCalendar({ base: calendar, id: 'theirs', version: '2', add: [] }).holidays).toEqual(calendar.holidays);
  });
  it('a policy decides the same, on the same basis', () => {
    const policy = esm.definePolicy({ calendar, readings: { 'receipt-hour': 'office-hours' } });
    expect(cjs.assessSupportAppeal(appeal, policy)).toEqual(esm.assessSupportAppeal(appeal, policy));
    expect(cjs.verifyReceipt(esm.receipt(esm.assessSupportAppeal, appeal, policy), { rules: cjs.rules, policy })).toEqual({
      result: 'same',
    });
  });
  it('a rule decides rows, by a policy of either', () => {
    const decided = cjs.decideAll(esm.assessSupportAppeal, [appeal, { ...appeal, ground: 'x' }], cjs.definePolicy({ calendar }));
    expect(decided.map(({ ok }) => ok)).toEqual([true, false]);
  });
  it('where its table is needed, a rule is refused, and the sentence says that another copy made it', () => {
    const said = 'must be a rule of this copy of the library: another copy made it, such as the CommonJS one beside the ES modules';
    const kept = esm.receipt(esm.noticeDeadline, { programmeStartsOn: '2021-01-10' });
    expect(messageOf(() => cjs.receipt(esm.noticeDeadline, { programmeStartsOn: '2021-01-10' }))).toBe(`Invalid facts: rule ${said}`);
    expect(messageOf(() => cjs.verifyReceipt(kept, { rules: esm.rules }))).toBe(`Invalid facts: rules.noticeDeadline ${said}`);
    expect(messageOf(() => cjs.compare(cjs.standardPolicy, cjs.standardPolicy, { rule: esm.noticeDeadline }))).toBe(
      `Invalid facts: over.rule ${said}`,
    );
  });
  it('a case and an error are known', () => {
    const cohort = { id: 'q', programme: 'QTLS', startsOn: '2021-01-10' } as const;
    const opened = esm.openCase({ participant: 'p', cohort, registeredOn: '2020-12-07' });
    expect(cjs.safeTransition(opened, { type: 'portfolio-issued', on: '2021-01-10' }).ok).toBe(true);
    expect(messageOf(() => esm.plainDate('x'))).toContain('must be a real date');
  });
  it('a calendar that was cloned has lost its days, and is refused with that reason', () => {
    expect(messageOf(() => cjs.definePolicy({ calendar: structuredClone(calendar) }))).toContain(
      'a copy without its days, as structuredClone makes it',
    );
    expect(messageOf(() => esmCalendar.isWorkingDay('2021-01-01', structuredClone(calendar)))).toContain('a copy without its days');
  });
  it('a calendar whose content is not what its version says is refused', () => {
    const symbol = Symbol.for('professional-status/calendar');
    const forged = {
      id: 'ours',
      version: calendar.version,
      span: calendar.span,
      certainty: 'published',
      holidays: [],
      [symbol]: { label: '1' },
    } as const;
    expect(messageOf(() => cjs.definePolicy({ calendar: forged }))).toContain('must be a calendar');
  });
});
