// The values at which a fact is tried: its words, its simplest value, and moments with those beside them.
import { fromDay, readDay, type PlainDate } from '../calendar/dates.js';
import { FIRST_LONDON_DAY, londonInstant } from '../calendar/instants.js';
import { dateOf, isInstantForm, type Moment } from '../decision/decision.js';
import type { Form } from '../decision/facts.js';
import { unique } from '../decision/steps.js';
import { lineOf, marksOn, type Line } from '../questions/lines.js';

/** The hour at which an instant is tried on a day: just after the end of an office day. */
const HOUR = '16:30:01';
const ANY_DAY = '2021-01-10';
/** Instants are read from this day on. */
const FIRST_INSTANTS = /* @__PURE__ */ fromDay(FIRST_LONDON_DAY);

/** A fact of a rule, with the form of its values and what an absent one is taken for. */
export interface Domain {
  readonly name: string;
  readonly form: Form;
  readonly absent: unknown;
}

export function isDated({ kind }: Form): boolean {
  return kind === 'date' || kind === 'moment' || kind === 'instant';
}

/** Returns the value of a fact on which no answer turns: its default, what has not happened, or any; a date is this day. */
export function simplest({ form, absent }: Domain, day: PlainDate = ANY_DAY): unknown {
  if (absent !== undefined) return absent;
  if (form.none) return 'none';
  switch (form.kind) {
    case 'date':
    case 'moment':
      return day;
    case 'instant':
      return londonInstant(day >= FIRST_INSTANTS ? day : ANY_DAY, HOUR);
    case 'count':
      return 0;
    case 'positive':
      return 1;
    case 'list':
      return [];
    case 'text':
      return 'x';
    case 'choice':
      return form.choices[0];
  }
}

/** Returns the values of a fact at some moments and numbers, and beside them. */
export function valuesOf(domain: Domain, marks: readonly Moment[], numbers: readonly number[]): readonly unknown[] {
  const { form, absent } = domain;
  const none = form.none ? ['none'] : absent === undefined ? [] : [absent];
  if (isDated(form)) return unique([...none, ...valuesAt(form, marks.flatMap(neighboursOf))]);
  if (form.kind === 'count' || form.kind === 'positive') return [...none, ...marksOn(lineOf(form, 0) as Line, numbers)];
  return [simplest(domain)];
}

/** Returns the values of a form at some moments: their days, their instants, and an hour of each day. */
export function valuesAt({ kind }: Form, moments: readonly Moment[]): readonly Moment[] {
  const days = unique(moments.map(dateOf));
  if (kind === 'date') return days;
  const instants = [
    ...moments.filter(isInstantForm),
    ...days.filter((day) => day >= FIRST_INSTANTS).map((day) => londonInstant(day, HOUR)),
  ];
  return kind === 'instant' ? instants : [...days, ...instants];
}

/** Returns a moment with the days beside it, and the seconds beside an instant. */
function neighboursOf(at: Moment): readonly Moment[] {
  const day = readDay(dateOf(at));
  const days = [day - 1, day, day + 1].map(fromDay);
  if (!isInstantForm(at)) return days;
  const line = lineOf({ kind: 'instant', none: false }, at) as Line;
  return [...days, ...[line.at - 1, line.at, line.at + 1].map((second) => line.valueAt(second) as Moment)];
}
