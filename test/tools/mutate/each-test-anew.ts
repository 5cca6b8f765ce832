// Before each test, what src has built on first use is forgotten: vitest.config.ts beside this says why.
import fc from 'fast-check';
import { beforeEach } from 'vitest';

fc.configureGlobal({ seed: 1 }); // or the names of properties change from run to run

const forget = ((globalThis as { __forget?: (() => void)[] }).__forget ??= []);
beforeEach(() => {
  for (const each of forget.splice(0)) each();
});
