// What a finding shows of a comparison: the operator is the clause's own word, and what is asked for is only what the reading turns on.
import { expect, test } from 'vitest';
import { assessSupportAppeal, rules, type RuleId } from '../../src/index.js';
import { dayAfter, lastDay } from '../calendar/support.js';
import { loose, type Facts } from './cases.js';

test.each<[string, RuleId, Facts, object]>([
  [
    '3.1.1: the last timely day lies before the start',
    'noticeDeadline',
    { programmeStartsOn: '2021-01-10' },
    { test: 'notice-precedes-start', left: '2020-12-10', operator: '<', right: '2021-01-10' },
  ],
  [
    '4.4: the review opens after the deadline',
    'reviewWindow',
    { submissionDeadline: '2021-06-30' },
    { test: 'review-follows-deadline', left: '2021-07-01', operator: '>', right: '2021-06-30' },
  ],
  [
    '9.1: a receipt after the calendar has ended',
    'assessSupportAppeal',
    { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: dayAfter },
    { test: 'calendar-covers-the-count', left: dayAfter, operator: '<=', right: lastDay, holds: false },
  ],
  [
    '9.1: a receipt before the calendar begins',
    'assessSupportAppeal',
    { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2010-12-31' },
    { test: 'calendar-covers-the-count', left: '2010-12-31', operator: '>=', right: '2011-01-01', holds: false },
  ],
])('%s: the finding shows both days and the word between them', (_, rule, facts, finding) => {
  expect(loose(rules[rule])(facts).because).toContainEqual(expect.objectContaining(finding));
});

const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support' } as const;
test.each([
  ['receipt', { receivedAt: '2020-12-23' }, 'settled'],
  ['receipt', {}, 'receivedAt'],
  ['sent', { sentAt: '2020-12-23' }, 'settled'],
  ['sent', {}, 'sentAt'],
] as const)('9.1: where the clock runs from "%s", and %j is known, the answer needs: %s', (clock, known, needs) => {
  const policy = { readings: { 'response-clock': clock } };
  const rest = {
    ...appeal,
    sentTo: 'membership-enquiries',
    sentBy: 'email',
    outlinesCase: true,
    respondedOn: 'none',
    asOf: 'none',
  } as const;
  const decision = loose(assessSupportAppeal).given({ ...rest, ...known }, policy as never);
  expect(decision.settled ? 'settled' : decision.needs.map((need) => need.kind === 'fact' && need.name).join()).toBe(needs);
});

test.each<[string, RuleId, Facts, string]>([
  [
    '4.1: a deadline before the start',
    'programmeLength',
    { programme: 'QTLS', startsOn: '2021-01-10', submissionDeadline: '2021-01-09' },
    'submissionDeadline',
  ],
  [
    '4.3: an end before the issue',
    'supportWindow',
    { portfolioIssuedOn: '2021-01-10', endedOn: '2021-01-09', on: '2021-01-10' },
    'endedOn',
  ],
  [
    '9.1: an answer before receipt',
    'assessSupportAppeal',
    { ...appeal, receivedAt: '2021-01-10', respondedOn: '2021-01-09' },
    'respondedOn',
  ],
  ['9.1: a receipt before the sending', 'assessSupportAppeal', { ...appeal, sentAt: '2021-01-11', receivedAt: '2021-01-10' }, 'receivedAt'],
])('%s is refused, at the later', (_, rule, facts, at) => {
  expect(rules[rule].check(facts).map(({ path }) => path.join('.'))).toEqual([at]);
});
