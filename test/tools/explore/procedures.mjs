// The four procedures, made finite: each step before, on and after what it answers and its last day, with an hour on either side of the end of an office day where the
// hour can count. What the documents say of each stands here by hand: its order, its clocks, its owners and its last words.
import { everyCombination } from './policies.mjs';
import { everyPathEnds, ofEveryMachine } from './theorems.mjs';
import { openingOf, shifted, wayTo } from './search.mjs';

/**
 * @import { Abstraction, AnyEvent, AnyMachine, Theorem } from './search.mjs'
 * @typedef {AnyEvent & { readonly at?: string, readonly on?: string, readonly against?: boolean, readonly accepted?: boolean, readonly grounds?: readonly string[] }} Event
 * @typedef {typeof import('professional-status/calendar')} Calendar
 * @typedef {Pick<typeof import('professional-status'), 'supportAppealProcedure' | 'awardAppeal' | 'actionAgainstMember' | 'membershipApplication' | 'definePolicy' | 'clauses'>} Library
 *
 * @typedef {object} Clock
 * @property {number} workingDays
 * @property {string} owedBy
 * @property {boolean} [refusedLate] Whether a step after the last day is refused.
 *
 * @typedef {object} Documented What the documents say of a procedure.
 * @property {'supportAppealProcedure' | 'awardAppeal' | 'actionAgainstMember' | 'membershipApplication'} id
 * @property {readonly object[]} openings
 * @property {string} [openedAt]
 * @property {Readonly<Record<string, readonly object[]>>} steps Each step, with the facts that it can have beside its day.
 * @property {readonly string[]} received Steps that count from a receipt, so that they have an `at`.
 * @property {Readonly<Record<string, readonly string[]>>} needs The steps that each step cannot do without.
 * @property {Readonly<Record<string, readonly string[]>>} [needsUnder] The same, under a reading alone: by step, a reading, its choice and what is needed.
 * @property {Readonly<Record<string, Clock>>} clocks
 * @property {(history: readonly Event[]) => boolean} isOver
 * @property {Readonly<Record<string, readonly string[]>>} readings
 * @property {(history: readonly Event[], readings: any) => boolean} [isOwed] Whether the next step under a clock is owed, where that is left to a reading.
 * @property {string} [title] Its id, where left out.
 */

const [friday, saturday] = ['2021-05-14', '2021-05-15'];
/** The last second of an office day and the first after it, London time. */
const hours = ['16:30:00', '16:30:01'];
const last = (/** @type {readonly Event[]} */ history) => history.at(-1);

