// Instants that are asked for where a cell may show a bare day.
import type { PlainDate } from '../calendar/dates.js';
import { compareInstants, type Instant, londonDate } from '../calendar/instants.js';
import { isInstantForm, type Moment } from '../decision/decision.js';
import { CellProblem } from './cell.js';
import { endOfDay } from './wall.js';

/** The instant of a deadline: one without a time lasts to the end of its day. */
export function deadlineInstant(moment: Moment, name: string): Instant {
  return isInstantForm(moment) ? moment : lastOf(moment, name);
}

/** The instant at which something was handed in. A bare day will do wherever every hour of it has the same answer; on the day of the deadline itself the time is asked for. */
export function instantAgainst(moment: Moment, deadline: Instant | undefined, name: string): Instant {
  if (isInstantForm(moment)) return moment;
  const last = lastOf(moment, name);
  if (deadline === undefined || compareInstants(last, deadline) <= 0 || moment > londonDate(deadline)) return last;
  throw new CellProblem(`${name}: type the time too, such as 31/03/2021 16:45: this is the day of the deadline`);
}

function lastOf(day: PlainDate, name: string): Instant {
  const last = endOfDay(day);
  if (last === undefined) throw new CellProblem(`${name}: type a day from 1996 on`);
  return last as Instant;
}
