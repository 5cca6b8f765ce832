// Every limit in working days that the documents state has its cases: in three nations and under both readings of a receipt, over Christmas, over
// Easter and over a holiday that was granted once, each with the day before the last, the last day, and the day after it.
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay, type PlainDate } from '../../src/calendar/index.js';
import { assessSupportAppeal, londonDate, type Deadline, type Instant, type Moment, type SupportAppealFacts } from '../../src/index.js';
import * as limits from '../../src/policy/working-day-limits.js';
import { calendars, policyOf, vectorsOf } from '../rules/vectors.js';
import { caseAfter, machineFiles, machines, type Event } from './vectors.js';

/** The rows of the documents' time limits, written down from them: what states each, how long it is, and the cases that count it. */
const rows = [
  { clause: 'support/9.1', workingDays: 10, by: 'assessSupportAppeal' },
  { clause: 'support/9.1', workingDays: 10, by: 'supportAppealProcedure', step: 'answered' },
  { clause: 'award-appeals/4.1', workingDays: 10, by: 'awardAppeal', step: 'explanation-requested' },
  { clause: 'award-appeals/4.2', workingDays: 5, by: 'awardAppeal', step: 'explained' },
  { clause: 'award-appeals/4.3', workingDays: 10, by: 'awardAppeal', step: 'appeal-lodged' },
  { clause: 'member-action/2.2', workingDays: 2, by: 'actionAgainstMember', step: 'acknowledged' },
] as const;
type Row = (typeof rows)[number];

/** Each occasion by a day of it that is no working day in any of the three nations. */
const occasions = { Christmas: ['2020-12-25', '2021-12-27'], Easter: ['2025-04-18'], 'a holiday granted once': ['2022-09-19'] } as const;
const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
const readings = ['calendar-day', 'office-hours'] as const;

const dayOf = (at: Moment): PlainDate => (at.length > 10 ? londonDate(at as Instant) : (at as PlainDate));

/** A count that some cases make: from which day to which, by whose days and how a receipt is read, and the days on which a step is tried. */
interface Count {
  readonly nation: string;
  readonly reading: string;
  readonly from: PlainDate;
  readonly due: PlainDate;
  readonly workingDays: number;
  readonly tried: readonly PlainDate[];
}

function counted(deadline: Deadline | undefined): Pick<Count, 'from' | 'due' | 'workingDays'> | undefined {
  if (deadline?.set !== 'by-count' || !('workingDays' in deadline.span)) return undefined;
  return { from: deadline.countedFrom, due: deadline.due as PlainDate, workingDays: deadline.span.workingDays };
}

function countsOf(row: Row): readonly Count[] {
  return 'step' in row ? countsOfMachine(row.by, row.step) : countsOfRule();
}

function countsOfMachine(id: string, step: string): readonly Count[] {
  const machine = machines.find((each) => each.id === id);
  if (machine === undefined) throw new Error(`no machine ${id}`);
  return (machineFiles.get(id)?.vectors ?? []).flatMap(({ opening, given, tries, ...vector }) => {
    const policy = policyOf(vector);
    const state = caseAfter(machine, opening, given, policy);
    const count = counted(machine.permitted(state, policy).find(({ type }) => type === step)?.deadline);
    const tried = tries.flatMap((each) => ('when' in each && each.when.type === step ? [dayOf(momentOf(each.when))] : []));
    return count === undefined ? [] : [{ ...count, tried, nation: policy.calendar.id, reading: policy.readings['receipt-hour'] }];
  });
}
const momentOf = (event: Event): Moment => (event['at'] ?? event['on']) as Moment;

/** The cases of the rule are one a day: those that count alike are one count. */
function countsOfRule(): readonly Count[] {
  return vectorsOf('assessSupportAppeal').flatMap((vector) => {
    const policy = policyOf(vector);
    const facts = vector.facts as unknown as SupportAppealFacts;
    const decision = assessSupportAppeal(facts, policy);
    const count = decision.settled ? counted(decision.detail.responseDue) : undefined;
    const tried = [facts.respondedOn, facts.asOf].flatMap((at) => (at === undefined || at === 'none' ? [] : [dayOf(at)]));
    return count === undefined ? [] : [{ ...count, tried, nation: policy.calendar.id, reading: policy.readings['receipt-hour'] }];
  });
}

/** The days of a count on which something is tried, of all its cases together. */
const triedIn = (counts: readonly Count[], { nation, reading, from }: Count): ReadonlySet<PlainDate> =>
  new Set(counts.filter((each) => each.nation === nation && each.reading === reading && each.from === from).flatMap(({ tried }) => tried));

it('the rows are all the limits there are, and each limit has its row', () => {
  const { supportAppealAnswer, awardClocks, acknowledgement } = limits;
  const stated = [supportAppealAnswer, ...Object.values(awardClocks), acknowledgement].map(({ clause, span }) => ({ clause, ...span }));
  expect(Object.keys(limits).sort()).toStrictEqual(['acknowledgement', 'awardClocks', 'supportAppealAnswer']);
  const written = new Map(rows.map(({ clause, workingDays }) => [clause, { clause, workingDays }]));
  expect([...written.values()]).toStrictEqual(stated);
});

it('each occasion is no working day in any of the nations', () => {
  for (const date of Object.values(occasions).flat())
    for (const nation of nations)
      expect({ date, nation, works: isWorkingDay(date, calendars[nation]) }).toStrictEqual({ date, nation, works: false });
});

describe.each(rows)('$clause, $workingDays working days, by $by', (row) => {
  const counts = countsOf(row);
  const combinations = Object.entries(occasions).flatMap(([occasion, dates]) =>
    nations.flatMap((nation) => readings.map((reading) => ({ occasion, dates: dates, nation, reading }))),
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
