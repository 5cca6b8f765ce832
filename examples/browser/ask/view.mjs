// Guided questions: one at a time, then the answer, what to do next, and why.
import { clauses, explain, rules } from 'professional-status';
import { addressOf } from '../address.mjs';
import { $, button, fill, h, option } from '../dom.mjs';
import { announce, answer, drawnFrom, noAnswer, noteOf, outcomeOf, plainly, saidOf, sayAll } from '../fields.mjs';
import { clauseLink } from '../marks.mjs';
import { momentField } from '../moment.mjs';
import { policyOf } from '../policy.mjs';
import { counts, readingsOf, steps } from '../rules/answer.mjs';
import { send } from '../store.mjs';
import { policyLine } from '../switches.mjs';
import { inWords } from '../words.mjs';
import { asks } from './questions.mjs';

/** @import { State } from '../state.mjs' */
/** @import { Ask, Asked, Next } from './questions.mjs' */

/** What was told up to the question that is asked now. @param {State} state @param {Ask} ask @returns {Record<string, unknown>} */
function toldIn({ ask: { about, known, step } }, ask) {
  const told = ask.facts.slice(0, step).map(({ name }) => [name, known[about]?.[name]]);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

/** The question that is asked now: the first that was not told; none where the rule needs no more. @param {State} state @param {Ask} ask */
function askedNow(state, ask) {
  const told = toldIn(state, ask);
  const next = ask.facts.find(({ name }) => told[name] === undefined);
  const known = { ...ask.fixed, ...told, ...(ask.asOf && { asOf: state.today }) };
  const rule = rules[ask.rule];
  const isSettled = Object.keys(told).length > 0 && rule.check(known).length > 0 && rule.given(known, policyOf(state)).settled;
  return { known, next: isSettled ? undefined : next };
}

/** Shows the list of questions, the one that is asked, or the answer. @param {State} state @param {boolean} anew */
export function showAsk(state, anew) {
  const ask = asks[state.ask.about];
  draw(state, anew, [state.ask.about, state.ask.step, state.ask.known]);
  sayAll(['told'], saidOf(state.ask.wrong));
  if (ask === undefined) return fill('ask-answer', h('p.hint', 'Choose a question. The answer says what to do next, and why.'));
  const { known, next } = askedNow(state, ask);
  if (next !== undefined) return fill('ask-answer', h('p.hint', 'The answer comes after the last question.'));
  showAnswer(state, ask, known);
}

const draw = drawnFrom((state) => {
  const ask = asks[state.ask.about];
  if (ask === undefined) {
    const links = Object.entries(asks).map(([id, { title }]) => h('li', h('a', { href: `#ask?about=${id}` }, title)));
    return fill('ask-form', h('h2', 'What do you want to know?'), h('ul.asks', ...links));
  }
  const { next } = askedNow(state, ask);
  const told = toldIn(state, ask);
  const answers = ask.facts
    .filter(({ name }) => told[name] !== undefined)
    .map((fact) =>
      h('div', h('dt', fact.ask), h('dd', toldAs(fact, told[fact.name]), ' ', changeLink(state, fact, ask.facts.indexOf(fact)))),
    );
  fill(
    'ask-form',
    h('p.hint', h('a', { href: addressOf({ ...state, ask: { ...state.ask, about: '', step: 0 } }) }, 'All questions')),
    h('h2', ask.title),
    next && questionForm(state, next, ask.facts.indexOf(next), ask.facts.length),
    answers.length > 0 && h('dl.told', ...answers),
  );
});

/** @param {State} state @param {Asked} fact @param {number} step */
function changeLink(state, { ask }, step) {
  return h('a', { href: addressOf({ ...state, ask: { ...state.ask, step } }), 'aria-label': `Change: ${ask}` }, 'Change');
}

/** @param {Asked} fact @param {unknown} value */
const toldAs = (fact, value) => h('data', { value: JSON.stringify([fact.name, value]) }, toldInWords(fact, value));

/** @param {Asked} fact @param {unknown} value */
function toldInWords({ choices, none }, value) {
  if (value === 'none') return none ?? '';
  return choices?.find(([each]) => each === value)?.[1] ?? inWords(value);
}

/** The question that is asked, with what was told before, if it was. @param {State} state @param {Asked} fact @param {number} at @param {number} of */
function questionForm(state, { name, ask, hint, kind, choices = [], none }, at, of) {
  const before = state.ask.known[state.ask.about]?.[name];
  const tell = (/** @type {unknown} */ value) => {
    send({ type: 'told', name, value, step: at + 1 });
    const outcome = $('ask-answer').querySelector('.outcome');
    if (outcome) outcome.scrollIntoView({ block: 'center' });
    else $('ask-form').scrollIntoView({ block: 'nearest' });
  };
  const wrong = (/** @type {string} */ says) => {
    send({ type: 'ask-wrong', wrong: { told: { says, day: '', time: '' } } });
    announce(says);
  };
  const value = before === undefined || before === 'none' ? '' : String(before);
  const moment = kind === 'choice' ? undefined : momentField({ id: 'told', label: ask, kind, value, isNeeded: true });
  const options = choices.map(([value, text], index) =>
    option({ name: 'told', value: index, checked: value === before, 'aria-describedby': 'needed-told' }, text),
  );
  /** @param {Event} submitted */
  const take = (submitted) => {
    submitted.preventDefault();
    if (moment) {
      const read = moment.read();
      return read.unread ? wrong(read.unread.says) : tell(read.value);
    }
    const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector('input:checked'));
    return chosen ? tell(choices[Number(chosen.value)]?.[0]) : wrong('Choose one of these.');
  };
  const form = h(
    'form',
    { onsubmit: take, novalidate: true },
    h('p.hint', `Question ${at + 1} of ${of}`),
    hint && h('p.hint', hint),
    moment ? moment.field : h('fieldset.reading', h('legend', ask), ...options, noteOf('told')),
    h('button', { type: 'submit' }, 'Continue'),
    none !== undefined && ' ',
    none !== undefined && button(none, () => tell('none'), { class: 'quiet' }),
  );
  return form;
}

