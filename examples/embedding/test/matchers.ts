// The kit's matchers, once for all tests of this application.
import { expect } from 'vitest';
import { matchers, type PolicyMatchers } from 'professional-status/testing';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any
  interface Matchers<T = any> extends PolicyMatchers<unknown, T> {}
}
expect.extend(matchers);
