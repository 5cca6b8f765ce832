// Clause 3.1.1: was a reasonable adjustment asked for at least one month before the start?
import { assessAdjustmentRequest } from 'professional-status';
import { plain, strict } from './by-hand.mjs';
import { noticeWithLuxon, noticeWithTemporal } from './peers/date-libraries.mjs';
import { jsonRulesEngine } from './peers/json-rules-engine.mjs';
import { withDateFns } from './with-date-fns.mjs';

const starts = ['2020-10-01', '2021-01-10', '2021-03-31', '2024-03-30', '2025-02-28'];
const inputs = starts.flatMap((programmeStartsOn) =>
  Array.from({ length: 100 }, (_, days) => ({ requestedOn: daysBefore(programmeStartsOn, days - 10), programmeStartsOn })),
);

/** @param {string} date @param {number} days */
function daysBefore(date, days) {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}

/** @type {import('./measure.mjs').Work} */
export const timeliness = {
  title: 'Adjustment timeliness (3.1.1)',
  unit: 'decision',
  note: 'Ratios are to the hand-written floor that also validates its facts and gives a fresh, deep-frozen answer.',
  inputs,
  contenders: {
    'professional-status': assessAdjustmentRequest,
    'by hand, no checks': plain,
    'by hand, strict': strict,
    'date-fns, no checks': withDateFns,
    'temporal-polyfill, no checks': noticeWithTemporal,
    'luxon, no checks': noticeWithLuxon,
    'json-rules-engine with date-fns': jsonRulesEngine,
  },
  reference: 'by hand, strict',
  targets: { 'professional-status': { atMost: 1.3 } },
  essence: ({ outcome, detail }) => ({ outcome, detail }),
};
