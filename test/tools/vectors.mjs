// The cases as files, dist/vectors/<rule or procedure>.json, copied at the end of each build, with a list of them beside.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { root } from './entries.mjs';

/** The version of the kit of cases as a whole: of how they are laid out, and not of what they say. */
const VERSION = 1;

export function writeVectors() {
  const [from, to] = [new URL('test/vectors/', root), new URL('dist/vectors/', root)];
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const files = names.map((name) => {
    const { rule, machine, version, vectors } = JSON.parse(readFileSync(new URL(name, from), 'utf8'));
    copyFileSync(new URL(name, from), new URL(name, to));
    const schema = rule === undefined ? 'procedureVectors' : 'vectors';
    return {
      file: name,
      ...(rule === undefined ? { machine } : { rule }),
      version,
      schema: `schemas/${schema}.json`,
      vectors: vectors.length,
    };
  });
  writeFileSync(new URL('index.json', to), `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`);
}
