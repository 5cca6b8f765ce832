// LibreOffice without a screen, with a new profile each time: what it makes of a file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Returns the files that it makes of one, by name; throws where LibreOffice is not installed.
 *
 * @param {string} name of the file, whose ending says what it is
 * @param {Buffer} contents
 * @param {string} to what to make of it, as after `--convert-to`
 */
export function convert(name, contents, to) {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const made = join(folder, 'made');
  try {
    writeFileSync(join(folder, name), contents);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', made, join(folder, name)];
    const { error, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
    if (error !== undefined) throw error;
    if (!existsSync(made)) throw new Error(`LibreOffice made no file: ${stderr}`);
    return readdirSync(made).map((file) => ({ name: file, contents: readFileSync(join(made, file)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
