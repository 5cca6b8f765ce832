// The application's own tests: stories told with the kit, and what holds of any case that the kit draws.
import fc from 'fast-check';
import { assessAdjustmentRequest, noticeDeadline } from 'professional-status';
import { aCase, arbitraries, cohorts, given, vectors } from 'professional-status/testing';
import notice from 'professional-status/vectors/noticeDeadline.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { reply, tasks } from '../src/desk.js';
import './matchers.js';

const { october2020, january2021 } = cohorts;

test('a late request is told that it is late, and that it is still considered', () => {
  expect(assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })).toBeDecided('late', {
    clause: 'support/3.1.1',
  });
  expect(reply('2020-12-11', '2021-01-10')).toMatchObject({
    subject: 'We have your request, which came late',
    text: expect.stringContaining('still considered'),
  });
});

test('the list of tasks has what is due first at its head', () => {
  const notMet = aCase().participant('p-1').cohort(october2020).supporterAppointed().issued().submitted().notMet();
  const inProgramme = aCase().participant('p-2').cohort(january2021).supporterAppointed().issued();
  expect(tasks([inProgramme.case, notMet.case], '2021-05-01')).toEqual([
    { participant: 'p-2', what: 'submit-portfolio', kind: 'duty', due: '2021-06-30T17:00:00+01:00' },
    { participant: 'p-1', what: 'resubmit-portfolio', kind: 'opportunity', due: '2021-10-31T17:00:00+00:00' },
  ]);
  expect(tasks([notMet.case], '2021-11-01')).toEqual([{ participant: 'p-1', what: 'restart', kind: 'opportunity' }]);
});

test('what the desk records is what the policy takes', () => {
  const notMet = aCase().cohort(october2020).issued().submitted().notMet();
  given(notMet)
    .when((so) => so.resubmitted('2021-10-31T17:00:01+00:00'))
    .then({ stage: 'restart-required', unsettled: [{ kind: 'document', document: 'qtls-terms' }] }); // how much the fee is
  expect(given(notMet).when((so) => so.awarded()).step).toBeRefused({ test: 'stage-takes-event' });
});

test('no case that can be has a task without a name, or one that is due before it is listed as due', () => {
  fc.assert(
    fc.property(arbitraries.history(), arbitraries.date(), ({ case: any }, today) => {
      const due = tasks([any], today).flatMap((task) => task.due ?? []);
      expect([...due].sort()).toEqual(due);
    }),
  );
});

test.each(vectors(notice).map((each) => [each.name, each] as const))('%s', (_, { facts, policy, differences }) => {
  expect(differences(noticeDeadline(facts as { programmeStartsOn: never }, policy))).toEqual([]);
});
