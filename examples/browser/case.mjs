// One case: its cohort, what was recorded of it, and where it stands on a day.
import { explain, inOrder, programmeLifecycle, openCase, plainDate, position, readCase, replayChain } from 'professional-status';
import { londonDate } from 'professional-status/calendar';
import { dayCount, timeline } from 'professional-status/diagrams';
import { icalendar } from 'professional-status/diary';
import { steps as explained } from './answer.mjs';
import { $, choice, download, fill, h, picture } from './dom.mjs';
import { issuesOf, momentField, noAnswer, plainly, say } from './fields.mjs';
import { clauseLink, duesOf } from './marks.mjs';
import { caseIn, changed, cohorts, go, knownCohort, nations, policy, state } from './state.mjs';
import { policyLine } from './switches.mjs';
import { inWords, statusWords, title, words } from './words.mjs';

/** @import { Case, CaseEvent, Cohort, Duty, Issue, PlainDate, Registration } from 'professional-status' */
/** @import { CaseShown } from './state.mjs' */
/** @import { Due } from './marks.mjs' */

const timed = ['portfolio-submitted', 'portfolio-resubmitted'];
/** The id of a cohort whose dates were entered here. */
const OWN = 'own-dates';
/** The fields whose dates have to fit one another. @type {Record<string, string>} */
const dated = {
  registered: 'Registered on',
  'as-of': 'Where the case stands on',
  'cohort-startsOn': 'Starts on',
  'cohort-submissionDeadline': 'Submission deadline',
  'cohort-resubmissionDeadline': 'Resubmission deadline',
};

/** The case whose fields are drawn, and the cohorts that they offer. @type {unknown[]} */
let drawn = [];

/** Shows the case: its fields, and everything that follows from what is recorded. @param {boolean} anew */
export function showCase(anew) {
  const now = [state.case, state.register.cohorts];
  if (anew || now.some((each, index) => each !== drawn[index])) drawForm();
  drawn = now;
  showStanding();
}

/** @param {CaseShown} of @returns {Registration} */
function registrationOf({ participant, portfolio, cohort, registeredOn }) {
  return { participant, cohort, registeredOn, ...(portfolio !== undefined && { portfolio }) };
}

function drawForm() {
  const of = state.case;
  const { cohort } = of;
  const isOpen = /** @type {HTMLDetailsElement | null} */ (document.querySelector('#case-form details'))?.open ?? false;
  const programme = choice(
    'Programme',
    [
      ['QTLS', 'QTLS'],
      ['ATS', 'ATS'],
    ],
    { id: 'programme', value: cohort.programme, onchange: () => chooseProgramme(/** @type {'QTLS' | 'ATS'} */ (programme.control.value)) },
  );
  const isKnown = knownCohort(of) !== undefined;
  const options = [
    ...cohorts()
      .filter((each) => each.programme === cohort.programme)
      .map(({ id }) => /** @type {const} */ ([id, id])),
    /** @type {const} */ (['', isKnown || cohort.id === OWN ? 'dates of your own' : `${cohort.id}, with its own dates`]),
  ];
  const joined = choice('Cohort', options, {
    id: 'joined',
    value: isKnown ? cohort.id : '',
    onchange: () => chooseCohort(cohorts().find(({ id }) => id === joined.control.value)),
  });
  const { cohortsFrom } = state.register;
  fill(
    'case-form',
    h('p', { class: 'hint' }, `Participant ${of.participant}${of.portfolio === undefined ? '' : `, portfolio ${of.portfolio}`}`),
    h('div', { class: 'pair' }, programme.field, joined.field),
    h(
      'p',
      { class: 'hint' },
      cohortsFrom === undefined
        ? 'The cohorts offered are samples of 2020 to 2022. For any other, enter its dates below, or load cohorts under “A cohort”.'
        : `The cohorts offered are those of ${cohortsFrom}. For any other, enter its dates below.`,
    ),
    h(
      'details',
      { open: isOpen || !isKnown },
      h('summary', {}, 'Dates of the cohort'),
      cohortField('startsOn', 'date'),
      cohortField('submissionDeadline', 'instant'),
      cohortField('resubmissionDeadline', 'instant'),
    ),
    dayField('registered', of.registeredOn, (registeredOn) => Object.assign(of, { registeredOn, isEntered: true })),
    dayField('as-of', of.asOf, (asOf) => Object.assign(of, { asOf })),
    recordForm(),
    openForm(),
  );
}

