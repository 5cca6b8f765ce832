// What the team's view is made from: a register of events, the cohorts, and the day that is asked about.
import { Unusable } from '../../cohort/csv.mjs';
import { button, fill, h } from '../dom.mjs';
import { announce, noteOf, say } from '../fields.mjs';
import { momentField } from '../moment.mjs';
import { sampleRegister } from '../samples.mjs';
import { cohortsOf } from '../state.mjs';
import { send } from '../store.mjs';
import { readOwnCohorts } from './cohorts.mjs';
import { concerns } from './concerns.mjs';

/** @import { State } from '../state.mjs' */

/** @param {State} state */
export function drawForm(state) {
  const { register } = state;
  const asOf = momentField({
    id: 'cohort-as-of',
    label: 'Where they stand on',
    kind: 'date',
    value: register.asOf,
    isNeeded: true,
    unread: register.wrong['cohort-as-of'],
    set: ({ value, unread }) =>
      send({
        type: 'register-changed',
        changes: unread ? { wrong: { 'cohort-as-of': unread } } : { wrong: {}, asOf: /** @type {any} */ (value) },
      }),
  });
  const columns = 'participant, type, when, cohort, reviewOutcome';
  const events = [
    h(
      'p',
      `A file of dated events, one to a row, with the columns ${columns}. It is read on this page and sent nowhere. After a reload, choose it again.`,
    ),
    button('Load the sample cohort', loadSample, { id: 'load-sample' }),
    fileField('csv', 'Or a CSV file of your own', '.csv,text/csv', (name, text) =>
      send({ type: 'register-changed', changes: { file: { name, text }, isOwn: true } }),
    ),
    about('What a file of events holds', EVENTS),
  ];
  const cohorts = [
    h('p.hint', { id: 'cohorts-known' }, cohortsKnown(state)),
    fileField('cohorts-file', 'Cohorts of your own (.csv or .json)', '.csv,.json,text/csv,application/json', (name, text) =>
      send({ type: 'register-changed', changes: { cohorts: readOwnCohorts(name, text), cohortsFrom: name, isOwn: true } }),
    ),
    ...concerns(state),
    about('What a file of cohorts holds', COHORTS),
    asOf.field,
  ];
  fill('cohort-form', h('div.halves', h('div', ...events), h('div', ...cohorts)));
}

const EVENTS =
  'From a spreadsheet, save the sheet as CSV. A day may be 31/03/2021 or 2021-03-31, and a submission has its time in London beside it: 31/03/2021 17:00. Types and outcomes may be words, such as “Portfolio submitted” and “Criteria not met”. A row that cannot be read is told, and all others are decided.';
const COHORTS =
  'As CSV, a row for each cohort with the columns id, programme (QTLS or ATS) and startsOn; if they are known, also entryOpens, entryCloses, submissionDeadline, resubmissionDeadline and resultsOn. A day is written 01/10/2025 or 2025-10-01, a deadline in London’s time 31/03/2026 17:00. They take the place of the samples.';

/** @param {string} heading @param {string} text */
const about = (heading, text) => h('details', h('summary', heading), h('p', text));

const loadSample = () => send({ type: 'register-changed', changes: sampleRegister });

/** @param {State} state */
function cohortsKnown(state) {
  const { cohortsFrom } = state.register;
  const ids = cohortsOf(state)
    .map(({ id }) => id)
    .join(', ');
  return cohortsFrom === undefined
    ? `The cohorts known here are samples of 2020 to 2022: ${ids}. Participants of any other need a file of cohorts.`
    : `The cohorts known here are those of ${cohortsFrom}: ${ids}.`;
}

/** A field for a file, which says at itself why it cannot be read. @param {string} id @param {string} label @param {string} accept @param {(name: string, text: string) => void} take */
function fileField(id, label, accept, take) {
  const read = async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    try {
      say(id, '');
      take(chosen.name, textOf(chosen.name, bytes));
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      say(id, error.message, true);
      announce(error.message);
    }
  };
  const file = h('input', { id, type: 'file', accept, 'aria-describedby': `needed-${id}`, onchange: read });
  return h('div.field', h('label', { for: id }, label), file, noteOf(id));
}

/** The text of a file: UTF-8, or as an office's spreadsheet saves it otherwise, UTF-16 with its mark or the letters of Windows. @param {string} name @param {Uint8Array} bytes */
function textOf(name, bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Unusable(`${name} is an Excel file. Save its sheet as CSV, and choose that file.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
