// A case of a procedure that comes back from a store: known again by its own history, or refused with every problem and its place.
import { describe, expect, it } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import {
  actionAgainstMember,
  awardAppeal,
  definePolicy,
  membershipApplication,
  supportAppealProcedure,
  type AwardAppealEvent,
} from '../../src/index.js';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const opening = { member: 'm-1', decisionReceivedAt: '2020-12-23' } as const;
const asked: AwardAppealEvent = { type: 'explanation-requested', at: '2021-01-12' };

describe('a stored case', () => {
  it('is known although by another calendar its step would have been late: it says nothing of the calendar of its day', () => {
    const closed = workingCalendar({
      base: englandAndWales,
      id: 'office',
      version: '1',
      closures: [{ from: '2021-01-04', name: 'Closed' }],
    });
    const { case: state } = awardAppeal.replay(opening, [asked], definePolicy({ calendar: closed }));
    expect(awardAppeal.replay(opening, [asked]).steps[0]?.accepted).toBe(false);
    expect(awardAppeal.permitted(copy(state)).map(({ type }) => type)).toEqual(['explained']);
    expect(awardAppeal.position(copy(state), '2021-01-13').stage).toBe('explanation-requested');
  });

  it('is known although by another reading its step would have been refused', () => {
    const advisory = definePolicy({ readings: { 'prior-discussion': 'advisory' } });
    const appeal = { type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' } as const;
    const { case: state } = supportAppealProcedure.replay({ participant: 'p-1' }, [appeal], advisory);
    expect(supportAppealProcedure.transition(copy(state), { type: 'answered', on: '2021-05-20' }).accepted).toBe(true);
  });

  it('is known although by the standard reading the decision on its application, or on its information, would not have been reviewed', () => {
    const any = definePolicy({ readings: { 'review-if-necessary': 'any-decision' } });
    const asked = { type: 'review-requested', on: '2021-04-02' } as const;
    const applied = membershipApplication.replay(
      { applicant: 'a-1', appliedOn: '2021-03-01' },
      [{ type: 'code-committed', on: '2021-03-02' }, { type: 'reviewed', on: '2021-04-01', accepted: true }, asked],
      any,
    );
    const told = actionAgainstMember.replay(
      { member: 'm-1', source: 'employer', receivedAt: '2021-03-01' },
      [
        { type: 'acknowledged', on: '2021-03-02' },
        { type: 'considered', on: '2021-03-20' },
        { type: 'decided', on: '2021-04-01', against: false },
        asked,
      ],
      any,
    );
    expect([applied, told].map(({ steps }) => steps.every(({ accepted }) => accepted))).toStrictEqual([true, true]);
    expect(membershipApplication.position(copy(applied.case), '2021-04-03').stage).toBe('review-requested');
    expect(actionAgainstMember.position(copy(told.case), '2021-04-03').stage).toBe('review-requested');
  });

  it.each<[string, (state: Record<string, unknown>) => void, readonly (readonly (string | number)[])[]]>([
    ['of another version', (state) => (state['schemaVersion'] = 2), [['case', 'schemaVersion']]],
    ['at a stage that there is not', (state) => (state['stage'] = 'withdrawn'), [['case', 'stage']]],
    ['at a stage to which its history does not lead', (state) => (state['stage'] = 'explained'), [['case', 'stage']]],
    ['with a key that is not known', (state) => (state['decidedOn'] = '2021-01-11'), [['case', 'decidedOn']]],
    [
      'with a malformed opening and a malformed step',
      (state) => Object.assign(state, { member: '', history: [{ ...asked, at: '2021-02-30' }] }),
      [
        ['case', 'member'],
        ['case', 'history', 0, 'at'],
      ],
    ],
    ['whose step comes before it was opened', (state) => (state['decisionReceivedAt'] = '2021-01-13'), [['case', 'history', 0]]],
    [
      'with one id for two steps',
      (state) =>
        Object.assign(state, {
          stage: 'explained',
          history: [
            { ...asked, id: 'e-1' },
            { type: 'explained', at: '2021-01-14', id: 'e-1' },
          ],
        }),
      [['case', 'history', 1]],
    ],
  ])('%s is refused, at its place', (_, spoil, paths) => {
    const state = copy(awardAppeal.replay(opening, [{ ...asked, at: '2021-01-11' }]).case) as unknown as Record<string, unknown>;
    spoil(state);
    expect(() => awardAppeal.permitted(state as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: paths.map((path) => expect.objectContaining({ path }) as unknown) }),
    );
  });
});

