// One case: its cohort, what was recorded of it, and where it stands on a day.
import { documents, explain, inOrder, programmeLifecycle, openCase, position, replayChain } from 'professional-status';
import { londonDate, londonInstant } from 'professional-status/calendar';
import { dayCount, timeline } from 'professional-status/diagrams';
import { icalendar } from 'professional-status/diary';
import { clauseLink, steps as explained } from './answer.mjs';
import { $, choice, download, fill, h, picture, table } from './dom.mjs';
import { keepInAddress, nations, policy, state } from './state.mjs';
import { policyLine } from './switches.mjs';
import { inWords, isDate, title, words } from './words.mjs';

/** @import { Case, CaseEvent, Cohort, Duty, PlainDate, Registration } from 'professional-status' */

/** What is shown; it stays on this page. @type {{ registration: Registration, events: readonly CaseEvent[], asOf: PlainDate, previous: string | undefined }} */
let shown;
/** @type {readonly Cohort[]} */
let cohorts = [];
const timed = ['portfolio-submitted', 'portfolio-resubmitted'];

/** @param {readonly Cohort[]} known */
export function prepareCase(known) {
  cohorts = known;
}

/** Shows a case from elsewhere. @param {Registration} registration @param {readonly CaseEvent[]} events @param {PlainDate} asOf */
export function showCase(registration, events, asOf) {
  shown = { registration, events: events.length > 0 ? inOrder(events) : [], asOf, previous: undefined };
  showForm();
  showStanding();
}

/** A case of which nothing is recorded yet, in the chosen cohort. */
export function showNewCase() {
  const cohort = cohorts.find(({ id }) => id === state.cohort) ?? /** @type {Cohort} */ (cohorts[0]);
  showCase({ participant: 'p-1', cohort, registeredOn: cohort.startsOn }, [], cohort.startsOn);
}

function showForm() {
  const { registration, asOf } = shown;
  const { cohort } = registration;
  const programme = choice(
    'Programme',
    [
      ['QTLS', 'QTLS'],
      ['ATS', 'ATS'],
    ],
    {
      id: 'programme',
      value: cohort.programme,
      onchange: () => chooseCohort(cohorts.find((each) => each.programme === programme.control.value) ?? cohort),
    },
  );
  const own = cohorts.filter((each) => each.programme === cohort.programme);
  const isOwn = !cohorts.some((each) => JSON.stringify(each) === JSON.stringify(cohort));
  const options = [
    ...own.map(({ id }) => /** @type {const} */ ([id, id])),
    ...(isOwn ? [/** @type {const} */ (['own', 'other dates'])] : []),
  ];
  const joined = choice('Cohort', options, {
    id: 'joined',
    value: isOwn ? 'own' : cohort.id,
    onchange: () => chooseCohort(cohorts.find(({ id }) => id === joined.control.value) ?? cohort),
  });
  fill(
    'case-form',
    h('div', { class: 'pair' }, programme.field, joined.field),
    h(
      'details',
      {},
      h('summary', {}, 'Dates of the cohort'),
      dateOf('Starts on', 'startsOn'),
      deadline('Submission deadline', 'submissionDeadline'),
      deadline('Resubmission deadline', 'resubmissionDeadline'),
    ),
    day('registered', 'Registered on', registration.registeredOn, (date) => {
      shown.registration = { ...shown.registration, registeredOn: date };
    }),
    day('as-of', 'Where the case stands on', asOf, (date) => {
      shown.asOf = date;
    }),
    recordForm(),
  );
}

/** @param {Cohort} cohort */
function chooseCohort(cohort) {
  [state.cohort, state.example] = [cohort.id, ''];
  keepInAddress();
  showCase({ ...shown.registration, cohort, registeredOn: cohort.startsOn }, [], cohort.startsOn);
}

/** @param {Partial<Cohort>} changes */
function changeCohort(changes) {
  shown.registration = { ...shown.registration, cohort: { ...shown.registration.cohort, ...changes, id: 'other-dates' } };
  showStanding();
}

