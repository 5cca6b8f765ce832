// The words of an appeal about support (9.1).
import { sentence } from '../data/text.js';
import { due, value, type Words } from '../decision/words.js';
import { inForceFrom } from '../policy/choices.js';
import type { assessSupportAppeal, SupportAppealDetail } from './9.1-appeal.js';

/** By when the Team answers an appeal, and whether it did; nothing where no answer is due. */
export const answerInWords = ({ responseDue, responded }: Partial<SupportAppealDetail>): string | undefined =>
  responseDue &&
  [
    `the Professional Status Team answers in writing by ${due(responseDue)}`,
    responded === 'in-time' && ', and has done so in time',
    responded === 'late' && ', but answered late',
    responded === 'overdue' && '. That day has passed without an answer',
  ]
    .filter(Boolean)
    .join('');
const thenAnswered = (detail: Partial<SupportAppealDetail>): string => {
  const answer = answerInWords(detail);
  return answer === undefined ? '' : `. ${sentence(answer).slice(0, -1)}`;
};

/** Returns the words of these rules. */
export const supportAppealWords = (): Words<
  { readonly assessSupportAppeal: typeof assessSupportAppeal },
  'objections-policy-governs' | 'award-appeals-policy-governs'
> => ({
  outcomes: {
    assessSupportAppeal: {
      'wrong-procedure': 'This is not an appeal about the support received: another procedure takes it',
      incomplete: (detail) =>
        `The appeal is not complete: email it to membership enquiries, with an outline of the case${thenAnswered(detail)}`,
      'discuss-first': (detail) => `Discuss the support with the Professional Status Team before you appeal${thenAnswered(detail)}`,
      admissible: (detail) => `The appeal can be taken${thenAnswered(detail)}`,
    },
  },
  tests: {
    'ground-is-sufficiency-of-support': [
      'the appeal is about the sufficiency of the support received',
      `the appeal is not about whether the support was enough. Clause 9.1 takes no other appeal. A decision not to award goes to the awards appeals policy, and from ${value(inForceFrom('objections@2022-11'))} to the objections policy. A complaint goes to the complaints and appeals policy`,
    ],
    'sent-to-membership-enquiries': [
      'the appeal was sent to membership enquiries',
      'the appeal was not sent to membership enquiries: it has to be emailed to them',
    ],
    'sent-by-email': ['the appeal was sent by email', 'the appeal was not sent by email: it has to be emailed to membership enquiries'],
    'case-is-outlined': [
      'the appeal outlines its case',
      'the appeal does not outline its case: the email to membership enquiries has to set it out',
    ],
    'discussed-with-team': [
      'the support was first discussed with the Professional Status Team',
      'the support was not first discussed with the Professional Status Team, which is the step that comes before an appeal',
    ],
    'discussion-is-a-condition': [
      'as the clause is read here, that discussion is a condition of the appeal',
      'as the clause is read here, that discussion is advised and is not a condition',
    ],
    'any-email-is-answered': [
      'as the clause is read here, any appeal about support that is emailed to membership enquiries is answered in ten working days',
      'as the clause is read here, the ten working days to answer are for an appeal that the clause takes',
    ],
    'time-of-sending-is-known': [
      'the time of sending is known',
      'as the clause is read here, the time to answer runs from sending, and when the appeal was sent is not known',
    ],
  },
});
