// The lifecycle once more, naively: the design's table and the policy's words, event by event, with nothing of the library but its types. Slow, plain and independent.
import type {
  CaseEvent,
  CaseEventType,
  Cohort,
  Deadline,
  Effect,
  Entitlement,
  FindingCode,
  Need,
  PlainDate,
  Readings,
  Registration,
  Stage,
} from '../../../../src/index.js';
import { allEvents, takes } from './matrix.js';
import { londonDay, nextDay } from './days.js';
import { hasPriorArrangement } from './further-support.js';

/** A case as the model keeps it: everything that was ever noted, and which of it the stage may know is asked of a table. */
export interface Model {
  readonly stage: Stage;
  readonly opening: Required<Registration>;
  readonly noted: Readonly<Record<string, unknown>>;
  readonly history: readonly CaseEvent[];
  /** Whether written feedback that an outcome brought is not issued. */
  readonly feedbackOwed: boolean;
}
export type Judged =
  | { readonly taken: true; readonly model: Model; readonly effects: readonly Effect[]; readonly unsettled: readonly Need[] }
  | { readonly taken: false; readonly why: readonly FindingCode[]; readonly instead: readonly CaseEventType[] };

export const opened = ({ portfolio = 1, ...rest }: Registration): Model => ({
  stage: 'registered',
  opening: { ...rest, portfolio },
  noted: {},
  history: [],
  feedbackOwed: false,
});

/** What may happen at a stage: what has a deadline first, then as the programme goes. */
function permitted({ stage, opening: { cohort } }: Model): readonly CaseEventType[] {
  const may = allEvents.filter((type) => takes(type, stage, cohort.programme));
  const deadlines: Partial<Record<CaseEventType, unknown>> = {
    'portfolio-submitted': cohort.submissionDeadline,
    'portfolio-resubmitted': cohort.resubmissionDeadline,
  };
  return [...may.filter((type) => deadlines[type] !== undefined), ...may.filter((type) => deadlines[type] === undefined)];
}

export function judge(model: Model, event: CaseEvent, readings: Readings): Judged {
  const { stage, opening, history } = model;
  const instead = permitted(model).filter((type) => type !== event.type);
  const refused = (...why: readonly FindingCode[]): Judged => ({ taken: false, why, instead });

  const recorded = event.id === undefined ? undefined : history.find(({ id }) => id === event.id);
  if (recorded !== undefined)
    return sameEvent(recorded, event) ? { taken: true, model, effects: [], unsettled: [] } : refused('id-is-free');

  const here = takes(event.type, stage, 'QTLS') || takes(event.type, stage, 'ATS');
  const forUs = takes(event.type, stage, opening.cohort.programme);
  const notOurs = notOfProgramme(event.type, opening.cohort.programme);
  if (!here) return refused('stage-takes-event', ...notOurs);
  if (!forUs) return refused(...notOurs);
  const early = tooEarly(model, event);
  if (early !== undefined) return refused(early);
  if (event.type === 'restarted') {
    const wrong: FindingCode[] = [
      ...(event.cohort.programme === opening.cohort.programme ? [] : ['restart-is-in-the-same-programme' as const]),
      ...(event.cohort.id === opening.cohort.id ? ['restart-is-in-another-cohort' as const] : []),
      ...notAvailable(event.cohort, model.noted['restartFrom'] as PlainDate, readings),
    ];
    if (wrong.length > 0) return refused(...wrong);
  }
  return take(model, event, readings);
}

function notOfProgramme(type: CaseEventType, programme: 'QTLS' | 'ATS'): readonly FindingCode[] {
  if (type === 'supporter-appointed' && programme === 'ATS') return ['programme-has-a-supporter'];
  return (type === 'mentor-requested' || type === 'mentor-appointed') && programme === 'QTLS' ? ['programme-has-a-mentor'] : [];
}

/** Clause 6.2.3, by reading: what bars a cohort on the day that triggered the restart. */
function notAvailable({ startsOn, entryCloses }: Cohort, trigger: PlainDate, readings: Readings): readonly FindingCode[] {
  const hasStarted = startsOn <= trigger;
  const hasClosed = entryCloses !== undefined && entryCloses < trigger;
  switch (readings['next-cohort']) {
    case 'starts-after':
      return hasStarted ? ['restart-cohort-starts-after-trigger'] : [];
    case 'entry-open-not-started':
      return hasClosed ? ['restart-cohort-has-open-entry'] : hasStarted ? ['restart-cohort-starts-after-trigger'] : [];
    case 'entry-open':
      if (entryCloses === undefined) return hasStarted ? ['restart-cohort-starts-after-trigger'] : [];
      return hasClosed ? ['restart-cohort-has-open-entry'] : [];
  }
}

