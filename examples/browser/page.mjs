// The page that decides: what is typed goes to the library, and what it answers is shown. Nothing is sent anywhere, and no rule stands in here.
import * as z from 'zod';
import { rules } from 'professional-status';
import cohortsText from '../cohort/cohorts.json';
import sample from '../cohort/events.csv';
import { readCohorts } from '../cohort/read.mjs';
import { prepareCase, showCase, showNewCase, showStanding } from './case.mjs';
import { loadSample, prepareCohort, showCohort } from './cohort.mjs';
import { $, fill, h, keepingFocus } from './dom.mjs';
import { examples } from './examples.mjs';
import { prepareQuestion, showAnswer, showQuestion } from './question.mjs';
import { fragment, keepInAddress, readFragment, state, views } from './state.mjs';
import { showSwitches } from './switches.mjs';

z.config({ jitless: true }); // the page forbids code from text

const cohorts = readCohorts('cohorts.json', cohortsText);
const list = [...cohorts.values()].map(({ cohort }) => cohort);
const known = { rules: Object.keys(rules), cohorts: [...cohorts.keys()], examples: Object.keys(examples) };

/** After a switch: the same facts, under the policy as it is now. */
function changed() {
  keepInAddress();
  keepingFocus(() => {
    showSwitches(changed);
    showAnswer();
    showStanding();
    showCohort();
  });
}

/** Shows one of the views, and says so in the address and to who does not see it. */
function showView() {
  for (const view of views) {
    $(view).hidden = view !== state.view;
    $(`to-${view}`).toggleAttribute('aria-current', view === state.view);
    if (view === state.view) $(`to-${view}`).setAttribute('aria-current', 'page');
  }
}

/** Fills the page with an example, if one is chosen. */
function showExample() {
  const example = examples[state.example];
  if (example === undefined) return;
  state.view = example.view;
  if (example.view === 'question') {
    state.rule = example.rule;
    showQuestion(example.facts);
  } else if (example.view === 'case') {
    state.cohort = example.cohort;
    const cohort = list.find(({ id }) => id === example.cohort);
    if (cohort) showCase({ participant: 'p-1', cohort, registeredOn: example.registeredOn }, example.events, example.asOf);
  } else loadSample();
}

function fromAddress() {
  readFragment(location.hash, known);
  showSwitches(changed);
  if (state.example) {
    showExample();
    keepInAddress();
  }
  showView();
}

prepareQuestion(list, changed);
prepareCase(list);
prepareCohort({
  sample,
  cohorts,
  open: (registration, events, asOf) => {
    [state.view, state.example] = ['case', ''];
    state.cohort = registration.cohort.id;
    keepInAddress();
    showView();
    showCase(registration, events, asOf);
    $('case-answer').querySelector('h2')?.focus();
    scrollTo(0, 0);
  },
});
fill(
  'examples',
  Object.entries(examples).map(([id, { title, says, view }]) =>
    h('li', {}, h('a', { href: `#${view}?example=${id}` }, title), h('span', {}, says)),
  ),
);
for (const view of views) {
  $(`to-${view}`).addEventListener('click', (event) => {
    event.preventDefault();
    [state.view, state.example] = [view, ''];
    history.pushState(null, '', fragment());
    showView();
    $(view).querySelector('h1, h2')?.scrollIntoView({ block: 'nearest' });
  });
}
addEventListener('hashchange', fromAddress);
addEventListener('popstate', fromAddress);

readFragment(location.hash, known);
showQuestion();
showNewCase();
showCohort();
fromAddress();
keepInAddress(); // so that the way back leads to this view
