// From when an edition is in force: the month that it prints is part of its name, and a month begins on its first day.
import type { PlainDate } from '../calendar/days.js';
import type { EditionId } from './choices.js';

/** An edition whose name has the month that it prints. */
export type DatedEdition = Extract<EditionId, `${'award-appeals' | 'objections' | 'member-action'}@${string}`>;

/** The first day on which an edition is in force. */
export function inForceFrom(edition: DatedEdition): PlainDate {
  return `${edition.slice(edition.indexOf('@') + 1)}-01` as PlainDate;
}
