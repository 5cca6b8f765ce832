// Type-checks pieces of code as a strict user's compiler would, all in one program; none of them is written to disk.
import { resolve } from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  noEmit: true,
  skipLibCheck: true,
  paths: { 'professional-status': [resolve('src/index.ts')], 'professional-status/*': [resolve('src/*/index.ts')] },
};

/** Returns for each piece of code what the compiler has to say of it. */
export function diagnosticsOf(pieces: readonly string[]): readonly (readonly string[])[] {
  const files = new Map(pieces.map((code, index) => [resolve(`test/docs/piece-${index}.ts`), code]));
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => files.has(name) || disk.fileExists(name),
    readFile: (name) => files.get(name) ?? disk.readFile(name),
    getSourceFile: (name, version) => {
      const code = files.get(name);
      return code === undefined ? disk.getSourceFile(name, version) : ts.createSourceFile(name, code, version);
    },
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((name) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  });
}
