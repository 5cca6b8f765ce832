// Clauses 4.1 to 4.4 of the awards appeals policy as a procedure. Each clock starts afresh at an actual receipt; they are never added up.
import type { PlainDate } from '../calendar/dates.js';
import { factNeed, type Finding, type Moment } from '../decision/decision.js';
import { type AwardAppealGround, awardAppealGrounds, type DutyCode, type Role } from '../policy/vocabulary.js';
import { date, fact, listOfSome, moment, oneOf, text, yesNo } from '../decision/facts.js';
import { deadlineFrom, open, Open, receiptDay, withinCalendar, type WorkingDayLimitId } from '../decision/open.js';
import type { Duty } from '../machine/duties.js';
import { machineOf } from '../machine/procedure-machine.js';
import type { Owing, ProcedureCase, ProcedureMachine, StepOn, StepReceived } from '../machine/procedure.js';
import { onChallenges } from '../policy/choices.js';
import type { Policy } from '../policy/policy.js';
import type { EventFacts, FindingWords } from '../decision/words.js';

/** The opening of an appeal against a decision not to award: whose it is, and when the member received the decision. @since 0.1.0 */
export interface AwardAppealOpening {
  /** An opaque id: no name, no address. */
  readonly member: string;
  /** When the member received the decision; a bare date has no hour. */
  readonly decisionReceivedAt: Moment;
}
interface AppealLodged extends StepReceived<'appeal-lodged'> {
  /** What the appeal rests on; at least one ground. */
  readonly grounds: readonly AwardAppealGround[];
}
interface AppealDecided extends StepOn<'appeal-decided'> {
  /** Whether the appeal succeeded. */
  readonly upheld: boolean;
}
/** A step of an appeal against a decision not to award; each `at` is a receipt, that of the explanation the member's. @since 0.1.0 */
export type AwardAppealEvent = StepReceived<'explanation-requested'> | StepReceived<'explained'> | AppealLodged | AppealDecided;

type AwardCase = ProcedureCase<AwardAppealOpening, 'decision-received', AwardAppealEvent>;

/**
 * The appeal against not being awarded a status: the member asks for an explanation, receives it, and lodges the appeal on its grounds.
 *
 * To ask and to appeal are the member's rights, and lapse with their last day: a later step is refused. The explanation is a duty: a late one is taken and found late.
 * Grounds other than an error of procedure stay open. Where the awards appeals policy of September 2020 does not govern on the day on which the decision was received, on that of
 * a step or on the day asked about (before September 2020, and from November 2022), no limit is counted, nothing is out of time, and what is unsettled names the document that governs.
 * Readings: `receipt-hour`, `working-day-calendar`. Clauses: award-appeals/4.1, 4.2, 4.3, 4.4; code-page/11.
 * @example awardAppeal.position(awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' }), '2020-12-23').duties[0]?.deadline?.due // => '2021-01-11'
 * @since 0.1.0
 */
export const awardAppeal: ProcedureMachine<AwardAppealOpening, 'decision-received', AwardAppealEvent> = /* @__PURE__ */ machineOf(
  'awardAppeal',
  () => ({
    start: 'decision-received',
    opening: () => ({ member: fact(text), decisionReceivedAt: fact(moment) }),
    openedAt: 'decisionReceivedAt',
    dated: { edition: 'award-appeals@2020-09', among: onChallenges },
    steps: {
      'explanation-requested': {
        clause: 'award-appeals/4.1',
        from: ['decision-received'],
        facts: atReceipt,
        owed: owedWithin('request-explanation', 'award-appeals/4.1', 'member', 'opportunity'),
      },
      explained: {
        clause: 'award-appeals/4.2',
        from: ['explanation-requested'],
        facts: atReceipt,
        owed: owedWithin('give-explanation', 'award-appeals/4.2', 'head-of-professional-status', 'duty'),
      },
      'appeal-lodged': {
        clause: 'award-appeals/4.3',
        from: ['explained'],
        facts: () => ({ ...atReceipt(), grounds: listOfSome(oneOf(awardAppealGrounds)) }),
        owed: owedWithin('lodge-appeal', 'award-appeals/4.3', 'member', 'opportunity'),
        evaluate: (_, { grounds }) => ({ because: [groundsAreHeld(grounds)] }),
      },
      'appeal-decided': {
        clause: 'code-page/11',
        from: ['appeal-lodged'],
        facts: () => ({ on: fact(date), upheld: yesNo() }),
      },
    },
    // A ground that is not held may be on the list of 4.4 or not, until somebody who has the list decides.
    unresolved: ({ history }) => {
      const last = history.at(-1);
      return last?.type === 'appeal-lodged' && !groundsAreHeld(last.grounds).holds ? [{ kind: 'document', document: 'award-appeals' }] : [];
    },
  }),
);

const atReceipt = () => ({ at: fact(moment) });

function groundsAreHeld(grounds: readonly AwardAppealGround[]): Finding {
  return { clause: 'award-appeals/4.4', test: 'grounds-are-held', holds: grounds.every((ground) => ground === 'procedural-error') };
}

/** Returns a step under the limit of a clause, counted from the receipt that it answers and judged by its own. */
function owedWithin(what: DutyCode, clause: WorkingDayLimitId, by: Role, kind: Duty['kind']): Owing<AwardCase> {
  const receivedOn = (at: Moment, fact: string, { readings, calendar }: Policy): PlainDate | Open => {
    const day = withinCalendar(clause, () => receiptDay(at, readings['receipt-hour'], () => calendar));
    return day === 'hour-not-known' ? open(clause, 'hour-of-receipt-is-known', factNeed(fact)) : day;
  };
  return {
    what,
    by,
    kind,
    limit: {
      deadline: ({ history }, from, policy) => {
        const day = receivedOn(from, history.length === 0 ? 'decisionReceivedAt' : 'receivedAt', policy);
        return day instanceof Open ? day : deadlineFrom(day, clause, by, policy);
      },
      counts: (at, policy) => receivedOn(at, 'receivedAt', policy),
    },
  };
}

export const awardAppealWords = (): FindingWords<'grounds-are-held'> & EventFacts<'decisionReceivedAt'> => ({
  facts: { decisionReceivedAt: 'when the decision was received' },
  tests: {
    'grounds-are-held': [
      'the appeal rests only on an error of procedure, which is on the list of grounds',
      'the appeal rests, wholly or in part, on a ground other than an error of procedure. Only that first ground of the list is included here',
    ],
  },
});
