// The whole story of one participant: every event with its result and the reasons, and where it all stands.
import { explain, visibleText } from 'professional-status';
import { Unusable, quoted } from './csv.mjs';
import { clock, happened, joined, openIn, paragraph, permitted, section, told, words } from './text.mjs';

/** @import { Duty, Position } from 'professional-status' */
/** @import { Decided, Person } from './decide.mjs' */
/** @import { EventRow, Source } from './read.mjs' */

/**
 * Tells the story of one participant, up to the day as of which it was decided.
 *
 * @param {Decided} decided
 * @param {string} id
 * @throws {Unusable} if no row names this participant
 */
export function story(decided, id) {
  const person = decided.people.find((each) => each.id === id);
  if (person) return joined([opening(decided, person), ...happenings(decided, person), ...ending(decided, person)]);
  const left = decided.undecidable.find((each) => each.id === id);
  if (left) return joined([`${id} cannot be decided: ${left.why}.`, notDecided('NOT DECIDED', left.rows), ...unread(decided, id)]);
  throw new Unusable(`--participant: received ${quoted(id)}; expected a participant whom ${decided.events.file} names`);
}

/** @param {Decided} decided @param {Person} person */
function opening({ asOf }, { id, registered: { registration, line, note } }) {
  const { cohort, registeredOn } = registration;
  return [
    `${id} as of ${asOf}, that whole day in London`,
    `${cohort.programme}, cohort ${visibleText(cohort.id)}, registered on ${registeredOn} (line ${line})${note === '' ? '' : `: ${visibleText(note)}`}`,
  ].join('\n');
}

/** The events and the appeals, in the order of their days. @param {Decided} decided @param {Person} person */
function happenings({ decidedAppeals, appeals }, { id, steps }) {
  const events = steps.map(({ row, step }) => {
    const portfolio = step.case.portfolio > 1 ? `, portfolio ${step.case.portfolio}` : '';
    const title = `${row.when}  ${happened(row.event)}  (line ${row.line}${portfolio})`;
    return { when: row.when, text: section(titled(title, row), paragraph(explain(step).text, 4)) };
  });
  const others = decidedAppeals.filter(({ row }) => row.participant === id);
  const received = others.map(({ row, decision }) => {
    const when = clock(row.facts.receivedAt);
    const title = `${when}  support appeal received  (${appeals?.file}, line ${row.line})`;
    return { when, text: section(titled(title, row), paragraph(explain(decision).text, 4)) };
  });
  /** @param {{ when: string }} each */
  const day = ({ when }) => Number(when.slice(0, 10).replaceAll('-', ''));
  return [...events, ...received].sort((a, b) => day(a) - day(b)).map(({ text }) => text);
}

/** @param {string} title @param {Source} row */
function titled(title, { note }) {
  return note === '' ? title : `${title}  ${visibleText(note)}`;
}

/** @param {Decided} decided @param {Person} person */
function ending(decided, { id, cases, position, ahead, restarts, unread: faults }) {
  const last = cases.at(-1);
  const next = restarts.find(({ from, made }) => !made && from.portfolio === last?.portfolio);
  const standing =
    last && position
      ? [`stage: ${words(last.stage)}, in cohort ${visibleText(last.cohort.id)}, portfolio ${last.portfolio}`, ...where(position)]
      : [];
  if (faults.length > 0) standing.unshift('a row about this participant cannot be read: what is said here may be out of date');
  if (next)
    standing.push(`next available cohort, counted from ${next.from.restartFrom}: ${visibleText(next.found.cohort?.id ?? 'none known')}`);
  return [
    section(`WHERE IT STANDS on ${decided.asOf}`, ...standing.map((line) => paragraph(`- ${line}`, 2))),
    ...unread(decided, id),
    notDecided('AFTER THAT DAY, and not taken into account', ahead),
  ];
}

/** @param {Position} position @returns {string[]} */
function where(position) {
  const { duties, entitlements, permitted: may, warnings } = position;
  const needs = openIn(position);
  return [
    ...duties.map(owedOrOpen),
    ...entitlements.map(({ entitlement, clause }) => `may claim: ${words(entitlement)} (${clause})`),
    ...warnings.map(({ code, clause, detail }) => {
      const values = Object.entries(detail).map(([name, value]) => `${words(name)} ${visibleText(String(value))}`);
      return `unusual: ${words(code)}: ${values.join(', ')}${clause ? ` (${clause})` : ''}`;
    }),
    ...needs.map((text) => `not settled: ${text}`),
    `may happen next: ${permitted(may)}`,
  ];
}

/** One duty or opportunity, with how it stands on the day. @param {Duty} duty */
function owedOrOpen({ what, owedBy, kind, deadline, status, workingDaysLeft, clause }) {
  const isOver = status === 'overdue' || status === 'lapsed';
  const verb = kind === 'duty' ? 'owes' : status === 'lapsed' ? 'might have done' : 'may';
  const days = workingDaysLeft === undefined ? '' : `, working days ${isOver ? `since: ${-workingDaysLeft}` : `left: ${workingDaysLeft}`}`;
  const standing = status === 'limit-not-known' ? 'its limit is set by the cohort; not known here' : words(status);
  const limit = deadline ? `${kind === 'duty' ? 'by' : 'up to'} ${clock(deadline.due)} (${standing}${days})` : standing;
  return `${words(owedBy)} ${verb}: ${words(what)}, ${limit} (${clause})`;
}

/** The rows of this participant that cannot be read, and how many of others. @param {Decided} decided @param {string} id */
function unread({ problems }, id) {
  const own = problems.filter(({ participant }) => participant === id);
  const others = problems.length - own.length;
  return [
    section('ROWS THAT CANNOT BE READ', ...own.map((each) => paragraph(`- ${told(each)}`, 2))),
    others > 0 ? `The files have ${others} more faults; the report, without --participant, lists them.` : '',
  ];
}

/** @param {string} title @param {readonly EventRow[]} rows */
function notDecided(title, rows) {
  return section(title, ...rows.map(({ line, when, event }) => `  - ${when}  ${happened(event)}  (line ${line})`));
}
