// Values that no caller should send, made afresh each time: some of them break on touch.
import { createContext, runInContext } from 'node:vm';

/** The one other realm: with hundreds of them, tests that ran later in the same process took ten times as long. */
const realm = createContext({});
const inOtherRealm = (code: string): unknown => runInContext(code, realm) as unknown;

const cyclic = (): unknown => {
  const ring: Record<string, unknown> = { id: 'ring' };
  ring['self'] = ring;
  return ring;
};
const cyclicList = (): unknown => {
  const ring: unknown[] = [];
  ring.push(ring);
  return ring;
};
const revoked = (of: object): unknown => {
  const { proxy, revoke } = Proxy.revocable(of, {});
  revoke();
  return proxy;
};
/** Every trap throws, whatever is done. */
const trapped = (of: object): unknown =>
  new Proxy(
    of,
    new Proxy(
      {},
      {
        get() {
          throw new Error('a trap');
        },
      },
    ),
  );
const deep = (): unknown => {
  let nest: unknown = [];
  for (let depth = 0; depth < 10_000; depth++) nest = depth % 2 === 0 ? { nest } : [nest];
  return [nest, nest];
};
/** Refuses to be turned into text or a number, or to be read. */
const sullen = (): unknown => {
  const refuse = (): never => {
    throw new Error('refused');
  };
  return { toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse, then: refuse };
};
class Foreign {
  readonly type = 'portfolio-issued';
  readonly stage = 'registered';
}

/** Never a fact, wherever it stands. */
export const never: Readonly<Record<string, () => unknown>> = {
  NaN: () => NaN,
  Infinity: () => Infinity,
  '-Infinity': () => -Infinity,
  'a symbol': () => Symbol('no fact'),
  'a bigint': () => 20210110n,
  'a function': () => () => '2021-01-10',
  'a class': () => Foreign,
  '10,000 characters': () => 'x'.repeat(10_000),
  '10,000 characters that begin with a date': () => `2021-01-10${'0'.repeat(10_000)}`,
  'a ring': cyclic,
  'a list that holds itself': cyclicList,
  'a getter that throws': () => ({
    get id(): never {
      throw new Error('a getter');
    },
  }),
  'a getter that throws nothing at all': () => Object.defineProperty({}, 'type', { enumerable: true, get: thrower(undefined) }),
  'a proxy that traps': () => trapped({}),
  'a list that traps': () => trapped([]),
  'a function that traps': () => trapped(() => undefined),
  'a revoked proxy': () => revoked({}),
  'a revoked list': () => revoked([]),
  'a date object': () => new Date(NaN),
  'a map': () => new Map([['type', 'portfolio-issued']]),
  'a boxed string': () => Object('2021-01-10') as unknown,
  'a boxed number': () => Object(1) as unknown,
  'a promise': () => Promise.resolve('2021-01-10'),
  'an object of a class': () => new Foreign(),
  'a regular expression': () => /2021-01-10/,
  'a date object of another realm': () => inOtherRealm('new Date(0)'),
  'a map of another realm': () => inOtherRealm('new Map([["type", "withdrawn"]])'),
  'a function of another realm': () => inOtherRealm('() => "2021-01-10"'),
  'a getter of another realm that throws': () => inOtherRealm('({ get type() { throw new TypeError("elsewhere") } })'),
  'a proxy of another realm that traps': () => inOtherRealm('new Proxy([], new Proxy({}, { get() { throw new TypeError("elsewhere") } }))'),
  'a deep nest': deep,
  'a list with a hole': () => new Array(3) as unknown,
  'a list of which the middle is a hole': () => withHole('2021-01-10', '2021-01-11'),
  'rows with a hole, and a row that is one': () => withHole(withHole('2021-01-10', 1), new Array(2)),
  'a list of nothing': () => [undefined],
  'what refuses to be text': sullen,
  'polluting JSON': () => JSON.parse('{"__proto__":{"polluted":true,"type":"withdrawn"}}') as unknown,
  'keys of every object': () => ({ constructor: 1, toString: 2, hasOwnProperty: 3, valueOf: 4 }),
};

/** A list of two, with nothing between them. */
function withHole(first: unknown, last: unknown): unknown {
  const list: unknown[] = new Array(3);
  list[0] = first;
  list[2] = last;
  return list;
}

function thrower(value: unknown): () => never {
  return () => {
    throw value;
  };
}

