// Fields that take a day or a time of London, and what is said at a field.
import { InvalidFacts, plainDate } from 'professional-status';
import { londonInstant } from 'professional-status/calendar';
import { $, h } from './dom.mjs';
import { inWords, title } from './words.mjs';

/** @import { Issue } from 'professional-status' */
/** @typedef {'date' | 'instant' | 'moment'} Kind a day, a time on a day, or either */
/** @typedef {{ value: string, wrong?: string }} Read what was read, empty where nothing was given; and why it cannot be read */

/**
 * A field for a day and, where an hour may matter, a time of London.
 *
 * @param {{ id: string, label: string, kind: Kind, value: string, set?: (read: Read) => void, time?: Record<string, unknown> }} field
 * @returns {{ field: HTMLElement, read: () => Read }}
 */
export function momentField({ id, label, kind, value, set, time: more = {} }) {
  const read = () => readMoment(date, kind === 'date' || time.hidden ? undefined : time);
  const onchange = () => set?.(read());
  const described = { 'aria-describedby': `needed-${id}`, onchange };
  const date = /** @type {HTMLInputElement} */ (
    h('input', { id, type: 'date', min: '1900-01-01', max: '2199-12-31', value: value.slice(0, 10), ...described })
  );
  const time = /** @type {HTMLInputElement} */ (
    h('input', {
      id: `${id}-time`,
      type: 'time',
      step: 1,
      value: value.slice(11, 19),
      'aria-label': `${label}: time in London`,
      ...described,
      ...more,
    })
  );
  /** @param {HTMLInputElement} date @param {HTMLInputElement} [time] @returns {Read} */
  function readMoment({ value: day, validity }, time) {
    const hour = time?.value ?? '';
    if (validity.badInput || time?.validity.badInput) return { value: '', wrong: 'This is not a whole date or time that exists.' };
    if (day === '') return hour === '' ? { value: '' } : { value: '', wrong: 'Give the day as well, or leave the time out.' };
    if (kind === 'instant' && time && hour === '') return { value: '', wrong: 'Give the time in London as well, such as 17:00.' };
    const [first] = issuesOf(() => (hour === '' ? plainDate(day) : londonInstant(/** @type {any} */ (day), hour)));
    if (first === undefined) return { value: hour === '' ? day : londonInstant(/** @type {any} */ (day), hour) };
    const isSkipped = first.path[0] === 'time';
    return {
      value: '',
      wrong: isSkipped
        ? `London’s clock did not show ${hour.slice(0, 5)} on ${inWords(day)}: it went forward that night.`
        : `The day ${plainly(first.message)}.`,
    };
  }
  const field = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('span', { class: 'moment' }, date, kind === 'date' ? '' : time),
    noteOf(id),
  );
  return { field, read };
}

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
  $('announced').textContent = `${heading}: ${problems.map(([label]) => label).join(', ')}`;
}
