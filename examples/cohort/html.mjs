// The report as one page that needs nothing beside itself: what is overdue first, then what is to come, what went wrong, and everyone with a timeline.
import { explain, visibleText } from 'professional-status';
import { timeline } from 'professional-status/diagrams';
import { compared } from './comparison.mjs';
import { refusals } from './decide.mjs';
import { standing } from './owed.mjs';
import { happened, limitOf, lines, openIn, permitted, told, words } from './text.mjs';

/** @import { Decided, Owed, Person } from './decide.mjs' */

const style = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--faint:#4d5761;--line:#c9d1d9;--late:#9c1f18}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--faint:#a6b0ba;--line:#3a424c;--late:#ff9a8f}}
body{max-width:72rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
h1{font-size:1.6rem;margin-bottom:.25rem}h2{margin-top:2rem;font-size:1.2rem}p,li{max-width:60rem}.faint{color:var(--faint)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.93rem}th,td{padding:.35rem .7rem;border-top:1px solid var(--line);text-align:left;vertical-align:top}
thead th{color:var(--faint);font-size:.85rem;white-space:nowrap}.number{text-align:right}.late{color:var(--late);font-weight:700}
details{border-top:1px solid var(--line);padding:.4rem 0}summary{cursor:pointer}svg{max-width:100%;height:auto}@media print{details>*{display:block}}`;

/** Markup, to be put into other markup as it is. @typedef {{ readonly markup: string }} Html */

/** @param {unknown} value */
const safe = (value) =>
  typeof value === 'object' && value !== null && 'markup' in value
    ? String(value.markup)
    : visibleText(String(value)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Markup in which every value is escaped but what is markup itself. @param {TemplateStringsArray} parts @param {...unknown} values @returns {Html} */
const html = (parts, ...values) => ({
  markup: parts.map((part, at) => part + (at < values.length ? [values[at]].flat().map(safe).join('') : '')).join(''),
});

/**
 * The whole page; with changes, it begins with what they would change.
 *
 * @param {Decided} decided
 * @param {{ readonly changes: string, readonly after: import('professional-status').Policy }} [draft]
 */
export function page(decided, draft) {
  const { asOf, events, people, problems, undecidable, ahead } = decided;
  const [of, may] = [standing(decided, 'duty'), standing(decided, 'opportunity')];
  const unknown = of('limit-not-known');
  /** @type {readonly (readonly [string, readonly Owed[]])[]} */
  const sections = [
    ['Overdue', of('overdue')],
    ['Due on the day', of('due-today')],
    ['To come', of('upcoming')],
    ['No limit stated', of('no-limit-stated')],
    ...(unknown.length > 0 ? [/** @type {const} */ (['Limit set by the cohort, and not known here', unknown])] : []),
    ['May be done, and nobody has to', may('due-today', 'upcoming', 'limit-not-known', 'no-limit-stated')],
  ];
  const undecided = undecidable.map(
    ({ id, why, rows }) => `${id}: ${why}${rows.length > 0 ? ` (${lines(rows.map(({ line }) => line))})` : ''}`,
  );
  const title = `QTLS and ATS as of ${asOf}`;
  return `<!doctype html>
${
  html`<html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>${title}</title>
      <style>
        ${{ markup: style }}
      </style>
    </head>
    <body>
      <main>
        <h1>${title}</h1>
        <p class="faint">
          ${events.file}: ${events.rows} rows, ${people.length + undecidable.length} participants. Standard policy: the default of every
          interpretation, working days of England and Wales.${ahead > 0 ? ` Rows dated after that day, which play no part: ${ahead}.` : ''}
        </p>
        ${draft === undefined ? '' : wouldChange(draft.changes, compared(decided, draft.after))}
        ${sections.map(([heading, owed]) => duties(heading, owed))} ${timeIsOver(may('lapsed'))}
        ${listed('Rows that cannot be read', problems.map(told))} ${listed('Participants who cannot be decided', undecided)}
        ${listed('Events refused by the policy', refused(people))}
        <h2>Everyone</h2>
        ${people.map((person) => everyone(person, asOf))}
      </main>
    </body>
  </html>`.markup
}
`;
}

/** @param {readonly (string | Html)[]} items */
const list = (items) =>
  items.length === 0
    ? ''
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;

/** @param {string} title @param {readonly (string | Html)[]} items */
const listed = (title, items) =>
  items.length === 0
    ? ''
    : html`<h2>${title}: ${items.length}</h2>
        ${list(items)}`;

/** What would change, under a heading that says it is not the policy. @param {string} changes @param {readonly import('./comparison.mjs').Compared[]} parts */
function wouldChange(changes, parts) {
  return html`<section aria-labelledby="would-change">
    <h2 id="would-change">What would change: ${changes}</h2>
    <p class="faint">This compares a change that nobody has made. Everything below this part is by the policy as it stands.</p>
    ${parts.map(
      ({ title, line, each }) =>
        html`<h3>${title}</h3>
          <p>${line}</p>
          ${list(each)}`,
    )}
  </section>`;
}

/** Opportunities that nobody has any more. @param {readonly Owed[]} lapsed */
function timeIsOver(lapsed) {
  const said = lapsed.map(
    ({ person, duty }) => html`<a href="#${person.id}">${person.id}</a> (${words(duty.what)}, up to ${limitOf(duty)}) `,
  );
  return said.length === 0 ? '' : html`<p>Time is over: ${said}</p>`;
}

/** @param {string} title @param {readonly Owed[]} owed */
function duties(title, owed) {
  if (owed.length === 0) return html`<h2>${title}: none</h2>`;
  const isLate = owed[0]?.duty.status === 'overdue';
  /** @param {number | undefined} left */
  const days = (left) => (left === undefined ? '' : isLate ? -left : left);
  const rows = owed.map(
    ({ person, cohort, duty }) =>
      html`<tr>
        <th scope="row"><a href="#${person.id}">${person.id}</a>${unreadOf(person)}</th>
        <td>${cohort.id}</td>
        <td>${words(duty.owedBy)}${duty.kind === 'opportunity' ? ' may' : ''}: ${words(duty.what)}</td>
        <td class="${isLate ? 'late' : ''}">${isLate ? '⚠ ' : ''}${limitOf(duty)}</td>
        <td class="number">${days(duty.daysLeft)}</td>
        <td class="number">${days(duty.workingDaysLeft)}</td>
        <td>${duty.clause}</td>
      </tr>`,
  );
  const heads = [
    'Participant',
    'Cohort',
    'Who, what',
    owed[0]?.duty.kind === 'opportunity' ? 'Up to' : 'Due',
    ...(isLate ? ['Days overdue', 'Working days overdue'] : ['Days left', 'Working days']),
    'Clause',
  ];
  return html`<h2>${title}: ${owed.length}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** What is said beside a participant of whom a row cannot be read. @param {Pick<Person, 'unread'> | undefined} person */
function unreadOf(person) {
  return person && person.unread.length > 0 ? html` <strong class="late">(a row about this participant cannot be read)</strong>` : '';
}

/** @param {readonly Person[]} people */
const refused = (people) =>
  refusals(people).map(
    ({ person, row, step }) =>
      html`${person.id}${unreadOf(person)}, ${happened(row.event)}, ${row.when} (line ${row.line}): ${explain(step).line} Instead:
      ${permitted(step.instead)}`,
  );

/** One participant: where the case stands, its timelines, and what is not settled. @param {Person} person @param {Decided['asOf']} asOf */
function everyone(person, asOf) {
  const { id, cases, position, registered } = person;
  const last = cases.at(-1);
  const stands = last === undefined ? `registers on ${registered.registration.registeredOn}` : `${last.cohort.id}, ${words(last.stage)}`;
  const drawn = cases.filter(({ registeredOn }) => registeredOn <= asOf).map((each) => ({ markup: timeline(each, asOf) }));
  const open = position ? openIn(position) : [];
  // The name stands within, so that a link to it opens what it is in.
  return html`<details>
    <summary><strong>${id}</strong> ${stands}${unreadOf(person)}</summary>
    <div id="${id}">${drawn}${open.length > 0 ? html`<p>Not settled by what is known and held: ${open.join(' ')}</p>` : ''}</div>
  </details>`;
}
