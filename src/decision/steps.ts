// The steps of a rule: values, tests and details. Each declares the facts, readings and calendar that it reads, and can read no others.
// What leaves an answer open although the facts are whole: a clause that is not held, a calendar that ends, an hour that is not known.
import { OutsideCalendar } from '../calendar/day-table.js';
import type { NonEmpty } from '../data/issues.js';
import type { WorkingCalendar } from '../calendar/content.js';
import type { EditionId, Readings, SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/clauses.js';
import { isInstantForm, orderOf, type Deadline, type Finding, type Moment, type Need, type Value } from './decision.js';
import type { FindingCode } from '../rules.js';
import type { DocumentId } from '../policy/documents.js';
import { editionWithout, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { PlainDate } from '../calendar/dates.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '../calendar/working-days.js';
import type { WorkingDayLimit } from '../policy/working-day-limits.js';
import { compareInstants } from '../calendar/instants.js';
import { londonDate, londonInstant } from '../calendar/london.js';

/** What a step sees of the policy: the readings that it declares, the calendar if it declares that, and the editions if it declares those. */
export type Seen<R extends SelectableReadingId, C extends boolean, E extends boolean = false> = {
  readonly readings: Pick<Readings, R>;
} & (C extends true ? { readonly calendar: WorkingCalendar } : unknown) &
  (E extends true ? { readonly editions: readonly EditionId[] } : unknown);

/** One step as the engine sees it. */
export interface Step<T> {
  readonly uses: readonly string[];
  readonly readings: readonly SelectableReadingId[];
  readonly calendar: boolean;
  /** Which of `uses` matter under these readings; all of them where left out. */
  readonly needs: ((readings: Readings) => readonly string[]) | undefined;
  /** Which of `readings` it leans on, as they are chosen; all of them where left out. */
  readonly leansOn: ((readings: Readings) => readonly SelectableReadingId[]) | undefined;
  /** Whether whole facts may leave it open, beside a calendar that ends. */
  readonly opens: boolean;
  readonly of: (known: never, policy: never) => T;
}
export interface Test extends Step<boolean | Comparison | Open> {
  readonly clause: ClauseId;
  /** The clause of the finding that the test is false, where it is another. */
  readonly otherwise: ClauseId;
}

/** Both sides of a comparison, so that a finding can show them. */
export interface Comparison {
  readonly holds: boolean;
  readonly left: Value;
  readonly operator: '<' | '<=' | '=' | '>=' | '>';
  readonly right: Value;
}

export function compare(left: Value, operator: Comparison['operator'], right: Value): Comparison {
  return { holds: holdsFor(left < right ? -1 : left > right ? 1 : 0, operator), left, operator, right };
}

/** Compares dates and instants: to the instant where both have one, else by their London days. */
export function compareTimes(left: Moment, operator: Comparison['operator'], right: Moment): Comparison {
  return { holds: holdsFor(orderOf(left, right), operator), left, operator, right };
}

function holdsFor(order: number, operator: Comparison['operator']): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

/** What a step gives when the facts are whole but the answer is not to be had from them: what is needed, and the finding that says why. */
export class Open {
  constructor(
    readonly finding: Finding,
    readonly needs: NonEmpty<Need>,
  ) {}
}

export function open(clause: ClauseId, test: FindingCode, ...needs: NonEmpty<Need>): Open {
  return new Open({ clause, test, holds: false }, needs);
}

interface Reads<A, K extends keyof A, R extends SelectableReadingId, C extends boolean, E extends boolean> {
  readonly uses: readonly K[];
  readonly readings?: readonly R[];
  readonly calendar?: C;
  readonly editions?: E;
  readonly opens?: boolean;
  readonly needs?: (readings: Readings) => readonly K[];
  readonly leansOn?: (readings: Readings) => readonly R[];
}

/** The makers of steps over the facts `A`; a step that reads a fact, reading or calendar it does not declare does not compile. */
export interface StepMakers<A> {
  value: <K extends keyof A, T, R extends SelectableReadingId = never, C extends boolean = false, E extends boolean = false>(
    step: Reads<A, K, R, C, E> & { readonly of: (known: Pick<A, K>, policy: Seen<R, C, E>) => T },
  ) => Step<T>;
  test: <K extends keyof A, R extends SelectableReadingId = never, C extends boolean = false, E extends boolean = false>(
    step: Reads<A, K, R, C, E> & {
      readonly clause: ClauseId;
      /** The clause that a false finding cites, where it is another. */
      readonly otherwise?: ClauseId;
      readonly holds: (known: Pick<A, K>, policy: Seen<R, C, E>) => boolean | Comparison | Open;
    },
  ) => Test;
  /** One part of a value, as a detail of the answer. */
  part: <K extends keyof A & string, P extends keyof A[K]>(of: K, name: P) => Step<A[K][P]>;
  /** The test that a fact is one of some values. */
  is: <K extends keyof A & string>(clause: ClauseId, fact: K, ...among: readonly A[K][]) => Test;
  /** The test that the words are read in one way; `otherwise` is the clause of the finding that they are not. */
  reads: <R extends SelectableReadingId>(clause: ClauseId, reading: R, choice: Readings[R], otherwise?: ClauseId) => Test;
  /** A sentence of the policy that holds whatever the facts are. */
  states: (clause: ClauseId) => Test;
}

export function steps<A>(): StepMakers<A> {
  const declared = (step: Reads<A, keyof A, SelectableReadingId, boolean, boolean>): Omit<Step<never>, 'of'> => ({
    uses: step.uses as readonly string[],
    readings: step.readings ?? [],
    calendar: step.calendar ?? false,
    opens: step.opens ?? false,
    needs: step.needs as Step<never>['needs'],
    leansOn: step.leansOn,
  });
  return {
    value: (step) => ({ ...declared(step), of: step.of }),
    test: (step) => ({ ...declared(step), clause: step.clause, otherwise: step.otherwise ?? step.clause, of: step.holds }),
    part: (of, name) => ({ ...declared({ uses: [of] }), of: (known: A) => known[of][name] }),
    is: (clause, fact, ...among) => ({
      ...declared({ uses: [fact] }),
      clause,
      otherwise: clause,
      of: (known: A) => among.includes(known[fact]),
    }),
    reads: (clause, reading, choice, otherwise = clause) => ({
      ...declared({ uses: [], readings: [reading] }),
      clause,
      otherwise,
      of: (_: A, { readings }: { readonly readings: Readings }) => readings[reading] === choice,
    }),
    states: (clause) => ({ ...declared({ uses: [] }), clause, otherwise: clause, of: () => true }),
  };
}

/** Says why a clause settles nothing under a policy; `undefined` where its text is held. */
export function notHeld(clause: ClauseId, policy: AnyPolicy): Open | undefined {
  const edition = editionWithout(clause, policy);
  if (edition === undefined) return undefined;
  const document = clause.slice(0, clause.indexOf('/')) as DocumentId;
  return new Open({ clause, test: 'clause-is-held', holds: false, left: edition }, [{ kind: 'document', document }]);
}

/** Gives what a count comes to; one that leaves the calendar is open, and needs more of its years. */
export function withinCalendar<T>(clause: ClauseId, count: () => T): T | Open {
  try {
    return count();
  } catch (error) {
    if (error instanceof OutsideCalendar) return outside(clause, error);
    throw error;
  }
}

export function outside(clause: ClauseId, { calendar, coveredFrom, coveredTo, needed }: OutsideCalendar): Open {
  const early = needed < coveredFrom;
  const { finding, needs } = open(clause, 'calendar-covers-the-count', { kind: 'calendar', calendar, coveredFrom, coveredTo, needed });
  return new Open({ ...finding, left: needed, operator: early ? '>=' : '<=', right: early ? coveredFrom : coveredTo }, needs);
}

/** The deadline of a limit that runs from a day; day 1 is the next working day after it, and the last day is included. */
export function deadlineFrom(countedFrom: PlainDate, { clause, owedBy, span }: WorkingDayLimit, { calendar }: Policy): Deadline | Open {
  return withinCalendar(clause, () => {
    const due = addWorkingDays(countedFrom, span.workingDays, calendar);
    return { due, owedBy, clause, set: 'by-count' as const, countedFrom, span, certainty: calendar.certainty };
  });
}

/** The last minute of an office day, London time, inclusive. */
const officeDayEnds = '16:30';

/** Gives the day of receipt; under office hours a bare working day does not tell it, since its hour is not known. */
export function receiptDay(at: Moment, reading: Readings['receipt-hour'], calendar: () => WorkingCalendar): PlainDate | 'hour-not-known' {
  const day = isInstantForm(at) ? londonDate(at) : at;
  if (reading === 'calendar-day') return day;
  if (!isWorkingDay(day, calendar())) return nextWorkingDay(day, calendar());
  if (!isInstantForm(at)) return 'hour-not-known';
  return compareInstants(at, londonInstant(day, officeDayEnds)) > 0 ? nextWorkingDay(day, calendar()) : day;
}
