// All rules: one rule, its facts, and its answer as they are.
import { explain, questionsFor, receipt, rules } from 'professional-status';
import { button, choice, downloadJson, fill, h } from '../dom.mjs';
import { announce, answer, drawnFrom, outcomeOf, plainly, saidOf, say, tellWrong } from '../fields.mjs';
import { policyOf } from '../policy.mjs';
import { cohortsOf, factsOf } from '../state.mjs';
import { send } from '../store.mjs';
import { policyLine } from '../switches.mjs';
import { title, words } from '../words.mjs';
import { changes, counts, readingsOf, steps } from './answer.mjs';
import { fieldFor, fieldsOf } from './fields.mjs';
import { groups } from './groups.mjs';

/** @import { Issue } from 'professional-status' */
/** @import { State } from '../state.mjs' */

/** The rules, with the sentence of each from its documentation. */
const sentences = /** @type {Record<string, string>} */ (/** @type {any} */ (globalThis).ruleSentences ?? {});

const draw = drawnFrom((state) => {
  const rule = choice('Rule', [], {
    id: 'rule',
    take: (chosen) => send({ type: 'shown', where: { view: 'question', rule: chosen } }),
  });
  rule.control.append(
    ...Object.entries(groups).map(([name, of]) =>
      h(
        'optgroup',
        { label: name },
        ...Object.entries(of).map(([id, plain]) => h('option', { value: id, selected: id === state.rule }, plain)),
      ),
    ),
  );
  fill(
    'question-form',
    rule.field,
    h('p.hint', sentences[state.rule] ?? ''),
    ...fieldsOf(state.rule).map((field) => fieldFor(field, state)),
  );
});

/** Shows the rule that is asked, its facts and its answer. @param {State} state @param {boolean} anew */
export function showQuestion(state, anew) {
  draw(state, anew, [state.rule, state.asked[state.rule], state.register.cohorts]);
  showAnswer(state);
}

/** @param {State} state */
function showAnswer(state) {
  const id = /** @type {keyof typeof rules} */ (state.rule);
  const rule = rules[id];
  const fields = fieldsOf(id);
  const facts = factsOf(state);
  const known = { ...facts.known, ...(fields.some(({ kind }) => kind === 'list') && { cohorts: cohortsOf(state) }) };
  const problems = rule.check(known);
  const told = toldOf(facts, known, problems);
  const names = Object.fromEntries(fields.map(({ name }) => [`fact-${name}`, title(name)]));
  if (tellWrong('question', 'The facts cannot be so', names, told)) return;
  const isWhole = problems.length === 0;
  const policy = policyOf(state);
  const decision = isWhole ? rule(known, policy) : rule.given(known, policy);
  const missing = questionsFor(rule, known, policy).filter(({ name }) => problems.some(({ path }) => path[0] === name));
  for (const { name, isRequired } of fields) {
    const isMissing = missing.some((each) => each.name === name);
    if (isMissing) say(`fact-${name}`, 'needed');
    else if (isRequired && facts.known[name] === undefined) say(`fact-${name}`, 'plays no part so far');
  }
  if (!decision.settled && missing.length > 0) {
    const needed = missing.map(({ name }) => h('li', title(name)));
    fill('question-answer', h('h2', 'Enter these to get an answer'), h('ul', ...needed));
    return announce(`Enter these to get an answer: ${missing.map(({ name }) => words(name)).join(', ')}`);
  }
  showDecision(state, id, decision, isWhole ? known : undefined);
}

/** What is wrong with the facts, by field. @param {ReturnType<typeof factsOf>} facts @param {Record<string, unknown>} known @param {readonly Issue[]} problems @returns {Record<string, string>} */
function toldOf({ wrong }, known, problems) {
  const malformed = problems.filter(({ path }) => path.length > 0 && known[String(path[0])] !== undefined);
  return { ...Object.fromEntries(malformed.map(({ path, message }) => [`fact-${String(path[0])}`, plainly(message)])), ...saidOf(wrong) };
}

/** @param {State} state @param {keyof typeof rules} id @param {any} decision @param {Record<string, unknown> | undefined} whole its facts, where all are known */
function showDecision(state, id, decision, whole) {
  const policy = policyOf(state);
  const { line } = explain(decision, policy);
  const details = decision.settled ? Object.values(decision.detail) : [];
  const deadlines = details.filter((value) => typeof value === 'object' && value !== null && 'due' in value);
  const saveReceipt = () => downloadJson(`${id}-receipt`, receipt(rules[id], /** @type {any} */ (whole), policy));
  answer(
    'question',
    outcomeOf('outcome', decision.outcome),
    line,
    ...steps(decision, state),
    ...counts(deadlines, state),
    ...(whole ? changes(id, whole, state) : []),
    ...readingsOf(id, whole, decision.basis.readings, state),
    h('p.cite', policyLine(state)),
    whole && button('Download the decision record', saveReceipt),
  );
}
