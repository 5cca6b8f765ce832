// Two tools for each machine, which keep nothing: from how a case was opened and its events so far, where it stands on a day, and whether one more event is taken.
import type * as z from 'zod';
import { readAll, type Path } from '../data/issues.js';
import { asGiven, readArguments } from '../data/reading.js';
import { fact, listOf, moment } from '../decision/facts.js';
import { unique } from '../decision/steps.js';
import { readAsOf } from '../machine/engine.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { AnyEvent, AnyState, Machine } from '../machine/table.js';
import { readingChoices, type SelectableReadingId } from '../policy/choices.js';
import { policyStated } from '../policy/stated.js';
import type { AnyPolicy } from '../policy/policy.js';
import { readings } from '../policy/readings.js';
import type { ProceduresById } from '../procedures.js';
import { withPaths } from '../questions/asked.js';
import { zodSchemas } from '../schemas/zod-schemas.js';
import { explain } from '../words/explain.js';
import { clauseNames } from '../words/phrases.js';
import { caseParts, inputSchema, outputSchema, policySchema, positionSchema, transitionSchema } from './answer-schemas.js';
import { machineSentences, questionSentences } from './sentences.js';
import { toolOf, wordedAnswer, type CaseAnswer, type Tool } from './tool.js';

export type AnyMachine = Machine<object, AnyState<AnyEvent>, AnyEvent, ProcedurePosition, object>;
type Question = keyof typeof questionSentences;
type Input = Readonly<Record<string, unknown>>;
type Replayed = ReturnType<AnyMachine['replay']>;

const sentences = {
  registration: 'How the case was opened: who takes part, in which cohort, and since when.',
  opening: 'How the case was opened.',
  events: 'Every event of this case so far, in the order in which it was recorded. A restart opens another case.',
  event: 'The event that is tried.',
};

export function machineTools(machine: AnyMachine): readonly Tool[] {
  return [positionTool(machine), transitionTool(machine)];
}

function positionTool(machine: AnyMachine): Tool {
  return toolOf({
    ...commonParts(machine, 'position', () => ({ asOf: fact(moment) })),
    outputSchema: () =>
      outputSchema(`${machine.id}PositionAnswer`, {
        position: positionSchema(machine.stages, isProgramme(machine.id)),
        ...caseParts(machine.stages),
      }),
    answer: (input) => {
      const given = partsOf(machine, input, 'asOf');
      const [, policy, asOf] = readAll(
        () => replay(machine, given, []),
        () => policyStated(given['policy']),
        () => readAsOf(given['asOf']),
      );
      const after = replay(machine, given, [], policy);
      const position = machine.position(after.case, asOf, policy);
      return { ...wordedAnswer(position, policy), position, ...caseAfter(after, policy) };
    },
  });
}

function transitionTool(machine: AnyMachine): Tool {
  return toolOf({
    ...commonParts(machine, 'transition', () => ({ event: eventSchema(machine) })),
    outputSchema: () => outputSchema(`${machine.id}TransitionAnswer`, { transition: transitionSchema(), ...caseParts(machine.stages) }),
    answer: (input) => {
      const given = partsOf(machine, input, 'event');
      const tried = [given['event']];
      const [, policy] = readAll(
        () => replay(machine, given, tried),
        () => policyStated(given['policy']),
      );
      const { steps } = replay(machine, given, tried, policy);
      const answer = steps.at(-1) as Replayed['steps'][number];
      const { case: after, ...transition } = answer;
      return { ...wordedAnswer(answer, policy), transition, ...caseAfter({ case: after, steps: steps.slice(0, -1) }, policy) };
    },
  });
}

/** Returns what the tools of a machine have in common; `own` is what one takes beside the case. */
function commonParts(machine: AnyMachine, question: Question, own: () => Readonly<Record<string, z.ZodType>>) {
  const name = `${machine.id}_${question}`;
  return {
    name,
    description: () => `${machineSentences[machine.id as MachineId]} ${questionSentences[question]} By ${clauseNames(clausesOf(machine))}.`,
    inputSchema: () => {
      const shape = {
        [openingKey(machine)]: openingSchema(machine),
        events: listOf(eventSchema(machine)),
        ...own(),
        policy: policySchema(readingsOf(machine), clausesOf(machine)),
      };
      return inputSchema(name, shape, sentences);
    },
  };
}

type MachineId = keyof typeof machineSentences;
const isProgramme = (id: string): id is 'programmeLifecycle' => id === 'programmeLifecycle';
const openingKey = ({ id }: AnyMachine): 'registration' | 'opening' => (isProgramme(id) ? 'registration' : 'opening');
const openingSchema = ({ id }: AnyMachine): z.ZodType =>
  isProgramme(id) ? zodSchemas.registration : zodSchemas[`${id as keyof ProceduresById}Opening`];
const eventSchema = ({ id }: AnyMachine): z.ZodType<AnyEvent, AnyEvent> =>
  (isProgramme(id) ? zodSchemas.event : zodSchemas[`${id as keyof ProceduresById}Event`]) as z.ZodType<AnyEvent, AnyEvent>;

const clausesOf = ({ cells }: AnyMachine) => unique(cells.map(({ clause }) => clause));

/** Lists the readings of the documents that a machine follows: it turns on none of any other. */
function readingsOf(machine: AnyMachine): readonly SelectableReadingId[] {
  const documents = unique(clausesOf(machine).map(documentIn));
  return (Object.keys(readingChoices) as SelectableReadingId[]).filter((id) =>
    readings[id].clauses.some((clause) => documents.includes(documentIn(clause))),
  );
}
const documentIn = (clause: string): string => clause.replace(/\/.*/, '');

/** Reads the keys of what came; throws where one is not known. */
function partsOf(machine: AnyMachine, input: Input, own: 'asOf' | 'event'): Input {
  const keys = [openingKey(machine), 'events', own, 'policy'];
  return readArguments(Object.fromEntries(keys.map((key) => [key, asGiven])), input);
}

/** Folds the events, and after them one that is tried, where there is one; a problem is named by its place in the input. */
function replay(machine: AnyMachine, given: Input, tried: readonly unknown[], policy?: AnyPolicy): Replayed {
  const { events } = given;
  const isList = Array.isArray(events);
  const all: unknown = isList ? [...(events as readonly unknown[]), ...tried] : events;
  const placeOf = ([first, ...rest]: Path): Path => {
    if (first === 'events') return isList && rest[0] === events.length ? ['event', ...rest.slice(1)] : [first, ...rest];
    return [openingKey(machine), ...(first === undefined ? [] : [first]), ...rest];
  };
  return withPaths(placeOf, () => machine.replay(given[openingKey(machine)] as object, all as readonly AnyEvent[], policy));
}

function caseAfter({ case: after, steps }: Replayed, policy: AnyPolicy): Pick<CaseAnswer, 'case' | 'refused'> {
  const refused = steps.flatMap((step, index) => (step.accepted ? [] : [{ index, line: explain(step, policy).line }]));
  return { case: after, refused };
}
