// What the library finds unexpected about cohorts that were loaded, told before they are relied on.
import { checkCohorts, labels } from 'professional-status';
import { h } from '../dom.mjs';
import { clauseLink } from '../marks.mjs';
import { cohortsOf } from '../state.mjs';
import { inWords, plural, words } from '../words.mjs';

/** @import { CohortConcern } from 'professional-status' */
/** @import { State } from '../state.mjs' */

/** The concerns about cohorts of the reader's own; nothing of the samples. @param {State} state */
export function concerns(state) {
  const found = state.register.cohortsFrom === undefined ? [] : checkCohorts(cohortsOf(state));
  if (found.length === 0) return [];
  const heading = `${plural(found.length, 'thing')} to check about these cohorts`;
  return [h('details', { id: 'concerns' }, h('summary', heading), h('ul', ...found.map(itemOf)))];
}

/** @param {CohortConcern} concern */
function itemOf({ code, cohort, clause, date, detail }) {
  const shown = [...(date ? [inWords(date)] : []), ...Object.entries(detail).map(detailInWords)].join(', ');
  return h('li', h('strong', cohort), `: ${labels.concern[code]}${shown && ` (${shown})`}`, clause ? clauseLink(clause) : ' Advice.');
}

/** A detail under its name; the fact that a date is of, and the name of a holiday, say by themselves what they are. @param {[name: string, value: string | number]} detail */
const detailInWords = ([name, value]) => (name === 'fact' || name === 'name' ? inWords(value) : `${words(name)} ${inWords(value)}`);
