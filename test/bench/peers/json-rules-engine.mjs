// Two clauses as rules of json-rules-engine; the date of 3.1.1 is worked out with date-fns, since the engine counts none.
import { Engine } from 'json-rules-engine';
import { latestInTime } from '../with-date-fns.mjs';

const notice = new Engine();
notice.addFact('latest', async (_, almanac) => latestInTime(await almanac.factValue('programmeStartsOn')));
notice.addFact('isTimely', async (_, almanac) => (await almanac.factValue('requestedOn')) <= (await almanac.factValue('latest')));
const timely = (value) => ({ all: [{ fact: 'isTimely', operator: 'equal', value }] });
notice.addRule({ conditions: timely(true), event: { type: 'timely' } });
notice.addRule({ conditions: timely(false), event: { type: 'late' } });

export async function noticeByRules(facts) {
  const { events, almanac } = await notice.run(facts);
  return { outcome: events[0].type, due: await almanac.factValue('latest') };
}

const review = new Engine();
const is = (fact, value) => ({ fact, operator: 'equal', value });
const rule = (type, ...conditions) => review.addRule({ conditions: { all: conditions }, event: { type } });
rule('award', is('reviewOutcome', 'criteria-met'));
rule('feedback-and-resubmission', is('reviewOutcome', 'criteria-not-met'), is('attempt', 'submission'));
rule('feedback-and-restart', is('reviewOutcome', 'criteria-not-met'), is('attempt', 'resubmission'));

export async function reviewByRules({ reviewOutcome, attempt }) {
  const { events } = await review.run({ reviewOutcome, attempt });
  return { outcome: events[0].type, due: undefined };
}
