// Why an answer is what it is, in words: one tree of sentences, given as a line, as plain text and as a table.
import { InvalidFacts, safely } from '../calendar/errors.js';
import { issue } from '../calendar/problems.js';
import type { Basis, Decision, Finding, Need } from '../decision/decision.js';
import { plainCopy } from '../decision/plain.js';
import type { TransitionOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { policyOf, type Policy } from '../policy/policy.js';
import { countInWords, isDeadline } from './counts.js';
import { findingInWords } from './findings.js';
import { needInWords } from './needs.js';
import { outcomeInWords } from './outcomes.js';
import { clauseName, moment, sentence, words } from './phrases.js';

/** Gives one sentence of an explanation, the clause it rests on, and whether its test is true of the facts. @since 0.1.0 */
export interface ExplanationStep {
  readonly text: string;
  readonly clause: ClauseId;
  readonly holds?: boolean;
}
/** Explains an answer: a line for the case file, plain text for the participant, a table for a panel, all from the same steps. @since 0.1.0 */
export interface Explanation {
  readonly line: string;
  readonly text: string;
  readonly markdown: string;
  readonly steps: readonly ExplanationStep[];
}
/** Is what can be explained: a decision of any rule, or what became of an event. @since 0.1.0 */
export type Explainable = Decision<string, object> | TransitionOf<{ readonly stage: string }, string, object>;

/**
 * Explains a decision, or what became of an event, in plain English; every sentence cites its clause.
 *
 * Days passed over in a count are named from the policy's calendar, which must be the decision's own: else the text says so.
 * @throws `InvalidFacts` if it is given neither a decision nor a transition of this library.
 * @example explain(noticeDeadline({ programmeStartsOn: '2021-01-10' })).line // => 'A request is in time up to and including 10 December 2020, and late from 11 December 2020. (Support policy 3.1.1)'
 * @since 0.1.0
 */
export function explain(answer: Explainable, policy?: Policy): Explanation {
  const chosen = policyOf(policy);
  // An answer is data and may come back from a store: whatever in it cannot be worded is the caller's to mend, and said so.
  const explanation = safely(() => worded(parts(plainCopy(answer, [], MOST_PARTS) as Explainable, chosen)));
  if (explanation === undefined) throw new InvalidFacts([issue(['answer'], 'must be a decision or a transition of this library', answer)]);
  return explanation;
}

const MOST_PARTS = 1000;

function worded({ headline, steps, after }: Parts): Explanation {
  const clauses = [...new Set(steps.map(({ clause }) => clause))];
  const told = steps.map(({ text, clause }) => `${text} (${clauseName(clause)})`);
  const follows = after.map((each) => `- ${each}`);
  return {
    line: `${headline} (${clauses.map(clauseName).join('; ')})`,
    text: [headline, ...told.map((each) => `- ${each}`), ...follows].join('\n'),
    markdown: [
      `**${headline}**`,
      '',
      '| Clause | Finding | True |',
      '| --- | --- | --- |',
      ...steps.map(rowOf),
      ...(after.length > 0 ? ['', ...follows] : []),
    ].join('\n'),
    steps,
  };
}

interface Parts {
  readonly headline: string;
  readonly steps: readonly ExplanationStep[];
  /** What follows or is missing; sentences that rest on the steps above. */
  readonly after: readonly string[];
}

function parts(answer: Explainable, policy: Policy): Parts {
  if ('settled' in answer) return decided(answer, policy);
  return answer.accepted ? taken(answer) : refused(answer);
}

function decided(answer: Decision<string, object>, policy: Policy): Parts {
  const steps = answer.because.map(stepOf);
  if (!answer.settled)
    return {
      headline: 'This is not settled by what is known and held here.',
      steps,
      after: [...answer.needs.map(need), ...readingsOf(answer.basis)],
    };
  const deadlines = Object.values(answer.detail).filter(isDeadline);
  const counted = deadlines.map((deadline): ExplanationStep => ({
    text: sentence(countInWords(deadline, answer.basis, policy)),
    clause: deadline.clause,
  }));
  return {
    headline: sentence(outcomeInWords(answer.rule, answer.outcome, answer.detail as Readonly<Record<string, unknown>>)),
    steps: [...steps, ...counted],
    after: readingsOf(answer.basis),
  };
}

function taken({
  case: state,
  because,
  effects,
  unsettled,
}: TransitionOf<{ readonly stage: string }, string, object> & { readonly accepted: true }): Parts {
  return {
    headline: `Recorded; the case is at "${words(state.stage)}".`,
    steps: because.map(stepOf),
    after: [...effects.map(effect), ...unsettled.map(need)],
  };
}

function refused({ refusals, instead }: TransitionOf<{ readonly stage: string }, string, object> & { readonly accepted: false }): Parts {
  const [first] = refusals;
  const may = instead.map(
    ({ type, notBefore, deadline }) =>
      `"${words(type)}"${notBefore ? ` from ${moment(notBefore)}` : ''}${deadline ? ` up to ${moment(deadline.due)}` : ''}`,
  );
  return {
    headline: sentence(`refused: ${findingInWords(first)}`),
    steps: refusals.map(stepOf),
    after: [may.length > 0 ? `What may happen instead: ${may.join('; ')}.` : 'The case is closed: nothing more can be recorded.'],
  };
}

function stepOf(finding: Finding): ExplanationStep {
  return { text: sentence(findingInWords(finding)), clause: finding.clause, holds: finding.holds };
}

function need(of: Need): string {
  return sentence(needInWords(of));
}

function readingsOf({ readings }: Basis): readonly string[] {
  return readings.length === 0 ? [] : [`Read so: ${readings.map(({ id, choice }) => `${words(id)}, ${words(choice)}`).join('; ')}.`];
}

/** An effect by its type and what it is about: a deadline, an amount still to be had, a registration, or a name. */
function effect(of: object): string {
  const { type, deadline, amount, registration, entitlement, duty } = of as Readonly<Record<string, unknown>>;
  const about = [
    isDeadline(deadline) && moment(deadline.due),
    typeof amount === 'object' && needInWords(amount as Need),
    typeof registration === 'object' && `with cohort ${(registration as { readonly cohort: { readonly id: string } }).cohort.id}`,
    typeof entitlement === 'string' && words(entitlement),
    typeof duty === 'string' && words(duty),
  ].filter((part) => part !== false);
  return sentence([words(String(type)), ...about].join(': '));
}

function rowOf({ text, clause, holds }: ExplanationStep): string {
  return `| ${clauseName(clause)} | ${text.replaceAll('|', '\\|')} | ${holds === undefined ? '' : holds ? 'yes' : 'no'} |`;
}