/** @param {'QTLS' | 'ATS'} programme */
function chooseProgramme(programme) {
  const first = cohorts().find((each) => each.programme === programme);
  const { cohort } = state.case;
  if (first && knownCohort(state.case)) chooseCohort(first);
  else {
    state.case.cohort = { ...cohort, id: OWN, programme };
    drawn = [];
    changed(state.case);
  }
}

/** A known cohort begins another case; dates of the reader's own keep this one, and are asked for. @param {Cohort | undefined} cohort */
function chooseCohort(cohort) {
  if (cohort) {
    go({ case: caseIn(cohort), example: '' }, 'push');
    return;
  }
  const details = /** @type {HTMLDetailsElement} */ (document.querySelector('#case-form details'));
  details.open = true;
  changeCohort({});
  $('cohort-startsOn').focus();
}

/** Only the dates that the form shows are kept: the others were those of the cohort before. @param {Partial<Record<keyof Cohort, string | undefined>>} changes */
function changeCohort(changes) {
  const { programme, startsOn, submissionDeadline, resubmissionDeadline } = state.case.cohort;
  const dates = Object.entries({ startsOn, submissionDeadline, resubmissionDeadline, ...changes }).filter(([, date]) => date !== undefined);
  state.case.cohort = /** @type {Cohort} */ ({ id: OWN, programme, ...Object.fromEntries(dates) });
  changed(state.case);
}

/** Notes what is wrong with a field, or that nothing is. @param {string} field @param {string | undefined} wrong */
function note(field, wrong) {
  const others = Object.entries(state.case.wrong).filter(([each]) => each !== field);
  state.case.wrong = Object.fromEntries(wrong === undefined ? others : [...others, [field, wrong]]);
}

/** A date of the cohort; a deadline may be left out. @param {'startsOn' | 'submissionDeadline' | 'resubmissionDeadline'} name @param {'date' | 'instant'} kind */
function cohortField(name, kind) {
  const id = `cohort-${name}`;
  return momentField({
    id,
    label: String(dated[id]),
    kind,
    value: state.case.cohort[name] ?? '',
    set: ({ value, wrong }) => {
      note(id, value === '' && kind === 'date' ? (wrong ?? 'A day is needed.') : wrong);
      changeCohort(value === '' && (kind === 'date' || wrong !== undefined) ? {} : { [name]: value === '' ? undefined : value });
    },
  }).field;
}

/** A day of the case, which is needed. @param {string} id @param {PlainDate} value @param {(day: PlainDate) => void} set */
function dayField(id, value, set) {
  return momentField({
    id,
    label: String(dated[id]),
    kind: 'date',
    value,
    set: ({ value: day, wrong }) => {
      note(id, day === '' ? (wrong ?? 'A day is needed.') : undefined);
      if (day !== '') set(/** @type {PlainDate} */ (day));
      changed();
    },
  }).field;
}

/** The form that records an event. */
function recordForm() {
  const types = programmeLifecycle.events.map((type) => /** @type {const} */ ([type, title(type)]));
  const type = choice('What happened', types, { id: 'event-type', value: 'portfolio-issued', onchange: () => showFields() });
  const when = momentField({
    id: 'event-date',
    label: 'When',
    kind: 'instant',
    value: `${state.case.asOf}T12:00:00`,
    time: { id: 'event-time', 'aria-label': 'Time in London' },
    set: () => say('event-date', ''),
  });
  const time = /** @type {HTMLInputElement} */ (when.field.querySelector('#event-time'));
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
    cohorts().map(({ id }) => /** @type {const} */ ([id, id])),
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
    const { value, wrong } = when.read();
    const problem = value === '' ? (wrong ?? 'A day is needed.') : undefined;
    say('event-date', problem ?? '', problem !== undefined);
    if (problem !== undefined) {
      $('announced').textContent = `Not recorded. When: ${problem}`;
      $('event-date').focus();
      return;
    }
    const chosen = type.control.value;
    const more =
      chosen === 'outcome-released'
        ? { reviewOutcome: outcome.control.value }
        : chosen === 'restarted'
          ? { cohort: cohorts().find(({ id }) => id === into.control.value) }
          : {};
    add(/** @type {CaseEvent} */ ({ type: chosen, ...(timed.includes(chosen) ? { at: value } : { on: value }), ...more }));
  };
  return h(
    'form',
    { class: 'record', onsubmit: record, novalidate: true },
    h('h3', {}, 'Record an event'),
    type.field,
    when.field,
    outcome.field,
    into.field,
    h('button', { type: 'submit' }, 'Record it'),
  );
}

