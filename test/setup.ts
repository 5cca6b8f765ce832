// For a property that names no number of runs: fast-check's own number, 100, or fewer in `npm test`.
import fc from 'fast-check';
import { runs } from './runs.js';

fc.configureGlobal(runs(100));
