// Reading a case that comes from outside: what the lifecycle has to say to it.
import type { Path, NonEmpty } from '../../data/issues.js';
import type { Engine } from '../../machine/engine.js';
import { once, onceForEach } from '../../data/memo.js';
import { checkState, policiesOver } from '../../machine/read-state.js';
import type { Policy } from '../../policy/policy.js';
import { caseSchemas, type Case, type Registration } from './case.js';
import type { CaseEvent } from './event.js';
import type { Effect } from './standing.js';
import type { Stage } from '../../policy/vocabulary.js';

/** What a stored case is read with. */
export interface Reader {
  readonly engine: Engine<Case, CaseEvent, Effect>;
  readonly open: (registration: Registration) => Case;
}

/** Checks a case strictly and gives it back as one of our own making, or throws with every problem. */
export function checkCase(value: unknown, at: Path, { engine, open }: Reader): Case {
  return checkState(value, at, { engine, open, schemaOf, policies: stagePolicies });
}

const schemaOf = /* @__PURE__ */ onceForEach((stage: Stage) => caseSchemas[stage]());

/** The readings on which the stage of a case can turn. */
const stagePolicies: () => NonEmpty<Policy> = /* @__PURE__ */ once(() =>
  policiesOver(['first-deadline-missed', 'never-resubmitted', 'resubmission-after-restart']),
);
