// Breadth-first search through a machine: from every opening, every form of every event under every policy, until no new state is found. Theorems are asked on the way,
// so that the first counterexample of each is a shortest one. It knows no machine and imports nothing: a broken table can be searched as well.

/**
 * @typedef {{ readonly type: string, readonly id?: string }} AnyEvent
 * @typedef {{ readonly stage: string, readonly history: readonly AnyEvent[] }} AnyState
 * @typedef {import('professional-status').Machine<any, any, any, any, any>} AnyMachine
 * @import { AnyPolicy } from 'professional-status'
 * @typedef {ReturnType<AnyMachine['transition']>} Step
 * @typedef {Readonly<Record<string, unknown>>} Ghost What a theorem has to remember of the way, kept beside the state.
 *
 * @typedef {object} Found A state, by the shortest way to it.
 * @property {number} index
 * @property {any} state
 * @property {Ghost} ghost
 * @property {Found} [before]
 * @property {AnyEvent} [event] What led here from `before`; without one, the event before it opened this case.
 * @property {AnyPolicy} [policy] Under which it was judged.
 *
 * @typedef {object} Abstraction What is tried of a machine, and which states count as one.
 * @property {readonly object[]} openings
 * @property {(state: any) => readonly AnyEvent[]} forms Every event in every form that is tried at a state, taken or not.
 * @property {(state: any, ghost: Ghost) => string} keyOf Two states with one key are one: nothing that is asked here can tell them apart.
 * @property {(ghost: Ghost, state: any, event: AnyEvent, step: any) => Ghost} remember
 * @property {Ghost} nothing What is remembered of a case that was just opened.
 * @property {(state: any) => readonly import('professional-status').PlainDate[]} days On which a state is asked where it stands.
 * @property {boolean} [everyPolicy] Whether that is asked under every policy, or under one after the other.
 * @property {number} [twinEvery] Every how many states with a key already known are tried against the one that is known by it.
 * @property {(effect: object) => string} [effectAs] An effect without what is not told apart in it.
 * @property {(state: any) => boolean} isOver Whether the last word has been said, by the words of the documents and not by the machine.
 * @property {(state: any) => readonly object[]} [opens] The openings of the cases that a state has opened.
 *
 * @typedef {object} Theorem
 * @property {string} id
 * @property {string} says
 * @property {(tried: Tried) => string | undefined} [step] What is wrong with a step, if anything.
 * @property {(asked: Asked) => string | undefined} [position]
 * @property {(at: Found) => string | undefined} [state]
 * @property {(graph: Graph) => { readonly at: Found, readonly wrong: string } | undefined} [whole] What is wrong with the whole, once it is known.
 *
 * @typedef {{ readonly at: Found, readonly event: AnyEvent, readonly step: any, readonly policy: AnyPolicy, readonly ghost: Ghost, readonly isOver: boolean }} Tried `ghost` is what is remembered after it
 * @typedef {{ readonly at: Found, readonly asOf: string, readonly position: any, readonly policy: AnyPolicy }} Asked
 * @typedef {{ readonly found: readonly Found[], readonly arrows: readonly (readonly Arrow[])[], readonly abstraction: Abstraction, readonly policies: readonly AnyPolicy[] }} Graph Arrows by where they lead from
 * @typedef {{ readonly to: number, readonly policies: Set<number> }} Arrow
 * @typedef {{ readonly theorem: Theorem, readonly wrong: string, readonly at: Found, readonly event?: AnyEvent, readonly policy?: AnyPolicy }} Counterexample
 * @typedef {{ readonly theorem: Theorem, readonly asked: number, readonly counterexample?: Counterexample | undefined }} Proof
 * @typedef {{ readonly visited: readonly string[], readonly missed: readonly string[] }} Coverage
 *
 * @typedef {object} Explored
 * @property {AnyMachine} machine
 * @property {number} states
 * @property {number} tried
 * @property {number} twins How often two states with one key were tried against each other.
 * @property {Coverage} stages
 * @property {Coverage} cells Every event at a stage that takes it, with each stage that it can lead to.
 * @property {readonly Proof[]} proofs
 */

