// What the page shows, as one value, and the one way to change it: from a state and an event to the next state. Nothing here touches the page or the browser.

/** @import { CaseEvent, Cohort, PlainDate } from 'professional-status' */

/**
 * Why a field cannot be read, with what was typed into it. Each view holds these by the id of the field. While there is one, there is no answer.
 *
 * @typedef {{ says: string, day: string, time: string }} Unread
 * @typedef {Record<string, Unread>} Wrong
 */
/**
 * What each view shows. `isEntered` is true while it holds what the reader entered and has not saved; `example` is the example that it is, unchanged.
 *
 * @typedef {{ cohort: Cohort, illustrative: readonly string[] }} Known a cohort that is offered, and which of its dates are made up
 * @typedef {{ participant: string, portfolio?: number, cohort: Cohort, registeredOn: PlainDate, asOf: PlainDate, events: readonly CaseEvent[], previous?: string, wrong: Wrong, isEntered: boolean, example?: string }} CaseShown
 * @typedef {{ rule: string, known: Record<string, unknown>, wrong: Wrong, isEntered: boolean, example?: string }} FactsShown
 * @typedef {{ programme: 'QTLS' | 'ATS', cohort: string, letter: Partial<Cohort>, asOf: PlainDate, wrong: Wrong }} DatesShown `cohort` is an id, `LETTER`, or empty while nothing is chosen
 * @typedef {{ about: string, step: number, known: Record<string, Record<string, unknown>>, wrong: Wrong }} AskShown the facts by question; `step` counts the facts that are told
 * @typedef {{ cohorts: readonly Known[], cohortsFrom: string | undefined, file: { name: string, text: string } | undefined, isOwn: boolean, asOf: PlainDate, wrong: Wrong, filter: { text: string, stage: string, status: string }, example?: string }} RegisterShown `isOwn` where the reader chose a file of it; `filter` says whom the table shows
 */
/**
 * The state. Cases and facts that were shown stay in their lists, so that Back can show them again: `case` and `asked` say which are shown.
 *
 * @typedef {{ view: View, rule: string, nation: string, readings: Record<string, string>, today: PlainDate, keepsDraft: boolean,
 *   dates: DatesShown, ask: AskShown, cases: readonly CaseShown[], case: number, facts: readonly FactsShown[], asked: Record<string, number>, register: RegisterShown }} State
 * @typedef {typeof views[number]} View
 */
/**
 * What can happen. `shown` changes what the address says; `…-opened` puts another case, or other facts, in the place of those shown.
 *
 * @typedef {{ type: 'shown', where: Partial<Pick<State, 'view' | 'rule'>> & { about?: string, step?: number } }
 *   | { type: 'policy-chosen', nation?: string, readings?: Record<string, string> }
 *   | { type: 'dates-changed', changes: Partial<DatesShown> }
 *   | { type: 'told', name: string, value: unknown, step: number }
 *   | { type: 'ask-wrong', wrong: Wrong }
 *   | { type: 'case-opened', case: CaseShown }
 *   | { type: 'case-changed', changes: Partial<CaseShown>, isEntered?: boolean }
 *   | { type: 'case-saved' }
 *   | { type: 'facts-opened', rule: string, known: Record<string, unknown>, example?: string }
 *   | { type: 'fact-changed', name: string, value: unknown, wrong: Unread | undefined }
 *   | { type: 'register-changed', changes: Partial<RegisterShown>, example?: string }
 *   | { type: 'draft-chosen', keepsDraft: boolean }} Event
 */

export const views = /** @type {const} */ (['dates', 'ask', 'case', 'question', 'cohort']);
/** The cohort of someone whose dates come from a letter. */
export const LETTER = 'letter';
/** The id of a cohort whose dates were typed in. */
export const OWN = 'own-dates';

/** A case of which nothing is recorded yet. @param {Cohort} cohort @param {Partial<CaseShown>} [more] @returns {CaseShown} */
export function caseIn(cohort, more = {}) {
  const { startsOn } = cohort;
  return { participant: 'p-1', cohort, registeredOn: startsOn, asOf: startsOn, events: [], wrong: {}, isEntered: false, ...more };
}

/** The state at the start. @param {readonly Known[]} cohorts at least one @param {PlainDate} today @returns {State} */
export function initial(cohorts, today) {
  const first = /** @type {Known} */ (cohorts[0]);
  return {
    view: 'dates',
    rule: 'assessAdjustmentRequest',
    nation: 'england-and-wales',
    readings: {},
    today,
    keepsDraft: false,
    dates: { programme: 'QTLS', cohort: '', letter: {}, asOf: today, wrong: {} },
    ask: { about: '', step: 0, known: {}, wrong: {} },
    cases: [caseIn(first.cohort)],
    case: 0,
    facts: [],
    asked: {},
    register: {
      cohorts,
      cohortsFrom: undefined,
      file: undefined,
      isOwn: false,
      asOf: '2022-03-31',
      wrong: {},
      filter: { text: '', stage: '', status: '' },
    },
  };
}

/** The case that is shown. @param {State} state */
export const caseOf = (state) => /** @type {CaseShown} */ (state.cases[state.case]);

/** The facts of the question that is asked. @param {State} state @returns {FactsShown} */
export const factsOf = ({ facts, asked, rule }) => facts[asked[rule] ?? -1] ?? { rule, known: {}, wrong: {}, isEntered: false };

