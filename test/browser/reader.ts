// What a reader may rely on: what was recorded, entered and loaded is there as it was, until the reader changes it, or says yes to losing it.
import { londonDate, type Cohort, type Instant } from '../../src/index.js';
import { historyOf, sampleCohorts, sampleRegister, type Entry } from './files.js';
import type { Seen } from './seen.js';
import type { Did } from './steps.js';

/** What the page asked, and whether the reader said yes. */
export type Answers = readonly boolean[];

/** A case as the reader last saw it. */
interface Held {
  readonly whose: string;
  readonly joined: string;
  /** Those that were seen; nothing before the case is. */
  readonly events: readonly string[] | undefined;
  readonly total: number;
  readonly isEntered: boolean;
  /** How often something was recorded or taken back while the page had no answer, and listed nothing. */
  readonly unseen: number;
}
const NEW: Held = { whose: '', joined: '', events: undefined, total: 0, isEntered: false, unseen: 0 };

/** Everything that the reader relies on. Places are the entries of the history, with the case that each showed. */
export interface Reader {
  readonly cohorts: readonly Cohort[];
  /** The register that is loaded: its rows, or none where the file is no register. */
  readonly register: readonly Entry[] | undefined;
  readonly cases: readonly Held[];
  readonly current: number;
  readonly places: ReadonlyMap<string, number>;
  /** What was entered by hand: the facts of each rule, the dates of a letter, what was told. */
  readonly entered: ReadonlyMap<string, string>;
}
export const newReader: Reader = {
  cohorts: sampleCohorts,
  register: undefined,
  cases: [NEW],
  current: 0,
  places: new Map(),
  entered: new Map(),
};

/** What comes of a step: what the reader relies on then, and what is wrong, by the check that says so. */
export interface Outcome {
  readonly reader: Reader;
  readonly faults: readonly (readonly [check: string, what: string])[];
}

const dayOf = (event: string): string => {
  const { at, on } = JSON.parse(event) as { readonly at?: Instant; readonly on?: string };
  return at === undefined ? String(on) : londonDate(at);
};

/** Compares what is shown after a step with what the reader relied on. */
export function relied(reader: Reader, before: Seen, did: Did, seen: Seen, answers: Answers): Outcome {
  const isRefused = answers.includes(false);
  const isAgreed = answers.length > 0 && !isRefused;
  if (did.kind === 'reload') return reloaded(reader, before, seen, answers);
  const faults: (readonly [string, string])[] = [];
  if (seen.view !== before.view && seen.entry === before.entry)
    faults.push(['history', `Back does not lead from ${seen.view} to ${before.view}, which it took the place of`]);
  const loaded = loadedBy(reader, did, seen, isRefused);
  const isReplaced = isOwn(reader) && !isOwn(loaded) && !isAgreed;
  if (isReplaced) faults.push(['loss', 'the sample took the place of the files that were chosen, without a question']);
  const entered = enteredIn(reader.entered, did, seen, isAgreed);
  const shown = caseShown(loaded, before, did, seen, { isRefused, isAgreed });
  return { reader: { ...shown.reader, entered: entered.entered }, faults: [...faults, ...entered.faults, ...shown.faults] };
}

const isOwn = ({ cohorts, register }: Reader): boolean =>
  cohorts !== sampleCohorts || (register !== undefined && register !== sampleRegister);

/** A reload loses only what the reader agreed to lose; with a draft, or after a no, all is as it was. */
function reloaded(reader: Reader, before: Seen, seen: Seen, answers: Answers): Outcome {
  const isSame = before.keepsDraft || answers.includes(false);
  if (isSame) {
    const changed = (['view', 'nation', 'readings', 'line', 'events', 'recorded', 'told', 'rows'] as const).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(seen[name]),
    );
    const fields = Object.keys(before.fields).filter((id) => !/^event-|^told/.test(id) && before.fields[id] !== seen.fields[id]);
    const lost = [...changed, ...fields];
    return { reader, faults: lost.length > 0 ? [['reload', `a reload changed ${lost.join(', ')}`]] : [] };
  }
  const unsaved = reader.cases.filter(({ isEntered }) => isEntered).map(({ total }) => `${total} events`);
  const lost = [...unsaved, ...reader.entered.keys()]; // a file is still the reader's: the page says to choose it again
  const faults =
    lost.length > 0 && answers.length === 0 ? [['reload', `a reload lost ${lost.join(', ')} without a question`] as const] : [];
  return { reader: atStart(seen), faults };
}

