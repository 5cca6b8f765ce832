// The team's view: a whole register from CSV, read and decided by the cohort example, shown with what is overdue first.
import { Unusable, quoted } from '../../cohort/csv.mjs';
import { decide } from '../../cohort/decide.mjs';
import { readEvents } from '../../cohort/read.mjs';
import { fill, h, headed } from '../dom.mjs';
import { announce, answer, drawnFrom, saidOf, tellWrong } from '../fields.mjs';
import { showDay } from '../moment.mjs';
import { policyOf } from '../policy.mjs';
import { inWords, plural } from '../words.mjs';
import { drawForm } from './load.mjs';
import { tableOf } from './table.mjs';

/** @import { Decided } from '../../cohort/decide.mjs' */
/** @import { State } from '../state.mjs' */

const draw = drawnFrom(drawForm);

/** Shows what is loaded, decided under the policy of the switches. @param {State} state @param {boolean} anew */
export function showCohort(state, anew) {
  const { cohorts, file, asOf, wrong } = state.register;
  draw(state, anew, [cohorts]);
  const problems = saidOf(wrong);
  if (tellWrong('cohort', 'There is no answer: this date cannot be so', { 'cohort-as-of': 'Where they stand on' }, problems)) return;
  showDay('cohort-as-of', asOf);
  if (file === undefined) return fill('cohort-answer', h('p.hint', 'Load a cohort, and see who stands where, and what is overdue.'));
  try {
    const known = new Map(cohorts.map((each) => [each.cohort.id, each]));
    const events = readEvents(file.name, file.text, known);
    showPeople(state, decide({ asOf, cohorts: known, events, appeals: undefined, policy: policyOf(state) }));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    fill('cohort-answer', h('h2', 'Nothing in this file can be decided'), h('p.problems', error.message));
    announce(error.message);
  }
}

/** @param {State} state @param {Decided} decided */
function showPeople(state, { people, problems, undecidable, events }) {
  const { asOf } = state.register;
  const overdue = people.filter(({ position }) => position?.duties.some(({ status }) => status === 'overdue')).length;
  const line = `${plural(people.length, 'participant')} on ${inWords(asOf)}: ${overdue} overdue${problems.length > 0 ? `; ${plural(problems.length, 'row')} cannot be read` : ''}`;
  const wrong = problems.map(({ line: at, column, name, received, expected }) => {
    const where = `Line ${at}, column ${column}${name === '' ? '' : ` (${name})`}`;
    return h('li', h('strong', where), `: received ${quoted(received)}; ${expected}`);
  });
  const undecided = undecidable.map(({ id, why }) => h('li', h('strong', id), `: ${why}`));
  answer(
    'cohort',
    undefined,
    line,
    ...(wrong.length > 0 ? [h('h3', 'Rows that cannot be read'), h('p', 'All other rows are decided.'), h('ul.problems', ...wrong)] : []),
    ...headed('Participants who cannot be decided', 'problems', undecided),
    ...tableOf(state, people, events.file),
  );
}
