// What a timeline shows of a case, asked of the lifecycle day by day: its stages, its events and its deadlines, as of a moment.
import type { PlainDate } from '../calendar/days.js';
import type { DutyCode } from '../decision/codes.js';
import type { Deadline } from '../decision/decision.js';
import { dateOf, orderOf, type Moment } from '../decision/moments.js';
import type { Case } from '../lifecycle/case.js';
import type { Transition } from '../lifecycle/effect.js';
import { position, readCase, replay } from '../lifecycle/lifecycle.js';
import type { Duty } from '../machine/duties.js';
import { happenedBy } from '../machine/as-of.js';
import { momentOf } from '../machine/read-events.js';
import type { AnyPolicy } from '../policy/policy.js';

/** Is a stage from the day on which it was reached to the day on which the next was, or to the day asked about. */
interface Span {
  readonly stage: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}
/** A deadline that the case had: as it is now; met, or passed before the portfolio came; or closed with the case. */
export interface Mark {
  readonly what: DutyCode;
  readonly deadline: Deadline;
  readonly status: Duty['status'] | 'met' | 'late' | 'closed';
  readonly daysLeft?: number;
}
export interface Story {
  readonly stages: readonly [Span, ...Span[]];
  readonly events: readonly { readonly type: string; readonly on: PlainDate }[];
  readonly marks: readonly Mark[];
}

/** Tells the story of a case up to a moment. Throws as `position` does. */
export function storyOf(state: Case, asOf: Moment, policy: AnyPolicy | undefined): Story {
  const now = position(state, asOf, policy);
  const known = readCase(state);
  const { participant, cohort, registeredOn, portfolio } = known;
  const past = happenedBy(known.history, asOf);
  const { steps } = replay({ participant, cohort, registeredOn, portfolio }, past, policy);
  const met = new Set<DutyCode>();
  const late = new Set<Moment>();
  const reached: { stage: string; from: PlainDate }[] = [{ stage: 'registered', from: registeredOn }];
  const had: Duty[] = [];
  for (const [index, event] of past.entries()) {
    const [step, at] = [steps[index] as Transition, momentOf(event)];
    for (const effect of step.accepted ? step.effects : []) {
      if (effect.type === 'duty-met') met.add(effect.duty);
      if (effect.type === 'deadline-closed' && sends(event.type)) late.add(effect.deadline.due);
    }
    const { stage } = step.case;
    if (stage === reached[reached.length - 1]?.stage) continue;
    reached.push({ stage, from: dateOf(at) });
    if (orderOf(at, registeredOn) >= 0) had.push(...position(known, at, policy).duties);
  }
  const stages = reached.map((each, index) => ({ ...each, to: reached[index + 1]?.from ?? dateOf(asOf) }));
  return {
    stages: stages as readonly Span[] as Story['stages'],
    events: past.map((event) => ({ type: event.type, on: dateOf(momentOf(event)) })),
    marks: marksOf([...now.duties, ...had], now.duties, ({ what, deadline }) =>
      met.has(what) ? 'met' : late.has(deadline.due) ? 'late' : 'closed',
    ),
  };
}

/** Each deadline once, as it stands now. */
function marksOf(
  all: readonly Duty[],
  owed: readonly Duty[],
  ended: (of: Pick<Mark, 'what' | 'deadline'>) => Mark['status'],
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { what, deadline } of all) {
    if (deadline === undefined || marks.some((mark) => mark.what === what && mark.deadline.due === deadline.due)) continue;
    const still = owed.find((duty) => duty.what === what && duty.deadline?.due === deadline.due);
    const left = still?.daysLeft === undefined ? {} : { daysLeft: still.daysLeft };
    marks.push({ what, deadline, status: still?.status ?? ended({ what, deadline }), ...left });
  }
  return marks.sort((one, two) => orderOf(one.deadline.due, two.deadline.due));
}

/** Whether an event sends a portfolio, which may come after its deadline. */
function sends(type: string): boolean {
  return type === 'portfolio-submitted' || type === 'portfolio-resubmitted';
}
