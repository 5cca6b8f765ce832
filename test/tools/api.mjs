// The public API as api-extractor reads it from the built declarations, one report an entry. `npm run update -- api` writes them; test/gates/api.test.ts compares.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { entries, manifest, root } from './entries.mjs';
import { fresh } from './fresh.mjs';

const projectFolder = fileURLToPath(root);

/** @param {string} name an entry's name */
function apiReport(name) {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder,
      newlineKind: 'lf',
      mainEntryPointFilePath: join(projectFolder, `dist/${name}.d.ts`),
      compiler: { tsconfigFilePath: join(projectFolder, 'tsconfig.json') },
      apiReport: { enabled: true, reportFolder: folder, reportTempFolder: folder, reportFileName: name },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      messages: { extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } } },
    },
  });
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => void (message.handled = true) });
  const report = readFileSync(join(folder, `${name}.api.md`), 'utf8');
  rmSync(folder, { recursive: true });
  return report;
}

/** Writes the reports, or fails where one is out of date. @param {boolean} write */
export function apiReports(write) {
  for (const { name } of entries) {
    fresh(`test/api/${name === 'index' ? manifest.name : name}.api.md`, apiReport(name), write);
  }
}

if (process.argv.includes('--write')) apiReports(true);
