// The repository's files, and the package's entries, read from the exports map of package.json: `./calendar` is built from src/calendar/index.ts into dist/calendar.*.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** The repository's own folder, with a slash at its end. */
export const root = new URL('../../', import.meta.url);

/** Returns the text of a file of the repository. @param {string} path */
export const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** Writes a file of the repository, and makes the folders that it lacks. @param {string} path @param {string | Uint8Array} contents */
export function put(path, contents) {
  const file = new URL(path, root);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, contents);
}

/** Returns the paths of the files in a folder of the repository, and in those within it, whose names end as is asked. @param {string} folder @param {string} ending */
export const filesIn = (folder, ending) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

/** @type {{ name: string, description: string, version: string, exports: Record<string, unknown>, scripts: Record<string, string>, dependencies: Record<string, string>, peerDependencies: Record<string, string> }} */
export const manifest = JSON.parse(read('package.json'));

export const entries = Object.keys(manifest.exports)
  .filter((path) => !/\.jsonl?$/.test(path))
  .map((path) => {
    const name = path === '.' ? 'index' : path.slice('./'.length);
    return {
      name,
      specifier: path === '.' ? manifest.name : `${manifest.name}/${name}`,
      source: path === '.' ? 'src/index.ts' : `src/${name}/index.ts`,
    };
  });
