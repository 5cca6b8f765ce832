// Given what has happened, when an event comes, then this follows: the kit's own, for the two participants that most rows are about.
import {
  definePolicy,
  programmeLifecycle,
  transition,
  type Case,
  type CaseEvent,
  type Effect,
  type Policy,
  type Readings,
  type Registration,
} from '../../../../src/index.js';
import { given as givenIn, type Given } from '../../../../src/testing/index.js';
import { inAts2021, inJanuary2021 } from './cohorts.js';

export type SomeReadings = Partial<Readings>;
export const reading = (readings: SomeReadings): Policy => definePolicy({ readings });

/** A participant, by January 2021's cohort unless another registration is given, under the default readings unless others are. */
export function participant(
  registration: Registration = inJanuary2021,
  readings: SomeReadings = {},
): { readonly policy: Policy; readonly given: (...events: readonly CaseEvent[]) => Given<unknown, Case, CaseEvent, Effect> } {
  const policy = reading(readings);
  return { policy, given: (...events) => givenIn({ machine: programmeLifecycle, opening: registration, events, policy }) };
}

/** Takes an event that the rest of a test takes for granted. */
export function taken(state: Case, event: CaseEvent, policy: Policy): Case {
  const step = transition(state, event, policy);
  if (!step.accepted) throw new Error(`'${event.type}' was refused at '${state.stage}': ${JSON.stringify(step.refusals)}`);
  return step.case;
}

export const { given } = participant();
export const { given: givenAts } = participant(inAts2021);
