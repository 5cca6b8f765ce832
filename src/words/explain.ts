// Why an answer is what it is, in words: one tree of sentences, given as a line, as plain text and as a table.
import { invalid, safely } from '../data/issues.js';
import { isDeadline, type Decision, type Finding } from '../decision/decision.js';
import { onceForEach } from '../data/objects.js';
import { plainCopy } from '../data/copies.js';
import { unique } from '../decision/steps.js';
import { span } from '../decision/words.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { TransitionOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import type { DraftedLimit, LimitId, Limits } from '../policy/limits.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import { readings } from '../policy/readings.js';
import { comparisonInWords } from './comparison.js';
import { draftInWords } from './draft.js';
import type { Comparison } from '../compare/comparison.js';
import { countInWords } from './counts.js';
import type { Effect } from '../support-policy/lifecycle/cells.js';
import { factName, findingInWords, outcomeInWords } from './findings.js';
import { clauseOf, needInWords, openInWords, subjectAt, subjectOf } from './needs.js';
import { effectStep, mayHappen, standingInWords, step, type ExplanationStep, type Parts } from './standing.js';
import { stageInWords, stageName } from './stages.js';
import { clauseNames } from './phrases.js';
import { ownEntry, sentence, inMarkdown, visibleText } from '../data/text.js';

/** An answer in words: a line for the case file, plain text for the participant, a table for a panel, all from the same steps. @since 0.1.0 */
export interface Explanation {
  /** The answer in one line, with its clauses. */
  readonly line: string;
  /** The line, and under it each step with its clause, as plain text. */
  readonly text: string;
  /** The same as Markdown: the line, and a table of the steps. */
  readonly markdown: string;
  /** The sentences under the line, what is assumed last. */
  readonly steps: readonly ExplanationStep[];
}
/** What can be explained: a decision of any rule, the answer to an event, the position of a case, or a comparison of two policies. @since 0.1.0 */
export type Explainable = Decision | TransitionOf<{ readonly stage: string }, string, object> | Position | ProcedurePosition | Comparison;
/** An answer to an event that is taken, or refused. */
type Answered<Accepted extends boolean> = Extract<Explainable, { readonly accepted: Accepted }>;

/**
 * Explains a decision, the answer to an event, a position or a comparison of two policies in plain English. Every sentence cites its clause.
 *
 * Days passed over in a count are named from the policy's calendar, which must be the decision's own: else the text says so.
 * @throws `InvalidFacts` if it is given no decision, transition, position or comparison of this library. What `safe` returns holds one: hand that.
 * @example explain(noticeDeadline({ programmeStartsOn: '2021-01-10' })).line // => 'Make the request by 10 December 2020. From 11 December 2020 it is late. (Support policy 3.1.1)'
 * @since 0.1.0
 */
export function explain(answer: Explainable, policy?: AnyPolicy): Explanation {
  const chosen = policyOf(policy);
  // An answer is data and may come back from a store: whatever in it cannot be worded is the caller's to mend, and said so.
  const explanation = safely(() =>
    explanationFor(plainCopy(answer, [], 'tried' in answer ? MOST_PARTS_COMPARED : MOST_PARTS) as Explainable, chosen),
  );
  if (explanation !== undefined) return explanation;
  const held = ['decision', 'transition'].find((key) => safely(() => key in answer)); // as in what `safe` returns
  const hint = held ? `; hand its ${held}` : '';
  throw invalid(['answer'], `must be a decision, a transition, a position or a comparison of this library${hint}`, answer);
}

const MOST_PARTS = 1000;
/** The most parts of a comparison, which holds both answers of every case that differs. */
const MOST_PARTS_COMPARED = 1_000_000;

/**
 * Writes out an answer: whatever came into a sentence, the sentence is one line of visible text. What is assumed comes last. The first line of what
 * follows from a draft says so.
 */
function explanationFor(answer: Explainable, policy: AnyPolicy): Explanation {
  const { headline: said, steps: all, cited, also = [] } = partsOf(answer, policy);
  const draft = 'tried' in answer ? '' : draftInWords(answer);
  const limits = limitsOf(answer, policy);
  const written = (text: string): string => visibleText(withLengths(text, limits));
  // Steps of one answer mostly rest on one clause.
  const nameOf = onceForEach((clause: ClauseId) => clauseNames([clause]));
  const cellOf = onceForEach((clause: ClauseId) => inMarkdown(nameOf(clause)));
  const checked = unique(also).filter((clause) => !cited.includes(clause));
  const beside = checked.length > 0 ? `; also checked: ${clauseNames(checked)}` : '';
  const under = cited.length === 0 ? '' : `(${clauseNames(unique(cited))}${beside})`;
  const headline = written(`${draft}${said}`);
  const line = `${headline} ${under}`.trimEnd();
  const shown = all.map((each) => ({ ...each, text: written(each.text) }));
  const steps = [...shown.filter(({ kind }) => kind !== 'assumed'), ...shown.filter(({ kind }) => kind === 'assumed')];
  return {
    line,
    text: [line, ...steps.map(({ text, clause }) => `- ${text} (${nameOf(clause)})`)].join('\n'),
    markdown: [
      `**${inMarkdown(headline)}** ${inMarkdown(under)}`.trimEnd(),
      '',
      '| Clause | Finding | Met? |',
      '| --- | --- | --- |',
      ...steps.map((each) => rowOf(each, cellOf(each.clause))),
    ].join('\n'),
    steps,
  };
}

