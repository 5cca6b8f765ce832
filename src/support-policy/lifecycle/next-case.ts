// The case that an event leads to: what is still known at the new stage, and what the event adds. Which keys a stage has is said once, by its schema.
import { definitionOf } from '../../decision/facts.js';
import type { Stage } from '../../policy/vocabulary.js';
import { caseSchemas } from './case-schema.js';
import type { Case, CaseAt } from './case.js';

const keysAt: Partial<Record<Stage, readonly string[]>> = {};
const keysOf = (stage: Stage): readonly string[] => (keysAt[stage] ??= Object.keys(definitionOf(caseSchemas[stage]()).shape ?? {}));

/** Moves a case to a stage, with the facts that the stage has and the case had not. */
export function moved<From extends Case, S extends Stage>(from: From, stage: S, facts: Omit<CaseAt<S>, keyof From>): CaseAt<S> {
  const known: Readonly<Record<string, unknown>> = { ...from, ...facts, stage };
  const next: Record<string, unknown> = {};
  for (const key of keysOf(stage)) if (Object.hasOwn(known, key) && known[key] !== undefined) next[key] = known[key];
  return next as unknown as CaseAt<S>;
}
