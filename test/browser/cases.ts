// Which case is shown, and whether it is as the reader left it: event by event, whatever was looked at in between.
import { londonDate, type Instant } from '../../src/index.js';
import { historyOf } from './files.js';
import type { Outcome, Reader } from './reader.js';
import type { Seen } from './seen.js';
import type { Did } from './steps.js';

/** A case as the reader last saw it. */
export interface Held {
  readonly whose: string;
  readonly joined: string;
  /** Those that were seen; nothing before the case is. */
  readonly events: readonly string[] | undefined;
  readonly total: number;
  readonly isEntered: boolean;
  /** How often something was recorded or taken back while the page had no answer, and listed nothing. */
  readonly unseen: number;
}
export const NEW: Held = { whose: '', joined: '', events: undefined, total: 0, isEntered: false, unseen: 0 };

const dayOf = (event: string): string => {
  const { at, on } = JSON.parse(event) as { readonly at?: Instant; readonly on?: string };
  return at === undefined ? String(on) : londonDate(at);
};

/** Whether a step puts another case in the place of the one that is shown. */
function opensCase({ cases, current }: Reader, did: Did, seen: Seen): boolean {
  if (did.kind === 'opens' || did.kind === 'person') return true;
  if (did.kind === 'file') return did.to === 'case-file' && did.file?.case !== undefined;
  const isWay = did.kind === 'back' || did.kind === 'forward';
  const to = isWay ? seen.address : did.kind === 'link' ? (did.to ?? '') : '';
  const query = new URLSearchParams(to.split('?')[1]);
  const cohort = query.get('cohort');
  return to.includes('#case') && (query.has('example') || (cohort !== null && cohort !== cases[current]?.joined));
}

export interface Said {
  readonly isRefused: boolean;
  readonly isAgreed: boolean;
}

/** Which case is shown, and whether it is as it was left. */
export function caseShown(reader: Reader, before: Seen, did: Did, seen: Seen, said: Said): Outcome {
  if (seen.view !== 'case') return { reader, faults: [] };
  const held = reader.cases[reader.current] ?? NEW;
  const at = whichCase(reader, before, did, seen, said);
  const isLeft = at !== reader.current && held.isEntered && !said.isAgreed;
  const left = isLeft ? [['loss', `another case took the place of ${held.total} events without a question`] as const] : [];
  const of = at === reader.current || at < reader.cases.length ? (reader.cases[at] ?? NEW) : NEW;
  const { now, faults } = compare(of, did, seen);
  const cases = [...reader.cases];
  cases[at] = now;
  const fromFile = of.events === undefined ? fileFaults(reader, did, seen, said.isRefused) : [];
  return {
    reader: { ...reader, cases, current: at },
    faults: [...left, ...faults, ...fromFile],
  };
}

function whichCase(reader: Reader, before: Seen, did: Did, seen: Seen, { isRefused }: Said): number {
  if (isRefused) return reader.current;
  const known = did.kind === 'back' || did.kind === 'forward' ? reader.places.get(seen.entry)?.case : undefined;
  if (known !== undefined) return known;
  const held = reader.cases[reader.current] ?? NEW;
  const isOther = opensCase(reader, did, seen) && (seen.entry !== before.entry || !held.isEntered);
  return isOther ? reader.cases.length : reader.current;
}

/** A case beside what the reader saw of it: nothing is gone, and nothing came, but what the step did. */
function compare(held: Held, did: Did, seen: Seen): { readonly now: Held; readonly faults: Outcome['faults'] } {
  const isSaved = did.kind === 'save';
  const acts = Number(did.kind === 'record' || did.kind === 'take-back');
  const { whose, fields, events, outcome, recorded } = seen;
  const joined = fields['joined'] ?? '';
  const wrongly = held.events !== undefined && held.whose !== whose ? [['loss', `${held.whose} became ${whose}`] as const] : [];
  if (outcome === undefined || events === undefined)
    return { now: { ...held, whose, joined, unseen: held.unseen + acts }, faults: wrongly };
  const isEntered = !isSaved && (held.isEntered || (did.kind === 'record' && recorded > held.total));
  const now = { whose, joined, events: [...events], total: recorded, isEntered, unseen: 0 };
  if (held.events === undefined) return { now, faults: wrongly };
  const waits = held.unseen + acts;
  const asOf = fields['as-of'] ?? '';
  const gone = without(
    held.events.filter((event) => dayOf(event) <= asOf),
    events,
  );
  const later = without(held.events, events).filter((event) => dayOf(event) > asOf);
  const allowedGone = did.kind === 'take-back' || held.unseen > 0 ? waits : 0;
  const lost = gone.length > allowedGone ? [['loss', `gone: ${gone.join(' ')}`] as const] : [];
  const counted =
    Math.abs(recorded - held.total) > waits ? [['loss', `${held.total} events were recorded, ${recorded} are there`] as const] : [];
  return { now: { ...now, events: [...events, ...later] }, faults: [...wrongly, ...lost, ...counted] };
}

/** Those of a list that another does not have, each as often as it is missing. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return list.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Whether a case that was opened from a file, or from the team's table, has the events that it has there. */
function fileFaults(reader: Reader, { kind, to = '', file }: Did, seen: Seen, isRefused: boolean): Outcome['faults'] {
  const ofPerson = kind === 'person' && reader.register ? historyOf(reader.register, to, reader.cohorts) : undefined;
  const expected = ofPerson ?? (kind === 'file' ? file?.case : undefined);
  if (expected === undefined || isRefused || seen.outcome === undefined) return [];
  const { participant } = expected.registration;
  const [wanted, shown] = [expected.events.map((event) => JSON.stringify(event)), seen.events ?? []];
  const asOf = seen.fields['as-of'] ?? '';
  const missing = without(
    wanted.filter((event) => dayOf(event) <= asOf),
    shown,
  );
  const isWhole = missing.length === 0 && seen.recorded === wanted.length && seen.whose.includes(participant);
  return isWhole
    ? []
    : [
        [
          'opened',
          `${participant} has ${wanted.length} events; shown are ${seen.recorded} of ${seen.whose}; missing: ${missing.join(' ')}`,
        ],
      ];
}
