// A whole cohort from CSV: read and decided by the cohort example, shown with what is overdue first.
import { inOrder } from 'professional-status';
import { Unusable, quoted } from '../cohort/csv.mjs';
import { decide } from '../cohort/decide.mjs';
import { readEvents } from '../cohort/read.mjs';
import { readOwnCohorts } from './cohorts.mjs';
import { $, fill, h, table } from './dom.mjs';
import { momentField, noAnswer, noteOf, say } from './fields.mjs';
import { caseIn, changed, cohorts, go, policy, sample, state } from './state.mjs';
import { inWords, plural, statusWords, title, words } from './words.mjs';

/** @import { Duty, PlainDate } from 'professional-status' */
/** @typedef {Duty & { readonly kind?: string }} Due */

/** What is loaded and drawn. @type {unknown} */
let drawn;

/** Shows what is loaded, decided under the policy of the switches. @param {boolean} anew */
export function showCohort(anew) {
  if (anew || drawn !== state.register) drawForm();
  drawn = state.register;
  showAnswer();
}

function drawForm() {
  const of = state.register;
  const asOf = momentField({
    id: 'cohort-as-of',
    label: 'Where they stand on',
    kind: 'date',
    value: of.asOf,
    set: ({ value, wrong }) => {
      of.wrong = value === '' ? { 'cohort-as-of': wrong ?? 'A day is needed.' } : {};
      if (value !== '') of.asOf = /** @type {PlainDate} */ (value);
      changed();
    },
  });
  fill(
    'cohort-form',
    h(
      'p',
      {},
      'A file of dated events, one to a row, with the columns participant, type, when, cohort, reviewOutcome. It is read on this page and sent nowhere.',
    ),
    h('button', { type: 'button', id: 'load-sample', onclick: () => load(sample()) }, 'Load the sample cohort'),
    fileField('csv', 'Or a CSV file of your own', '.csv,text/csv', (name, text) => load({ file: { name, text } })),
    h('p', { id: 'cohorts-known', class: 'hint' }),
    fileField('cohorts-file', 'Cohorts of your own (.csv or .json)', '.csv,.json,text/csv,application/json', (name, text) =>
      load({ cohorts: readOwnCohorts(name, text), cohortsFrom: name }),
    ),
    h(
      'details',
      {},
      h('summary', {}, 'What a file of cohorts holds'),
      h(
        'p',
        {},
        'As CSV, a row for each cohort with the columns id, programme (QTLS or ATS) and startsOn; if they are known, also entryOpens, entryCloses, submissionDeadline, resubmissionDeadline and resultsOn. A day is written 2025-10-01, a deadline in London’s time 2026-03-31 17:00. They take the place of the samples.',
      ),
    ),
    asOf.field,
  );
}

/** A field for a file, which says at itself why it cannot be read. @param {string} id @param {string} label @param {string} accept @param {(name: string, text: string) => void} take */
function fileField(id, label, accept, take) {
  const file = /** @type {HTMLInputElement} */ (
    h('input', {
      id,
      type: 'file',
      accept,
      'aria-describedby': `needed-${id}`,
      onchange: async () => {
        const chosen = file.files?.[0];
        if (!chosen) return;
        const text = await chosen.text();
        try {
          say(id, '');
          take(chosen.name, text);
        } catch (error) {
          if (!(error instanceof Unusable)) throw error;
          say(id, error.message, true);
          $('announced').textContent = error.message;
        }
      },
    })
  );
  return h('div', { class: 'field' }, h('label', { for: id }, label), file, noteOf(id));
}

/** @param {Partial<typeof state.register>} more */
function load(more) {
  Object.assign(state.register, more);
  changed();
}

/** Decides what was loaded, under the policy of the switches. */
function showAnswer() {
  const { cohorts: known, cohortsFrom, file, asOf, wrong } = state.register;
  const ids = cohorts().map(({ id }) => id);
  $('cohorts-known').textContent =
    cohortsFrom === undefined
      ? `The cohorts known here are samples of 2020 to 2022: ${ids.join(', ')}. Participants of any other need a file of cohorts.`
      : `The cohorts known here are those of ${cohortsFrom}: ${ids.join(', ')}.`;
  const problems = Object.entries(wrong);
  say('cohort-as-of', wrong['cohort-as-of'] ?? '', problems.length > 0);
  if (problems.length > 0)
    return noAnswer(
      'cohort',
      'There is no answer: this date cannot be so',
      problems.map(([, message]) => ['Where they stand on', message]),
    );
  if (file === undefined)
    return fill('cohort-answer', h('p', { class: 'hint' }, 'Load a cohort, and see who stands where, and what is overdue.'));
  try {
    const events = readEvents(file.name, file.text, known);
    show(decide({ asOf, cohorts: known, events, appeals: undefined, policy: policy() }), asOf);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    fill('cohort-answer', h('h2', {}, 'Nothing in this file can be decided'), h('p', { class: 'problems' }, error.message));
    $('announced').textContent = error.message;
  }
}

/** @param {import('../cohort/decide.mjs').Decided} decided @param {PlainDate} asOf */
function show({ people, problems, undecidable, events }, asOf) {
  /** @type {Record<string, number>} */
  const rank = { overdue: 0, 'due-today': 1, upcoming: 2, 'limit-not-known': 3, 'no-limit-stated': 4, lapsed: 5 };
  const rows = people
    .map((person) => {
      /** @type {readonly Due[]} */
      const all = person.position?.duties ?? [];
      const duty = all.find(({ status }) => String(status) !== 'lapsed') ?? all[0];
      return { person, duty, place: duty === undefined ? 9 : (rank[duty.status] ?? 8), due: duty?.deadline?.due ?? '' };
    })
    .sort((a, b) => a.place - b.place || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ person, duty }) => {
      const last = person.cases.at(-1);
      const open = () => {
        const { participant, cohort, ...registered } = person.registered.registration;
        const events = [...person.steps.map(({ row }) => row.event), ...person.ahead.map(({ event }) => event)];
        const shown = caseIn(cohort, { participant, ...registered, events: events.length > 0 ? inOrder(events) : [], asOf });
        if (!go({ view: 'case', example: '', case: shown }, 'push')) return;
        $('case-answer').querySelector('h2')?.focus();
        scrollTo(0, 0);
      };
      return [
        h('button', { type: 'button', class: 'link', onclick: open }, person.id),
        last ? last.cohort.id : person.registered.registration.cohort.id,
        last ? title(last.stage) : 'Not registered yet',
        duty ? `${words(duty.owedBy)}${duty.kind === 'opportunity' ? ' may' : ''}: ${words(duty.what)}` : '',
        duty?.deadline ? inWords(duty.deadline.due) : '',
        duty ? h('span', { class: `status ${duty.status}` }, statusWords(duty)) : '',
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
