// professional-status/date-holidays: a calendar's years beyond those published, projected by the date-holidays package, which the caller brings.
export { calendarFrom, type HolidaySource, type Projection, type SourceHoliday } from './projection.js';
