// Clauses 3.1.1 and 6.2.2 as the model reads them: an application that came before the start, or in time under 3.1.1, and an arrangement.
import type { CaseEvent, PlainDate, Readings } from '../../../../src/index.js';
import { monthsOn } from './days.js';

/** An arrangement is prior where it was agreed by the day of the “not met”. */
export function hasPriorArrangement(history: readonly CaseEvent[], startsOn: PlainDate, notMetOn: PlainDate, readings: Readings): boolean {
  const applied = history.flatMap((event) => (event.type === 'adjustments-requested' ? [event.on] : []));
  const counts = (on: PlainDate): boolean =>
    readings['further-support-applied'] === 'applied' ? on < startsOn : isTimely(on, startsOn, readings);
  return history.some((event) => event.type === 'special-arrangement-agreed' && event.on <= notMetOn) && applied.some(counts);
}

function isTimely(on: PlainDate, startsOn: PlainDate, readings: Readings): boolean {
  const [earlier, later] = readings['notice-month'] === 'count-back' ? [on, monthsOn(startsOn, -1)] : [monthsOn(on, 1), startsOn];
  return readings['notice-boundary'] === 'inclusive' ? earlier <= later : earlier < later;
}