/** @param {string} label @param {'startsOn'} name */
function dateOf(label, name) {
  const input = /** @type {HTMLInputElement} */ (
    h('input', {
      id: `cohort-${name}`,
      type: 'date',
      value: shown.registration.cohort[name],
      onchange: () => isDate(input.value) && changeCohort({ [name]: input.value }),
    })
  );
  return h('label', { class: 'field' }, h('span', {}, label), input);
}

/** @param {string} label @param {'submissionDeadline' | 'resubmissionDeadline'} name */
function deadline(label, name) {
  const value = shown.registration.cohort[name] ?? '';
  const changed = () =>
    isDate(date.value) && changeCohort({ [name]: londonInstant(/** @type {PlainDate} */ (date.value), time.value || '17:00') });
  const date = /** @type {HTMLInputElement} */ (
    h('input', { id: `cohort-${name}`, type: 'date', value: value.slice(0, 10), onchange: changed })
  );
  const time = /** @type {HTMLInputElement} */ (
    h('input', { type: 'time', step: 1, value: value.slice(11, 19), 'aria-label': `${label}: time in London`, onchange: changed })
  );
  return h('div', { class: 'field' }, h('label', { for: `cohort-${name}` }, label), h('span', { class: 'moment' }, date, time));
}

/** @param {string} id @param {string} label @param {PlainDate} value @param {(date: PlainDate) => void} set */
function day(id, label, value, set) {
  const input = /** @type {HTMLInputElement} */ (
    h('input', {
      id,
      type: 'date',
      min: '1996-01-01',
      max: '2199-12-31',
      value,
      onchange: () => {
        if (!isDate(input.value)) return;
        set(/** @type {PlainDate} */ (input.value));
        showStanding();
      },
    })
  );
  return h('label', { class: 'field' }, h('span', {}, label), input);
}

/** The form that records an event: what may happen first, then what will be refused, with why. */
function recordForm() {
  const types = programmeLifecycle.events.map((type) => /** @type {const} */ ([type, title(type)]));
  const type = choice('What happened', types, { id: 'event-type', value: 'portfolio-issued', onchange: () => showFields() });
  const date = /** @type {HTMLInputElement} */ (
    h('input', { id: 'event-date', type: 'date', value: shown.asOf, min: '1996-01-01', max: '2199-12-31', required: true })
  );
  const time = /** @type {HTMLInputElement} */ (
    h('input', { id: 'event-time', type: 'time', step: 1, value: '12:00:00', 'aria-label': 'Time in London' })
  );
  const outcome = choice(
    'Outcome',
    [
      ['criteria-met', 'criteria met'],
      ['criteria-not-met', 'criteria not met'],
    ],
    { id: 'event-outcome' },
  );
  const into = choice(
    'New cohort',
    cohorts.map(({ id }) => /** @type {const} */ ([id, id])),
    { id: 'event-cohort' },
  );
  const showFields = () => {
    time.hidden = !timed.includes(type.control.value);
    outcome.field.hidden = type.control.value !== 'outcome-released';
    into.field.hidden = type.control.value !== 'restarted';
  };
  showFields();
  /** @param {Event} event */
  const record = (event) => {
    event.preventDefault();
    if (!isDate(date.value)) return;
    const chosen = type.control.value;
    const on = /** @type {PlainDate} */ (date.value);
    const when = timed.includes(chosen) ? { at: londonInstant(on, time.value || '12:00') } : { on };
    const more =
      chosen === 'outcome-released'
        ? { reviewOutcome: outcome.control.value }
        : chosen === 'restarted'
          ? { cohort: cohorts.find(({ id }) => id === into.control.value) }
          : {};
    add(/** @type {CaseEvent} */ ({ type: chosen, ...when, ...more }), on);
  };
  return h(
    'form',
    { class: 'record', onsubmit: record },
    h('h3', {}, 'Record an event'),
    type.field,
    h('div', { class: 'field' }, h('label', { for: 'event-date' }, 'When'), h('span', { class: 'moment' }, date, time)),
    outcome.field,
    into.field,
    h('button', { type: 'submit' }, 'Record it'),
  );
}

