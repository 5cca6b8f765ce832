// The files that a reader chooses: each is written from data, so that what the page shows of it can be worked out from the same data.
import { readFileSync } from 'node:fs';
import cohortsFile from '../../examples/cohort/cohorts.json' with { type: 'json' };
import {
  inOrder,
  londonInstant,
  replay,
  type Case,
  type CaseEvent,
  type Cohort,
  type PlainDate,
  type Registration,
} from '../../src/index.js';

/** One row of a register: a registration, or an event, at a day or at a time in London. */
export interface Entry {
  readonly participant: string;
  readonly type: string;
  readonly when: string;
  readonly cohort?: string;
  readonly outcome?: string;
  readonly id?: string;
}

/** A file, and what it says where it is a good one. */
export interface Offered {
  readonly name: string;
  readonly text: string;
  readonly register?: readonly Entry[];
  readonly cohorts?: readonly Cohort[];
  readonly case?: { readonly registration: Registration; readonly events: readonly CaseEvent[] };
}

export const sampleCohorts: readonly Cohort[] = cohortsFile.cohorts.map(({ cohort }) => cohort as Cohort);

/** The sample register, read as plainly as it is written: the note comes last, and is left out. */
export const sampleRegister: readonly Entry[] = readFileSync('examples/cohort/events.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [participant = '', type = '', when = '', cohort = '', outcome = '', id = ''] = line.split(',');
    return { participant, type, when, ...(cohort && { cohort }), ...(outcome && { outcome }), ...(id && { id }) };
  });

const ownCohorts: readonly Cohort[] = [
  {
    id: 'qtls-2025-10',
    programme: 'QTLS',
    startsOn: '2025-10-01',
    submissionDeadline: '2026-03-31T17:00:00+01:00',
    resubmissionDeadline: '2026-10-31T17:00:00+00:00',
  },
  { id: 'ats-2025-11', programme: 'ATS', startsOn: '2025-11-03', submissionDeadline: '2026-05-29T17:00:00+01:00' },
];

const [own, ats] = [{ cohort: 'qtls-2025-10' }, { cohort: 'ats-2025-11' }];
const ownRegister: readonly Entry[] = [
  { participant: 'ann', type: 'registered', when: '2025-09-20', ...own },
  { participant: 'ann', type: 'portfolio-issued', when: '2025-10-01' },
  { participant: 'ann', type: 'portfolio-submitted', when: '2026-03-31 17:00' },
  { participant: 'bob', type: 'registered', when: '2025-09-30', ...own },
  { participant: 'bob', type: 'supporter-appointed', when: '2025-10-10' },
  { participant: 'bob', type: 'portfolio-issued', when: '2025-10-02' },
  { participant: 'cid', type: 'registered', when: '2025-10-20', ...ats },
  { participant: 'cid', type: 'portfolio-issued', when: '2025-11-04' },
  { participant: 'cid', type: 'portfolio-submitted', when: '2026-05-01 09:30' },
  { participant: 'cid', type: 'outcome-released', when: '2026-06-30', outcome: 'criteria-not-met' },
];
const sampled: readonly Entry[] = [
  { participant: 'dee', type: 'registered', when: '2020-09-21', cohort: 'qtls-2020-10' },
  { participant: 'dee', type: 'portfolio-issued', when: '2020-10-01' },
  { participant: 'eve', type: 'registered', when: '2021-01-04', cohort: 'qtls-2021-01' },
];

