// The page that decides: what is typed goes to the library, and what it answers is shown. Nothing is sent anywhere, and no rule stands in here.
import * as z from 'zod';
import { InvalidFacts } from 'professional-status';
import { showCase } from './case.mjs';
import { showCohort } from './cohort.mjs';
import { $, fill, h, keepingFocus } from './dom.mjs';
import { examples } from './examples.mjs';
import { noAnswer, plainly } from './fields.mjs';
import { showQuestion } from './question.mjs';
import { go, start, state, views } from './state.mjs';
import { showSwitches } from './switches.mjs';

z.config({ jitless: true }); // the page forbids code from text

const shows = { case: showCase, question: showQuestion, cohort: showCohort };

/** Shows the state: its view, its switches, its fields and its answer. @param {boolean} anew whether fields may show what the state does not hold */
function render(anew) {
  for (const view of views) {
    $(view).hidden = view !== state.view;
    if (view === state.view) $(`to-${view}`).setAttribute('aria-current', 'page');
    else $(`to-${view}`).removeAttribute('aria-current');
  }
  keepingFocus(() => {
    showSwitches();
    try {
      shows[state.view](anew);
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

fill(
  'examples',
  Object.entries(examples).map(([id, { title, says, view }]) =>
    h('li', {}, h('a', { href: `#${view}?example=${id}` }, title), h('span', {}, says)),
  ),
);
for (const view of views) {
  $(`to-${view}`).addEventListener('click', (event) => {
    event.preventDefault();
    go({ view, example: '' }, 'push');
    $(view).querySelector('h1, h2')?.scrollIntoView({ block: 'nearest' });
  });
}
$('skip').addEventListener('click', (event) => {
  event.preventDefault(); // the address says what is shown, and that stays
  $(`${state.view}-answer`).focus();
});
start(render);
