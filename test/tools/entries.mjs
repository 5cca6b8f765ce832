// The package's entries, read from the exports map of package.json: `./calendar` is built from src/calendar/index.ts into dist/calendar.*.
import { readFileSync } from 'node:fs';

/** The repository's own folder, with a slash at its end. */
export const root = new URL('../../', import.meta.url);

/** @type {{ name: string, description: string, version: string, exports: Record<string, unknown>, scripts: Record<string, string>, dependencies: Record<string, string>, peerDependencies: Record<string, string> }} */
export const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

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
