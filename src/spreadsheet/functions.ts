// The table of every cell function, in the order of the reference. It is made once, when a function is first called or described.
import { once } from '../data/objects.js';
import { awardFunctions } from './award-functions.js';
import { caseFunctions } from './case-functions.js';
import { countingFunctions } from './counting-functions.js';
import type { Entry } from './entry.js';
import { registerFunctions } from './register-functions.js';
import { ruleFunctions } from './rule-functions.js';

/** Names a cell function. @since 0.1.0 */
export type CellFunctionName =
  | 'SET_WORKDAY'
  | 'SET_WORKING_DAYS'
  | 'SET_IS_WORKING_DAY'
  | 'SET_ADJUSTMENT_DEADLINE'
  | 'SET_ADJUSTMENT_STATUS'
  | 'SET_APPEAL_RESPONSE_DUE'
  | 'SET_APPEAL_STATUS'
  | 'SET_AWARD_APPEAL_DUE'
  | 'SET_REVIEW_WINDOW'
  | 'SET_AFTER_REVIEW'
  | 'SET_RESUBMISSION_RESULT'
  | 'SET_NEXT_COHORT'
  | 'SET_ROUTE_QUERY'
  | 'SET_ROUTE_CHALLENGE'
  | 'SET_STAGE'
  | 'SET_POSITION'
  | 'SET_NEXT_DUTIES'
  | 'SET_EXPLAIN'
  | 'SET_CLAUSE';

export const entries: () => Readonly<Record<CellFunctionName, Entry>> = /* @__PURE__ */ once(() => ({
  ...countingFunctions(),
  ...ruleFunctions(),
  ...awardFunctions(),
  ...caseFunctions(),
  ...registerFunctions(),
}));

export function entryOf(name: unknown): Entry | undefined {
  const known = typeof name === 'string' ? name.trim().replace(/^=/, '').toUpperCase() : '';
  return Object.hasOwn(entries(), known) ? entries()[known as CellFunctionName] : undefined;
}