/** A length within a sentence, as `{support/3.1.1}`: that of the policy by which the answer was given. */
const LIMIT = /\{([a-z-]+\/[a-z\d.]+)\}/g;

/** Returns the limits by which an answer was given: those of the policy, and what the answer says of a draft. */
function limitsOf(answer: object, { limits }: AnyPolicy): Limits {
  const { basis } = answer as { readonly basis?: { readonly draft?: readonly DraftedLimit[] } };
  if (basis?.draft === undefined) return limits;
  return Object.assign({}, limits, ...basis.draft.map(({ clause, drafted }) => ({ [clause]: drafted }))) as Limits;
}

/** Returns a sentence with each length written out. */
function withLengths(text: string, limits: Limits): string {
  if (!text.includes('{')) return text;
  return text.replace(LIMIT, (token, id: string) => (Object.hasOwn(limits, id) ? span(limits[id as LimitId]) : token));
}

function partsOf(answer: Explainable, policy: AnyPolicy): Parts {
  if ('tried' in answer) return comparisonInWords(answer);
  if ('settled' in answer) return decidedParts(answer, policy);
  if ('asOf' in answer) return standingInWords(answer);
  return answer.accepted ? takenParts(answer) : refusedParts(answer);
}

function decidedParts(answer: Decision, policy: AnyPolicy): Parts {
  const [decisive, ...others] = answer.because;
  const clauses = { cited: [decisive.clause], also: others.map(({ clause }) => clause) };
  const found = answer.because.map(stepOf);
  const read = readingSteps(answer);
  if (!answer.settled) {
    const subject = subjectOf(answer.because);
    const needed = answer.needs.map((need) => step('need', needInWords(need, subject), decisive.clause));
    return { ...clauses, headline: sentence(openInWords(answer.needs, subject)), steps: [...found, ...needed, ...read] };
  }
  const deadlines = Object.values(answer.detail).filter(isDeadline);
  const counted = deadlines.map((deadline) => step('count', countInWords(deadline, answer.basis, policy), deadline.clause));
  const outcome = sentence(outcomeInWords(answer));
  return {
    ...clauses,
    headline: decisive.assumed
      ? `Nobody has said ${answer.basis.assumed.map(factName).join(', or ')}. So this may change. ${outcome}`
      : outcome,
    steps: [...found, ...counted, ...read],
  };
}

function takenParts({ case: state, because, effects, unsettled }: Answered<true>): Parts {
  const [{ clause, right: before }] = because;
  return {
    cited: [before === undefined || before === state.stage ? clause : stageInWords(state.stage).clause],
    also: because.map((finding) => finding.clause),
    headline: `Recorded. The case is now at “${stageName(state.stage)}”.`,
    steps: [
      ...because.map(stepOf),
      ...effects.map((each) => effectStep(each as Effect, clause, because)),
      ...unsettled.map((each) => {
        const subject = subjectOf(because) ?? subjectAt(state.stage, false, each);
        return step('need', needInWords(each, subject), clauseOf(each, subject) ?? clause);
      }),
    ],
  };
}

function refusedParts({ refusals, instead }: Answered<false>): Parts {
  const [first] = refusals;
  const may = instead.map((each) => step('alternative', `instead: ${mayHappen(each)}`, each.clause));
  const none = step('alternative', 'No other kind of event can be recorded at this stage', first.clause);
  return {
    cited: refusals.map(({ clause }) => clause),
    headline: sentence(`refused: ${findingInWords(first)}`),
    steps: [...refusals.map(stepOf), ...(may.length > 0 ? may : [none])],
  };
}

function stepOf(finding: Finding): ExplanationStep {
  const { assumed, clause, holds } = finding;
  const text = findingInWords(finding);
  return assumed
    ? step('assumed', `assumed, since nobody has said otherwise: ${text}`, clause, holds)
    : step('finding', text, clause, holds);
}

/** Returns the interpretations that were used, in the register's own words, each under the clause of it that the answer cites. */
function readingSteps({ basis, because }: Decision): readonly ExplanationStep[] {
  return basis.readings.map(({ id, choice }) => {
    const { clauses, options } = ownEntry(readings, id);
    const option = options.find((each) => each.choice === choice);
    if (option === undefined) throw new RangeError('no words for a choice that is not one');
    const clause = clauses.find((each) => because.some((finding) => finding.clause === each)) ?? clauses[0];
    return step('reading', `Interpretation used: ${option.means}`, clause);
  });
}

function rowOf({ text, holds, kind }: ExplanationStep, cell: string): string {
  const truth = kind === 'assumed' ? 'assumed' : holds === undefined ? '' : holds ? 'yes' : 'no';
  return `| ${cell} | ${inMarkdown(text)} | ${truth} |`;
}
