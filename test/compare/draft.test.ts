// A draft of a limit can never be taken for the policy: every answer that follows from one says so, in its basis, its first line and its receipt.
import { describe, expect, it, test } from 'vitest';
import { englandAndWales } from '../../src/calendar/index.js';
import { dayCount, mermaid, timeline } from '../../src/diagrams/index.js';
import { icalendar } from '../../src/diary/index.js';
import {
  assessAdjustmentRequest,
  assessConditionsChange,
  assessSupportAppeal,
  awardAppeal,
  accessibilitySupport,
  actionAgainstMember,
  checkCohorts,
  compare,
  definePolicy,
  explain,
  limits,
  noticeDeadline,
  openCase,
  position,
  programmeLifecycle,
  receipt,
  reviewWindow,
  routeChallenge,
  routeQuery,
  rules,
  standardPolicy,
  transition,
  underEveryReading,
  verifyReceipt,
  whatWouldChange,
  type LimitId,
} from '../../src/index.js';
import { cellFunctions } from '../../src/spreadsheet/index.js';

const fifteen = definePolicy({ limits: { 'support/9.1': { workingDays: 15 } } });
const appeal = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' } as const;

describe('9.1: fifteen working days in the place of ten', () => {
  const decision = assessSupportAppeal(appeal, fifteen);

  it('moves the last day of the answer by five working days', () => {
    expect(assessSupportAppeal(appeal)).toMatchObject({ detail: { responseDue: { due: '2021-01-11' } } });
    expect(decision).toMatchObject({ detail: { responseDue: { due: '2021-01-18', span: { workingDays: 15 }, draft: true } } });
  });

  it('says so in the basis, in the first line and in the receipt, which is verified by the draft', () => {
    const draft = [{ clause: 'support/9.1', held: { workingDays: 10 }, drafted: { workingDays: 15 } }];
    expect(decision.basis.draft).toStrictEqual(draft);
    expect(explain(decision, fifteen).line).toMatch(
      /^Draft, not the policy \(Support policy 9\.1: 15 working days, and not 10 working days\)/,
    );
    const kept = receipt(assessSupportAppeal, appeal, fifteen);
    expect(kept.draft).toStrictEqual(draft);
    expect(verifyReceipt(JSON.parse(JSON.stringify(kept)) as typeof kept, { rules })).toStrictEqual({ result: 'same' });
    expect(verifyReceipt({ ...kept, draft: [] }, { rules }).result).toBe('different');
  });

  it('is said of the calendar, of the question where it belongs, and not of what rests on other limits', () => {
    expect(routeChallenge({ about: 'support-received', by: 'participant', on: '2021-05-14' }, fifteen)).toMatchObject({
      detail: { clocks: [{ workingDays: 15 }] },
      basis: { draft: [{ clause: 'support/9.1' }] },
    });
    expect(routeQuery({ topic: 'general', programme: 'QTLS' }, fifteen).basis).not.toHaveProperty('draft');
    expect(noticeDeadline({ programmeStartsOn: '2021-01-10' }, fifteen).basis).not.toHaveProperty('draft');
  });
});

describe('award-appeals/4.1: five working days in the place of ten', () => {
  const five = definePolicy({ limits: { 'award-appeals/4.1': { workingDays: 5 } } });
  const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });

  it.each([
    ['2021-05-20', true],
    ['2021-05-21', true],
    ['2021-05-24', false],
  ] as const)('a question why on %s is taken: %s, and the answer says that it is a draft', (at, taken) => {
    const step = awardAppeal.transition(opened, { type: 'explanation-requested', at }, five);
    expect(step.accepted).toBe(taken);
    expect(explain(step, five).line).toMatch(/^Draft, not the policy: /);
    expect(explain(awardAppeal.transition(opened, { type: 'explanation-requested', at })).line).not.toMatch(/draft/i);
  });

  it('is said of a position, and of an entry in a diary', () => {
    const position = awardAppeal.position(opened, '2021-05-17', five);
    expect(explain(position, five).line).toMatch(/^Draft, not the policy: /);
    expect(icalendar(position.duties, { id: 'a-1' })).toContain('SUMMARY:DRAFT\\, not the policy: ');
  });
});

