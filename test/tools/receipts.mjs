// A receipt of the first case of each rule. One that git tracks stays as it was made, so that a later version of the library is held to what an earlier one said; without git, each that is there stays.
// One whose very calendar is gone, since a day of its years was proclaimed or moved (docs/decisions/022), is made anew; `--write` makes all of them anew, after a change of a policy's edition.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { definePolicy, receipt, rules, verifyReceipt } from 'professional-status';
import { nations, vectorsOf } from '../../docs/tools/cases.mjs';

const folder = new URL('../questions/receipts/', import.meta.url);
mkdirSync(folder, { recursive: true });

/** Whether a receipt can be verified no longer, for want of its calendar alone. @param {URL} file */
function hasLostItsCalendar(file) {
  const { result, missing = [] } = /** @type {{ result: string, missing?: readonly { kind: string }[] }} */ (
    verifyReceipt(JSON.parse(readFileSync(file, 'utf8')), { rules })
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
  const file = new URL(`${rule.id}.json`, folder);
  const [vector] = vectorsOf(rule.id);
  if (vector === undefined || (kept.includes(`${rule.id}.json`) && existsSync(file) && !hasLostItsCalendar(file))) continue;
  const { readings, calendar } = vector.policy ?? {};
  const policy = definePolicy({ readings, calendar: nations.find(({ id }) => id === calendar) });
  const text = JSON.stringify(receipt(rule, /** @type {never} */ (vector.facts), policy));
  const made = await format(text, { ...(await resolveConfig('package.json')), parser: 'json' });
  if (existsSync(file) && readFileSync(file, 'utf8') === made) continue;
  writeFileSync(file, made);
  console.log(`test/questions/receipts/${rule.id}.json`);
}
