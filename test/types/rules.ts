// What must not compile: each line under `@ts-expect-error` is a mistake that the types stop. Checked by `npm run typecheck`; nothing here runs.
import {
  assessAdjustmentRequest,
  assessResubmission,
  compare,
  noticeDeadline,
  standardPolicy,
  type FactsOf,
  type OutcomeOf,
  type PlainDate,
} from '../../src/index.js';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import { steps } from '../../src/decision/steps.js';
import { icalendar } from '../../src/diary/index.js';

const requestedOn = '2020-12-11';
const programmeStartsOn = '2021-01-10';
declare const typedIn: string;

assessAdjustmentRequest({ requestedOn, programmeStartsOn } satisfies FactsOf<typeof assessAdjustmentRequest>);

// @ts-expect-error -- a fact left out
assessAdjustmentRequest({ requestedOn });
// @ts-expect-error -- a fact that the rule does not know
assessAdjustmentRequest({ requestedOn, programmeStartsOn, asOf: requestedOn });
// @ts-expect-error -- a word that is not in the vocabulary
assessAdjustmentRequest({ requestedOn, programmeStartsOn, requirement: 'parking' });
// @ts-expect-error -- not the shape of a date
assessAdjustmentRequest({ requestedOn: 'yesterday', programmeStartsOn });
// @ts-expect-error -- any text is not a date until plainDate() has read it
assessAdjustmentRequest({ requestedOn: typedIn, programmeStartsOn });
// @ts-expect-error -- not an outcome of this rule
export const outcome: OutcomeOf<typeof assessAdjustmentRequest> = 'award';

const request = assessAdjustmentRequest({ requestedOn, programmeStartsOn });
export const latestTimely: PlainDate = request.detail.latestTimely; // whole facts always settle this rule
const { smallest } = compare(standardPolicy, standardPolicy, { rule: noticeDeadline });
export const latestBefore: PlainDate | undefined = smallest?.before.settled ? smallest.before.detail.latestTimely : undefined;
// @ts-expect-error -- not a detail of the rule that is compared
export const due: unknown = smallest?.after.settled ? smallest.after.detail.responseDue : undefined;
// @ts-expect-error -- answers are read-only
request.outcome = 'timely';

const resubmission = assessResubmission({ resubmissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-01' });
// @ts-expect-error -- an open rule may be undetermined, and then has no detail
export const unsure: unknown = resubmission.detail;
export const sure: unknown = resubmission.settled && resubmission.detail;

const { test } = steps<{ readonly requestedOn: PlainDate; readonly programmeStartsOn: PlainDate }>();
test({
  clause: 'support/3.1.1',
  uses: ['requestedOn'],
  // @ts-expect-error -- a test sees only the facts that it declares
  holds: ({ programmeStartsOn: start }) => start === requestedOn,
});
test({
  // @ts-expect-error -- not in the register of clauses
  clause: 'support/99',
  uses: ['requestedOn'],
  holds: ({ requestedOn: on }) => on === programmeStartsOn,
});

// An option that is left out may be given as undefined, also where TypeScript tells the two apart.
icalendar([], { id: 'p-1', host: undefined, previous: undefined });
compare(standardPolicy, standardPolicy, { rule: noticeDeadline, rows: undefined });
workingCalendar({ base: englandAndWales, id: 'ours', version: '1', add: undefined, remove: undefined, closures: undefined });
