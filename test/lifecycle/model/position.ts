// Where the model says that a case stands at the end of a day: what had happened by then, taken again from the start.
import type { CaseEvent, Entitlement, Need, PlainDate, Readings } from '../../../src/index.js';
import { londonDay } from './days.js';
import { clauseOf, judge, mayClaimFurther, openDeadline, opened, supportGoesOn, type Model } from './model.js';

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
  const status = dueDay === undefined ? 'no-limit-stated' : day < dueDay ? 'upcoming' : day === dueDay ? 'due-today' : 'overdue';
  const duties: string[] = [];
  const entering = stage === 'registered' || stage === 'in-programme';
  if (entering && programme === 'QTLS' && !history.some(({ type }) => type === 'supporter-appointed'))
    duties.push('appoint-supporter by participant: no-limit-stated');
  if (stage === 'in-programme') duties.push(`submit-portfolio by participant: ${status}`);
  if (stage === 'criteria-not-met') duties.push(`resubmit-portfolio by participant: ${status}`);
  if (stage === 'criteria-met') duties.push('award-status by set: no-limit-stated');
  if (stage === 'restart-required') duties.push('restart by participant: no-limit-stated');
  if (feedbackOwed) duties.push('give-written-feedback by reviewers: no-limit-stated');

  const held: Entitlement[] = [];
  if (supportIsOpen(then, again(then, happened.slice(0, -1), readings), day, readings)) held.push('in-programme-support');
  if (feedbackOwed) held.push('written-feedback');
  if (stage === 'criteria-not-met' && !(dueDay !== undefined && day > dueDay)) held.push('free-resubmission');
  if (mayClaimFurther(then, readings)) held.push('further-support-by-arrangement');

  const terms: Need = { kind: 'document', document: programme === 'QTLS' ? 'qtls-terms' : 'ats-terms' };
  const fact = (name: string): Need => ({ kind: 'fact', name });
  const unsettled: Need[] = [];
  if (['in-programme', 'submitted', 'under-review'].includes(stage) && submissionDeadline === undefined)
    unsettled.push(fact('submissionDeadline'));
  if (['criteria-not-met', 'resubmitted', 'under-second-review'].includes(stage) && resubmissionDeadline === undefined)
    unsettled.push(fact('resubmissionDeadline'));
  if (stage === 'in-programme' && status === 'overdue' && readings['first-deadline-missed'] === 'not-settled-here') unsettled.push(terms);
  if ((stage === 'submitted' || stage === 'under-review') && noted['late'] === true) unsettled.push(terms);
  if (stage === 'criteria-not-met' && status === 'overdue' && readings['never-resubmitted'] === 'not-settled-here') unsettled.push(terms);
  if (stage === 'restart-required' || stage === 'restarted') unsettled.push(terms);

  return { stage, duties, entitlements: held.map((entitlement) => ({ entitlement, clause: clauseOf[entitlement] })), unsettled };
}

/** Clause 4.3, by the day: from the issue, its day included, to the award or the withdrawal, its day included or not. */
function supportIsOpen({ stage, noted, history }: Model, before: Model, day: PlainDate, readings: Readings): boolean {
  const issue = history.find((event) => event.type === 'portfolio-issued');
  if (issue === undefined || day < issue.on) return false;
  const end = stage === 'awarded' ? noted['awardedOn'] : stage === 'withdrawn' ? noted['withdrawnOn'] : undefined;
  if (typeof end !== 'string') return supportGoesOn(stage, readings);
  const inside = readings['support-window-ends'] === 'inclusive' ? day <= end : day < end;
  return end >= issue.on && inside && supportGoesOn(before.stage, readings);
}
