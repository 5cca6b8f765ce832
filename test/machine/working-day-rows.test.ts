// Every limit in working days that the documents state has its cases: in three nations and under both readings of a receipt, over Christmas, over
// Easter and over a holiday that was granted once, each with the day before the last, the last day, and the day after it.
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay, type PlainDate } from '../../src/calendar/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { limits, londonDate, rules, type Deadline, type Instant, type Moment, type RuleId, type Span } from '../../src/index.js';
import { calendars, loose, policyOf, ruleIds, vectorsOf } from '../decision/cases.js';
import { caseAfter, machineFiles, machines, type Event, type LooseMachine } from './cases.js';

interface Row {
  readonly clause: string;
  readonly workingDays: number;
  readonly by: string;
  /** The step of a procedure; a rule has none. */
  readonly step?: string;
}

/** The rows of the documents' time limits, written down from them: what states each, how long it is, and the cases that count it. */
const rows: readonly Row[] = [
  { clause: 'support/9.1', workingDays: 10, by: 'assessSupportAppeal' },
  { clause: 'support/9.1', workingDays: 10, by: 'supportAppealProcedure', step: 'answered' },
  { clause: 'award-appeals/4.1', workingDays: 10, by: 'awardAppeal', step: 'explanation-requested' },
  { clause: 'award-appeals/4.2', workingDays: 5, by: 'awardAppeal', step: 'explained' },
  { clause: 'award-appeals/4.3', workingDays: 10, by: 'awardAppeal', step: 'appeal-lodged' },
  { clause: 'member-action/2.2', workingDays: 2, by: 'actionAgainstMember', step: 'acknowledged' },
];

/** Each occasion by a day of it that is no working day in any of the three nations. */
const occasions = {
  Christmas: ['2020-12-25', '2021-12-27'],
  Easter: ['2022-04-15', '2025-04-18'],
  'a holiday granted once': ['2022-09-19'],
} as const;
const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
const readings = ['calendar-day', 'office-hours'] as const;

const dayOf = (at: Moment): PlainDate => (at.length > 10 ? londonDate(at as Instant) : (at as PlainDate));

/** A count that a case makes: from which day to which, by whose days and how a receipt is read, and the days on which a step is tried. */
interface Count extends Row {
  readonly nation: string;
  readonly reading: string;
  readonly from: PlainDate;
  readonly due: PlainDate;
  readonly tried: readonly PlainDate[];
}

function counted(deadline: Deadline | undefined): Pick<Count, 'clause' | 'workingDays' | 'from' | 'due'> | undefined {
  if (deadline?.set !== 'by-count' || !('workingDays' in deadline.span)) return undefined;
  return { clause: deadline.clause, workingDays: deadline.span.workingDays, from: deadline.countedFrom, due: deadline.due as PlainDate };
}

function countsOfMachine(machine: LooseMachine): readonly Count[] {
  return (machineFiles.get(machine.id)?.vectors ?? []).flatMap(({ opening, given, tries, ...vector }) => {
    const policy = policyOf(vector);
    const under = { nation: policy.calendar.id, reading: policy.readings['receipt-hour'] };
    return machine.permitted(caseAfter(machine, opening, given, policy), policy).flatMap(({ type: step, deadline }) => {
      const count = counted(deadline);
      const tried = tries.flatMap((each) => ('when' in each && each.when.type === step ? [dayOf(momentOf(each.when))] : []));
      return count === undefined ? [] : [{ ...count, ...under, by: machine.id, step, tried }];
    });
  });
}
const momentOf = (event: Event): Moment => (event['at'] ?? event['on']) as Moment;

/** The cases of a rule are one a day: those that count alike are one count, tried on the days that come after its first. */
function countsOfRule(id: RuleId): readonly Count[] {
  return vectorsOf(id).flatMap((vector) => {
    const policy = policyOf(vector);
    const under = { nation: policy.calendar.id, reading: policy.readings['receipt-hour'] };
    const days = Object.values(vector.facts).filter((fact) => /^\d{4}-\d\d-\d\d/.test(String(fact))) as Moment[];
    const decision = loose(rules[id])(vector.facts, policy);
    return Object.values(decision.settled ? decision.detail : {}).flatMap((part) => {
      const count = counted(part as Deadline | undefined);
      const tried = days.map(dayOf).filter((day) => count !== undefined && day > count.from);
      return count === undefined ? [] : [{ ...count, ...under, by: id, tried }];
    });
  });
}

const all: readonly Count[] = [...machines.flatMap(countsOfMachine), ...ruleIds.flatMap(countsOfRule)];

/** A rule that does not ask when something was received is counted under one reading of it, a procedure under both. */
function readingsOf({ by, step }: Row): readonly string[] {
  if (step !== undefined) return readings;
  const { tests, values, details } = compiledOf(rules[by as RuleId]);
  const asks = [tests, values, details].flatMap((steps) => Object.values(steps)).some((each) => each.readings.includes('receipt-hour'));
  return asks ? readings : readings.slice(0, 1);
}

/** The days of a count on which something is tried, of all its cases together. */
const triedIn = (counts: readonly Count[], { nation, reading, from }: Count): ReadonlySet<PlainDate> =>
  new Set(counts.filter((each) => each.nation === nation && each.reading === reading && each.from === from).flatMap(({ tried }) => tried));

const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();
const limitOf = ({ clause, workingDays }: Pick<Row, 'clause' | 'workingDays'>): string => `${clause}, ${workingDays} working days`;
const whoCounts = ({ by, step }: Row): string => (step === undefined ? by : `${by}, ${step}`);

it('the rows are all the limits there are, and each limit has its row', () => {
  const stated = Object.entries(limits).flatMap(([clause, span]: [string, Span]) =>
    'workingDays' in span ? [limitOf({ clause, ...span })] : [],
  );
  expect(once(rows.map(limitOf))).toStrictEqual(once(stated));
});

it('every count of working days in an answer has its row here, and so its limit in src/policy/limits.ts', () => {
  const rowOf = (row: Row): string => `${limitOf(row)}, by ${whoCounts(row)}`;
  expect(once(all.map(rowOf))).toStrictEqual(once(rows.map(rowOf)));
});

it('each occasion is no working day in any of the nations', () => {
  for (const date of Object.values(occasions).flat())
    for (const nation of nations)
      expect({ date, nation, works: isWorkingDay(date, calendars[nation]) }).toStrictEqual({ date, nation, works: false });
});

describe.each(rows)('$clause, $workingDays working days, by $by', (row) => {
  const counts = all.filter((count) => count.clause === row.clause && whoCounts(count) === whoCounts(row));
  const combinations = Object.entries(occasions).flatMap(([occasion, dates]) =>
    nations.flatMap((nation) => readingsOf(row).map((reading) => ({ occasion, dates, nation, reading }))),
  );

  it('is counted at its length', () => {
    expect([...new Set(counts.map(({ workingDays }) => workingDays))]).toStrictEqual([row.workingDays]);
  });

  it.each(combinations)(
    'over $occasion, in $nation, by $reading: the day before, the day and the day after',
    ({ dates, nation, reading }) => {
      const over = counts.filter(
        (count) => count.nation === nation && count.reading === reading && dates.some((date) => count.from < date && date < count.due),
      );
      const whole = over.filter((count) => [-1, 0, 1].every((days) => triedIn(counts, count).has(addDays(count.due, days))));
      const seen = over.map((count) => ({ from: count.from, due: count.due, tried: [...triedIn(counts, count)].sort() }));
      expect({ whole: whole.length > 0, seen }).toStrictEqual({ whole: true, seen });
    },
  );
});
