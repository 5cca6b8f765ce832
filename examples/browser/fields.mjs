// What is said at a field, and in the place of an answer.
import { InvalidFacts } from 'professional-status';
import { $, fill, h } from './dom.mjs';
import { inWords, label, title } from './words.mjs';

/** @import { Issue } from 'professional-status' */
/** @import { State, Wrong } from './state.mjs' */

/** Where something is said at a field. @param {string} id of the field */
export const noteOf = (id) => h('small.needed', { id: `needed-${id}` });

/** Says something at a field: what is needed, or what is wrong with it. @param {string} id @param {string} text @param {boolean} [isWrong] */
export function say(id, text, isWrong = false) {
  const note = document.getElementById(`needed-${id}`);
  if (!note) return;
  note.textContent = isWrong ? `⚠ ${text}` : text;
  note.classList.toggle('wrong', isWrong);
  for (const field of document.querySelectorAll(`[aria-describedby~="${CSS.escape(note.id)}"]`)) {
    if (isWrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}

/** Says at each of some fields what is wrong with it, or nothing. @param {readonly string[]} ids @param {Record<string, string>} told */
export function sayAll(ids, told) {
  for (const id of ids) say(id, told[id] ?? '', told[id] !== undefined);
}

/** What is said of the fields that cannot be read. @param {Wrong} wrong @returns {Record<string, string>} */
export const saidOf = (wrong) => Object.fromEntries(Object.entries(wrong).map(([id, { says }]) => [id, says]));

/** What the library says is wrong, if it says so. @param {() => unknown} ask @returns {readonly Issue[]} */
export function issuesOf(ask) {
  try {
    ask();
    return [];
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
}

/** What the library says of a value, with the names of facts and the dates as the page writes them. @param {string} message */
export function plainly(message) {
  return message
    .replace(/\b[a-z]+(?:[A-Z][a-z]+)+\b/g, (name) => `“${title(name)}”`)
    .replace(/\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/g, inWords);
}

/** Shows that there is no answer, and why. @param {string} view @param {string} heading @param {readonly (readonly [label: string, message: string])[]} problems */
export function noAnswer(view, heading, problems) {
  const told = problems.map(([label, message]) => h('li', label && h('strong', `${label}: `), message));
  fill(`${view}-answer`, h('h2', heading), h('ul.problems', ...told));
  announce(`${heading}: ${problems.map(([label]) => label).join(', ')}`);
}

/**
 * Says at each field what is wrong with it, and that there is no answer then.
 *
 * @param {string} view @param {string} heading @param {Readonly<Record<string, string>>} names of the fields
 * @param {Readonly<Record<string, string>>} problems by field @returns whether something is wrong
 */
export function tellWrong(view, heading, names, problems) {
  sayAll(Object.keys(names), problems);
  const told = Object.entries(problems).map(([id, message]) => /** @type {const} */ ([names[id] ?? '', message]));
  if (told.length > 0) noAnswer(view, heading, told);
  return told.length > 0;
}

/**
 * Shows an answer: its outcome, the line that is read out, and all else.
 *
 * @param {string} view @param {Node | undefined} outcome @param {string} line @param {...import('./dom.mjs').Child} others
 */
export function answer(view, outcome, line, ...others) {
  fill(`${view}-answer`, outcome, h('h2.line', { tabindex: -1 }, line), ...others);
  announce(line);
}

/** @param {'outcome' | 'stage'} sort @param {string} code */
export const outcomeOf = (sort, code) => h('p', { class: `outcome ${code}` }, label(sort, code));

/** Reads the answer out, to who does not see it come. @param {string} text */
export function announce(text) {
  $('announced').textContent = text;
}

/**
 * Draws a form anew only where what it is made of has changed, so that a field that is being typed into stays.
 *
 * @param {(state: State) => void} draw @returns {(state: State, anew: boolean, of: readonly unknown[]) => void}
 */
export function drawnFrom(draw) {
  /** @type {readonly unknown[] | undefined} */
  let drawn;
  return (state, anew, of) => {
    const isSame = of.every((each, index) => each === drawn?.[index]);
    if (anew || drawn === undefined || !isSame) draw(state);
    drawn = of;
  };
}