/** What a reader relies on who has just opened the page at an address. */
export function atStart(seen: Seen): Reader {
  const opened = sampleAt(seen.address) ? { ...newReader, register: sampleRegister } : newReader;
  return caseShown(opened, seen, { says: 'opened', kind: 'other' }, seen, { isRefused: false, isAgreed: false }).reader;
}

const sampleAt = (address: string): boolean => address.includes('#cohort?') && address.includes('example=a-whole-cohort');

/** The register and the cohorts that are loaded after a step. */
function loadedBy(reader: Reader, did: Did, seen: Seen, isRefused: boolean): Reader {
  if (isRefused) return reader;
  const isOld = did.kind === 'back' || did.kind === 'forward';
  const isSample = did.kind === 'link' ? sampleAt(did.to ?? '') : isOld && !reader.places.has(seen.entry) && sampleAt(seen.address);
  if (did.kind === 'sample' || isSample) return { ...reader, cohorts: sampleCohorts, register: sampleRegister };
  if (did.kind !== 'file') return reader;
  const { to, file } = did;
  if (to === 'csv' && file?.text.startsWith('PK')) return reader; // a workbook, which is not read
  if (to === 'csv') return { ...reader, register: file?.register ?? [] };
  return to === 'cohorts-file' && file?.cohorts ? { ...reader, cohorts: file.cohorts } : reader;
}

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

interface Said {
  readonly isRefused: boolean;
  readonly isAgreed: boolean;
}

/** Which case is shown, and whether it is as it was left. */
function caseShown(reader: Reader, before: Seen, did: Did, seen: Seen, said: Said): Outcome {
  if (seen.view !== 'case') return { reader: { ...reader, places: new Map([...reader.places, [seen.entry, reader.current]]) }, faults: [] };
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
    reader: { ...reader, cases, current: at, places: new Map([...reader.places, [seen.entry, at]]) },
    faults: [...left, ...faults, ...fromFile],
  };
}

function whichCase(reader: Reader, before: Seen, did: Did, seen: Seen, { isRefused }: Said): number {
  if (isRefused) return reader.current;
  const known = did.kind === 'back' || did.kind === 'forward' ? reader.places.get(seen.entry) : undefined;
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

/** What was typed into the facts of a rule, or into the dates of a letter, and what was told: it stays until the reader changes it. */
function enteredIn(
  held: Reader['entered'],
  did: Did,
  seen: Seen,
  isAgreed: boolean,
): { readonly entered: Reader['entered']; readonly faults: Outcome['faults'] } {
  if (seen.view === 'ask' && seen.told.length > 0) return { entered: new Map([...held, ['what was told', seen.told.join()]]), faults: [] };
  const place = placeOf(seen);
  if (place === undefined) return { entered: held, faults: [] };
  const [name, prefix] = place;
  const shown = JSON.stringify(Object.entries(seen.fields).filter(([id]) => id.startsWith(prefix)));
  const was = held.get(name);
  const isTyped = / in select | into /.test(did.says) && did.says.includes(prefix);
  if (isTyped) return { entered: new Map([...held, [name, shown]]), faults: [] };
  if (isAgreed && was !== undefined && was !== shown) {
    const rest = new Map(held);
    rest.delete(name);
    return { entered: rest, faults: [] };
  }
  const isLost = was !== undefined && was !== shown;
  return { entered: held, faults: isLost ? [['loss', `${name}: ${was} became ${shown}`]] : [] };
}

/** Where a reader types what is kept: the facts of a rule, or the dates of a letter. */
function placeOf({ view, fields }: Seen): readonly [name: string, prefix: string] | undefined {
  if (view === 'question') return [`the facts of ${fields['rule'] ?? ''}`, 'fact-'];
  return view === 'dates' && fields['dates-cohort'] === 'letter' ? ['the letter', 'letter-'] : undefined;
}
