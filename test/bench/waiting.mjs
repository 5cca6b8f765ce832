// Calls where a person waits, each beside a floor of the same work, and the aim of each in microseconds.
import {
  assessAdjustmentRequest,
  assessSupportAppeal,
  decideAll,
  explain,
  position,
  positions,
  readCase,
  receipt,
  replay,
  underEveryReading,
  whatWouldChange,
} from 'professional-status';
import { appeals, nineEvents, requests, spoiled, stored } from './cases.mjs';
import { changesByHand, explainedByHand, positionByHand, readByHand, readingsByHand, reportByHand, rowsByHand } from './waiting-floors.mjs';

const asOf = '2024-02-20';
const nine = nineEvents(200).map(({ registration, events }) => JSON.parse(JSON.stringify(replay(registration, events).case)));
const anyCase = [...stored(400, asOf).map((value) => ({ value, on: asOf })), ...nine.map((value) => ({ value, on: '2025-01-10' }))];
const asked = requests(1_000);
const decided = asked.map((facts) => assessAdjustmentRequest(facts));
const report = { text: JSON.stringify(stored(1_000, asOf)), asOf };

const nearest = ({ duties }) => Math.min(...duties.map(({ daysLeft = Infinity }) => daysLeft));

/** The morning report as a host writes it: read, ask where each case stands, put what is overdue first, explain. */
function morningReport({ text, asOf: day }) {
  const cases = JSON.parse(text);
  const told = positions(cases, day).flatMap((row, index) =>
    row.ok ? [{ participant: cases[index].participant, position: row.position }] : [],
  );
  told.sort((a, b) => nearest(a.position) - nearest(b.position) || 0);
  return told.map(({ participant, position: found }) => ({ participant, text: explain(found).text }));
}

const standing = ({ stage, duties }) => [stage, duties.map(({ what, status, daysLeft }) => [what, status, daysLeft])];

/** A call, its floor and its aim: at most so many microseconds for each of `units`. */
const call = (title, aim, checked, ours, floor, leavesOut, more) => ({
  title,
  aim,
  leavesOut,
  checked,
  inputs: checked.slice(0, 100),
  contenders: { ours, ...(floor && { floor }) },
  reference: floor ? 'floor' : 'ours',
  units: 1,
  essence: (answer) => answer,
  ...more,
});

/** @type {readonly (import('./measure.mjs').Work & { aim: number | undefined, leavesOut: string, units: number })[]} */
export const waiting = [
  call(
    '`readCase` of nine events, parsed',
    60,
    nine,
    readCase,
    readByHand,
    'the dates of its stage; every reading but the default; other kinds of event',
    {
      refused: spoiled(nine),
    },
  ),
  call(
    '`position` of a parsed case of nine events',
    80,
    anyCase,
    ({ value, on }) => position(value, on),
    ({ value, on }) => positionByHand(value, on),
    'as above; working days left, entitlements, what may be recorded, warnings, needs',
    { essence: standing, inputs: anyCase.slice(-100) },
  ),
  call(
    '`whatWouldChange` of a request',
    400,
    asked,
    (facts) => whatWouldChange(assessAdjustmentRequest, facts),
    changesByHand,
    'nothing, but knows which way to look',
  ),
  call('`whatWouldChange` of an appeal', 400, appeals(50), (facts) => whatWouldChange(assessSupportAppeal, facts)),
  call(
    '`underEveryReading` of a request',
    40,
    asked,
    (facts) => underEveryReading(assessAdjustmentRequest, facts),
    readingsByHand,
    'nothing, but knows the three readings',
  ),
  call('`underEveryReading` of an appeal', 40, appeals(50), (facts) => underEveryReading(assessSupportAppeal, facts)),
  call(
    '`explain` of a decision',
    15,
    decided,
    (decision) => explain(decision),
    explainedByHand,
    'the table in Markdown and the steps; checks of what is explained; any other rule',
    { essence: ({ text }) => text },
  ),
  call('`receipt` of a request', undefined, asked, (facts) => receipt(assessAdjustmentRequest, facts)),
  call(
    'the morning report of 1,000 stored cases',
    150_000,
    [report],
    morningReport,
    reportByHand,
    'what `position` leaves out; the table in Markdown',
    {
      essence: (rows) => rows.map(({ participant }) => participant),
    },
  ),
  call(
    '`decideAll` of 100,000 rows, a row',
    0.6,
    [Array.from({ length: 100_000 }, (_, row) => asked[row % asked.length])],
    (rows) => decideAll(assessAdjustmentRequest, rows),
    rowsByHand,
    'nothing',
    {
      units: 100_000,
      essence: (rows) => rows.map(({ decision }) => decision.outcome),
    },
  ),
];
