// What did not go through: rows that cannot be read, events that the policy refuses, and what it does not settle.
import { explain, visibleText } from 'professional-status';
import { refusals } from './decide.mjs';
import { LEGEND, happened, lines, mark, openIn, paragraph, permitted, section, told } from './text.mjs';

/** @import { Decided } from './decide.mjs' */

/** @param {Decided} decided */
export function unread({ problems }) {
  return section(`ROWS THAT CANNOT BE READ: ${problems.length}`, ...problems.map((problem) => paragraph(`- ${told(problem)}`, 2)));
}

/** @param {Decided} decided */
export function undecidable({ undecidable: left, events }) {
  const all = left.map(({ id, why, rows }) => {
    const waiting = rows.length === 0 ? '' : `. Not decided: ${events.file}, ${lines(rows.map(({ line }) => line))}`;
    return paragraph(`- ${id}: ${why}${waiting}`, 2);
  });
  return section(`PARTICIPANTS WHO CANNOT BE DECIDED: ${left.length}`, ...all);
}

/** @param {Decided} decided */
export function refused({ people, events }) {
  const all = refusals(people).map(({ person, row, step }) => {
    const clauses = [...new Set(step.refusals.map(({ clause }) => clause))].join(', ');
    const title = `  ${events.file}, line ${row.line}: ${person.id}${mark(person)}, ${happened(row.event)}, ${row.when} (${clauses})`;
    return section(title, paragraph(explain(step).line, 4), paragraph(`Instead: ${permitted(step.instead)}`, 4));
  });
  return section(`EVENTS REFUSED BY THE POLICY: ${all.length}`, ...(all.length > 0 ? all : ['  none']), legend(all));
}

/** @param {Decided} decided */
export function recordedAlready({ people, events }) {
  const all = people.flatMap((person) =>
    person.steps.flatMap(({ row, step }) => {
      const again = step.accepted && step.because.some(({ test }) => test === 'already-recorded');
      const { id: eventId = '' } = row.event;
      const who = `${person.id}${mark(person)}`;
      return again ? [`  ${events.file}, line ${row.line}: ${who}, ${happened(row.event)}, ${row.when}, id ${visibleText(eventId)}`] : [];
    }),
  );
  return section(`EVENTS THAT WERE RECORDED ALREADY, and change nothing: ${all.length}`, ...all, legend(all));
}

/** What the sign beside a participant means, where one of these has it. @param {readonly string[]} all */
function legend(all) {
  return all.some((each) => each.includes('(!)')) ? LEGEND : '';
}

/** @param {Decided} decided */
export function unsettled({ people }) {
  const open = people.flatMap((person) => (person.position ? openIn(person.position).map((text) => ({ person, text })) : []));
  const all = [...new Set(open.map(({ text }) => text))].map((text) => {
    const who = open.filter((each) => each.text === text).map(({ person }) => `${person.id}${mark(person)}`);
    return paragraph(`- ${text} ${who.join(', ')}`, 2);
  });
  return section(`NOT SETTLED BY THE FACTS AND DOCUMENTS GIVEN: ${all.length}`, ...(all.length > 0 ? all : ['  none']), legend(all));
}
