// The fields of a rule, as the JSON Schema of its facts has them; and how a fact is asked for.
import { jsonSchemas } from 'professional-status/schemas';
import { choice, h } from '../dom.mjs';
import { noteOf } from '../fields.mjs';
import { momentField } from '../moment.mjs';
import { cohortsOf, factsOf } from '../state.mjs';
import { send } from '../store.mjs';
import { title, words } from '../words.mjs';

/** @import { State, Unread } from '../state.mjs' */
/** @typedef {{ name: string, kind: 'date' | 'instant' | 'moment' | 'number' | 'choice' | 'list', choices: readonly (string | boolean)[], isRequired: boolean }} Field */

/** The fields of a rule. @param {string} id @returns {readonly Field[]} */
export function fieldsOf(id) {
  const schema = /** @type {any} */ (jsonSchemas)[`${id}Facts`];
  return Object.entries(schema.properties).map(([name, given]) => {
    const flat = alternatives(given, schema.$defs ?? {});
    const choices = flat.flatMap((each) => (each.type === 'boolean' ? [true, false] : (each.enum ?? [])));
    return { name, kind: choices.length > 0 ? 'choice' : kindOf(flat), choices, isRequired: (schema.required ?? []).includes(name) };
  });
}

/** @param {readonly any[]} flat */
function kindOf(flat) {
  const isDate = flat.some(({ format }) => format === 'date');
  const isInstant = flat.some(({ pattern }) => String(pattern).includes('T('));
  if (isDate && isInstant) return 'moment';
  if (isDate || isInstant) return isDate ? 'date' : 'instant';
  return flat.some(({ type }) => type === 'array') ? 'list' : 'number';
}

/** @param {any} of @param {Record<string, any>} definitions @returns {readonly any[]} */
function alternatives(of, definitions) {
  if (of.$ref) return alternatives(definitions[of.$ref.split('/').pop()], definitions);
  return of.anyOf ? of.anyOf.flatMap((/** @type {any} */ each) => alternatives(each, definitions)) : [of];
}

/** The field of a fact. @param {Field} field @param {State} state */
export function fieldFor({ name, kind, choices, isRequired }, state) {
  const label = `${title(name)}${isRequired ? '' : ' (optional)'}`;
  const id = `fact-${name}`;
  const facts = factsOf(state);
  /** @param {unknown} value @param {Unread} [wrong] */
  const set = (value, wrong) => send({ type: 'fact-changed', name, value, wrong });
  const described = { id, 'aria-describedby': `needed-${id}` };
  const given = facts.known[name];
  switch (kind) {
    case 'list': {
      const { cohortsFrom } = state.register;
      const whose = cohortsFrom === undefined ? 'cohorts of the example' : `cohorts of ${cohortsFrom}`;
      return h('p.field', h('span', label), ` the ${cohortsOf(state).length} ${whose}`);
    }
    case 'choice': {
      const options = choices.map((each) => /** @type {const} */ ([String(each), choiceInWords(each)]));
      const take = (/** @type {string} */ chosen) => set(choices.find((each) => String(each) === chosen));
      const { field } = choice(label, [['', isRequired ? 'choose' : 'not given'], ...options], {
        ...described,
        value: String(given ?? ''),
        take,
      });
      field.append(noteOf(id));
      return field;
    }
    case 'number': {
      const wrong = { says: 'This is not a number.', day: '', time: '' };
      const onchange = () => (input.validity.badInput ? set(undefined, wrong) : set(input.value === '' ? undefined : Number(input.value)));
      const input = h('input', { ...described, type: 'number', min: 0, step: 1, value: given ?? '', onchange });
      return h('label.field', h('span', label), input, noteOf(id));
    }
    default: {
      const unread = facts.wrong[id];
      return momentField({ id, label, kind, value: String(given ?? ''), unread, set: (read) => set(read.value, read.unread) }).field;
    }
  }
}

/** @param {string | boolean} choice */
function choiceInWords(choice) {
  if (typeof choice === 'boolean') return choice ? 'yes' : 'no';
  return choice === 'none' ? 'not yet' : words(choice);
}
