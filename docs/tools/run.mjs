// `npm run update`: writes every generated page, then prints the ledger. It fails where a clause or a reading is not proved, and names it.
import { agentPages } from './agents.mjs';
import { unargued } from './alone.mjs';
import { bytesPage } from './bytes.mjs';
import { bareClauses, clausesPage } from './clauses.mjs';
import { comparedLimits } from './comparing.mjs';
import { lifecycleTables } from './lifecycle.mjs';
import { printLedger } from './ledger.mjs';
import { readingsPage, takenForAnother, undecided } from './readings.mjs';
import { readmeRules } from './readme.mjs';
import { printSignOffs } from './sign-offs.mjs';
import { sources } from '../../test/tools/policy-text.mjs';
import { spreadsheetPages } from './spreadsheet.mjs';

await clausesPage({ write: true });
await readingsPage({ write: true });
await readmeRules({ write: true });
await lifecycleTables({ write: true });
await comparedLimits({ write: true });
await spreadsheetPages({ write: true });
await bytesPage({ write: true });
await agentPages({ write: true });

const complete = printLedger();
const bare = bareClauses().filter((clause) => !sources.some((document) => clause.startsWith(`${document}/`))); // the ledger names those of the sources
for (const clause of bare) console.error(`missing: ${clause}: no rule and no step cites it`);
const open = undecided();
for (const id of open) console.error(`missing: a case that the options of the reading '${id}' decide differently`);
const alike = takenForAnother();
for (const line of alike) console.error(`missing: ${line}`);
const nowhere = unargued();
for (const line of nowhere) console.error(`missing: ${line}`);
const usable = printSignOffs();
process.exitCode = complete && usable && bare.length + open.length + alike.length + nowhere.length === 0 ? 0 : 1;
