// Where a test decides alone: of each test of each rule two cases that are alike in what every other test finds, with two outcomes. They are searched for among the cases of the rule and those beside them.
import { addDays, londonDate } from 'professional-status/calendar';
import { readings, rules } from 'professional-status';
import { policyOf, vectorsOf } from './cases.mjs';
import { tableOf } from './rules.mjs';
import { factsInWords, valueInWords, words } from './words.mjs';

/**
 * @import { AnyPolicy, AnyRule } from 'professional-status'
 * @typedef {Readonly<Record<string, unknown>>} Facts
 * @typedef {{ readonly facts: Facts, readonly policy: AnyPolicy, readonly outcome: string, readonly given: string, readonly detail: Facts, readonly found: readonly string[] }} Tried
 * @typedef {{ readonly rule: string, readonly test: string, readonly clause: string, readonly pair?: readonly [Tried, Tried] }} Alone
 */

/** The tests without such a pair, by the reason why its rule has each all the same. @type {Readonly<Record<string, readonly string[]>>} */
export const argued = {
  'another word of the same fact is what another test finds': [
    'routeQuery.query-is-general',
    'routeQuery.query-is-about-eligibility',
    'routeQuery.query-is-about-ats-portfolio',
    'assessSupportRequest.portfolio-is-submitted',
    'assessSupportRequest.portfolio-is-a-draft-again',
    'assessSupportRequest.second-outcome-is-awaited',
    'assessSupportRequest.first-not-met-is-known',
    'assessSupportRequest.last-not-met-is-known',
    'assessSupportRequest.status-is-awarded',
    'assessSupportRequest.has-withdrawn',
    'assessSupportRequest.portfolio-is-issued-at-this-stage',
    'assessSupportRequest.is-under-review-or-after',
    'assessSupportRequest.not-met-is-known',
    'routeChallenge.is-a-concern-about-a-member',
  ],
  'where it is not so, a later test finds something else too: nothing is there to compare': [
    'assessSupportRequest.team-has-set-a-limit',
    'assessFurtherSupport.adjustments-were-applied-for',
    'assessCodeCommitment.commitment-is-made',
  ],
  'the other document began on the same day': ['routeChallenge.award-appeals-policy-governs', 'routeChallenge.actions-policy-governs'],
  'it adds what is cited, and the answer is the same': [
    'routeChallenge.objection-has-three-stages',
    'assessSupportAppeal.objections-policy-governs',
    'assessSupportAppeal.award-appeals-policy-governs',
  ],
  'it says what people weigh, and they decide': ['suitabilityFactors.insight-and-remorse-are-a-factor'],
};

/** @param {unknown} value @returns {value is import('professional-status').PlainDate} */
const isDate = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** Answers a case, with what every test of the rule finds, whether or not it is asked; nothing where the rule does not take it, or a step leaves the answer open that no row does. @param {AnyRule} rule @param {Facts} facts @param {AnyPolicy} policy @returns {Tried | undefined} */
function tryCase(rule, facts, policy) {
  if (rule.check(facts).length > 0) return undefined;
  const { table, tests, values } = tableOf(rule);
  /** @type {{ outcome: string, detail?: Facts }} */
  const answer = /** @type {any} */ (rule)(facts, policy);
  /** @type {Record<string, unknown>} */
  const known = { ...table.absent, ...facts };
  const governing = table.governing?.(known, policy) ?? policy;
  /** Works a step out; what is left open, and what is worked out from it, is open. @param {{ readonly step: { readonly of: Function } }} step @returns {any} */
  const worked = ({ step }) => {
    try {
      return step.of(known, governing);
    } catch {
      return undefined;
    }
  };
  for (const [name, value] of Object.entries(values)) known[name] = worked(value);
  const found = Object.values(tests).map((test) => {
    const result = worked(test);
    return String(typeof result === 'boolean' ? result : (result?.holds ?? 'open'));
  });
  const at = Object.keys(tests);
  const row = table.rows.find(({ when }) => Object.entries(when).every(([test, holds]) => found[at.indexOf(test)] === String(holds)));
  return row?.outcome === answer.outcome
    ? {
        facts,
        policy,
        outcome: answer.outcome,
        given: JSON.stringify([row.fixed, row.gives, row.spans, row.needs]),
        detail: answer.detail ?? {},
        found,
      }
    : undefined;
}

