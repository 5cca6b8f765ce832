// The address of what is shown, and what an address asks for. It can be sent to a colleague: no date of a case and no id of a participant is ever in it.
import { defaultReadings, readings, rules } from 'professional-status';
import { examples } from './examples.mjs';
import { nations } from './policy.mjs';
import { caseIn, caseOf, cohortsOf, exampleOf, inProgramme, knownCohort, next, views, withValue } from './state.mjs';
import { asks } from './ask/questions.mjs';

/** @import { DatesShown, Event, State } from './state.mjs' */
/** @typedef {{ case: number, asked: Record<string, number>, dates: Pick<DatesShown, 'programme' | 'cohort'> }} Entry which case, which facts and whose dates an entry of the browser's history showed */

/** The address of what is shown; defaults are left out. @param {State} state */
export function addressOf(state) {
  const { view, rule, nation, dates, ask } = state;
  const example = exampleOf(state);
  const cohort = knownCohort(state, caseOf(state));
  const chosen = cohortsOf(state).find(({ id }) => id === dates.cohort)?.id;
  const query = new URLSearchParams({
    ...(example && { example }),
    ...(view === 'dates' && chosen && { cohort: chosen }),
    ...(view === 'dates' && !chosen && dates.programme === 'ATS' && { programme: 'ATS' }),
    ...(view === 'ask' && ask.about && { about: ask.about }),
    ...(view === 'ask' && ask.step > 0 && { step: String(ask.step) }),
    ...(view === 'question' && { rule }),
    ...(view === 'case' && cohort && { cohort: cohort.id }),
    ...(nation !== 'england-and-wales' && { nation }),
    ...state.readings,
  });
  return `#${view}${query.size > 0 ? `?${query}` : ''}`;
}

/** The state that an address asks for; the same state where it names no view. What it names and the page does not know is passed over. @param {State} state @param {string} fragment @param {Entry | undefined} entry what was shown there before @returns {State} */
export function stateAt(state, fragment, entry) {
  const [name = '', query = ''] = fragment.replace(/^#/, '').split('?');
  const view = views.find((each) => each === name);
  if (view === undefined) return state;
  const given = new URLSearchParams(query);
  const example = known(given.get('example'), examples) ?? '';
  const nation = known(given.get('nation'), nations) ?? 'england-and-wales';
  const under = next(state, { type: 'policy-chosen', nation, readings: chosenReadings(given) });
  const opened = (entry === undefined ? eventsAt(under, view, given, example) : []).reduce(next, under);
  const shown = next(opened, { type: 'shown', where: { view, ...asked(view, given, opened, entry === undefined ? example : '') } });
  if (entry === undefined) return shown;
  return {
    ...shown,
    case: view === 'case' ? entry.case : state.case,
    asked: view === 'question' ? withValue(state.asked, shown.rule, entry.asked[shown.rule]) : shown.asked,
    dates: view === 'dates' ? { ...state.dates, ...entry.dates } : state.dates,
  };
}

/** @param {string | null} key @param {object} among */
const known = (key, among) => (key !== null && Object.hasOwn(among, key) ? key : undefined);

/** @param {URLSearchParams} given @returns {Record<string, string>} */
function chosenReadings(given) {
  const chosen = Object.values(readings).flatMap(({ id, options }) => {
    const choice = given.get(id);
    const isOther = choice !== /** @type {Record<string, string>} */ (defaultReadings)[id];
    return isOther && options.some((option) => option.choice === choice) ? [[id, String(choice)]] : [];
  });
  return /** @type {Record<string, string>} */ (Object.fromEntries(chosen));
}

/** Which rule or which question of the reader's. @param {State['view']} view @param {URLSearchParams} given @param {State} state @param {string} example whose rule is asked already */
function asked(view, given, state, example) {
  const rule = example ? undefined : known(given.get('rule'), rules);
  if (view === 'question') return { rule: rule ?? state.rule };
  if (view !== 'ask') return {};
  const about = known(given.get('about'), asks) ?? '';
  const last = asks[about]?.facts.length ?? 0;
  return { about, step: Math.min(Math.max(Math.floor(Number(given.get('step')) || 0), 0), last) };
}

/** What is put in the place of what is shown: an example, or another cohort. @param {State} state @param {State['view']} view @param {URLSearchParams} given @param {string} example @returns {Event[]} */
function eventsAt(state, view, given, example) {
  const of = examples[example];
  const cohort = cohortsOf(state).find(({ id }) => id === given.get('cohort'));
  switch (view) {
    case 'dates': {
      if (cohort !== undefined) return [{ type: 'dates-changed', changes: { cohort: cohort.id, programme: cohort.programme } }];
      const programme = /** @type {const} */ (['QTLS', 'ATS']).find((each) => each === given.get('programme'));
      return programme === undefined ? [] : [{ type: 'dates-changed', changes: inProgramme(state, programme) }];
    }
    case 'case': {
      if (of?.view === 'case') {
        const { registeredOn, asOf, events } = of;
        return [{ type: 'case-opened', case: caseIn(of.cohort, { registeredOn, asOf, events, example }) }];
      }
      const isSame = cohort === undefined || cohort === knownCohort(state, caseOf(state));
      return isSame ? [] : [{ type: 'case-opened', case: caseIn(cohort) }];
    }
    case 'question':
      return of?.view === 'question' ? [{ type: 'facts-opened', rule: of.rule, known: of.facts, example }] : [];
    case 'cohort':
      return of?.view === 'cohort' ? [{ type: 'register-changed', changes: of.register, example }] : [];
    case 'ask':
      return [];
  }
}
