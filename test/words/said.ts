// Every sentence that the product can say: all cases of rules and machines explained, every outcome, and every interpretation.
import {
  definePolicy,
  explain,
  position,
  programmeLifecycle,
  readings,
  replay,
  rules,
  transition,
  type AnyPolicy,
  type Explainable,
} from '../../src/index.js';
import { caseAfter, machineFiles, machines } from '../machine/cases.js';
import { loose, policyOf, ruleIds, vectorsOf } from '../decision/cases.js';
import { eventOf } from '../support-policy/lifecycle/support/arbitraries.js';
import { january2022 } from '../support-policy/lifecycle/support/cohorts.js';
import { shippedRows } from '../support-policy/lifecycle/support/shipped.js';
import { allStages, caseAt } from '../support-policy/lifecycle/support/stages.js';
import { sentencesOf } from './readability.js';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const time = '(?:noon|midnight at the start of|the end of|\\d{1,2}(?::\\d\\d){0,2}(?:\\.\\d{3})?[ap]m(?: (?:BST|GMT))?)';

/** A sentence with its dates, hours, numbers and ids made alike; a list of holidays is one word. */
export function madeAlike(sentence: string): string {
  return sentence
    .replace(/^Not counted: .*$/, 'Not counted: HOLIDAYS.')
    .replace(new RegExp(`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (?=\\d)`, 'g'), '')
    .replace(new RegExp(`(?:${time} (?:on )?)?\\d{1,2} (?:${months}) \\d{4}`, 'g'), 'DATE')
    .replace(/\b\d+ (?=(?:working )?days?\b|requests\b|months?\b|days? to spare)/g, 'N ')
    .replace(/\bN (working )?(day|month)\b/g, 'N $1$2s')
    .replace(/^(Refused: )?.*( (?:can|cannot) be recorded while the case is at )“.*”/, '$1EVENT$2“STAGE”')
    .replace(/(The case is now at )“.*”/, '$1“STAGE”')
    .replace(/limit (of|set by the Team is) \d+/g, 'limit $1 N')
    .replace(/give (?:one more fact|\d+ more facts): .*/, 'give N more facts: FACTS.')
    .replace(/\b(?:qtls|ats)-\d{4}-\d\d\b|\bcohort [\w-]*\d[\w-]*/g, 'COHORT');
}

/** The headline of an answer, and its steps, without the clauses that they cite. */
function textsOf(answer: Explainable, policy?: AnyPolicy): readonly string[] {
  const { line, steps } = explain(answer, policy);
  return [line.slice(0, line.lastIndexOf(' (')), ...steps.map(({ text }) => text)];
}

function ofRules(): readonly string[] {
  return ruleIds.flatMap((id) => {
    const vectors = vectorsOf(id);
    const said = vectors.flatMap((vector) => textsOf(loose(rules[id])(vector.facts, policyOf(vector)) as Explainable, policyOf(vector)));
    const [first] = vectors;
    if (first === undefined) throw new Error(`no case of ${id}`);
    const decided = loose(rules[id])(first.facts, policyOf(first));
    const outcomes = rules[id].outcomes.flatMap((outcome) => textsOf({ ...decided, settled: true, outcome, detail: {} } as never)[0] ?? []);
    const openings = textsOf(loose(rules[id]).given({}));
    return [...said, ...outcomes, ...openings];
  });
}

function ofTheLifecycle(): readonly string[] {
  const days = ['2020-01-01', '2021-07-01', '2022-03-31', '2023-01-01'] as const;
  return allStages.flatMap((stage) => {
    const state = caseAt(stage);
    const steps = programmeLifecycle.events.flatMap((type) =>
      days.flatMap((on) => textsOf(transition(state, eventOf(type, on, `${on}T12:00:00Z`, on > '2022', january2022)))),
    );
    const stands = days.slice(1).flatMap((on) => textsOf(position(state, on, undefined, { cohorts: [january2022] })));
    return [...steps, ...stands];
  });
}

function ofShippedRows(): readonly string[] {
  return shippedRows.flatMap(({ policy: chosen, opening, given, when }) => {
    const policy = definePolicy(chosen ?? {});
    return textsOf(transition(replay(opening, given, policy).case, when, policy), policy);
  });
}

function ofMachines(): readonly string[] {
  return [...machineFiles.values()].flatMap(({ machine: id, vectors }) => {
    const machine = machines.find((each) => each.id === id);
    if (machine === undefined) throw new Error(`no machine ${id}`);
    return vectors.flatMap((vector) => {
      const policy = policyOf(vector);
      const before = caseAfter(machine, vector.opening, vector.given, policy);
      return vector.tries.flatMap((each) => ('when' in each ? textsOf(machine.transition(before, each.when, policy), policy) : []));
    });
  });
}

const ofInterpretations = (): readonly string[] =>
  Object.values(readings).flatMap(({ options }) => options.map(({ means }) => `Interpretation used: ${means}`));

/** Every sentence, made alike, sorted, each once. */
export function everySentence(): readonly string[] {
  const said = [...ofRules(), ...ofTheLifecycle(), ...ofShippedRows(), ...ofMachines(), ...ofInterpretations()];
  return [...new Set(said.flatMap((text) => sentencesOf(madeAlike(text)).map(madeAlike)))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
