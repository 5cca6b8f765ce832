// Clauses 6.1.1 to 6.1.4: who gives academic support, who appoints them, and what else there is.
import { oneOf, optional, yesNo, yesNoOrNone } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { programmes, type Programme, type Role } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `academicSupport`. @since 0.1.0 */
export interface AcademicSupportFacts {
  readonly programme: Programme;
}
/** A further kind of support, and its clause. @since 0.1.0 */
export interface FurtherKind {
  readonly support:
    'guidance-notes' | 'webinars' | 'regular-communications' | 'membership-enquiries' | 'professional-formation-inboxes' | 'ats-inbox';
  readonly clause: ClauseId;
}
/** Who finds the person who gives academic support, and what is available besides. @since 0.1.0 */
export interface AcademicSupport {
  /** Who appoints the supporter, or finds the mentor. */
  readonly appointedBy: Role;
  /** Who may be asked to appoint a mentor where the participant finds none; it depends on who is available. */
  readonly onRequestBy?: Role;
  readonly alsoAvailable: readonly FurtherKind[];
}

const forBoth: readonly FurtherKind[] = [
  { support: 'guidance-notes', clause: 'support/6.1.4.a' },
  { support: 'webinars', clause: 'support/6.1.4.b' },
  { support: 'regular-communications', clause: 'support/6.1.4.c' },
  { support: 'membership-enquiries', clause: 'support/6.1.4.d' },
];
const inboxes: Readonly<Record<Programme, FurtherKind>> = {
  QTLS: { support: 'professional-formation-inboxes', clause: 'support/6.1.4.e' },
  ATS: { support: 'ats-inbox', clause: 'support/6.1.4.f' },
};

/** The tests of `academicSupport`. @since 0.1.0 */
export type AcademicSupportTest =
  | 'supporter-leads-in-qtls'
  | 'participant-appoints-supporter'
  | 'set-may-appoint-mentor'
  | 'further-support-is-listed'
  | 'guidance-notes-are-given'
  | 'webinars-are-given'
  | 'communications-are-regular'
  | 'general-queries-are-answered'
  | 'formation-queries-have-inboxes'
  | 'ats-queries-have-an-inbox';

/**
 * Says who gives academic support in a programme, the supporter of QTLS or the mentor of ATS, and what is available besides.
 *
 * Clauses: support/6.1.1, support/6.1.2, support/6.1.3, support/6.1.4.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example academicSupport({ programme: 'QTLS' }).detail.appointedBy // => 'participant'
 * @since 0.1.0
 */
export const academicSupport: Rule<AcademicSupportFacts, 'supporter' | 'mentor', AcademicSupport, AcademicSupportTest> =
  /* @__PURE__ */ rule('academicSupport', () => {
    const { value, states, is } = steps<AcademicSupportFacts>();
    const everywhere = [
      'further-support-is-listed',
      'guidance-notes-are-given',
      'webinars-are-given',
      'communications-are-regular',
      'general-queries-are-answered',
    ] as const;
    return {
      shape: () => ({ programme: oneOf(programmes) }),
      absent: {},
      tests: {
        'supporter-leads-in-qtls': is('support/6.1.1', 'programme', 'QTLS'),
        'participant-appoints-supporter': states('support/6.1.2'),
        'set-may-appoint-mentor': states('support/6.1.3'),
        'further-support-is-listed': states('support/6.1.4'),
        'guidance-notes-are-given': states('support/6.1.4.a'),
        'webinars-are-given': states('support/6.1.4.b'),
        'communications-are-regular': states('support/6.1.4.c'),
        'general-queries-are-answered': states('support/6.1.4.d'),
        'formation-queries-have-inboxes': states('support/6.1.4.e'),
        'ats-queries-have-an-inbox': states('support/6.1.4.f'),
      },
      rows: [
        {
          when: { 'supporter-leads-in-qtls': true },
          cites: ['participant-appoints-supporter', ...everywhere, 'formation-queries-have-inboxes'],
          outcome: 'supporter',
          fixed: { appointedBy: 'participant' },
        },
        {
          when: {},
          cites: ['set-may-appoint-mentor', ...everywhere, 'ats-queries-have-an-inbox'],
          outcome: 'mentor',
          fixed: { appointedBy: 'participant', onRequestBy: 'set' },
        },
      ],
      detail: {
        alsoAvailable: value({ uses: ['programme'], of: ({ programme }) => [...forBoth, inboxes[programme]].map((kind) => ({ ...kind })) }),
      },
    };
  });

