// Two clauses as rules of json-rules-engine; the dates of 3.1.1 are counted with date-fns, since the engine counts none.
import { Engine } from 'json-rules-engine';
import { withDateFns } from '../with-date-fns.mjs';

const notice = new Engine();
notice.addFact('detail', async (_, almanac) => {
  const [requestedOn, programmeStartsOn] = await Promise.all([almanac.factValue('requestedOn'), almanac.factValue('programmeStartsOn')]);
  return withDateFns({ requestedOn, programmeStartsOn }).detail;
});
const margin = (operator) => ({ all: [{ fact: 'detail', path: '$.marginDays', operator, value: 0 }] });
notice.addRule({ conditions: margin('greaterThanInclusive'), event: { type: 'timely' } });
notice.addRule({ conditions: margin('lessThan'), event: { type: 'late' } });

export async function jsonRulesEngine(facts) {
  const { events, almanac } = await notice.run(facts);
  return { outcome: events[0].type, detail: await almanac.factValue('detail') };
}

const review = new Engine();
const is = (fact, value) => ({ fact, operator: 'equal', value });
const rule = (conditions, type, writtenFeedback, freeResubmissions) =>
  review.addRule({ conditions: { all: conditions }, event: { type, params: { writtenFeedback, freeResubmissions } } });
rule([is('reviewOutcome', 'criteria-met')], 'award', false, 0);
rule([is('reviewOutcome', 'criteria-not-met'), is('attempt', 'submission')], 'feedback-and-resubmission', true, 1);
rule([is('reviewOutcome', 'criteria-not-met'), is('attempt', 'resubmission')], 'feedback-and-restart', true, 0);

export async function reviewedByJsonRules(facts) {
  const { events } = await review.run(facts);
  return { outcome: events[0].type, detail: events[0].params };
}
