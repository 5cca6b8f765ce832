// Where the model says that a case stands at the end of a day: what had happened by then, taken again from the start.
import type { CaseEvent, Entitlement, Need, PlainDate, Readings } from '../../../../src/index.js';
import { londonDay } from './days.js';
import {
  clauseOf,
  feedbackAfter,
  judge,
  mayClaimFurther,
  ofEarlierPortfolio,
  openDeadline,
  opened,
  owing,
  supportGoesOn,
  type Model,
} from './model.js';

interface Stands {
  readonly stage: string;
  /** What is owed, by whom, until when and how that stands, in no order. */
  readonly duties: readonly string[];
  readonly entitlements: readonly { readonly entitlement: Entitlement; readonly clause: string }[];
  readonly unsettled: readonly Need[];
}

const dayOf = (event: CaseEvent): PlainDate => ('at' in event ? londonDay(event.at) : event.on);

/** Takes events again from the start. */
function again({ opening }: Model, events: readonly CaseEvent[], readings: Readings): Model {
  return events.reduce((model, event) => {
    const judged = judge(model, event, readings);
    return judged.taken ? judged.model : model;
  }, opened(opening));
}

export function standsOn(model: Model, day: PlainDate, readings: Readings): Stands {
  const happened = model.history.filter((event) => dayOf(event) <= day);
  const then = again(model, happened, readings);
  const { stage, opening, history, noted, feedbackOwed } = then;
  const { programme, submissionDeadline, resubmissionDeadline } = opening.cohort;

  const deadline = openDeadline(then);
  const dueDay = deadline && londonDay(deadline.due as never);
  const isOver = dueDay !== undefined && day > dueDay;
  const missed = isOver && missedBy(stage, readings);
  const clock = dueDay === undefined ? 'limit-not-known' : day < dueDay ? 'upcoming' : 'due-today';
  const has = (...types: readonly string[]): boolean => history.some(({ type }) => types.includes(type));
  const duties: string[] = [];
  const owes = (what: keyof typeof owing, owedBy: string, status = 'no-limit-stated'): number =>
    duties.push(`${owing[what].kind} ${what} by ${owedBy}: ${status} (${owing[what].clause})`);
  const mayStillSubmit = stage === 'in-programme' && (!missed || missed === 'not-settled');
  const entering = stage === 'registered' || mayStillSubmit;
  if (entering && programme === 'QTLS' && !has('supporter-appointed')) owes('appoint-supporter', 'participant');
  if (entering && programme === 'ATS' && !has('mentor-requested', 'mentor-appointed')) owes('request-mentor', 'participant');
  if (mayStillSubmit) owes('submit-portfolio', 'participant', isOver ? 'overdue' : clock);
  if (stage === 'criteria-not-met') owes('resubmit-portfolio', 'participant', isOver ? 'lapsed' : clock);
  if (stage === 'criteria-met') owes('award-status', 'set');
  if (stage === 'restart-required' || missed === 'restart') owes('restart', 'participant');
  const feedback =
    feedbackOwed &&
    (['criteria-met', 'criteria-not-met', 'resubmitted', 'under-second-review', 'restart-required'].includes(stage) ||
      (stage === 'withdrawn' && readings['feedback-after-withdrawal'] === 'stays-owed'));
  if (feedback) owes('give-written-feedback', 'reviewers');

  const held: Entitlement[] = [];
  if (!isClosedByMissing(then, day, readings) && supportIsOpen(then, again(then, happened.slice(0, -1), readings), day, readings))
    held.push('in-programme-support');
  if (feedback) held.push('written-feedback');
  if (stage === 'criteria-not-met' && !isOver) held.push('free-resubmission');
  if (missed !== 'restart' && mayClaimFurther(then, readings)) held.push('further-support-by-arrangement');

  const terms: Need = { kind: 'document', document: programme === 'QTLS' ? 'qtls-terms' : 'ats-terms' };
  const fact = (name: string): Need => ({ kind: 'fact', name });
  const unsettled: Need[] = [];
  const [asked, answered] = ['mentor-requested', 'mentor-appointed'].map((type) =>
    history.map((event) => event.type as string).lastIndexOf(type),
  );
  if (entering && (asked as number) > (answered as number))
    unsettled.push({ kind: 'judgement', by: 'set', of: 'whether a mentor is available' });
  if (['in-programme', 'submitted', 'under-review'].includes(stage) && submissionDeadline === undefined)
    unsettled.push(fact('submissionDeadline'));
  if (['criteria-not-met', 'resubmitted', 'under-second-review'].includes(stage)) {
    if (resubmissionDeadline === undefined) unsettled.push(fact('resubmissionDeadline'));
    unsettled.push(...ofEarlierPortfolio(then, readings));
  }
  if ((stage === 'submitted' || stage === 'under-review') && noted['late'] === true) unsettled.push(terms);
  if (stage === 'restart-required' || stage === 'restarted' || missed === 'restart' || missed === 'not-settled') unsettled.push(terms);
  unsettled.push(...feedbackAfter(stage, feedbackOwed, readings));

  return { stage, duties, entitlements: held.map((entitlement) => ({ entitlement, clause: clauseOf[entitlement] })), unsettled };
}

/** Clause 6.2.3, by reading: what follows when a deadline passes at a stage and nothing has come. */
function missedBy(stage: string, readings: Readings): 'restart' | 'withdrawn' | 'not-settled' {
  const choice = stage === 'in-programme' ? readings['first-deadline-missed'] : readings['never-resubmitted'];
  return choice === 'not-settled-here' ? 'not-settled' : choice;
}

/** Clause 4.3, by the day: from the issue, its day included, to the award or the withdrawal, its day included or not. */
function supportIsOpen({ stage, noted, history }: Model, before: Model, day: PlainDate, readings: Readings): boolean {
  const issue = history.find((event) => event.type === 'portfolio-issued');
  if (issue === undefined || day < issue.on) return false;
  const end = stage === 'awarded' ? noted['awardedOn'] : stage === 'withdrawn' ? noted['withdrawnOn'] : undefined;
  if (typeof end !== 'string') return supportGoesOn(stage, readings);
  const inside = readings['support-window-ends'] === 'inclusive' ? day <= end : day < end;
  return end >= issue.on && inside && supportGoesOn(before.stage, readings) && !isClosedByMissing(before, day, readings);
}

/** Clauses 4.3 and 6.2.3, by reading: whether a deadline that has passed unrecorded closes support, by a withdrawal or by a restart. */
function isClosedByMissing(model: Model, day: PlainDate, readings: Readings): boolean {
  const deadline = openDeadline(model);
  const isOver = deadline !== undefined && day > londonDay(deadline.due as never);
  if (!isOver) return false;
  const missed = missedBy(model.stage, readings);
  return missed === 'withdrawn' || (missed === 'restart' && readings['support-during-restart'] === 'closed');
}
