// The JSON Schemas as files, dist/schemas/<name>.json, written from the built entry at the end of each build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { root } from './entries.mjs';

export async function writeSchemas() {
  const { jsonSchemas } = await import(new URL('dist/schemas.js', root).href);
  const folder = new URL('dist/schemas/', root);
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas)) {
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
  }
}