test.each<[LimitId, () => { readonly basis: { readonly draft?: readonly { readonly clause: string }[] } }]>([
  [
    'support/3.1.1',
    () => noticeDeadline({ programmeStartsOn: '2021-01-10' }, definePolicy({ limits: { 'support/3.1.1': { months: 2 } } })),
  ],
  ['support/4.4', () => reviewWindow({ submissionDeadline: '2021-06-30' }, definePolicy({ limits: { 'support/4.4': { months: 2 } } }))],
  [
    'conditions/notice',
    () =>
      assessConditionsChange(
        { noticeOn: '2025-02-01', effectiveOn: '2025-02-20', edition: 'conditions@2023-09' },
        definePolicy({ limits: { 'conditions/notice': { days: 21 } } }),
      ),
  ],
])('%s: an answer by a draft of it names it', (clause, decide) => {
  expect(decide().basis.draft?.map((each) => each.clause)).toStrictEqual([clause]);
});

test.each([
  ['2021-06-29', '2021-06-30', '2021-08-29'],
  ['2021-06-30', '2021-07-01', '2021-08-31'],
  ['2021-07-01', '2021-07-02', '2021-09-01'],
] as const)('4.4: two months of review from a deadline on %s run from %s to %s', (submissionDeadline, opens, closes) => {
  const two = definePolicy({ limits: { 'support/4.4': { months: 2 } } });
  expect(reviewWindow({ submissionDeadline }, two)).toMatchObject({ detail: { opens, closes } });
});

describe('9.1: a draft of the answer to an appeal', () => {
  const drafted = (workingDays: number) => definePolicy({ limits: { 'support/9.1': { workingDays } } }).limits;

  it.each([1, 2, 399, 400])('may be of %i working days', (workingDays) => {
    expect(drafted(workingDays)['support/9.1']).toStrictEqual({ workingDays });
  });

  it.each([0, 401])('is not of %i: from 1 to 400 are taken', (workingDays) => {
    expect(() => drafted(workingDays)).toThrow(/must be a whole number from 1 to 400/);
  });

  it('of ten working days is not a draft: the limits are those of the policy', () => {
    expect(drafted(10)).toBe(limits);
  });
});

test('3.1.1: two months are counted back, or forward, as one is', () => {
  const two = (month: 'count-back' | 'count-forward') =>
    definePolicy({ limits: { 'support/3.1.1': { months: 2 } }, readings: { 'notice-month': month } });
  expect(noticeDeadline({ programmeStartsOn: '2021-04-30' }, two('count-back')).detail.latestTimely).toBe('2021-02-28');
  expect(noticeDeadline({ programmeStartsOn: '2021-04-30' }, two('count-forward')).detail.latestTimely).toBe('2021-02-28');
  expect(assessAdjustmentRequest({ requestedOn: '2020-11-11', programmeStartsOn: '2021-01-10' }, two('count-back')).outcome).toBe('late');
});

test('member-action/2.2: three working days in the place of two', () => {
  const three = definePolicy({ limits: { 'member-action/2.2': { workingDays: 3 } } });
  const state = actionAgainstMember.open({ member: 'm-1', source: 'employer', receivedAt: '2021-05-14' });
  expect(actionAgainstMember.position(state, '2021-05-14', three).duties[0]?.deadline?.due).toBe('2021-05-19');
});

test('3.1.1: what is said of the length of notice is the drafted one, and marked', () => {
  const two = definePolicy({ limits: { 'support/3.1.1': { months: 2 } } });
  const other = explain(accessibilitySupport({ need: 'other' }, two)).line;
  expect(other).toMatch(/^Draft, not the policy \(Support policy 3\.1\.1: 2 months, and not 1 month\): /);
  expect(other).toContain('Tell the Professional Status Team at least 2 months before the start.');
  expect(explain(accessibilitySupport({ need: 'other' })).line).toContain('at least 1 month before the start.');
  expect(explain(accessibilitySupport({ need: 'vision' }, two)).line).not.toMatch(/Draft/);
  const notice = explain(noticeDeadline({ programmeStartsOn: '2021-01-10' }, two), two).text;
  expect(notice).not.toMatch(/one month|1 month before|10 December/i);
});

