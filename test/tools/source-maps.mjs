// The source maps as they are packed: without the folder in which they were built, so that any checkout gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, posix, win32 } from 'node:path';

/**
 * @typedef {{ file?: string, sources: string[] }} SourceMap
 */

/** Names by itself each file that a map names by its whole path: the script beside the map. @template {SourceMap} T @param {T} map @returns {T} */
export function withoutFolder(map) {
  /** @param {string} path */
  const beside = (path) => (posix.isAbsolute(path) || win32.isAbsolute(path) ? basename(path.replaceAll('\\', '/')) : path);
  return { ...map, ...(map.file !== undefined && { file: beside(map.file) }), sources: map.sources.map(beside) };
}

/** Rewrites the maps of a build when it ends: tsup names the CommonJS scripts in their maps by whole paths. @satisfies {import('tsup').Options['plugins']} */
export const mapsWithoutFolder = [
  {
    name: 'maps-without-folder',
    /** @param {{ writtenFiles: readonly { readonly name: string }[] }} built */
    buildEnd({ writtenFiles }) {
      for (const { name } of writtenFiles.filter((file) => file.name.endsWith('.map')))
        writeFileSync(name, JSON.stringify(withoutFolder(JSON.parse(readFileSync(name, 'utf8')))));
    },
  },
];
