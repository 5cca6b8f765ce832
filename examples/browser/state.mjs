// What the page shows: one state, and the one way to change it. Its address holds what may be sent to a colleague; no date of a case and no id of a participant is ever in it.
import { definePolicy, defaultReadings, readings, rules } from 'professional-status';
import { anyPartOfUk, englandAndWales, northernIreland, scotland } from 'professional-status/calendar';
import cohortsText from '../cohort/cohorts.json';
import sampleText from '../cohort/events.csv';
import { readCohorts } from '../cohort/read.mjs';
import { examples } from './examples.mjs';

/** @import { CaseEvent, Cohort, PlainDate } from 'professional-status' */
/** @import { KnownCohorts } from '../cohort/read.mjs' */

export const nations = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
  'any-part-of-uk': anyPartOfUk,
};
/** @type {Record<string, string>} */
export const nationNames = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'any-part-of-uk': 'any part of the UK',
};
export const views = /** @type {const} */ (['case', 'question', 'cohort']);

/**
 * What a view shows beside the address: each is shown as it was last, however the reader comes back to it. `wrong` says of a field why it cannot be read;
 * `isEntered` is true while it holds what the reader entered and has not saved.
 *
 * @typedef {{ participant: string, portfolio?: number, cohort: Cohort, registeredOn: PlainDate, asOf: PlainDate, events: readonly CaseEvent[], previous?: string, wrong: Record<string, string>, isEntered: boolean }} CaseShown
 * @typedef {{ known: Record<string, unknown>, wrong: Record<string, string>, isEntered: boolean }} FactsShown
 * @typedef {{ cohorts: KnownCohorts, cohortsFrom: string | undefined, file: { name: string, text: string } | undefined, asOf: PlainDate, wrong: Record<string, string> }} RegisterShown
 */
/** @typedef {{ view: typeof views[number], example: string, rule: string, nation: string, readings: Record<string, string>, case: CaseShown, facts: Record<string, FactsShown>, register: RegisterShown }} State */

/** The cohorts that come with the page. */
const sampleCohorts = readCohorts('cohorts.json', cohortsText);

/** A case of which nothing is recorded yet. @param {Cohort} cohort @param {Partial<CaseShown>} [more] @returns {CaseShown} */
export function caseIn(cohort, more = {}) {
  return {
    participant: 'p-1',
    cohort,
    registeredOn: cohort.startsOn,
    asOf: cohort.startsOn,
    events: [],
    wrong: {},
    isEntered: false,
    ...more,
  };
}
/** @param {Record<string, unknown>} [known] @returns {FactsShown} */
const factsAre = (known = {}) => ({ known: { ...known }, wrong: {}, isEntered: false });

/** @type {State} */
export const state = {
  view: 'case',
  example: '',
  rule: 'assessAdjustmentRequest',
  nation: 'england-and-wales',
  readings: {},
  case: caseIn(/** @type {Cohort} */ ([...sampleCohorts.values()][0]?.cohort)),
  facts: {},
  register: { cohorts: sampleCohorts, cohortsFrom: undefined, file: undefined, asOf: '2022-03-31', wrong: {} },
};

/** The cohorts that are known: the samples, or those that the reader loaded. @returns {readonly Cohort[]} */
export const cohorts = () => [...state.register.cohorts.values()].map(({ cohort }) => cohort);

/** The known cohort that a case is in with all its dates. @param {CaseShown} of */
export const knownCohort = ({ cohort }) => cohorts().find((each) => JSON.stringify(each) === JSON.stringify(cohort));

/** The facts of the question that is asked. */
export const factsShown = () => (state.facts[state.rule] ??= factsAre());

/** The policy that the switches make. */
export const policy = () =>
  definePolicy({ calendar: nations[/** @type {keyof typeof nations} */ (state.nation)], readings: state.readings });

