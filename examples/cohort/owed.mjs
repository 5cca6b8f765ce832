// What is owed, by whom and by when, and what may be done: duties, opportunities, answers to appeals, restarts, and what was asked for in time or late.
import { OutsideCalendar, assessAdjustmentRequest, plainDate, standardPolicy } from 'professional-status';
import { workingDaysBetween } from 'professional-status/calendar';
import { refusals } from './decide.mjs';
import { clock, limitOf, listed, mark, marked, paragraph, section, starred, words } from './text.mjs';

/** @import { Duty, Instant, PlainDate } from 'professional-status' */
/** @import { Decided, DecidedAppeal, Owed, Person, Restart } from './decide.mjs' */

/** How far the list of coming duties reaches, in days. */
const HORIZON = 100;

/** What is owed, or what somebody may do and nobody owes, by how it stands on the day. @param {Decided} decided @param {Duty['kind']} kind */
export const standing =
  ({ owed }, kind) =>
  (/** @type {readonly Duty['status'][]} */ ...among) =>
    owed.filter(({ duty }) => duty.kind === kind && among.includes(duty.status)).sort(byDeadline);

/** By deadline, those without one last, in the order in which they came. @param {Owed} one @param {Owed} two */
function byDeadline(one, two) {
  const [a, b] = [one, two].map(({ duty }) => duty.deadline?.due ?? '~');
  return order(String(a), String(b));
}

/** @param {readonly Owed[]} upcoming */
const within = (upcoming) => upcoming.filter(({ duty }) => (duty.daysLeft ?? 0) <= HORIZON);

/** @param {Decided} decided */
export function duties(decided) {
  const of = standing(decided, 'duty');
  const upcoming = of('upcoming');
  const soon = within(upcoming);
  const first = upcoming[soon.length]?.duty.deadline?.due;
  const later = first === undefined ? '' : `  due later: ${upcoming.length - soon.length}, from ${clock(first)} on`;
  /** @param {readonly Owed[]} some */
  const rows = (some) => some.map((each) => [...dueOf(each, decided.cohorts), ...cells(each)]);
  /** @param {Duty['status']} status */
  const undated = (status) => byName(of(status)).map(cells);
  const unknown = undated('limit-not-known');
  const overdueHeads = datedHeads.map((head) => head.replace('left', 'overdue'));
  return [
    listed('DUTIES OVERDUE', overdueHeads, rows(of('overdue'))),
    listed('DUTIES DUE ON THE DAY', datedHeads, rows(of('due-today'))),
    listed(`DUTIES COMING WITHIN ${HORIZON} DAYS`, datedHeads, rows(soon), later),
    listed('DUTIES FOR WHICH THE POLICY STATES NO LIMIT', heads, undated('no-limit-stated')),
    ...(unknown.length > 0 ? [listed('DUTIES OF WHICH THE LIMIT IS NOT KNOWN (set by the cohort; not known here)', heads, unknown)] : []),
  ];
}

/** The day in three lines: what is overdue, what is due, and what somebody has to look at. @param {Decided} decided */
export function inShort(decided) {
  const of = standing(decided, 'duty');
  const overdue = of('overdue');
  const [longest] = overdue;
  const since =
    longest?.duty.daysLeft === undefined ? '' : `, the longest ${plural(-longest.duty.daysLeft, 'day')} overdue (${longest.person.id})`;
  const { people, problems, undecidable } = decided;
  const [refused, unread] = [plural(refusals(people).length, 'refused event'), plural(problems.length, 'row')];
  return [
    `Overdue: ${plural(overdue.length, 'duty', 'duties')}${since}.`,
    `Due: ${plural(of('due-today').length, 'duty', 'duties')} today, and ${within(of('upcoming')).length} more within ${HORIZON} days.`,
    `To look at: ${refused}, ${unread} that cannot be read, ${plural(undecidable.length, 'participant')} who cannot be decided.`,
  ].join('\n');
}

/** @param {number} n @param {string} one @param {string} [many] */
function plural(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}

/** What somebody may do and nobody owes. Those whose time is over are only counted. @param {Decided} decided */
export function opportunities(decided) {
  const of = standing(decided, 'opportunity');
  const open = of('due-today', 'upcoming', 'limit-not-known', 'no-limit-stated');
  const dated = open.filter(({ duty }) => duty.deadline !== undefined);
  const others = byName(open.filter(({ duty }) => duty.deadline === undefined));
  const rows = [
    ...dated.map((each) => [...dueOf(each, decided.cohorts), ...cells(each)]),
    ...others.map((each) => [limitOf(each.duty), '-', '-', ...cells(each)]),
  ];
  const over = of('lapsed').map(({ person, duty }) => `${person.id}${mark(person)} (${words(duty.what)}, up to ${limitOf(duty)})`);
  const after = over.length === 0 ? '' : paragraph(`time is over: ${over.join('; ')}`, 2);
  return listed('WHAT MAY BE DONE, and nobody has to', ['up to', '>days left', '>working days', 'who may', ...heads.slice(1)], rows, after);
}