describe('a step with an id', () => {
  it('is recorded once: the same again changes nothing, and another under its id is refused', () => {
    const first = { ...asked, at: '2021-01-05', id: 'e-1' } as const;
    const { case: state } = awardAppeal.replay(opening, [first]);
    const again = awardAppeal.transition(state, first);
    expect(again).toMatchObject({ accepted: true, effects: [], because: [{ test: 'already-recorded', holds: true }] });
    expect(again.case).toBe(state);
    const other = awardAppeal.transition(state, { type: 'explained', at: '2021-01-06', id: 'e-1' });
    expect(other).toMatchObject({ accepted: false, refusals: [{ test: 'id-is-free', holds: false }] });
  });

  it('that is sent with its grounds in a list is the same again only with the same grounds in the same order', () => {
    const lodged = { type: 'appeal-lodged', at: '2021-01-08', grounds: ['procedural-error', 'other'], id: 'e-3' } as const;
    const { case: state } = awardAppeal.replay(opening, [
      { type: 'explanation-requested', at: '2021-01-05' },
      { type: 'explained', at: '2021-01-06' },
      lodged,
    ]);
    expect(awardAppeal.transition(state, copy(lodged)).accepted).toBe(true);
    expect(awardAppeal.transition(state, { ...lodged, grounds: ['other', 'procedural-error'] }).accepted).toBe(false);
    expect(Object.isFrozen(state.history.at(-1))).toBe(true);
  });
});

describe('facts that cannot be so', () => {
  it.each<[string, () => unknown, readonly (readonly (string | number)[])[]]>([
    ['an appeal without a ground', () => lodge([]), [['events', 2, 'grounds']]],
    [
      'an appeal received before it was sent',
      () =>
        supportAppealProcedure.replay({ participant: 'p-1' }, [
          { type: 'appeal-received', sentAt: '2021-05-15', at: '2021-05-14', ground: 'sufficiency-of-support' },
        ]),
      [['events', 0, 'at']],
    ],
    ['a day before the decision was received', () => awardAppeal.position(awardAppeal.open(opening), '2020-12-22'), [['asOf']]],
  ])('%s is a problem at its place', (_, ask, paths) => {
    expect(ask).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: paths.map((path) => expect.objectContaining({ path }) as unknown) }),
    );
  });
});

function lodge(grounds: readonly ('procedural-error' | 'other')[]): unknown {
  return awardAppeal.replay(opening, [
    { type: 'explanation-requested', at: '2021-01-05' },
    { type: 'explained', at: '2021-01-06' },
    { type: 'appeal-lodged', at: '2021-01-08', grounds },
  ]);
}

describe('under an edition of which the text is not held', () => {
  const later = definePolicy({ editions: ['member-action@2023-10'] });
  const action = actionAgainstMember.open({ member: 'm-1', source: 'public', receivedAt: '2021-05-14' });
  const document = { kind: 'document', document: 'member-action' };

  it('a step is recorded as in the standard edition, and nothing is settled by it', () => {
    const step = actionAgainstMember.transition(action, { type: 'acknowledged', on: '2021-05-18' }, later);
    expect(step).toMatchObject({ accepted: true, case: { stage: 'acknowledged' }, unsettled: [document] });
    const refused = actionAgainstMember.transition(action, { type: 'acknowledged', on: '2021-05-13' }, later);
    expect(refused.accepted ? [] : refused.refusals.map(({ test }) => test)).toEqual(['follows-what-it-answers', 'clause-is-held']);
  });

  it('a position names the document, once', () => {
    expect(actionAgainstMember.position(action, '2021-05-14').unsettled).toEqual([]);
    expect(actionAgainstMember.position(action, '2021-05-14', later).unsettled).toEqual([document]);
  });
});