/** Every how many merged states are compared with the one that they are merged with, unless the abstraction says. */
const TWIN_EVERY = 4999;

/**
 * @param {AnyMachine} machine
 * @param {Abstraction} abstraction
 * @param {readonly AnyPolicy[]} policies Each event is tried under each of them: a case may be judged now under one, now under another.
 * @param {readonly Theorem[]} theorems
 * @returns {Explored}
 */
export function explore(machine, abstraction, policies, theorems) {
  const { forms, keyOf, remember, nothing, twinEvery = TWIN_EVERY } = abstraction;
  /** @type {Found[]} */
  const found = [];
  /** @type {Map<number, Arrow>[]} */
  const arrows = [];
  /** @type {Map<string, Found>} */
  const byKey = new Map();
  /** @type {{ readonly at: Found, readonly twin: any, readonly ghost: Ghost }[]} */
  const twins = [];
  const [stages, cells] = [new Set(), new Set()];
  const proofs = theorems.map((theorem) => ({ theorem, asked: 0, counterexample: /** @type {Counterexample | undefined} */ (undefined) }));
  let [tried, merged] = [0, 0];

  /** @param {keyof Theorem & ('step' | 'position' | 'state')} kind @param {any} about @param {Omit<Counterexample, 'theorem' | 'wrong'>} where */
  const ask = (kind, about, where) => {
    for (const proof of proofs) {
      const judge = /** @type {((about: any) => string | undefined) | undefined} */ (proof.theorem[kind]);
      if (judge === undefined) continue;
      proof.asked++;
      if (proof.counterexample !== undefined) continue;
      const wrong = judge(about);
      if (wrong !== undefined) proof.counterexample = { theorem: proof.theorem, wrong, ...where };
    }
  };

  /** @param {any} state @param {Ghost} ghost @param {Pick<Found, 'before' | 'event' | 'policy'>} way */
  const reach = (state, ghost, way) => {
    const key = keyOf(state, ghost);
    const known = byKey.get(key);
    if (known !== undefined) {
      if (known.state !== state && ++merged % twinEvery === 0) twins.push({ at: known, twin: state, ghost });
      return known;
    }
    const at = { index: found.length, state, ghost, ...way };
    found.push(at);
    arrows.push(new Map());
    byKey.set(key, at);
    stages.add(state.stage);
    return at;
  };
  /** @param {Found} from @param {Found} to @param {number} policy */
  const draw = (from, to, policy) => {
    const known = arrows[from.index]?.get(to.index);
    if (known !== undefined) known.policies.add(policy);
    else arrows[from.index]?.set(to.index, { to: to.index, policies: new Set([policy]) });
  };

  for (const opening of abstraction.openings) reach(machine.open(opening), nothing, {});
  for (const at of found) {
    const isOver = abstraction.isOver(at.state);
    ask('state', at, { at });
    abstraction.days(at.state).forEach((asOf, index) => {
      const turn = (at.index + index) % policies.length;
      for (const policy of abstraction.everyPolicy ? policies : policies.slice(turn, turn + 1))
        ask('position', { at, asOf, position: machine.position(at.state, asOf, policy), policy }, { at, policy });
    });
    for (const event of forms(at.state)) {
      policies.forEach((policy, index) => {
        const step = machine.transition(at.state, event, policy);
        tried++;
        const ghost = step.accepted ? remember(at.ghost, at.state, event, step) : at.ghost;
        ask('step', { at, event, step, policy, ghost, isOver }, { at, event, policy });
        if (!step.accepted) return;
        cells.add(`${event.type} at ${at.state.stage} to ${step.case.stage}`);
        const next = reach(step.case, ghost, { before: at, event, policy });
        draw(at, next, index);
        for (const opening of abstraction.opens?.(step.case) ?? []) {
          const opened = reach(machine.open(opening), nothing, { before: next });
          policies.forEach((_, every) => draw(next, opened, every));
        }
      });
    }
  }

  const graph = { found, arrows: arrows.map((each) => [...each.values()]), abstraction, policies };
  for (const proof of proofs) {
    if (proof.theorem.whole === undefined) continue;
    proof.asked += found.length;
    const wrong = proof.theorem.whole(graph);
    if (wrong !== undefined) proof.counterexample ??= { theorem: proof.theorem, ...wrong };
  }
  for (const { at, twin, ghost } of twins) compareTwins(machine, abstraction, policies, at, twin, ghost);

  return {
    machine,
    states: found.length,
    tried,
    twins: twins.length,
    stages: coverage(machine.stages, stages),
    cells: coverage(cellsOf(machine), cells),
    proofs,
  };
}

