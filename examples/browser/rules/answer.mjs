// An answer as the page shows it: the line, each step with its clause, the count, the readings it leans on, and what would change it.
import { explain, rules, underEveryReading, whatWouldChange } from 'professional-status';
import { dayCount } from 'professional-status/diagrams';
import { h, headed, picture } from '../dom.mjs';
import { stepsOf } from '../marks.mjs';
import { calendarOf, policyOf } from '../policy.mjs';
import { readingSwitch } from '../switches.mjs';
import { inWords, label, words } from '../words.mjs';

/** @import { Deadline, Explainable } from 'professional-status' */
/** @import { State } from '../state.mjs' */

/** The steps of an explanation, each with its clause and whether it holds. @param {Explainable} answer @param {State} state */
export const steps = (answer, state) => stepsOf(explain(answer, policyOf(state)).steps);

/** The deadlines of an answer that were counted in working days, day by day. @param {readonly Deadline[]} deadlines @param {State} state */
export function counts(deadlines, state) {
  return deadlines.flatMap((deadline) => {
    if (deadline.set !== 'by-count' || !('workingDays' in deadline.span)) return [];
    const { countedFrom, span } = deadline;
    const svg = dayCount(countedFrom, span.workingDays, calendarOf(state));
    return [h('h3', 'The count, day by day'), picture(svg, `The count of ${span.workingDays} working days, day by day`)];
  });
}

/** What would change the outcome, each the smallest change of one thing. @param {keyof typeof rules} id @param {object} facts @param {State} state */
export function changes(id, facts, state) {
  const witnesses = whatWouldChange(rules[id], facts, policyOf(state));
  const items = witnesses.map(({ change, to, outcome }) => {
    const isFact = change.kind === 'fact';
    const of = isFact ? words(change.name) : change.kind === 'reading' ? `the reading “${words(change.id)}”` : 'the bank holidays';
    const value = isFact ? valueOf(to) : words(String(to));
    return h('li', h('strong', label('outcome', outcome)), ` if ${of} were `, h('em', value));
  });
  return headed('What would change the answer', 'changes', items);
}

/** @param {unknown} value */
function valueOf(value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === 'none' ? 'that it has not happened' : inWords(value);
}

/** The readings that an answer leans on, as switches; and whether the answer turns on any. @param {keyof typeof rules} id @param {object | undefined} facts whole facts @param {readonly { id: string }[]} leant @param {State} state */
export function readingsOf(id, facts, leant, state) {
  const deciding = facts === undefined ? [] : underEveryReading(rules[id], facts, policyOf(state)).readings;
  const ids = [...new Set([...deciding, ...leant.map((each) => each.id)])].filter((each) => each !== 'working-day-calendar');
  if (ids.length === 0) return [];
  const says =
    facts === undefined
      ? ''
      : deciding.length === 0
        ? 'However these are read, the answer is the same.'
        : `The answer turns on how ${deciding.length === 1 ? 'one of these is' : 'these are'} read: ${deciding.map(words).join(', ')}.`;
  return [h('h3', 'How the words are read'), says && h('p', says), ...ids.map((each) => readingSwitch(each, 'answer'))];
}
