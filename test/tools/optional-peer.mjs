// fast-check is an optional peer: the sources import it, and the built kit takes it where it is installed. docs/decisions/031-the-kit-without-fast-check.md
const specifier = 'fast-check';
const message = `${specifier} has to be installed: \`arbitraries\` draw with it, and so does \`conform\` unless its \`runs\` is 0.`;

/**
 * Loads the peer under a name. Where it is not installed, whatever is asked of it says so. Engines word that error differently, and each names in its first line
 * the module that it does not find: what the peer itself lacks or throws is thrown on. All in one line, as the import was, so that the maps stay right.
 *
 * @param {string} name @param {string} load
 */
const guarded = (name, load) =>
  [
    `let ${name};`,
    `try { ${name} = ${load}('${specifier}'); } catch (error) {`,
    String.raw`if (!/^(?=.*\b(?:find|resolve|specifier)\b).*['"\u201c]${specifier}['"\u201d]/.test(String(error))) throw error;`,
    `${name} = new Proxy({}, { get() { throw new Error(${JSON.stringify(message)}); } }); }`,
  ].join(' ');

/** A plugin of tsup, whose own turn the CommonJS build into CommonJS after it. @satisfies {NonNullable<import('tsup').Options['plugins']>[number]} */
export const optionalPeer = {
  name: 'optional-peer',
  /** @this {{ format: string }} @param {string} code */
  renderChunk(code) {
    const load = this.format === 'cjs' ? 'require' : 'await import';
    let first = '';
    const guardedOnce = (/** @type {string} */ _, /** @type {string} */ name) => {
      if (first !== '') return `const ${name} = ${first};`;
      first = name;
      return guarded(name, load);
    };
    return { code: code.replace(new RegExp(`^import \\* as (\\w+) from "${specifier}";$`, 'gm'), guardedOnce) };
  },
};
