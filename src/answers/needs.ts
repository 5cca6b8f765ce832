// What is missing, in words: the fact, the person who must judge, the document that decides, or the years of a calendar.
import type { Need } from '../decision/decision.js';
import { documents } from '../policy/documents.js';
import { day, own, roleName, words } from './phrases.js';

const nameInQuotes = (id: string): string => words(id).replace(/^[^"].*$/, '"$&"');

export function needInWords(need: Need): string {
  switch (need.kind) {
    case 'fact':
      return `a fact is needed: ${words(need.name)} (\`${need.name}\`)`;
    case 'judgement':
      return `it is for ${roleName(need.by)} to judge: ${need.of}`;
    case 'document':
      return `the document that decides is not held here: ${own(documents, need.document).title}`;
    case 'calendar':
      return `the calendar ${nameInQuotes(need.calendar)} covers ${day(need.coveredFrom)} to ${day(need.coveredTo)}, and ${day(need.needed)} is needed`;
  }
}