/** Every event at a stage that takes it, with each stage that it can lead to. @param {AnyMachine} machine */
export const cellsOf = (machine) => machine.cells.flatMap(({ event, from, to }) => to.map((stage) => `${event} at ${from} to ${stage}`));

/** @param {readonly string[]} declared @param {ReadonlySet<unknown>} visited @returns {Coverage} */
function coverage(declared, visited) {
  return { visited: declared.filter((each) => visited.has(each)), missed: declared.filter((each) => !visited.has(each)) };
}

/**
 * Fails where two states that count as one are not: an event is taken from one and not from the other, or leads elsewhere, or brings other effects; at once, or at any
 * stage that is reached from both by the same events.
 *
 * @param {AnyMachine} machine @param {Abstraction} abstraction @param {readonly AnyPolicy[]} policies @param {Found} at @param {any} twin @param {Ghost} ghost
 */
function compareTwins(machine, { forms, keyOf, remember, effectAs = JSON.stringify }, policies, at, twin, ghost) {
  const pairs = [{ one: at.state, other: twin, ghost }];
  const compared = new Set([at.state.stage]);
  for (const pair of pairs) {
    for (const event of forms(pair.one)) {
      for (const policy of policies) {
        const [first, second] = [pair.one, pair.other].map((state) => {
          const step = machine.transition(state, event, policy);
          if (!step.accepted) return { step, ghost, says: step.refusals.map((/** @type {{ test: string }} */ { test }) => test).join() };
          const after = remember(pair.ghost, state, event, step);
          const effects = step.effects.map((/** @type {object} */ effect) => effectAs(effect));
          return { step, ghost: after, says: [keyOf(step.case, after), ...effects].join('\n') };
        });
        if (first === undefined || second === undefined) continue;
        if (first.says !== second.says)
          throw new Error(
            `${machine.id}: two states count as one and are not, by ${JSON.stringify(event)}:\n${JSON.stringify(pair.one)}\n${JSON.stringify(pair.other)}\n${first.says}\n${second.says}`,
          );
        if (!first.step.accepted || compared.has(first.step.case.stage)) continue;
        compared.add(first.step.case.stage);
        pairs.push({ one: first.step.case, other: second.step.case, ghost: first.ghost });
      }
    }
  }
}

/** The way to a state: each case that was opened, with its events. @param {Found} at @returns {readonly { readonly opened: any, readonly events: readonly AnyEvent[] }[]} */
export function wayTo(at) {
  /** @type {Found[]} */
  const way = [];
  for (let each = /** @type {Found | undefined} */ (at); each !== undefined; each = each.before) way.unshift(each);
  /** @type {{ opened: any, events: AnyEvent[] }[]} */
  const cases = [];
  for (const { state, event } of way) {
    if (event === undefined) cases.push({ opened: state, events: [] });
    else cases.at(-1)?.events.push(event);
  }
  return cases;
}

/** A day some days later, or earlier. @param {string} day @param {number} days */
export const shifted = (day, days) =>
  /** @type {`${number}-${number}-${number}`} */ (new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10));

/** What a case was opened with. @param {object} opened */
export const openingOf = (opened) =>
  Object.fromEntries(Object.entries(opened).filter(([name]) => !['schemaVersion', 'stage', 'history'].includes(name)));
