// `npm run update -- reference`: the reference of the public API into docs/api, which git ignores: it is made whole from the docstrings, and what changes in
// the API is reviewed in test/api. The entries are those of package.json.
import { fileURLToPath } from 'node:url';
import { entries, root } from '../../test/tools/entries.mjs';

/** @type {Partial<import('typedoc').TypeDocOptions> & { hideBreadcrumbs: boolean }} */
const options = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: entries.map(({ source }) => fileURLToPath(new URL(source, root))),
  tsconfig: fileURLToPath(new URL('tsconfig.json', root)),
  out: fileURLToPath(new URL('docs/api', root)),
  readme: 'none',
  disableSources: true,
  hideBreadcrumbs: true,
  treatWarningsAsErrors: true,
  validation: { notExported: false, invalidLink: true, notDocumented: false },
};
export default options;
