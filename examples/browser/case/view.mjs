// One case: its cohort, what was recorded of it, and where it stands on a day.
import { explain, openCase, position, replayChain } from 'professional-status';
import { dayCount, timeline } from 'professional-status/diagrams';
import { dayOf, momentOf } from '../../cohort/decide.mjs';
import { $, h, headed, picture } from '../dom.mjs';
import { answer, drawnFrom, noAnswer, outcomeOf, tellWrong } from '../fields.mjs';
import { clauseLink, duesOf } from '../marks.mjs';
import { calendarOf, policyOf } from '../policy.mjs';
import { caseOf, knownCohort } from '../state.mjs';
import { policyLine } from '../switches.mjs';
import { inWords } from '../words.mjs';
import { keeping } from './file.mjs';
import { dated, drawForm, problemsOf, registrationOf } from './form.mjs';
import { recorded } from './recorded.mjs';

/** @import { Due } from '../marks.mjs' */
/** @import { State } from '../state.mjs' */

const draw = drawnFrom(drawForm);

/** Shows the case: its fields, and everything that follows from what is recorded. @param {State} state @param {boolean} anew */
export function showCase(state, anew) {
  const of = caseOf(state);
  draw(state, anew, [state.case, state.register.cohorts, of.cohort.programme]);
  /** @type {HTMLSelectElement} */ ($('joined')).value = knownCohort(state, of)?.id ?? '';
  const problems = problemsOf(of);
  if (tellWrong('case', 'There is no answer: these dates cannot be so', dated, problems)) return;
  if (of.asOf < of.registeredOn)
    return noAnswer('case', `Before ${inWords(of.registeredOn)}, the day of registration, there is no case`, []);
  showStanding(state);
}

/** @param {State} state */
function showStanding(state) {
  const { events, asOf, ...who } = caseOf(state);
  const policy = policyOf(state);
  const registration = registrationOf({ events, asOf, ...who });
  const past = events.filter((event) => dayOf(momentOf(event)) <= asOf);
  const { cases, steps } = replayChain(registration, past, policy);
  const open = cases.filter(({ registeredOn }) => registeredOn <= asOf);
  const now = open.at(-1) ?? openCase(registration);
  const at = position(now, asOf, policy);
  const { line, steps: told } = explain(at, policy);
  /** @param {string} kind @param {string} heading */
  const listed = (kind, heading) => {
    const steps = told.filter((step) => step.kind === kind);
    return headed(
      heading,
      'plain',
      steps.map(({ text, clause }) => h('li', text, clauseLink(clause))),
    );
  };
  const owed = told.filter(({ kind }) => kind === 'duty');
  answer(
    'case',
    outcomeOf('stage', at.stage),
    line,
    h('ul.plain.first', ...owed.map(({ text }) => h('li', text))),
    ...open.map((each) => picture(timeline(each, asOf, policy), `Timeline of portfolio ${each.portfolio}`)).reverse(),
    ...duesOf(at.duties),
    daysLeft(state, at.duties),
    ...listed('entitlement', 'What may be claimed'),
    ...recorded(state, past, steps, events.length - past.length),
    ...listed('need', 'Not settled by what is known here'),
    ...listed('warning', 'Unusual'),
    ...listed('alternative', 'What may be recorded next'),
    h('p.cite', policyLine(state)),
    keeping(now, at.duties),
  );
}

/** The working days that are left for what is owed, day by day. @param {State} state @param {readonly Due[]} all */
function daysLeft(state, all) {
  const count = all.find(({ workingDaysLeft: left = 0, kind }) => kind !== 'opportunity' && left > 0 && left <= 60);
  if (count?.workingDaysLeft === undefined) return undefined;
  const svg = dayCount(caseOf(state).asOf, count.workingDaysLeft, calendarOf(state));
  const says = 'The working days that are left, day by day';
  return h('details', h('summary', says), picture(svg, says));
}
