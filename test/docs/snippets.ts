// Runs the snippets of a page as they stand, and gives what each line that ends in `// =>` came to.
import { runInThisContext } from 'node:vm';
import { transformSync } from 'esbuild';

export interface Checked {
  readonly line: string;
  readonly value: unknown;
  readonly says: unknown;
}

/** Runs a snippet and gives what each of its checked lines came to, beside what it says it does. */
export function runSnippet(code: string, modules: Readonly<Record<string, unknown>>): readonly Checked[] {
  const checks: Checked[] = [];
  const checking = code.replace(
    /^(.+?);? \/\/ => (.+)$/gm,
    (_, expression: string, value: string) => `check(${JSON.stringify(expression)}, ${expression}, ${value});`,
  );
  const script = transformSync(checking, { loader: 'ts', format: 'cjs' }).code;
  const runs = runInThisContext(`(function (require, check, module) { ${script} })`) as (...scope: unknown[]) => void;
  runs(
    (name: string) => modules[name],
    (line: string, value: unknown, says: unknown) => checks.push({ line, value, says }),
    {},
  );
  return checks;
}
