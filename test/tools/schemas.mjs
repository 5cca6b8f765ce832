// The JSON Schemas as files, dist/schemas/<name>.json, written from the built entry at the end of each build.
import { put, root } from './entries.mjs';

export async function writeSchemas() {
  const { jsonSchemas } = await import(new URL('dist/schemas.js', root).href);
  for (const [name, schema] of Object.entries(jsonSchemas)) put(`dist/schemas/${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
}
