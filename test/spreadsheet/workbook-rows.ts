// What the workbook is tried on: the worked example, participants made up so that their dates stand on the edges, and rows of single dates; and how its answers are compared
// with those of the functions. Dates are serial numbers throughout.
import { addDays, englandAndWales } from 'professional-status/calendar';
import * as functions from 'professional-status/spreadsheet';
import type { CellOutput } from 'professional-status/spreadsheet';
import { cohortCells, eventCells, participantCells, serial, type Cell } from '../../examples/spreadsheet/data.mjs';
import * as plain from '../../examples/spreadsheet/formulas.mjs';
import { events as kinds } from '../../examples/spreadsheet/tables.mjs';

export type { Cell };
export type Rows = readonly (readonly Cell[])[];

/** Numbers from 0 to 1, the same each time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const random = numbers(26);
const oneOf = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const SECOND = 1 / 86_400;
const at = (day: string, hour = 0): number => Number(serial(day)) + hour / 24;

/** Cohorts of every kind: with a time, without one, at month ends and on a leap day, with a deadline that is not known, of both programmes. */
export const madeUpCohorts: Rows = [
  ['timed', 'QTLS', at('2023-01-10'), at('2023-06-30', 17), at('2024-02-29', 17), at('2022-12-01'), at('2023-01-07')],
  ['days', 'QTLS', at('2023-03-31'), at('2023-08-31'), at('2024-01-31'), '', ''],
  ['open', 'QTLS', at('2023-10-01'), at('2024-03-31', 12), '', '', at('2024-03-01')],
  ['blank', 'QTLS', at('2023-05-31'), '', '', '', ''],
  ['ats', 'ATS', at('2023-09-04'), at('2024-03-29', 17), at('2024-10-31', 23.5), '', ''],
  ['ats-later', 'ATS', at('2024-11-01'), at('2025-03-31', 17), at('2025-10-31', 17), '', at('2024-11-07')],
  ['later', 'QTLS', at('2024-03-01'), at('2024-09-30', 17), at('2025-03-31', 17), '', at('2024-03-07')],
];
const COURSE = ['portfolio issued', 'supporter appointed', 'portfolio submitted', 'review started', 'outcome released', 'feedback issued'];
const AGAIN = ['portfolio resubmitted', 'second review started', 'outcome released', 'status awarded', 'restarted', 'portfolio issued'];

/** One made-up participant: the course of the programme with steps left out and others put in, each on an edge or on the day after the last. */
export function madeUpEvents(n: number): Rows {
  const id = `m-${n + 1}`;
  const own = madeUpCohorts[n % madeUpCohorts.length] ?? [];
  const deadlines = [own[3], own[4]].filter((day) => day !== '').map(Number);
  const edges = deadlines.flatMap((day) => [-1, -SECOND, 0, SECOND, 1].map((beside) => day + beside));
  let day = Number(own[2]) - 20;
  const steps = [...COURSE, ...AGAIN].flatMap((what) => {
    if (random() < 0.12) return [];
    return random() < 0.12 ? [what, oneOf(kinds).inWords] : [what];
  });
  return [
    [id, 'registered', day, String(own[0])],
    ...steps.map((what) => {
      const next = edges.filter((edge) => edge > day);
      const isTimed = what.endsWith('submitted');
      const when = random() < 0.4 && next.length > 0 ? oneOf(next.slice(0, 6)) : day + 1 + Math.floor(random() * 60);
      day = Math.floor(when);
      const outcome =
        what === 'outcome released'
          ? oneOf(['criteria met', 'criteria not met', 'criteria not met'])
          : what === 'restarted'
            ? oneOf(['later', 'open', 'ats-later', 'timed'])
            : '';
      const exact = isTimed && Number.isInteger(when) ? when + 0.5 : when;
      return [id, what, isTimed ? Math.round(exact * 86_400) / 86_400 : day, outcome];
    }),
  ];
}

const MADE_UP = 40;
const madeUpRows = Array.from({ length: MADE_UP }, (_, n) => madeUpEvents(n)).flat();
/** The rows in no order. */
const shuffled = madeUpRows
  .map((row) => ({ row, by: random() }))
  .sort((a, b) => a.by - b.by)
  .map(({ row }) => row);

