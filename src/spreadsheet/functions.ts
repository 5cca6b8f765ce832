// The table of every cell function, in the order of the reference. It is made once, when a function is first called or described.
import { once } from '../data/memo.js';
import { clauses } from '../policy/clauses.js';
import type { ClauseId } from '../policy/ids.js';
import { aText } from './arguments.js';
import { awardFunctions } from './award-functions.js';
import { caseFunctions } from './case-functions.js';
import { CellProblem, asWord, cellInMessage } from './cell.js';
import { countingFunctions } from './counting-functions.js';
import { entry, type Entry } from './entry.js';
import { help, type CellFunctionName } from './help.js';
import { ruleFunctions } from './rule-functions.js';

/** Makes the functions that explain: what a clause says, in our own words, and why another function answers as it does. */
const registerFunctions = (): Readonly<Record<'SET_CLAUSE' | 'SET_EXPLAIN', Entry>> => ({
  SET_EXPLAIN: entry({
    says: help('Explains the answer of another function: why, under which clause, and which days were not counted.'),
    gives: ['explanation'],
    arguments: { function_name: aText(help('The other function’s name, in quotation marks; its arguments follow.')) },
    example: help({ cells: ['SET_IS_WORKING_DAY', '28/12/2020'], result: 'Monday 28 December 2020 is a holiday: Boxing Day.' }),
    // `run` answers it with the other function's reasons; this is what is left, a name that no function has.
    answer: ({ function_name }) => {
      throw new CellProblem(`function_name: type the name of a function such as "SET_WORKDAY"; this is ${cellInMessage(function_name)}`);
    },
  }),
  SET_CLAUSE: entry({
    says: help('Gives what a clause says, in our own words. The policy itself is the authority.'),
    gives: ['clause'],
    arguments: { id: aText(help('The clause, such as support/9.1; without a document’s name it is one of the support policy.')) },
    example: help({
      cells: ['2.3'],
      result: 'No formative assessment: Work is not assessed along the way, because both programmes lead to a professional status.',
    }),
    answer: ({ id }) => {
      const typed = asWord(id);
      const clause = typed.includes('/') ? typed : `support/${typed}`;
      if (!Object.hasOwn(clauses, clause)) throw new CellProblem(`id: type a clause such as support/9.1; this is ${cellInMessage(id)}`);
      const { name, says, note } = clauses[clause as ClauseId];
      return { rows: [[`${name}: ${says}`]], why: () => note ?? says };
    },
  }),
});

/** Returns every function by its name. */
export const entries: () => Readonly<Record<CellFunctionName, Entry>> = /* @__PURE__ */ once(() => ({
  ...countingFunctions(),
  ...ruleFunctions(),
  ...awardFunctions(),
  ...caseFunctions(),
  ...registerFunctions(),
}));

/** Finds a function by its name as people type it. */
export function entryOf(name: unknown): Entry | undefined {
  const known = typeof name === 'string' ? name.trim().replace(/^=/, '').toUpperCase() : '';
  return Object.hasOwn(entries(), known) ? entries()[known as CellFunctionName] : undefined;
}