/** @param {CaseEvent} event @param {PlainDate} on */
function add(event, on) {
  shown.events = inOrder([...shown.events, event]);
  if (on > shown.asOf) {
    shown.asOf = on;
    /** @type {HTMLInputElement} */ ($('as-of')).value = on;
  }
  showStanding();
}

/** Everything that follows from what is recorded. */
export function showStanding() {
  const { registration, events, asOf } = shown;
  if (asOf < registration.registeredOn) {
    fill('case-answer', h('h2', {}, `Before ${inWords(registration.registeredOn)}, the day of registration, there is no case`));
    return;
  }
  const past = events.filter((event) => dayOf(event) <= asOf);
  const { cases, steps } = replayChain(registration, past, policy());
  const open = cases.filter(({ registeredOn }) => registeredOn <= asOf);
  const now = open.at(-1) ?? openCase(registration);
  const at = position(now, asOf, policy());
  const line = `${title(at.stage)} on ${inWords(asOf)}${at.duties[0] ? `. ${duty(at.duties[0])}` : ''}`;
  fill(
    'case-answer',
    h('p', { class: `outcome ${at.stage}` }, title(at.stage)),
    h('h2', { class: 'line', tabindex: -1 }, line),
    open.map((each) => picture(timeline(each, asOf, policy()), `Timeline of portfolio ${each.portfolio}`)).reverse(),
    ...duties(at.duties),
    at.entitlements.length > 0 && h('h3', {}, 'What may be claimed'),
    at.entitlements.length > 0 &&
      h(
        'ul',
        { class: 'plain' },
        at.entitlements.map(({ entitlement, clause }) => h('li', {}, title(entitlement), clauseLink(clause))),
      ),
    ...recorded(past, steps, events.length - past.length),
    at.unsettled.length > 0 && h('h3', {}, 'Not settled by what is known and held'),
    at.unsettled.length > 0 &&
      h(
        'ul',
        {},
        at.unsettled.map((need) => h('li', {}, needed(need))),
      ),
    at.warnings.length > 0 && h('h3', {}, 'Unusual'),
    at.warnings.length > 0 &&
      h(
        'ul',
        { class: 'plain' },
        at.warnings.map(({ code, clause, detail }) =>
          h(
            'li',
            {},
            `${title(code)}: ${Object.entries(detail)
              .map(([name, value]) => `${words(name)} ${inWords(value)}`)
              .join(', ')}`,
            clause ? clauseLink(clause) : '',
          ),
        ),
      ),
    h('h3', {}, 'What may happen next'),
    at.permitted.length === 0
      ? h('p', {}, 'Nothing: the case is closed.')
      : h(
          'ul',
          { class: 'plain' },
          at.permitted.map(({ type, clause, deadline: until }) =>
            h('li', {}, `${title(type)}${until ? `, in time until ${inWords(until.due)}` : ''}`, clauseLink(clause)),
          ),
        ),
    h('p', { class: 'cite' }, policyLine()),
    keeping(now, at.duties),
  );
  $('announced').textContent = line;
}

/** @param {Duty} of */
function duty({ what, owedBy, deadline: until, status }) {
  return `${title(owedBy)}: ${words(what)}${until ? `, ${status === 'overdue' ? 'overdue since' : 'by'} ${inWords(until.due)}` : ''}`;
}

/** @param {readonly Duty[]} owed */
function duties(owed) {
  if (owed.length === 0) return [];
  const rows = owed.map(({ what, owedBy, deadline: until, status, daysLeft, workingDaysLeft, clause }) => [
    title(what),
    words(owedBy),
    until ? inWords(until.due) : 'no limit stated',
    daysLeft === undefined ? '' : String(daysLeft),
    workingDaysLeft === undefined ? '' : String(workingDaysLeft),
    h('span', { class: `status ${status}` }, status === 'overdue' ? '⚠ overdue' : words(status)),
    clauseLink(clause),
  ]);
  const count = owed.find(({ workingDaysLeft: left = 0 }) => left > 0 && left <= 60);
  const day0 = shown.asOf;
  const svg =
    count?.workingDaysLeft === undefined
      ? undefined
      : dayCount(day0, count.workingDaysLeft, nations[/** @type {keyof typeof nations} */ (state.nation)]);
  return [
    table('What is owed', ['What', 'By whom', 'Due', 'Days left', 'Working days', 'How it stands', 'Clause'], rows),
    svg
      ? h(
          'details',
          {},
          h('summary', {}, 'The working days that are left, day by day'),
          picture(svg, 'The working days that are left, day by day'),
        )
      : undefined,
  ];
}

