// Sentence 5 of the Code page, common to both procedures: members take part in deciding and in reviewing, and a decision against someone can be reviewed.
import type { Finding } from '../decision/decision.js';

export const decisionIsNotAgainst: Finding = { clause: 'code-page/5', test: 'decision-is-against', holds: false };

export const membersTakePart = (): { readonly because: readonly Finding[] } => ({
  because: [{ clause: 'code-page/5', test: 'members-take-part', holds: true }],
});
