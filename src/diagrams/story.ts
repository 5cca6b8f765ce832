// What a timeline shows of a case, asked of the lifecycle day by day: its stages, its events and its deadlines, as of a moment.
import { byTime, dateOf, orderOf, type Deadline, type Moment } from '../decision/decision.js';
import type { Case, CaseEventType } from '../support-policy/lifecycle/case.js';
import type { Transition } from '../support-policy/lifecycle/cells.js';
import { position, readCase, replay } from '../support-policy/lifecycle/lifecycle.js';
import type { Duty } from '../machine/duties.js';
import { readAll } from '../data/issues.js';
import { copyOf } from '../data/copies.js';
import { eventsUpTo } from '../machine/engine.js';
import { momentOf } from '../machine/reading.js';
import type { PlainDate } from '../calendar/dates.js';
import type { DutyCode } from '../policy/vocabulary.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';

/** A stage from the day on which it was reached to the day on which the next was, or to the day asked about. */
interface Span {
  readonly stage: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}
/** A deadline that the case had: as it is on the day asked about or, once it has ended, met, recorded late, or closed with the case. */
export interface Mark {
  readonly what: DutyCode;
  readonly deadline: Deadline;
  readonly status: Duty['status'] | 'met' | 'recorded-late' | 'closed';
  readonly daysLeft?: number;
}
/** What a timeline shows of a case. */
export interface Story {
  readonly case: Case;
  readonly policy: AnyPolicy;
  readonly stages: readonly [Span, ...Span[]];
  readonly events: readonly { readonly type: string; readonly on: PlainDate }[];
  readonly marks: readonly Mark[];
}

/** What is done by the events that answer a deadline, in time or late. */
const answers: Partial<Readonly<Record<CaseEventType, DutyCode>>> = {
  'portfolio-submitted': 'submit-portfolio',
  'portfolio-resubmitted': 'resubmit-portfolio',
};

/** Tells the story of a case up to a moment. Throws as `position` does. */
export function storyOf(state: Case, asOf: Moment, chosen: AnyPolicy | undefined): Story {
  const given = copyOf(state);
  const [policy] = readAll(
    () => policyOf(chosen),
    () => position(given, asOf),
  );
  const now = position(given, asOf, policy);
  const known = readCase(given);
  const { participant, cohort, registeredOn, portfolio } = known;
  const past = eventsUpTo(known.history, asOf);
  const { steps } = replay({ participant, cohort, registeredOn, portfolio }, past, policy);
  const sent = new Map<DutyCode, Moment>();
  const reached: { stage: string; from: PlainDate }[] = [{ stage: 'registered', from: registeredOn }];
  const had: Duty[] = [];
  for (const [index, event] of past.entries()) {
    const [step, at] = [steps[index] as Transition, momentOf(event)];
    const answered = answers[event.type];
    if (step.accepted && answered !== undefined) sent.set(answered, at);
    const { stage } = step.case;
    if (stage === reached[reached.length - 1]?.stage) continue;
    reached.push({ stage, from: dateOf(at) });
    if (orderOf(at, registeredOn) >= 0) had.push(...position(known, at, policy).duties);
  }
  const stages = reached.map((each, index) => ({ ...each, to: reached[index + 1]?.from ?? dateOf(asOf) }));
  return {
    case: known,
    policy,
    stages: stages as readonly Span[] as Story['stages'],
    events: past.map((event) => ({ type: event.type, on: dateOf(momentOf(event)) })),
    marks: marksOf([...now.duties, ...had], now.duties, sent),
  };
}

/** Lists each deadline once, with its status now. */
function marksOf(all: readonly Duty[], owed: readonly Duty[], sent: ReadonlyMap<DutyCode, Moment>): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { what, deadline } of all) {
    if (deadline === undefined || marks.some((mark) => mark.what === what && mark.deadline.due === deadline.due)) continue;
    const still = owed.find((duty) => duty.what === what && duty.deadline?.due === deadline.due);
    const left = still?.daysLeft === undefined ? {} : { daysLeft: still.daysLeft };
    marks.push({ what, deadline, status: still?.status ?? endedStatus(deadline, sent.get(what)), ...left });
  }
  return marks.sort((one, two) => byTime(one.deadline.due, two.deadline.due));
}

function endedStatus({ due }: Deadline, at: Moment | undefined): Mark['status'] {
  if (at === undefined) return 'closed';
  return orderOf(at, due) > 0 ? 'recorded-late' : 'met';
}
