// professional-status/tools: the rules and the machines as tools for agents, in the form of the Model Context Protocol. It serves nothing and decides nothing.
import { procedures } from '../procedures.js';
import { rules, type RuleId } from '../rules.js';
import { programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';
import { machineTools, type AnyMachine } from './machine-tools.js';
import { ruleTool } from './rule-tools.js';
import type { Tool } from './tool.js';

export type {
  CaseAnswer,
  PositionAnswer,
  RefusedEvent,
  RuleAnswer,
  Tool,
  ToolAnnotations,
  ToolResult,
  TransitionAnswer,
  WordedAnswer,
} from './tool.js';

/* @__NO_SIDE_EFFECTS__ */
function allTools(): readonly Tool[] {
  const machines = [programmeLifecycle, ...Object.values(procedures)] as unknown as readonly AnyMachine[];
  return Object.freeze([...(Object.keys(rules) as RuleId[]).map((id) => ruleTool(rules[id])), ...machines.flatMap(machineTools)]);
}

/**
 * The tools for agents: one a rule, and two a machine, for its position on a day and for one more event.
 *
 * `call` takes a value of any kind and throws nothing. The facts are those of the rule; `policy` beside them may name readings, editions and a nation's calendar. An answer
 * has its words, its decision and its receipt; one that is undetermined says what to ask.
 * @example tools.find(({ name }) => name === 'noticeDeadline')?.call({ programmeStartsOn: 'soon' }).ok // => false
 * @since 0.1.0
 */
export const tools: readonly Tool[] = /* @__PURE__ */ allTools();