/** The example that is shown, unchanged; empty where none is. @param {State} state */
export function exampleOf(state) {
  const shown = { case: caseOf, question: factsOf, cohort: (/** @type {State} */ { register }) => register };
  return (state.view in shown && shown[/** @type {keyof typeof shown} */ (state.view)](state).example) || '';
}

/** The cohorts that are offered. @param {State} state @returns {readonly Cohort[]} */
export const cohortsOf = ({ register }) => register.cohorts.map(({ cohort }) => cohort);

/** What a choice of the programme changes under “My dates”: a letter stays, a cohort does not. @param {State} state @param {DatesShown['programme']} programme */
export const inProgramme = ({ dates }, programme) => ({ programme, cohort: dates.cohort === LETTER ? LETTER : '' });

/** The offered cohort that a case is in with all its dates. @param {State} state @param {CaseShown} of */
export const knownCohort = (state, { cohort }) => cohortsOf(state).find((each) => JSON.stringify(each) === JSON.stringify(cohort));

/** Without the value that is undefined or empty. @template T @param {Record<string, T>} of @param {string} name @param {NoInfer<T> | undefined} value @returns {Record<string, T>} */
export function withValue(of, name, value) {
  const others = Object.entries(of).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined || value === '' ? others : [...others, [name, value]]);
}

/** The state after an event. @param {State} state @param {Event} event @returns {State} */
export function next(state, event) {
  switch (event.type) {
    case 'shown': {
      const { about, step = 0, ...where } = event.where;
      const ask = about === undefined ? state.ask : { ...state.ask, about, step, wrong: {} };
      const shown = { ...state, ...where, ask };
      const isFirst = shown.view === 'question' && shown.asked[shown.rule] === undefined;
      return isFirst ? withFacts(shown, factsOf(shown)) : shown; // blank facts have a place too, so that Back leads to what is typed into them
    }
    case 'policy-chosen':
      return { ...state, nation: event.nation ?? state.nation, readings: event.readings ?? state.readings };
    case 'dates-changed':
      return { ...state, dates: { ...state.dates, ...event.changes } };
    case 'told': {
      const { about, known } = state.ask;
      const told = { ...known, [about]: withValue(known[about] ?? {}, event.name, event.value) };
      return { ...state, ask: { about, known: told, step: event.step, wrong: {} } };
    }
    case 'ask-wrong':
      return { ...state, ask: { ...state.ask, wrong: event.wrong } };
    case 'case-opened':
      return { ...state, view: 'case', cases: [...state.cases, event.case], case: state.cases.length };
    case 'case-changed':
      return withCase(state, { ...event.changes, example: '', ...(event.isEntered && { isEntered: true }) });
    case 'case-saved':
      return withCase(state, { isEntered: false });
    case 'facts-opened': {
      const { rule, known, example = '' } = event;
      return { ...withFacts(state, { rule, known, wrong: {}, isEntered: false, example }), view: 'question' };
    }
    case 'fact-changed': {
      const { rule, known, wrong } = factsOf(state);
      const { name, value } = event;
      return withFacts(state, {
        rule,
        known: withValue(known, name, value),
        wrong: withValue(wrong, `fact-${name}`, event.wrong),
        isEntered: true,
      });
    }
    case 'register-changed':
      return { ...state, register: { ...state.register, ...event.changes, example: event.example ?? '' } };
    case 'draft-chosen':
      return { ...state, keepsDraft: event.keepsDraft };
  }
}

/** @param {State} state @param {Partial<CaseShown>} changes @returns {State} */
function withCase(state, changes) {
  return { ...state, cases: state.cases.map((each, index) => (index === state.case ? { ...each, ...changes } : each)) };
}

/** Facts that the reader changes take the place of those before; facts that are opened come beside them. @param {State} state @param {FactsShown} facts @returns {State} */
function withFacts(state, facts) {
  const { rule, isEntered } = facts;
  const at = isEntered ? (state.asked[rule] ?? state.facts.length) : state.facts.length;
  const all = [...state.facts];
  all[at] = facts;
  return { ...state, rule, facts: all, asked: { ...state.asked, [rule]: at } };
}

/** Whether an event is a step that Back leads away from; typing is not. @param {Event} event */
export const isStep = ({ type }) => ['shown', 'case-opened', 'facts-opened', 'told'].includes(type);

/** Whether something that was entered, and not saved, is shown before and not after. @param {State} before @param {State} after */
export function leavesEntered(before, after) {
  const { rule } = after;
  const leavesCase = before.case !== after.case && caseOf(before).isEntered;
  return leavesCase || (before.asked[rule] !== after.asked[rule] && (before.facts[before.asked[rule] ?? -1]?.isEntered ?? false));
}

/** Whether files that the reader chose are there before and not after. @param {State} before @param {State} after */
export const leavesFiles = (before, after) => before.register.isOwn && !after.register.isOwn;

/** Whether a reload would lose something that was entered, even if it cannot be read; a file can be chosen again. @param {State} state */
export function holdsUnsaved({ keepsDraft, cases, facts, dates, ask }) {
  const told = [dates.letter, ...Object.values(ask.known)].some((each) => Object.keys(each).length > 0);
  const isUnread = Object.keys(dates.wrong).some((id) => id.startsWith(`${LETTER}-`));
  return !keepsDraft && (told || isUnread || [...cases, ...facts].some(({ isEntered }) => isEntered));
}
