// Fields that take a day or a time of London, and what is said at a field.
import { InvalidFacts, londonInstant, plainDate } from 'professional-status';
import { $, h } from './dom.mjs';
import { inWords, title } from './words.mjs';

/** @import { Issue } from 'professional-status' */
/** @import { State, Unread, Wrong } from './state.mjs' */
/** @typedef {'date' | 'instant' | 'moment'} Kind a day, a time on a day, or either */
/** @typedef {{ value: string, unread?: Unread }} Read what was read, empty where nothing was given; and what cannot be read, and why */

/**
 * A field for a day and, where an hour may matter, a time of London.
 *
 * @param {{ id: string, label: string, kind: Kind, value: string, unread?: Unread | undefined, set?: (read: Read) => void, time?: Record<string, unknown> }} field `unread` is what was typed and cannot be read
 * @returns {{ field: HTMLElement, read: () => Read }}
 */
export function momentField({ id, label, kind, value, unread, set, time: more = {} }) {
  const onchange = () => set?.(read());
  const described = { 'aria-describedby': `needed-${id}`, onchange };
  const date = /** @type {HTMLInputElement} */ (
    h('input', { id, type: 'date', min: '1900-01-01', max: '2199-12-31', value: unread?.day ?? value.slice(0, 10), ...described })
  );
  const time = /** @type {HTMLInputElement} */ (
    h('input', {
      id: `${id}-time`,
      type: 'time',
      step: 1,
      value: unread?.time ?? value.slice(11, 19),
      'aria-label': `${label}: time in London`,
      ...described,
      ...more,
    })
  );
  const read = () => readMoment(kind, date, kind === 'date' || time.hidden ? undefined : time);
  const field = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('span', { class: 'moment' }, date, kind === 'date' ? '' : time),
    noteOf(id),
  );
  return { field, read };
}

/** @param {Kind} kind @param {HTMLInputElement} date @param {HTMLInputElement} [time] @returns {Read} */
function readMoment(kind, { value: day, validity }, time) {
  const hour = time?.value ?? '';
  /** @param {string} says @returns {Read} */
  const unread = (says) => ({ value: '', unread: { says, day, time: hour } });
  if (validity.badInput || time?.validity.badInput) return unread('This is not a whole date or time that exists.');
  if (day === '') return hour === '' ? { value: '' } : unread('Give the day as well, or leave the time out.');
  if (kind === 'instant' && time && hour === '') return unread('Give the time in London as well, such as 17:00.');
  const ask = () => (hour === '' ? plainDate(day) : londonInstant(/** @type {any} */ (day), hour));
  const [first] = issuesOf(ask);
  if (first === undefined) return { value: ask() };
  return unread(
    first.path[0] === 'time'
      ? `London’s clock did not show ${hour.slice(0, 5)} on ${inWords(day)}: it went forward that night.`
      : `The day ${plainly(first.message)}.`,
  );
}

/** What is unread where a day is needed and none was given. @param {Read} read @returns {Unread | undefined} */
export const neededDay = ({ value, unread }) => unread ?? (value === '' ? { says: 'A day is needed.', day: '', time: '' } : undefined);

/** Where something is said at a field. @param {string} id of the field */
export const noteOf = (id) => h('small', { class: 'needed', id: `needed-${id}` });

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
  const told = problems.map(([label, message]) => h('li', {}, label && h('strong', {}, `${label}: `), message));
  $(`${view}-answer`).replaceChildren(h('h2', {}, heading), h('ul', { class: 'problems' }, told));
  announce(`${heading}: ${problems.map(([label]) => label).join(', ')}`);
}

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
