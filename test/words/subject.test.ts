// What a question is about is not told as something to change: a request by another name is another request. test/questions/what-would-change.test.ts tries it on the cases.
import { describe, expect, it } from 'vitest';
import { compiledOf } from '../../src/decision/rule.js';
import { assessAdjustmentRequest, assessSupportRequest, rules, underEveryReading, whatWouldChange, type RuleId } from '../../src/index.js';
import { ruleIds } from '../decision/cases.js';

/** The facts that describe a request or a matter. Others, such as a date, a medium, a stage or a programme, are circumstances that can be otherwise. */
const subjects: { readonly [Id in RuleId]?: readonly string[] } = {
  assessAdjustmentRequest: ['requirement'],
  assessSupportRequest: ['ask'],
  routeQuery: ['programme', 'topic'],
  assessCommunication: ['purpose', 'aboutPortfolio'],
  accessibilitySupport: ['need'],
  assessSupportAppeal: ['ground'],
  routeChallenge: ['about'],
  assessCodeCompliance: ['part'],
};

describe.each(ruleIds)('%s', (id) => {
  it('names what its question is about', () => {
    expect(compiledOf(rules[id]).table.subject ?? []).toStrictEqual(subjects[id] ?? []);
  });
});

it('6.2.2: further support that is not granted could be otherwise by its arrangement, its stage or its reading, not by its name', () => {
  const changes = whatWouldChange(assessSupportRequest, {
    ask: 'further-support',
    stage: 'criteria-not-met',
    furtherSupport: 'not-granted',
  });
  const names = changes.flatMap(({ change }) => (change.kind === 'fact' ? [change.name] : []));
  expect([...new Set(names)]).toStrictEqual(['stage', 'furtherSupport']);
});
it('3.1.1: a late request is not called one that section 6 describes', () => {
  const changes = whatWouldChange(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
  expect(changes.map(({ change }) => ('name' in change ? change.name : change.kind))).toStrictEqual(['requestedOn', 'programmeStartsOn']);
});
it('4.3, 6.2.2: whether clarification after a “not met” is further support is a reading, and is told as one', () => {
  const { kind, readings, answers } = underEveryReading(assessSupportRequest, { ask: 'clarification', stage: 'criteria-not-met' });
  expect([kind, readings]).toStrictEqual(['depends-on', ['further-support-covers']]);
  expect(answers.map(({ outcome }) => outcome)).toStrictEqual(['provided', 'undetermined']);
});