interface Register {
  readonly of: string;
  readonly cells: { readonly participantCells: Rows; readonly cohortCells: Rows; readonly eventCells: Rows };
  readonly days: readonly number[];
}
/** The registers that are tried, each with the days. */
export const registers: readonly Register[] = [
  {
    of: 'the worked example',
    cells: { participantCells, cohortCells, eventCells },
    days: [
      '2020-12-10',
      '2021-03-31',
      '2021-04-01',
      '2021-06-30',
      '2021-07-01',
      '2021-10-31',
      '2021-11-01',
      '2022-01-07',
      '2022-03-31',
      '2022-04-01',
      '2022-06-30',
      '2023-06-01',
    ].map((day) => at(day)),
  },
  {
    of: 'made-up participants',
    cells: {
      participantCells: Array.from({ length: MADE_UP }, (_, n) => [`m-${n + 1}`]),
      cohortCells: madeUpCohorts,
      eventCells: shuffled,
    },
    days: [
      '2023-01-09',
      '2023-06-29',
      '2023-06-30',
      '2023-07-01',
      '2023-08-31',
      '2023-09-01',
      '2024-01-31',
      '2024-02-01',
      '2024-02-29',
      '2024-03-01',
      '2024-04-01',
      '2025-12-31',
    ].map((day) => at(day)),
  },
];

/** What a sheet holds: its rows from the first that is typed. */
export type Values = (sheet: string) => readonly (readonly unknown[])[];

/** A deadline without a time is shown by its day, and the functions give its last second. */
export const asDay = (cell: unknown): unknown =>
  typeof cell === 'number' && cell > 40_000 && Math.round((cell % 1) * 86_400) === 86_399 ? Math.floor(cell) : cell;

const rounded = (cell: unknown): unknown => (typeof cell === 'number' ? Math.round(cell * 86_400) / 86_400 : (cell ?? ''));

/**
 * Compares what the sheet Participants says with the functions: every cell from the cohort to the clause, whether an event was not taken, and whether a first deadline was missed. A participant about whom the
 * functions ask for something first must be asked about by the sheet as well.
 */
export function comparedParticipants({ cohortCells: cohorts, eventCells: events }: Register['cells'], asOf: number, values: Values) {
  const answers = functions.SET_COHORT(events, cohorts, asOf) as Cell[][];
  const told = new Map(values('Participants').map((row) => [row[0], row]));
  return answers.map((answer) => {
    const row = told.get(answer[0]) ?? [];
    const [stage, lookAt, says] = [answer[2], String(answer[9]), (row[9] ?? '') as string];
    if (stage === '') return { same: says !== '', answer, row };
    const own = answer.slice(0, 9).map((cell) => (cell === 'undetermined' || cell === '' ? '' : rounded(asDay(cell))));
    const shown = row.slice(0, 9).map((cell) => (cell === plain.BEYOND ? '' : rounded(cell)));
    return {
      same:
        JSON.stringify(own) === JSON.stringify(shown) &&
        lookAt.includes('was not taken') === says.includes('not taken') &&
        lookAt.includes('what follows a missed first deadline') === says.includes(plain.FIRST_MISSED),
      answer,
      row,
    };
  });
}

/** The names that the rows stand for, in the sheet of single dates. */
const TRIED = 2000;
/** Parts of a day: midnight, working hours, the last minute and the last second. */
const times = [0, 9.5 / 24, 17 / 24, 1 - 60 * SECOND, 1 - SECOND];
const end = englandAndWales.span.to;
/** Month ends, leap days and holidays, days all over the calendar, and days before and after it. */
function anyDay(): number {
  const year = 2010 + Math.floor(random() * 20);
  const month = 1 + Math.floor(random() * 12);
  const from = at(`${year}-${String(month).padStart(2, '0')}-01`);
  return oneOf([
    from - 1,
    from,
    from + Math.floor(random() * 31),
    at('2024-02-29'),
    at('2028-02-29'),
    at(end) - Math.floor(random() * 30),
    at(end) + 1 + Math.floor(random() * 40),
    at('2010-12-01') + Math.floor(random() * 60),
  ]);
}
const orBlank = (value: Cell): Cell => (random() < 0.05 ? '' : value);

