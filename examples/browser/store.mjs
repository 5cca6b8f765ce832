// The state of this visit: each event is asked about where it would lose something, shown whole, and put into the address and the history.
import { addressOf, stateAt } from './address.mjs';
import { readDraft, writeDraft } from './draft.mjs';
import { holdsUnsaved, isStep, leavesEntered, leavesFiles, next } from './state.mjs';

/** @import { Event, State } from './state.mjs' */

/** @type {State} */
let state;
/** @type {(state: State, anew: boolean) => void} */
let render = () => undefined;
/** What an entry of the history showed is known as long as this visit lasts, or its draft. */
let visit = String(performance.timeOrigin);

const QUESTION =
  'What you entered here is not saved. Show something else in its place? While this page is open, the browser’s Back and Forward lead to it again.';

const OF_FILES = 'The sample takes the place of the files that you chose. Show it?';

/** The state as it is now. */
export const now = () => state;

/**
 * Does what an event asks for, and shows it. Where something that was entered would no longer be shown, the reader is asked first.
 *
 * @param {Event} event @returns {boolean} whether it is done; all is as before where the reader said no
 */
export const send = (event) => move(next(state, event), isStep(event) ? 'pushState' : 'replaceState');

/** @param {State} after @param {'pushState' | 'replaceState'} how */
function move(after, how) {
  const questions = [...(leavesEntered(state, after) ? [QUESTION] : []), ...(leavesFiles(state, after) ? [OF_FILES] : [])];
  if (questions.length > 0 && !confirm(questions.join('\n\n'))) {
    render(state, true);
    return false;
  }
  state = after;
  writeDraft(state, visit);
  history[how](entry(), '', addressOf(state));
  render(state, false);
  return true;
}

function entry() {
  const { programme, cohort } = state.dates;
  return { visit, case: state.case, asked: state.asked, dates: { programme, cohort } };
}

/** Shows what the address says: at the start, after a link, and on the way back. */
function follow() {
  const shown = history.state?.visit === visit ? history.state : undefined;
  if (location.hash === addressOf(state) && JSON.stringify(shown) === JSON.stringify(entry())) return;
  if (!move(stateAt(state, location.hash, shown), 'replaceState'))
    history[history.state === null ? 'replaceState' : 'pushState'](entry(), '', addressOf(state));
}

/** Starts the page. @param {State} first @param {(state: State, anew: boolean) => void} show shows the state; `anew` where fields may show what the state does not hold */
export function start(first, show) {
  const draft = readDraft(first);
  state = draft?.state ?? first;
  visit = draft?.visit ?? visit;
  render = show;
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  addEventListener('beforeunload', (event) => {
    if (holdsUnsaved(state)) event.preventDefault();
  });
  move(stateAt(state, location.hash, history.state?.visit === visit ? history.state : undefined), 'replaceState');
}
