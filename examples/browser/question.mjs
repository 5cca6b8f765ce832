// One question of the policy: the facts of a rule, asked for by its own schema, and its answer as they stand.
import { explain, questionsFor, receipt, rules } from 'professional-status';
import { jsonSchemas } from 'professional-status/schemas';
import { changes, counts, readingsOf, steps } from './answer.mjs';
import { $, choice, download, fill, h } from './dom.mjs';
import { momentField, noAnswer, noteOf, plainly, say } from './fields.mjs';
import { changed, cohorts, factsShown, go, policy, state } from './state.mjs';
import { policyLine } from './switches.mjs';
import { title, words } from './words.mjs';

/** @typedef {{ name: string, kind: 'date' | 'instant' | 'moment' | 'number' | 'choice' | 'list', choices: readonly (string | boolean)[], isRequired: boolean }} Field */

/** The facts whose fields are drawn, and the cohorts that they name. @type {unknown[]} */
let drawn = [];

/** The rules, with the sentence of each from its documentation. */
const sentences = /** @type {Record<string, string>} */ (/** @type {any} */ (globalThis).ruleSentences ?? {});

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

/** Shows the question that is asked, its facts and its answer. @param {boolean} anew */
export function showQuestion(anew) {
  const now = [factsShown(), state.register.cohorts];
  if (anew || now.some((each, index) => each !== drawn[index])) drawForm();
  drawn = now;
  showAnswer();
}

function drawForm() {
  const options = Object.values(rules).map(
    ({ id, clauses }) => /** @type {const} */ ([id, `${title(id)} (${String(clauses[0]).replace('support/', '')})`]),
  );
  const rule = choice('Question', options, {
    id: 'rule',
    value: state.rule,
    onchange: () => go({ rule: rule.control.value, example: '' }, 'push'),
  });
  fill('question-form', rule.field, h('p', { class: 'hint' }, sentences[state.rule] ?? ''), fieldsOf(state.rule).map(fieldFor));
}

/** @param {Field} field */
function fieldFor({ name, kind, choices, isRequired }) {
  const label = `${title(name)}${isRequired ? '' : ' (optional)'}`;
  const id = `fact-${name}`;
  const facts = factsShown();
  /** @param {unknown} value @param {string} [wrong] */
  const set = (value, wrong) => {
    facts.known = Object.fromEntries(Object.entries({ ...facts.known, [name]: value }).filter(([, each]) => each !== ''));
    facts.wrong = Object.fromEntries(Object.entries({ ...facts.wrong, [name]: wrong ?? '' }).filter(([, each]) => each !== ''));
    changed(facts);
  };
  const described = { id, 'aria-describedby': `needed-${id}` };
  if (kind === 'list') {
    const { cohortsFrom } = state.register;
    const whose = cohortsFrom === undefined ? 'cohorts of the example' : `cohorts of ${cohortsFrom}`;
    return h('p', { class: 'field' }, h('span', {}, label), ` the ${cohorts().length} ${whose}`);
  }
  if (kind === 'choice') {
    const chosen = facts.known[name] === undefined ? '' : String(facts.known[name]);
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
    field.append(noteOf(id));
    return field;
  }
  if (kind === 'number') {
    const input = /** @type {HTMLInputElement} */ (
      h('input', {
        ...described,
        type: 'number',
        min: 0,
        step: 1,
        value: facts.known[name] ?? '',
        onchange: () => (input.validity.badInput ? set('', 'This is not a number.') : set(input.value === '' ? '' : Number(input.value))),
      })
    );
    return h('label', { class: 'field' }, h('span', {}, label), input, noteOf(id));
  }
  return momentField({ id, label, kind, value: String(facts.known[name] ?? ''), set: ({ value, wrong }) => set(value, wrong) }).field;
}

/** The answer to the facts as they are. */
function showAnswer() {
  const id = /** @type {keyof typeof rules} */ (state.rule);
  const rule = rules[id];
  const fields = fieldsOf(id);
  const { wrong } = factsShown();
  /** @type {Record<string, unknown>} */
  const known = { ...factsShown().known, ...(fields.some(({ kind }) => kind === 'list') && { cohorts: cohorts() }) };
  const problems = rule.check(known);
  const malformed = problems.filter(({ path }) => path.length > 0 && known[String(path[0])] !== undefined);
  /** @type {Record<string, string>} */
  const told = { ...Object.fromEntries(malformed.map(({ path, message }) => [String(path[0]), plainly(message)])), ...wrong };
  for (const { name } of fields) say(`fact-${name}`, told[name] ?? '', told[name] !== undefined);
  if (Object.keys(told).length > 0)
    return noAnswer(
      'question',
      'The facts cannot be so',
      Object.entries(told).map(([name, message]) => [title(name), message]),
    );
  const isWhole = problems.length === 0;
  const chosen = policy();
  const decision = isWhole ? rule(known, chosen) : rule.given(known, chosen);
  const missing = questionsFor(rule, known, chosen).filter(({ name }) => problems.some(({ path }) => path[0] === name));
  for (const { name, isRequired } of fields) {
    const isMissing = missing.some((each) => each.name === name);
    if (isMissing) say(`fact-${name}`, 'needed');
    else if (isRequired && known[name] === undefined) say(`fact-${name}`, 'plays no part so far');
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
    ...steps(decision),
    ...counts(deadlines),
    ...(whole ? changes(id, whole) : []),
    ...readingsOf(id, whole, decision.basis.readings),
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
