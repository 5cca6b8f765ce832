// A case as a timeline: its stages as bars, its deadlines as marks whose shape tells how they stand, and the line of the day asked about.
import { idInWords, plural, sentence, words } from '../data/text.js';
import { dateOf, type Moment } from '../decision/decision.js';
import type { Case } from '../support-policy/lifecycle/case.js';
import type { Holiday } from '../calendar/content.js';
import type { AnyPolicy } from '../policy/policy.js';
import { holidayInWords } from '../words/counts.js';
import { draftLine } from '../words/draft.js';
import { markShape } from './marks.js';
import { storyOf, type Mark, type Story } from './story.js';
import { element, fitText, hatch, look, sheet, shortDay, text, tip, widthOf } from './svg.js';
import { day, moment } from '../decision/words.js';
import { daysBetween, FIRST_DAY, fromDay, LAST_DAY, readDay, type PlainDate } from '../calendar/dates.js';

const [WIDTH, LEFT, RIGHT, TOP, ROW, EDGE] = [920, 196, 24, 104, 38, 14];

/**
 * Draws a case as of a day or an instant as an SVG timeline: stages, events, deadlines, bank holidays. Only what had happened by then is drawn.
 *
 * @throws `InvalidFacts` on a malformed case, moment or policy, and on a day before the registration.
 * @example timeline(openCase(registration), '2020-12-08').startsWith('<svg xmlns="http://www.w3.org/2000/svg"') // => true
 * @since 0.1.0
 */
export function timeline(state: Case, asOf: Moment, policy?: AnyPolicy): string {
  const story = storyOf(state, asOf, policy);
  const { calendar, limits } = story.policy;
  const draft = draftLine(limits);
  const today = dateOf(asOf);
  const days = [
    today,
    ...story.stages.map(({ from }) => from),
    ...story.events.map(({ on }) => on),
    ...story.marks.map(({ deadline }) => dateOf(deadline.due)),
  ];
  const axis = axisOf(days);
  const rows = story.stages.length + (story.events.length > 0 ? 1 : 0) + story.marks.length;
  const bottom = TOP + rows * ROW + 8;
  const { stage } = story.stages[story.stages.length - 1] as Story['stages'][number];
  const title = `${idInWords(story.case.participant)}: ${words(stage)} as of ${moment(asOf)}`;
  const { cohort, portfolio } = story.case;
  const placed = `${cohort.programme}, cohort ${idInWords(cohort.id)}, portfolio ${portfolio}`;
  return sheet({
    title: draft === undefined ? title : `${draft}: ${title}`,
    description: descriptionOf(story, asOf),
    width: WIDTH,
    height: bottom + 34,
    body: [
      text(EDGE, 28, fitText(title, 13, WIDTH - 2 * EDGE), 'strong'),
      text(EDGE, 48, fitText(placed, 11.5, WIDTH - 2 * EDGE), 'faint small'),
      ...(draft === undefined ? [] : [text(EDGE, 66, fitText(draft, 11.5, WIDTH - 2 * EDGE), 'late small strong')]),
      ...holidays(calendar.holidays, axis, bottom),
      ...scale(axis, bottom),
      ...story.stages.map((span, row) => bar(span, axis, top(row), row === story.stages.length - 1)),
      ...(story.events.length > 0 ? [eventRow(story.events, axis, top(story.stages.length))] : []),
      ...story.marks.map((mark, index) => markRow(mark, axis, top(rows - story.marks.length + index), today)),
      element('rect', { x: EDGE, y: bottom + 13, width: 8, height: 13, ...look('off') }),
      text(EDGE + 14, bottom + 24, 'bank holiday', 'faint small'),
      asOfLine(axis.x(today), asOf, bottom),
    ],
  });
}

const top = (row: number): number => TOP + row * ROW;

function scale({ ticks, x }: Axis, bottom: number): readonly string[] {
  return ticks.flatMap(({ date, label }) => [
    element('line', { x1: x(date), x2: x(date), y1: TOP - 14, y2: bottom, ...look('line-line') }),
    ...(x(date) + 3 + widthOf(label, 11.5) < WIDTH - 4 ? [text(x(date) + 3, TOP - 18, label, 'faint small')] : []),
  ]);
}

function holidays(of: readonly Holiday[], { from, to, x, perDay }: Axis, bottom: number): readonly string[] {
  const band = { y: TOP - 14, width: Math.max(perDay, 2), height: bottom - TOP + 14, ...look('off') };
  const shown = of.filter(({ date }) => date >= from && date <= to);
  return shown.map(({ date, name }) => element('rect', { x: x(date), ...band }, tip(`${holidayInWords(name, date)}, ${day(date)}`)));
}

function heading(y: number, name: string, dates: string): string {
  return text(EDGE, y + 15, name) + text(EDGE, y + 29, dates, 'faint small');
}

