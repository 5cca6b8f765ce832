// professional-status/diary: what is owed, as entries of a calendar that a later diary updates in place.
export { icalendar, type DiaryOptions } from './icalendar.js';