/** What was recorded, each event with what became of it and why. @param {readonly CaseEvent[]} past @param {ReturnType<typeof replayChain>['steps']} steps @param {number} later */
function recorded(past, steps, later) {
  if (past.length === 0) return [h('p', { class: 'hint' }, 'Nothing is recorded yet. Record an event, and see what becomes of it.')];
  const items = past.map((event, index) => {
    const step = /** @type {(typeof steps)[number]} */ (steps[index]);
    const name =
      event.type === 'outcome-released'
        ? `${title(event.type)}: ${words(event.reviewOutcome)}`
        : event.type === 'restarted'
          ? `Restarted with ${event.cohort.id}`
          : title(event.type);
    const remove = () => {
      shown.events = shown.events.filter((each) => each !== event);
      showStanding();
      $('case-answer').querySelector('h2')?.focus();
    };
    return h(
      'li',
      { class: step.accepted ? 'taken' : 'refused' },
      h(
        'details',
        { open: index === past.length - 1 },
        h(
          'summary',
          {},
          h('strong', {}, inWords('at' in event ? event.at : event.on)),
          ` ${name} `,
          h('span', { class: 'status' }, step.accepted ? words(step.case.stage) : '✕ refused'),
        ),
        h('p', {}, explain(step, policy()).line),
        explained(step),
        h('button', { type: 'button', class: 'quiet', onclick: remove }, `Take back: ${name}`),
      ),
    );
  });
  return [
    h('h3', {}, 'What was recorded'),
    h('ol', { class: 'recorded' }, items),
    later > 0 && h('p', { class: 'hint' }, `${later} recorded after that day, which play no part.`),
  ];
}

/** What can be kept: the diary, and the case as it is stored. @param {Case} now @param {readonly Duty[]} owed */
function keeping(now, owed) {
  const { participant, portfolio } = now;
  const id = `${participant.replace(/[^\w.-]/g, '-')}.${portfolio}`;
  const says = h('span', { role: 'status' });
  const previous = /** @type {HTMLInputElement} */ (
    h('input', {
      type: 'file',
      accept: '.ics,text/calendar',
      onchange: async () => {
        shown.previous = await previous.files?.[0]?.text();
        says.textContent = shown.previous === undefined ? '' : 'The next download updates it.';
      },
    })
  );
  const save = () => {
    try {
      download(
        `${id}.ics`,
        'text/calendar',
        icalendar(owed, { id, ...(shown.previous === undefined ? {} : { previous: shown.previous }) }),
      );
    } catch (error) {
      says.textContent = `That is not the diary of this case: ${/** @type {Error} */ (error).message}`;
    }
  };
  return h(
    'div',
    { class: 'keep' },
    h('button', { type: 'button', onclick: save }, 'Download the diary (.ics)'),
    h(
      'button',
      { type: 'button', onclick: () => download(`${id}.json`, 'application/json', `${JSON.stringify(now, null, 2)}\n`) },
      'Download the case (.json)',
    ),
    h('label', { class: 'field' }, h('span', {}, 'The diary that you had before, to be updated'), previous),
    says,
  );
}

/** @param {CaseEvent} event @returns {PlainDate} */
function dayOf(event) {
  return 'at' in event ? londonDate(event.at) : event.on;
}

/** @param {import('professional-status').Need} need */
function needed(need) {
  switch (need.kind) {
    case 'fact':
      return `A fact: ${words(need.name)}`;
    case 'judgement':
      return `The judgement of the ${words(need.by)}: ${need.of}`;
    case 'document':
      return `A document that is not held: ${documents[need.document].title}`;
    case 'calendar':
      return `Bank holidays up to ${inWords(need.needed)}: the calendar ends on ${inWords(need.coveredTo)}`;
  }
}