/** Rows of single dates: a start, a deadline, a receipt, an answer and a day to count to; and a receipt of the awards appeals policy. */
export const dateRows: Rows = Array.from({ length: TRIED }, () => {
  const received = anyDay() + oneOf(times);
  const due = functions.SET_APPEAL_RESPONSE_DUE(received);
  const answered = (typeof due === 'number' ? due : Math.floor(received) + 14) + oneOf([-1, 0, 0, 1, 2]) + oneOf(times);
  const award = oneOf([
    anyDay(),
    at('2020-08-30') + Math.floor(random() * 5),
    at('2022-10-29') + Math.floor(random() * 6),
    at('2020-12-23') + Math.floor(random() * 600),
  ]);
  return [
    orBlank(anyDay()),
    orBlank(anyDay() + oneOf(times)),
    orBlank(received),
    random() < 0.3 ? '' : answered,
    orBlank(anyDay() + oneOf(times)),
    orBlank(award),
  ].map((cell) => rounded(cell) as Cell);
});
export const dateDays = ['2010-12-31', '2011-01-01', '2022-03-31', '2024-02-29', end, addDays(end, 2)].map((day) => at(day));

type Cells = readonly Cell[];
/** The formulas of single dates, each with what the functions answer: of a row's cells A to F, as of a day. They stand from G on: the first is read by another. */
const dateFormulas: readonly { of: string; formula: (row: number) => string; answer: (cells: Cells, asOf: number) => unknown }[] = [
  {
    of: 'appeal due',
    formula: (r) => plain.appealDue(`C${r}`),
    answer: ([, , received = '']) => functions.SET_APPEAL_RESPONSE_DUE(received),
  },
  { of: 'notice', formula: (r) => plain.noticeDue(`A${r}`), answer: ([start = '']) => functions.SET_ADJUSTMENT_DEADLINE(start) },
  {
    of: 'review opens',
    formula: (r) => plain.reviewOpens(`B${r}`),
    answer: ([, deadline = '']) => first(functions.SET_REVIEW_WINDOW(deadline)),
  },
  {
    of: 'review closes',
    formula: (r) => plain.reviewCloses(`B${r}`),
    answer: ([, deadline = '']) => first(functions.SET_REVIEW_WINDOW(deadline), 1),
  },
  {
    of: 'appeal status',
    formula: (r) => plain.appealStatus({ received: `C${r}`, answered: `D${r}`, due: `G${r}` }),
    answer: ([, , received = '', answered = ''], asOf) => {
      const [in_, out] = [Math.floor(Number(received)), Math.floor(Number(answered))];
      const isCounted = typeof functions.SET_APPEAL_RESPONSE_DUE(received) === 'number';
      if (isCounted && in_ > asOf) return plain.LATER;
      if (isCounted && answered !== '' && out < in_) return plain.TOO_EARLY;
      return functions.SET_APPEAL_STATUS(received, out > asOf ? '' : answered, Math.max(asOf, in_)); // an answer after the day does not count yet
    },
  },
  {
    of: 'working days left',
    formula: (r) => plain.workingDaysLeft(`E${r}`),
    answer: ([, , , , to = ''], asOf) => (to === '' ? '' : functions.SET_WORKING_DAYS(asOf, Math.floor(Number(to)))),
  },
  ...(
    [
      ['award-appeals/4.1', 'explanation-requested'],
      ['award-appeals/4.2', 'explained'],
      ['award-appeals/4.3', 'appeal-lodged'],
    ] as const
  ).map(([clause, step]) => ({
    of: clause,
    formula: (r: number) => plain.awardDue(`F${r}`, clause),
    answer: ([, , , , , received = '']: Cells) => functions.SET_AWARD_APPEAL_DUE(step, received),
  })),
];

const first = (output: CellOutput, index = 0): unknown => (Array.isArray(output) ? output[0]?.[index] : output);

/** Words that stand for an answer that is not settled. */
const open = ['undetermined', plain.BEYOND, plain.NOT_HELD];
/** Compares a cell of single dates with the functions. */
export const agrees = (shown: unknown, answer: unknown): boolean =>
  rounded(shown) === rounded(answer) || (open.includes(String(shown)) && open.includes(String(answer)));

/** The cells of rows of single dates, each with its formulas after it. */
export const withFormulas = (rows: Rows) =>
  rows.map((row, index) => [
    ...row.map((cell) => (cell === '' ? null : cell)),
    ...dateFormulas.map(({ formula }) => ({ formula: formula(index + 1) })),
  ]);
/** The answers in which a sheet differs from the functions. */
export const differingDates = (rows: Rows, asOf: number, values: readonly (readonly unknown[])[]) =>
  rows.flatMap((row, index) =>
    dateFormulas.flatMap(({ of, answer }, at) => {
      const [shown, expected] = [values[index]?.[row.length + at] ?? '', answer(row, asOf)];
      return agrees(shown, expected) ? [] : [{ of, asOf, row, shown, expected }];
    }),
  );