/** @param {CaseEvent} event */
function add(event) {
  const of = state.case;
  of.events = inOrder([...of.events, event]);
  if (dayOf(event) > of.asOf) {
    of.asOf = dayOf(event);
    note('as-of', undefined);
    /** @type {HTMLInputElement} */ ($('as-of')).value = of.asOf;
  }
  changed(of);
}

/** Opens a case from a file: one that was downloaded here, or one as the library stores it. */
function openForm() {
  const file = /** @type {HTMLInputElement} */ (
    h('input', {
      id: 'case-file',
      type: 'file',
      accept: '.json,application/json',
      'aria-describedby': 'needed-case-file',
      onchange: async () => {
        const chosen = file.files?.[0];
        if (!chosen) return;
        const text = await chosen.text();
        file.value = ''; // so that the same file can be opened again
        const { found, issues } = readFile(text);
        if (found) go({ case: found, view: 'case', example: '' }, 'push');
        else {
          const told = issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')} ` : ''}${message}`).join('; ');
          say('case-file', `${chosen.name} cannot be opened: ${told}`, true);
          $('announced').textContent = `${chosen.name} cannot be opened`;
        }
      },
    })
  );
  return h(
    'div',
    { class: 'field record' },
    h('label', { for: 'case-file' }, 'Open a case that was downloaded (.json)'),
    file,
    h('small', { class: 'needed', id: 'needed-case-file' }),
  );
}

/** @param {string} text @returns {{ found?: CaseShown, issues: readonly Pick<Issue, 'path' | 'message'>[] }} */
function readFile(text) {
  /** @type {CaseShown | undefined} */
  let found;
  try {
    const of = JSON.parse(text);
    const issues = issuesOf(() => (found = of?.registration === undefined ? stored(readCase(of)) : recordedIn(of)));
    return found ? { found, issues } : { issues };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { issues: [{ path: [], message: 'it is not JSON' }] };
  }
}

/** @param {Case} of */
function stored({ participant, portfolio, cohort, registeredOn, history: events }) {
  const last = events.at(-1);
  return caseIn(cohort, { participant, portfolio, registeredOn, events, asOf: last ? dayOf(last) : registeredOn });
}

/** @param {any} of not checked yet */
function recordedIn({ registration, events, asOf }) {
  openCase(registration);
  const { cohort, ...who } = registration;
  return caseIn(cohort, { ...who, events: Array.isArray(events) && events.length === 0 ? [] : inOrder(events), asOf: plainDate(asOf) });
}

/** What is wrong with the dates, by field: what cannot be read, and what does not fit together. */
function problemsOf() {
  const of = state.case;
  const told = issuesOf(() => openCase(registrationOf(of))).map(({ path, message }) => {
    const field = path[0] === 'cohort' ? `cohort-${String(path[1])}` : 'registered';
    return /** @type {const} */ ([field, `This ${plainly(message)}.`]);
  });
  return /** @type {Record<string, string>} */ ({ ...Object.fromEntries(told), ...of.wrong });
}

