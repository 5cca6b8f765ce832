// The nation whose bank holidays count, as a cell names it.
import { anyPartOfUk, northernIreland, scotland } from '../calendar/nations.js';
import { once } from '../data/memo.js';
import { definePolicy, standardPolicy, type Policy } from '../policy/policy.js';
import { oneWordOf, optional, type Argument } from './arguments.js';
import { asWord } from './cell.js';
import { help } from './help.js';

const names = ['england-and-wales', 'scotland', 'northern-ireland', 'any-part-of-uk'] as const;

/** The standard policy with each nation's calendar, made once. */
const policies: Readonly<Record<(typeof names)[number], () => Policy>> = {
  'england-and-wales': () => standardPolicy,
  scotland: /* @__PURE__ */ once(() => definePolicy({ calendar: scotland })),
  'northern-ireland': /* @__PURE__ */ once(() => definePolicy({ calendar: northernIreland })),
  'any-part-of-uk': /* @__PURE__ */ once(() => definePolicy({ calendar: anyPartOfUk })),
};

/** Names of one of two nations that share their bank holidays. */
const ofTheTwo: readonly string[] = ['england', 'wales'];

/** Makes the argument that names a nation; it is read as the standard policy with that nation's calendar. */
export function aNation(): Argument<Policy> {
  const named = oneWordOf(
    names,
    help('Whose bank holidays count; those of England and Wales where it is left out. England or Wales alone means the same.'),
  );
  const read: Argument<Policy>['read'] = (cell, reading) => {
    const isDefault = named.isBlank(cell, reading.sheet) || ofTheTwo.includes(asWord(cell));
    return policies[isDefault ? 'england-and-wales' : named.read(cell, reading)]();
  };
  return { ...optional(named), read };
}
