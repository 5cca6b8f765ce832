// The sentences of the Code of Professional Practice page, restated and numbered in order. Its notice about cookies is not policy and is left out.
import type { ClauseTable } from './register.js';

export const codePageClauses: ClauseTable = {
  'code-page/1': {
    name: 'Mandatory requirements',
    says: 'The Code describes how members are expected to behave and conduct themselves. Some of it is mandatory: nobody can join, or stay a member, without keeping to that.',
    kind: 'rule',
    note: 'Whether failing it ends or prevents membership by itself, or SET decides, is the interpretation `mandatory-breach`.',
  },
  'code-page/2': {
    name: 'Required and encouraged',
    says: 'The Code expresses what belonging to SET means, and how much professionalism is asked of members as a duty or as something to aim for.',
    kind: 'rule',
    note: 'Only what is required can prevent or end membership; what is encouraged cannot.',
  },
  'code-page/3': {
    name: 'Commitment to the Code',
    says: 'Committing oneself to the Code matters for joining SET, and again for staying a member in the years after.',
    kind: 'rule',
  },
  'code-page/4': {
    name: 'Applications and doubts',
    says: "There are procedures for looking at an application in the light of the Code, and for dealing with information that puts a member's suitability in doubt.",
    kind: 'rule',
    note: 'An application can be refused without a commitment to the Code; an acceptance comes after one (code-page/3).',
  },
  'code-page/5': {
    name: 'Open procedures, and review',
    says: 'The procedures are meant to be open, and to give members a part in deciding who is suitable. They are also meant to let such a decision be looked at again where that is needed.',
    kind: 'rule',
    note: 'That a decision can be looked at again is a step of the procedures here, by default only where it went against the person: the interpretation `review-if-necessary`. How open they are, and how members take part, is left to those who run them.',
  },
  'code-page/6': {
    name: 'The documents of the Code',
    says: 'The documents of which the Code and its procedures consist are listed.',
    kind: 'reference',
    note: 'A list of what follows it: each document has its own sentence below.',
  },
  'code-page/7': {
    name: 'What the Code is about',
    says: 'The Code of Practice is the document on the behaviour and conduct that SET expects of its members.',
    kind: 'informative',
    note: 'Says again what the first sentence of the page says.',
  },
  'code-page/8': {
    name: 'Guidance on suitability',
    says: 'How SET approaches the question of who is suitable for membership is explained in guidance.',
    kind: 'reference',
    note: 'The guidance is included in part (suitability/effect-of-breach, suitability/factors).',
  },
  'code-page/9': {
    name: 'Action against members',
    says: "When information puts a member's suitability in doubt, SET follows its procedures on action against members.",
    kind: 'rule',
    note: 'The procedures are included in part (member-action).',
  },
  'code-page/10': {
    name: 'Complaints',
    says: 'How a complaint is made, and what happens to it, is in the complaints and appeals policy.',
    kind: 'rule',
    note: 'The sentence says where a complaint belongs; that policy itself is not included.',
  },
  'code-page/11': {
    name: 'Appeal against no award',
    says: 'A member who is not given QTLS or ATS status can appeal, in the way that the awards appeals policy lays down.',
    kind: 'rule',
    note: 'That policy is included in part (award-appeals).',
  },
  'code-page/12': {
    name: 'Conditions of membership',
    says: "The documents of the Code refer to SET's conditions of membership.",
    kind: 'reference',
    note: 'Says that the documents refer to one another. The conditions are included in part.',
  },
  'code-page/13': {
    name: 'Changes to the conditions',
    says: 'The conditions of membership can change now and then, and members are told when they do.',
    kind: 'rule',
    note: 'How long beforehand is said by the conditions themselves (conditions/notice).',
  },
  'code-page/14': {
    name: 'Teachers in schools',
    says: "Teachers whose work is in the schools sector have to keep the Teachers' Standards of the Department for Education too.",
    kind: 'rule',
  },
  'code-page/15': {
    name: 'No conflict between the two',
    says: "Keeping the Code never means breaking the Teachers' Standards, nor the other way round.",
    kind: 'rule',
    note: 'An assurance about two documents, neither of which is included whole: it is said where both bind, and no fact of a case makes it false.',
  },
};
