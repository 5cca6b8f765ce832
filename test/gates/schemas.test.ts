// The JSON Schemas are shipped as files, each the same as the entry gives it, under a path that resolves.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jsonSchemas, type SchemaName } from 'professional-status/schemas';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

test('there is a file for each schema, and no other', () => {
  expect(readdirSync('dist/schemas').sort()).toEqual(
    Object.keys(jsonSchemas)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test.each(Object.keys(jsonSchemas) as SchemaName[])('%s is what the entry gives', (name) => {
  const path = require.resolve(`professional-status/schemas/${name}.json`);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(jsonSchemas[name]);
});
