// Which edition governs on a day: the month that an edition prints is part of its name, a month begins on its first day, and the next edition ends its time.
import type { PlainDate } from '../calendar/dates.js';
import type { EditionId } from './choices.js';
import { deepFreeze } from '../data/freeze.js';

/** An edition whose name has the month that it prints. */
export type DatedEdition = Extract<EditionId, `${'award-appeals' | 'objections' | 'member-action'}@${string}`>;

/** Editions of which each took the place of the next in the list: the latest first. */
export type Succession = readonly DatedEdition[];

/** The editions on the challenge to a decision, the latest first. */
export const onChallenges: Succession = /* @__PURE__ */ deepFreeze(['objections@2024-07', 'objections@2022-11', 'award-appeals@2020-09']);

/** The editions on the conduct of members, the latest first. */
export const onConduct: Succession = /* @__PURE__ */ deepFreeze(['member-action@2023-10', 'member-action@2020-09']);

/** The first day on which an edition is in force. */
export function inForceFrom(edition: DatedEdition): PlainDate {
  return `${edition.slice(edition.indexOf('@') + 1)}-01` as PlainDate;
}

/** The edition in force on a day; none before the oldest that is held. */
export function governingOn(editions: Succession, day: PlainDate): DatedEdition | undefined {
  return editions.find((edition) => day >= inForceFrom(edition));
}
