// docs/theorems.md: what is held of the policy for every case, by clause, with the number of cases to which each theorem was put. `npm run theorems` puts each to every case of its space,
// where that has an end, and writes the page; to compare the page, a sample of them is tried.
import { clauses, documents } from 'professional-status';
import { bundleTests, collectTests, failureOf } from '../../test/tools/in-process/load.mjs';
import { filesIn, read } from '../../test/tools/entries.mjs';
import { fresh, withParts } from '../../test/tools/fresh.mjs';
import { cell, numberOf } from './words.mjs';

/** @import { ClauseId } from 'professional-status' */

/** A clause in a name: its document and its place there, or a number of the support policy by itself. */
const CLAUSE = /^(?:[a-z-]+\/\S+|\d\S*)$/;
/** Every file of tests that states properties. */
const files = () =>
  filesIn('test', '.test.ts').filter(
    (file) => !/^test\/(gates|bench|examples|hostile)\//.test(file) && /test\.prop\(|theorem\(/.test(read(file)),
  );

/** @typedef {{ readonly clauses: readonly ClauseId[], readonly says: string, readonly cases: number, readonly file: string, readonly whole?: number, readonly why?: string }} Theorem */

/**
 * Returns the clauses with which a test's name begins, and what it says of them. Undefined if the name begins with no clause; throws if the register lacks one.
 *
 * @param {string} title
 * @returns {{ readonly clauses: readonly ClauseId[], readonly says: string } | undefined}
 */
export function statement(title) {
  const [head = '', ...rest] = title.split(': ');
  const named = head.split(', ');
  if (rest.length === 0 || !named.every((clause) => CLAUSE.test(clause))) return undefined;
  const ids = named.map((clause) => (clause.includes('/') ? clause : `support/${clause}`));
  const unknown = ids.filter((id) => !Object.hasOwn(clauses, id));
  if (unknown.length > 0) throw new Error(`"${title}": the register has no clause ${unknown.join(', ')}`);
  return { clauses: /** @type {ClauseId[]} */ (ids), says: rest.join(': ') };
}

/** Why some theorems are tried on cases drawn at random. @type {Readonly<Record<string, string>>} */
const reasons = {
  histories: 'histories have no end',
  instants: 'it turns on the second, and there are too many',
  lists: 'lists of cohorts have no end',
  'two-rules': 'the facts of two rules together are too many',
  'two-days': 'all words on every two days are too many',
};

/** Runs every theorem, and counts; to the whole of its space where that is asked. @returns {Promise<readonly Theorem[]>} */
async function theorems(/** @type {boolean} */ isWhole) {
  process.env['THEOREMS'] = isWhole ? 'whole' : 'sampled'; // which test/theorems/theorem.ts reads
  const found = [];
  for (const file of files()) {
    for (const test of collectTests(await bundleTests([file]))) {
      const stated = statement(test.title);
      if (test.title === `${file} is read`) throw new Error(test.title, { cause: failureOf(test) });
      if (test.saw === undefined || stated === undefined) continue;
      const start = performance.now();
      const error = failureOf(test);
      if (error !== undefined) throw new Error(`${file}: ${test.name}`, { cause: error });
      const { whole, why = 'histories' } = /** @type {{ whole?: number, why?: string }} */ (test.of?.[0] ?? {});
      const seconds = (performance.now() - start) / 1000;
      if (isWhole && seconds >= 1) console.log(`${seconds.toFixed(0)} s, ${whole ?? 'drawn'}: ${test.title}`);
      found.push({ ...stated, cases: test.saw(), file, ...(whole === undefined ? { why } : { whole }) });
    }
  }
  return found;
}

/** @param {readonly Theorem[]} all */
function sectionsOf(all) {
  const sections = Object.values(documents).flatMap(({ id, title }) => {
    const own = all.flatMap(({ clauses: stated, ...theorem }) => {
      const numbers = stated.filter((clause) => clause.startsWith(`${id}/`)).map(numberOf);
      return numbers.length > 0 ? [{ ...theorem, numbers: numbers.join(', ') }] : [];
    });
    if (own.length === 0) return [];
    const rows = own
      .sort((a, b) => a.numbers.localeCompare(b.numbers, 'en', { numeric: true }))
      .map(
        ({ numbers, says, cases, file, whole, why = '' }) =>
          `| ${numbers} | ${cell(says)} | [${whole === undefined ? `${cases} drawn` : `all ${whole.toLocaleString('en-GB')}`}](../${file}) | ${reasons[why] ?? ''} |`,
      );
    return [`## ${title}`, '', '| Clause | What always holds | Cases | Why not all |', '| --- | --- | --- | --- |', ...rows, ''];
  });
  return sections.join('\n').trimEnd();
}

/** Writes the page, each theorem put to every case; or compares it, each put to a sample. @param {boolean} write */
export async function theoremsPage(write) {
  const all = await theorems(write);
  const idle = all.filter(({ cases, whole }) => cases < (whole === undefined ? 20 : 1));
  if (idle.length > 0)
    throw new Error(
      `hardly ever put to the test: ${idle.map((each) => `${each.clauses.join(', ')}: ${each.says} (${each.cases})`).join('; ')}`,
    );
  fresh('docs/theorems.md', withParts('docs/theorems.md', { theorems: sectionsOf(all) }), write);
}

if (process.argv.includes('--write')) await theoremsPage(true);