/** The values that each fact has in some cases, as JSON. @typedef {ReadonlyMap<string, readonly string[]>} Given */

/** The values at which a fact is tried: those of the cases, and days beside those that the case names. @param {Given} given @param {Facts} facts @param {string} name */
function valuesOf(given, facts, name) {
  const own = given.get(name) ?? [];
  const beside = own.some((value) => isDate(JSON.parse(value)))
    ? Object.values(facts)
        .flatMap((value) =>
          isDate(value)
            ? [value]
            : typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
              ? [londonDate(/** @type {any} */ (value))]
              : [],
        )
        .flatMap((day) => [-1, 0, 1].map((by) => JSON.stringify(addDays(day, by))))
    : [];
  return [...new Set([...own, ...beside])].map((value) => JSON.parse(value));
}

/** @param {Facts} facts @param {Given} given */
const changed = (facts, given) =>
  [...given.keys()].flatMap((name) => [
    ...valuesOf(given, facts, name).map((value) => ({ ...facts, [name]: value })),
    Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name)),
  ]);

/** Cases by what their tests find: those of a rule, each with one fact or one interpretation changed, and, of each finding, one with a second fact changed. @param {AnyRule} rule */
function pool(rule) {
  const cases = vectorsOf(rule.id);
  const { factNames, tests, details } = tableOf(rule);
  const given = new Map(
    factNames.map((name) => [
      name,
      [...new Set(cases.flatMap(({ facts }) => (facts[name] === undefined ? [] : [JSON.stringify(facts[name])])))],
    ]),
  );
  const leaning = [...new Set([...Object.values(tests), ...Object.values(details)].flatMap((step) => step.readings))];
  /** @type {Map<string, Tried[]>} */
  const alike = new Map();
  const seen = new Set();
  /** @type {Map<string, AnyPolicy>} */
  const policies = new Map();
  const add = (/** @type {Facts} */ facts, /** @type {AnyPolicy} */ policy) => {
    const key = JSON.stringify([Object.entries(facts).sort(), [...policies.values()].indexOf(policy)]);
    const tried = seen.has(key) ? undefined : tryCase(rule, facts, policy);
    seen.add(key);
    if (tried === undefined) return;
    const known = alike.get(tried.found.join()) ?? [];
    if (known.length < MOST_ALIKE) alike.set(tried.found.join(), [...known, tried]);
  };
  const policyWith = (/** @type {(typeof cases)[number]} */ { policy = {} }, /** @type {object} */ choice) => {
    const of = { ...policy, readings: { ...policy.readings, ...choice } };
    const kept = policies.get(JSON.stringify(of)) ?? policyOf({ policy: of });
    policies.set(JSON.stringify(of), kept);
    return kept;
  };
  for (const each of cases) {
    for (const facts of [each.facts, ...changed(each.facts, given)]) add(facts, policyWith(each, {}));
    for (const id of leaning) for (const { choice } of readings[id].options) add(each.facts, policyWith(each, { [id]: choice }));
  }
  for (const [first] of [...alike.values()]) if (first) for (const facts of changed(first.facts, given)) add(facts, first.policy);
  return alike;
}

/** The facts, interpretations and editions in which two cases differ, each as it is in either. @param {Tried} one @param {Tried} other */
function differences(one, other) {
  const facts = [...new Set([...Object.keys(one.facts), ...Object.keys(other.facts)])].map((name) => ({
    name,
    sides: [one.facts[name], other.facts[name]],
  }));
  if (one.policy === other.policy) return facts.filter(isOther);
  const ids = /** @type {(keyof typeof one.policy.readings)[]} */ (Object.keys(one.policy.readings));
  return [
    ...facts,
    ...ids.map((id) => ({ name: `interpretation “${id}”`, sides: [one.policy.readings[id], other.policy.readings[id]] })),
    {
      name: 'editions',
      sides: [one, other].map(({ policy }, index) =>
        policy.editions.filter((id) => ![one, other][1 - index]?.policy.editions.includes(id)),
      ),
    },
    { name: 'calendar', sides: [one.policy.calendar.id, other.policy.calendar.id] },
  ].filter(isOther);
}

/** @param {{ readonly sides: readonly unknown[] }} difference */
const isOther = ({ sides: [a, b] }) => a !== b && JSON.stringify(a) !== JSON.stringify(b);

