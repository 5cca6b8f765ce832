// What carries a mark: a step that holds, does not, or is assumed; a duty, or what somebody may do, by how it stands to its limit.
import { h, table } from './dom.mjs';
import { clauseName, inWords, label, statusWords } from './words.mjs';

/** @import { ClauseId, Duty, ExplanationStep } from 'professional-status' */
/** @typedef {Duty & { readonly kind?: string }} Due a duty, or an opportunity */

/** A clause that says, when it is opened, what it says. @param {ClauseId} id */
export function clauseLink(id) {
  const { short, name, says } = clauseName(id);
  return h('details.clause', h('summary', short), h('p', h('strong', `${name}. `), says));
}

/** Steps, each with its clause and whether it holds; apart and last, what was assumed since nobody said it. @param {readonly (ExplanationStep & { readonly kind?: string })[]} told */
export function stepsOf(told) {
  const assumed = told.filter(({ kind }) => kind === 'assumed');
  const found = told.filter(({ kind }) => kind !== 'assumed');
  return [
    h('ol.steps', ...found.map((step) => item(step, step.holds === undefined ? 'note' : step.holds ? 'yes' : 'no'))),
    ...(assumed.length === 0 ? [] : [h('h3', 'Assumed'), h('ol.steps.assumed', ...assumed.map((step) => item(step, 'assumed')))]),
  ];
}

const marks = { note: '', yes: 'yes', no: 'no', assumed: '? assumed' };

/** @param {ExplanationStep} step @param {keyof typeof marks} mark */
function item({ text, clause }, mark) {
  return h('li', { class: mark }, h('span.mark', marks[mark]), h('span', text), clauseLink(clause));
}

/** What is owed; and apart from it what the participant only may do, which is never owed. @param {readonly Due[]} all */
export function duesOf(all) {
  const owed = all.filter(({ kind }) => kind !== 'opportunity');
  const may = all.filter(({ kind }) => kind === 'opportunity');
  return [
    ...(owed.length > 0 ? [dueTable('What is owed', 'Due', owed)] : []),
    ...(may.length > 0 ? [dueTable('What the participant may do', 'Until', may)] : []),
  ];
}

/** @param {string} caption @param {string} until @param {readonly Due[]} of */
function dueTable(caption, until, of) {
  const rows = of.map(({ what, owedBy, deadline, status, daysLeft, workingDaysLeft, clause, kind }) => [
    label('duty', what),
    label('role', owedBy),
    deadline ? inWords(deadline.due) : '',
    daysLeft === undefined || String(status) === 'lapsed' ? '' : String(daysLeft),
    workingDaysLeft === undefined || String(status) === 'lapsed' ? '' : String(workingDaysLeft),
    h('span', { class: `status ${status}` }, statusWords({ status, ...(kind && { kind }) })),
    clauseLink(clause),
  ]);
  return table(caption, ['What', 'By whom', until, 'Days left', 'Working days', 'How it stands', 'Clause'], rows);
}