/** The only orders of dates that a clause implies. */
function tooEarly({ stage, noted, opening: { cohort } }: Model, event: CaseEvent): FindingCode | undefined {
  const { submissionDeadline, resubmissionDeadline } = cohort;
  const day = 'at' in event ? londonDay(event.at) : event.on;
  const before = (first: unknown): boolean => typeof first === 'string' && day < first;
  const dayOf = (at: unknown): string | undefined => (typeof at === 'string' ? londonDay(at as never) : undefined);
  switch (event.type) {
    case 'portfolio-submitted':
      return before(noted['issuedOn']) ? 'submission-follows-issue' : undefined;
    case 'submission-deadline-missed':
      return submissionDeadline !== undefined && day <= londonDay(submissionDeadline) ? 'deadline-day-is-over' : undefined;
    case 'review-started':
      return submissionDeadline !== undefined && day < londonDay(submissionDeadline) ? 'deadline-day-is-reached' : undefined;
    case 'outcome-released':
      if (stage === 'resubmitted' || stage === 'under-second-review')
        return before(dayOf(noted['resubmittedAt'])) ? 'outcome-follows-submission' : undefined;
      if (submissionDeadline === undefined || Date.parse(String(noted['submittedAt'])) > Date.parse(submissionDeadline))
        return before(dayOf(noted['submittedAt'])) ? 'outcome-follows-submission' : undefined;
      return before(londonDay(submissionDeadline)) ? 'outcome-follows-deadline' : undefined;
    case 'portfolio-resubmitted':
      return before(noted['notMetOn']) ? 'resubmission-follows-outcome' : undefined;
    case 'resubmission-deadline-missed':
      return resubmissionDeadline !== undefined && day <= londonDay(resubmissionDeadline) ? 'deadline-day-is-over' : undefined;
    case 'status-awarded':
      return before(noted['metOn']) ? 'award-follows-outcome' : undefined;
    default:
      return undefined;
  }
}

