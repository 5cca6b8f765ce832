// The policy checker: what is typed goes to the library, and what it answers is shown. Nothing is sent anywhere, and this page holds no rule.
import * as z from 'zod';
import { InvalidFacts, londonDate } from 'professional-status';
import { showAsk } from './ask/view.mjs';
import { showCase } from './case/view.mjs';
import { showDates } from './dates/view.mjs';
import { $, fill, h, keepingFocus } from './dom.mjs';
import { examples } from './examples.mjs';
import { noAnswer, plainly } from './fields.mjs';
import { showQuestion } from './rules/view.mjs';
import { publishedCohorts, sampleCohorts } from './samples.mjs';
import { initial, views } from './state.mjs';
import { now, send, start } from './store.mjs';
import { showSwitches } from './switches.mjs';
import { showCohort } from './team/view.mjs';

/** @import { Instant } from 'professional-status' */
/** @import { State } from './state.mjs' */

z.config({ jitless: true }); // the page forbids code from text

const shows = { dates: showDates, ask: showAsk, case: showCase, question: showQuestion, cohort: showCohort };

/** Shows the state: its view, its switches, its fields and its answer. @param {State} state @param {boolean} anew whether fields may show what the state does not hold */
function render(state, anew) {
  for (const view of views) {
    $(`${view}-view`).hidden = view !== state.view;
    if (view === state.view) $(`to-${view}`).setAttribute('aria-current', 'page');
    else $(`to-${view}`).removeAttribute('aria-current');
  }
  $('try').hidden = ['dates', 'ask'].includes(state.view);
  /** @type {HTMLInputElement} */ ($('keeps-draft')).checked = state.keepsDraft;
  keepingFocus(() => {
    showSwitches(state);
    try {
      shows[state.view](state, anew);
    } catch (error) {
      const said = error instanceof InvalidFacts ? error.issues : [{ message: 'The page failed to decide this.' }];
      noAnswer(
        state.view,
        'There is no answer to this',
        said.map(({ message }) => ['', plainly(message)]),
      );
      if (!(error instanceof InvalidFacts)) throw error;
    }
  });
}

const linkTo = (/** @type {[string, import('./examples.mjs').Example]} */ [id, { title, says, view }]) =>
  h('li', h('a', { href: `#${view}?example=${id}` }, title), h('span', says));
fill('examples', ...Object.entries(examples).map(linkTo));
for (const view of views) {
  $(`to-${view}`).addEventListener('click', (event) => {
    event.preventDefault();
    send({ type: 'shown', where: { view, ...(view === 'ask' && { about: '' }) } });
    $(`${view}-view`).querySelector('h2')?.scrollIntoView({ block: 'nearest' });
  });
}
$('keeps-draft').addEventListener('change', ({ target }) => {
  send({ type: 'draft-chosen', keepsDraft: /** @type {HTMLInputElement} */ (target).checked });
});
$('skip').addEventListener('click', (event) => {
  event.preventDefault(); // the address says what is shown, and that stays
  $(`${now().view}-answer`).focus();
});
const today = londonDate(/** @type {Instant} */ (new Date().toISOString().replace(/\.\d+/, '')));
const first = initial(publishedCohorts ?? sampleCohorts, today);
start(publishedCohorts ? { ...first, register: { ...first.register, cohortsFrom: 'SET' } } : first, render);
