// Records every answer of a built library, so that two builds can be compared: node test/tools/record-answers.mjs DIST CASES CELLS OUT
// DIST is a folder that tsup has built, CASES a folder of cases as in dist/vectors, CELLS a list of [function, cells] as JSON. Prints a digest for each kind of
// answer, and writes the answers themselves to OUT, a line each, so that a difference can be found with diff.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = '', casesFolder = '', cellsFile = '', out = ''] = process.argv.slice(2);
/** @param {string} entry @returns {Promise<any>} */
const load = (entry) => import(pathToFileURL(resolve(dist, entry)).href);
const [library, calendars, cells] = await Promise.all([load('index.js'), load('calendar.js'), load('spreadsheet.js')]);
const nations = Object.fromEntries(
  ['englandAndWales', 'scotland', 'northernIreland', 'anyPartOfUk'].map((name) => [calendars[name].id, calendars[name]]),
);
mkdirSync(out, { recursive: true });

/** @param {() => any} work @returns {any} */
const tried = (work) => {
  try {
    return work();
  } catch (caught) {
    const error = /** @type {any} */ (caught);
    return { thrown: error.name, issues: error.issues ?? String(error) };
  }
};
/** @param {any} [options] */
const policyOf = ({ readings, calendar, editions } = {}) =>
  library.definePolicy({ ...(readings && { readings }), ...(editions && { editions }), ...(calendar && { calendar: nations[calendar] }) });

/** The order of an object's keys is not part of an answer. @param {string} _ @param {any} value */
const sorted = (_, value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** @type {Record<string, string[]>} */
const recorded = {};
/** @param {string} kind @param {unknown} line */
const record = (kind, line) => (recorded[kind] ??= []).push(JSON.stringify(line, sorted));

const files = readdirSync(casesFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(casesFolder, name), 'utf8')));

for (const { rule: id, vectors } of files.filter((file) => 'rule' in file)) {
  const rule = library.rules[id];
  for (const { name, facts, policy: options } of vectors) {
    const policy = policyOf(options);
    const decision = tried(() => rule(facts, policy));
    record('decisions', [id, name, decision]);
    record('explanations', [id, name, tried(() => library.explain(decision, policy))]);
    record('receipts', [id, name, tried(() => library.receipt(rule, facts, policy))]);
    record('changes', [id, name, tried(() => library.whatWouldChange(rule, facts, policy))]);
    record('readings', [id, name, tried(() => library.underEveryReading(rule, facts, policy))]);
    for (const left of [undefined, ...Object.keys(facts)]) {
      const known = Object.fromEntries(Object.entries(facts).filter(([key]) => key !== left));
      record('given', [id, name, left, tried(() => rule.given(known, policy)), tried(() => library.questionsFor(rule, known, policy))]);
    }
  }
}

for (const { machine: id, vectors } of files.filter((file) => 'machine' in file)) {
  const machine = library.procedures?.[id] ?? library[id];
  for (const { name, opening, given = [], tries, policy: options } of vectors) {
    const policy = policyOf(options);
    const at = tried(() => machine.replay(opening, given, policy));
    for (const each of tries ?? []) {
      const answer = tried(() =>
        each.asOf ? machine.position(at.case, each.asOf, policy) : machine.transition(at.case, each.when, policy),
      );
      record('procedures', [id, name, each.when ?? each.asOf, answer, tried(() => library.explain(answer, policy))]);
    }
  }
}

