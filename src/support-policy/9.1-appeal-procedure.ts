// Clause 9.1 as a procedure: the discussion with the Team, the appeal, and the Team's answer in ten working days. No limit binds the participant.
import type { Deadline, Finding, Moment } from '../decision/decision.js';
import { date, fact, moment, oneOf, optional, text, yesNo } from '../decision/facts.js';
import { withoutGaps } from '../data/objects.js';
import { reachedBy } from '../decision/rule.js';
import { Open } from '../decision/open.js';
import { machineOf } from '../machine/procedure-machine.js';
import type { ProcedureMachine, StepOn, StepReceived } from '../machine/procedure.js';
import type { Policy } from '../policy/policy.js';
import { appealAddressees, appealGrounds, appealMedia } from '../policy/vocabulary.js';
import { assessSupportAppeal, type SupportAppealFacts } from './9.1-appeal.js';

/** The opening of an appeal about support: whose it is. @since 0.1.0 */
export interface SupportAppealOpening {
  /** An opaque id: no name, no address. */
  readonly participant: string;
}
interface AppealReceived
  extends StepReceived<'appeal-received'>, Pick<SupportAppealFacts, 'ground' | 'sentTo' | 'sentBy' | 'outlinesCase'> {
  /** When it was sent; it matters only under the reading `response-clock: sent`. */
  readonly sentAt?: Moment;
}
/** A step of an appeal about support: the discussion, the appeal, or the Team's written answer. @since 0.1.0 */
export type SupportAppealEvent = StepOn<'discussed'> | AppealReceived | StepOn<'answered'>;

/**
 * The appeal against the sufficiency of support, from the discussion with the Team to the Team's written answer.
 *
 * An appeal is taken where `assessSupportAppeal` finds it admissible, and to another nothing is owed here; a refusal says what to do instead. A late answer is taken and found late.
 * No limit is stated for the participant. Under `response-owed-to: any-email` the rule says by when an appeal is answered that is not taken.
 * Readings: `prior-discussion`, `response-clock`, `receipt-hour`, `response-owed-to`, `working-day-calendar`. Clause: support/9.1.
 * @example supportAppealProcedure.replay({ participant: 'p-1' }, [{ type: 'discussed', on: '2020-12-18' }]).case.stage // => 'discussed'
 * @since 0.1.0
 */
export const supportAppealProcedure: ProcedureMachine<SupportAppealOpening, 'opened', SupportAppealEvent> = /* @__PURE__ */ machineOf(
  'supportAppealProcedure',
  () => ({
    start: 'opened',
    opening: () => ({ participant: fact(text) }),
    turnsOn: ['prior-discussion'],
    steps: {
      discussed: { clause: 'support/9.1', from: ['opened'], facts: () => ({ on: fact(date) }) },
      'appeal-received': {
        clause: 'support/9.1',
        from: ['opened', 'discussed'],
        facts: () => ({
          at: fact(moment),
          sentAt: optional(fact(moment)),
          ground: oneOf(appealGrounds),
          sentTo: optional(oneOf(appealAddressees)),
          sentBy: optional(oneOf(appealMedia)),
          outlinesCase: optional(yesNo()),
        }),
        orders: [{ first: 'sentAt', then: 'at' }],
        isOffered: ({ history }, policy) => {
          const { because } = assessSupportAppeal.given(
            { ground: 'sufficiency-of-support', discussedWithTeam: isDiscussed(history) },
            policy,
          );
          return reachedBy(assessSupportAppeal, because) !== 'discuss-first';
        },
        evaluate: ({ history }, appeal, policy) => {
          const { because, settled } = assess(history, appeal, policy);
          if (reachedBy(assessSupportAppeal, because) === 'admissible') return { because: [...because, noLimit] };
          const found = settled ? because : because.slice(1); // without what leaves the day of the answer open
          return { refusals: [found.find(({ holds }) => !holds) as Finding] };
        },
      },
      answered: {
        clause: 'support/9.1',
        from: ['appeal-received'],
        facts: () => ({ on: fact(date) }),
        owed: {
          what: 'answer-appeal',
          by: 'professional-status-team',
          limit: { deadline: ({ history }, _, policy) => responseDue(history, policy) as Deadline | Open },
          // An appeal that one policy took, a policy that reads the clause otherwise may owe nothing.
          isOwed: ({ history }, policy) => responseDue(history, policy) !== undefined,
        },
      },
    },
  }),
);

const noLimit: Finding = { clause: 'support/9.1', test: 'no-limit-binds-the-participant', holds: true };

type History = readonly SupportAppealEvent[];

const isDiscussed = (history: History): boolean => history.some(({ type }) => type === 'discussed');

/** Returns what the rule of the clause says of an appeal that follows these steps. */
function assess(
  history: History,
  { at, sentAt, ground, sentTo, sentBy, outlinesCase }: AppealReceived,
  policy: Policy,
): ReturnType<typeof assessSupportAppeal> {
  const facts = withoutGaps({ discussedWithTeam: isDiscussed(history), receivedAt: at, sentAt, ground, sentTo, sentBy, outlinesCase });
  return assessSupportAppeal(facts as SupportAppealFacts, policy);
}

/** Returns when the Team's answer is due; nothing where the clause, as it is read, owes the appeal none. */
function responseDue(history: History, policy: Policy): Deadline | Open | undefined {
  const appeal = history.find((event) => event.type === 'appeal-received') as AppealReceived;
  const decision = assess(history, appeal, policy);
  if (decision.settled) return decision.detail.responseDue;
  return new Open(decision.because[0], decision.needs);
}
