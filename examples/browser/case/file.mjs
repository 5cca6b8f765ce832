// A case as a file: one that was downloaded here opens again, and so does one as the library stores it.
import { inOrder, openCase, plainDate, readCase } from 'professional-status';
import { icalendar } from 'professional-status/diary';
import { dayOf, momentOf } from '../../cohort/decide.mjs';
import { button, download, downloadJson, h } from '../dom.mjs';
import { announce, issuesOf, noteOf, say } from '../fields.mjs';
import { caseIn, caseOf } from '../state.mjs';
import { now, send } from '../store.mjs';
import { registrationOf } from './form.mjs';

/** @import { Case, Duty, Issue } from 'professional-status' */
/** @import { CaseShown } from '../state.mjs' */

/** Opens a case from a file. */
export function openForm() {
  const open = async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const text = await chosen.text();
    file.value = ''; // so that the same file can be opened again
    const { found, issues } = readFile(text);
    if (found) send({ type: 'case-opened', case: found });
    else {
      const told = issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')} ` : ''}${message}`).join('; ');
      say('case-file', `${chosen.name} cannot be opened: ${told}`, true);
      announce(`${chosen.name} cannot be opened`);
    }
  };
  const described = { id: 'case-file', 'aria-describedby': 'needed-case-file' };
  const file = h('input', { ...described, type: 'file', accept: '.json,application/json', onchange: open });
  const label = h('label', { for: 'case-file' }, 'Open a case that was downloaded (.json)');
  return h('div.field.record', label, file, noteOf('case-file'));
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
  return caseIn(cohort, { participant, portfolio, registeredOn, events, asOf: last ? dayOf(momentOf(last)) : registeredOn });
}

/** @param {any} of not checked yet */
function recordedIn({ registration, events, asOf }) {
  openCase(registration);
  const { cohort, ...who } = registration;
  return caseIn(cohort, { ...who, events: Array.isArray(events) && events.length === 0 ? [] : inOrder(events), asOf: plainDate(asOf) });
}

/** What can be kept: the diary, and all that was recorded. @param {Case} of @param {readonly Duty[]} owed */
export function keeping({ participant, portfolio }, owed) {
  const id = `${participant.replace(/[^\w.-]/g, '-')}.${portfolio}`;
  const updates = 'The next download updates the diary that you gave.';
  const says = h('span', { role: 'status' }, caseOf(now()).previous === undefined ? '' : updates);
  const take = async () => {
    const text = await previous.files?.[0]?.text();
    send({ type: 'case-changed', changes: /** @type {Partial<CaseShown>} */ ({ previous: text }) });
  };
  const previous = h('input', { type: 'file', accept: '.ics,text/calendar', onchange: take });
  const saveDiary = () => {
    const before = caseOf(now()).previous;
    try {
      download(`${id}.ics`, 'text/calendar', icalendar(owed, { id, ...(before !== undefined && { previous: before }) }));
    } catch (error) {
      const what = before === undefined ? 'The diary cannot be made' : 'That is not the diary of this case';
      says.textContent = `${what}: ${/** @type {Error} */ (error).message}`;
    }
  };
  const saveCase = () => {
    const of = caseOf(now());
    downloadJson(id, { registration: registrationOf(of), events: of.events, asOf: of.asOf });
    send({ type: 'case-saved' });
  };
  return h(
    'div.keep',
    button('Download the diary (.ics)', saveDiary, { id: 'save-diary' }),
    button('Download the case (.json)', saveCase, { id: 'save-case' }),
    h('label.field', h('span', 'The diary that you had before, to be updated'), previous),
    says,
  );
}
