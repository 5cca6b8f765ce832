// What follows where the chosen edition of a document does not hold a clause: nothing is settled by it, and the document is needed.
import type { ClauseId, DocumentId } from '../policy/ids.js';
import { editionWithout, type AnyPolicy } from '../policy/policy.js';
import { Open } from './steps.js';

/** Says why a clause settles nothing under a policy; `undefined` where its text is held. */
export function notHeld(clause: ClauseId, policy: AnyPolicy): Open | undefined {
  const edition = editionWithout(clause, policy);
  if (edition === undefined) return undefined;
  const document = clause.slice(0, clause.indexOf('/')) as DocumentId;
  return new Open({ clause, test: 'clause-is-held', holds: false, left: edition }, [{ kind: 'document', document }]);
}