/** The most cases with the same findings that are compared with each other. */
const MOST_ALIKE = 20;

/** How far two cases are apart: in how many things, and their days. @param {Tried} one @param {Tried} other */
function apart(one, other) {
  const all = differences(one, other);
  const days = all.flatMap(({ sides: [a, b] }) => (isDate(a) && isDate(b) ? [Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000] : []));
  return all.length * 1e6 + days.reduce((sum, each) => sum + each, 0);
}

/** The tests of a rule, each with the two cases that differ least; two outcomes come before what else two rows give. @param {AnyRule} rule @returns {readonly Alone[]} */
function ofRule(rule) {
  const alike = pool(rule);
  const pairOf = (/** @type {number} */ at, /** @type {(tried: Tried) => string} */ told) => {
    /** @type {{ pair: readonly [Tried, Tried], by: number } | undefined} */
    let best;
    for (const all of alike.values()) {
      const found = all[0]?.found ?? [];
      const others = found[at] === 'true' ? alike.get(found.map((each, index) => (index === at ? 'false' : each)).join()) : undefined;
      for (const one of others === undefined ? [] : all)
        for (const other of others ?? []) {
          if (told(one) === told(other)) continue;
          const by = apart(one, other);
          if (best === undefined || by < best.by) best = { pair: [one, other], by };
        }
    }
    return best?.pair;
  };
  return Object.entries(tableOf(rule).tests).map(([test, { step }], at) => {
    const pair = pairOf(at, ({ outcome }) => outcome) ?? pairOf(at, ({ given }) => given);
    return { rule: rule.id, test, clause: step.clause, ...(pair && { pair }) };
  });
}

/** @type {readonly Alone[] | undefined} */
let kept;
/** Returns every test of every rule, with two cases in which it decides alone where there are any. */
export const alone = () => (kept ??= Object.values(rules).flatMap(ofRule));

/** Lists what is wrong with the list of those that are argued: a test on which a row turns that has no pair and no reason, and a reason that is not needed. */
export function unargued() {
  const turning = new Set(
    Object.values(rules).flatMap((rule) =>
      tableOf(rule).table.rows.flatMap(({ when }) => Object.keys(when).map((test) => `${rule.id}.${test}`)),
    ),
  );
  const without = alone().flatMap(({ rule, test, pair }) => (pair === undefined ? [`${rule}.${test}`] : []));
  const named = Object.values(argued).flat();
  return [
    ...without
      .filter((name) => turning.has(name) && !named.includes(name))
      .map((name) => `${name}: it decides nowhere alone, and no reason is given`),
    ...named.filter((name) => !without.includes(name)).map((name) => `${name}: it decides alone, or is gone, and a reason is given`),
  ];
}

/** @param {unknown} value */
const detailInWords = (value) =>
  value === undefined ? 'none' : valueInWords(typeof value === 'object' && value !== null && 'due' in value ? value.due : value);

/** @param {unknown} value */
const isMoment = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);

/** The two cases in words: in what they differ, and what follows. Where they differ in a date, the dates that both have come last. @param {readonly [Tried, Tried]} pair */
export function pairInWords([one, other]) {
  const differing = differences(one, other);
  const isAlike = (/** @type {string} */ name) => !differing.some((each) => each.name === name);
  const alike = Object.entries(one.facts).filter(([name, value]) => isMoment(value) && isAlike(name));
  const beside = differing.some(({ sides }) => sides.some(isMoment)) && alike.length > 0;
  const details = one.outcome === other.outcome ? Object.keys({ ...one.detail, ...other.detail }) : [];
  const telling = details.filter((name) => JSON.stringify(one.detail[name]) !== JSON.stringify(other.detail[name]));
  const sides = [one, other].map((each, index) => {
    const said = differing.map(
      ({ name, sides }) => `${words(name)}: ${sides[index] === undefined ? 'not given' : valueInWords(sides[index])}`,
    );
    const more = telling.map((name) => `, ${words(name)}: ${detailInWords(each.detail[name])}`);
    return `${said.join(', ')} → *${words(each.outcome)}${more.join('')}*`;
  });
  return `${sides.join('; ')}${beside ? `. Both with ${factsInWords(Object.fromEntries(alike))}` : ''}`;
}
