// Ten working days with date-holidays, which is asked of each weekday whether it is a holiday.
import Holidays from 'date-holidays';

const england = new Holidays('GB', 'ENG', { types: ['public', 'bank'] }); // fewer rules to go through than with every type

export function withIsHoliday(trigger) {
  const date = new Date(trigger);
  for (let left = 10; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0 && !england.isHoliday(date)) left--;
  }
  return date.toISOString().slice(0, 10);
}
