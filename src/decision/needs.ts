// Needs that several rooms have in common.
import type { NonEmpty } from '../data/issues.js';
import type { Programme } from '../policy/vocabulary.js';
import type { Need } from './decision.js';

/** Each need once, in order. */
export function distinct(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need, index) => index === needs.findIndex((other) => JSON.stringify(other) === JSON.stringify(need)));
}

/** The terms and conditions that settle what the support policy leaves to them: of the programme, or of either where it is not known. */
export function programmeTerms(programme?: Programme): NonEmpty<Need> {
  const qtls: Need = { kind: 'document', document: 'qtls-terms' };
  const ats: Need = { kind: 'document', document: 'ats-terms' };
  return programme === undefined ? [qtls, ats] : [programme === 'QTLS' ? qtls : ats];
}