const heads = ['participant', 'type', 'when', 'cohort', 'reviewOutcome'] as const;
const cellsOf = ({ participant, type, when, cohort = '', outcome = '' }: Entry): string[] => [participant, type, when, cohort, outcome];
const plain = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;
/** As a British office saves a sheet: a byte-order mark, semicolons, days day first, codes in words. */
const office = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(asTyped).join(';')).join('\r\n')}\r\n`;

function asTyped(cell: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d))?/.exec(cell) ?? [];
  if (year !== undefined) return `${day}/${month}/${year}${time && ` ${time}`}`;
  return /^(portfolio|supporter|outcome|criteria)-/.test(cell)
    ? `${cell.charAt(0).toUpperCase()}${cell.slice(1).replaceAll('-', ' ')}`
    : cell;
}

const cohortHeads = ['id', 'programme', 'startsOn', 'submissionDeadline', 'resubmissionDeadline'] as const;
const cohortRows = [[...cohortHeads], ...ownCohorts.map((each) => cohortHeads.map((head) => each[head] ?? ''))];
const atDeadline = '2026-03-31T17:00:00+01:00';

/** A case of 2025, as the library stores it, and as the page downloads it. */
const registration: Registration = { participant: 'p-7', cohort: ownCohorts[0] as Cohort, registeredOn: '2025-09-20' };
const events: readonly CaseEvent[] = inOrder([
  { type: 'portfolio-issued', on: '2025-10-01' },
  { type: 'portfolio-submitted', at: atDeadline },
]);
const stored: Case = replay(registration, events).case;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
/** The case of participant p-7, as the library stores it. */
export const storedCase: string = json(stored);

/** By the id of the field that they are chosen in, what does not belong there among them. */
export const offered: Readonly<Record<string, readonly Offered[]>> = {
  csv: [
    { name: 'team-2025.csv', text: office([heads, ...ownRegister.map(cellsOf)]), register: ownRegister },
    { name: 'team-plain.csv', text: plain([heads, ...ownRegister.map(cellsOf)]), register: ownRegister },
    { name: 'team-2020.csv', text: office([heads, ...sampled.map(cellsOf)]), register: sampled },
    { name: 'both.csv', text: plain([heads, ...[...sampled, ...ownRegister].map(cellsOf)]), register: [...sampled, ...ownRegister] },
    { name: 'not-a-register.csv', text: 'name,colour\nann,blue\n' },
    { name: 'team.xlsx', text: 'PK\u0003\u0004' },
  ],
  'cohorts-file': [
    { name: 'cohorts-2025.csv', text: office(cohortRows), cohorts: ownCohorts },
    { name: 'cohorts-2025.json', text: json({ cohorts: ownCohorts.map((cohort) => ({ cohort })) }), cohorts: ownCohorts },
    { name: 'cohorts-plain.csv', text: plain(cohortRows), cohorts: ownCohorts },
    { name: 'impossible.csv', text: plain(cohortRows).replace('2026-03-31T', '2024-03-31T') },
    { name: 'broken.json', text: '{"cohorts": [' },
  ],
  'case-file': [
    { name: 'stored.json', text: storedCase, case: { registration, events } },
    { name: 'p-7.1.json', text: json({ registration, events, asOf: '2026-04-30' }), case: { registration, events } },
    { name: 'half.json', text: storedCase.slice(0, 60) },
    { name: 'no-case.json', text: json({ registration: { participant: 'p-7' }, events: [] }) },
  ],
  '': [{ name: 'diary.ics', text: 'BEGIN:NOTHING\r\n' }],
};

/** The registration of a participant in a register, and the events; nothing where the cohort is not known. */
export function historyOf(register: readonly Entry[], participant: string, cohorts: readonly Cohort[]) {
  const rows = register.filter((row) => row.participant === participant);
  const known = (id?: string): Cohort | undefined => cohorts.find((each) => each.id === id);
  const first = rows.find(({ type }) => type === 'registered');
  const cohort = known(first?.cohort);
  if (first === undefined || cohort === undefined) return undefined;
  const recorded = rows.filter(({ type }) => type !== 'registered').map((row) => eventOf(row, known(row.cohort)));
  return {
    registration: { participant, cohort, registeredOn: first.when as PlainDate },
    events: recorded.length > 0 ? inOrder(recorded) : [],
  };
}

function eventOf({ type, when, outcome, id }: Entry, cohort: Cohort | undefined): CaseEvent {
  const isTimed = type === 'portfolio-submitted' || type === 'portfolio-resubmitted';
  const [day = '', time = ''] = when.split(' ');
  const at = !isTimed ? { on: when } : { at: time === '' ? when : londonInstant(day as PlainDate, time) };
  return { type, ...at, ...(outcome && { reviewOutcome: outcome }), ...(cohort && { cohort }), ...(id && { id }) } as CaseEvent;
}
