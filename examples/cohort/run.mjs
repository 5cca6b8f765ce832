// The command: its options, the files it reads, and its exit status. All else is in the modules that it calls.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { InvalidFacts, plainDate } from 'professional-status';
import { Unusable } from './csv.mjs';
import { changed, comparison } from './comparison.mjs';
import { decide } from './decide.mjs';
import { page } from './html.mjs';
import { readAppeals, readCohorts, readEvents } from './read.mjs';
import { report } from './report.mjs';
import { story } from './story.mjs';

/** The day as of which the example is decided: the day of two deadlines. There is no clock in here. */
const AS_OF = '2022-03-31';

const usage = `Usage: npm run demo -- [options]

  --as-of DATE        decide as of the end of another day, YYYY-MM-DD (default ${AS_OF})
  --participant ID    tell the full story of one participant
  --csv FILE          decide your own events instead of the example's
  --appeals FILE      your own support appeals, beside --csv
  --cohorts FILE      your own cohorts, as in examples/cohort/cohorts.json
  --compare CHANGES   say what would change under other interpretations or limits,
                      such as notice-boundary=clear-month or 9.1=15, several with commas
  --html FILE         write the report as one page that needs nothing beside itself;
                      with --compare, it begins with what would change
  --help              print this

Exit status: 0, or 1 if some rows could not be read or decided, or 2 if nothing could be.
`;

const options = /** @type {const} */ ({
  'as-of': { type: 'string' },
  participant: { type: 'string' },
  csv: { type: 'string' },
  appeals: { type: 'string' },
  cohorts: { type: 'string' },
  compare: { type: 'string' },
  html: { type: 'string' },
  help: { type: 'boolean' },
});

/**
 * Runs the command.
 *
 * @param {string[]} args what follows the command's name
 * @returns {{ output: string, errors: string, status: 0 | 1 | 2, page?: { file: string, text: string } }} what to print, where, and the exit status; and a page to be written
 */
export function run(args) {
  try {
    const chosen = optionsFrom(args);
    if (chosen.help) return { output: usage, errors: '', status: 0 };
    const asOf = dayFrom(chosen['as-of'] ?? AS_OF);
    const cohorts = readCohorts(...file(chosen.cohorts, 'cohorts.json'));
    const events = readEvents(...file(chosen.csv, 'events.csv'), cohorts);
    const appealsGiven = chosen.appeals !== undefined || chosen.csv === undefined;
    const appeals = appealsGiven ? readAppeals(...file(chosen.appeals, 'appeals.csv'), events) : undefined;
    const decided = decide({ asOf, cohorts, events, appeals });
    const status = decided.problems.length + decided.undecidable.length > 0 ? 1 : 0;
    const draft = chosen.compare === undefined ? undefined : { changes: chosen.compare, after: changed(chosen.compare) };
    if (draft !== undefined && chosen.html === undefined) return { output: `${comparison(decided, draft.after)}\n`, errors: '', status };
    if (chosen.html !== undefined) {
      const output = `${chosen.html}: ${decided.people.length} participants as of ${asOf}\n`;
      return { output, errors: '', status, page: { file: chosen.html, text: page(decided, draft) } };
    }
    const output = chosen.participant === undefined ? report(decided) : story(decided, chosen.participant);
    return { output, errors: '', status };
  } catch (error) {
    if (error instanceof Unusable || error instanceof InvalidFacts) return { output: '', errors: `${error.message}\n`, status: 2 };
    throw error;
  }
}

/** @param {string[]} args */
function optionsFrom(args) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Unusable(`${/** @type {Error} */ (error).message}\n\n${usage.trimEnd()}`);
  }
}

/** @param {string} text */
function dayFrom(text) {
  try {
    return plainDate(text);
  } catch {
    throw new Unusable(`--as-of: received ${JSON.stringify(text)}; expected a real date written YYYY-MM-DD, such as ${AS_OF}`);
  }
}

/**
 * Reads the file that was named, or the example's own.
 *
 * @param {string | undefined} named
 * @param {string} own
 * @returns {[name: string, text: string]}
 */
function file(named, own) {
  const name = named ?? own;
  try {
    const bytes = readFileSync(named ?? fileURLToPath(new URL(own, import.meta.url)));
    return [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Unusable(`${name} cannot be read: ${code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8 text' : message}`);
  }
}
