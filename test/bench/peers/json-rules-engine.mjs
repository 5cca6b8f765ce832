// Clause 3.1.1 as a rule of json-rules-engine; the dates are counted with date-fns, since the engine counts none.
import { Engine } from 'json-rules-engine';
import { withDateFns } from '../with-date-fns.mjs';

const engine = new Engine();
engine.addFact('detail', async (_, almanac) => {
  const [requestedOn, programmeStartsOn] = await Promise.all([almanac.factValue('requestedOn'), almanac.factValue('programmeStartsOn')]);
  return withDateFns({ requestedOn, programmeStartsOn }).detail;
});
const margin = (operator) => ({ all: [{ fact: 'detail', path: '$.marginDays', operator, value: 0 }] });
engine.addRule({ conditions: margin('greaterThanInclusive'), event: { type: 'timely' } });
engine.addRule({ conditions: margin('lessThan'), event: { type: 'late' } });

export async function jsonRulesEngine(facts) {
  const { events, almanac } = await engine.run(facts);
  return { outcome: events[0].type, detail: await almanac.factValue('detail') };
}
