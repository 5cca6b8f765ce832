// The cases as files, dist/vectors/<rule or procedure>.json, written at the end of each build, with a list of them beside.
import { mkdirSync, writeFileSync } from 'node:fs';
import { caseFiles } from './case-files.mjs';
import { root } from './entries.mjs';

/** The version of the kit of cases as a whole: of how they are laid out, and not of what they say. */
const VERSION = 1;

export function writeVectors() {
  const to = new URL('dist/vectors/', root);
  mkdirSync(to, { recursive: true });
  const files = caseFiles().map(({ id, file }) => {
    writeFileSync(new URL(`${id}.json`, to), `${JSON.stringify(file, undefined, 2)}\n`);
    const { rule, machine, version, vectors } = file;
    const schema = rule === undefined ? 'procedureVectors' : 'vectors';
    return {
      file: `${id}.json`,
      ...(rule === undefined ? { machine } : { rule }),
      version,
      schema: `schemas/${schema}.json`,
      vectors: vectors.length,
    };
  });
  writeFileSync(new URL('index.json', to), `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`);
}
