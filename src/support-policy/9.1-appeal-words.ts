// The words of an appeal about support (9.1).
import { sentence } from '../data/text.js';
import { due, value, type OutcomeLabels, type Words } from '../decision/words.js';
import { inForceFrom } from '../policy/choices.js';
import { MEMBERSHIP_ENQUIRIES } from '../policy/vocabulary.js';
import type { SupportAppealDetail } from './9.1-appeal.js';

const responses: Readonly<Record<SupportAppealDetail['responded'], string>> = {
  'in-time': '. It responded in time',
  late: '. It responded late',
  overdue: '. It has not responded, and is overdue',
  pending: '',
  'not-asked': '',
};
/** Says by when the Team answers an appeal, and whether it did; nothing where no answer is due. */
export const answerInWords = ({ responseDue, responded = 'not-asked' }: Partial<SupportAppealDetail>): string | undefined =>
  responseDue && `the Professional Status Team must respond in writing by ${due(responseDue)}${responses[responded]}`;
const thenAnswered = (detail: Partial<SupportAppealDetail>): string => {
  const answer = answerInWords(detail);
  return answer === undefined ? '' : `. ${sentence(answer)}`;
};

export const supportAppealLabels: OutcomeLabels<'assessSupportAppeal'> = {
  'wrong-procedure': 'belongs to another procedure',
  incomplete: 'incomplete',
  'discuss-first': 'discuss the support first',
  admissible: 'can go ahead',
};

export const supportAppealWords = (): Words<'assessSupportAppeal', 'objections-policy-governs' | 'award-appeals-policy-governs'> => ({
  facts: {
    discussedWithTeam: 'whether the support was discussed with the Team',
    ground: 'what the appeal is about',
    sentTo: 'where the appeal was sent',
    sentBy: 'how the appeal was sent',
    outlinesCase: 'whether the appeal outlines its case',
    sentAt: 'when the appeal was sent',
    receivedAt: 'when the appeal was received',
    respondedOn: 'the day of the response',
  },
  outcomes: {
    assessSupportAppeal: {
      'wrong-procedure': 'Clause 9.1 does not take this appeal. Use another procedure',
      incomplete: (detail) =>
        `The appeal is not complete. Outline the case and its background in an email to ${MEMBERSHIP_ENQUIRIES}${thenAnswered(detail)}`,
      'discuss-first': (detail) => `Discuss the support with the Professional Status Team before you appeal${thenAnswered(detail)}`,
      admissible: (detail) => `The appeal can go ahead${thenAnswered(detail)}`,
    },
  },
  tests: {
    'ground-is-sufficiency-of-support': [
      'the appeal is about whether the support was enough',
      `the appeal is not about whether the support was enough. Clause 9.1 does not take any other. A decision not to award goes to the awards appeals policy, and from ${value(inForceFrom('objections@2022-11'))} to the objections policy. A complaint goes to the complaints and appeals policy`,
    ],
    'sent-to-membership-enquiries': [
      'the appeal was sent to membership enquiries',
      `the appeal was not sent to membership enquiries. It must be emailed to ${MEMBERSHIP_ENQUIRIES}`,
    ],
    'sent-by-email': ['the appeal was sent by email', `the appeal was not sent by email. It must be emailed to ${MEMBERSHIP_ENQUIRIES}`],
    'case-is-outlined': [
      'the appeal outlines its case',
      'the appeal does not outline its case. The email must set it out, with any background that matters',
    ],
    'discussed-with-team': [
      'the participant first discussed the support with the Professional Status Team',
      'no discussion of the support with the Professional Status Team is recorded',
    ],
    'discussion-is-a-condition': [
      'under the interpretation used, the discussion comes before an appeal and is a condition of it',
      'under the interpretation used, the discussion is advised and is not a condition',
    ],
    'any-email-is-answered': [
      'under the interpretation used, the Team owes a response to any appeal about support that is emailed to membership enquiries',
      'under the interpretation used, the Team owes a response only to an appeal that can go ahead',
    ],
    'time-of-sending-is-known': [
      undefined,
      'under the interpretation used, the time to respond runs from sending. When the appeal was sent is not known',
    ],
  },
});
