// The worked example, run in this process upon the sources: what it covers, what it does with files that are wrong, and its committed output.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { decide } from '../../examples/cohort/decide.mjs';
import { readAppeals, readCohorts, readEvents } from '../../examples/cohort/read.mjs';
import { run } from '../../examples/cohort/run.mjs';
import { story as storyOf } from '../../examples/cohort/story.mjs';
import type { PlainDate } from '../../src/index.js';

// The example imports the package by its name; here that name stands for the sources, so that no build is needed.
vi.mock('professional-status', () => import('../../src/index.js'));
vi.mock('professional-status/calendar', () => import('../../src/calendar/index.js'));
vi.mock('professional-status/diagrams', () => import('../../src/diagrams/index.js'));

const example = (name: string) => resolve('examples/cohort', name);
const events = readFileSync(example('events.csv'), 'utf8');
const report = run([]);

const cohorts = readCohorts('cohorts.json', readFileSync(example('cohorts.json'), 'utf8'));
const read = readEvents('events.csv', events, cohorts);
const appeals = readAppeals('appeals.csv', readFileSync(example('appeals.csv'), 'utf8'), read);
const decidedOn = (asOf: PlainDate) => decide({ asOf, cohorts, events: read, appeals });
const decided = decidedOn('2022-03-31');
const story = (id: string) => storyOf(decided, id);

/** The lines of a section, without its title. */
function sectionOf(output: string, title: string): string[] {
  const found = output
    .trimEnd()
    .split('\n\n')
    .find((each) => each.startsWith(title));
  return found === undefined ? [] : found.split('\n').slice(1);
}
/** The rows of a section's table by participant, each cut into its cells. */
function rowsOf(title: string, output = report.output): string[][] {
  return sectionOf(output, title)
    .slice(1)
    .map((line) => line.trim().split(/ {2,}/));
}
const rowOf = (title: string, id: string, output = report.output) => rowsOf(title, output).find((row) => row.includes(id));

