// What every host does with a question, whatever it has in hand: the rule, or the event on a stored case, and the answer as a line that a person reads.
import { explain, labels, rules, safeReadCase, safeTransition, type AnyRule, type Issue } from 'professional-status';
import { factsOfForm } from 'professional-status/forms';
import { zodSchemas } from 'professional-status/schemas';
import stored from './stored-case.json' with { type: 'json' };

/** What decides: this copy of the library, or another. */
export interface Library {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly safeReadCase: typeof safeReadCase;
  readonly safeTransition: typeof safeTransition;
}
const ours: Library = { rules: { ...rules }, safeReadCase, safeTransition };

/** Answers a question: `given` is the facts of a rule, or an event on the stored case. */
export function answer(ask: string, given: unknown, by = ours): string {
  if (ask === 'event') return answerToEvent(given, by);
  const result = ruleOf(ask, by).safe(given);
  return result.ok ? `${result.decision.outcome}: ${explain(result.decision).line}` : malformed(result.issues);
}

/** Answers a question whose fields came as a form has them, all of them texts. */
export function answerToForm(ask: string, form: unknown): string {
  return answer(ask, factsOfForm(ask === 'event' ? zodSchemas.event : ruleOf(ask, ours).facts(), form));
}

function ruleOf(ask: string, by: Library): AnyRule {
  const rule = by.rules[ask];
  if (rule === undefined) throw new RangeError(`nothing answers ${ask}`);
  return rule;
}

function answerToEvent(event: unknown, by: Library): string {
  const read = by.safeReadCase(stored);
  if (!read.ok) return malformed(read.issues);
  const result = by.safeTransition(read.case, event);
  if (!result.ok) return malformed(result.issues);
  const { transition } = result;
  if (transition.accepted) return `recorded: ${explain(transition).line}`;
  return `refused: ${explain(transition).line} Instead: ${transition.instead.map(({ type }) => labels.event[type]).join(', ')}.`;
}

function malformed(issues: readonly Issue[]): string {
  return `malformed: ${issues.map(({ path, code, suggestion = '' }) => [path.join('.'), code, suggestion].filter(Boolean).join(' ')).join('; ')}`;
}