// Random histories, by a generator that is stated here, so that two builds are asked the same.
let seed = 20210331;
/** @param {number} n */
const draw = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
};
/** @param {readonly any[]} list @returns {any} */
const oneOf = (list) => list[draw(list.length)];
/** @param {string} day @param {number} n @returns {string} */
const dayFrom = (day, n) => calendars.addDays(day, n);
const cohorts = [
  {
    id: 'q1',
    programme: 'QTLS',
    startsOn: '2020-10-01',
    entryCloses: '2020-10-07',
    submissionDeadline: '2021-03-31T17:00:00+01:00',
    resubmissionDeadline: '2021-10-31T17:00:00+00:00',
  },
  {
    id: 'q2',
    programme: 'QTLS',
    startsOn: '2021-01-10',
    entryOpens: '2020-12-01',
    entryCloses: '2021-01-07',
    submissionDeadline: '2021-06-30T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
  },
  { id: 'q3', programme: 'QTLS', startsOn: '2021-10-01', entryCloses: '2021-10-07', submissionDeadline: '2022-03-31T17:00:00+01:00' },
  { id: 'q4', programme: 'QTLS', startsOn: '2022-01-10' },
  {
    id: 'a1',
    programme: 'ATS',
    startsOn: '2021-10-04',
    entryCloses: '2021-08-31',
    submissionDeadline: '2022-10-03T17:00:00+01:00',
    resubmissionDeadline: '2023-03-31T17:00:00+01:00',
  },
  { id: 'a2', programme: 'ATS', startsOn: '2023-04-03' },
];
const steps = [
  'portfolio-issued',
  'supporter-appointed',
  'mentor-requested',
  'mentor-appointed',
  'adjustments-requested',
  'special-arrangement-agreed',
  'portfolio-submitted',
  'submission-deadline-missed',
  'review-started',
  'outcome-released',
  'feedback-issued',
  'portfolio-resubmitted',
  'resubmission-deadline-missed',
  'second-review-started',
  'status-awarded',
  'restarted',
  'withdrawn',
];
const path = [
  'portfolio-issued',
  'portfolio-submitted',
  'review-started',
  'outcome-released',
  'feedback-issued',
  'portfolio-resubmitted',
  'second-review-started',
  'outcome-released',
  'restarted',
];
/** @param {string} type @param {string} on */
const eventOf = (type, on) => {
  if (type.startsWith('portfolio-') && type !== 'portfolio-issued')
    return { type, at: `${on}T${oneOf(['09:00:00', '16:00:00', '16:00:01', '17:00:00', '17:00:01'])}Z` };
  if (type === 'outcome-released') return { type, on, reviewOutcome: oneOf(['criteria-met', 'criteria-not-met', 'criteria-not-met']) };
  if (type === 'restarted') return { type, on, cohort: oneOf(cohorts) };
  return { type, on };
};
/** @returns {readonly [any, any[], readonly any[]]} */
const history = () => {
  const cohort = oneOf(cohorts);
  const registeredOn = dayFrom(cohort.startsOn, draw(60) - 45);
  const dates = [cohort.submissionDeadline, cohort.resubmissionDeadline].filter(Boolean).map((at) => at.slice(0, 10));
  let day = registeredOn;
  let next = 0;
  const events = Array.from({ length: 2 + draw(12) }, () => {
    const type = draw(3) > 0 && next < path.length ? path[next++] : oneOf(steps);
    day = dates.length > 0 && draw(4) === 0 ? dayFrom(oneOf(dates), draw(5) - 2) : dayFrom(day, draw(70) - 5);
    const event = eventOf(type, day);
    return draw(12) === 0 ? { ...event, id: `e-${draw(3)}` } : event;
  });
  return [{ participant: 'p', cohort, registeredOn, ...(draw(5) === 0 ? { portfolio: 2 } : {}) }, events, [registeredOn, ...dates, day]];
};
const choices = library.readings;
const policies = [
  library.standardPolicy,
  ...Array.from({ length: 15 }, () => {
    const some = Object.values(choices).filter(({ options }) => options.length > 0 && draw(3) === 0);
    return library.definePolicy({
      readings: Object.fromEntries(some.map(({ id, options }) => [id, oneOf(options).choice])),
      calendar: oneOf(Object.values(nations)),
    });
  }),
];
for (let index = 0; index < 20_000; index++) {
  const [registration, events, moments] = history();
  const policy = draw(2) === 0 ? policies[0] : oneOf(policies);
  const { case: reached, steps: taken } = library.replay(registration, events, policy);
  record('histories', [
    index,
    reached,
    taken.map((/** @type {any} */ { case: { stage, history: before }, ...rest }) => [stage, before.length, rest]),
  ]);
  const asOf = dayFrom(oneOf(moments), draw(7) - 3);
  const position = tried(() => library.position(reached, asOf, policy, draw(2) === 0 ? { cohorts } : undefined));
  record('positions', [index, asOf, position]);
  if (index % 10 === 0) {
    record('told', [
      index,
      taken.map((/** @type {any} */ step) => library.explain(step, policy)),
      tried(() => library.explain(position, policy)),
    ]);
    record('stored', [index, tried(() => library.readCase(JSON.parse(JSON.stringify(reached))))]);
    record('chains', [index, tried(() => library.replayChain(registration, library.inOrder(events), policy))]);
  }
}

for (const [name, given] of JSON.parse(readFileSync(cellsFile, 'utf8'))) record('cells', [name, given, tried(() => cells[name](...given))]);

for (const [kind, lines] of Object.entries(recorded)) {
  writeFileSync(join(out, `${kind}.jsonl`), `${lines.join('\n')}\n`);
  console.log(
    `${kind.padEnd(14)} ${String(lines.length).padStart(7)}  ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`,
  );
}