const folder = mkdtempSync(join(tmpdir(), 'cohort-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

describe('the example', () => {
  test('prints what is committed', async () => {
    expect(report).toMatchObject({ status: 0, errors: '' });
    await expect(report.output).toMatchFileSnapshot(example('output.txt'));
  });

  test('tells a story as the command prints it', () => {
    expect(run(['--participant', 'p-105'])).toEqual({ output: story('p-105'), errors: '', status: 0 });
  });

  test('keeps to a width that fits a terminal and a page', () => {
    const outputs = [report.output, story('p-105'), run(['--help']).output, run(['--as-of', '2021-10-31']).output];
    expect(outputs.flatMap((output) => output.split('\n')).filter((line) => line.length > 120)).toEqual([]);
  });

  test('has a line for each of at least 40 participants', () => {
    const ids = new Set(
      events
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0])
        .filter(Boolean),
    );
    expect(ids.size).toBeGreaterThanOrEqual(40);
    expect(rowsOf('PARTICIPANTS:').map(([id]) => id)).toEqual([...ids]);
  });

  test('counts every case once', () => {
    const all = rowsOf('STAGES').map((row) => Number(row.at(-1)?.replace('-', '0')));
    expect(all.pop()).toBe(all.reduce((sum, each) => sum + each, 0));
  });

  test('accounts for every row: each is told in the story of its participant', () => {
    const then = decidedOn('2021-10-31');
    const stories = then.people.map(({ id }) => storyOf(then, id));
    const lines = stories.flatMap((text) => [...text.matchAll(/\(line (\d+)/g)].map(([, line]) => Number(line)));
    const all = Array.from({ length: events.trimEnd().split('\n').length - 1 }, (_, index) => index + 2);
    expect(lines.sort((a, b) => a - b)).toEqual(all);
  });
});

describe('what it covers', () => {
  test.each([
    ['an award at once', 'p-101', 'awarded on 2021-05-21'],
    ['an award after resubmission', 'p-103', 'awarded on 2021-10-15'],
    ['an award that is owed', 'p-119', 'SET: award status'],
    ['a late resubmission', 'p-108', 'participant may: restart'],
    ['a restart in a named cohort, and the life after it', 'p-105', 'participant: submit portfolio, by 2022-06-30 17:00'],
    ['a submission with the new cohort', 'p-107', 'the outcome; review expected 2022-04-01 to 2022-04-30'],
    ['a withdrawal after a restart', 'p-109', 'withdrawn on 2022-02-14'],
    ['a late first submission', 'p-111', 'submitted late: what follows is not settled'],
    ['a first deadline that was missed', 'p-112', 'participant: submit portfolio, overdue 2021-03-31 17:00'],
    ['a resubmission deadline that was missed, without a record of it', 'p-110', 'participant may: restart'],
    ['a resubmission that may still come', 'p-204', 'participant may: resubmit portfolio, up to 2022-03-31 17:00'],
    ['a portfolio that is not issued', 'p-401', 'participant: appoint supporter'],
  ])('%s', (_, id, expected) => {
    expect(rowOf('PARTICIPANTS:', id)?.at(-1)).toBe(expected);
  });

  test.each([
    ['p-114', 'registered'],
    ['p-115', 'in programme'],
    ['p-117', 'under review'],
    ['p-116', 'criteria not met'],
    ['p-211', 'restart required'],
  ])('a withdrawal: %s, at "%s"', (id, stage) => {
    expect(story(id)).toContain(`The withdrawal can be recorded while the case is at “${stage}”`);
    expect(rowOf('PARTICIPANTS:', id)).toContain('withdrawn');
  });

  test.each([
    ['p-202', '2020-12-10', '0', 'timely'],
    ['p-203', '2020-12-11', '1 late', 'late'],
  ])('adjustments asked for by %s on %s, before registration', (id, requested, spare, outcome) => {
    const [, cohort, on, registered = '', by, ...rest] = rowOf('ADJUSTMENT', id) ?? [];
    expect([cohort, on, by, ...rest]).toEqual(['qtls-2021-01', requested, '2020-12-10', spare, outcome, 'considered']);
    expect(registered > requested).toBe(true);
  });

  test.each([
    ['in winter time', '2021-10-31', 'p-104', 'p-105'],
    ['in summer time', '2022-03-31', 'p-213', 'p-214'],
  ] as const)('a resubmission at 17:00:00 and one at 17:00:01, %s', (_, deadline, inTime, late) => {
    const then = decidedOn(deadline);
    const at = (id: string) => storyOf(then, id);
    expect(at(inTime)).toContain(`${deadline} 17:00:00  portfolio resubmitted`);
    expect(at(inTime)).toContain('stage: resubmitted');
    expect(at(late)).toContain('The portfolio was resubmitted at 5:00:01pm');
    expect(at(late)).toContain('stage: restart required');
  });

  test('restarts, counted from the right day and with the cohort next available', () => {
    expect(rowOf('RESTARTS', 'p-105')).toEqual([
      'p-105',
      'qtls-2020-10',
      '2021-11-01',
      'resubmitted late',
      'qtls-2022-01',
      'qtls-2022-01',
      '2021-12-06',
    ]);
    expect(rowOf('RESTARTS', 'p-106')?.slice(2, 4)).toEqual(['2021-12-03', 'second review not met']);
    expect(rowOf('RESTARTS', 'p-109')?.slice(2, 4)).toEqual(['2021-11-01', 'never resubmitted']);
    expect(rowOf('RESTARTS', 'p-110')?.slice(2)).toEqual(['2021-11-01', 'never resubmitted', 'qtls-2022-01', 'not yet']);
    expect(sectionOf(report.output, 'RESTARTS').slice(-2)).toEqual([
      '  the missed deadline is not recorded: p-110',
      '  A restart has an administration fee. The terms and conditions say how much it is. That part is not included here.',
    ]);
    expect(rowOf('RESTARTS', 'p-208')?.slice(4)).toEqual(['qtls-2021-10', 'qtls-2021-10', '2021-10-06']);
    expect(rowOf('RESTARTS', 'p-210')?.slice(4, 6)).toEqual(['qtls-2021-10', 'qtls-2022-01 (another)']);
  });

  test.each([
    ['2021-10-31', undefined, undefined],
    ['2021-11-01', 'not yet', 'not yet'],
    ['2022-01-06', 'qtls-2022-01', 'not yet'],
  ])('6.2.3: a restart follows a missed resubmission from the day after its deadline, recorded or not: %s', (day, recorded, unrecorded) => {
    const { output } = run(['--as-of', day]);
    expect(rowOf('RESTARTS', 'p-109', output)?.[5]).toBe(recorded);
    expect(rowOf('RESTARTS', 'p-110', output)?.[5]).toBe(unrecorded);
  });

  test.each([
    ['p-106', 'incomplete', '-'],
    ['p-108', 'discuss first', '-'],
    ['p-110', 'wrong procedure', '-'],
    ['p-204', 'incomplete', '2021-06-08'], // answered all the same
  ])('9.1: no answer is due to an appeal that it does not take: %s, %s', (id, outcome, answered) => {
    expect(rowOf('SUPPORT APPEALS', id)?.slice(2)).toEqual([outcome, '-', answered, '-', '-']);
  });

  test('support appeals received two days before Christmas', () => {
    const received = ['p-103', 'p-112', 'p-113'].map((id) => rowOf('SUPPORT APPEALS', id)?.slice(1, 6));
    expect(received).toEqual([
      ['2020-12-23', 'admissible', '2021-01-11', '2021-01-11', 'in time'],
      ['2020-12-23 20:15', 'admissible', '2021-01-11', '-', 'overdue'],
      ['2020-12-23', 'admissible', '2021-01-11', '2021-01-12', 'late'],
    ]);
  });

  test('an appeal is judged by what was known on the day', () => {
    const on = (day: string) => rowOf('SUPPORT APPEALS', 'p-113', run(['--as-of', day]).output);
    expect(on('2020-12-22')).toBeUndefined();
    expect(on('2021-01-11')?.slice(3, 7)).toEqual(['2021-01-11', '-', 'pending', '0']);
    expect(on('2021-01-12')?.slice(4, 6)).toEqual(['2021-01-12', 'late']);
  });

  test('mentors of ATS', () => {
    expect(story('p-301')).toContain('The request for a mentor can be recorded');
    expect(story('p-301')).toContain('The appointment of a mentor can be recorded');
  });

  test('what is not settled is said as the library says it, with all whom it concerns', () => {
    const told = sectionOf(report.output, 'NOT SETTLED').join(' ').replace(/\s+/g, ' ');
    expect(told).toMatch(
      /Ask SET what follows a missed first deadline, or see the QTLS terms and conditions\. That part is not included here\. p-111, p-112, p-113, /,
    );
    expect(told).toMatch(/how much the administration fee of a restart is\. That part is not included here\. p-108, p-110, p-214 /);
  });

  test('events refused by the policy, each with its clause', () => {
    const refused = [
      ...report.output.matchAll(/^ {2}events\.csv, line \d+: (p-\d+), (.+), [-\d: T]+Z? \((support\/.+)\)\n {4}Refused: /gm),
    ];
    expect(refused.map(([, ...told]) => told)).toEqual([
      ['p-112', 'submission deadline missed', 'support/6.2.3'],
      ['p-115', 'portfolio submitted', 'support/4.4'],
      ['p-120', 'status awarded', 'support/4.3'],
      ['p-121', 'review started', 'support/4.4'],
      ['p-122', 'outcome released: criteria met', 'support/4.4'],
      ['p-209', 'restarted with ats-2021-10', 'support/6.2.3'],
      ['p-209', 'restarted with qtls-2021-01', 'support/6.2.3'],
      ['p-215', 'mentor requested', 'support/6.1.3'],
      ['p-218', 'portfolio resubmitted', 'support/6.2.1.b'],
      ['p-303', 'supporter appointed', 'support/6.1.2'],
      ['p-307', 'review started', 'support/4.4'],
      ['p-310', 'portfolio resubmitted', 'support/6.2.1.b'],
      ['p-310', 'outcome released: criteria met', 'support/4.4'],
    ]);
    expect(sectionOf(report.output, 'EVENTS REFUSED').filter((line) => line.startsWith('    Instead: '))).toHaveLength(refused.length);
  });

  test('an event sent twice under one id', () => {
    expect(sectionOf(report.output, 'EVENTS THAT WERE RECORDED ALREADY')).toEqual([
      expect.stringContaining('p-122, portfolio submitted, 2021-03-31 12:34, id r-7041'),
    ]);
  });

  test('duties overdue, on the day and to come, with who owes them, the days left and the clause', () => {
    expect(rowOf('DUTIES OVERDUE', 'p-212')).toEqual([
      '2021-06-30 17:00',
      '274',
      '192',
      'participant',
      'submit portfolio',
      'p-212',
      'qtls-2021-01',
      'support/4.4',
    ]);
    expect(rowsOf('DUTIES DUE ON THE DAY').map((row) => row[5])).toEqual(['p-208']);
    expect(rowOf('DUTIES COMING', 'p-105')?.slice(0, 3)).toEqual(['2022-06-30 17:00*', '91', '60']);
    expect(rowOf('DUTIES FOR WHICH THE POLICY STATES NO LIMIT', 'p-206')).toEqual([
      'reviewers',
      'give written feedback',
      'p-206',
      'qtls-2021-01',
      'support/6.2.1.a',
    ]);
  });

  test('6.2.1.b, 6.2.3: what may be done is apart from what is owed, and what has lapsed is only named', () => {
    expect(
      rowsOf('WHAT MAY BE DONE')
        .slice(0, -1)
        .map(([upTo, ...row]) => [upTo, row[3], row[4]]),
    ).toEqual([
      ['2022-03-31 17:00', 'resubmit portfolio', 'p-204'],
      ['2022-03-31 17:00', 'resubmit portfolio', 'p-205'],
      ['2022-03-31 17:00', 'resubmit portfolio', 'p-206'],
      ['no limit stated', 'restart', 'p-108'],
      ['no limit stated', 'restart', 'p-110'],
      ['no limit stated', 'restart', 'p-214'],
    ]);
    expect(sectionOf(report.output, 'WHAT MAY BE DONE').at(-1)).toBe('  time is over: p-110 (resubmit portfolio, up to 2021-10-31 17:00)');
    const owed = ['DUTIES OVERDUE', 'DUTIES DUE', 'DUTIES COMING', 'DUTIES FOR WHICH'].flatMap((title) => sectionOf(report.output, title));
    expect(owed.filter((line) => /resubmit|restart/.test(line))).toEqual([]);
  });

  test('a limit that the cohort sets, and that is not known here, is not called unlimited', () => {
    const known = JSON.parse(readFileSync(example('cohorts.json'), 'utf8')) as { cohorts: { cohort: Record<string, unknown> }[] };
    for (const { cohort } of known.cohorts) if (cohort['id'] === 'ats-2021-10') delete cohort['submissionDeadline'];
    const { output } = run(['--cohorts', file(JSON.stringify(known))]);
    const title = 'DUTIES OF WHICH THE LIMIT IS NOT KNOWN (set by the cohort; not known here)';
    expect(rowOf(title, 'p-301', output)).toEqual(['participant', 'submit portfolio', 'p-301', 'ats-2021-10', 'support/4.4']);
    expect(sectionOf(output, 'DUTIES FOR WHICH').filter((line) => line.includes('submit portfolio'))).toEqual([]);
    expect(rowOf('PARTICIPANTS:', 'p-301', output)?.at(-1)).toBe('participant: submit portfolio, by a date that is not known here');
    expect(sectionOf(report.output, 'DUTIES OF WHICH')).toEqual([]);
  });

  test('made-up dates of cohorts are marked', () => {
    expect(rowOf('COHORTS', 'ats-2021-10')?.filter((cell) => cell.endsWith('*'))).toHaveLength(3);
    expect(rowOf('COHORTS', 'qtls-2020-10')?.filter((cell) => cell.endsWith('*'))).toEqual([]);
    expect(report.output).toContain('* made up for this example');
  });
});

describe('a day', () => {
  test('nothing that came later plays a part', () => {
    const day = '2021-06-15';
    const until = events.split('\n').filter((line, index) => index === 0 || (line.split(',')[2] ?? '') < `${day}~`);
    const ofThen = run(['--as-of', day, '--csv', file(until.join('\n'))]).output;
    const ofNow = run(['--as-of', day, '--csv', example('events.csv')]).output;
    for (const title of ['DUTIES OVERDUE', 'DUTIES DUE', 'DUTIES COMING', 'DUTIES FOR WHICH', 'WHAT MAY', 'RESTARTS', 'NOT SETTLED']) {
      expect(sectionOf(ofNow, title)).toEqual(sectionOf(ofThen, title));
    }
  });

  test('who registers later is not registered yet', () => {
    const { output, status } = run(['--as-of', '2020-12-10']);
    expect(status).toBe(0);
    expect(rowOf('PARTICIPANTS:', 'p-202', output)).toEqual([
      'p-202',
      'qtls-2021-01',
      '-',
      'not registered yet',
      'registers on 2020-12-14',
    ]);
    expect(run(['--as-of', '2020-12-10', '--participant', 'p-202']).output).toContain('AFTER THAT DAY');
  });

  test.each(['1900-01-01', '2199-12-31'])('%s is decided as any other', (day) => {
    expect(run(['--as-of', day])).toMatchObject({ status: 0, errors: '' });
  });
});

const header = 'participant,type,when,cohort,reviewOutcome,id,note';
const joe = [
  'joe,registered,2020-09-21,qtls-2020-10,,,',
  'joe,portfolio-issued,2020-10-01,,,,',
  'joe,portfolio-submitted,2021-03-31 17:00,,,,',
];
const decideFile = (...lines: string[]) => run(['--csv', file([header, ...joe, ...lines].join('\n'))]);
const problemsIn = (output: string) =>
  sectionOf(output, 'ROWS THAT CANNOT BE READ')
    .join('\n')
    .split(/^ {2}- /m)
    .slice(1)
    .map((each) =>
      each
        .replace(/\s+/g, ' ')
        .replace(/^\S*\.csv, /, '')
        .trim(),
    );

describe('a row that cannot be read', () => {
  test.each([
    [
      'an impossible date',
      'joe,withdrawn,2021-02-30,,,,',
      'column 3 (when): received "2021-02-30"; must be a real date written YYYY-MM-DD',
    ],
    [
      'a date with the month first',
      'joe,withdrawn,04/30/2021,,,,',
      'column 3 (when): received "04/30/2021"; must be a real date written YYYY-MM-DD or DD/MM/YYYY',
    ],
    ['a year of two digits', 'joe,withdrawn,30/04/21,,,,', 'column 3 (when): received "30/04/21"; must be a real date'],
    ['an hour that is none', 'joe,portfolio-resubmitted,31/10/2021 25:00,,,,', 'column 3 (when): received "31/10/2021 25:00"; must be'],
    [
      'an outcome in other words',
      'joe,outcome-released,14/05/2021,,Criteria met?!x,,',
      'column 5 (reviewOutcome): received "Criteria met?!x"',
    ],
    [
      'a time where a day is meant',
      'joe,withdrawn,2021-04-30 10:00,,,,',
      'column 3 (when): received "2021-04-30 10:00"; must be a real date',
    ],
    [
      'a day where a time is meant',
      'joe,portfolio-resubmitted,2021-10-31,,,,',
      'column 3 (when): received "2021-10-31"; must be a time in London',
    ],
    [
      'a time that London skipped',
      'joe,portfolio-resubmitted,2021-03-28 01:30,,,,',
      'column 3 (when): received "2021-03-28 01:30"; must be a time that London',
    ],
    ['an instant whose offset does not exist', 'joe,portfolio-resubmitted,2021-10-31T17:00:00+25:00,,,,', 'column 3 (when): received'],
    ['an unknown type', 'joe,withdrew,2021-04-30,,,,', 'column 2 (type): received "withdrew"; must be one of registered, portfolio-issued'],
    ['a key of every object as a type', 'joe,__proto__,2021-04-30,,,,', 'column 2 (type): received "__proto__"'],
    ['no type', 'joe,,2021-04-30,,,,', 'column 2 (type): received ""'],
    [
      'an unknown outcome',
      'joe,outcome-released,2021-05-14,,passed,,',
      'column 5 (reviewOutcome): received "passed"; must be one of criteria-met',
    ],
    ['no outcome', 'joe,outcome-released,2021-05-14,,,,', 'column 5 (reviewOutcome): received ""; is missing'],
    [
      'an outcome where none belongs',
      'joe,withdrawn,2021-05-14,,criteria-met,,',
      'column 5 (reviewOutcome): received "criteria-met"; must be empty',
    ],
    [
      'an unknown cohort',
      'joe,restarted,2021-12-06,qtls-1999,,,',
      'column 4 (cohort): received "qtls-1999"; must be one of qtls-2020-10, ',
    ],
    ['a name for an id', 'Jo Bloggs,withdrawn,2021-05-14,,,,', 'column 1 (participant): received "Jo Bloggs"; must be an opaque id'],
    ['an id of 10,000 characters', `joe,withdrawn,2021-05-14,,,${'x'.repeat(10_000)},`, 'column 6 (id): received "xxx'],
    ['a note of 10,000 characters', `joe,withdrawn,2021-05-14,,,,${'x'.repeat(10_000)}`, 'column 7 (note): received "xxx'],
    [
      'what a terminal would obey',
      'joe,withdrawn,2021-05-14,,,,\u001b[2J',
      'column 7 (note): received "\\u001b[2J"; must be text that can be printed',
    ],
    ['too few cells for what is needed', 'joe,withdrawn', 'column 3 (when): received ""; must be a real date'],
    ['the start of a row', 'joe,outcome-released,2021-05-14', 'column 5 (reviewOutcome): received ""; is missing'],
    [
      'a line separator of Unicode',
      'joe,withdrawn,2021-05-14,,,,a\u2028b',
      'column 7 (note): received "a\\u2028b"; must be text that can be printed',
    ],
    [
      'an id with a mark that has no width',
      'joe\u200b,withdrawn,2021-05-14,,,,',
      'column 1 (participant): received "joe\\u200b"; must be text',
    ],
    ['too many cells', 'joe,withdrawn,2021-05-14,,,,,x', 'column 8: received "joe,withdrawn,2021-05-14,,,,,x"; must be a row of 7 cells'],
    [
      'a quote that stays open',
      'joe,withdrawn,2021-05-14,,,,"x',
      'column 7 (note): received "joe,withdrawn,2021-05-14,,,,\\"x"; must close each quote',
    ],
    [
      'a quote within a cell',
      'joe,withdrawn,2021-05-14,,,a"b,',
      'column 6 (id): received "joe,withdrawn,2021-05-14,,,a\\"b,"; must close each quote',
    ],
    [
      'a second registration',
      'joe,registered,2020-09-22,qtls-2020-10,,,',
      'column 2 (type): received "registered"; must not register joe a second time: line 2 does so',
    ],
  ])('%s', (_, row, expected) => {
    const { output, status, errors } = decideFile(row, 'ann,registered,2020-09-21,qtls-2020-10,,,');
    const problems = problemsIn(output);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`line 5, ${expected}`);
    expect([status, errors]).toEqual([1, '']);
    expect(rowOf('PARTICIPANTS:', 'joe', output)?.slice(0, 4)).toEqual(['joe', 'qtls-2020-10', '1', 'submitted']);
    expect(rowOf('PARTICIPANTS:', 'ann', output)?.[3]).toBe('registered');
    expect(output.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });

  test('tells all that is wrong with it', () => {
    expect(problemsIn(decideFile('Jo Bloggs,restarted,2021-02-30,qtls-1999,passed,,').output)).toHaveLength(4);
  });

  test('is told in the story of its participant, where that can be read', () => {
    const path = file([header, ...joe, 'joe,outcome-released,2021-05-32,,criteria-met,,', 'joe,withdrawn,2021-05-14,,,,"x'].join('\n'));
    const { output, status } = run(['--csv', path, '--participant', 'joe']);
    expect(status).toBe(1);
    expect(problemsIn(output).map((each) => each.slice(0, 6))).toEqual(['line 5', 'line 6']);
  });

  test.each([
    ['none', [], 'no row registers this participant. Not decided: '],
    [
      'one that cannot be read',
      ['ann,registered,2021-02-30,qtls-2020-10,,,'],
      'no row that can be read registers this participant; see line 7. Not decided: ',
    ],
  ])('without its registration (%s), a participant is not decided, and named with the rows that wait', (_, more, expected) => {
    const { output, status } = decideFile('ann,portfolio-issued,2020-10-01,,,,', 'ann,withdrawn,2020-10-02,,,,', ...more);
    const told = sectionOf(output, 'PARTICIPANTS WHO CANNOT BE DECIDED').join(' ').replace(/\s+/g, ' ');
    expect(told).toContain(`- ann: ${expected}`);
    expect(told).toMatch(/lines 5 to 6$/);
    expect([status, rowOf('PARTICIPANTS:', 'ann', output)]).toEqual([1, undefined]);
  });

  describe('6.2.3: a hand-in that cannot be read leaves its participant marked, wherever the participant is listed', () => {
    const rows = [
      'kim,registered,2020-09-21,qtls-2020-10,,,',
      'kim,adjustments-requested,2020-08-31,,,,',
      'kim,portfolio-issued,2020-10-01,,,,',
      'kim,portfolio-submitted,2021-03-33 09:00,,,,',
      'kim,status-awarded,2021-05-21,,,,',
      'ann,registered,2020-09-21,qtls-2020-10,,,',
      'ann,portfolio-issued,2020-10-01,,,,',
    ];
    const path = file([header, ...rows].join('\n'));
    const appealsPath = file('participant,receivedAt,discussedWithTeam,ground\nkim,2020-12-23,yes,sufficiency-of-support\n');
    const args = ['--csv', path, '--appeals', appealsPath, '--as-of', '2021-10-16'];
    const { output } = run(args);
    const legend = '(!) a row about this participant cannot be read: what is said here may be out of date';

    test.each(['DUTIES OVERDUE', 'ADJUSTMENT REQUESTS', 'SUPPORT APPEALS', 'PARTICIPANTS:'])('in the section %s', (title) => {
      expect(rowOf(title, 'kim', output)?.at(-1)).toMatch(/ \(!\)$/);
      expect(sectionOf(output, title).at(-1)?.trim()).toBe(legend);
      for (const row of rowsOf(title, output).filter((each) => each.includes('ann'))) expect(row.at(-1)).not.toContain('(!)');
    });

    test('among the events refused', () => {
      const told = sectionOf(output, 'EVENTS REFUSED').join(' ');
      expect(told).toContain('kim (!), status awarded');
      expect(told).toContain(legend);
    });

    test('and the days are said as a person says them: 199 days overdue', () => {
      expect(sectionOf(output, 'DUTIES OVERDUE')[0]).toMatch(/days overdue {2}working days {2}/);
      expect(rowOf('DUTIES OVERDUE', 'kim', output)?.slice(1, 3)).toEqual(['199', '138']);
      expect(run([...args, '--participant', 'kim']).output.replace(/\s+/g, ' ')).toContain('(overdue, working days since: 138)');
    });

    test('in the story', () => {
      expect(sectionOf(run([...args, '--participant', 'kim']).output, 'WHERE IT STANDS')[0]).toBe(
        '  - a row about this participant cannot be read: what is said here may be out of date',
      );
      expect(run([...args, '--participant', 'ann']).output).not.toContain('what is said here');
    });

    test('in the page: in its table of duties, among the refusals, and by name', () => {
      const text = run([...args, '--html', 'x.html']).page?.text ?? '';
      const said = '<strong class="late">(a row about this participant cannot be read)</strong>';
      expect(text.split(said).length - 1).toBe(3 + 1); // two duties, one refusal, and the name
      expect(text).toContain(`<a href="#kim">kim</a> ${said}`);
      expect(text).toContain('Days overdue');
      expect(text).not.toMatch(/>-\d+</);
    });

    test('where it is the appeal that cannot be read', () => {
      const bad = file('participant,receivedAt,discussedWithTeam,ground\nann,2020-12-33,yes,sufficiency-of-support\n');
      expect(rowOf('PARTICIPANTS:', 'ann', run(['--csv', path, '--appeals', bad]).output)?.at(-1)).toMatch(/\(!\)$/);
    });

    test('where the id of the row has a mark in it that has no width', () => {
      const hidden = file([header, ...joe, 'joe\u200b,withdrawn,2021-05-14,,,,'].join('\n'));
      expect(rowOf('PARTICIPANTS:', 'joe', run(['--csv', hidden]).output)?.at(-1)).toMatch(/\(!\)$/);
    });
  });

  test('a history that is too long is told, and the others are decided', () => {
    const many = Array.from({ length: 501 }, () => 'ann,adjustments-requested,2020-09-01,,,,');
    const { output, status } = decideFile('ann,registered,2020-09-21,qtls-2020-10,,,', ...many);
    expect(sectionOf(output, 'PARTICIPANTS WHO CANNOT BE DECIDED').join(' ')).toContain('at most 500 accepted events');
    expect([status, rowOf('PARTICIPANTS:', 'joe', output)?.[3]]).toEqual([1, 'submitted']);
  });
});

describe('a file', () => {
  const own = run(['--csv', example('events.csv')]);
  const said = (csv: string | Uint8Array) => {
    const path = file(csv);
    return run(['--csv', path]).output.replaceAll(path, example('events.csv'));
  };

  test('may have a byte order mark, carriage returns and blank lines', () => {
    expect(said(`\uFEFF${events.replaceAll('\n', '\r\n')}\r\n\r\n,,,,,,\r\n`)).toBe(own.output);
  });

  const rowsAs = (change: (line: string) => string) => said(events.trimEnd().split('\n').map(change).join('\n'));
  const daysFirst = (line: string) => line.replace(/,(\d{4})-(\d\d)-(\d\d)(?=[ ,])/, ',$3/$2/$1');
  const worded = (code: string) => `;${code.slice(1, 2).toUpperCase()}${code.slice(2).replaceAll('-', ' ')}`;
  test.each<[string, () => string]>([
    ['empty columns after its last, as a sheet exports them', () => rowsAs((line) => `${line},,`)],
    ['such columns in its rows only', () => rowsAs((line) => (line.startsWith('participant') ? line : `${line},,,`))],
    ['such columns in its header only', () => rowsAs((line) => (line.startsWith('participant') ? `${line},,` : line))],
    ['rows without their empty last cells', () => rowsAs((line) => line.replace(/,+$/, ''))],
    ['an empty column between two', () => rowsAs((line) => line.replace(',', ',,'))],
    ['semicolons', () => rowsAs((line) => line.replaceAll(',', ';'))],
    [
      'semicolons, a byte order mark and empty columns',
      () =>
        said(
          `\uFEFF${events
            .trimEnd()
            .split('\n')
            .map((line) => `${line.replaceAll(',', ';')};;`)
            .join('\r\n')}`,
        ),
    ],
    ['days first, as 31/03/2021 and 31/03/2021 17:00', () => rowsAs(daysFirst)],
    ['midnight beside a bare day, as a sheet shows it', () => rowsAs((line) => daysFirst(line).replace(/(\/\d{4}),/, '$1 00:00,'))],
    [
      'days first, types, outcomes and heads in words, semicolons and a byte order mark',
      () => {
        const [, ...rows] = events.trimEnd().split('\n');
        const inWords = rows.map((row) =>
          daysFirst(row)
            .replaceAll(',', ';')
            .replace(/;[a-z]+-[a-z-]+(?=;)/g, worded),
        );
        return said(`\uFEFF${['Participant;Type;When;Cohort;Review outcome;ID;Note', ...inWords].join('\r\n')}`);
      },
    ],
    ['tabs', () => rowsAs((line) => line.replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\t'))],
  ])('may have %s', (_, output) => {
    expect(output()).toBe(own.output);
  });

  test('may begin with the line that tells a sheet its separator', () => {
    const text = ['sep=;', header, ...joe].join('\n').replaceAll(',', ';');
    expect(run(['--csv', file(text)])).toMatchObject({ status: 0, errors: '' });
  });

  test('may have commas in the cells of a file with semicolons', () => {
    const text = [header, ...joe].map((line) => line.replaceAll(',', ';')).join('\n');
    expect(run(['--csv', file(`${text}\njoe;withdrawn;2021-05-14;;;;left, for good`), '--participant', 'joe']).output).toContain(
      'left, for good',
    );
  });

  test('with a cell under a column that has no name has that cell told', () => {
    const { output, status } = run(['--csv', file(`${header},,\n${joe.join('\n')}\njoe,withdrawn,2021-05-14,,,,,,2021`)]);
    expect(problemsIn(output)).toEqual([
      expect.stringContaining('line 5, column 9: received "2021"; must be empty: its column has no name'),
    ]);
    expect(status).toBe(1);
  });

  test('may have its rows in any order, and its columns', () => {
    const withoutLines = (output: string) => output.replace(/line \d+/g, 'line');
    const [first = '', ...rows] = events.trimEnd().split('\n');
    expect(withoutLines(said([first, ...rows.reverse()].join('\n')))).toBe(withoutLines(own.output));
    const plain = joe.map((line) => line.split(',').reverse().join(','));
    expect(run(['--csv', file([header.split(',').reverse().join(','), ...plain].join('\n'))])).toMatchObject({ status: 0 });
  });

  test('may have nothing but the columns that its rows need, quoted cells and spaces around them', () => {
    const { output, status } = run(['--csv', file('when,"participant", type ,cohort\n2020-09-21, joe ,"registered",qtls-2020-10\n')]);
    expect([status, rowOf('PARTICIPANTS:', 'joe', output)?.[3]]).toEqual([0, 'registered']);
  });

  test('with a column that is not known has that column told, and all its rows decided', () => {
    const { output, status } = run([
      '--csv',
      file('participant,type,when,cohort,surname\njoe,registered,2020-09-21,qtls-2020-10,Bloggs\n'),
    ]);
    expect(problemsIn(output)).toEqual([
      expect.stringContaining('line 1, column 5 (surname): received "surname"; must be one of participant, '),
    ]);
    expect([status, rowOf('PARTICIPANTS:', 'joe', output)?.[3]]).toEqual([1, 'registered']);
    expect(output).not.toContain('Bloggs');
  });

  test('with a header only has no participants', () => {
    expect(run(['--csv', file(header)])).toMatchObject({ status: 0, errors: '' });
  });

  test('of support appeals is checked in the same way', () => {
    const heads = 'participant,receivedAt,discussedWithTeam,ground,respondedOn';
    const rows = [
      'joe,2020-12-23,yes,sufficiency-of-support,',
      'joe,2020-12-23,perhaps,sufficiency-of-support,2020-12-22',
      'ann,2020-12-23,yes,other,',
    ];
    const { output, status } = run(['--csv', file([header, ...joe].join('\n')), '--appeals', file([heads, ...rows].join('\n'))]);
    expect(problemsIn(output)).toEqual([
      expect.stringMatching(/^line 3, column 3 \(discussedWithTeam\): received "perhaps"; must be yes or no/),
      expect.stringMatching(/^line 3, column 5 \(respondedOn\): received "2020-12-22"; must not be before receivedAt/),
      expect.stringMatching(/^line 4, column 1 \(participant\): received "ann"; must be a participant whom .* registers/),
    ]);
    expect([status, rowOf('SUPPORT APPEALS', 'joe', output)?.[3]]).toEqual([1, '2021-01-11']);
  });
});

describe('nothing can be decided', () => {
  const cohortsWith = (deadline: string) =>
    file(JSON.stringify({ cohorts: [{ cohort: { id: 'c', programme: 'QTLS', startsOn: '2020-10-01', submissionDeadline: deadline } }] }));

  test.each([
    ['an unknown option', () => ['--frob'], "Unknown option '--frob'"],
    ['a word too many', () => ['frob'], "Unexpected argument 'frob'"],
    ['an option without its value', () => ['--csv'], 'argument missing'],
    ['a day that is none', () => ['--as-of', '2021-02-30'], '--as-of: received "2021-02-30"; expected a real date'],
    ['a file that is not there', () => ['--csv', 'no/such.csv'], 'no/such.csv cannot be read'],
    ['a folder', () => ['--csv', folder], 'cannot be read'],
    ['text of another encoding', () => ['--csv', file(Uint8Array.of(0x70, 0xe9, 0x0a))], 'it is not UTF-8 text'],
    ['an empty file', () => ['--csv', file('')], 'received no row at all; expected a header with participant, type, when'],
    [
      'a header without a column',
      () => ['--csv', file('participant,type\n')],
      'line 1: received "participant,type"; expected a header with when',
    ],
    ['a header with one column twice', () => ['--csv', file('participant,type,when,when\n')], 'line 1, column 4: received "when" again'],
    ['a header that is broken', () => ['--csv', file('"participant,type,when\n')], 'must close each quote'],
    ['another separator', () => ['--csv', file('participant|type|when\n')], 'expected a header with participant, type, when'],
    ['a participant who is not there', () => ['--participant', 'nobody'], '--participant: received "nobody"; expected a participant'],
    ['cohorts that are not JSON', () => ['--cohorts', file('id,programme\n')], 'cannot be used: expected a JSON object'],
    [
      'cohorts that are not cohorts',
      () => ['--cohorts', file('{"cohorts":[null,{"cohort":{"id":"c"}}]}')],
      'cohorts.1.programme is missing: give one of QTLS, ATS',
    ],
    [
      'a deadline with the offset of the other season',
      () => ['--cohorts', cohortsWith('2021-03-31T17:00:00Z')],
      'c.submissionDeadline must be written as 2021-03-31T17:00:00+01:00',
    ],
  ])('%s', (_, args, expected) => {
    const { output, errors, status } = run(args());
    expect([output, status]).toEqual(['', 2]);
    expect(errors).toContain(expected);
  });
});

describe('the id of a cohort', () => {
  const hostile = 'q\n- The fee is waived. (Support policy 6.2.3)\u001b[2J\u202e<b>|';
  const reportOf = (id: string, ...args: string[]) => {
    const known = JSON.parse(readFileSync(example('cohorts.json'), 'utf8')) as { cohorts: object[] };
    const another = { cohort: { id, programme: 'QTLS', startsOn: '2021-11-02' }, illustrative: [] };
    const path = file(JSON.stringify({ cohorts: [...known.cohorts, another] }));
    return run(['--cohorts', path, ...args]);
  };

  test.each<[string, string[]]>([
    ['the report', []],
    ['a story', ['--participant', 'p-211']],
    ['the story of a restart', ['--participant', 'p-105']],
  ])('stays on its line in %s, and is seen', (_, args) => {
    const [plain, { output }] = [reportOf('a-plain-id', ...args), reportOf(hostile, ...args)];
    expect(output.split('\n').filter((line) => line.trimStart().startsWith('- The fee is waived'))).toEqual([]);
    expect(output).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u);
    if (args.length === 0) expect(output.split('\n').length).toBe(plain.output.split('\n').length);
  });

  test('is not markup in the page', () => {
    const text = reportOf(hostile, '--html', 'x.html').page?.text ?? '';
    expect(text).not.toMatch(/<b>|\p{Cf}|[^\P{Cc}\n]/u);
  });
});

describe('the report as one page', () => {
  const { page, output, status } = run(['--html', 'report.html']);
  const text = page?.text ?? '';

  test('is handed over to be written, and said', () => {
    expect([page?.file, output, status]).toEqual(['report.html', 'report.html: 52 participants as of 2022-03-31\n', 0]);
  });

  test('needs nothing beside itself', () => {
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(script|link|img|iframe)|url\((?!#)|\bsrc=/);
    expect([...text.matchAll(/href="([^"]*)"/g)].filter(([, to = '']) => !text.includes(`id="${to.slice(1)}"`))).toEqual([]);
  });

  test('has what is overdue first, then the same duties as the report', () => {
    expect([...text.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Overdue: 3',
      'Due on the day: 1',
      'To come: 12',
      'No limit stated: 5',
      'May be done, and nobody has to: 6',
      'Events refused by the policy: 13',
      'Everyone',
    ]);
    const rows = (title: string) =>
      [...(text.split(`<h2>${title}`)[1]?.split('</table>')[0] ?? '').matchAll(/href="#(p-\d+)"/g)].map(([, id]) => id);
    expect(rows('Overdue')).toEqual(rowsOf('DUTIES OVERDUE').map((row) => row[5]));
    expect(rows('Due on the day')).toEqual(rowsOf('DUTIES DUE ON THE DAY').map((row) => row[5]));
    expect(rows('May be done')).toEqual(
      rowsOf('WHAT MAY BE DONE')
        .slice(0, -1)
        .map((row) => row[5]),
    );
    expect(text).toMatch(/Time is over: <a href="#p-110">p-110<\/a> \(resubmit portfolio, up to 2021-10-31 17:00\)/);
  });

  test('has a timeline for each portfolio', () => {
    expect(text.split('<svg ').length - 1).toBe(59);
  });

  test('says what cannot be read, and lets nothing in a file be markup', () => {
    const bad = run([
      '--html',
      'x.html',
      '--csv',
      file(`${header}\njoe,registered,2020-09-21,qtls-2020-10,,,\n<b>&,withdrawn,2021-05-14,,,,\n`),
    ]);
    expect(bad.status).toBe(1);
    expect(bad.page?.text).toContain('Rows that cannot be read: 1');
    expect(bad.page?.text).toContain('received &quot;&lt;b&gt;&amp;&quot;');
    expect(bad.page?.text).not.toContain('<b>');
  });
});

describe('--compare', () => {
  const compared = (changes: string) => run(['--compare', changes]);

  test.each([
    [
      '3.1.1: a clear month',
      'notice-boundary=clear-month',
      'Of 9 cases, 9 would get another answer, because of the interpretation "notice boundary".',
    ],
    ['9.1: fifteen working days', '9.1=15', 'Of 10 cases, 6 would get another answer, because of the limit of Support policy 9.1.'],
    [
      '6.2.3: nothing settled where nothing was resubmitted',
      'never-resubmitted=not-settled-here',
      'Of 52 participants, 2 would get another position, because of the interpretation "never resubmitted".',
    ],
  ])('%s', (_, changes, line) => {
    expect(compared(changes)).toMatchObject({ status: 0, errors: '' });
    expect(compared(changes).output).toContain(line);
  });

  test('names the participant of each request and of each appeal that would be answered otherwise', () => {
    const { output } = compared('notice-boundary=clear-month,9.1=15');
    expect(output).toMatch(/\n {2}- p-\d+: The case: the date of the request: /);
    expect(output).toMatch(
      /\n {2}- p-103: The case: whether the support was discussed with the Team: yes; what the appeal is about: sufficiency of support; /,
    );
  });

  test('says that no appeals were compared where none were given, and not that none would be answered otherwise', () => {
    const { output } = run(['--compare', '9.1=15', '--csv', file(`${header}\np-1,registered,2020-09-21,qtls-2020-10,,,\n`)]);
    expect(sectionOf(output, 'SUPPORT APPEALS: NOT COMPARED')).toEqual(['  No file of appeals was given: name one with --appeals.']);
    expect(output).not.toContain('SUPPORT APPEALS: WHAT WOULD CHANGE');
  });

  test('stands at the top of the page, with the same sentences as in print, and what is below it is by the policy', () => {
    const changes = 'notice-boundary=clear-month,9.1=15';
    const text = run(['--compare', changes, '--html', 'x.html']).page?.text ?? '';
    expect([...text.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title).slice(0, 2)).toEqual([
      `What would change: ${changes}`,
      'Overdue: 3',
    ]);
    const [, part = ''] = /<section aria-labelledby="would-change">([\s\S]*?)<\/section>/.exec(text) ?? [];
    const words = part
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, ' ');
    for (const line of compared(changes)
      .output.split('\n')
      .filter((each) => each.startsWith('  ')))
      expect(words).toContain(line.replace(/^ +(- )?/, '').replace(/\s+/g, ' '));
    const rest = text.replace(/<section aria-labelledby="would-change">[\s\S]*?<\/section>/, '').replace(/\s+/g, ' ');
    expect(rest).toBe(run(['--html', 'x.html']).page?.text.replace(/\s+/g, ' '));
  });

  test('refuses a change that is not one, in print and as a page, and says what is', () => {
    expect(run(['--compare', 'x=1', '--html', 'x.html'])).toMatchObject({ status: 2, output: '' });
    expect(compared('x=1')).toMatchObject({ status: 2, output: '' });
    expect(compared('x=1').errors).toMatch(
      /expected an interpretation or a clause with a limit, such as notice-boundary=clear-month or 9\.1=15/,
    );
    expect(compared('notice-boundary=x').errors).toMatch(/notice-boundary must be one of inclusive, clear-month/);
  });
});

test('names what a date-setter would look at again, each with its clause or as advice', () => {
  expect(sectionOf(report.output, 'DATES TO LOOK AT AGAIN')).toContainEqual(
    expect.stringMatching(/qtls-2021-01 .*the length differs from what the policy describes {2}support\/4\.1/),
  );
});
