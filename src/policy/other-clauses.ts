// Clauses of the documents that are held in part, restated. Where no clause number is known, the id ends in a word of our own and the note says so.
import type { ClauseTable } from './register.js';
import { unnumberedClauses } from './documents.js';

export const otherClauses: ClauseTable = /* @__PURE__ */ (() => ({
  'award-appeals/3.1': {
    name: 'What the policy covers',
    says: 'Appeals under this policy are against decisions on the award of QTLS or ATS.',
    kind: 'rule',
  },
  'award-appeals/3.2': {
    name: 'What the policy leaves out',
    says: "Complaints about SET's staff and concerns about members do not belong here.",
    kind: 'rule',
  },
  'award-appeals/4.1': {
    name: 'Asking for an explanation',
    says: 'The member asks for the decision to be explained within ten working days of receiving it.',
    kind: 'rule',
  },
  'award-appeals/4.2': {
    name: 'Explanation by the Head',
    says: "The Head of Professional Status answers in writing within five working days of receiving the member's letter.",
    kind: 'rule',
  },
  'award-appeals/4.3': {
    name: 'Sending the grounds',
    says: 'The member sends the grounds for the appeal in writing within ten working days of receiving the explanation.',
    kind: 'rule',
  },
  'award-appeals/4.4': {
    name: 'Permitted grounds',
    says: 'An appeal has to rest on a ground from a closed list, the first of which is an error of procedure.',
    kind: 'rule',
    note: 'The grounds after the first are not included, so an appeal on another ground is left undetermined.',
  },
  'member-action/1.3': {
    name: 'Privacy of hearings',
    says: 'Oral hearings are private, and decisions are not published in a way that identifies anyone.',
    kind: 'informative',
    note: 'About how hearings are conducted and reported; the clauses on hearings themselves are not included.',
  },
  'member-action/2.1': {
    name: 'Where information comes from',
    says: 'Information about a member can come from that member, who has to report it unasked, or from a present or former employer. It can also come from a third party such as the police or the DBS, or from the public. Whoever gives it, unless it is the member, is the referrer.',
    kind: 'rule',
  },
  'member-action/2.2': {
    name: 'Acknowledgement',
    says: "SET's Operations Manager acknowledges information about a member's suitability within two working days of receiving it.",
    kind: 'rule',
  },
  'member-action/evidence': {
    name: unnumberedClauses['member-action/evidence'],
    says: 'In the edition of October 2023, evidence is required and hearsay is refused.',
    kind: 'judgement',
    note: 'What is evidence and what is hearsay is for people to judge. The clause number is not included.',
  },
  'suitability/effect-of-breach': {
    name: unnumberedClauses['suitability/effect-of-breach'],
    says: 'Failing to keep the Code may make a person unsuitable for membership. It never does so automatically.',
    kind: 'rule',
    note: 'The verdict is a judgement of SET. The clause number is not included.',
  },
  'suitability/factors': {
    name: unnumberedClauses['suitability/factors'],
    says: 'SET weighs how serious the matter is, what kind it is and whether it happened in an educational setting. It also weighs harm or the risk of it, public confidence, the risk of its happening again, rehabilitation and what third parties decided. The 2023 edition adds insight and remorse.',
    kind: 'judgement',
    note: 'The factors are balanced and never scored: the library lists them and leaves the verdict to SET. The clause number is not included.',
  },
  'code-of-practice/parts': {
    name: unnumberedClauses['code-of-practice/parts'],
    says: 'The Code has two parts. Over the mandatory one, membership may be refused or cancelled; over the aspirational one it may not.',
    kind: 'rule',
    note: 'Known of the Codes of 2018 and 2020. The clause number is not included.',
  },
  'objections/who': {
    name: unnumberedClauses['objections/who'],
    says: 'From November 2022, people who are not members may object as well as members. That is known of decisions not to award.',
    kind: 'rule',
    note: 'No text that is included says that decisions on membership go to it too. The clause number is not included.',
  },
  'objections/grounds': {
    name: unnumberedClauses['objections/grounds'],
    says: 'An objection can be about evidence or about procedure, and about nothing else.',
    kind: 'judgement',
    note: 'Whether an objection shows either is for those who decide it. The clause number is not included.',
  },
  'objections/stages': {
    name: unnumberedClauses['objections/stages'],
    says: 'From July 2024 there are three stages: an informal one, a form that the Disciplinary and Investigations Officer looks into, and an appeal.',
    kind: 'informative',
    note: 'The time limits of the stages are not included, so nothing can be worked out from them. Nor is the clause number.',
  },
  'conditions/notice': {
    name: unnumberedClauses['conditions/notice'],
    says: 'Members are told of a change by email, fourteen days ahead.',
    kind: 'rule',
    note: 'The same in all three editions that are included in part, and in programme terms up to 2024. The day of the notice is not counted here. The clause number is not included.',
  },
  'adjustments/3.1.2': {
    name: 'Needs arising during the programme',
    says: 'A request for adjustments that is made during a programme is considered case by case, at the earliest opportunity.',
    kind: 'judgement',
    note: 'From a later edition, and decided by people for each case. The two sources are silent on such a request.',
  },
  'qtls-terms/1.2': {
    name: 'Confirming the Code is read',
    says: 'On joining, on renewing and on registering, the member confirms having read the Code.',
    kind: 'informative',
    note: 'From the terms of January 2021. Included as the reason for the default of the interpretation `code-commitment`; the commitment itself is decided under the Code page.',
  },
  'ats-terms/restart': {
    name: unnumberedClauses['ats-terms/restart'],
    says: 'Under the terms of October 2023, starting ATS again takes a fresh application.',
    kind: 'informative',
    note: 'Later than the sources, of which 6.2.3 says nothing about an application. The clause number is not included.',
  },
}))();
