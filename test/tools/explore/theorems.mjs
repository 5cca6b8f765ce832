// What must hold of every machine, whatever its policy: it can end, it is never stuck, it says why it refuses, and every duty is somebody's.
import { cellsOf } from './search.mjs';

/** @import { AnyMachine, Found, Graph, Theorem } from './search.mjs' */

/** @type {Theorem} */
const everyPathCanEnd = {
  id: 'can-end',
  says: 'every path can end, under every reading',
  whole: (graph) => {
    const { found, policies, abstraction } = graph;
    for (const [index] of policies.entries()) {
      const ends = endingUnder(graph, index);
      const stuck = found.find((each) => !ends.has(each.index));
      if (stuck !== undefined)
        return { at: stuck, wrong: `no way leads from here to an end${abstraction.isOver(stuck.state) ? ', though this is one' : ''}` };
    }
    return undefined;
  },
};

/** The states from which, under one policy, a way leads to a state where the last word is said. @param {Graph} graph @param {number} policy */
function endingUnder({ found, arrows, abstraction }, policy) {
  /** @type {number[][]} */
  const into = found.map(() => []);
  arrows.forEach((each, from) => {
    for (const { to, policies } of each) if (policies.has(policy)) into[to]?.push(from);
  });
  const ends = new Set(found.filter(({ state }) => abstraction.isOver(state)).map(({ index }) => index));
  for (const to of ends) for (const from of into[to] ?? []) ends.add(from);
  return ends;
}

/** @type {Theorem} */
const noDeadEnd = {
  id: 'no-dead-end',
  says: 'no dead end but where the last word has been said',
  whole: ({ found, arrows, abstraction }) => {
    const stuck = found.find(({ index, state }) => !abstraction.isOver(state) && arrows[index]?.length === 0);
    return stuck && { at: stuck, wrong: `nothing that was tried is taken at ${stuck.state.stage}` };
  },
};

/** @type {Theorem} */
export const everyPathEnds = {
  id: 'ends',
  says: 'every path ends: no step leads back to where it came from',
  whole: ({ found, arrows }) => {
    // A path without an end in finitely many states comes back to one of them.
    const done = new Set();
    const onTheWay = new Set();
    /** @param {number} index @returns {Found | undefined} */
    const comesBack = (index) => {
      if (onTheWay.has(index)) return found[index];
      if (done.has(index)) return undefined;
      onTheWay.add(index);
      for (const { to } of arrows[index] ?? []) {
        const back = comesBack(to);
        if (back !== undefined) return back;
      }
      onTheWay.delete(index);
      done.add(index);
      return undefined;
    };
    const at = found.map(({ index }) => comesBack(index)).find((each) => each !== undefined);
    return at && { at, wrong: 'steps lead from here back to here' };
  },
};

/** @type {Theorem} */
const nothingAfterTheEnd = {
  id: 'final',
  says: 'where the last word has been said, nothing is accepted',
  step: ({ at, step, isOver }) => (isOver && step.accepted ? `it is accepted at ${at.state.stage}, after the last word` : undefined),
};

/** @param {Readonly<Record<string, unknown>>} clauses @param {AnyMachine} machine @returns {Theorem} */
const everyRefusalSaysWhy = (clauses, machine) => ({
  id: 'refusals',
  says: 'every refusal names its clauses, and the alternatives that there are; where there are none, the case is closed or takes only what was refused',
  step: ({ at, event, step, policy, isOver }) => {
    if (step.accepted) return undefined;
    if (step.case !== at.state) return 'the refusal gives back another case';
    if (step.refusals.length === 0) return 'no reason is given';
    for (const { clause, test, holds } of step.refusals) {
      if (!(clause in clauses)) return `${test} rests on ${clause}, which no document has`;
      if (holds) return `${test} is a reason although it holds`;
    }
    if (step.instead.length === 0) {
      const others = machine.permitted(at.state, policy).filter(({ type }) => type !== event.type);
      return others.length > 0 && !isOver ? 'no alternative is named, and the case is not closed' : undefined;
    }
    if (isOver) return `${step.instead[0].type} is offered, and the case is closed`;
    if (step.instead.some((/** @type {{ type: string }} */ { type }) => type === event.type))
      return `${event.type} is offered instead of itself`;
    const unfounded = step.instead.find((/** @type {{ clause: string }} */ { clause }) => !(clause in clauses));
    return unfounded && `${unfounded.type} is offered under ${unfounded.clause}, which no document has`;
  },
});

/** @param {Readonly<Record<string, unknown>>} clauses @param {readonly string[]} roles @returns {Theorem} */
const everyDutyIsSomebodys = (clauses, roles) => ({
  id: 'duties',
  says: 'every duty and opportunity has an owner, a clause, and a clock of the same owner, or "no limit stated" or "limit not known"; no opportunity is overdue',
  position: ({ position }) => {
    for (const { what, owedBy, clause, kind, deadline, status } of position.duties) {
      if (!roles.includes(owedBy)) return `${what} is owed by ${owedBy}, who is nobody`;
      if (!(clause in clauses)) return `${what} rests on ${clause}, which no document has`;
      if (status === (kind === 'duty' ? 'lapsed' : 'overdue'))
        return `${what} is ${status}, and it is ${kind === 'duty' ? 'a duty' : 'an opportunity'}`;
      if ((deadline === undefined) !== (status === 'no-limit-stated' || status === 'limit-not-known'))
        return `${what} is ${status} with ${JSON.stringify(deadline)}`;
      if (deadline !== undefined && deadline.owedBy !== owedBy)
        return `${what} is owed by ${owedBy}, and its clock is kept by ${deadline.owedBy}`;
      if (deadline !== undefined && !(deadline.clause in clauses))
        return `the clock of ${what} rests on ${deadline.clause}, which no document has`;
    }
    return undefined;
  },
});

/** @param {AnyMachine} machine @returns {Theorem} */
const onlyCells = (machine) => {
  const declared = new Set(cellsOf(machine));
  return {
    id: 'cells',
    says: 'an event leads where its cell says, and nowhere else',
    step: ({ at, event, step }) =>
      step.accepted && !declared.has(`${event.type} at ${at.state.stage} to ${step.case.stage}`)
        ? `${event.type} at ${at.state.stage} leads to ${step.case.stage}`
        : undefined,
  };
};

/** What must hold of any machine. @param {AnyMachine} machine @param {Readonly<Record<string, unknown>>} clauses @param {readonly string[]} roles who can owe something @returns {readonly Theorem[]} */
export const ofEveryMachine = (machine, clauses, roles) => [
  onlyCells(machine),
  everyPathCanEnd,
  noDeadEnd,
  nothingAfterTheEnd,
  everyRefusalSaysWhy(clauses, machine),
  everyDutyIsSomebodys(clauses, roles),
];
