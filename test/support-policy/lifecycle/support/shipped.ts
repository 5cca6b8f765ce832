// The rows of the lifecycle's tests as they are shipped.
import { readFileSync } from 'node:fs';
import type { Row } from './given.js';

export const shippedRows: readonly Row[] = ['lifecycle', 'rights'].flatMap(
  (name) => JSON.parse(readFileSync(`test/support-policy/lifecycle/${name}.cases.json`, 'utf8')) as readonly Row[],
);
