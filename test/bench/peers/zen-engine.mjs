// What follows from a review as a decision table of the ZEN engine.
import { ZenEngine } from '@gorules/zen-engine';

const row = (id, reviewOutcome, attempt, outcome, writtenFeedback, freeResubmissions) => ({
  _id: id,
  reviewOutcome: JSON.stringify(reviewOutcome),
  attempt: attempt === '' ? '' : JSON.stringify(attempt),
  outcome: JSON.stringify(outcome),
  writtenFeedback: String(writtenFeedback),
  freeResubmissions: String(freeResubmissions),
});
const column = (field, name = field) => ({ id: name, name, field });
const decision = new ZenEngine().createDecision({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in' },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'table',
      content: {
        hitPolicy: 'first',
        inputs: [column('reviewOutcome'), column('attempt')],
        outputs: [
          column('outcome'),
          column('detail.writtenFeedback', 'writtenFeedback'),
          column('detail.freeResubmissions', 'freeResubmissions'),
        ],
        rules: [
          row('met', 'criteria-met', '', 'award', false, 0),
          row('first', 'criteria-not-met', 'submission', 'feedback-and-resubmission', true, 1),
          row('second', 'criteria-not-met', 'resubmission', 'feedback-and-restart', true, 0),
        ],
      },
    },
    { id: 'out', type: 'outputNode', name: 'out' },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
});

export async function reviewedByZen(facts) {
  const { result } = await decision.evaluate(facts);
  return result;
}