/** A fact somewhere perhaps, though not where it is put. */
export const odd: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  '-0': () => -0,
  zero: () => 0,
  'a fraction': () => 1.5,
  'a big number': () => Number.MAX_VALUE,
  true: () => true,
  false: () => false,
  'no text': () => '',
  'a blank': () => ' ',
  none: () => 'none',
  __proto__: () => '__proto__',
  constructor: () => 'constructor',
  toString: () => 'toString',
  'a lone surrogate': () => '\uD800',
  'a date': () => '2021-01-10',
  'the first date': () => '1900-01-01',
  'the last date': () => '2199-12-31',
  'an instant': () => '2021-01-10T17:00:00Z',
  'the first instant': () => '1996-01-01T00:00:00Z',
  'the last instant': () => '2199-12-31T23:59:59Z',
  'an empty list': () => [],
  'an empty object': () => ({}),
  'an empty list of another realm': () => inOtherRealm('[]'),
  'an empty object of another realm': () => inOtherRealm('({})'),
  'an empty object without a prototype': () => Object.create(null) as unknown,
};

/** Large enough to tell a bound from none; each is tried in few places. */
export const huge: Readonly<Record<string, () => unknown>> = {
  'a list of 4,294,967,295': () => endless(),
  'a list of 2,000': () => new Array(2_000).fill({}) as unknown,
  'an object of 2,000 keys': () => Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`key ${index}`, index])),
};

/** As long as a list can be, and empty; whoever walks it is stopped, and remembered. */
let walked = 0;
/** How far an endless list was walked since this was last asked. */
export function stepsTaken(): number {
  const steps = walked;
  walked = 0;
  return steps;
}
function endless(): unknown {
  const step = (): undefined => {
    if (++walked > 200_000) throw new Error('walks an endless list');
    return undefined;
  };
  return new Proxy([], {
    get: (of, key): unknown =>
      key === 'length' ? 4_294_967_295 : typeof key === 'symbol' ? Reflect.get(of, key) : (step(), Reflect.get(of, key)),
    has: () => (step(), true),
    getOwnPropertyDescriptor: (of, key) => (step(), Reflect.getOwnPropertyDescriptor(of, key)),
  });
}

/** Not dates, though some look it. */
export const impossibleDates: readonly unknown[] = [
  '2021-02-29',
  '2021-02-30',
  '2021-04-31',
  '2021-13-01',
  '2021-00-10',
  '2021-01-00',
  '2021-01-32',
  '1900-02-29',
  '1899-12-31',
  '2200-01-01',
  '0000-01-01',
  '2021-1-1',
  '21-01-10',
  '20210110',
  '2021/01/10',
  '10-01-2021',
  ' 2021-01-10',
  '2021-01-10 ',
  '2021-01-10\n',
  '+2021-01-10',
  '2021-01-1٠',
  '２０２１-０１-１０',
  '2021–01–10',
  '2021-01-10T',
  20210110,
  44206,
  new Date(Date.UTC(2021, 0, 10)),
  ['2021-01-10'],
  { year: 2021, month: 1, day: 10 },
];

/** Not instants, though some look it. */
export const impossibleInstants: readonly unknown[] = [
  '2021-02-30T17:00:00Z',
  '2021-01-10T24:00:00Z',
  '2021-01-10T25:00:00Z',
  '2021-01-10T17:60:00Z',
  '2021-01-10T17:00:60Z',
  '2021-01-10T17:00:00',
  '2021-01-10T17:00',
  '2021-01-10T17Z',
  '2021-01-10 17:00:00Z',
  '2021-01-10t17:00:00z',
  '2021-01-10T17:00:00.1Z',
  '2021-01-10T17:00:00.1234Z',
  '2021-01-10T17:00:00,000Z',
  '2021-01-10T17:00:00+24:00',
  '2021-01-10T17:00:00+01:60',
  '2021-01-10T17:00:00+0100',
  '2021-01-10T17:00:00+01',
  '2021-01-10T17:00:00−01:00',
  '2021-01-10T17:00:00[Europe/London]',
  '2021-01-10T17:00:00Z\n',
  '+002021-01-10T17:00:00Z',
  '2021-W01-7T17:00:00Z',
  1610298000000,
  new Date(Date.UTC(2021, 0, 10, 17)),
];

/** Keys that no object of ours has, some of which every object inherits. */
export const strangeKeys: readonly string[] = [
  'extra',
  '',
  ' ',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '__proto__',
  '__defineGetter__',
  'length',
  '0',
  'x'.repeat(10_000),
];
