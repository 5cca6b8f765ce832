// What a reader may rely on: what was recorded, entered and loaded is there as it was, until the reader changes it, or says yes to losing it.
import type { Cohort } from '../../src/index.js';
import { caseShown, NEW, type Held } from './cases.js';
import { sampleCohorts, sampleRegister, type Entry } from './files.js';
import type { Seen } from './seen.js';
import type { Did } from './steps.js';

/** What the page asked, and whether the reader said yes. */
export type Answers = readonly boolean[];

/** What an entry of the history showed when it was last seen. */
interface Place {
  readonly case: number;
  readonly shown: Readonly<Record<string, string | undefined>>;
}

/** Everything that the reader relies on. Places are the entries of the history. */
export interface Reader {
  readonly cohorts: readonly Cohort[];
  /** The register that is loaded: its rows, or none where the file is not a register. */
  readonly register: readonly Entry[] | undefined;
  readonly cases: readonly Held[];
  readonly current: number;
  readonly places: ReadonlyMap<string, Place>;
  /** The cohort that was chosen under “My dates”, also while it is not among those offered. */
  readonly chosen: string;
  /** What was entered by hand: the facts of each rule, the dates of a letter, what was told. */
  readonly entered: ReadonlyMap<string, string>;
}
const newReader: Reader = {
  cohorts: sampleCohorts,
  register: undefined,
  cases: [NEW],
  current: 0,
  places: new Map(),
  chosen: '',
  entered: new Map(),
};

/** What comes of a step: what the reader relies on then, and what is wrong, by the check that says so. */
export interface Outcome {
  readonly reader: Reader;
  readonly faults: readonly (readonly [check: string, what: string])[];
}

/** Compares what is shown after a step with what the reader relied on. */
export function relied(reader: Reader, before: Seen, did: Did, seen: Seen, answers: Answers): Outcome {
  const isRefused = answers.includes(false);
  const isAgreed = answers.length > 0 && !isRefused;
  if (did.kind === 'reload') return reloaded(reader, before, seen, answers);
  const faults: (readonly [string, string])[] = [];
  if (seen.view !== before.view && seen.entry === before.entry)
    faults.push(['history', `Back does not lead from ${seen.view} to ${before.view}, which it took the place of`]);
  const loaded = loadedBy(reader, did, seen, isRefused);
  const place = did.kind === 'back' || did.kind === 'forward' ? reader.places.get(seen.entry) : undefined;
  const due: Place['shown'] = isRefused || place === undefined ? {} : { ...place.shown, cohort: offeredOf(place.shown['cohort'], loaded) };
  const moved = Object.entries(due).filter(([name, was]) => shownAt(seen)[name] !== was);
  for (const [name, was] of moved)
    faults.push(['history', `${did.kind} leads to ${name} ${shownAt(seen)[name] ?? ''}, where it was ${was ?? ''}`]);
  const isReplaced = isOwn(reader) && !isOwn(loaded) && !isAgreed;
  if (isReplaced) faults.push(['loss', 'the sample took the place of the files that were chosen, without a question']);
  const entered = enteredIn(reader.entered, did, seen, isAgreed);
  const shown = caseShown(loaded, before, did, seen, { isRefused, isAgreed });
  const chosen = chosenIn(place?.shown['cohort'] ?? reader.chosen, loaded, did, seen);
  const at = { ...shownAt(seen), ...(seen.view === 'dates' && { cohort: chosen }) };
  const places = new Map([...reader.places, [seen.entry, { case: shown.reader.current, shown: at }]]);
  return { reader: { ...shown.reader, places, chosen, entered: entered.entered }, faults: [...faults, ...entered.faults, ...shown.faults] };
}

/** What an entry of the history has to show again: the view, and what was chosen or asked in it. */
const shownAt = ({ view, fields, asking }: Seen): Place['shown'] => ({
  view,
  rule: fields['rule'],
  cohort: fields['dates-cohort'],
  question: asking,
});

/** What can be shown of a chosen cohort: none where cohorts that were loaded have taken its place. */
const offeredOf = (id: string | undefined, { cohorts }: Reader): string | undefined =>
  id === undefined || id === 'letter' || cohorts.some((each) => each.id === id) ? id : '';

/** The cohort that is chosen after a step: one that is not offered stays chosen until the reader chooses anew. */
function chosenIn(before: string, loaded: Reader, { says }: Did, { view, fields }: Seen): string {
  if (view !== 'dates') return before;
  const shown = fields['dates-cohort'] ?? '';
  const isChosenAnew = / in select dates-(cohort|programme)$/.test(says);
  return shown === '' && !isChosenAnew && offeredOf(before, loaded) === '' ? before : shown;
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
  const { reader } = caseShown(opened, seen, { says: 'opened', kind: 'other' }, seen, { isRefused: false, isAgreed: false });
  return { ...reader, places: new Map([[seen.entry, { case: 0, shown: shownAt(seen) }]]), chosen: shownAt(seen)['cohort'] ?? '' };
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
