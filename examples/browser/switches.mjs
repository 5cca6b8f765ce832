// The readings of the policy as switches, and the nation whose bank holidays count.
import { defaultReadings, readings } from 'professional-status';
import { $, button, choice, fill, h, option } from './dom.mjs';
import { nationNames } from './policy.mjs';
import { now, send } from './store.mjs';
import { withValue } from './state.mjs';
import { clauseName, title, words } from './words.mjs';

/** @import { State } from './state.mjs' */

/** The switch of one reading: its question, its clauses, and what follows from each choice. @param {string} id @param {string} where keeps names apart */
export function readingSwitch(id, where) {
  const reading = readings[/** @type {keyof typeof readings} */ (id)];
  const usual = /** @type {Record<string, string>} */ (defaultReadings)[id];
  const { readings: others } = now();
  const chosen = others[id] ?? usual;
  const options = reading.options.map(({ choice: each, means }) => {
    const onchange = () => send({ type: 'policy-chosen', readings: withValue(others, id, each === usual ? undefined : each) });
    const says = [h('strong', title(each)), each === usual ? ' (default). ' : '. ', means];
    return option({ name: `${where}-${id}`, value: each, checked: each === chosen, onchange }, ...says);
  });
  const cited = reading.clauses.map((clause) => clauseName(clause).short).join('; ');
  return h('fieldset.reading', { id: `${where}-${id}` }, h('legend', reading.question), h('p.cite', cited), ...options);
}

/** The nation, and all readings. @param {State} state */
export function showSwitches(state) {
  const nation = choice('Bank holidays of', Object.entries(nationNames), {
    id: 'nation',
    value: state.nation,
    take: (chosen) => send({ type: 'policy-chosen', nation: chosen }),
  });
  const selectable = Object.values(readings).filter(({ options }) => options.length > 0);
  const other = Object.keys(state.readings).length;
  const open = /** @type {HTMLDetailsElement | null} */ (document.querySelector('#switches details'))?.open ?? false;
  const toDefaults = () => {
    send({ type: 'policy-chosen', readings: {} });
    $('switches').querySelector('summary')?.focus();
  };
  fill(
    'switches',
    nation.field,
    h(
      'details',
      { open },
      h('summary', `How the words are read: ${other === 0 ? 'the default of every interpretation' : `${other} not the default`}`),
      h(
        'p',
        'Where the policy’s words leave a choice, each way of reading them is a switch. An answer names the interpretations that it leans on.',
      ),
      other > 0 && button('Back to the defaults', toDefaults),
      h('div.readings', ...selectable.map(({ id }) => readingSwitch(id, 'all'))),
    ),
  );
}

/** What the policy is, in a line under an answer. @param {State} state */
export function policyLine(state) {
  const others = Object.entries(state.readings).map(([id, chosen]) => `${words(id)}: ${words(chosen)}`);
  return `Bank holidays of ${nationNames[state.nation]}. ${others.length === 0 ? 'The default of every interpretation.' : `Read otherwise than by default: ${others.join('; ')}.`}`;
}