/** @type {readonly Documented[]} */
const documented = [
  {
    id: 'supportAppealProcedure',
    openings: [{ participant: 'p-1' }],
    steps: {
      discussed: [{}],
      'appeal-received': [
        { ground: 'sufficiency-of-support' },
        { ground: 'sufficiency-of-support', sentAt: '2021-05-12' },
        { ground: 'sufficiency-of-support', sentAt: '2021-05-11T16:30:01+01:00' },
        { ground: 'sufficiency-of-support', sentTo: 'membership-enquiries', outlinesCase: true },
        { ground: 'other' },
        { ground: 'sufficiency-of-support', sentTo: 'elsewhere' },
        { ground: 'sufficiency-of-support', sentBy: 'other' },
        { ground: 'sufficiency-of-support', outlinesCase: false },
      ],
      answered: [{}],
    },
    received: ['appeal-received'],
    needs: { answered: ['appeal-received'] },
    needsUnder: { 'appeal-received': ['prior-discussion', 'required', 'discussed'] },
    clocks: { answered: { workingDays: 10, owedBy: 'professional-status-team' } },
    isOver: (history) => last(history)?.type === 'answered',
    readings: {
      'prior-discussion': ['required', 'advisory'],
      'response-clock': ['receipt', 'sent'],
      'receipt-hour': ['calendar-day', 'office-hours'],
      'response-owed-to': ['admissible', 'any-email'],
    },
    isOwed: (history, readings) =>
      readings['response-owed-to'] === 'any-email' ||
      readings['prior-discussion'] === 'advisory' ||
      history.some(({ type }) => type === 'discussed'),
  },
  {
    id: 'awardAppeal',
    openings: [friday, saturday, ...hours.map((hour) => `${friday}T${hour}+01:00`)].map((at) => ({
      member: 'm-1',
      decisionReceivedAt: at,
    })),
    openedAt: 'decisionReceivedAt',
    steps: {
      'explanation-requested': [{}],
      explained: [{}],
      'appeal-lodged': [{ grounds: ['procedural-error'] }, { grounds: ['procedural-error', 'other'] }],
      'appeal-decided': [{ upheld: true }, { upheld: false }],
    },
    received: ['explanation-requested', 'explained', 'appeal-lodged'],
    needs: {
      explained: ['explanation-requested'],
      'appeal-lodged': ['explanation-requested', 'explained'],
      'appeal-decided': ['explanation-requested', 'explained', 'appeal-lodged'],
    },
    clocks: {
      'explanation-requested': { workingDays: 10, owedBy: 'member', refusedLate: true },
      explained: { workingDays: 5, owedBy: 'head-of-professional-status' },
      'appeal-lodged': { workingDays: 10, owedBy: 'member', refusedLate: true },
    },
    isOver: (history) => last(history)?.type === 'appeal-decided',
    readings: { 'receipt-hour': ['calendar-day', 'office-hours'] },
  },
  {
    id: 'actionAgainstMember',
    openings: ['member', 'employer', 'former-employer', 'third-party', 'public'].flatMap((source) =>
      [friday, saturday, `${friday}T23:30:00Z`].map((receivedAt) => ({ member: 'm-1', source, receivedAt })),
    ),
    openedAt: 'receivedAt',
    steps: {
      acknowledged: [{}],
      considered: [{}],
      decided: [{}, { against: true }, { against: false }],
      'review-requested': [{}],
      'review-decided': [{}],
    },
    received: [],
    needs: {
      considered: ['acknowledged'],
      decided: ['acknowledged', 'considered'],
      'review-requested': ['acknowledged', 'considered', 'decided'],
      'review-decided': ['acknowledged', 'considered', 'decided', 'review-requested'],
    },
    clocks: { acknowledged: { workingDays: 2, owedBy: 'set-operations-manager' } },
    isOver: (history) => last(history)?.type === 'review-decided' || last(history)?.against === false,
    readings: {},
  },
  {
    id: 'membershipApplication',
    openings: [{ applicant: 'a-1', appliedOn: friday }],
    openedAt: 'appliedOn',
    steps: {
      'code-committed': [{}],
      reviewed: [{ accepted: true }, { accepted: false }],
      'review-requested': [{}],
      'review-decided': [{ accepted: true }, { accepted: false }],
    },
    received: [],
    needs: {
      'review-requested': ['reviewed'],
      'review-decided': ['reviewed', 'review-requested'],
    },
    clocks: {},
    isOver: (history) =>
      last(history)?.type === 'review-decided' || (last(history)?.type === 'reviewed' && last(history)?.accepted === true),
    readings: {},
  },
];

/** A review of any decision, by the other reading of "if necessary": there the last word is the decision on the review. */
const reviewOfAnyDecision = { 'review-if-necessary': ['any-decision'] };
const explored = documented.flatMap((of) =>
  of.id === 'actionAgainstMember' || of.id === 'membershipApplication'
    ? [
        of,
        {
          ...of,
          title: `${of.id}, a review of any decision`,
          readings: reviewOfAnyDecision,
          isOver: (/** @type {readonly Event[]} */ history) => last(history)?.type === 'review-decided',
        },
      ]
    : [of],
);

const roles = [
  'participant',
  'professional-status-team',
  'member',
  'head-of-professional-status',
  'set',
  'set-operations-manager',
  'referrer',
];

/** The days of London and of work, counted by the calendar alone. @param {Calendar} calendar */
function counting({ addWorkingDays, englandAndWales, londonDate, nextWorkingDay }) {
  /** @param {string} moment @returns {any} */
  const dayOf = (moment) => (moment.length > 10 ? londonDate(/** @type {any} */ (moment)) : moment);
  /** @param {any} day @param {number} days @returns {any} */
  const after = (day, days) => addWorkingDays(day, days, englandAndWales);
  /** The day on which something received counts, or nothing where its hour would have to be known. @param {string} moment @param {string} reading */
  const countsOn = (moment, reading) => {
    const day = dayOf(moment);
    if (reading === 'calendar-day') return day;
    const next = nextWorkingDay(day, englandAndWales);
    if (after(shifted(day, -1), 1) !== day) return next; // no working day
    if (moment.length === 10) return undefined;
    return moment.slice(11, 19) > '16:30:00' ? next : day;
  };
  return { dayOf, after, countsOn };
}