function bar({ stage, from, to }: Story['stages'][number], { x }: Axis, y: number, isNow: boolean): string {
  const shape = { x: x(from), y: y + 8, width: Math.max(x(to) - x(from), 3), height: 18, rx: 2 };
  const dates = isNow ? `since ${day(from)}` : `${shortDay(from)} – ${shortDay(to)}`;
  return element(
    'g',
    {},
    tip(`${words(stage)}, ${dates}`),
    heading(y, words(stage), dates),
    element('rect', { ...shape, ...look(isNow ? 'now' : 'past') }),
  );
}

function eventRow(events: Story['events'], { x }: Axis, y: number): string {
  const dots = events.map(({ type, on }) =>
    element('circle', { cx: x(on), cy: y + 17, r: 4.5, 'stroke-width': 1.5, ...look('ink paper-line') }, tip(`${words(type)}, ${day(on)}`)),
  );
  return element('g', {}, heading(y, 'recorded', plural(events.length, 'event')), ...dots);
}

/** Draws the row of a deadline: its mark, its status in words and, where it is overdue, the time since. */
function markRow({ what, deadline, status, daysLeft }: Mark, { x }: Axis, y: number, today: PlainDate): string {
  const [at, due] = [x(dateOf(deadline.due)), moment(deadline.due)];
  const said = `${statusInWords(status, daysLeft)} · ${deadline.clause}`;
  const hasPassed = status === 'overdue' || status === 'lapsed';
  const isRight = !hasPassed && at + 16 + widthOf(said, 11.5) < WIDTH; // nothing is drawn later than a deadline that has passed
  return element(
    'g',
    {},
    tip(`${words(what)} by ${due}: ${said}`),
    heading(y, words(what), due),
    ...(hasPassed ? [hatch(at, y + 12, Math.max(x(today) - at, 0), 10, status === 'overdue' ? 'late-line' : 'faint-line')] : []),
    markShape(status, at, y + 17),
    text(
      at + (isRight ? 16 : -16),
      y + 21,
      said,
      status === 'overdue' ? 'late small strong halo' : 'small halo',
      isRight ? 'start' : 'end',
    ),
  );
}

function statusInWords(status: Mark['status'], left = 0): string {
  if (status === 'overdue') return left === 0 ? 'overdue today' : `overdue by ${plural(-left, 'day')}`;
  if (status === 'lapsed') return left === 0 ? 'lapsed today' : `lapsed ${plural(-left, 'day')} ago`;
  return status === 'upcoming' ? `in ${plural(left, 'day')}` : words(status);
}

function asOfLine(x: number, asOf: Moment, bottom: number): string {
  const label = `as of ${moment(asOf)}`;
  const anchor = x + widthOf(label, 11.5) / 2 > WIDTH - EDGE ? 'end' : 'middle';
  return (
    element('line', { x1: x, x2: x, y1: TOP - 14, y2: bottom + 8, 'stroke-width': 2, 'stroke-dasharray': '6 4', ...look('ink-line') }) +
    text(anchor === 'end' ? WIDTH - EDGE : x, bottom + 24, label, 'small strong', anchor)
  );
}

function descriptionOf({ stages, marks }: Story, asOf: Moment): string {
  const passed = stages.map(({ stage, from }) => `${words(stage)} from ${day(from)}`).join('; ');
  const due = marks
    .map(({ what, deadline, status, daysLeft }) => `${words(what)} by ${moment(deadline.due)}, ${statusInWords(status, daysLeft)}`)
    .join('; ');
  return [passed, due === '' ? 'no deadline' : `deadlines: ${due}`, `as of ${moment(asOf)}`].map(sentence).join(' ');
}

type Axis = ReturnType<typeof axisOf>;

/** The width of a label. */
const NARROW = 62;

/** Makes an axis on which all of these days have room, with as many named months as do not crowd it. */
function axisOf(days: readonly PlainDate[]) {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0] as PlainDate, sorted[sorted.length - 1] as PlainDate];
  const pad = Math.max(16, Math.ceil(daysBetween(first, last) * 0.03));
  const [from, to] = [shiftDay(first, -pad), shiftDay(last, pad)];
  const perDay = (WIDTH - LEFT - RIGHT) / Math.max(daysBetween(from, to), 1);
  const x = (date: PlainDate): number => LEFT + daysBetween(from, date) * perDay;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => months * 30 * perDay >= NARROW) ?? 600;
  return { from, to, perDay, x, ticks: ticksOf(from, to, step) };
}

function shiftDay(date: PlainDate, by: number): PlainDate {
  return fromDay(Math.min(Math.max(readDay(date) + by, FIRST_DAY), LAST_DAY));
}

/** Lists the first days of those months that are named. */
function ticksOf(from: PlainDate, to: PlainDate, step: number) {
  const ticks: { date: PlainDate; label: string }[] = [];
  const [firstMonth, lastMonth] = [monthOf(from), monthOf(to)];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as PlainDate;
    if (date >= from) ticks.push({ date, label: step >= 12 ? date.slice(0, 4) : shortDay(date).slice(2) });
  }
  return ticks;
}

/** Counts the months since the year 0. */
function monthOf(date: PlainDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
