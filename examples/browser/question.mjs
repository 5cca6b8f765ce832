// One question of the policy: the facts of a rule, asked for by its own schema, and its answer as they stand.
import { explain, questionsFor, receipt, rules } from 'professional-status';
import { londonInstant } from 'professional-status/calendar';
import { jsonSchemas } from 'professional-status/schemas';
import { changes, counts, readingsOf, steps } from './answer.mjs';
import { $, choice, download, fill, h } from './dom.mjs';
import { keepInAddress, policy, state } from './state.mjs';
import { policyLine } from './switches.mjs';
import { title, words } from './words.mjs';

/** @typedef {{ name: string, kind: 'date' | 'instant' | 'moment' | 'number' | 'choice' | 'list', choices: readonly (string | boolean)[], isRequired: boolean }} Field */

/** What is typed, by the name of the fact; it stays on this page. @type {Record<string, unknown>} */
let known = {};
/** @type {() => void} */
let onChange = () => undefined;
/** @type {readonly object[]} */
let cohorts = [];

/** The rules, with the sentence of each from its documentation. */
const sentences = /** @type {Record<string, string>} */ (/** @type {any} */ (globalThis).ruleSentences ?? {});

/** @param {readonly object[]} known @param {() => void} changed */
export function prepareQuestion(known, changed) {
  [cohorts, onChange] = [known, changed];
}

/** The fields of a rule, as its schema has them. @param {string} id @returns {readonly Field[]} */
function fieldsOf(id) {
  const schema = /** @type {any} */ (jsonSchemas)[`${id}Facts`];
  return Object.entries(schema.properties).map(([name, given]) => {
    const flat = alternatives(given, schema.$defs ?? {});
    const choices = flat.flatMap((each) => (each.type === 'boolean' ? [true, false] : (each.enum ?? [])));
    const isDate = flat.some(({ format }) => format === 'date');
    const isInstant = flat.some(({ pattern }) => String(pattern).includes('T('));
    const kind =
      choices.length > 0
        ? 'choice'
        : isDate && isInstant
          ? 'moment'
          : isDate
            ? 'date'
            : isInstant
              ? 'instant'
              : flat.some(({ type }) => type === 'array')
                ? 'list'
                : 'number';
    return { name, kind, choices, isRequired: (schema.required ?? []).includes(name) };
  });
}

/** @param {any} of @param {Record<string, any>} definitions @returns {readonly any[]} */
function alternatives(of, definitions) {
  if (of.$ref) return alternatives(definitions[of.$ref.split('/').pop()], definitions);
  return of.anyOf ? of.anyOf.flatMap((/** @type {any} */ each) => alternatives(each, definitions)) : [of];
}

/** Shows the form of the chosen rule, with these facts in it. @param {Record<string, unknown>} [facts] */
export function showQuestion(facts = {}) {
  known = { ...facts };
  const options = Object.values(rules).map(
    ({ id, clauses }) => /** @type {const} */ ([id, `${title(id)} (${String(clauses[0]).replace('support/', '')})`]),
  );
  const rule = choice('Question', options, {
    id: 'rule',
    value: state.rule,
    onchange: () => {
      [state.rule, state.example] = [rule.control.value, ''];
      keepInAddress();
      showQuestion();
      $('rule').focus();
    },
  });
  const fields = fieldsOf(state.rule);
  if (fields.some(({ kind }) => kind === 'list')) known['cohorts'] ??= cohorts;
  fill('question-form', rule.field, h('p', { class: 'hint' }, sentences[state.rule] ?? ''), fields.map(fieldFor));
  showAnswer();
}

/** @param {Field} field */
function fieldFor({ name, kind, choices, isRequired }) {
  const label = `${title(name)}${isRequired ? '' : ' (optional)'}`;
  /** @param {unknown} value */
  const set = (value) => {
    known = Object.fromEntries(Object.entries({ ...known, [name]: value }).filter(([, each]) => each !== '' && each !== undefined));
    state.example = '';
    keepInAddress();
    showAnswer();
  };
  const note = h('small', { class: 'needed', id: `needed-${name}` });
  const described = { id: `fact-${name}`, 'aria-describedby': `needed-${name}` };
  if (kind === 'list') return h('p', { class: 'field' }, h('span', {}, label), ` the ${cohorts.length} cohorts of the example`);
  if (kind === 'choice') {
    const chosen = known[name] === undefined ? '' : String(known[name]);
    const options = choices.map(
      (each) =>
        /** @type {const} */ ([
          String(each),
          each === true ? 'yes' : each === false ? 'no' : each === 'none' ? 'not yet' : words(String(each)),
        ]),
    );
    const { field, control } = choice(label, [['', isRequired ? 'choose' : 'not given'], ...options], {
      ...described,
      value: chosen,
      onchange: () => set(choices.find((each) => String(each) === control.value) ?? ''),
    });
    field.append(note);
    return field;
  }
  if (kind === 'number') {
    const input = /** @type {HTMLInputElement} */ (
      h('input', {
        ...described,
        type: 'number',
        min: 0,
        step: 1,
        value: known[name] ?? '',
        onchange: () => set(input.value === '' ? '' : Number(input.value)),
      })
    );
    return h('label', { class: 'field' }, h('span', {}, label), input, note);
  }
  return momentField(label, kind, String(known[name] ?? ''), described, note, set);
}

