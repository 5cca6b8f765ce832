// The duties of a case as an iCalendar diary (RFC 5545): each an entry that keeps its UID, and is revised against the diary that came before.
import { invalid } from '../data/issues.js';
import { objectOf, optional, readArguments, readerOf, type Reader } from '../data/reading.js';
import type { Duty } from '../machine/duties.js';
import { entriesOf, LAST_SEQUENCE, uidOf, diaryText, type Entry } from './calendar.js';
import { basicForm, cancelledEntry, entryOf, isSame, dayTold, type DatedDuty } from './entry.js';
import { aHost, anId, someDuties } from './reading.js';

/** The owner of a diary, and the diary that it follows. @since 0.1.0 */
export interface DiaryOptions {
  /** The host's opaque id of the case (no name): the entries of one id are one diary. The case that a restart opens has another. */
  readonly id: string;
  /**
   * The domain name of the system that keeps the case, such as `cases.example.org`. Give it where an id may be another system's too, as `0` may: an
   * entry is known in the whole world by what is due, the id and the host. Give it from the first diary on, and always the same.
   */
  readonly host?: string | undefined;
  /** The text of the diary that was given before, if one was: its entries are revised, and those no longer due are cancelled. */
  readonly previous?: string | undefined;
}

/**
 * Makes an iCalendar diary of what is owed: an all-day entry for a date, an entry in London time for an instant; a duty without a deadline has none.
 *
 * Given the `previous` diary, a moved deadline revises its entry (`SEQUENCE` goes up), the entry of a duty that is met or has ended is cancelled and
 * says so in its summary, and an entry that says the same stays as it is, byte for byte. There is no clock: `DTSTAMP` is the day as of which the duties were told when the entry last changed.
 * @throws `InvalidFacts` on malformed duties, two duties of one kind, an id or host that is none, a `previous` that is not a diary of this id and host, and one in which an entry
 * to be revised has the last `SEQUENCE` that there is, 2147483647.
 * @example icalendar([], { id: 'p-1' }).split('\r\n')[0] // => 'BEGIN:VCALENDAR'
 * @since 0.1.0
 */
export function icalendar(duties: readonly Duty[], options: DiaryOptions): string {
  const { duties: owed, options: chosen } = readArguments({ duties: someDuties, options: someOptions() }, { duties, options });
  const { previous } = chosen;
  const known = previous === undefined ? new Map<string, Entry>() : entriesOf(previous, chosen);
  const dated = owed.filter((duty): duty is DatedDuty => duty.deadline !== undefined);
  const today = stampOf(dated);
  const entries = new Map<string, Entry>();
  for (const duty of dated) {
    const uid = uidOf(duty.what, chosen);
    entries.set(uid, revisedEntry(known.get(uid), entryOf(duty), today));
  }
  for (const [uid, entry] of known) if (!entries.has(uid)) entries.set(uid, revisedEntry(entry, cancelledEntry(entry.says), today));
  return diaryText(entries);
}

const MOST_TEXT = 1_000_000;
const someOptions = (): Reader<DiaryOptions> =>
  objectOf({
    id: anId,
    host: optional(aHost),
    previous: optional(
      readerOf<string>(
        (value) => typeof value === 'string' && value.length <= MOST_TEXT,
        `must be the text of a diary, of at most ${MOST_TEXT} characters`,
        (value) => (typeof value === 'string' ? 'out-of-range' : undefined),
      ),
    ),
  });

/** Returns the last day as of which any of these was told, as a stamp. */
function stampOf(dated: readonly DatedDuty[]): string {
  const latest = dated.map(dayTold).sort().at(-1);
  return latest === undefined ? '' : `${basicForm(latest)}T000000Z`;
}

/** Returns the same entry where it says the same; else its next revision, which is never stamped before the last. */
function revisedEntry(before: Entry | undefined, says: readonly string[], today: string): Entry {
  if (before === undefined) return { says, sequence: 0, stamp: today };
  if (isSame(before.says, says)) return before;
  if (before.sequence === LAST_SEQUENCE)
    throw invalid(['options', 'previous'], `must not hold the last SEQUENCE that there is, ${LAST_SEQUENCE}`, undefined);
  return { says, sequence: before.sequence + 1, stamp: today > before.stamp ? today : before.stamp };
}