/** When the next step was called for. @param {Documented} of @param {any} state @returns {string} */
const calledFor = ({ openedAt }, { history, ...state }) =>
  history.at(-1)?.at ?? history.at(-1)?.on ?? (openedAt === undefined ? friday : state[openedAt]);

/** Every step in every form, on the days around what it answers and around its last day. @param {Documented} of @param {ReturnType<typeof counting>} counted */
const formsOf =
  (of, { dayOf, after }) =>
  (/** @type {any} */ state) => {
    const trigger = dayOf(calledFor(of, state));
    return Object.entries(of.steps).flatMap(([type, ways]) => {
      const clock = of.clocks[type];
      const due = clock === undefined ? [] : [after(trigger, clock.workingDays)];
      const days = [
        ...new Set([shifted(trigger, -1), trigger, ...due.flatMap((day) => [-1, 0, 1, 2, 3, 4].map((each) => shifted(day, each)))]),
      ];
      const isReceived = of.received.includes(type);
      const moments = isReceived ? days.flatMap((day) => [day, ...hours.map((hour) => `${day}T${hour}+01:00`)]) : days;
      return moments.flatMap((moment) => ways.map((facts) => ({ type, [isReceived ? 'at' : 'on']: moment, ...facts })));
    });
  };

/** @param {Library} library @param {Documented} of @param {ReturnType<typeof counting>} counted @returns {readonly Theorem[]} */
function theorems({ clauses, ...library }, of, counted) {
  const { dayOf, after, countsOn } = counted;
  const machine = /** @type {AnyMachine} */ (/** @type {unknown} */ (library[of.id]));
  return [
    everyPathEnds,
    ...ofEveryMachine(machine, clauses, roles),
    {
      id: 'no-step-skipped',
      says: 'no step is skipped, and none is taken before what it answers',
      step: ({ at, event, step, policy }) => {
        if (!step.accepted) return undefined;
        const [reading, choice, also] = of.needsUnder?.[event.type] ?? [];
        const isRead = reading !== undefined && /** @type {any} */ (policy.readings)[reading] === choice;
        const isAcceptance = event.type === 'reviewed' && /** @type {Event} */ (event).accepted === true; // a refusal of membership asks for no commitment
        const needed = [
          ...(of.needs[event.type] ?? []),
          ...(isRead && also !== undefined ? [also] : []),
          ...(isAcceptance ? ['code-committed'] : []),
        ];
        const missing = needed.find((type) => !at.state.history.some((/** @type {Event} */ each) => each.type === type));
        if (missing !== undefined) return `${missing} is missing`;
        const [when, before] = [dayOf(calledFor(of, step.case)), dayOf(calledFor(of, at.state))];
        const isFirst = of.openedAt === undefined && at.state.history.length === 0;
        return !isFirst && when < before ? `it is of ${when}, and answers what was of ${before}` : undefined;
      },
    },
    {
      id: 'clocks',
      says: "every clock is its owner's, and counts its own working days from what it answers",
      position: ({ at: { state }, position, policy }) => {
        for (const { what, owedBy, deadline } of position.duties) {
          if (deadline === undefined) continue;
          const type = nextOf(of, state);
          const clock = type === undefined ? undefined : of.clocks[type];
          if (clock === undefined) return `${what} has a clock, and the documents state none`;
          if (of.isOwed?.(state.history, policy.readings) === false) return `${what} has a clock, and is owed to nobody`;
          if (owedBy !== clock.owedBy) return `${what} is owed by ${owedBy}, and its clock is that of ${clock.owedBy}`;
          const from = triggerOf(of, state, policy, counted);
          const due = from === undefined ? undefined : after(from, clock.workingDays);
          if (deadline.due !== due)
            return `${what} is due on ${deadline.due}, and ${clock.workingDays} working days from ${from} end on ${due}`;
        }
        const type = nextOf(of, state);
        const isOwed = type !== undefined && of.isOwed?.(state.history, policy.readings) !== false;
        if (type !== undefined && !isOwed && position.duties.length > 0) return `${position.duties[0].what} is said to be owed, and is not`;
        const isCounted = isOwed && triggerOf(of, state, policy, counted) !== undefined;
        return isCounted && position.duties.every((/** @type {any} */ { deadline }) => deadline === undefined)
          ? `the clock of ${type} does not run`
          : undefined;
      },
    },
    {
      id: 'out-of-time',
      says: "a member's step is refused after its last day and taken on it; a late step of the other side is taken",
      step: ({ at, event, step, policy }) => {
        const clock = of.clocks[event.type];
        if (clock === undefined || nextOf(of, at.state) !== event.type) return undefined;
        const from = triggerOf(of, at.state, policy, counted);
        if (from === undefined) return undefined;
        const { at: received, on } = /** @type {Event} */ (event);
        const moment = /** @type {string} */ (received ?? on);
        const due = after(from, clock.workingDays);
        const counts = received === undefined ? dayOf(moment) : countsOn(moment, policy.readings['receipt-hour']);
        const refusedAsLate = !step.accepted && step.refusals.some((/** @type {any} */ { test }) => test === 'step-is-in-time');
        const isLate = counts === undefined ? dayOf(moment) > due : counts > due;
        return refusedAsLate === (isLate && clock.refusedLate === true)
          ? undefined
          : `it is ${refusedAsLate ? '' : 'not '}refused as late; its last day is ${due}, and it counts on ${counts}`;
      },
    },
    {
      id: 'replay',
      says: 'a whole history, folded by replay, goes the way that its steps go one by one',
      state: (at) => {
        const [first] = wayTo(at);
        if (first === undefined || at.policy === undefined) return undefined;
        const opening = openingOf(first.opened);
        const folded = machine.replay(opening, first.events, at.policy);
        let state = first.opened;
        for (const event of first.events) state = machine.transition(state, event, at.policy).case;
        return JSON.stringify(folded.case) === JSON.stringify(state)
          ? undefined
          : `it folds to ${folded.case.stage}, and not to ${state.stage}`;
      },
    },
  ];
}

