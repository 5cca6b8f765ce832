// The editions of the documents: named and chosen, by a policy or by the day of the facts, and never the latest. Only dates that were printed are recorded.
import type { DocumentId, EditionId } from './choices.js';
import { register } from './register.js';

/** One edition of a document. @since 0.1.0 */
export interface Edition {
  readonly id: EditionId;
  readonly document: DocumentId;
  readonly name: string;
  /** How much of its text is included: every clause, or some. Of a `part`, every clause that the library knows may still be there: `HeldEditionId` names those. */
  readonly held: 'whole' | 'part';
  /** The date that it prints: a year and month, or the year alone where no month is known. */
  readonly printedFrom?: string;
  /** What is known to differ from the edition of the two sources' time. */
  readonly differs?: string;
}

/**
 * The editions by id.
 *
 * @example editions['award-appeals@2020-09'].printedFrom // => '2020-09'
 * @since 0.1.0
 */
export const editions: Readonly<Record<EditionId, Edition>> = /* @__PURE__ */ register<EditionId, Edition>({
  'support@professional-status-team': { name: 'Support policy that names the Professional Status Team', held: 'whole' },
  'support@etf-staff': {
    name: 'Support policy that names ETF staff',
    held: 'part',
    differs:
      'ETF staff help where it was the Professional Status Team before, and tutorial support is left out along with formative assessment. ' +
      'It was on show in the window of August to October 2024 and prints no date.',
  },
  'code-page@professional-practice': {
    name: 'Page on the Code of Professional Practice',
    held: 'whole',
    differs: 'Programme terms from October 2022 name a Code of Ethics and Conduct instead; no page about that code is included.',
  },
  'award-appeals@2020-09': { name: 'Awards appeals policy, September 2020', held: 'part', printedFrom: '2020-09' },
  'objections@2022-11': {
    name: 'Objections policy, November 2022',
    held: 'part',
    printedFrom: '2022-11',
    differs: 'Replaces the awards appeals policy, is open to people who are not members, and allows only evidence or procedure as grounds.',
  },
  'objections@2024-07': {
    name: 'Objections policy, July 2024',
    held: 'part',
    printedFrom: '2024-07',
    differs: 'Has three stages: an informal one, a form that the Disciplinary and Investigations Officer looks into, and an appeal.',
  },
  'member-action@2020-09': { name: 'Actions against members policy, September 2020', held: 'part', printedFrom: '2020-09' },
  'member-action@2023-10': {
    name: 'Investigation and Disciplinary policy, October 2023',
    held: 'part',
    printedFrom: '2023-10',
    differs: 'Has a new name, requires evidence and refuses hearsay. Its time limits are not included.',
  },
  'suitability@2020-09': { name: 'Guidance on suitability, September 2020', held: 'part', printedFrom: '2020-09' },
  'suitability@2023-01': {
    name: 'Guidance on suitability, 2023',
    held: 'part',
    printedFrom: '2023',
    differs: 'Counts insight and remorse among the factors.',
  },
  'adjustments@etf': {
    name: 'Reasonable adjustments policy of ETF',
    held: 'part',
    differs: 'Deals with needs that arise during a programme, on which the support policy is silent.',
  },
  'conditions@2020-10': { name: 'Conditions of membership, October 2020', held: 'part', printedFrom: '2020-10' },
  'conditions@2023-09': {
    name: 'Conditions of membership, September 2023',
    held: 'part',
    printedFrom: '2023-09',
    differs: 'Nothing in what is included: the notice of a change is the same.',
  },
  'conditions@2025-02': {
    name: 'Conditions of membership, February 2025',
    held: 'part',
    printedFrom: '2025-02',
    differs: 'Nothing in what is included: the notice of a change is the same.',
  },
});
