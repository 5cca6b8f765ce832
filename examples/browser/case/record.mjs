// The form that records an event.
import { inOrder, programmeLifecycle } from 'professional-status';
import { dayOf, momentOf } from '../../cohort/decide.mjs';
import { timed } from '../../cohort/read.mjs';
import { $, choice, h } from '../dom.mjs';
import { announce, say } from '../fields.mjs';
import { momentField, showDay } from '../moment.mjs';
import { caseOf, cohortsOf, withValue } from '../state.mjs';
import { now, send } from '../store.mjs';
import { label } from '../words.mjs';

/** @import { CaseEvent } from 'professional-status' */
/** @import { State } from '../state.mjs' */

/** @param {State} state */
export function recordForm(state) {
  const types = programmeLifecycle.events.map((type) => /** @type {const} */ ([type, label('event', type)]));
  const type = choice('What happened', types, { id: 'event-type', value: 'portfolio-issued', take: () => showFields() });
  const when = momentField({
    id: 'event-date',
    label: 'When',
    kind: 'instant',
    value: `${caseOf(state).asOf}T12:00:00`,
    isNeeded: true,
    time: { id: 'event-time' },
    set: () => say('event-date', ''),
  });
  const outcomes = /** @type {const} */ (['criteria-met', 'criteria-not-met']).map(
    (each) => /** @type {const} */ ([each, label('stage', each)]),
  );
  const outcome = choice('Outcome', outcomes, { id: 'event-outcome' });
  const into = choice(
    'New cohort',
    cohortsOf(state).map(({ id }) => id),
    { id: 'event-cohort' },
  );
  const showFields = () => {
    /** @type {HTMLElement} */ (when.field.querySelector('#event-time')).hidden = !timed.includes(type.control.value);
    outcome.field.hidden = type.control.value !== 'outcome-released';
    into.field.hidden = type.control.value !== 'restarted';
  };
  showFields();
  /** @param {Event} submitted */
  const record = (submitted) => {
    submitted.preventDefault();
    const { value, unread } = when.read();
    say('event-date', unread?.says ?? '', unread !== undefined);
    if (unread !== undefined) {
      announce(`Not recorded. When: ${unread.says}`);
      $('event-date').focus();
      return;
    }
    const chosen = type.control.value;
    const cohort = cohortsOf(now()).find(({ id }) => id === into.control.value);
    const more = chosen === 'outcome-released' ? { reviewOutcome: outcome.control.value } : chosen === 'restarted' ? { cohort } : {};
    add(/** @type {CaseEvent} */ ({ type: chosen, ...(timed.includes(chosen) ? { at: value } : { on: value }), ...more }));
  };
  return h(
    'form.record',
    { onsubmit: record, novalidate: true },
    h('h2', 'Record an event'),
    type.field,
    when.field,
    outcome.field,
    into.field,
    h('button', { type: 'submit' }, 'Record it'),
  );
}

/** An event after the day that is asked about moves that day. @param {CaseEvent} event */
function add(event) {
  const of = caseOf(now());
  const day = dayOf(momentOf(event));
  const isLater = day > of.asOf;
  const moved = isLater ? { asOf: day, wrong: withValue(of.wrong, 'as-of', undefined) } : {};
  if (isLater) showDay('as-of', day);
  send({ type: 'case-changed', changes: { events: inOrder([...of.events, event]), ...moved }, isEntered: true });
}
