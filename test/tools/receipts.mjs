// `npm run receipts`: a receipt of the first case of each rule that has none yet. A receipt stays as it was made, so that a later version
// of the library is held to what an earlier one said; `-- --write` makes all of them anew, after a change of a policy's edition.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { definePolicy, receipt, rules } from 'professional-status';
import { nations, vectorsOf } from '../../docs/tools/cases.mjs';

const folder = new URL('../questions/receipts/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const rule of Object.values(rules)) {
  const file = new URL(`${rule.id}.json`, folder);
  const [vector] = vectorsOf(rule.id);
  if (vector === undefined || (existsSync(file) && !process.argv.includes('--write'))) continue;
  const { readings, calendar } = vector.policy ?? {};
  const policy = definePolicy({ readings, calendar: nations.find(({ id }) => id === calendar) });
  const text = JSON.stringify(receipt(rule, /** @type {never} */ (vector.facts), policy));
  writeFileSync(file, await format(text, { ...(await resolveConfig('package.json')), parser: 'json' }));
  console.log(`test/answers/receipts/${rule.id}.json`);
}
