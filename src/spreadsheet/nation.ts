// The nation whose bank holidays count, as a cell names it.
import { anyPartOfUk, northernIreland, scotland } from '../calendar/nations.js';
import { once } from '../data/objects.js';
import { definePolicy, standardPolicy, type Policy } from '../policy/policy.js';
import { oneWordOf, orElse, type Argument } from './arguments.js';
import { asWord } from './cell.js';
import { help } from './help.js';

const names = ['england-and-wales', 'scotland', 'northern-ireland', 'any-part-of-uk'] as const;
export type Nation = (typeof names)[number];

/** The standard policy with each nation's calendar, made once. */
export const nations: Readonly<Record<Nation, () => Policy>> = {
  'england-and-wales': () => standardPolicy,
  scotland: /* @__PURE__ */ once(() => definePolicy({ calendar: scotland })),
  'northern-ireland': /* @__PURE__ */ once(() => definePolicy({ calendar: northernIreland })),
  'any-part-of-uk': /* @__PURE__ */ once(() => definePolicy({ calendar: anyPartOfUk })),
};

/** Names of one of two nations that share their bank holidays. */
const ofTheTwo: readonly string[] = ['england', 'wales'];

export function aNation(): Argument<Nation> {
  const one = oneWordOf(
    names,
    help('Whose bank holidays count; those of England and Wales where it is left out. England or Wales alone means the same.'),
  );
  const read: Argument<Nation>['read'] = (cell, reading) =>
    ofTheTwo.includes(asWord(cell)) ? 'england-and-wales' : one.read(cell, reading);
  return orElse<Nation>({ ...one, read }, 'england-and-wales');
}