/** The step under a clock that is next, by the order of the documents. @param {Documented} of @param {any} state */
function nextOf({ clocks, needs }, { history }) {
  const has = (/** @type {string} */ type) => history.some((/** @type {Event} */ event) => event.type === type);
  return Object.keys(clocks).find((type) => !has(type) && (needs[type] ?? []).every(has));
}

/** The day from which the running clock counts, or nothing where it cannot be told. @param {Documented} of @param {any} state @param {any} policy @param {ReturnType<typeof counting>} counted */
function triggerOf(of, state, { readings }, { dayOf, countsOn }) {
  if (of.id === 'actionAgainstMember') return dayOf(calledFor(of, state)); // it counts on its London day, at whatever hour
  if (of.id !== 'supportAppealProcedure') return countsOn(calledFor(of, state), readings['receipt-hour']);
  const appeal = state.history.at(-1);
  if (readings['response-clock'] === 'receipt') return countsOn(appeal.at, readings['receipt-hour']);
  return appeal.sentAt === undefined ? undefined : dayOf(appeal.sentAt); // the reading of the hour is about what is received
}

/**
 * They are small enough to be searched whole each time.
 *
 * @param {Library} library
 * @param {Calendar} calendar
 */
export function procedures(library, calendar) {
  const counted = counting(calendar);
  return explored.map((of) => {
    const machine = /** @type {AnyMachine} */ (/** @type {unknown} */ (library[of.id]));
    /** @type {Abstraction} */
    const abstraction = {
      openings: of.openings,
      forms: formsOf(of, counted),
      // What is asked next turns on the last step and on what opened the case; beside them, on whether the support was discussed, and on what was remembered.
      keyOf: (state, ghost) => JSON.stringify([state.stage, openingOf(state), state.history.at(-1), ghost]),
      remember: ({ steps }, _, { type }) => ({ steps: [...new Set([.../** @type {string[]} */ (steps), type])] }),
      nothing: { steps: [] },
      days: (state) => [counted.dayOf(calledFor(of, state))],
      everyPolicy: true,
      isOver: ({ history }) => of.isOver(history),
    };
    const policies = everyCombination(of.readings).map((readings) => library.definePolicy({ readings }));
    return { title: of.title ?? of.id, machine, abstraction, policies, theorems: theorems(library, of, counted) };
  });
}
