// professional-status/calendar: UK working days, civil dates and London time, usable alone.
export { addDays, daysBetween, plainDate, type PlainDate } from './days.js';
export { addMonths, subtractMonths } from './months.js';
export { instant, type Instant } from './instants.js';
export { londonDate, londonInstant } from './london.js';
export { InvalidFacts, OutsideCalendar, type Issue, type NonEmpty } from '../data/errors.js';
export type { Closure, Holiday, WorkingCalendar } from './working-calendar.js';
export { anyPartOfUk, englandAndWales, northernIreland, scotland } from './nations.js';
export { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay, workingDaysBetween } from './working-days.js';
export { countDays, type CountedDay, type DayCount } from './count-days.js';
export { workingCalendar, type CalendarChanges } from './changed-calendar.js';
export { withGovUkFeed } from './gov-uk-feed.js';
export { movedDeadlines, type CalendarDeadline, type ChangedDay, type MovedDeadline } from './moved-deadlines.js';
