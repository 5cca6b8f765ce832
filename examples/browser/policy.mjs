// The policy that the switches make, and the names of its parts.
import { definePolicy } from 'professional-status';
import { anyPartOfUk, englandAndWales, northernIreland, scotland } from 'professional-status/calendar';

export const nations = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
  'any-part-of-uk': anyPartOfUk,
};
/** @type {Record<string, string>} */
export const nationNames = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'any-part-of-uk': 'any part of the UK',
};

/** The calendar of the chosen nation. @param {{ nation: string }} of */
export const calendarOf = ({ nation }) => nations[/** @type {keyof typeof nations} */ (nation)];

/** The policy that the switches make. @param {{ nation: string, readings: Record<string, string> }} of */
export const policyOf = (of) => definePolicy({ calendar: calendarOf(of), readings: of.readings });
