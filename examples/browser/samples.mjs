// The cohorts and the register that come with the page: samples, unless the page was made with cohorts that SET published.
import cohortsText from '../cohort/cohorts.json';
import sampleText from '../cohort/events.csv';
import { readCohorts } from '../cohort/read.mjs';

/** @import { KnownCohorts } from '../cohort/read.mjs' */
/** @import { Known } from './state.mjs' */

/** @param {KnownCohorts} known @returns {readonly Known[]} */
export const listOf = (known) => [...known.values()];

/** The sample cohorts. */
export const sampleCohorts = listOf(readCohorts('cohorts.json', cohortsText));

const published = /** @type {string | undefined} */ (/** @type {any} */ (globalThis).publishedCohorts);
/** The cohorts that were put into the page when it was made; nothing where it has the samples. */
export const publishedCohorts = published === undefined ? undefined : listOf(readCohorts('cohorts.json', published));

/** The sample register, in the sample cohorts. */
export const sampleRegister = {
  cohorts: sampleCohorts,
  cohortsFrom: undefined,
  file: { name: 'events.csv', text: sampleText },
  isOwn: false,
  asOf: /** @type {const} */ ('2022-03-31'),
  wrong: {},
  filter: { text: '', stage: '', status: '' },
};