function take(model: Model, event: CaseEvent, readings: Readings): Judged {
  const { stage, opening, noted, history } = model;
  const { cohort, portfolio, participant } = opening;
  const terms: Need = { kind: 'document', document: cohort.programme === 'QTLS' ? 'qtls-terms' : 'ats-terms' };
  const unknown = (name: 'submissionDeadline' | 'resubmissionDeadline'): readonly Need[] => (cohort[name] ? [] : [{ kind: 'fact', name }]);

  const effects: Effect[] = [];
  let unsettled: readonly Need[] = [];
  let next: Stage = stage;
  let feedbackOwed = model.feedbackOwed;
  const note: Record<string, unknown> = {};
  const met = (duty: keyof typeof owing): number => effects.push({ type: 'duty-met', duty, ...owing[duty] });
  const gain = (entitlement: Entitlement): number =>
    effects.push({ type: 'entitlement-gained', entitlement, clause: clauseOf[entitlement] });
  const feedback = (): void => {
    gain('written-feedback');
    feedbackOwed = true;
  };
  const mustRestart = (reason: string, restartFrom: string): void => {
    next = 'restart-required';
    Object.assign(note, { reason, restartFrom });
    unsettled = [terms]; // the fee
  };
  /** Clause 6.2.3 is silent on a first deadline that is missed. */
  const firstMissed = (day: string, otherwise: () => void): void => {
    const deadline = cohort.submissionDeadline as NonNullable<typeof cohort.submissionDeadline>;
    if (readings['first-deadline-missed'] === 'restart') mustRestart('first-deadline-missed', nextDay(londonDay(deadline)));
    else if (readings['first-deadline-missed'] === 'withdrawn') {
      next = 'withdrawn';
      note['withdrawnOn'] = day;
    } else {
      otherwise();
      unsettled = [terms];
    }
  };

  switch (event.type) {
    case 'portfolio-issued':
      next = 'in-programme';
      note['issuedOn'] = event.on;
      unsettled = unknown('submissionDeadline');
      break;
    case 'supporter-appointed':
      if (!history.some(({ type }) => type === 'supporter-appointed')) met('appoint-supporter');
      break;
    case 'mentor-requested':
      if (!history.some(({ type }) => type === 'mentor-requested' || type === 'mentor-appointed')) met('request-mentor');
      break;
    case 'mentor-appointed':
    case 'adjustments-requested':
    case 'special-arrangement-agreed':
      break;
    case 'portfolio-submitted': {
      const { submissionDeadline } = cohort;
      const submit = (): void => {
        next = 'submitted';
        note['submittedAt'] = event.at;
      };
      if (submissionDeadline === undefined || Date.parse(event.at) <= Date.parse(submissionDeadline)) {
        submit();
        met('submit-portfolio');
        unsettled = unknown('submissionDeadline');
      } else {
        firstMissed(londonDay(event.at), () => {
          submit();
          note['late'] = true;
        });
      }
      break;
    }
    case 'submission-deadline-missed':
      if (cohort.submissionDeadline === undefined) unsettled = unknown('submissionDeadline');
      else firstMissed(event.on, () => undefined);
      break;
    case 'review-started':
      next = 'under-review';
      note['reviewStartedOn'] = event.on;
      unsettled = unknown('submissionDeadline');
      break;
    case 'outcome-released': {
      const isSecond = stage === 'resubmitted' || stage === 'under-second-review';
      if (event.reviewOutcome === 'criteria-met') {
        next = 'criteria-met';
        note['metOn'] = event.on;
        if (readings['feedback-when-met'] === 'promised') feedback();
      } else if (isSecond) {
        mustRestart('second-review-not-met', event.on);
        if (readings['feedback-on-second-review'] === 'each-not-met') feedback();
      } else {
        feedback();
        if (portfolio > 1 && readings['resubmission-after-restart'] === 'once-per-person') mustRestart('later-portfolio-not-met', event.on);
        else {
          next = 'criteria-not-met';
          note['notMetOn'] = event.on;
          gain('free-resubmission');
          unsettled = [...unknown('resubmissionDeadline'), ...ofEarlierPortfolio({ ...model, noted: note }, readings)];
        }
      }
      break;
    }
    case 'feedback-issued':
      if (feedbackOwed) met('give-written-feedback');
      feedbackOwed = false;
      break;
    case 'portfolio-resubmitted': {
      const { resubmissionDeadline } = cohort;
      if (resubmissionDeadline !== undefined && Date.parse(event.at) > Date.parse(resubmissionDeadline))
        mustRestart('resubmitted-late', nextDay(londonDay(resubmissionDeadline)));
      else {
        next = 'resubmitted';
        note['resubmittedAt'] = event.at;
        met('resubmit-portfolio');
        unsettled = unknown('resubmissionDeadline');
      }
      break;
    }
    case 'resubmission-deadline-missed': {
      const { resubmissionDeadline } = cohort;
      if (resubmissionDeadline === undefined) unsettled = unknown('resubmissionDeadline');
      else if (readings['never-resubmitted'] === 'restart') mustRestart('never-resubmitted', nextDay(londonDay(resubmissionDeadline)));
      else unsettled = [terms];
      break;
    }
    case 'second-review-started':
      next = 'under-second-review';
      note['secondReviewStartedOn'] = event.on;
      break;
    case 'status-awarded':
      met('award-status');
      next = 'awarded';
      note['awardedOn'] = event.on;
      unsettled = feedbackAfter('awarded', feedbackOwed, readings);
      break;
    case 'restarted': {
      met('restart');
      next = 'restarted';
      const registration = { participant, cohort: event.cohort, registeredOn: event.registeredOn ?? event.on, portfolio: portfolio + 1 };
      Object.assign(note, { restartedOn: event.on, next: registration });
      effects.push(
        { type: 'case-opened', registration, clause: 'support/6.2.3' },
        { type: 'fee-due', amount: terms, clause: 'support/6.2.3' },
      );
      unsettled = [terms, ...feedbackAfter('restarted', feedbackOwed, readings)];
      break;
    }
    case 'withdrawn':
      next = 'withdrawn';
      note['withdrawnOn'] = event.on;
      unsettled = feedbackAfter('withdrawn', feedbackOwed, readings);
      break;
  }

  const after: Model = {
    stage: next,
    opening,
    noted: { ...noted, ...note },
    history: [...history, event],
    feedbackOwed,
  };
  const [before, now] = [model, after].map((each) => ({
    support: supportGoesOn(each.stage, readings),
    further: mayClaimFurther(each, readings),
    deadline: openDeadline(each),
  })) as [Standing, Standing];
  if (now.support && !before.support) gain('in-programme-support');
  if (before.support && !now.support) effects.push({ type: 'support-closed', clause: 'support/4.3' });
  if (now.further && !before.further) gain('further-support-by-arrangement');
  if (before.deadline !== undefined && before.deadline.due !== now.deadline?.due)
    effects.push({ type: 'deadline-closed', deadline: before.deadline });
  if (now.deadline !== undefined && now.deadline.due !== before.deadline?.due)
    effects.push({ type: 'deadline-opened', deadline: now.deadline });
  return { taken: true, model: after, effects, unsettled };
}

