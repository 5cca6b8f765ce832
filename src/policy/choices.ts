// What a policy chooses between, in codes alone: the readings of the words and the editions of the documents. The sentences are in
// `readings.ts` and `editions.ts`, apart, because this file is part of every bundle.
import { choices, type ClauseId } from './ids.js';
import { deepFreeze, onceForEach } from '../data/objects.js';
import type { PlainDate } from '../calendar/dates.js';

/** A reading that a policy can choose. @since 0.1.0 */
export type SelectableReadingId = keyof typeof choices;

/** An entry of the register of readings. `working-day-calendar` is chosen by the policy's calendar and has no options. @since 0.1.0 */
export type ReadingId = SelectableReadingId | 'working-day-calendar';

/** One choice for each reading. @since 0.1.0 */
export type Readings = { readonly [K in SelectableReadingId]: (typeof choices)[K][number] };

/** The choices of each reading, default first. */
export const readingChoices: typeof choices = /* @__PURE__ */ deepFreeze(choices);

/* @__NO_SIDE_EFFECTS__ */
function firstOfEach(): Readings {
  return Object.freeze(Object.fromEntries(Object.entries(choices).map(([id, [first]]) => [id, first]))) as Readings;
}

/**
 * The default choice of every reading.
 *
 * @example defaultReadings['notice-month'] // => 'count-back'
 * @since 0.1.0
 */
export const defaultReadings: Readings = /* @__PURE__ */ firstOfEach();

/** A document of SET, whether it is included, included in part, or only referred to. @since 0.1.0 */
export type DocumentId =
  | 'support'
  | 'code-page'
  | 'code-of-practice'
  | 'suitability'
  | 'member-action'
  | 'complaints'
  | 'award-appeals'
  | 'objections'
  | 'conditions'
  | 'teachers-standards'
  | 'adjustments'
  | 'privacy'
  | 'qtls-terms'
  | 'ats-terms';

const ids = [
  'support@professional-status-team',
  'support@etf-staff',
  'code-page@professional-practice',
  'award-appeals@2020-09',
  'objections@2022-11',
  'objections@2024-07',
  'member-action@2020-09',
  'member-action@2023-10',
  'suitability@2020-09',
  'suitability@2023-01',
  'adjustments@etf',
  'conditions@2020-10',
  'conditions@2023-09',
  'conditions@2025-02',
] as const;

/** An edition of a document, as `document@edition`. A date is part of the name only where the document prints one. @since 0.1.0 */
export type EditionId = (typeof ids)[number];

/** An edition of the conditions of membership. @since 0.1.0 */
export type ConditionsEdition = Extract<EditionId, `conditions@${string}`>;

/** Every edition that a policy can choose, those of one document together and in order. */
export const editionIds: typeof ids = /* @__PURE__ */ deepFreeze(ids);

const partlyHeld = {
  'support@etf-staff': ['support/2.3'],
  'member-action@2023-10': ['member-action/evidence'],
  'suitability@2023-01': ['suitability/factors'],
} as const;

/**
 * The editions of which only some of the clauses that the library knows of their document are held, and which those are. Of an edition
 * that is not here, every such clause is held, also where `Edition.held` says that its own text is held in part. Which edition of the objections policy governs goes by a challenge's day.
 */
export const heldInPart: { readonly [K in EditionId]?: readonly ClauseId[] } = /* @__PURE__ */ deepFreeze(partlyHeld);

/** An edition with every clause that the library knows of its document, though its own text may be included only in part, as `Edition.held` says. @since 0.1.0 */
export type HeldEditionId = Exclude<EditionId, keyof typeof partlyHeld>;

/**
 * The editions that a policy takes unless told otherwise: one for each document of which the sources' own edition is included.
 *
 * @example sourceEditions[0] // => 'support@professional-status-team'
 * @since 0.1.0
 */
// Contemporaneous with the two sources is the set that names the same things as they do (Professional Status Team, Code of
// Professional Practice, awards appeals) and prints September or October 2020. No edition of the objections policy is among them: it
// came in November 2022, in the place of the awards appeals policy. The adjustments policy that is held names ETF, as only the later
// support policy does, and deals with requests on which 6.2.2 is silent; so the edition to which the sources refer is not held.
export const sourceEditions: readonly HeldEditionId[] = /* @__PURE__ */ deepFreeze([
  'support@professional-status-team',
  'code-page@professional-practice',
  'award-appeals@2020-09',
  'member-action@2020-09',
  'suitability@2020-09',
  'conditions@2020-10',
] as const);

/** An edition whose name has the month that it prints. */
export type DatedEdition = Extract<EditionId, `${'award-appeals' | 'objections' | 'member-action'}@${string}`>;

/** Editions of which each took the place of the next in the list: the latest first. */
export type Succession = readonly DatedEdition[];

/** The editions on the challenge to a decision, the latest first. */
export const onChallenges: Succession = /* @__PURE__ */ deepFreeze(['objections@2024-07', 'objections@2022-11', 'award-appeals@2020-09']);

/** The editions on the conduct of members, the latest first. */
export const onConduct: Succession = /* @__PURE__ */ deepFreeze(['member-action@2023-10', 'member-action@2020-09']);

export const inForceFrom: (edition: DatedEdition) => PlainDate = /* @__PURE__ */ onceForEach(
  (edition) => `${edition.slice(edition.indexOf('@') + 1)}-01` as PlainDate,
);

/** Returns the edition in force on a day; none before the oldest that is held. */
export function governingOn(editions: Succession, day: PlainDate): DatedEdition | undefined {
  return editions.find((edition) => day >= inForceFrom(edition));
}
