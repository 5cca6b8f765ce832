// What the page shows, kept in the fragment of its address so that a view can be sent to a colleague. No date of a case and no id is ever in it.
import { definePolicy, defaultReadings, readings } from 'professional-status';
import { anyPartOfUk, englandAndWales, northernIreland, scotland } from 'professional-status/calendar';

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

/** @typedef {{ view: typeof views[number], example: string, rule: string, cohort: string, nation: string, readings: Record<string, string> }} State */

/** @type {State} */
export const state = {
  view: 'case',
  example: '',
  rule: 'assessAdjustmentRequest',
  cohort: 'qtls-2020-10',
  nation: 'england-and-wales',
  readings: {},
};

/** Reads a fragment; what is not known in it is passed over. @param {string} fragment @param {{ rules: readonly string[], cohorts: readonly string[], examples: readonly string[] }} known */
export function readFragment(fragment, known) {
  const [view = '', query = ''] = fragment.replace(/^#/, '').split('?');
  const given = new URLSearchParams(query);
  /** @param {string} name @param {readonly string[]} among @param {string} otherwise */
  const one = (name, among, otherwise) => (among.includes(given.get(name) ?? '') ? String(given.get(name)) : otherwise);
  state.view = views.find((each) => each === view) ?? state.view;
  state.example = one('example', known.examples, '');
  state.rule = one('rule', known.rules, state.rule);
  state.cohort = one('cohort', known.cohorts, state.cohort);
  state.nation = one('nation', Object.keys(nations), 'england-and-wales');
  state.readings = Object.fromEntries(
    Object.values(readings).flatMap(({ id, options }) => {
      const choice = given.get(id);
      return options.some((option) => option.choice === choice) && choice !== /** @type {Record<string, string>} */ (defaultReadings)[id]
        ? [[id, String(choice)]]
        : [];
    }),
  );
}

/** What the state is, as a fragment; defaults are left out. */
export function fragment() {
  const query = new URLSearchParams({
    ...(state.example && { example: state.example }),
    ...(state.view === 'question' && { rule: state.rule }),
    ...(state.view === 'case' && { cohort: state.cohort }),
    ...(state.nation !== 'england-and-wales' && { nation: state.nation }),
    ...state.readings,
  });
  return `#${state.view}${query.size > 0 ? `?${query}` : ''}`;
}

export function keepInAddress() {
  history.replaceState(null, '', fragment());
}

/** The policy that the switches make. */
export const policy = () =>
  definePolicy({ calendar: nations[/** @type {keyof typeof nations} */ (state.nation)], readings: state.readings });
