// One case: its cohort, what was recorded of it, and where it stands on a day.
import { explain, openCase, position, replayChain } from 'professional-status';
import { dayCount, timeline } from 'professional-status/diagrams';
import { $, fill, h, picture } from '../dom.mjs';
import { announce, drawnFrom, noAnswer, sayAll } from '../fields.mjs';
import { clauseLink, duesOf } from '../marks.mjs';
import { calendarOf, policyOf } from '../policy.mjs';
import { caseOf, knownCohort } from '../state.mjs';
import { policyLine } from '../switches.mjs';
import { inWords, label } from '../words.mjs';
import { keeping } from './file.mjs';
import { dated, drawForm, problemsOf, registrationOf } from './form.mjs';
import { dayOf } from './record.mjs';
import { recorded } from './recorded.mjs';

/** @import { ClauseId } from 'professional-status' */
/** @import { Due } from '../marks.mjs' */
/** @import { State } from '../state.mjs' */

const draw = drawnFrom(drawForm);

/** Shows the case: its fields, and everything that follows from what is recorded. @param {State} state @param {boolean} anew */
export function showCase(state, anew) {
  const of = caseOf(state);
  draw(state, anew, [state.case, state.register.cohorts, of.cohort.programme]);
  /** @type {HTMLSelectElement} */ ($('joined')).value = knownCohort(state, of)?.id ?? '';
  const problems = problemsOf(of);
  sayAll(Object.keys(dated), problems);
  if (Object.keys(problems).length > 0)
    return noAnswer(
      'case',
      'There is no answer: these dates cannot be so',
      Object.entries(problems).map(([id, message]) => [dated[id] ?? '', message]),
    );
  if (of.asOf < of.registeredOn)
    return noAnswer('case', `Before ${inWords(of.registeredOn)}, the day of registration, there is no case`, []);
  showStanding(state);
}

/** @param {State} state */
function showStanding(state) {
  const { events, asOf, ...who } = caseOf(state);
  const policy = policyOf(state);
  const registration = registrationOf({ events, asOf, ...who });
  const past = events.filter((event) => dayOf(event) <= asOf);
  const { cases, steps } = replayChain(registration, past, policy);
  const open = cases.filter(({ registeredOn }) => registeredOn <= asOf);
  const now = open.at(-1) ?? openCase(registration);
  const at = position(now, asOf, policy);
  const { line, steps: told } = explain(at, policy);
  /** @param {string} kind @returns {Line[]} */
  const of = (kind) => told.filter((step) => step.kind === kind).map(({ text, clause }) => ({ text, clause }));
  fill(
    'case-answer',
    h('p', { class: `outcome ${at.stage}` }, label('stage', at.stage)),
    h('h2', { class: 'line', tabindex: -1 }, line),
    h(
      'ul',
      { class: 'plain first' },
      of('duty').map(({ text }) => h('li', {}, text)),
    ),
    open.map((each) => picture(timeline(each, asOf, policy), `Timeline of portfolio ${each.portfolio}`)).reverse(),
    ...duesOf(at.duties),
    daysLeft(state, at.duties),
    ...list('What may be claimed', of('entitlement')),
    ...recorded(state, past, steps, events.length - past.length),
    ...list('Not settled by what is known here', of('need')),
    ...list('Unusual', of('warning')),
    ...list('What may be recorded next', of('alternative')),
    h('p', { class: 'cite' }, policyLine(state)),
    keeping(now, at.duties),
  );
  announce(line);
}

/** @typedef {{ text: string, clause: ClauseId }} Line */

/** A list with its heading; nothing where it is empty. @param {string} heading @param {readonly Line[]} lines */
function list(heading, lines) {
  if (lines.length === 0) return [];
  return [
    h('h3', {}, heading),
    h(
      'ul',
      { class: 'plain' },
      lines.map(({ text, clause }) => h('li', {}, text, clauseLink(clause))),
    ),
  ];
}

/** The working days that are left for what is owed, day by day. @param {State} state @param {readonly Due[]} all */
function daysLeft(state, all) {
  const count = all.find(({ workingDaysLeft: left = 0, kind }) => kind !== 'opportunity' && left > 0 && left <= 60);
  if (count?.workingDaysLeft === undefined) return undefined;
  const svg = dayCount(caseOf(state).asOf, count.workingDaysLeft, calendarOf(state));
  return h(
    'details',
    {},
    h('summary', {}, 'The working days that are left, day by day'),
    picture(svg, 'The working days that are left, day by day'),
  );
}
