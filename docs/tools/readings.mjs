// docs/readings.md: the register of readings, each with a case that its options decide differently. The case is searched for, never chosen by hand; `npm run update` writes it.
import { clauses, definePolicy, documents, explain, programmeLifecycle, readings, rules, settledByTheWords } from 'professional-status';
import { withParts } from '../../test/tools/fresh.mjs';
import { decide, nations, vectorsOf } from './cases.mjs';
import { walk } from './histories.mjs';
import { machinesLeaningOn, rulesLeaningOn } from './rules.mjs';
import { anchorOf, cell, factsInWords, numberOf, words } from './words.mjs';

/**
 * @import { Policy, Reading } from 'professional-status'
 * @typedef {import('./cases.mjs').AnyDecision | import('professional-status').Transition} Answer
 * @typedef {{ readonly asked: string, readonly moved: boolean, readonly size: number, readonly answer: (policy: Policy) => Answer }} Case
 * @typedef {{ readonly asked: string, readonly answers: readonly { readonly choice: string, readonly outcome: string, readonly says: string }[], readonly never: readonly (readonly [string, string])[] }} DecidingCase
 * `never` are the pairs of choices that this case and all others decide alike
 */

/** The ways of making a choice, the default first; whose working days are counted is a choice of the policy's calendar. @param {Reading} reading */
export const optionsOf = ({ id, options }) =>
  id === 'working-day-calendar'
    ? nations.map((calendar) => ({ choice: calendar.id, means: '', policy: definePolicy({ calendar }) }))
    : options.map((option) => ({ ...option, policy: definePolicy({ readings: { [id]: option.choice } }) }));

/** Facts with one of their dates moved: by a day, to the end of its month, or to another date of the same facts. @param {import('./cases.mjs').Facts} facts */
function neighboursOf(facts) {
  const others = JSON.stringify(facts).match(/\d{4}-\d\d-\d\d/g) ?? [];
  return Object.entries(facts).flatMap(([name, value]) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return [];
    const date = new Date(value.slice(0, 10));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    const days = [Date.UTC(year, month, day - 1), Date.UTC(year, month, day + 1), Date.UTC(year, month + 1, 0)];
    return [...days.map((to) => new Date(to).toISOString().slice(0, 10)), ...others].map((to) => ({
      ...facts,
      [name]: to + value.slice(10),
    }));
  });
}

/** The cases of the rules that lean on a reading, and their neighbours. @param {string} reading @returns {readonly Case[]} */
const casesOfRules = (reading) =>
  rulesLeaningOn(reading).flatMap((rule) => {
    const given = vectorsOf(rule).map(({ facts }) => facts);
    const tried = [
      ...given.map((facts) => ({ facts, moved: false })),
      ...given.flatMap(neighboursOf).map((facts) => ({ facts, moved: true })),
    ];
    return tried
      .filter(({ facts }) => rules[rule].check(facts).length === 0)
      .map(({ facts, moved }) => ({
        asked: `\`${rule}\`, given ${listed(facts)}`,
        moved,
        size: JSON.stringify(facts).length,
        answer: (policy) => decide(rule, facts, policy),
      }));
  });

