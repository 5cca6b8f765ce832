// A copy of an example in its own folder, with the packed tarball installed, as any application would have it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { manifest } from '../tools/entries.mjs';

export class Installed {
  readonly folder: string;

  constructor(private readonly name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `${name}-`));
  }

  run(command: string, ...args: string[]) {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TZ|VITEST)/.test(name))); // those of this run are not the example's
    return spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } });
  }

  /** Installs what the example depends on; of what it is developed with, what is here already is linked. */
  install(): void {
    cpSync(`examples/${this.name}`, this.folder, { recursive: true });
    this.run('npm', 'pack', resolve('.'), '--ignore-scripts');
    const path = join(this.folder, 'package.json');
    const own = JSON.parse(readFileSync(path, 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    expect(own.dependencies[manifest.name]).toBe(manifest.version); // the one that is packed here
    const here = ['vitest', 'fast-check', 'typescript'];
    const dependencies = { ...own.dependencies, [manifest.name]: `file:${manifest.name}-${manifest.version}.tgz` };
    const devDependencies = Object.fromEntries(Object.entries(own.devDependencies).filter(([tool]) => !here.includes(tool)));
    writeFileSync(path, JSON.stringify({ ...own, dependencies, devDependencies }));
    const { status, stderr } = this.run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
    expect(status, stderr).toBe(0);
    for (const tool of here) symlinkSync(resolve('node_modules', tool), join(this.folder, 'node_modules', tool));
  }

  /** Compiles the example, which has to have the types that it says. */
  typecheck(): void {
    const { status, stdout } = this.run('node', 'node_modules/typescript/bin/tsc');
    expect(status, stdout).toBe(0);
  }

  test(...args: string[]) {
    return this.run('node', 'node_modules/vitest/vitest.mjs', 'run', ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