/** Everything that follows from what is recorded. */
function showStanding() {
  const of = state.case;
  const { events, asOf } = of;
  const registration = registrationOf(of);
  /** @type {HTMLSelectElement} */ ($('joined')).value = knownCohort(of)?.id ?? '';
  const problems = problemsOf();
  for (const id of Object.keys(dated)) say(id, problems[id] ?? '', problems[id] !== undefined);
  if (Object.keys(problems).length > 0)
    return noAnswer(
      'case',
      'There is no answer: these dates cannot be so',
      Object.entries(problems).map(([id, message]) => [dated[id] ?? '', message]),
    );
  if (asOf < registration.registeredOn) {
    const none = `Before ${inWords(registration.registeredOn)}, the day of registration, there is no case`;
    fill('case-answer', h('h2', { class: 'line', tabindex: -1 }, none));
    $('announced').textContent = none;
    return;
  }
  const past = events.filter((event) => dayOf(event) <= asOf);
  const { cases, steps } = replayChain(registration, past, policy());
  const open = cases.filter(({ registeredOn }) => registeredOn <= asOf);
  const now = open.at(-1) ?? openCase(registration);
  const at = position(now, asOf, policy());
  const needs = explain(at, policy()).steps.filter(({ kind }) => kind === 'need');
  const line = `${title(at.stage)} on ${inWords(asOf)}${at.duties[0] ? `. ${duty(at.duties[0])}` : ''}`;
  fill(
    'case-answer',
    h('p', { class: `outcome ${at.stage}` }, title(at.stage)),
    h('h2', { class: 'line', tabindex: -1 }, line),
    open.map((each) => picture(timeline(each, asOf, policy()), `Timeline of portfolio ${each.portfolio}`)).reverse(),
    ...duesOf(at.duties),
    daysLeft(at.duties),
    at.entitlements.length > 0 && h('h3', {}, 'What may be claimed'),
    at.entitlements.length > 0 &&
      h(
        'ul',
        { class: 'plain' },
        at.entitlements.map(({ entitlement, clause }) => h('li', {}, title(entitlement), clauseLink(clause))),
      ),
    ...recorded(past, steps, events.length - past.length),
    needs.length > 0 && h('h3', {}, 'Not settled by what is known and held'),
    needs.length > 0 &&
      h(
        'ul',
        { class: 'plain' },
        needs.map(({ text, clause }) => h('li', {}, text, clauseLink(clause))),
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

/** @param {Due} of */
function duty({ what, owedBy, deadline: until, status, kind }) {
  const may = kind === 'opportunity';
  const by = until ? `, ${status === 'overdue' ? 'overdue since' : may ? 'until' : 'by'} ${inWords(until.due)}` : '';
  return `${title(owedBy)}${may ? ' may' : ''}: ${words(what)}${by}${String(status) === 'lapsed' ? `: ${statusWords({ status })}` : ''}`;
}

/** The working days that are left for what is owed, day by day. @param {readonly Due[]} all */
function daysLeft(all) {
  const count = all.find(({ workingDaysLeft: left = 0, kind }) => kind !== 'opportunity' && left > 0 && left <= 60);
  if (count?.workingDaysLeft === undefined) return undefined;
  const svg = dayCount(state.case.asOf, count.workingDaysLeft, nations[/** @type {keyof typeof nations} */ (state.nation)]);
  return h(
    'details',
    {},
    h('summary', {}, 'The working days that are left, day by day'),
    picture(svg, 'The working days that are left, day by day'),
  );
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
      state.case.events = state.case.events.filter((each) => each !== event);
      changed(state.case);
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
        ...explained(step),
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

/** What can be kept: the diary, and all that was recorded. @param {Case} now @param {readonly Duty[]} owed */
function keeping({ participant, portfolio }, owed) {
  const of = state.case;
  const id = `${participant.replace(/[^\w.-]/g, '-')}.${portfolio}`;
  const updates = 'The next download updates the diary that you gave.';
  const says = h('span', { role: 'status' }, of.previous === undefined ? '' : updates);
  const previous = /** @type {HTMLInputElement} */ (
    h('input', {
      type: 'file',
      accept: '.ics,text/calendar',
      onchange: async () => {
        const text = await previous.files?.[0]?.text();
        if (text === undefined) delete of.previous;
        else of.previous = text;
        says.textContent = text === undefined ? '' : updates;
      },
    })
  );
  const saveDiary = () => {
    try {
      download(`${id}.ics`, 'text/calendar', icalendar(owed, { id, ...(of.previous === undefined ? {} : { previous: of.previous }) }));
    } catch (error) {
      says.textContent = `${of.previous === undefined ? 'The diary cannot be made' : 'That is not the diary of this case'}: ${/** @type {Error} */ (error).message}`;
    }
  };
  const saveCase = () => {
    const recorded = { registration: registrationOf(of), events: of.events, asOf: of.asOf };
    download(`${id}.json`, 'application/json', `${JSON.stringify(recorded, null, 2)}\n`);
    of.isEntered = false;
  };
  return h(
    'div',
    { class: 'keep' },
    h('button', { type: 'button', onclick: saveDiary }, 'Download the diary (.ics)'),
    h('button', { type: 'button', onclick: saveCase }, 'Download the case (.json)'),
    h('label', { class: 'field' }, h('span', {}, 'The diary that you had before, to be updated'), previous),
    says,
  );
}

/** @param {CaseEvent} event @returns {PlainDate} */
function dayOf(event) {
  return 'at' in event ? londonDate(event.at) : event.on;
}