/** Histories of the machines, for a reading on which no rule leans. @returns {readonly Case[]} */
const histories = () =>
  walk().map(({ machine, opening, events }) => ({
    asked: `${machine.id === programmeLifecycle.id ? 'the lifecycle' : `\`${machine.id}\``}, given ${listed(/** @type {object} */ (opening))}; and then ${events.map(({ type, ...facts }) => `${words(type)} (${factsInWords(facts)})`).join('; ')}`,
    moved: false,
    size: JSON.stringify(events).length,
    answer: (policy) => /** @type {Answer} */ (machine.replay(opening, events, policy).steps.at(-1)),
  }));

/** Facts as the items of a list. @param {object} facts */
const listed = (facts) =>
  Object.entries(facts)
    .map((fact) => factsInWords(Object.fromEntries([fact])))
    .join('; ');

/** @param {Answer} answer */
const outcomeOf = (answer) => ('outcome' in answer ? answer.outcome : answer.case.stage);

/** What an answer comes to, apart from why. @param {Answer} answer */
function essenceOf(answer) {
  if ('accepted' in answer) return JSON.stringify([answer.accepted, answer.case.stage, answer.accepted && answer.unsettled]);
  return answer.settled ? JSON.stringify([answer.outcome, answer.detail]) : 'undetermined';
}

/** Its first sentence, and what it needs where something is left open. @param {Answer} answer @param {Policy} policy */
function inWords(answer, policy) {
  const { line, steps } = explain(answer, policy);
  return [line, ...steps.filter(({ kind }) => kind === 'need').map(({ text }) => text)].join(' ');
}

/** @type {Map<string, DecidingCase | undefined>} */
const found = new Map();

/** @param {Reading} reading */
export function decidingCase(reading) {
  if (!found.has(reading.id)) found.set(reading.id, search(reading));
  return found.get(reading.id);
}

/**
 * The case that the options decide most differently: in what is answered, then with the fewest answers left open, then by outcome; of equals one of the
 * vectors themselves, the one with the shortest facts, the first.
 * @param {Reading} reading
 * @returns {DecidingCase | undefined}
 */
function search(reading) {
  const options = optionsOf(reading);
  const cases = rulesLeaningOn(reading.id).length > 0 ? casesOfRules(reading.id) : histories();
  /** @type {{ readonly asked: string, readonly answers: DecidingCase['answers'], readonly rank: readonly number[] } | undefined} */
  let best;
  let never = pairsOf(options.map(({ choice }) => choice));
  for (const { asked, moved, size, answer } of cases) {
    const given = options.map(({ choice, policy }) => ({ choice, policy, answer: answer(policy) }));
    const essences = new Map(given.map((each) => [each.choice, essenceOf(each.answer)]));
    if (new Set(essences.values()).size === 1) continue;
    never = never.filter(([one, other]) => essences.get(one) === essences.get(other));
    const answers = given.map(({ choice, policy, answer: of }) => ({ choice, outcome: outcomeOf(of), says: inWords(of, policy) }));
    const settled = answers.filter(({ outcome }) => outcome !== 'undetermined');
    const said = new Set(settled.map(({ says }) => says)).size + (settled.length < answers.length ? 1 : 0);
    const rank = [said, settled.length, new Set(answers.map(({ outcome }) => outcome)).size, moved ? 0 : 1, -size];
    if (said > 1 && (best === undefined || outranks(rank, best.rank))) best = { asked, answers, rank };
  }
  return best && { ...best, never };
}

/** Every two of some choices. @param {readonly string[]} choices @returns {readonly (readonly [string, string])[]} */
const pairsOf = (choices) => choices.flatMap((one, at) => choices.slice(at + 1).map((other) => /** @type {const} */ ([one, other])));

/** @param {readonly number[]} a @param {readonly number[]} b */
function outranks(a, b) {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** The readings that ought to have a deciding case and have none. @param {(reading: Reading) => DecidingCase | undefined} [find] */
export const undecided = (find = decidingCase) =>
  Object.values(readings)
    .filter((reading) => find(reading) === undefined)
    .map(({ id }) => id);

/** Two choices of a reading that no case tells apart: one of them is taken for the other. @param {(reading: Reading) => DecidingCase | undefined} [find] */
export const takenForAnother = (find = decidingCase) =>
  Object.values(readings).flatMap((reading) =>
    (find(reading)?.never ?? []).map(([one, other]) => `the reading '${reading.id}': '${one}' and '${other}' are told apart by no case`),
  );

/** Clauses as links, with the title of each document where its first stands. @param {readonly import('professional-status').ClauseId[]} cited */
const clausesInWords = (cited) =>
  cited
    .map((id, at) => {
      const [document, before] = [id, cited[at - 1]].map((each) => each && clauses[each].document);
      const title = document === undefined || document === before ? '' : `${documents[document].title} `;
      return `${at === 0 ? '' : title === '' ? ', ' : '; '}[${title}${numberOf(id)}](clauses.md#${anchorOf(id)})`;
    })
    .join('');

/** The question of a reading, as a line of the list with which the page begins. @param {Reading} reading */
const asked = ({ id, question, clauses: cited }) => `- [${question}](#${id}) ${clausesInWords(cited)}`;

/** @param {Reading} reading @returns {readonly string[]} */
function section(reading) {
  const { id, question, why } = reading;
  const options = optionsOf(reading).map(
    ({ choice, means }, at) => `- **${choice}**${at === 0 ? ', the default' : ''}${means ? `: ${means}` : ''}`,
  );
  const leaning = [...rulesLeaningOn(id).map((rule) => `\`${rule}\``), ...machinesLeaningOn(id)];
  const decided = decidingCase(reading);
  const turning = decided
    ? [
        `**Used by:** ${leaning.join(', ')}.`,
        '',
        `**A case that turns on it:** ${decided.asked}.`,
        '',
        '| Understood as | Outcome | Answer |',
        '| --- | --- | --- |',
        ...decided.answers.map(({ choice, outcome, says }) => `| ${choice} | ${words(outcome)} | ${cell(says)} |`),
      ]
    : ['No case turns on this interpretation.'];
  return [
    `## ${id}`,
    '',
    `${clausesInWords(reading.clauses)}. **${question}**`,
    '',
    ...options,
    '',
    `**Why the default:** ${why}`,
    '',
    ...turning,
    '',
  ];
}

export const readingsPage = () =>
  withParts('docs/readings.md', {
    readings: [...Object.values(readings).map(asked), '', ...Object.values(readings).flatMap(section)].join('\n'),
    settled: settledByTheWords.map((point) => `- ${point.says} (${clausesInWords(point.clauses)})`).join('\n'),
  });
