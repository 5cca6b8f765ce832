// What the library says of the team's table: for each participant of the file that was chosen, the row that has to be shown.
import {
  inOrder,
  inWords,
  isInvalidFacts,
  labels,
  londonDate,
  openCase,
  plainDate,
  position,
  replayChain,
  type AnyPolicy,
  type CaseEvent,
  type Cohort,
  type PlainDate,
} from '../../src/index.js';
import { historyOf, type Entry } from './files.js';
import type { Seen, SeenRow } from './seen.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const dayOf = (event: CaseEvent): PlainDate => ('at' in event ? londonDate(event.at) : event.on);

/** The row of a participant on a day; nothing where the cohort is not known. */
function rowOf(
  register: readonly Entry[],
  participant: string,
  cohorts: readonly Cohort[],
  asOf: PlainDate,
  policy: AnyPolicy,
): SeenRow | undefined {
  const history = historyOf(register, participant, cohorts);
  if (history === undefined) return undefined;
  const { registration, events } = history;
  const row = { participant, cohort: registration.cohort.id, stage: 'Not registered yet', waits: '', due: '', status: '' };
  if (registration.registeredOn > asOf) return row;
  const happened = events.filter((event) => dayOf(event) <= asOf);
  const { cases } = replayChain(registration, happened.length > 0 ? inOrder(happened) : [], policy);
  const last = cases.at(-1) ?? openCase(registration);
  const { duties } = position(last, asOf, policy);
  const duty = duties.find(({ status }) => status !== 'lapsed') ?? duties[0];
  return {
    ...row,
    cohort: last.cohort.id,
    stage: capital(labels.stage[last.stage]),
    waits: duty ? `${capital(labels.role[duty.owedBy])}${duty.kind === 'opportunity' ? ' may' : ''}: ${labels.duty[duty.what]}` : '',
    due: duty?.deadline ? inWords(duty.deadline.due) : '',
    status: duty?.status ?? '',
  };
}

/** What is wrong with the team's table, if anything is. `register` is what was chosen: nothing before that, and no row where the file is none. */
export function teamFault(
  seen: Seen,
  register: readonly Entry[] | undefined,
  cohorts: readonly Cohort[],
  policy: AnyPolicy,
): string | undefined {
  const shown = seen.rows.map(({ participant }) => participant);
  const asOf = seen.fields['cohort-as-of'] ?? '';
  if (register === undefined || register.length === 0 || !isDay(asOf))
    return shown.length > 0 ? `it shows ${String(shown)}; there is nothing to show` : undefined;
  const ids = [...new Set(register.map(({ participant }) => participant))];
  const all = ids.flatMap((id) => rowOf(register, id, cohorts, asOf, policy) ?? []);
  const expected = all.filter((row) => isAskedFor(row, seen.fields));
  const wrong = expected.flatMap((row) => {
    const found = seen.rows.find(({ participant }) => participant === row.participant);
    return JSON.stringify(found) === JSON.stringify(row)
      ? []
      : [`it shows ${JSON.stringify(found)}; the library says ${JSON.stringify(row)}`];
  });
  const others = shown.filter((id) => !expected.some(({ participant }) => participant === id));
  const untold = ids.filter((id) => !all.some(({ participant }) => participant === id) && !seen.problems.includes(id));
  const firstOther = seen.rows.findIndex(({ status }) => status !== 'overdue');
  const isInOrder = firstOther < 0 || seen.rows.slice(firstOther).every(({ status }) => status !== 'overdue');
  const isStuck = all.length < ids.length && !seen.takes.includes('cohorts-file');
  return [
    ...wrong,
    ...others.map((id) => `it shows ${id}, who is not asked for`),
    ...untold.map((id) => `${id} is neither shown nor told of`),
    ...(isInOrder ? [] : ['what is overdue does not come first']),
    ...(isStuck
      ? [`of ${ids.length} participants of a sound file ${all.length} are decided, and the page takes no file of their cohorts`]
      : []),
  ][0];
}

function isDay(text: string): text is PlainDate {
  try {
    return plainDate(text) === text;
  } catch (error) {
    if (isInvalidFacts(error)) return false;
    throw error;
  }
}

/** Whether a row is one of those that the fields above the table ask for. */
function isAskedFor({ participant, cohort, stage, status }: SeenRow, fields: Seen['fields']): boolean {
  const text = (fields['filter-text'] ?? '').trim().toLowerCase();
  const [ofStage, ofStatus] = [fields['filter-stage'] ?? '', fields['filter-status'] ?? ''];
  const isOfStage = ofStage === '' || (ofStage === 'not-registered' ? stage === 'Not registered yet' : stage === stageName(ofStage));
  return [participant, cohort].some((each) => each.toLowerCase().includes(text)) && isOfStage && (ofStatus === '' || status === ofStatus);
}

const stageName = (stage: string): string => capital((labels.stage as Readonly<Record<string, string>>)[stage] ?? stage);
