// Every limit in working days that the documents state has its cases: in three nations and under both readings of a receipt, over Christmas, over
// Easter and over a holiday that was granted once, each with the day before the last, the last day, and the day after it.
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay, type PlainDate } from '../../src/calendar/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { limits, londonDate, rules, type Deadline, type Instant, type Moment, type RuleId, type Span } from '../../src/index.js';
import { calendars, loose, policyOf, ruleIds, vectorsOf } from '../decision/cases.js';
import { caseFiles } from '../tools/case-files.mjs';
import { caseAfter, machineFiles, machines, type Event, type LooseMachine } from './cases.js';

/** A limit, and who counts it. */
interface Row {
  readonly clause: string;
  readonly workingDays: number;
  readonly by: string;
  /** The step of a procedure; a rule has none. */
  readonly step?: string;
}

/** Each occasion by a day of it that is not a working day in any of the three nations. */
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

const stepsOf = (id: RuleId) => {
  const { tests, values, details } = compiledOf(rules[id]);
  return [tests, values, details].flatMap((steps) => Object.values(steps));
};
const stated = Object.entries(limits).flatMap(([clause, span]: [string, Span]) => ('workingDays' in span ? [{ clause, ...span }] : []));

/** Who counts each limit of the register: the rules that declare it, and the steps of procedures that the cases find due by it. */
const rows: readonly Row[] = stated.flatMap(({ clause, workingDays }) => {
  const declaring = ruleIds.filter((id) => stepsOf(id).some((step) => step.limits.some((each) => each === clause)));
  const due = new Set(all.flatMap((count) => (count.clause === clause && count.step !== undefined ? [`${count.by} ${count.step}`] : [])));
  const steps = [...due].map((each) => each.split(' ')).map(([by = '', step = '']) => ({ clause, workingDays, by, step }));
  return [...declaring.map((by) => ({ clause, workingDays, by })), ...steps];
});

/** A rule that does not ask when something was received is counted under one reading of it, a procedure under both. */
const readingsOf = ({ by, step }: Row): readonly string[] =>
  step !== undefined || stepsOf(by as RuleId).some((each) => each.readings.includes('receipt-hour')) ? readings : readings.slice(0, 1);

const threeDays = { 'the day before the last': -1, 'the last day': 0, 'the day after it': 1 };

/** The days that no case tries of a count, by what they are to its last day: all cases that count alike are taken together. */
function untried({ nation, reading, from, due }: Count, counts: readonly Count[]): readonly string[] {
  const alike = counts.filter((each) => each.nation === nation && each.reading === reading && each.from === from);
  const tried = new Set(alike.flatMap((each) => each.tried));
  return Object.entries(threeDays).flatMap(([name, days]) => (tried.has(addDays(due, days)) ? [] : [`${name}, ${addDays(due, days)}`]));
}

const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();
const whoCounts = ({ by, step }: Row): string => (step === undefined ? by : `${by}, ${step}`);
const rowOf = (row: Row): string => `${row.clause}, ${row.workingDays} working days, by ${whoCounts(row)}`;
const paths = new Map(caseFiles().map(({ id, path }) => [id, path]));

it('each limit in working days has a rule or a procedure that counts it', () => {
  const counted = new Set(rows.map(({ clause }) => clause));
  expect(stated.map(({ clause }) => clause).filter((clause) => !counted.has(clause))).toStrictEqual([]);
});

it('whoever counts working days counts a limit of src/policy/limits.ts, at its length, and gives its deadline', () => {
  expect(once(all.map(rowOf))).toStrictEqual(once(rows.map(rowOf)));
});

it('each occasion is not a working day in any of the nations', () => {
  for (const date of Object.values(occasions).flat())
    for (const nation of nations)
      expect({ date, nation, works: isWorkingDay(date, calendars[nation]) }).toStrictEqual({ date, nation, works: false });
});

describe.each(rows.map((row) => ({ ...row, who: whoCounts(row) })))('$clause, $workingDays working days, by $who', (row) => {
  const counts = all.filter((count) => count.clause === row.clause && whoCounts(count) === row.who);
  const combinations = Object.entries(occasions).flatMap(([occasion, dates]) =>
    nations.flatMap((nation) => readingsOf(row).map((reading) => ({ occasion, dates, nation, reading }))),
  );

  it.each(combinations)(
    'over $occasion, in $nation, by $reading: the day before, the day and the day after',
    ({ occasion, dates, nation, reading }) => {
      const over = counts.filter(
        (count) => count.nation === nation && count.reading === reading && dates.some((date) => count.from < date && date < count.due),
      );
      const [nearest = Object.keys(threeDays)] = over.map((count) => untried(count, counts)).sort((a, b) => a.length - b.length);
      const what = `${paths.get(row.by)}: add a case of ${row.who} over ${occasion}, in ${nation}, by receipt-hour ${reading}`;
      expect(nearest.map((day) => `${what}, on ${day}`)).toStrictEqual([]);
    },
  );
});