/** What an address says; nothing where it names no view, and nothing that is not known here. @param {string} fragment */
function readFragment(fragment) {
  const [name = '', query = ''] = fragment.replace(/^#/, '').split('?');
  const view = views.find((each) => each === name);
  if (view === undefined) return undefined;
  const given = new URLSearchParams(query);
  /** @param {string} key @param {object} among @param {string} otherwise */
  const one = (key, among, otherwise) => (Object.hasOwn(among, given.get(key) ?? '') ? String(given.get(key)) : otherwise);
  const chosen = Object.values(readings).flatMap(({ id, options }) => {
    const choice = given.get(id);
    return options.some((option) => option.choice === choice) && choice !== /** @type {Record<string, string>} */ (defaultReadings)[id]
      ? [[id, String(choice)]]
      : [];
  });
  return {
    view,
    example: one('example', examples, ''),
    rule: one('rule', rules, state.rule),
    nation: one('nation', nations, 'england-and-wales'),
    readings: /** @type {Record<string, string>} */ (Object.fromEntries(chosen)),
    cohort: cohorts().find(({ id }) => id === given.get('cohort')),
  };
}

/** The address of what is shown; defaults are left out. */
function fragment() {
  const cohort = knownCohort(state.case);
  const query = new URLSearchParams({
    ...(state.example && { example: state.example }),
    ...(state.view === 'question' && { rule: state.rule }),
    ...(state.view === 'case' && cohort && { cohort: cohort.id }),
    ...(state.nation !== 'england-and-wales' && { nation: state.nation }),
    ...state.readings,
  });
  return `#${state.view}${query.size > 0 ? `?${query}` : ''}`;
}

// Each entry of the browser's history keeps the number of what it showed, which is held here as long as the page is open: Back shows that again.
/** @type {(CaseShown | FactsShown | RegisterShown)[]} */
const seen = [];
const visit = performance.timeOrigin;

function entry() {
  const now = state.view === 'case' ? state.case : state.view === 'question' ? factsShown() : state.register;
  if (!seen.includes(now)) seen.push(now);
  return { visit, number: seen.indexOf(now) };
}

/** @type {(anew: boolean) => void} */
let render = () => undefined;

/**
 * Shows something else, and says so in the address. If something was entered that would no longer be shown, it asks first.
 *
 * @param {Partial<State>} changes
 * @param {'push' | 'replace'} how whether Back leads to what was shown before
 * @returns {boolean} whether it is shown; all is as before where the reader said no
 */
export function go(changes, how) {
  const rule = changes.rule ?? state.rule;
  const isLeft =
    (changes.case !== undefined && changes.case !== state.case && state.case.isEntered) ||
    (changes.facts !== undefined && changes.facts[rule] !== state.facts[rule] && state.facts[rule]?.isEntered);
  if (isLeft && !confirm(QUESTION)) {
    render(true);
    return false;
  }
  Object.assign(state, changes);
  history[`${how}State`](entry(), '', fragment());
  render(false);
  return true;
}

const QUESTION =
  'What you entered here is not saved. Show something else in its place? While this page is open, the browser’s Back and Forward lead to it again.';

/** Says that what is shown was changed by hand: it is not an example any more. @param {CaseShown | FactsShown} [what] whatever holds something new that could be lost */
export function changed(what) {
  if (what) what.isEntered = true;
  go({ example: '' }, 'replace');
}

/** Shows what the address says: at the start, after a link, and on the way back. */
function follow() {
  if (location.hash === fragment() && history.state?.visit === visit && seen[history.state.number] === seen[entry().number]) return;
  const wasShown = history.state?.visit === visit ? seen[history.state.number] : undefined;
  const said = readFragment(location.hash);
  const isShown = go(said ? whatIsSaid(said, wasShown) : {}, 'replace');
  if (!isShown) history[history.state === null ? 'replaceState' : 'pushState'](entry(), '', fragment());
}

/** @param {NonNullable<ReturnType<typeof readFragment>>} said @param {any} wasShown @returns {Partial<State>} */
function whatIsSaid({ cohort, ...said }, wasShown) {
  const { view, rule } = said;
  const of = examples[said.example];
  switch (view) {
    case 'case': {
      const isSame = cohort === undefined || cohort === knownCohort(state.case);
      const otherwise = of?.view === 'case' ? exampleCase(of) : isSame ? state.case : caseIn(cohort);
      return { ...said, case: wasShown ?? otherwise };
    }
    case 'question': {
      const asked = of?.view === 'question' ? of.rule : rule;
      const otherwise = of?.view === 'question' ? factsAre(of.facts) : (state.facts[asked] ?? factsAre());
      return { ...said, rule: asked, facts: { ...state.facts, [asked]: wasShown ?? otherwise } };
    }
    case 'cohort': {
      const otherwise = of?.view === 'cohort' ? { ...state.register, ...sample() } : state.register;
      return { ...said, register: wasShown ?? otherwise };
    }
  }
}

/** @param {Extract<typeof examples[string], { view: 'case' }>} example */
function exampleCase({ cohort, registeredOn, asOf, events }) {
  return caseIn(/** @type {Cohort} */ (sampleCohorts.get(cohort)?.cohort), { registeredOn, asOf, events });
}

/** The sample cohorts with their participants. */
export const sample = () => ({
  cohorts: sampleCohorts,
  cohortsFrom: undefined,
  file: { name: 'events.csv', text: sampleText },
});

/** Starts the page. @param {(anew: boolean) => void} show shows the state; `anew` where fields may show what the state does not hold */
export function start(show) {
  render = show;
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  addEventListener('beforeunload', (event) => {
    if (state.case.isEntered || Object.values(state.facts).some(({ isEntered }) => isEntered)) event.preventDefault();
  });
  follow();
}
