// Where the policy's numbers stand, and where else a number can stand, with the reason why it is none of the policy's.
import { filesIn, read } from '../entries.mjs';
import { findIn } from './find.mjs';

/** Every file of these rooms is looked at: those of the policy whole, those that they stand on in part. */
const tried = [
  /^(support-policy|award-appeals|code-page)\/(?!.*words\.ts$)/, // how an answer is put into words is seen by test/words
  /^calendar\/(dates|working-days|day-table|instants)\.ts$/,
  /^decision\/(decision|open|steps)\.ts$/,
  /^compare\/check-cohorts\.ts$/,
  /^policy\/limits\.ts$/,
  /^machine\/(duties|engine|procedure-machine|transition)\.ts$/,
];

/** Everything else, by its room: what its numbers are. A room that is new has no line here, and is asked for one. */
export const elsewhere = /** @type {Readonly<Record<string, string>>} */ ({
  'award-appeals': 'beside what is tried, how an answer is put into words',
  'code-page': 'beside what is tried, how an answer is put into words',
  'support-policy': 'beside what is tried, how an answer is put into words',
  compare: 'beside what is tried, the bounds of a search',
  calendar: 'the civil calendar and the dates of bank holidays, which test/calendar compares with other sources',
  data: 'the sizes of what is read',
  'date-fns': 'how a `Date` is read',
  'date-holidays': 'the projection of a calendar, which test/calendar/projection.test.ts compares with the package it reads',
  decision: 'the mechanism of rules; the sizes of what is read',
  diagrams: 'how a picture is drawn',
  diary: 'the form of a calendar file',
  forms: 'the sizes of what is read, and the texts of a time',
  machine: 'the mechanism of procedures; the sizes of what is read',
  policy: 'names, words and titles: a limit is in the room of its clause',
  schemas: 'the forms of dates and texts',
  spreadsheet: 'the forms of cells',
  testing: 'sizes and places of what is drawn at random',
  tools: 'the sizes of what is read',
  'index.ts': 'names',
  'procedures.ts': 'names',
  questions: 'bounds of a search',
  words: 'how a number is put into words',
  'rules.ts': 'names',
});

/** Rooms that count days though they state no limit. */
const mayCount = ['calendar', 'diagrams', 'diary', 'forms', 'questions', 'schemas', 'spreadsheet', 'testing'];

/** The test files, those first that find most: a change is tried by each until one fails. */
export const testFiles = [
  'test/decision/cases.test.ts',
  'test/support-policy/lifecycle/lifecycle.test.ts',
  'test/machine/cases.test.ts',
  'test/support-policy/lifecycle/position.test.ts',
  'test/support-policy/lifecycle/deadlines.test.ts',
  'test/support-policy/lifecycle/rights.test.ts',
  'test/support-policy/lifecycle/feedback.test.ts',
  'test/policy/questions.test.ts',
  'test/support-policy/lifecycle/histories.test.ts',
  'test/calendar/working-days.test.ts',
  'test/calendar/london.test.ts',
  'test/calendar/values.test.ts',
  'test/machine/stored.test.ts',
  'test/support-policy/lifecycle/case.test.ts',
  'test/machine/matrix.test.ts',
  'test/support-policy/lifecycle/boundaries.test.ts',
  'test/decision/comparisons.test.ts',
  'test/decision/definitions.test.ts',
  'test/policy/editions.test.ts',
  'test/calendar/moved-deadlines.test.ts',
  'test/compare/check-cohorts.test.ts',
  'test/compare/draft.test.ts',
  'test/decision/boundary.test.ts',
  'test/decision/problems.test.ts',
];

/** @typedef {{ readonly file: string, readonly within: string, readonly change: string, readonly because: string }} Excuse */
/** Changes that change nothing, each with the reason. @type {readonly Excuse[]} */
export const excuses = JSON.parse(read('test/tools/mutate/excused.json'));

/** @param {Pick<import('./find.mjs').Mutant, 'file' | 'within' | 'change'>} found */
export const excusedFor = ({ file, within, change }) =>
  excuses.find((excuse) => excuse.file === file && excuse.within === within && excuse.change === change);

/** Looks through src: what is to be tried, what is not known how to change, and what stands elsewhere. */
export function look() {
  /** @type {import('./find.mjs').Mutant[]} */
  const mutants = [];
  /** @type {import('./find.mjs').Unknown[]} */
  const unknown = [];
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, string>} */
  const rewritten = new Map();
  /** @type {Map<string, number>} */
  const apart = new Map();
  let names = 0;
  for (const file of filesIn('src', '.ts')) {
    const [, room = ''] = file.split('/');
    const found = findIn(file, read(file), mutants.length);
    if (tried.some((place) => place.test(file.slice('src/'.length)))) {
      mutants.push(...found.mutants);
      names += found.names;
      rewritten.set(file, found.rewritten);
      unknown.push(...found.unknown);
      continue;
    }
    if (elsewhere[room] === undefined) problems.push(`${file}: test/tools/mutate/places.mjs does not say what numbers of this room are`);
    const limit = found.mutants.find(({ kind, change }) => kind === 'unit' && !/whole days/.test(change));
    if (limit !== undefined && !mayCount.includes(room))
      problems.push(`${file}:${limit.line}: days are counted outside the rooms that are tried: ${limit.within}`);
    apart.set(room, (apart.get(room) ?? 0) + found.mutants.length);
  }
  return { mutants, unknown, problems, rewritten, apart, names };
}
