// What this application does for itself: the desk of a college that answers its own participants, and lists what is to be done.
import { assessAdjustmentRequest, explain, position, type Case, type PlainDate } from 'professional-status';

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
  readonly due?: string;
}

/** What the participants of the college owe on a day, the most urgent first. */
export function tasks(cases: readonly Case[], today: PlainDate): readonly Task[] {
  return cases
    .filter((each) => each.registeredOn <= today)
    .flatMap((each) =>
      position(each, today)
        .duties.filter(({ owedBy }) => owedBy === 'participant')
        .map(({ what, deadline }): Task => ({ participant: each.participant, what, ...(deadline && { due: deadline.due }) })),
    )
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}
