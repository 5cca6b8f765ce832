// The functions that only count working days: the calendar room's own counts, by cells.
import type { PlainDate } from '../calendar/dates.js';
import { OutsideCalendar } from '../calendar/day-table.js';
import type { WorkingCalendar } from '../calendar/content.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../calendar/working-days.js';
import { holidayInWords, notCounted } from '../words/counts.js';
import { aDay, aWholeNumber } from './arguments.js';
import { DateOut, UNDETERMINED, entry, type Answer, type Entry, type AnswerCell } from './entry.js';
import { aNation, extraHolidays } from './ranges.js';
import { day, weekday } from '../decision/words.js';
import { plural, sentence } from '../data/text.js';

export const countingFunctions = (): Readonly<Record<'SET_WORKDAY' | 'SET_WORKING_DAYS' | 'SET_IS_WORKING_DAY', Entry>> => ({
  SET_WORKDAY: entry({
    says: 'Gives the working day that lies so many working days after a date, or before it where the number is negative.',
    gives: ['working day'],
    arguments: {
      date: aDay({ says: 'Day 0 of the count; day 1 is the next working day after it.' }),
      days: aWholeNumber({ says: 'How many working days; 0 is the date itself.' }),
      nation: aNation(),
      extra_holidays: extraHolidays(),
    },
    example: { cells: ['23/12/2020', 10], result: '2021-01-11' },
    answer: ({ date, days, nation, extra_holidays }) => {
      const calendar = extra_holidays(nation.calendar);
      return countAnswer(
        () => new DateOut(addWorkingDays(date, days, calendar)),
        ({ moment: due }) => [
          `${weekday(due)} is ${plural(Math.abs(days), 'working day')} ${days < 0 ? 'before' : 'from'} ${weekday(date)}, which is day 0`,
          notCounted(date, days, calendar),
        ],
      );
    },
  }),
  SET_WORKING_DAYS: entry({
    says: 'Counts the working days after one date, up to and including another; a negative number where the other is earlier.',
    gives: ['working days'],
    arguments: {
      from: aDay({ says: 'Day 0 of the count: it is not counted itself.' }),
      to: aDay({ says: 'The last day that is counted, if it is a working day.' }),
      nation: aNation(),
      extra_holidays: extraHolidays(),
    },
    example: { cells: ['23/12/2020', '11/01/2021'], result: 10 },
    answer: ({ from, to, nation, extra_holidays }) => {
      const calendar = extra_holidays(nation.calendar);
      return countAnswer(
        () => workingDaysBetween(from, to, calendar),
        (n) => [
          `There ${Math.abs(n) === 1 ? 'is' : 'are'} ${plural(Math.abs(n), 'working day')} ${n < 0 ? 'before' : 'from'} ${weekday(from)}, which is day 0, ${n < 0 ? 'back ' : ''}to ${weekday(to)}`,
          notCounted(from, n, calendar),
        ],
      );
    },
  }),
  SET_IS_WORKING_DAY: entry({
    says: 'Tells whether a date is a working day: Monday to Friday, and no holiday.',
    gives: ['TRUE or FALSE'],
    arguments: { date: aDay({ says: 'The day that is asked about.' }), nation: aNation(), extra_holidays: extraHolidays() },
    example: { cells: ['28/12/2020'], result: false },
    answer: ({ date, nation, extra_holidays }) => {
      const calendar = extra_holidays(nation.calendar);
      return countAnswer(
        () => isWorkingDay(date, calendar),
        () => [`${weekday(date)} is ${reasonOf(date, calendar)}`],
      );
    },
  }),
});

/** Answers by a count; one that needs days which the calendar does not cover is left open, and why says which. */
function countAnswer<T extends AnswerCell>(count: () => T, why: (found: T) => readonly string[]): Answer {
  try {
    const found = count();
    return { rows: [[found]], why: () => why(found).map(sentence).join('\n- ') };
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const { coveredFrom, coveredTo, needed } = error;
    return {
      rows: [[UNDETERMINED]],
      why: () => `Bank holidays are held for ${day(coveredFrom)} to ${day(coveredTo)} only, and ${day(needed)} is needed.`,
    };
  }
}

function reasonOf(date: PlainDate, calendar: WorkingCalendar): string {
  if (isWorkingDay(date, calendar)) return 'a working day';
  const holiday = calendar.holidays.find((each) => each.date === date);
  return holiday === undefined ? 'a day of the weekend' : `a holiday: ${holidayInWords(holiday.name, date)}`;
}
