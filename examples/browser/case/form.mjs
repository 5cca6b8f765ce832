// The fields of a case: its programme and cohort, the cohort's dates, and the days that are asked about.
import { openCase } from 'professional-status';
import { $, choice, fill, h } from '../dom.mjs';
import { issuesOf, plainly, saidOf } from '../fields.mjs';
import { momentField } from '../moment.mjs';
import { caseIn, caseOf, cohortsOf, knownCohort, OWN, withValue } from '../state.mjs';
import { now, send } from '../store.mjs';
import { openForm } from './file.mjs';
import { recordForm } from './record.mjs';

/** @import { Cohort, Registration } from 'professional-status' */
/** @import { CaseShown, State } from '../state.mjs' */

/** The fields whose dates have to fit one another. @type {Record<string, string>} */
export const dated = {
  registered: 'Registered on',
  'as-of': 'Where the case stands on',
  'cohort-startsOn': 'Starts on',
  'cohort-submissionDeadline': 'Submission deadline',
  'cohort-resubmissionDeadline': 'Resubmission deadline',
};

/** @param {CaseShown} of @returns {Registration} */
export function registrationOf({ participant, portfolio, cohort, registeredOn }) {
  return { participant, cohort, registeredOn, ...(portfolio !== undefined && { portfolio }) };
}

/** What is wrong with the dates, by field: what cannot be read, and what does not fit together. @param {CaseShown} of @returns {Record<string, string>} */
export function problemsOf(of) {
  const told = issuesOf(() => openCase(registrationOf(of))).map(({ path, message }) => {
    const field = path[0] === 'cohort' ? `cohort-${String(path[1])}` : 'registered';
    return /** @type {const} */ ([field, `This ${plainly(message)}.`]);
  });
  return { ...Object.fromEntries(told), ...saidOf(of.wrong) };
}

/** @param {State} state */
export function drawForm(state) {
  const of = caseOf(state);
  const isOpen = /** @type {HTMLDetailsElement | null} */ (document.querySelector('#case-form details'))?.open ?? false;
  const isKnown = knownCohort(state, of) !== undefined;
  const { cohortsFrom } = state.register;
  fill(
    'case-form',
    h('p.hint', `Participant ${of.participant}${of.portfolio === undefined ? '' : `, portfolio ${of.portfolio}`}`),
    h('div.pair', programmeField(state), cohortChoice(state)),
    h(
      'p.hint',
      cohortsFrom === undefined
        ? 'The cohorts offered are samples of 2020 to 2022. For any other, enter its dates below, or load cohorts under “The team”.'
        : `The cohorts offered are those of ${cohortsFrom}. For any other, enter its dates below.`,
    ),
    h(
      'details',
      { open: isOpen || !isKnown },
      h('summary', 'Dates of the cohort'),
      cohortField(of, 'startsOn', 'date'),
      cohortField(of, 'submissionDeadline', 'instant'),
      cohortField(of, 'resubmissionDeadline', 'instant'),
    ),
    dayField(of, 'registered', 'registeredOn', true),
    dayField(of, 'as-of', 'asOf', false),
    recordForm(state),
    openForm(),
  );
}

/** @param {State} state */
function programmeField(state) {
  const { programme } = caseOf(state).cohort;
  const take = (/** @type {string} */ chosen) => chooseProgramme(/** @type {'QTLS' | 'ATS'} */ (chosen));
  return choice('Programme', ['QTLS', 'ATS'], { id: 'programme', value: programme, take }).field;
}

/** @param {'QTLS' | 'ATS'} programme */
function chooseProgramme(programme) {
  const of = caseOf(now());
  const first = cohortsOf(now()).find((each) => each.programme === programme);
  if (first && knownCohort(now(), of)) send({ type: 'case-opened', case: caseIn(first) });
  else send({ type: 'case-changed', changes: { cohort: { ...of.cohort, id: OWN, programme } }, isEntered: true });
}

/** @param {State} state */
function cohortChoice(state) {
  const of = caseOf(state);
  const { cohort } = of;
  const isKnown = knownCohort(state, of) !== undefined;
  const offered = cohortsOf(state).filter((each) => each.programme === cohort.programme);
  const own = isKnown || cohort.id === OWN ? 'dates of your own' : `${cohort.id}, with its own dates`;
  return choice('Cohort', [...offered.map(({ id }) => id), ['', own]], {
    id: 'joined',
    value: isKnown ? cohort.id : '',
    take: (chosen) => chooseCohort(cohortsOf(now()).find(({ id }) => id === chosen)),
  }).field;
}

/** A known cohort begins another case; dates of the reader's own keep this one, and are asked for. @param {Cohort | undefined} cohort */
function chooseCohort(cohort) {
  if (cohort) {
    send({ type: 'case-opened', case: caseIn(cohort) });
    return;
  }
  send({ type: 'case-changed', changes: { cohort: withDates(caseOf(now()).cohort, {}) }, isEntered: true });
  /** @type {HTMLDetailsElement} */ (document.querySelector('#case-form details')).open = true;
  $('cohort-startsOn').focus();
}

/** A cohort of the reader's own. Only the dates that the form shows are kept: the others were those of the cohort before. @param {Cohort} cohort @param {Record<string, string | undefined>} changes @returns {Cohort} */
function withDates({ programme, startsOn, submissionDeadline, resubmissionDeadline }, changes) {
  const dates = Object.entries({ startsOn, submissionDeadline, resubmissionDeadline, ...changes }).filter(([, date]) => date !== undefined);
  return /** @type {Cohort} */ ({ id: OWN, programme, ...Object.fromEntries(dates) });
}

/** A date of the cohort; a deadline may be left out. @param {CaseShown} of @param {'startsOn' | 'submissionDeadline' | 'resubmissionDeadline'} name @param {'date' | 'instant'} kind */
function cohortField(of, name, kind) {
  const id = `cohort-${name}`;
  return momentField({
    id,
    label: String(dated[id]),
    kind,
    value: of.cohort[name] ?? '',
    isNeeded: kind === 'date',
    unread: of.wrong[id],
    set: ({ value, unread }) => {
      const { cohort, wrong } = caseOf(now());
      const changed = withDates(cohort, unread ? {} : { [name]: value || undefined });
      send({ type: 'case-changed', changes: { cohort: changed, wrong: withValue(wrong, id, unread) }, isEntered: true });
    },
  }).field;
}

/** A day of the case, which is needed. @param {CaseShown} of @param {string} id @param {'registeredOn' | 'asOf'} name @param {boolean} isEntered whether it could be lost */
function dayField(of, id, name, isEntered) {
  return momentField({
    id,
    label: String(dated[id]),
    kind: 'date',
    value: of[name],
    isNeeded: true,
    unread: of.wrong[id],
    set: ({ value, unread }) => {
      const wrong = withValue(caseOf(now()).wrong, id, unread);
      send({ type: 'case-changed', changes: { wrong, ...(unread === undefined && { [name]: value }) }, isEntered });
    },
  }).field;
}
