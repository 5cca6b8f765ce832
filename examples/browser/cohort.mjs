// A whole cohort from CSV: read and decided by the cohort example, shown with what is overdue first.
import { Unusable, quoted } from '../cohort/csv.mjs';
import { decide } from '../cohort/decide.mjs';
import { readEvents } from '../cohort/read.mjs';
import { $, fill, h, table } from './dom.mjs';
import { policy } from './state.mjs';
import { inWords, isDate, plural, title, words } from './words.mjs';

/** @import { PlainDate, CaseEvent, Registration } from 'professional-status' */
/** @import { KnownCohorts } from '../cohort/read.mjs' */

/** What was loaded; it stays on this page. @type {{ name: string, text: string, asOf: PlainDate } | undefined} */
let loaded;
/** @type {{ sample: string, cohorts: KnownCohorts, open: (registration: Registration, events: readonly CaseEvent[], asOf: PlainDate) => void }} */
let given;

/** @param {typeof given} parts */
export function prepareCohort(parts) {
  given = parts;
  const file = /** @type {HTMLInputElement} */ (
    h('input', {
      id: 'csv',
      type: 'file',
      accept: '.csv,text/csv',
      onchange: async () => {
        const chosen = file.files?.[0];
        if (chosen) load(chosen.name, await chosen.text());
      },
    })
  );
  const asOf = /** @type {HTMLInputElement} */ (
    h('input', {
      id: 'cohort-as-of',
      type: 'date',
      value: '2022-03-31',
      onchange: () => {
        if (loaded && isDate(asOf.value)) loaded.asOf = /** @type {PlainDate} */ (asOf.value);
        showCohort();
      },
    })
  );
  fill(
    'cohort-form',
    h(
      'p',
      {},
      'A file of dated events, one to a row, with the columns participant, type, when, cohort, reviewOutcome. It is read on this page and sent nowhere.',
    ),
    h('button', { type: 'button', id: 'load-sample', onclick: loadSample }, 'Load the sample cohort'),
    h('label', { class: 'field' }, h('span', {}, 'Or a CSV file of your own'), file),
    h('label', { class: 'field' }, h('span', {}, 'Where they stand on'), asOf),
  );
}

export function loadSample() {
  load('events.csv', given.sample);
}

/** @param {string} name @param {string} text */
function load(name, text) {
  const asOf = /** @type {HTMLInputElement} */ ($('cohort-as-of')).value;
  loaded = { name, text, asOf: isDate(asOf) ? /** @type {PlainDate} */ (asOf) : '2022-03-31' };
  showCohort();
}

/** Decides what was loaded, under the policy of the switches. */
export function showCohort() {
  if (loaded === undefined)
    return fill('cohort-answer', h('p', { class: 'hint' }, 'Load a cohort, and see who stands where, and what is overdue.'));
  const { name, text, asOf } = loaded;
  try {
    const events = readEvents(name, text, given.cohorts);
    show(decide({ asOf, cohorts: given.cohorts, events, appeals: undefined, policy: policy() }), asOf);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    fill('cohort-answer', h('h2', {}, 'Nothing in this file can be decided'), h('p', { class: 'problems' }, error.message));
    $('announced').textContent = error.message;
  }
}

/** @param {import('../cohort/decide.mjs').Decided} decided @param {PlainDate} asOf */
function show({ people, problems, undecidable, events }, asOf) {
  const rank = { overdue: 0, 'due-today': 1, upcoming: 2, 'no-limit-stated': 3 };
  const rows = people
    .map((person) => {
      const [duty] = person.position?.duties ?? [];
      return { person, duty, place: duty === undefined ? 9 : rank[duty.status], due: duty?.deadline?.due ?? '' };
    })
    .sort((a, b) => a.place - b.place || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ person, duty }) => {
      const last = person.cases.at(-1);
      const open = () =>
        given.open(
          person.registered.registration,
          [...person.steps.map(({ row }) => row.event), ...person.ahead.map(({ event }) => event)],
          asOf,
        );
      return [
        h('button', { type: 'button', class: 'link', onclick: open }, person.id),
        last ? last.cohort.id : person.registered.registration.cohort.id,
        last ? title(last.stage) : 'Not registered yet',
        duty ? `${words(duty.owedBy)}: ${words(duty.what)}` : '',
        duty?.deadline ? inWords(duty.deadline.due) : '',
        duty ? h('span', { class: `status ${duty.status}` }, duty.status === 'overdue' ? '⚠ overdue' : words(duty.status)) : '',
      ];
    });
  const overdue = people.filter(({ position }) => position?.duties.some(({ status }) => status === 'overdue')).length;
  const line = `${plural(people.length, 'participant')} on ${inWords(asOf)}: ${overdue} overdue${problems.length > 0 ? `; ${plural(problems.length, 'row')} cannot be read` : ''}`;
  const wrong = problems.map(({ line: at, column, name, received, expected }) =>
    h(
      'li',
      {},
      h('strong', {}, `Line ${at}, column ${column}${name === '' ? '' : ` (${name})`}`),
      `: received ${quoted(received)}; ${expected}`,
    ),
  );
  fill(
    'cohort-answer',
    h('h2', { class: 'line', tabindex: -1 }, line),
    wrong.length > 0 && h('h3', {}, 'Rows that cannot be read'),
    wrong.length > 0 && h('p', {}, 'All other rows are decided.'),
    wrong.length > 0 && h('ul', { class: 'problems' }, wrong),
    undecidable.length > 0 && h('h3', {}, 'Participants who cannot be decided'),
    undecidable.length > 0 &&
      h(
        'ul',
        { class: 'problems' },
        undecidable.map(({ id, why }) => h('li', {}, h('strong', {}, id), `: ${why}`)),
      ),
    table(
      `Participants of ${events.file}, what is overdue first`,
      ['Participant', 'Cohort', 'Stage', 'Waits for', 'Due', 'How it stands'],
      rows,
    ),
  );
  $('announced').textContent = line;
}