/** The facts of `assessMentorRequest`. @since 0.1.0 */
export interface MentorRequestFacts {
  readonly programme: Programme;
  /** Whether the participant has found someone to be the mentor. */
  readonly mentorIdentified: boolean;
  /** Whether SET has someone available; `'none'`, or left out, while SET has not said. */
  readonly setCanAppoint?: boolean | 'none';
}
/** The result of a request for a mentor. @since 0.1.0 */
export interface MentorRequestDetail {
  /** SET's answer, given only where the participant may ask: whether it can appoint someone depends on who is available. */
  readonly appointment?: 'appointed' | 'not-available' | 'awaiting-set';
}

/** The tests of `assessMentorRequest`. @since 0.1.0 */
export type AssessMentorRequestTest = 'participant-appoints-own' | 'mentor-is-identified';

/**
 * Assesses whether a participant may ask SET to appoint a mentor: in ATS, having found nobody. In QTLS the participant appoints a supporter.
 *
 * Clauses: support/6.1.1, support/6.1.2, support/6.1.3.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessMentorRequest({ programme: 'ATS', mentorIdentified: false }).detail.appointment // => 'awaiting-set'
 * @since 0.1.0
 */
export const assessMentorRequest: Rule<
  MentorRequestFacts,
  'may-request' | 'already-has-mentor' | 'appoint-your-own',
  MentorRequestDetail,
  AssessMentorRequestTest
> = /* @__PURE__ */ rule('assessMentorRequest', () => {
  const { value, is } = steps<Required<MentorRequestFacts>>();
  return {
    shape: () => ({ programme: oneOf(programmes), mentorIdentified: yesNo(), setCanAppoint: optional(yesNoOrNone()) }),
    absent: { setCanAppoint: 'none' },
    tests: {
      'participant-appoints-own': { ...is('support/6.1.2', 'programme', 'QTLS'), otherwise: 'support/6.1.1' },
      'mentor-is-identified': is('support/6.1.3', 'mentorIdentified', true),
    },
    rows: [
      { when: { 'participant-appoints-own': true }, outcome: 'appoint-your-own', gives: [] },
      { when: { 'mentor-is-identified': true }, outcome: 'already-has-mentor', gives: [] },
      { when: {}, outcome: 'may-request' },
    ],
    detail: {
      appointment: value({
        uses: ['setCanAppoint'],
        of: ({ setCanAppoint }) => (setCanAppoint === 'none' ? 'awaiting-set' : setCanAppoint ? 'appointed' : 'not-available'),
      }),
    },
  };
});

export const academicSupportLabels: OutcomeLabels<'academicSupport' | 'assessMentorRequest'> = {
  supporter: 'support from a supporter',
  mentor: 'support from a mentor',
  'appoint-your-own': 'appoints a supporter instead',
  'already-has-mentor': 'has a mentor already',
  'may-request': 'may ask SET to appoint a mentor',
};

export const academicSupportWords = (): Words<'academicSupport' | 'assessMentorRequest'> => ({
  facts: { mentorIdentified: 'whether the participant has found a mentor', setCanAppoint: 'whether SET can appoint a mentor' },
  outcomes: {
    academicSupport: {
      supporter: 'The supporter is the main source of academic support. The participant has to appoint one',
      mentor: 'The mentor is the main source of academic support. A participant who can find nobody may ask SET to appoint one',
    },
    assessMentorRequest: {
      'may-request': ({ appointment }) =>
        `The participant may ask SET for a mentor${appointment === undefined ? '' : `. ${{ appointed: 'One is available', 'not-available': 'None is available', 'awaiting-set': 'SET says whether one is available' }[appointment]}`}`,
      'already-has-mentor': 'The participant has a mentor, and SET does not need to appoint one',
      'appoint-your-own': 'In QTLS it is for the participant to appoint a supporter',
    },
  },
  tests: {
    'supporter-leads-in-qtls': [
      'in QTLS the supporter is the main source of academic support',
      'in ATS the mentor is the main source of academic support',
    ],
    'participant-appoints-supporter': 'the participant is responsible for appointing the supporter',
    'set-may-appoint-mentor':
      'a participant who can find nobody may ask SET to appoint a mentor. An appointment depends on who is available',
    'further-support-is-listed': 'the policy lists further kinds of support',
    'guidance-notes-are-given': 'each section of a portfolio has guidance notes',
    'webinars-are-given': 'webinars explain the portfolio at the main stages',
    'communications-are-regular': 'SET sends regular messages about the programme',
    'general-queries-are-answered': 'membership enquiries answer general queries',
    'formation-queries-have-inboxes': 'two inboxes take queries on professional formation: one on eligibility, one on the portfolio',
    'ats-queries-have-an-inbox': 'one inbox takes queries about the ATS portfolio',
    'participant-appoints-own': ['in QTLS the participant appoints a supporter', 'in ATS a mentor helps'],
    'mentor-is-identified': ['the participant has found a mentor', 'the participant has not found a mentor'],
  },
});
