// Which changes of a source the compiler refuses: `npm run check` would find them, so no test has to.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { root } from '../entries.mjs';

/** @typedef {{ readonly line: number, readonly column: number }} Position from 1 */

/** Looks at src as it is, and then with one change after the other. */
export function compiler() {
  const file = fileURLToPath(new URL('tsconfig.json', root));
  const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, dirname(file));
  /** @type {Map<string, { readonly version: number, readonly text: string }>} */
  const changed = new Map();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(changed.get(name)?.text ?? ts.sys.readFile(name) ?? ''),
    getCurrentDirectory: () => dirname(file),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const set = (/** @type {string} */ name, /** @type {string} */ text) => changed.set(name, { version: (version += 1), text });

  /** Whether the compiler refuses a source with a change in it. @param {string} path @param {{ readonly location: { readonly start: Position, readonly end: Position }, readonly replacement: string }} change */
  return (path, { location: { start, end }, replacement }) => {
    const name = fileURLToPath(new URL(path, root));
    const text = ts.sys.readFile(name) ?? '';
    const lines = text.split('\n');
    const at = (/** @type {Position} */ { line, column }) =>
      lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    set(name, text.slice(0, at(start)) + replacement + text.slice(at(end)));
    const refused = service.getSyntacticDiagnostics(name).length > 0 || service.getSemanticDiagnostics(name).length > 0;
    set(name, text);
    return refused;
  };
}
