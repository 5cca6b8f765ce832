// What this application does for itself: the desk of a college that answers its own participants, and lists what is to be done.
import { assessAdjustmentRequest, explain, position, type Case, type Duty, type PlainDate } from 'professional-status';

/** What the desk writes back to someone who asks for an adjustment. */
export function reply(requestedOn: PlainDate, programmeStartsOn: PlainDate): { readonly subject: string; readonly text: string } {
  const decision = assessAdjustmentRequest({ requestedOn, programmeStartsOn });
  const subject = {
    timely: 'We have your request',
    late: 'We have your request, which came late',
    'no-notice-asked': 'No notice is needed',
  };
  return { subject: subject[decision.outcome], text: explain(decision).line };
}

export interface Task {
  readonly participant: string;
  readonly what: string;
  /** Whether the policy asks it of the participant, or gives them the right to it. */
  readonly kind: Duty['kind'];
  readonly due?: string;
}

/** What the participants of the college are to do, or may do, on a day, the most urgent first. What is too late to be done is left out. */
export function tasks(cases: readonly Case[], today: PlainDate): readonly Task[] {
  return cases
    .filter((each) => each.registeredOn <= today)
    .flatMap((each) =>
      position(each, today)
        .duties.filter(({ owedBy, status }) => owedBy === 'participant' && status !== 'lapsed')
        .map(({ what, kind, deadline }): Task => ({ participant: each.participant, what, kind, ...(deadline && { due: deadline.due }) })),
    )
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}