test('a comparison names the limit as the cause, and says it in a paragraph', () => {
  const rows = [appeal, { ...appeal, ground: 'other' as const }];
  const compared = compare(standardPolicy, fifteen, { rule: assessSupportAppeal, rows });
  expect(compared.differences.map(({ because }) => because)).toStrictEqual([[{ kind: 'limit', id: 'support/9.1' }]]);
  expect(explain(compared).line).toBe(
    'Of 2 cases, 1 would get another answer, because of the limit of Support policy 9.1. (Support policy 9.1)',
  );
});

describe('no face lets a draft be taken for the policy', () => {
  const registration = {
    participant: 'p-1',
    registeredOn: '2020-11-02',
    cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10', entryOpens: '2020-11-20' },
  } as const;
  const twoMonths = definePolicy({ limits: { 'support/3.1.1': { months: 2 } } });
  const said = 'Draft, not the policy (Support policy 3.1.1: 2 months, and not 1 month): ';
  const inPictures = 'Draft, not the policy (support/3.1.1: 2 months, and not 1 month)';
  const registered = openCase(registration);
  const asked = { type: 'adjustments-requested', on: '2020-12-01' } as const;

  it('3.1.1: a transition marks the finding that follows from it, and its line says so', () => {
    const step = transition(registered, asked, twoMonths);
    expect(step).toMatchObject({ because: [{ test: 'stage-takes-event' }, { holds: false, right: '2020-11-10', draft: true }, {}] });
    expect(explain(step, twoMonths).line).toMatch(/^Draft, not the policy: Recorded/);
    const undrafted = transition(registered, asked);
    expect(JSON.stringify(undrafted)).not.toContain('draft');
    expect(explain(undrafted).text).not.toMatch(/draft/i);
  });

  it('3.1.1: a position names the draft, on which its warnings turn, and so does its line', () => {
    const stands = position(registered, '2020-12-01', twoMonths);
    expect(stands.warnings.map(({ code }) => code)).toStrictEqual(['notice-deadline-before-entry-opens']);
    expect(stands.draft).toStrictEqual([{ clause: 'support/3.1.1', held: { months: 1 }, drafted: { months: 2 } }]);
    expect(explain(stands, twoMonths).line.startsWith(said)).toBe(true);
    const undrafted = position(registered, '2020-12-01', fifteen);
    expect(undrafted).not.toHaveProperty('draft');
    expect(explain(undrafted, fifteen).text).not.toMatch(/draft/i);
  });

  it('a finding of a decision says so too, and the receipt of the decision names the draft', () => {
    const facts = { requestedOn: '2020-12-01', programmeStartsOn: '2021-01-10' } as const;
    expect(assessAdjustmentRequest(facts, twoMonths).because[0]).toMatchObject({ holds: false, draft: true });
    expect(assessAdjustmentRequest(facts).because[0]).not.toHaveProperty('draft');
    expect(receipt(assessAdjustmentRequest, facts, twoMonths).draft).toMatchObject([{ clause: 'support/3.1.1' }]);
    for (const format of ['line', 'text', 'markdown'] as const)
      expect(explain(assessAdjustmentRequest(facts, twoMonths), twoMonths)[format]).toContain('Draft, not the policy');
  });

  it('a timeline has it in its title, in its description and on its face', () => {
    const drawn = timeline(registered, '2020-12-01', twoMonths);
    expect(drawn.split(inPictures).length - 1).toBe(2);
    expect(drawn).toMatch(/<title[^>]*>Draft, not the policy/);
    expect(timeline(registered, '2020-12-01')).not.toMatch(/draft/i);
  });

  it('a diagram of a machine has it as its title, with a case and without', () => {
    const { case: state } = transition(registered, asked, twoMonths);
    for (const drawn of [
      mermaid(programmeLifecycle, { policy: twoMonths }),
      mermaid(programmeLifecycle, { policy: twoMonths, highlight: state }),
    ]) {
      expect(drawn.startsWith(`---\ntitle: "${inPictures}"\n---\nstateDiagram-v2\n  accTitle: Draft, not the policy, `)).toBe(true);
    }
    expect(mermaid(programmeLifecycle, { policy: standardPolicy })).toBe(mermaid(programmeLifecycle));
    expect(mermaid(programmeLifecycle)).not.toMatch(/draft/i);
    expect(() => mermaid(programmeLifecycle, { policy: { limits: 1 } as never })).toThrow(/options\.policy\.limits/);
  });

  it('a count of days is of the number that it is given, and names no clause and no policy', () => {
    expect(dayCount('2020-12-23', 15, englandAndWales)).not.toMatch(/policy|support\/|9\.1/i);
  });

  it('a cell has no draft to give: its functions take no policy, and answer by the policy’s own limits', () => {
    for (const option of ['limits', 'policy']) expect(() => cellFunctions({ [option]: fifteen })).toThrow(option);
    const { SET_APPEAL_RESPONSE_DUE: due, SET_EXPLAIN: why } = cellFunctions();
    assessSupportAppeal(appeal, fifteen);
    expect([due('2020-12-23'), due('2020-12-23', 15)]).toStrictEqual(['2021-01-11', expect.stringContaining('nation')]);
    expect(why('SET_APPEAL_RESPONSE_DUE', '2020-12-23')).not.toMatch(/draft/i);
  });

  it('every way to another answer, and every answer under each interpretation, says so', () => {
    const facts = { requestedOn: '2020-12-01', programmeStartsOn: '2021-01-10' } as const;
    const ways = whatWouldChange(assessAdjustmentRequest, facts, twoMonths);
    expect(ways.find(({ change }) => change.kind === 'fact')).toMatchObject({ to: '2020-11-10', outcome: 'timely', draft: true });
    expect(whatWouldChange(assessAdjustmentRequest, facts).some((way) => 'draft' in way)).toBe(false);
    const under = underEveryReading(assessAdjustmentRequest, facts, twoMonths).answers;
    expect(under.every(({ draft }) => draft?.[0]?.clause === 'support/3.1.1')).toBe(true);
    expect(underEveryReading(assessAdjustmentRequest, facts).answers.some((answer) => 'draft' in answer)).toBe(false);
  });

  it('a limit of what is permitted in a procedure says so', () => {
    const five = definePolicy({ limits: { 'award-appeals/4.1': { workingDays: 5 } } });
    const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });
    expect(awardAppeal.permitted(opened, five)).toMatchObject([{ deadline: { draft: true } }]);
    expect(JSON.stringify(awardAppeal.permitted(opened))).not.toContain('draft');
  });

  it('a concern about dates says so where it follows from the draft', () => {
    const dated = { ...registration.cohort, submissionDeadline: '2021-11-10T17:00:00+00:00', resultsOn: '2021-12-15' } as const;
    const drafted = definePolicy({
      limits: { 'support/3.1.1': { months: 2 }, 'support/4.4': { months: 2 }, 'award-appeals/4.1': { workingDays: 11 } },
    });
    const marked = checkCohorts([dated], drafted).filter((each) => each.draft === true);
    expect(marked.map(({ code }) => code)).toStrictEqual([
      'notice-before-entry-opens',
      'results-before-review-ends',
      'answer-crosses-christmas',
    ]);
    expect(checkCohorts([dated]).some((each) => 'draft' in each)).toBe(false);
  });
});

describe('limits that are refused', () => {
  it.each([
    ['an unknown clause', { 'support/1.1': { months: 1 } }, /limits\.support\/1\.1/],
    ['another unit', { 'support/9.1': { months: 1 } }, /workingDays/],
    ['no number', { 'support/9.1': { workingDays: 0 } }, /whole number from 1/],
    ['a fraction', { 'support/9.1': { workingDays: 1.5 } }, /whole number from 1/],
  ])('%s', (_, drafted, message) => {
    expect(() => definePolicy({ limits: drafted as never })).toThrow(message);
  });

  it('and the policy’s own are not a draft', () => {
    expect(definePolicy({ limits })).toStrictEqual(standardPolicy);
  });
});
