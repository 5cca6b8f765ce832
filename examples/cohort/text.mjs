// Plain text: columns, paragraphs, and the few ways in which a date, a code or a need is written.
import { explain, visibleText } from 'professional-status';
import { quoted } from './csv.mjs';

/** @import { CaseEvent, Cohort, Duty, Instant, PermittedEvent, PlainDate, Position } from 'professional-status' */
/** @import { Problem } from './csv.mjs' */
/** @import { Person } from './decide.mjs' */
/** @import { KnownCohort } from './read.mjs' */

const WIDTH = 116;

/**
 * Lays rows out under their heads. A head that begins with `>` is set to the right, and its column with it.
 *
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 */
export function table(heads, rows) {
  const all = [heads.map((head) => head.replace(/^>/, '')), ...rows].map((row) => row.map(visibleText));
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  /** @param {readonly string[]} row */
  const line = (row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, heads[column]?.startsWith('>'))).join('  ');
  return all.map((row) => `  ${line(row)}`.trimEnd()).join('\n');
}

/** @param {string} cell @param {number} width @param {boolean} [right] */
function pad(cell, width, right) {
  return right ? cell.padStart(width) : cell.padEnd(width);
}

/**
 * Breaks a text into lines under an indent; a list item hangs under its own first word.
 *
 * @param {string} text of one or more lines
 * @param {number} indent
 */
export function paragraph(text, indent) {
  return text
    .split('\n')
    .map((line) => wrapped(line, ' '.repeat(indent), line.startsWith('- ') ? '  ' : ''))
    .join('\n');
}

/** @param {string} line @param {string} margin @param {string} hanging */
function wrapped(line, margin, hanging) {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    const start = margin + (lines.length > 1 ? hanging : '');
    if (last !== '' && start.length + last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((each, index) => margin + (index > 0 ? hanging : '') + each).join('\n');
}

/** A section under its title; one without a body is left out. @param {string} title @param {readonly string[]} body */
export function section(title, ...body) {
  return body.every((each) => each === '') ? '' : [title, ...body.filter((each) => each !== '')].join('\n');
}

/**
 * A section that counts its rows, or says that there are none.
 *
 * @param {string} title
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [after]
 */
export function listed(title, heads, rows, after = '') {
  const isMarked = rows.some((row) => row.at(-1)?.endsWith(MARK));
  return section(`${title}: ${rows.length}`, rows.length > 0 ? table(heads, rows) : '  none', after, isMarked ? LEGEND : '');
}

const MARK = ' (!)';
export const LEGEND = '  (!) a row about this participant cannot be read: what is said here may be out of date';

/**
 * A sign beside a participant of whom a row cannot be read, wherever the participant is listed.
 *
 * @param {Pick<Person, 'unread'> | undefined} person
 */
export function mark(person) {
  return person && person.unread.length > 0 ? MARK : '';
}

/**
 * The cells of a participant's row, the last with that sign.
 *
 * @param {Pick<Person, 'unread'> | undefined} person
 * @param {readonly string[]} cells
 */
export function marked(person, cells) {
  return [...cells.slice(0, -1), `${cells.at(-1) ?? ''}${mark(person)}`];
}

/** @param {readonly string[]} sections */
export function joined(sections) {
  return `${sections.filter((each) => each !== '').join('\n\n')}\n`;
}

/** A code of the library as words: `criteria-not-met`, `submissionDeadline`. @param {string} code */
export function words(code) {
  return code === 'set' ? 'SET' : code.replace(/[A-Z][a-z]/g, (start) => ` ${start.toLowerCase()}`).replaceAll('-', ' ');
}

/** What happened, with the outcome or the cohort that belongs to it. @param {CaseEvent} event */
export function happened(event) {
  if (event.type === 'outcome-released') return `${words(event.type)}: ${words(event.reviewOutcome)}`;
  return event.type === 'restarted' ? `restarted with ${visibleText(event.cohort.id)}` : words(event.type);
}

/** A day, or a time as London's clock shows it: the cohorts have been checked to be written so. @param {PlainDate | Instant} due */
export function clock(due) {
  const seconds = /^:(?!00)\d\d/.exec(due.slice(16))?.[0] ?? '';
  return due.length > 10 ? `${due.slice(0, 10)} ${due.slice(11, 16)}${seconds}` : due;
}

/** The limit of a duty or an opportunity. @param {Duty} duty */
export function limitOf({ deadline, status }) {
  if (deadline) return clock(deadline.due);
  return status === 'limit-not-known' ? 'not known here' : 'no limit stated';
}

/**
 * A date of a cohort, with a star where it is made up.
 *
 * @param {KnownCohort | undefined} known
 * @param {keyof Cohort} name the date, or the one that it is worked out from
 * @param {PlainDate | Instant | undefined} date
 */
export function starred(known, name, date) {
  if (date === undefined) return 'not known';
  return clock(date) + (known?.illustrative.includes(name) ? '*' : '');
}

/** What is not settled of a case, each once, as the library words it. @param {Position} position */
export function openIn(position) {
  const needs = explain(position).steps.filter(({ kind }) => kind === 'need');
  return [...new Set(needs.map(({ text }) => text))];
}

/** What may happen in the place of an event that is refused, or next. @param {readonly PermittedEvent[]} events */
export function permitted(events) {
  const told = events.map(({ type, notBefore, deadline }) => {
    const dates = [notBefore && `from ${clock(notBefore)}`, deadline && `to ${clock(deadline.due)}`].filter(Boolean).join(', ');
    return dates === '' ? words(type) : `${words(type)} (${dates})`;
  });
  return told.length === 0 ? 'nothing: the case is closed.' : `${told.join('; ')}.`;
}

/** The lines of a file, those that follow each other as a range. @param {readonly number[]} numbers */
export function lines(numbers) {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  /** @type {[from: number, to: number][]} */
  const ranges = [];
  for (const line of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const named = ranges.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
  return `${sorted.length === 1 ? 'line' : 'lines'} ${named}`;
}

/** What came and what was expected, where. @param {Problem} problem */
export function told({ file, line, column, name, received, expected }) {
  const where = column === 0 ? `no column ${name}` : `column ${column}${name === '' ? '' : ` (${name})`}`;
  return visibleText(`${file}, line ${line}, ${where}: received ${quoted(received)}; ${expected}`);
}
