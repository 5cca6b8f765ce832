// Three decisions and a history: ours, the floors and the peers, over 10,000 generated cases.
import { assessAdjustmentRequest, assessSupportAppeal, entitlementsAfterReview, replay } from 'professional-status';
import { appeals, histories, requests, reviews, spoiled } from './cases.mjs';
import * as floors from './floors.mjs';
import { noticeByRules, reviewByRules } from './peers/json-rules-engine.mjs';
import { movesOf, robot3, xstate } from './peers/stages.mjs';
import { appealWithDateFns, noticeWithDateFns } from './with-date-fns.mjs';

const [ours, bare, strict] = ['professional-status', 'the bare floor', 'the strict floor'];
const twoWords = 'the strict floor of the two words alone';
const times = 10_000;
const timed = 1_024;

/** Work on generated cases; the floor that is bare and the one that is strict are named alike everywhere. */
const work = (title, checked, ourCall, [bareFloor, strictFloor], others, more) => ({
  title,
  checked,
  inputs: checked.slice(0, timed),
  contenders: { [ours]: ourCall, ...(bareFloor && { [bare]: bareFloor }), [strict]: strictFloor, ...others },
  reference: strict,
  ...more,
});
const floorAim = { name: strict, limit: 1.6 };
const outcome = (dueOf) => (answer) => [answer.outcome, answer.detail === undefined ? answer.due : dueOf(answer.detail)];

const [asked, appealed, reviewed] = [requests(times), appeals(times), reviews(times)];
const lived = histories(times).map((history) => ({ ...history, moves: movesOf(history) }));
const wordsOf = ({ reviewOutcome, attempt }) => ({ reviewOutcome, attempt });

/** @type {import('./measure.mjs').Work[]} */
export const decisions = [
  work(
    'd1: notice of a month (3.1.1)',
    asked,
    assessAdjustmentRequest,
    [floors.notice, floors.strictNotice],
    { 'date-fns by hand': noticeWithDateFns, 'json-rules-engine with date-fns': noticeByRules },
    {
      note: 'The floor cites and explains as ours does, but knows one reading of the policy and the dates of one calendar. Only ours tells the first late day and the margin, and names its basis. The peers check and explain nothing.',
      aims: [floorAim],
      refused: spoiled(asked),
      essence: outcome(({ latestTimely }) => latestTimely),
    },
  ),
  work(
    'd2: a support appeal, with its ten working days (9.1)',
    appealed,
    assessSupportAppeal,
    [floors.appeal, floors.strictAppeal],
    { 'date-fns by hand': appealWithDateFns },
    {
      note: 'The floor takes the three facts that these appeals have, and looks the tenth working day up. It takes no hour of receipt, no answer of the Team and no other reading.',
      aims: [floorAim],
      refused: spoiled(appealed),
      essence: outcome(({ responseDue }) => responseDue?.due),
    },
  ),
  work(
    'd3: what follows a review (6.2.1)',
    reviewed,
    (facts) => entitlementsAfterReview(wordsOf(facts)),
    [floors.review, floors.strictReview],
    { [twoWords]: (facts) => floors.strictReviewOfWords(wordsOf(facts)), 'json-rules-engine': reviewByRules },
    {
      note: 'The first strict floor also checks the dates of the submission and of its deadline, and compares them. The rule takes the two words alone; a floor that does too is the harder one to come near. The rule keeps its answers: `decide` in `src/decision/evaluate.ts`.',
      aims: [floorAim, { name: twoWords, limit: 1.6 }],
      essence: ({ outcome }) => outcome,
    },
  ),
  work(
    'd4: a history of six to nine dated events',
    lived,
    ({ registration, events }) => replay(registration, events),
    [undefined, ({ registration, events }) => floors.replayed(registration.cohort, events)],
    { 'XState, `transition`': xstate, robot3 },
    {
      note: 'The dated floor checks each event, judges its order and its deadline, keeps the history and gives a finding an event. It does not check the registration, gives no effects and knows eight kinds of event. XState and robot3 go from stage to stage by moves that were judged beforehand: they check, date and explain nothing.',
      aims: [
        { name: strict, limit: 3.5 },
        { name: 'XState, `transition`', limit: 10, isLeast: true },
        { name: 'robot3', limit: 1.5 },
      ],
      refused: lived
        .slice(0, 50)
        .map((history) => ({ ...history, events: [...history.events, { type: 'review-started', on: '2021-02-30' }] })),
      essence: (answer) => answer.stage ?? answer.case.stage,
    },
  ),
];
