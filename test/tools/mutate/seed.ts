// The same cases in each run.
import fc from 'fast-check';

fc.configureGlobal({ seed: 1 });
