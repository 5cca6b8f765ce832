// The named functions for Excel (dist/excel), as the text that is shipped, worked out by an engine that knows LAMBDA: each gives what the function of the package gives.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { Model } from '@ironcalc/wasm';
import * as functions from 'professional-status/spreadsheet';
import type { CellInput, CellOutput } from 'professional-status/spreadsheet';
import { beforeAll, describe, expect, test } from 'vitest';
import { agrees, asDay, dateDays, dateRows, madeUpCohorts, madeUpEvents, numbers, type Cell, type Rows } from './workbook-rows.js';
import { labels, type CaseEvent, type Cohort, type Registration } from 'professional-status';
import { serial } from '../../examples/spreadsheet/data.mjs';
import { asStored, namesWithin } from '../../examples/spreadsheet/stored.mjs';
import { rows, type Given, type Shown } from './rows.js';

const text = readFileSync('dist/excel/professional-status.txt', 'utf8');
const named = [...text.matchAll(/^\/\*\* (.*) \*\/\n(SET_\w+) = (LAMBDA\(.*\));$/gm)].map(([, says = '', name = '', formula = '']) => ({
  says,
  name,
  formula,
}));

test('the guide names every function for Excel that is not for the others', () => {
  const [, inExcel = ''] = readFileSync('docs/spreadsheets.md', 'utf8').split(/^## (?=In Excel)/m);
  const told = [...inExcel.matchAll(/^\| `(SET_[A-Z_]+)` +\|/gm)].map(([, name = '']) => name);
  const names = named.map(({ name }) => name).filter((name) => !name.startsWith('SET_CASE'));
  expect(told.flatMap((name) => [name, `${name}_WHY`])).toEqual(names);
});

/** An engine that knows the functions. */
function engine(): Model {
  const model = new Model('named', 'en-GB', 'Europe/London', 'en');
  model.pauseEvaluation(); // every change would be worked out at once
  for (const { name, formula } of named) model.newDefinedName(name, null, formula);
  return model;
}
const read = (model: Model, row: number, column: number): Cell => {
  const shown = model.getFormattedCellValue(0, row, column);
  return shown !== '' && Number.isFinite(Number(shown)) ? Number(shown) : shown;
};

/** What an engine makes of formulas, each of separate cells: blanks are empty cells. */
function workedOut(calls: readonly { readonly name: string; readonly cells: readonly Cell[] }[]): readonly unknown[] {
  const model = engine();
  calls.forEach(({ name, cells }, index) => {
    const row = index + 1;
    cells.forEach((cell, column) => {
      if (cell !== '') model.setUserInput(0, row, column + 2, typeof cell === 'number' ? String(cell) : String(cell));
    });
    model.setUserInput(0, row, 1, `=${name}(${cells.map((_, column) => `${'BCDEF'[column] ?? ''}${row}`).join(',')})`);
  });
  model.evaluate();
  const answers = calls.map((_, index) => read(model, index + 1, 1));
  model.free();
  return answers;
}

interface Asked {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly answer: unknown;
}
const ofCases = ['SET_STAGE', 'SET_NEXT_DUE'];
const steps = ['explanation requested', 'explained', 'appeal-lodged'];
const one = (output: CellOutput, index = 0): unknown => (Array.isArray(output) ? output[0]?.[index] : output);
const whole = (cell: Cell): number => Math.floor(Number(cell));

/** Two thousand rows of dates for each function, with what the package answers. */
const byName: Readonly<Record<string, (cells: readonly Cell[], n: number) => Omit<Asked, 'name'>>> = {
  SET_WORKDAY: ([, , date = ''], n) => ({ cells: [date, (n % 41) - 20], answer: functions.SET_WORKDAY(date, (n % 41) - 20) }),
  SET_WORKING_DAYS: ([from = '', , to = '']) => ({ cells: [from, to], answer: functions.SET_WORKING_DAYS(from, to) }),
  SET_NOTICE_DUE: ([start = '']) => ({ cells: [start], answer: functions.SET_ADJUSTMENT_DEADLINE(start) }),
  SET_NOTICE_STATUS: ([start = ''], n) => {
    const requested = start === '' || n % 20 === 0 ? '' : Number(functions.SET_ADJUSTMENT_DEADLINE(start)) + (n % 3) - 1 + (n % 2) / 3;
    return { cells: [requested, start], answer: functions.SET_ADJUSTMENT_STATUS(requested, start) };
  },
  SET_APPEAL_DUE: ([, , received = '']) => ({ cells: [received], answer: functions.SET_APPEAL_RESPONSE_DUE(received) }),
  SET_APPEAL_STATUS: ([, , received = '', answered = ''], n) => {
    const early = received !== '' && answered !== '' && whole(answered) < whole(received);
    const asOf = Math.max(dateDays[n % dateDays.length] ?? 0, received === '' ? 0 : whole(received));
    const isOpen = received === '' || functions.SET_APPEAL_RESPONSE_DUE(received) === 'undetermined';
    const answer =
      early && !isOpen
        ? 'answered: type a date from the receipt on'
        : isOpen
          ? functions.SET_APPEAL_RESPONSE_DUE(received)
          : functions.SET_APPEAL_STATUS(received, answered, asOf);
    return { cells: [received, answered, asOf], answer };
  },
  SET_REVIEW_OPENS: ([, deadline = '']) => ({ cells: [deadline], answer: one(functions.SET_REVIEW_WINDOW(deadline)) }),
  SET_REVIEW_CLOSES: ([, deadline = '']) => ({ cells: [deadline], answer: one(functions.SET_REVIEW_WINDOW(deadline), 1) }),
  SET_AWARD_APPEAL_DUE: ([, , , , , received = ''], n) => {
    const step = steps[n % 3] ?? '';
    return { cells: [step, received], answer: functions.SET_AWARD_APPEAL_DUE(step, received) };
  },
};

beforeAll(async () => {
  const wasm = createRequire(import.meta.url)
    .resolve('@ironcalc/wasm')
    .replace(/wasm\.js$/, 'wasm_bg.wasm');
  await init({ module_or_path: readFileSync(wasm) });
});

test('each has a sentence, a function that says why, and a formula that Excel can hold', () => {
  const inPairs = named.map(({ name }) => name).filter((name) => !name.startsWith('SET_CASE'));
  expect(inPairs).toEqual([...Object.keys(byName), ...ofCases].flatMap((name) => [name, `${name}_WHY`]));
  expect(text.match(/ = LAMBDA\(/g)).toHaveLength(named.length);
  for (const { says, formula } of named) {
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(asStored(formula).length).toBeLessThan(8000); // the longest formula of Excel has 8,192
    expect(formula.replace(/"[^"]*"/g, '').split('(').length).toBe(formula.replace(/"[^"]*"/g, '').split(')').length);
  }
});

test('no name within a formula is one that Excel takes for a cell, nor R or C', () => {
  const within = named.flatMap(({ name, formula }) => [...namesWithin(formula)].map((each) => ({ name, each })));
  expect(within.length).toBeGreaterThan(100);
  expect(within.filter(({ each }) => /^(?:r|c|[a-z]{1,3}\d+|r\d*c\d*)$/i.test(each))).toEqual([]);
});

describe.each(Object.entries(byName))('%s', (name, ask) => {
  const asked = dateRows.map((row, n): Asked => ({ name, ...ask(row, n) }));

  test('gives what the package gives, on 2,000 rows', () => {
    const came = workedOut(asked);
    const differ = asked.flatMap((each, index) => (agrees(came[index], each.answer) ? [] : [{ ...each, came: came[index] }]));
    console.log(`named functions: ${name}, ${asked.length} rows, ${differ.length} differ`);
    expect(differ.slice(0, 5)).toEqual([]);
    expect(new Set(came).size).toBeGreaterThanOrEqual(3);
  });

  test('says why, with the answer in it, or what is missing', () => {
    const some = asked.slice(0, 200);
    const answers = workedOut(some);
    for (const [index, why] of workedOut(some.map((each) => ({ ...each, name: `${name}_WHY` }))).entries()) {
      const answer = answers[index];
      if (answer === '') expect(why).toBe('');
      else
        expect(why).toMatch(
          /^(?:Support policy \d|Awards appeals policy \d|\d|There are |Bank holidays are held for |The awards appeals policy of |\w+: type a ).*[.a-z]$/,
        );
    }
  });
});

describe('the cases of the rules', () => {
  const names: Readonly<Record<string, string>> = {
    SET_WORKDAY: 'SET_WORKDAY',
    SET_WORKING_DAYS: 'SET_WORKING_DAYS',
    SET_ADJUSTMENT_DEADLINE: 'SET_NOTICE_DUE',
    SET_ADJUSTMENT_STATUS: 'SET_NOTICE_STATUS',
    SET_APPEAL_RESPONSE_DUE: 'SET_APPEAL_DUE',
    SET_APPEAL_STATUS: 'SET_APPEAL_STATUS',
    SET_REVIEW_WINDOW: 'SET_REVIEW_OPENS',
    SET_AWARD_APPEAL_DUE: 'SET_AWARD_APPEAL_DUE',
  };
  const day = (moment: string): number => Math.floor(Number(serial(moment)));
  test('that can be written in cells have the same answer', () => {
    const asked = rows.flatMap((row): Asked[] => {
      const name = names[row.name];
      const last = row.cells.at(-1);
      const isElsewhere = last === 'scotland' || last === 'northern-ireland' || last === 'any-part-of-uk';
      if (name === undefined || isElsewhere) return [];
      const cells = row.cells
        .filter((cell) => cell !== 'england-and-wales')
        .slice(
          0,
          name === 'SET_APPEAL_STATUS'
            ? 3
            : name === 'SET_WORKDAY' || name.includes('DAYS') || name.includes('STATUS') || name.startsWith('SET_AWARD')
              ? 2
              : 1,
        )
        .map((cell): Cell => (typeof cell === 'object' ? day((cell as Shown).moment) : cell));
      const given = functions[row.name as 'SET_WORKDAY'](...(cells as [CellInput, CellInput]));
      return given === 'not asked' ? [] : [{ name, cells, answer: one(given) }];
    });
    const came = workedOut(asked);
    console.log(`named functions: ${asked.length} cases`);
    expect(asked.length).toBeGreaterThan(1000);
    expect(asked.flatMap((each, index) => (agrees(came[index], each.answer) ? [] : [{ ...each, came: came[index] }])).slice(0, 5)).toEqual(
      [],
    );
  });
});

/** A case in cells: its events, its cohorts, and the day that is asked about. */
interface CaseInCells {
  readonly events: Rows;
  readonly cohorts: Rows;
  readonly asOf: Cell;
}
const AT_ONCE = 20; // the engine takes longer a case, the more there are

/** What an engine makes of functions of a case, for each case. */
function workedOutCases(names: readonly string[], cases: readonly CaseInCells[]): readonly (readonly Cell[])[] {
  if (cases.length > AT_ONCE) return [...workedOutCases(names, cases.slice(0, AT_ONCE)), ...workedOutCases(names, cases.slice(AT_ONCE))];
  const model = engine();
  model.newSheet();
  let next = 1;
  /** Writes a range, and says where it is. */
  const written = (range: Rows): string => {
    const first = next;
    for (const row of range) {
      row.forEach((cell, column) => {
        if (cell !== '') model.setUserInput(1, next, column + 1, String(cell));
      });
      next += 1;
    }
    return `Sheet2!A${first}:G${next - 1}`;
  };
  cases.forEach(({ events, cohorts, asOf }, index) => {
    const given = [written(events).replace('G', 'C'), written(cohorts), asOf === '' ? 'Sheet2!Z1' : asOf].join(',');
    names.forEach((name, column) => model.setUserInput(0, index + 1, column + 1, `=${name}(${given})`));
  });
  model.evaluate();
  const answers = cases.map((_, index) => names.map((__, column) => read(model, index + 1, column + 1)));
  model.free();
  return answers;
}

/** What the package answers: the stage, and by when what is next is due, or the words for there being no day; a problem is one text. */
function answered({ events, cohorts, asOf }: CaseInCells): readonly Cell[] {
  const position = functions.SET_POSITION(events, cohorts, asOf);
  const [stage = '', , , due = '', status = ''] = (Array.isArray(position) ? position[0] : [position]) as Cell[];
  return String(stage).includes(': ') ? [PROBLEM, PROBLEM] : [stage, due === '' ? status : (asDay(due) as Cell)];
}
const PROBLEM = 'a problem';
const told = (cell: Cell): Cell => (String(cell).includes(': type ') ? PROBLEM : cell);

function differing(cases: readonly CaseInCells[], came: readonly (readonly Cell[])[]): readonly unknown[] {
  return cases.flatMap((each, index) => {
    const [answer, shown] = [answered(each), came[index] ?? []];
    return answer.every((cell, column) => agrees(told(shown[column] ?? ''), cell)) ? [] : [{ ...each, answer, shown }];
  });
}

/** All of them in `npm run test:full`; the gates take some. */
const MADE_UP_CASES = process.env['GATES'] === 'full' ? 2000 : 400;

describe('SET_STAGE and SET_NEXT_DUE', () => {
  const random = numbers(2026);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const edges = [-1, 0, 0, 1, 20];
  /** Cases made up so that their dates stand on the edges, each asked about beside one of its dates. */
  const madeUp = Array.from({ length: MADE_UP_CASES }, (_, n): CaseInCells => {
    const events = madeUpEvents(n).map(([, ...row]) => row);
    const own = madeUpCohorts.find(([id]) => id === events[0]?.[2]) ?? [];
    const dates = [...events.map(([, when]) => when), own[3], own[4]].filter((date) => typeof date === 'number');
    return { events, cohorts: madeUpCohorts, asOf: Math.floor(pick(dates)) + pick(edges) };
  });

  test(`give what the package gives, on ${MADE_UP_CASES} cases`, { timeout: 300_000 }, () => {
    const came = workedOutCases(ofCases, madeUp);
    const differ = differing(madeUp, came);
    const problems = came.filter(([stage = '']) => told(stage) === PROBLEM).length;
    console.log(
      `named functions: SET_STAGE and SET_NEXT_DUE, ${madeUp.length} rows, ${problems} asked about first, ${differ.length} differ`,
    );
    expect(differ.slice(0, 3)).toEqual([]);
    expect(problems).toBeLessThan(200);
    expect(new Set(came.map(([stage]) => stage)).size).toBeGreaterThanOrEqual(11);
    expect(new Set(came.map(([, due]) => due)).size).toBeGreaterThanOrEqual(10);
  });

  test('say why, under which clause, and which events were not taken', () => {
    const some = madeUp.slice(0, 100);
    const came = workedOutCases([...ofCases, ...ofCases.map((name) => `${name}_WHY`)], some);
    for (const [stage = '', due = '', whyStage = '', whyNext = ''] of came) {
      if (told(stage) === PROBLEM) expect([due, whyStage, whyNext]).toEqual([stage, stage, stage]);
      else {
        expect(whyStage).toMatch(/^Support policy \d[\d.a-z]*: .*[^.]\.( Not taken: row \d.* of the events\.)?$/);
        expect(whyStage).toContain(`the stage is ${stage}.`);
        expect(whyNext).toMatch(
          due === ''
            ? /^$/
            : /^Support policy \d[\d.a-z]*: (?:the participant|the reviewing and moderation team|SET|the Professional Status Team) (?:must|may) .*; .*\.$/,
        );
      }
    }
    expect(came.filter(([, , why]) => String(why).includes('Not taken')).length).toBeGreaterThan(10);
  });

  test('ask for what is missing', () => {
    const events: Rows = [
      ['registered', 44172, 'timed'],
      ['portfolio issued', 44206, ''],
    ];
    const cohorts = madeUpCohorts;
    const late = 45107; // the day of a deadline that has a time
    const cases: readonly [CaseInCells, string][] = [
      [{ events: [...events, ['issued', 44207, '']], cohorts, asOf: 44300 }, 'events row 3: type what happened, such as portfolio issued'],
      [{ events: [...events, ['review started', 'soon', '']], cohorts, asOf: 44300 }, 'events row 3: type a date'],
      [
        { events: [...events, ['outcome released', 44207, 'good']], cohorts, asOf: 44300 },
        'events row 3: type criteria met or criteria not met',
      ],
      [{ events: [...events, ['restarted', 44207, 'none']], cohorts, asOf: 44300 }, 'events row 3: type the id of a cohort that has a row'],
      [{ events: [...events, ['portfolio submitted', late, '']], cohorts, asOf: late }, 'events row 3: type the time too'],
      [{ events: [...events, ['registered', 44207, '']], cohorts, asOf: 44300 }, 'events: type registered in one row only'],
      [{ events, cohorts, asOf: 44171 }, 'as_of: type a day from the registration on'],
      [{ events, cohorts, asOf: '"soon"' }, 'as_of: type a date'],
      [{ events, cohorts: [['timed', 'PGCE', 44206]], asOf: 44300 }, 'cohorts row 1: type QTLS or ATS'],
      [{ events, cohorts: [['timed', 'QTLS', 44206, 'June']], asOf: 44300 }, 'cohorts row 1: type a date in each of its dates'],
    ];
    expect(
      workedOutCases(
        ['SET_STAGE', 'SET_NEXT_DUE_WHY'],
        cases.map(([each]) => each),
      ),
    ).toEqual(cases.map(([, problem]) => [problem, problem]));
    expect(cases.filter(([{ asOf }]) => typeof asOf === 'number').map(([each]) => answered(each)[0])).toEqual(
      Array<string>(9).fill(PROBLEM),
    );
  });

  test('give what the worked example gives, with heads and blank rows, and without a day', () => {
    const cell = (given: Given): Cell => (typeof given !== 'object' ? given : 'moment' in given ? serial(given.moment) : '');
    const range = (given: Given | undefined): Rows => (given as readonly (readonly Given[])[]).map((row) => row.map(cell));
    const cases = rows
      .filter(({ name }) => name === 'SET_STAGE')
      .map(({ cells: [events, cohorts, asOf = ''] }): CaseInCells => ({
        events: [['type', 'when', 'outcome'], ...range(events), ['', '', '']],
        cohorts: [['id', 'programme', 'starts on', '', '', '', ''], ...range(cohorts)],
        asOf: cell(asOf),
      }));
    const all = [...cases, ...cases.slice(0, 20).map((each) => ({ ...each, asOf: '' }))];
    console.log(`named functions: ${all.length} cases of the worked example`);
    expect(cases.length).toBeGreaterThan(90);
    expect(differing(all, workedOutCases(ofCases, all)).slice(0, 3)).toEqual([]);
  });

  test('give what the cases of the lifecycle give, that can be written in cells', () => {
    const cases = lifecycleCases.map(({ inCells }) => inCells);
    const came = workedOutCases(ofCases, cases);
    console.log(`named functions: ${cases.length} cases of the lifecycle`);
    expect(cases.length).toBeGreaterThan(120);
    expect(differing(cases, came).slice(0, 3)).toEqual([]);
    const stages = lifecycleCases.map(({ stage }) => labels.stage[stage]);
    expect(came.flatMap(([stage], index) => (stage === stages[index] ? [] : [{ ...lifecycleCases[index], stage }])).slice(0, 3)).toEqual(
      [],
    );
  });
});

interface LifecycleVector {
  readonly policy?: object;
  readonly opening: Registration;
  readonly given: readonly CaseEvent[];
  readonly when: CaseEvent;
  readonly then?: { readonly stage: keyof typeof labels.stage };
}
/** The cases under the standard policy that are taken and go on in the programme, as cells, with the stage that their author reasoned. */
const lifecycleCases = (
  JSON.parse(readFileSync('test/support-policy/lifecycle/lifecycle.cases.json', 'utf8')) as readonly LifecycleVector[]
).flatMap(({ policy, opening: { cohort, registeredOn }, given, when, then }) => {
  const all = [...given, when];
  const isFiner = all.some((event) => 'at' in event && event.at.includes('.')); // than the second, which is what a cell shows
  const moments = all.map((event) => serial('at' in event ? event.at : event.on));
  const isInOrder = moments.every((moment, index) => index === 0 || Math.floor(Number(moment)) >= Math.floor(Number(moments[index - 1]))); // cells are put in order
  if (policy !== undefined || then === undefined || then.stage === 'restarted' || isFiner || !isInOrder) return [];
  const outcomeOf = (event: CaseEvent): Cell =>
    event.type === 'outcome-released' ? event.reviewOutcome : event.type === 'restarted' ? event.cohort.id : '';
  const cohorts = [cohort, ...all.flatMap((event) => (event.type === 'restarted' ? [event.cohort] : []))];
  const events = all.map((event, index): readonly Cell[] => [event.type, moments[index] ?? '', outcomeOf(event)]);
  const inCells: CaseInCells = {
    events: [['registered', serial(registeredOn), cohort.id], ...events],
    cohorts: cohorts.map(cohortInCells),
    asOf: Math.floor(Math.max(...[serial(registeredOn), ...moments].map(Number))),
  };
  return [{ inCells, stage: then.stage }];
});

function cohortInCells(of: Cohort): readonly Cell[] {
  const { id, programme, startsOn, submissionDeadline, resubmissionDeadline, entryOpens, entryCloses } = of;
  return [
    id,
    programme,
    ...[startsOn, submissionDeadline, resubmissionDeadline, entryOpens, entryCloses].map((date): Cell => serial(date)),
  ];
}