/** A day and, where an hour may matter, a time of London. @param {string} label @param {'date' | 'instant' | 'moment'} kind @param {string} value @param {{ id: string, 'aria-describedby': string }} described @param {Node} note @param {(value: unknown) => void} set */
function momentField(label, kind, value, described, note, set) {
  const changed = () => {
    const [day, hour] = [/** @type {HTMLInputElement} */ (date).value, /** @type {HTMLInputElement} */ (time).value];
    if (day === '' || (kind === 'instant' && hour === '')) return set('');
    if (kind === 'date' || hour === '') return set(day);
    try {
      set(londonInstant(/** @type {any} */ (day), hour));
    } catch {
      set(`${day}T${hour}`); // a time that London skipped: the library says so
    }
  };
  const date = h('input', {
    ...described,
    type: 'date',
    min: '1996-01-01',
    max: '2199-12-31',
    value: value.slice(0, 10),
    onchange: changed,
  });
  const time = h('input', {
    id: `${described.id}-time`,
    type: 'time',
    step: 1,
    value: value.slice(11, 19),
    'aria-label': `${label}: time in London`,
    onchange: changed,
  });
  return h(
    'div',
    { class: 'field' },
    h('label', { for: described.id }, label),
    h('span', { class: 'moment' }, date, kind === 'date' ? '' : time),
    note,
  );
}

/** The answer to the facts as they stand. */
export function showAnswer() {
  const id = /** @type {keyof typeof rules} */ (state.rule);
  const rule = rules[id];
  const problems = rule.check(known);
  const malformed = problems.filter(({ path }) => path.length > 0 && known[String(path[0])] !== undefined);
  if (malformed.length > 0) {
    const told = malformed.map(({ path, message }) => h('li', {}, h('strong', {}, title(String(path[0]))), ` ${message}`));
    fill('question-answer', h('h2', {}, 'The facts cannot be so'), h('ul', { class: 'problems' }, told));
    return announce(`The facts cannot be so: ${malformed.length} to mend`);
  }
  const isWhole = problems.length === 0;
  const chosen = policy();
  const decision = isWhole ? rule(known, chosen) : rule.given(known, chosen);
  const missing = questionsFor(rule, known, chosen).filter(({ name }) => problems.some(({ path }) => path[0] === name));
  for (const { name, isRequired } of fieldsOf(id)) {
    const note = document.getElementById(`needed-${name}`);
    if (note)
      note.textContent = missing.some((each) => each.name === name)
        ? 'needed'
        : isRequired && known[name] === undefined
          ? 'plays no part so far'
          : '';
  }
  if (!decision.settled && missing.length > 0) {
    const needed = missing.map(({ name, clauses }) =>
      h('li', {}, h('strong', {}, title(name)), `, on which the answer turns (${clauses.join(', ')})`),
    );
    fill('question-answer', h('h2', {}, 'Still to be told'), h('ul', {}, needed));
    return announce(`Still to be told: ${missing.map(({ name }) => words(name)).join(', ')}`);
  }
  const { line } = explain(decision, chosen);
  const deadlines = decision.settled
    ? Object.values(decision.detail).filter((value) => typeof value === 'object' && value !== null && 'due' in value)
    : [];
  const whole = isWhole ? known : undefined;
  fill(
    'question-answer',
    h('p', { class: `outcome ${decision.outcome}` }, title(decision.outcome)),
    h('h2', { class: 'line', tabindex: -1 }, line),
    steps(decision),
    ...counts(deadlines),
    ...(whole ? changes(id, whole) : []),
    ...readingsOf(id, whole, decision.basis.readings, onChange),
    h('p', { class: 'cite' }, policyLine()),
    whole &&
      h(
        'button',
        {
          type: 'button',
          onclick: () => download(`${id}-receipt.json`, 'application/json', `${JSON.stringify(receipt(rule, whole, policy()), null, 2)}\n`),
        },
        'Download the receipt',
      ),
  );
  announce(line);
}

/** Reads the answer out, to who does not see it come. @param {string} text */
function announce(text) {
  $('announced').textContent = text;
}