/** @param {State} state @param {Ask} ask @param {Record<string, unknown>} known */
function showAnswer(state, ask, known) {
  const rule = rules[ask.rule];
  const policy = policyOf(state);
  const problems = rule.check(known);
  const malformed = problems.filter(({ path }) => known[String(path[0])] !== undefined);
  if (malformed.length > 0)
    return noAnswer(
      'ask',
      'There is no answer: these cannot be so',
      malformed.map(({ message }) => ['', plainly(message)]),
    );
  const isWhole = problems.length === 0;
  const decision = /** @type {any} */ (isWhole ? rule(known, policy) : rule.given(known, policy));
  const { line } = explain(decision, policy);
  const due = decision.settled ? decision.detail.responseDue : undefined;
  answer(
    'ask',
    outcomeOf('outcome', decision.outcome),
    line,
    ...nextOf(ask.next(decision.outcome, known)),
    h(
      'details.why',
      h('summary', 'Why'),
      ...steps(decision, state),
      ...counts(due === undefined ? [] : [due], state),
      ...readingsOf(ask.rule, isWhole ? known : undefined, decision.basis.readings, state),
    ),
    h('p.cite', policyLine(state)),
    button('Print', () => print()),
  );
}

/** What to do next: what the clauses say, and a draft to send. @param {Next} next */
function nextOf({ clauses: said, email, more }) {
  const query =
    email && Object.entries({ subject: email.subject, body: email.body }).map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return [
    h('h3', 'What to do next'),
    h(
      'ul.plain',
      ...said.map((clause) => h('li', h('span', clauses[clause].says), clauseLink(clause))),
      email && h('li', 'Send it to ', h('a', { href: `mailto:${email.to}?${query?.join('&')}` }, email.to)),
      more && h('li', h('a', { href: more.href }, more.text)),
    ),
    email &&
      h('details', h('summary', 'A draft of the email'), h('pre.draft', `To: ${email.to}\nSubject: ${email.subject}\n\n${email.body}`)),
  ];
}
