// Support that a case is entitled to: 4.3 (while it is open) and 6.2.2 (by prior arrangement after a "not met").
import { answerBy } from '../../decision/rule.js';
import { assessFurtherSupport } from '../6.2.2-further-support.js';
import type { PlainDate } from '../../calendar/dates.js';
import type { Need } from '../../decision/decision.js';
import type { Policy } from '../../policy/policy.js';
import { supportRunsAt, supportWindow } from '../4.3-support-window.js';
import type { Case } from './case.js';
import { missedDeadline } from './missed.js';

/** Whether both parts of 6.2.2 are recorded: adjustments applied for before the start, and an arrangement agreed before the outcome. Of several the earliest counts. */
export function hasPriorArrangement(state: Case, policy: Policy): boolean {
  if (!('notMetOn' in state)) return false;
  const { cohort, notMetOn } = state;
  const [adjustmentsAppliedOn, arrangementMadeOn] = [
    earliest(state, 'adjustments-requested'),
    earliest(state, 'special-arrangement-agreed'),
  ];
  if (adjustmentsAppliedOn === undefined || arrangementMadeOn === undefined) return false;
  const facts = {
    adjustmentsAppliedOn,
    programmeStartsOn: cohort.startsOn,
    priorArrangement: true,
    arrangementMadeOn,
    outcomeReleasedOn: notMetOn,
  };
  return answerBy(assessFurtherSupport, facts, policy).outcome === 'by-prior-arrangement';
}

/** Of a later portfolio, what was applied for or arranged before it may serve it or not (6.2.2). */
export function earlierApplication(state: Case, policy: Policy): readonly Need[] {
  const reading = policy.readings['adjustments-after-restart'];
  if (state.portfolio === 1 || reading === 'lapses' || hasPriorArrangement(state, policy)) return [];
  return [
    reading === 'serves'
      ? { kind: 'fact', name: 'adjustmentsAppliedOn' }
      : { kind: 'judgement', by: 'set', of: 'whether an application or arrangement made for an earlier portfolio serves this one' },
  ];
}

function earliest({ history }: Case, type: 'adjustments-requested' | 'special-arrangement-agreed'): PlainDate | undefined {
  const [first] = history.flatMap((event) => (event.type === type ? [event.on] : [])).sort();
  return first;
}

/** Tells whether support goes on at the stage of a case. */
export function supportRuns({ stage }: Case, { readings }: Policy): boolean {
  return supportRunsAt(stage, readings);
}

/** Tells whether support is open on a day. The first day is inside; whether the last one is, is a reading. `before` is the case without its last event. */
export function supportIsOpen(state: Case, on: PlainDate, policy: Policy, before: () => Case): boolean {
  const issued = state.history.find((event) => event.type === 'portfolio-issued');
  if (issued === undefined) return false; // a case holds nothing that is later than the day asked about
  const ended = state.stage === 'awarded' ? state.awardedOn : state.stage === 'withdrawn' ? state.withdrawnOn : undefined;
  if (ended === undefined) return supportRuns(state, policy);
  if (ended < issued.on) return false; // a withdrawal may be dated before the issue that it undoes
  return (
    answerBy(supportWindow, { portfolioIssuedOn: issued.on, restartRequiredOn: 'none', endedOn: ended, on }, policy).outcome === 'open' &&
    supportGoesOn(before(), on, policy)
  );
}

/** Whether support had gone on up to a day, on which a missed deadline may already have asked for a restart. */
function supportGoesOn(state: Case, on: PlainDate, policy: Policy): boolean {
  const mustRestart = missedDeadline(state, on, policy)?.outcome === 'restart';
  return supportRuns(state, policy) && (!mustRestart || supportRunsAt('restart-required', policy.readings));
}