interface Standing {
  readonly support: boolean;
  readonly further: boolean;
  readonly deadline: Deadline | undefined;
}

/** Clause 6.2.1.a does not say what the end of a case does to feedback that is outstanding: who is to say, and what. */
export function feedbackAfter(stage: Stage, isOwed: boolean, readings: Readings): readonly Need[] {
  if (!isOwed) return [];
  if (stage === 'awarded')
    return [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback is still to be given after the award' }];
  if (stage === 'restarted')
    return [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback on the earlier portfolio is still to be given' }];
  if (stage === 'withdrawn' && readings['feedback-after-withdrawal'] === 'not-settled-here')
    return [{ kind: 'judgement', by: 'set', of: 'whether written feedback that was owed is still owed after the withdrawal' }];
  return [];
}

/** What is owed, or open to someone, each under its clause. */
export const owing = {
  'appoint-supporter': { clause: 'support/6.1.2', kind: 'duty' },
  'request-mentor': { clause: 'support/6.1.3', kind: 'opportunity' },
  'submit-portfolio': { clause: 'support/4.4', kind: 'duty' },
  'give-written-feedback': { clause: 'support/6.2.1.a', kind: 'duty' },
  'resubmit-portfolio': { clause: 'support/6.2.1.b', kind: 'opportunity' },
  'award-status': { clause: 'support/4.3', kind: 'duty' },
  restart: { clause: 'support/6.2.3', kind: 'opportunity' },
} as const;

export const clauseOf = {
  'in-programme-support': 'support/4.3',
  'written-feedback': 'support/6.2.1.a',
  'free-resubmission': 'support/6.2.1.b',
  'further-support-by-arrangement': 'support/6.2.2',
} as const;

/** Clause 4.3: from the issue to the award or the withdrawal; between a restart and the new portfolio, by reading. */
export function supportGoesOn(stage: Stage, readings: Readings): boolean {
  if (stage === 'registered' || stage === 'awarded' || stage === 'withdrawn') return false;
  return stage === 'restart-required' || stage === 'restarted' ? readings['support-during-restart'] === 'open' : true;
}

/** Clause 6.2.2: after a “not met”, for those who had applied before the start and have an arrangement. */
export function mayClaimFurther({ stage, history, noted, opening: { cohort } }: Model, readings: Readings): boolean {
  const afterNotMet = stage === 'criteria-not-met' || stage === 'resubmitted' || stage === 'under-second-review';
  return afterNotMet && hasPriorArrangement(history, cohort.startsOn, noted['notMetOn'] as PlainDate, readings);
}

export function openDeadline({ stage, opening: { cohort } }: Model): Deadline | undefined {
  const due = stage === 'in-programme' ? cohort.submissionDeadline : stage === 'criteria-not-met' ? cohort.resubmissionDeadline : undefined;
  return due && { due, owedBy: 'participant', clause: stage === 'in-programme' ? 'support/4.4' : 'support/6.2.3', set: 'by-cohort' };
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .map(([key, each]) => [key, sorted(each)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;
const sameEvent = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Clause 6.2.2, of a later portfolio: what was applied for or arranged before the first one may serve it. */
export function ofEarlierPortfolio(
  { opening, history, noted }: Pick<Model, 'opening' | 'history' | 'noted'>,
  readings: Readings,
): readonly Need[] {
  if (opening.portfolio === 1 || hasPriorArrangement(history, opening.cohort.startsOn, noted['notMetOn'] as PlainDate, readings)) return [];
  switch (readings['adjustments-after-restart']) {
    case 'lapses':
      return [];
    case 'serves':
      return [{ kind: 'fact', name: 'adjustmentsAppliedOn' }];
    case 'not-settled-here':
      return [{ kind: 'judgement', by: 'set', of: 'whether an application or arrangement made for an earlier portfolio serves this one' }];
  }
}
