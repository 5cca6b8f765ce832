// The clocks of an appeal against not being awarded a status: each step's last day, asked of the procedure itself.
import { awardAppeal } from '../award-appeals/4.1-appeal.js';
import { countInWords } from '../words/counts.js';
import { needInWords } from '../words/needs.js';
import type { DutyCode } from '../policy/vocabulary.js';
import type { Deadline } from '../decision/decision.js';
import { clauses } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { aMoment, oneWordOf } from './arguments.js';
import { DateOut, UNDETERMINED, entry, type Entry } from './entry.js';
import { aNation } from './ranges.js';
import { dutyLabels } from '../words/labels.js';
import { clauseNames, roleName } from '../words/phrases.js';
import { moment } from '../decision/words.js';
import { sentence } from '../data/text.js';

const steps = ['explanation-requested', 'explained', 'appeal-lodged'] as const;

export const awardFunctions = (): Readonly<Record<'SET_AWARD_APPEAL_DUE', Entry>> => ({
  SET_AWARD_APPEAL_DUE: entry({
    says: 'Gives the last day for a step of an appeal against not being awarded: to ask for an explanation, to explain, or to lodge the appeal. It is undetermined where the awards appeals policy of September 2020 does not govern on that day.',
    clause: 'award-appeals/4.1',
    gives: ['last day'],
    arguments: {
      step: oneWordOf(steps, { says: 'The step that comes next.' }),
      received: aMoment({
        says: 'When the decision, the letter that asks for an explanation, or the explanation was received.',
        fact: 'decisionReceivedAt',
      }),
      nation: aNation(),
    },
    example: { cells: ['explained', '14/05/2021'], result: '2021-05-21' },
    answer: ({ step, received, nation: policy }) => {
      // Each clock starts at its own receipt, so the steps before it may as well have been taken on that day.
      const before = awardAppeal.events.slice(0, awardAppeal.events.indexOf(step)) as ('explanation-requested' | 'explained')[];
      const opening = { member: 'member', decisionReceivedAt: received };
      const { case: reached } = awardAppeal.replay(
        opening,
        before.map((type) => ({ type, at: received })),
        policy,
      );
      const { duties, unsettled } = awardAppeal.position(reached, received, policy);
      const [duty] = duties;
      if (duty?.deadline === undefined)
        return { rows: [[UNDETERMINED]], why: () => unsettled.map((need) => sentence(needInWords(need))).join('\n- ') };
      const { what, deadline } = duty;
      return { rows: [[new DateOut(deadline.due)]], why: () => inWords(what, deadline, policy) };
    },
  }),
});

/** Tells whose step it is and until when, the clause, and how the days were counted. */
function inWords(what: DutyCode, deadline: Deadline, policy: Policy): string {
  const { id, version, certainty } = policy.calendar;
  const basis = { editions: [], readings: [], assumed: [], calendar: { id, version, certainty } };
  const cited = `(${clauseNames([deadline.clause])})`;
  return [
    `${sentence(`${roleName(deadline.owedBy)} has until ${moment(deadline.due)} to ${dutyLabels[what]}`)} ${cited}`,
    `- ${clauses[deadline.clause].says} ${cited}`,
    `- ${sentence(countInWords(deadline, basis, policy))} ${cited}`,
  ].join('\n');
}
