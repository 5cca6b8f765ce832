// A receipt of the first case of each rule. One that git tracks stays as it was made, so that a later version of the library is held to what an earlier one said; without git, each that is there stays.
// One whose very calendar is gone, since a day of its years was proclaimed or moved (docs/decisions/022), is made anew; `--write` makes all of them anew, after a change of a policy's edition.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { receipt, rules, verifyReceipt } from 'professional-status';
import { policyOf, vectorsOf } from '../../docs/tools/cases.mjs';
import { read } from './entries.mjs';
import { formatted, fresh } from './fresh.mjs';

const folder = 'test/questions/receipts/';

/** Whether a receipt can be verified no longer, for want of its calendar alone. @param {string} file */
function hasLostItsCalendar(file) {
  const { result, missing = [] } = /** @type {{ result: string, missing?: readonly { kind: string }[] }} */ (
    verifyReceipt(JSON.parse(read(file)), { rules })
  );
  return result === 'cannot' && missing.every(({ kind }) => kind === 'calendar');
}

/** The names of the receipts that were committed; all that are there, where git tracks none or is missing. */
function lasting() {
  try {
    const tracked = execFileSync('git', ['ls-files', '.'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    if (tracked !== '') return tracked.split('\n');
  } catch {
    // no git, or no repository: whether a receipt is new cannot be told
  }
  return readdirSync(folder);
}

const kept = process.argv.includes('--write') ? [] : lasting();
for (const rule of Object.values(rules)) {
  const file = `${folder}${rule.id}.json`;
  const [vector] = vectorsOf(rule.id);
  if (vector === undefined || (kept.includes(`${rule.id}.json`) && existsSync(file) && !hasLostItsCalendar(file))) continue;
  const made = await formatted(file, JSON.stringify(receipt(rule, /** @type {never} */ (vector.facts), policyOf(vector))));
  if (existsSync(file) && read(file) === made) continue;
  fresh(file, made, true);
  console.log(file);
}
