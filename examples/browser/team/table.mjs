// The table of a register: whom it shows, in what order, and what can be done with it.
import { inOrder, labels } from 'professional-status';
import { $, button, choice, download, h, table } from '../dom.mjs';
import { caseIn } from '../state.mjs';
import { now, send } from '../store.mjs';
import { inWords, label, plural, statusWords } from '../words.mjs';

/** @import { Duty, PlainDate } from 'professional-status' */
/** @import { Decided } from '../../cohort/decide.mjs' */
/** @import { RegisterShown, State } from '../state.mjs' */
/** @typedef {Decided['people'][number]} Person */
/** @typedef {{ person: Person, duty: Duty | undefined }} Row a participant, and the duty that is nearest */

const heads = ['Participant', 'Cohort', 'Stage', 'Waits for', 'Due', 'How it stands'];

/** The table, with who is shown in it. @param {State} state @param {readonly Person[]} people @param {string} file */
export function tableOf({ register: { asOf, filter } }, people, file) {
  const all = inUrgency(people);
  const shown = all.filter((row) => isShown(row, filter));
  const save = () => download('participants.csv', 'text/csv', csvOf([heads, ...shown.map(cellsOf)]));
  const stages = optionsOf(all.map(stageOf), filter.stage, stageName);
  const statuses = optionsOf(
    all.flatMap(({ duty }) => (duty ? [duty.status] : [])),
    filter.status,
    (status) => statusWords({ status }),
  );
  return [
    h(
      'div.keep.filters',
      textFilter(filter.text),
      choiceFilter('Stage', 'stage', stages, filter),
      choiceFilter('How it stands', 'status', statuses, filter),
      button('Download these rows (.csv)', save, { id: 'save-table' }),
    ),
    table(
      `${plural(shown.length, 'participant')} of ${all.length} in ${file}, what is overdue first`,
      heads,
      shown.map((row) => nodesOf(row, asOf)),
    ),
  ];
}

/** @param {Partial<RegisterShown['filter']>} changes */
const choose = (changes) => send({ type: 'register-changed', changes: { filter: { ...now().register.filter, ...changes } } });

/** @param {string} text */
function textFilter(text) {
  const input = h('input', { id: 'filter-text', type: 'search', value: text, onchange: () => choose({ text: input.value }) });
  return h('label.field', h('span', 'Participant or cohort'), input);
}

/** @param {string} name @param {'stage' | 'status'} of @param {readonly (readonly [string, string])[]} options @param {RegisterShown['filter']} filter */
function choiceFilter(name, of, options, filter) {
  const take = (/** @type {string} */ chosen) => choose({ [of]: chosen });
  return choice(name, [['', 'all'], ...options], { id: `filter-${of}`, value: filter[of], take }).field;
}

/** Whether a row is one of those that are asked for. @param {Row} row @param {RegisterShown['filter']} filter */
function isShown(row, { text, stage, status }) {
  const isNamed = [row.person.id, cohortOf(row.person)].some((each) => each.toLowerCase().includes(text.trim().toLowerCase()));
  return isNamed && (stage === '' || stage === stageOf(row)) && (status === '' || status === row.duty?.status);
}

/** What can be asked for, with how often it comes: what there is, and what is asked for already. @param {readonly string[]} there @param {string} chosen @param {(code: string) => string} name */
function optionsOf(there, chosen, name) {
  const codes = [...new Set([...there, ...(chosen === '' ? [] : [chosen])])];
  return codes.map((code) => /** @type {const} */ ([code, `${name(code)} (${there.filter((each) => each === code).length})`]));
}

/** @type {Record<string, number>} */
const rank = { overdue: 0, 'due-today': 1, upcoming: 2, 'limit-not-known': 3, 'no-limit-stated': 4, lapsed: 5 };

/** Each with the duty that is nearest, what is overdue first. @param {readonly Person[]} people @returns {readonly Row[]} */
function inUrgency(people) {
  return people
    .map((person) => {
      const all = person.position?.duties ?? [];
      const duty = all.find(({ status }) => status !== 'lapsed') ?? all[0];
      return { person, duty, place: duty === undefined ? 9 : (rank[duty.status] ?? 8), due: duty?.deadline?.due ?? '' };
    })
    .sort((a, b) => a.place - b.place || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

const NOT_YET = 'not-registered';
/** @param {Row} row */
const stageOf = ({ person }) => person.cases.at(-1)?.stage ?? NOT_YET;
/** @param {string} stage */
const stageName = (stage) => (stage === NOT_YET ? 'Not registered yet' : label('stage', stage));
/** @param {Person} person */
const cohortOf = ({ cases, registered }) => (cases.at(-1)?.cohort ?? registered.registration.cohort).id;

/** @param {Row} row @returns {string[]} */
function cellsOf({ person, duty }) {
  const waits = duty ? `${label('role', duty.owedBy)}${duty.kind === 'opportunity' ? ' may' : ''}: ${labels.duty[duty.what]}` : '';
  const due = duty?.deadline ? inWords(duty.deadline.due) : '';
  return [person.id, cohortOf(person), stageName(stageOf({ person, duty })), waits, due, duty ? statusWords(duty) : ''];
}

/** @param {Row} row @param {PlainDate} asOf */
function nodesOf(row, asOf) {
  const [id = '', ...cells] = cellsOf(row);
  const status = cells.pop() ?? '';
  const open = button(id, () => openPerson(row.person, asOf), { class: 'link' });
  return [open, ...cells, row.duty ? h('span', { class: `status ${row.duty.status}` }, status) : ''];
}

/** The rows as a file for a spreadsheet. A cell that would be a formula there is written as text. @param {readonly (readonly string[])[]} rows */
function csvOf(rows) {
  const cell = (/** @type {string} */ text) => `"${text.replace(/^[=+@-]/, "'$&").replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
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
