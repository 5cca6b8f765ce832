// `npm run test:full`: what is tried before a release and each night. It stops at the first that fails. LibreOffice and the browser are left out, and say so, where they are not installed.
import { spawnSync } from 'node:child_process';

const commands = [
  ['npx', 'vitest', 'run', '--project=unit', '--mode', 'full', '--testTimeout=120000'],
  ['npm', 'run', 'explore'],
  ['npm', 'run', 'model'],
  ['npm', 'run', 'mutate:policy'],
  ['npm', 'run', 'gates:tried'],
  ['npm', 'run', 'fuzz', '--', '--minutes', '5'],
  ['npm', 'run', 'oracle:libreoffice'],
  ['npm', 'run', 'test:mermaid'],
  ['npm', 'run', 'test:browser'],
];

for (const [command = '', ...args] of commands) {
  const asked = [command, ...args].join(' ');
  console.log(`\n== ${asked}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n✗ ${asked}\n\nNot run: what comes after it.`);
    process.exit(status ?? 1);
  }
}
