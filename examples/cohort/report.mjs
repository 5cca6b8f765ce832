// The report of a day, in the order in which it is read: faults first, then the cohorts, what is owed, what was refused, and everyone.
import { noticeDeadline, programmeLength, programmeLifecycle, reviewWindow } from 'professional-status';
import { concerns } from './comparison.mjs';
import { recordedAlready, refused, undecidable, unread, unsettled } from './exceptions.mjs';
import { adjustments, appeals, duties, inShort, opportunities, restarts } from './owed.mjs';
import { clock, joined, listed, marked, section, starred, table, words } from './text.mjs';

/** @import { Cohort, Duty } from 'professional-status' */
/** @import { Decided, Person } from './decide.mjs' */

/** @param {Decided} decided */
export function report(decided) {
  return joined([
    inShort(decided),
    header(decided),
    unread(decided),
    undecidable(decided),
    concerns(decided),
    cohorts(decided),
    stages(decided),
    ...duties(decided),
    opportunities(decided),
    appeals(decided),
    adjustments(decided),
    restarts(decided),
    refused(decided),
    recordedAlready(decided),
    unsettled(decided),
    participants(decided),
  ]);
}

/** @param {Decided} decided */
function header({ asOf, events, appeals: given, people, undecidable: left, ahead }) {
  const also = given ? `; ${given.file}: ${given.rows} support appeals` : '';
  return [
    `QTLS and ATS as of ${asOf}, that whole day in London`,
    `${events.file}: ${events.rows} rows, ${people.length + left.length} participants${also}`,
    'Standard policy: the default of every interpretation, working days of England and Wales',
    ...(ahead > 0 ? [`Rows dated after that day, or of those who register after it, which play no part: ${ahead}`] : []),
  ].join('\n');
}

/** @param {Decided} decided */
function cohorts({ cohorts: known }) {
  const all = [...known.values()];
  const heads = ['cohort', 'starts', 'adjustments by', 'submission deadline', 'review expected', 'resubmission deadline', 'months'];
  const rows = all.map((each) => {
    const { id, startsOn, submissionDeadline, resubmissionDeadline } = each.cohort;
    const { latestTimely } = noticeDeadline({ programmeStartsOn: startsOn }).detail;
    const review = reviewExpected(each.cohort);
    return [
      id,
      starred(each, 'startsOn', startsOn),
      starred(each, 'startsOn', latestTimely),
      starred(each, 'submissionDeadline', submissionDeadline),
      review ? `${review.opens} to ${starred(each, 'submissionDeadline', review.closes).slice(5)}` : 'not known',
      starred(each, 'resubmissionDeadline', resubmissionDeadline),
      length(each.cohort),
    ];
  });
  return section(
    'COHORTS (times of London; adjustments: support/3.1.1; review: support/4.4; months as described: support/4.1, 4.2)',
    table(heads, rows),
    all.some(({ illustrative }) => illustrative.length > 0) ? '  * made up for this example, or worked out from a date that is' : '',
  );
}

/** @param {Cohort} cohort */
function reviewExpected({ submissionDeadline }) {
  const window = submissionDeadline && reviewWindow({ submissionDeadline });
  return window?.settled ? window.detail : undefined;
}

/** @param {Cohort} cohort */
function length({ programme, startsOn, submissionDeadline }) {
  if (submissionDeadline === undefined || programmeLength.check({ programme, startsOn, submissionDeadline }).length > 0) return 'not known';
  const { outcome, detail } = programmeLength({ programme, startsOn, submissionDeadline });
  return `${outcome === 'as-described' ? '' : 'not '}${detail.describedMonths}`;
}

/** @param {Decided} decided */
function stages({ cohorts: known, people }) {
  const cases = people.flatMap((person) => person.cases.map(({ stage, cohort }) => ({ stage: words(stage), cohort: cohort.id })));
  const ahead = people.filter((person) => person.cases.length === 0);
  const waiting = ahead.map(({ registered }) => ({ stage: 'not registered yet', cohort: registered.registration.cohort.id }));
  const names = [...(waiting.length > 0 ? ['not registered yet'] : []), ...programmeLifecycle.stages.map(words)];
  const ids = [...known.keys()];
  /** @param {string} name @param {typeof cases} counted */
  const row = (name, counted) => {
    const each = ids.map((id) => counted.filter(({ cohort }) => cohort === id).length);
    return [name, ...[...each, counted.length].map((number) => (number === 0 ? '-' : String(number)))];
  };
  const rows = names.map((name) => {
    const counted = [...waiting, ...cases].filter(({ stage }) => stage === name);
    return row(name, counted);
  });
  const heads = ['stage', ...ids.map((id) => `>${id}`), '>all'];
  return section('STAGES (a restarted participant has a case in each cohort)', table(heads, [...rows, row('all cases', cases)]));
}

/** @param {Decided} decided */
function participants({ people }) {
  const rows = people.map((person) => {
    const last = person.cases.at(-1);
    const { cohort } = last ?? person.registered.registration;
    const stands = last ? [String(last.portfolio), words(last.stage)] : ['-', 'not registered yet'];
    return marked(person, [person.id, cohort.id, ...stands, nextOf(person)]);
  });
  return listed('PARTICIPANTS', ['participant', 'cohort', '>portfolio', 'stage', 'waits for, or how it ended'], rows);
}

/** What a participant's case waits for, or how it ended. @param {Person} person */
function nextOf({ cases, position, registered }) {
  const last = cases.at(-1);
  if (last === undefined || position === undefined) return `registers on ${registered.registration.registeredOn}`;
  const duty = position.duties.find(({ status }) => status !== 'lapsed');
  if (duty) return `${words(duty.owedBy)}${duty.kind === 'opportunity' ? ' may' : ''}: ${words(duty.what)}${dueBy(duty)}`;
  switch (last.stage) {
    case 'awarded':
      return `awarded on ${last.awardedOn}`;
    case 'withdrawn':
      return `withdrawn on ${last.withdrawnOn}`;
    case 'registered':
      return 'the issue of the portfolio';
    case 'submitted':
    case 'under-review': {
      if (last.late) return 'submitted late: what follows is not settled';
      const review = reviewExpected(last.cohort);
      return `the outcome${review ? `; review expected ${review.opens} to ${review.closes}` : ''}`;
    }
    case 'resubmitted':
    case 'under-second-review':
      return 'the outcome of the second review';
    default:
      return '';
  }
}

/** @param {Duty} duty */
function dueBy({ deadline, status, kind }) {
  if (status === 'limit-not-known') return ', by a date that is not known here';
  if (deadline === undefined) return '';
  return `, ${status === 'overdue' ? 'overdue' : kind === 'opportunity' ? 'up to' : 'by'} ${clock(deadline.due)}`;
}
