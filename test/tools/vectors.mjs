// The cases as files, dist/vectors/<rule or machine>.json, and the traces of the lifecycle beside them, written at the end of each build, with a list of them all.
import { caseFiles } from './case-files.mjs';
import { manifest, put, read, root } from './entries.mjs';

/** The version of the kit of cases as a whole: of how they are laid out, and not of what they say. */
const VERSION = 1;
const madeFrom = `${manifest.name} ${manifest.version}`;

/** The rows of the lifecycle's own tests, as those tests note them. */
const rows = ['lifecycle', 'rights'].flatMap((name) => JSON.parse(read(`test/support-policy/lifecycle/${name}.cases.json`)));

export async function writeVectors() {
  /** @type {import('./case-files.mjs').Cases} */
  const lifecycle = { machine: 'programmeLifecycle', version: VERSION, vectors: rows };
  const files = [...caseFiles().map(({ file }) => file), lifecycle].map((file) => {
    const { rule, machine, version, vectors } = file;
    const schema = rule !== undefined ? 'vectors' : file === lifecycle ? 'lifecycleVectors' : 'procedureVectors';
    const name = `${rule ?? machine}.json`;
    const text = file === lifecycle ? JSON.stringify(file).replaceAll('},{"name":', '},\n{"name":') : JSON.stringify(file, undefined, 2);
    put(`dist/vectors/${name}`, `${text}\n`);
    return {
      file: name,
      ...(rule === undefined ? { machine } : { rule }),
      version,
      schema: `schemas/${schema}.json`,
      vectors: vectors.length,
    };
  });
  const { traces } = await import(new URL('dist/testing.js', root).href);
  const all = traces();
  const first = { schema: 'schemas/trace.json', version: VERSION, madeFrom, traces: all.length };
  put('dist/vectors/traces.jsonl', [first, ...all].map((line) => `${JSON.stringify(line)}\n`).join(''));
  const ofTraces = { file: 'traces.jsonl', machine: lifecycle.machine, ...first };
  put('dist/vectors/index.json', `${JSON.stringify({ version: VERSION, madeFrom, files: [...files, ofTraces] }, undefined, 2)}\n`);
}
