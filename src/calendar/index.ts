// professional-status/calendar: UK working days, civil dates and London time, usable alone.
export { addDays, addMonths, daysBetween, plainDate, subtractMonths, type PlainDate } from './dates.js';
export { instant, type Instant } from './instants.js';
export { londonDate, londonInstant } from './instants.js';
export { InvalidFacts, type Issue, type NonEmpty } from '../data/issues.js';
export { OutsideCalendar } from './day-table.js';
export type { Closure, Holiday, WorkingCalendar } from './content.js';
export { anyPartOfUk, englandAndWales, northernIreland, scotland } from './nations.js';
export {
  addWorkingDays,
  countDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  type CountedDay,
  type DayCount,
} from './working-days.js';
export { withGovUkFeed, workingCalendar, type CalendarChanges } from './changed-calendar.js';
export { movedDeadlines, type CalendarDeadline, type ChangedDay, type MovedDeadline } from './moved-deadlines.js';
