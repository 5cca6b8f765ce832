// What was recorded of a case, each event with what it led to and why.
import { explain } from 'professional-status';
import { momentOf } from '../../cohort/decide.mjs';
import { $, button, h } from '../dom.mjs';
import { policyOf } from '../policy.mjs';
import { steps as explained } from '../rules/answer.mjs';
import { caseOf } from '../state.mjs';
import { now, send } from '../store.mjs';
import { inWords, label, words } from '../words.mjs';

/** @import { CaseEvent, replayChain } from 'professional-status' */
/** @import { State } from '../state.mjs' */

/** @param {State} state @param {readonly CaseEvent[]} past @param {ReturnType<typeof replayChain>['steps']} steps @param {number} later how many come after the day that is asked about */
export function recorded(state, past, steps, later) {
  const ahead = later > 0 && h('p.hint', `${later} recorded after that day, which play no part.`);
  if (past.length === 0) return [h('p.hint', 'Nothing is recorded yet. Record an event, and see what it leads to.'), ahead];
  const items = past.map((event, index) => {
    const step = /** @type {(typeof steps)[number]} */ (steps[index]);
    const remove = () => {
      send({ type: 'case-changed', changes: { events: caseOf(now()).events.filter((each) => each !== event) }, isEntered: true });
      $('case-answer').querySelector('h2')?.focus();
    };
    const at = momentOf(event);
    return h(
      'li',
      { class: step.accepted ? 'taken' : 'refused' },
      h(
        'details',
        { open: index === past.length - 1 },
        h(
          'summary',
          h('strong', h('time', { datetime: at }, inWords(at))),
          ' ',
          h('data', { value: JSON.stringify(event) }, nameOf(event)),
          ' ',
          h('span.status', step.accepted ? words(step.case.stage) : '✕ refused'),
        ),
        h('p', explain(step, policyOf(state)).line),
        ...explained(step, state),
        button(`Take back: ${nameOf(event)}`, remove, { class: 'quiet' }),
      ),
    );
  });
  return [h('h3', 'What was recorded'), h('ol.recorded', ...items), ahead];
}

/** @param {CaseEvent} event */
function nameOf(event) {
  const name = label('event', event.type);
  if (event.type === 'outcome-released') return `${name}: ${words(event.reviewOutcome)}`;
  return event.type === 'restarted' ? `${name}, in ${event.cohort.id}` : name;
}
