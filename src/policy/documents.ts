// The documents that the policies are made of or send their reader to, and how much of each is held.
import type { ClauseId } from './ids.js';
import type { DocumentId } from './choices.js';
import { register } from './register.js';

/** A document, and how much of it is included. @since 0.1.0 */
export interface PolicyDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly held: 'whole' | 'part' | 'not-held';
  /** What is held of it, or what is known of it, in a sentence. */
  readonly holds: string;
  /** The clauses of the two sources that refer to it. */
  readonly referredToBy?: readonly ClauseId[];
}

/**
 * The documents by id.
 *
 * @example documents.privacy.held // => 'not-held'
 * @since 0.1.0
 */
export const documents: Readonly<Record<DocumentId, PolicyDocument>> = /* @__PURE__ */ register<DocumentId, PolicyDocument>({
  support: {
    title: 'Support policy',
    held: 'whole',
    holds:
      'Every clause of the edition that names the Professional Status Team. Of the later edition, which names ETF staff, two differences are included.',
  },
  'code-page': {
    title: 'SET Code of Professional Practice and procedures',
    held: 'whole',
    holds: 'Every sentence of the page, apart from its notice about cookies.',
  },
  'code-of-practice': {
    title: 'SET Code of Practice',
    held: 'part',
    holds:
      'That it has a mandatory and an aspirational part, and what failing each can lead to; the requirements themselves are not included.',
    referredToBy: [
      'code-page/1',
      'code-page/2',
      'code-page/3',
      'code-page/4',
      'code-page/6',
      'code-page/7',
      'code-page/12',
      'code-page/15',
    ],
  },
  suitability: {
    title: 'Guidance on suitability for membership',
    held: 'part',
    holds: 'That a failure to keep the Code is never decisive by itself, and the general factors that are weighed.',
    referredToBy: ['code-page/8'],
  },
  'member-action': {
    title: 'SET actions against members policy',
    held: 'part',
    holds:
      'Clauses 1.3, 2.1 and 2.2 of September 2020, and one difference of October 2023; hearings, panels and sanctions are not included.',
    referredToBy: ['code-page/4', 'code-page/9'],
  },
  complaints: {
    title: 'SET complaints and appeals policy',
    held: 'not-held',
    holds: 'Only that complaints are made and handled under it; its stages and time limits are not known here.',
    referredToBy: ['code-page/10'],
  },
  'award-appeals': {
    title: 'QTLS and ATS awards appeals policy',
    held: 'part',
    holds:
      'Its coverage (3.1, 3.2), its three time limits (4.1 to 4.3) and the first of the grounds in 4.4; the other grounds are not included.',
    referredToBy: ['code-page/11'],
  },
  objections: {
    title: 'Objections policy',
    held: 'part',
    holds: 'Who may object, on what grounds, and the stages of July 2024; its time limits are not included.',
  },
  conditions: {
    title: 'SET conditions of membership',
    held: 'part',
    holds: 'How long before a change members are told of it; nothing else.',
    referredToBy: ['code-page/12', 'code-page/13'],
  },
  'teachers-standards': {
    title: "Department for Education Teachers' Standards",
    held: 'not-held',
    holds: 'Only that they bind members who teach in schools as well.',
    referredToBy: ['code-page/14', 'code-page/15'],
  },
  adjustments: {
    title: 'Reasonable adjustments policy',
    held: 'part',
    holds: 'Clause 3.1.2 of a later edition; what counts as a reasonable adjustment is not included.',
    referredToBy: ['support/2.2', 'support/3.1.1', 'support/6.1.7', 'support/7.1'],
  },
  privacy: {
    title: 'Privacy and cookie policy',
    held: 'not-held',
    holds: "Only that SET's handling of personal data is explained there.",
    referredToBy: ['support/5.1'],
  },
  'qtls-terms': {
    title: 'QTLS terms and conditions',
    held: 'part',
    holds: 'Clause 1.2 of January 2021; the fee for a restart and the rules on deferral, extension and withdrawal are not included.',
    referredToBy: ['support/6.2.3', 'support/appendix-1'],
  },
  'ats-terms': {
    title: 'ATS terms and conditions',
    held: 'part',
    holds:
      'What the terms of October 2023 ask for a restart; the fee and the rules on deferral, extension and withdrawal are not included.',
    referredToBy: ['support/6.2.3', 'support/appendix-2'],
  },
});

/** A clause of another document whose number is not known. */
type Unnumbered = Exclude<ClauseId, `support/${string}` | `code-page/${string}` | `${string}/${number}` | `${string}/${number}.${string}`>;

/** The name of each clause whose number is not known, which a citation has in its place: apart from the register, which is long. */
export const unnumberedClauses: Readonly<Record<Unnumbered, string>> = {
  'member-action/evidence': 'Evidence and hearsay',
  'suitability/effect-of-breach': 'Effect of a breach',
  'suitability/factors': 'Factors that are weighed',
  'code-of-practice/parts': 'Mandatory and aspirational parts',
  'objections/who': 'Who may object',
  'objections/grounds': 'Grounds of an objection',
  'objections/stages': 'Stages of an objection',
  'conditions/notice': 'Notice of a change',
  'ats-terms/restart': 'Restart of ATS',
};
