// professional-status/date-holidays: a calendar's years beyond those published, projected by the date-holidays package, which the caller brings.
export { calendarFrom, type Projection } from './projection.js';
export type { HolidaySource, SourceHoliday } from './source.js';
