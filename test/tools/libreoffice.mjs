// LibreOffice without a screen, with a profile of its own each time: what it makes of a file.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NOT_INSTALLED = 'oracle:libreoffice: LibreOffice is not installed here (no `soffice`), so nothing was compared.';

/**
 * The files that it makes of one, by name; undefined where there is no LibreOffice.
 *
 * @param {string} name of the file, whose ending says what it is
 * @param {string | Buffer} contents
 * @param {string} to what to make of it, as after `--convert-to`
 * @returns {{ name: string, contents: Buffer }[] | undefined}
 */
export function convert(name, contents, to) {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    writeFileSync(join(folder, name), contents);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'made'), join(folder, name)];
    const { error, stderr } = spawnSync('soffice', args, { encoding: 'utf8' });
    if (error !== undefined) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return readdirSync(join(folder, 'made')).map((made) => ({ name: made, contents: readFileSync(join(folder, 'made', made)) }));
    } catch {
      throw new Error(`LibreOffice made no file: ${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
