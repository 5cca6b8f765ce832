// A tool for each rule: its facts in, its decision, the words for it and its receipt out.
import { throwIfAny, readAll } from '../data/issues.js';
import { definitionOf } from '../decision/facts.js';
import { compiledOf, type AnyRule } from '../decision/rule.js';
import type { OutcomeCode } from '../decision/words.js';
import { policyStated } from '../policy/stated.js';
import { readingsOf, stepsOf } from '../questions/asked.js';
import { receipt } from '../questions/receipt.js';
import { zodSchemas } from '../schemas/zod-schemas.js';
import { outcomeLabels } from '../words/outcome-labels.js';
import { clauseNames } from '../words/phrases.js';
import { inputSchema, outputSchema, policySchema } from './answer-schemas.js';
import { factSentences, ruleSentences } from './sentences.js';
import { toolOf, wordedAnswer, type Tool } from './tool.js';

export function ruleTool(rule: AnyRule): Tool {
  const name = rule.id;
  return toolOf({
    name,
    description: () => describe(rule),
    inputSchema: () => {
      const compiled = compiledOf(rule);
      const limited = stepsOf(compiled).flatMap(({ limits }) => limits); // some of another clause than the rule's
      const policy = policySchema(readingsOf(compiled), [...rule.clauses, ...limited]);
      return inputSchema(name, { ...definitionOf(rule.facts()).shape, policy }, factSentences[name]);
    },
    outputSchema: () => outputSchema(`${name}Answer`, { decision: zodSchemas[`${name}Decision`], receipt: zodSchemas.receipt }),
    answer: ({ policy, ...facts }) => {
      const [chosen] = readAll(
        () => policyStated(policy),
        () => throwIfAny(rule.check(facts)),
      );
      const decision = rule(facts, chosen);
      return { ...wordedAnswer(decision, chosen), decision, receipt: receipt(rule, facts, chosen) };
    },
  });
}

function describe(rule: AnyRule): string {
  const outcomes = rule.outcomes.map((outcome) => `${outcome} (${outcomeLabels[outcome as OutcomeCode]})`);
  return [
    ruleSentences[rule.id],
    `By ${clauseNames(rule.clauses)}.`,
    ...(outcomes.length > 0 ? [`Outcomes: ${outcomes.join(', ')}.`] : []),
    'Where it is undetermined, the answer says what to ask, and whom.',
  ].join(' ');
}
