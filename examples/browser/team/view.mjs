// The team's view: a whole register from CSV, read and decided by the cohort example, shown with what is overdue first.
import { inOrder } from 'professional-status';
import { Unusable, quoted } from '../../cohort/csv.mjs';
import { decide } from '../../cohort/decide.mjs';
import { readEvents } from '../../cohort/read.mjs';
import { $, fill, h, table } from '../dom.mjs';
import { announce, drawnFrom, noAnswer, saidOf, sayAll } from '../fields.mjs';
import { policyOf } from '../policy.mjs';
import { caseIn } from '../state.mjs';
import { send } from '../store.mjs';
import { inWords, label, plural, statusWords } from '../words.mjs';
import { drawForm } from './load.mjs';

/** @import { Duty, PlainDate } from 'professional-status' */
/** @import { Decided } from '../../cohort/decide.mjs' */
/** @import { State } from '../state.mjs' */
/** @typedef {Decided['people'][number]} Person */

const draw = drawnFrom(drawForm);

/** Shows what is loaded, decided under the policy of the switches. @param {State} state @param {boolean} anew */
export function showCohort(state, anew) {
  const { cohorts, file, asOf, wrong } = state.register;
  draw(state, anew, [cohorts]);
  const problems = saidOf(wrong);
  sayAll(['cohort-as-of'], problems);
  if (problems['cohort-as-of'] !== undefined)
    return noAnswer('cohort', 'There is no answer: this date cannot be so', [['Where they stand on', problems['cohort-as-of']]]);
  /** @type {HTMLInputElement} */ ($('cohort-as-of')).value = asOf;
  if (file === undefined)
    return fill('cohort-answer', h('p', { class: 'hint' }, 'Load a cohort, and see who stands where, and what is overdue.'));
  try {
    const known = new Map(cohorts.map((each) => [each.cohort.id, each]));
    const events = readEvents(file.name, file.text, known);
    showPeople(decide({ asOf, cohorts: known, events, appeals: undefined, policy: policyOf(state) }), asOf);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    fill('cohort-answer', h('h2', {}, 'Nothing in this file can be decided'), h('p', { class: 'problems' }, error.message));
    announce(error.message);
  }
}

/** @param {Decided} decided @param {PlainDate} asOf */
function showPeople({ people, problems, undecidable, events }, asOf) {
  const overdue = people.filter(({ position }) => position?.duties.some(({ status }) => status === 'overdue')).length;
  const line = `${plural(people.length, 'participant')} on ${inWords(asOf)}: ${overdue} overdue${problems.length > 0 ? `; ${plural(problems.length, 'row')} cannot be read` : ''}`;
  const wrong = problems.map(({ line: at, column, name, received, expected }) => {
    const where = `Line ${at}, column ${column}${name === '' ? '' : ` (${name})`}`;
    return h('li', {}, h('strong', {}, where), `: received ${quoted(received)}; ${expected}`);
  });
  const undecided = undecidable.map(({ id, why }) => h('li', {}, h('strong', {}, id), `: ${why}`));
  fill(
    'cohort-answer',
    h('h2', { class: 'line', tabindex: -1 }, line),
    ...(wrong.length > 0
      ? [h('h3', {}, 'Rows that cannot be read'), h('p', {}, 'All other rows are decided.'), h('ul', { class: 'problems' }, wrong)]
      : []),
    ...(undecided.length > 0 ? [h('h3', {}, 'Participants who cannot be decided'), h('ul', { class: 'problems' }, undecided)] : []),
    table(
      `Participants of ${events.file}, what is overdue first`,
      ['Participant', 'Cohort', 'Stage', 'Waits for', 'Due', 'How it stands'],
      inUrgency(people).map(({ person, duty }) => rowOf(person, duty, asOf)),
    ),
  );
  announce(line);
}

/** @type {Record<string, number>} */
const rank = { overdue: 0, 'due-today': 1, upcoming: 2, 'limit-not-known': 3, 'no-limit-stated': 4, lapsed: 5 };

/** Each with the duty that is nearest, what is overdue first. @param {readonly Person[]} people */
function inUrgency(people) {
  return people
    .map((person) => {
      const all = person.position?.duties ?? [];
      const duty = all.find(({ status }) => status !== 'lapsed') ?? all[0];
      return { person, duty, place: duty === undefined ? 9 : (rank[duty.status] ?? 8), due: duty?.deadline?.due ?? '' };
    })
    .sort((a, b) => a.place - b.place || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** @param {Person} person @param {Duty | undefined} duty @param {PlainDate} asOf */
function rowOf(person, duty, asOf) {
  const last = person.cases.at(-1);
  return [
    h('button', { type: 'button', class: 'link', onclick: () => openPerson(person, asOf) }, person.id),
    last ? last.cohort.id : person.registered.registration.cohort.id,
    last ? label('stage', last.stage) : 'Not registered yet',
    duty ? `${label('role', duty.owedBy)}${duty.kind === 'opportunity' ? ' may' : ''}: ${label('duty', duty.what).toLowerCase()}` : '',
    duty?.deadline ? inWords(duty.deadline.due) : '',
    duty ? h('span', { class: `status ${duty.status}` }, statusWords(duty)) : '',
  ];
}

/** @param {Person} person @param {PlainDate} asOf */
function openPerson(person, asOf) {
  const { participant, cohort, ...registered } = person.registered.registration;
  const events = [...person.steps.map(({ row }) => row.event), ...person.ahead.map(({ event }) => event)];
  const shown = caseIn(cohort, { participant, ...registered, events: events.length > 0 ? inOrder(events) : [], asOf });
  if (!send({ type: 'case-opened', case: shown })) return;
  $('case-answer').querySelector('h2')?.focus();
  scrollTo(0, 0);
}
