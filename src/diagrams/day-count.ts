// A count of working days as a calendar sheet: a week to a row, each day a cell that says why it counted or did not.
import { addDays, readDay, weekdayOf, type PlainDate } from '../calendar/dates.js';
import { countDays, type CountedDay } from '../calendar/working-days.js';
import type { WorkingCalendar } from '../calendar/content.js';
import { idInWords, plural } from '../data/text.js';
import { element, fitText, hatch, look, sheet, shortDay, text, tip, wrapText, type Attributes } from './svg.js';
import { day as dayInWords, weekday } from '../decision/words.js';
import { holidayInWords } from '../words/counts.js';

const [CELL, ROW, EDGE, TOP] = [118, 64, 12, 88];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Draws a count of working days as SVG: every day from the trigger to the day reached, each with its number, or with why it does not count.
 *
 * @throws `InvalidFacts` if an argument is malformed; `OutsideCalendar` if the calendar does not cover the date or the answer.
 * @example dayCount('2020-12-23', 10, englandAndWales).includes('10 working days from Wednesday 23 December 2020: Monday 11 January 2021') // => true
 * @since 0.1.0
 */
export function dayCount(date: PlainDate, n: number, calendar: WorkingCalendar): string {
  const { due, days } = countDays(date, n, calendar);
  const inOrder = n < 0 ? [...days].reverse() : days;
  const first = readDay((inOrder[0] as CountedDay).date);
  const monday = first - ((weekdayOf(first) + 6) % 7);
  const rows = Math.floor((readDay((inOrder[inOrder.length - 1] as CountedDay).date) - monday) / 7) + 1;
  const passed = days.filter(({ reason }) => reason !== 'working-day' && reason !== 'trigger');
  const named = passed.flatMap((each) =>
    each.name === undefined ? [] : [`${holidayInWords(each.name, each.date)} (${dayInWords(each.date)})`],
  );
  const weekend = passed.filter(({ reason }) => reason === 'weekend').length;
  const title = `${n < 0 ? `${plural(-n, 'working day')} back` : plural(n, 'working day')} from ${weekday(date)}: ${weekday(due)}`;
  const calendarName = idInWords(calendar.id);
  const notCounted = [...(weekend > 0 ? [plural(weekend, 'weekend day')] : []), ...named].join(', ');
  return sheet({
    title,
    description: `Calendar ${calendarName}. ${weekday(date)} is day 0. ${notCounted === '' ? (n === 0 ? 'It is the day itself.' : 'Every day counts.') : `Not counted: ${notCounted}.`}`,
    width: 7 * CELL + 2 * EDGE,
    height: TOP + rows * ROW + EDGE,
    body: [
      text(EDGE, 28, title, 'strong'),
      text(EDGE, 48, fitText(`Day 0 is the day that the count starts from; calendar ${calendarName}`, 11.5, 7 * CELL), 'faint small'),
      ...weekdays.map((name, column) => text(EDGE + column * CELL + 6, TOP - 10, name, 'faint small')),
      ...inOrder.map((each, index) => cell(each, first + index - monday, due, index === 0)),
    ],
  });
}

function cell({ date, counted, reason, name }: CountedDay, place: number, due: PlainDate, isFirst: boolean): string {
  const [x, y] = [EDGE + (place % 7) * CELL, TOP + Math.floor(place / 7) * ROW];
  const [isDue, isOff] = [date === due, reason === 'holiday' || reason === 'closure'];
  const box = { x: x + 1, y: y + 1, width: CELL - 3, height: ROW - 3, rx: 4 };
  const why = reason === 'trigger' ? 'day 0' : (name ?? (counted === false ? reason : `day ${counted}`));
  const frame: Attributes = isDue ? { 'stroke-width': 4 } : { 'stroke-width': 2, 'stroke-dasharray': '5 3' };
  return element(
    'g',
    {},
    tip(`${weekday(date)}: ${why}${isDue && reason !== 'trigger' ? ', the day reached' : ''}`),
    element('rect', { ...box, ...look(isOff ? 'off line-line' : 'paper line-line') }),
    ...(reason === 'weekend' ? [hatch(box.x, box.y, box.width, box.height, 'line-line')] : []),
    ...(isDue || reason === 'trigger' ? [element('rect', { ...box, fill: 'none', ...frame, ...look('now-line') })] : []),
    text(x + 8, y + 18, dateLabel(date, isFirst), 'small'),
    ...linesInCell(why, counted, reason).map((line, index) =>
      counted === false
        ? text(x + 8, y + 36 + index * 14, line, isOff ? 'small' : 'faint small')
        : text(x + CELL - 12, y + 50, line, 'large', 'end'),
    ),
    ...(isDue && counted !== false ? [text(x + 8, y + 50, counted < 0 ? 'reached' : 'last day', 'strong small now')] : []),
  );
}

function linesInCell(why: string, counted: number | false, reason: CountedDay['reason']): readonly string[] {
  if (counted !== false) return [String(counted)];
  return reason === 'trigger' || reason === 'weekend' ? [why] : wrapText(why, 17, 2);
}

/** Labels a day as `23 Dec`, with the year where one begins. */
function dateLabel(date: PlainDate, isFirst: boolean): string {
  const startsYear = isFirst || addDays(date, -1).slice(0, 4) !== date.slice(0, 4);
  return startsYear ? shortDay(date) : shortDay(date).slice(0, -5);
}
