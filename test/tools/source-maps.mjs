// The source maps as they are packed: without the folder in which they were built, so that any checkout gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, posix, win32 } from 'node:path';

/** A file that a map names by its whole path, by itself: it is the script beside the map. @param {string} path */
const beside = (path) => (posix.isAbsolute(path) || win32.isAbsolute(path) ? basename(path.replaceAll('\\', '/')) : path);

/** Rewrites the maps of a build when it ends: tsup names the CommonJS scripts in their maps by whole paths. */
export const mapsWithoutFolder = {
  name: 'maps-without-folder',
  /** @param {{ writtenFiles: readonly { readonly name: string }[] }} built */
  buildEnd({ writtenFiles }) {
    for (const { name } of writtenFiles.filter((file) => file.name.endsWith('.map'))) {
      const map = JSON.parse(readFileSync(name, 'utf8'));
      writeFileSync(name, JSON.stringify({ ...map, ...(map.file && { file: beside(map.file) }), sources: map.sources.map(beside) }));
    }
  },
};