/** @param {Owed[]} some */
const byName = (some) => some.sort((a, b) => order(a.duty.what, b.duty.what));

/** @param {string} a @param {string} b */
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const heads = ['owed by', 'what', 'participant', 'cohort', 'clause'];
const datedHeads = ['due', '>days left', '>working days', ...heads];

/** @param {Owed} owed */
function cells({ person, cohort, duty }) {
  return marked(person, [words(duty.owedBy), words(duty.what), person.id, cohort.id, duty.clause]);
}

/** @param {Owed} owed @param {Decided['cohorts']} cohorts */
function dueOf({ cohort, duty }, cohorts) {
  const name = duty.what === 'submit-portfolio' ? 'submissionDeadline' : 'resubmissionDeadline';
  const due = starred(cohorts.get(cohort.id), name, duty.deadline?.due);
  /** @param {number | undefined} left */
  const days = (left) => (left === undefined ? 'not known' : String(duty.status === 'overdue' ? -left : left));
  return [due, days(duty.daysLeft), days(duty.workingDaysLeft)];
}

/** @param {Decided} decided */
export function appeals({ appeals: given, decidedAppeals, asOf, people }) {
  if (given === undefined) return '';
  const titles = ['participant', 'received', 'outcome', 'answer due', 'answered', 'answer is', '>working days'];
  const rows = decidedAppeals.map((each) =>
    marked(
      people.find(({ id }) => id === each.row.participant),
      appealRow(each, asOf),
    ),
  );
  return listed('SUPPORT APPEALS (support/9.1; the answer is owed by the Professional Status Team)', titles, rows);
}

/** @param {DecidedAppeal} decided @param {PlainDate} asOf */
function appealRow({ row: { participant, facts }, decision }, asOf) {
  const { responseDue, responded = '-' } = decision.settled ? decision.detail : {};
  const answeredOn = facts.respondedOn ?? 'none';
  const answered = answeredOn !== 'none' && answeredOn <= asOf;
  return [
    participant,
    clock(facts.receivedAt),
    words(decision.outcome),
    responseDue?.due ?? '-',
    answered ? answeredOn : '-',
    responseDue ? words(responded) : '-',
    responseDue && !answered ? workingDaysTo(responseDue.due, asOf) : '-',
  ];
}

/** @param {PlainDate | Instant} due @param {PlainDate} asOf */
function workingDaysTo(due, asOf) {
  try {
    const left = workingDaysBetween(asOf, plainDate(due.slice(0, 10)), standardPolicy.calendar);
    return left < 0 ? `${-left} overdue` : String(left);
  } catch (error) {
    if (error instanceof OutsideCalendar) return 'not known';
    throw error;
  }
}

/** @param {Decided} decided */
export function adjustments({ people }) {
  const titles = ['participant', 'cohort', 'requested', 'registered', 'timely up to', '>days to spare', 'so it is', 'and'];
  const rows = people.flatMap((person) =>
    person.steps.flatMap(({ row: { event }, step }) => {
      if (event.type !== 'adjustments-requested' || !step.accepted) return [];
      const { cohort, registeredOn } = step.case;
      const { outcome, detail } = assessAdjustmentRequest({ requestedOn: event.on, programmeStartsOn: cohort.startsOn });
      const { latestTimely, marginDays, effect } = detail;
      const spare = marginDays < 0 ? `${-marginDays} late` : String(marginDays);
      return [marked(person, [person.id, cohort.id, event.on, registeredOn, latestTimely, spare, outcome, words(effect)])];
    }),
  );
  return listed('ADJUSTMENT REQUESTS (support/3.1.1)', titles, rows);
}

/** @param {Decided} decided */
export function restarts({ people }) {
  const titles = ['participant', 'from', 'counted from', 'because', 'next available', 'restarted with', 'on'];
  const rows = people.flatMap((person) => person.restarts.map((restart) => restartRow(person, restart)));
  const unrecorded = people
    .filter((person) => person.restarts.some(({ isRecorded }) => !isRecorded))
    .map((person) => person.id + mark(person));
  return section(
    listed('RESTARTS (support/6.2.3)', titles, rows),
    unrecorded.length === 0 ? '' : paragraph(`the missed deadline is not recorded: ${unrecorded.join(', ')}`, 2),
    paragraph('A restart has an administration fee. The terms and conditions say how much it is. That part is not included here.', 2),
  );
}

/** @param {Person} person @param {Restart} restart */
function restartRow(person, { from, found, made }) {
  const { id, cases } = person;
  const next = found.cohort?.id ?? 'none known';
  const chosen = made?.next.cohort.id ?? (cases.at(-1)?.stage === 'withdrawn' ? 'withdrawn' : 'not yet');
  const other = made && chosen !== next ? `${chosen} (another)` : chosen;
  return marked(person, [id, from.cohort.id, from.restartFrom, words(from.reason), next, other, made?.restartedOn ?? '']);
}
