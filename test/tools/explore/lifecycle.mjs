// The programme's lifecycle, made finite: each event on the days before, on and after every deadline and bound, to the second where the deadline is one; a first and a
// later portfolio, with and without the cohort's dates; and every reading on which something turns. And what the support policy promises and forbids.
import { sideBySide } from './policies.mjs';
import { ofEveryMachine } from './theorems.mjs';
import { shifted, wayTo } from './search.mjs';

/**
 * @import { Case, CaseEvent, Cohort, Programme } from 'professional-status'
 * @import { Abstraction, Theorem } from './search.mjs'
 * @typedef {Pick<typeof import('professional-status'), 'programmeLifecycle' | 'replayChain' | 'definePolicy' | 'clauses' | 'assessSubmission' | 'assessResubmission' | 'nextAvailableCohort'>} Library
 * @typedef {{ readonly met: boolean, readonly resubmitted: boolean, readonly free: number, readonly mustRestart: boolean }} Ghost
 */

const roles = ['participant', 'supporter', 'mentor', 'professional-status-team', 'reviewers', 'set'];

/** Made up, with dates like those of real cohorts: the first submission in summer time, the resubmission in winter time. */
const dates = /** @type {const} */ ({
  QTLS: { startsOn: '2021-01-10', notice: ['2020-12-10', '2020-12-11'], first: '2021-06-30', second: '2022-01-31' },
  ATS: { startsOn: '2021-10-04', notice: ['2021-09-04', '2021-09-05'], first: '2022-09-30', second: '2023-02-28' },
});
const variants = /** @type {const} */ ([
  { name: 'a', first: true, second: true },
  { name: 'b', first: false, second: false },
  { name: 'c', first: true, second: false },
  { name: 'd', first: false, second: true },
]);

/**
 * The entry of a cohort with dates is open up to the last day that is tried; the one without any starts the day after, so that it is available whenever a restart is
 * triggered, by every reading.
 * @param {Programme} programme @param {(typeof variants)[number]} variant @returns {Cohort}
 */
function cohortOf(programme, { name, first, second }) {
  const { startsOn, first: on, second: again } = dates[programme];
  const last = shifted(again, 60);
  return {
    id: `${programme}-${name}`,
    programme,
    ...(first || second ? { startsOn, entryCloses: last } : { startsOn: shifted(last, 1) }),
    ...(first && { submissionDeadline: `${on}T17:00:00+01:00` }),
    ...(second && { resubmissionDeadline: `${again}T17:00:00+00:00` }),
  };
}

/** The days on which something turns in a programme, with their neighbours. @param {Programme} programme @param {boolean} whole */
function daysOf(programme, whole) {
  const { startsOn, first, second } = dates[programme];
  const near = [-1, 0, 1];
  const turning = [first, second].flatMap((day) => near.map((days) => shifted(day, days)));
  return whole ? [startsOn, ...turning, shifted(second, 60)] : [startsOn, ...turning.slice(1)];
}

/** The instants at which something turns: the last second in time, the first that is late, and days at some distance. @param {Programme} programme @param {boolean} whole */
function instantsOf(programme, whole) {
  const { startsOn, first, second } = dates[programme];
  const turning = [`${first}T17:00:00+01:00`, `${first}T17:00:01+01:00`, `${second}T17:00:00+00:00`, `${second}T17:00:01+00:00`];
  const neighbours = [
    `${startsOn}T00:00:00Z`,
    `${shifted(first, -1)}T23:59:59+01:00`,
    `${shifted(first, 1)}T00:00:00+01:00`,
    `${shifted(second, 1)}T00:00:00Z`,
  ];
  return whole ? [...turning, ...neighbours] : [...turning, ...neighbours.slice(2)];
}

/** Every event in every form. @param {Programme} programme @param {boolean} whole @returns {readonly CaseEvent[]} */
function formsOf(programme, whole) {
  const [days, instants] = [daysOf(programme, whole), instantsOf(programme, whole)];
  const { notice, startsOn, second } = dates[programme];
  const day = shifted(second, 60);
  const other = programme === 'QTLS' ? 'ATS' : 'QTLS';
  const next = variantsFor(whole).map((variant) => cohortOf(programme, variant));
  /** @type {Readonly<Record<string, readonly object[]>>} */
  const ways = {
    'portfolio-issued': on(days),
    'supporter-appointed': on([startsOn]),
    'mentor-requested': on([startsOn]),
    'mentor-appointed': on([startsOn]),
    'adjustments-requested': on([...notice, startsOn]),
    'special-arrangement-agreed': on(arrangedOn(programme)),
    'portfolio-submitted': instants.map((at) => ({ at })),
    'submission-deadline-missed': on(days),
    'review-started': on(days),
    'outcome-released': ['criteria-met', 'criteria-not-met'].flatMap((reviewOutcome) =>
      on(days).map((each) => ({ ...each, reviewOutcome })),
    ),
    'feedback-issued': on([day]),
    'portfolio-resubmitted': instants.map((at) => ({ at })),
    'resubmission-deadline-missed': on(days),
    'second-review-started': on(days),
    'status-awarded': on(days),
    restarted: [
      ...next.map((cohort) => ({ on: day, cohort })),
      { on: day, cohort: cohortOf(other, variants[0]) },
      { on: day, cohort: { id: `${programme}-closed`, programme, startsOn, entryCloses: notice[0] } },
      { on: day, cohort: /** @type {Cohort} */ (next[0]), registeredOn: startsOn },
    ],
    withdrawn: on([startsOn, day]),
  };
  return /** @type {readonly CaseEvent[]} */ (
    /** @type {unknown} */ (Object.entries(ways).flatMap(([type, each]) => each.map((facts) => ({ type, ...facts }))))
  );
}

/** Days of an arrangement: before any outcome, and after most of them. @param {Programme} programme */
const arrangedOn = (programme) => [dates[programme].startsOn, shifted(dates[programme].second, 60)];

/** @param {readonly string[]} days */
const on = (days) => days.map((each) => ({ on: each }));

/** @param {boolean} whole */
const variantsFor = (whole) => (whole ? variants : variants.slice(0, 2));

/** Which dates of a case can still decide something at its stage; the others are not told apart. @type {Readonly<Record<string, readonly string[]>>} */
const living = {
  'in-programme': ['issuedOn'],
  submitted: ['submittedAt', 'late'],
  'under-review': ['submittedAt', 'late'],
  'criteria-met': ['metOn'],
  'criteria-not-met': ['notMetOn'],
  resubmitted: ['resubmittedAt'],
  'under-second-review': ['resubmittedAt'],
  'restart-required': ['reason', 'restartFrom'],
};
const finals = ['awarded', 'restarted', 'withdrawn'];

/** Whether a history holds what later answers turn on: who was appointed, what was applied for and agreed by when, and which outcomes wait for feedback. @param {Case} state */
function heldBy(state) {
  const { stage, history, cohort } = state;
  const has = (/** @type {string} */ type) => history.some((event) => event.type === type);
  const last = (/** @type {string} */ type) => history.map((event) => event.type).lastIndexOf(/** @type {any} */ (type));
  const requested = history.flatMap((event) => (event.type === 'adjustments-requested' && event.on < cohort.startsOn ? [event.on] : []));
  const arranged = history.flatMap((event) => (event.type === 'special-arrangement-agreed' ? [event.on] : []));
  const notMetOn = 'notMetOn' in state ? state.notMetOn : undefined;
  const entering = stage === 'registered' || stage === 'in-programme';
  const awaitsFirstOutcome = entering || stage === 'submitted' || stage === 'under-review'; // which a later arrangement does not precede
  return [
    entering && has('supporter-appointed'),
    entering && [has('mentor-requested') || has('mentor-appointed'), last('mentor-requested') > last('mentor-appointed')],
    requested.sort()[0],
    awaitsFirstOutcome && arranged.sort()[0],
    notMetOn !== undefined && arranged.some((day) => day <= notMetOn),
    notMetOn !== undefined && arrangedOn(cohort.programme).map((day) => day <= notMetOn),
    waitingIn(state),
  ].join();
}

/** Which outcomes wait for feedback. @param {Case} state */
function waitingIn({ history }) {
  const outcomes = history.flatMap((event) => {
    if (event.type === 'feedback-issued') return ['.'];
    return event.type === 'outcome-released' ? [event.reviewOutcome === 'criteria-met' ? 'M' : 'N'] : [];
  });
  return outcomes.join('').replace(/\.+/g, '.');
}

/** @param {Case} state @param {Ghost} ghost */
function keyOf(state, { met, resubmitted, free, mustRestart }) {
  const kept = [state.stage, state.cohort.id, state.portfolio > 1, met, resubmitted, free, mustRestart].join();
  if (finals.includes(state.stage)) {
    const ended = `${kept},${waitingIn(state)}`;
    return state.stage === 'restarted' ? `${ended},${state.next.cohort.id},${state.next.registeredOn}` : ended;
  }
  const alive = (living[state.stage] ?? []).map((name) => /** @type {any} */ (state)[name]);
  return [kept, ...alive, heldBy(state)].join();
}

/** @param {Ghost} ghost @param {Case} before @param {CaseEvent} event @param {any} step @returns {Ghost} */
function remember(ghost, before, event, step) {
  const { resubmissionDeadline } = before.cohort;
  const late =
    event.type === 'portfolio-resubmitted' && resubmissionDeadline !== undefined && Date.parse(event.at) > Date.parse(resubmissionDeadline);
  const failed = event.type === 'outcome-released' && event.reviewOutcome === 'criteria-not-met' && ghost.resubmitted;
  const gained = step.effects.filter(
    (/** @type {any} */ effect) => effect.type === 'entitlement-gained' && effect.entitlement === 'free-resubmission',
  );
  return {
    met: ghost.met || (event.type === 'outcome-released' && event.reviewOutcome === 'criteria-met'),
    resubmitted: ghost.resubmitted || event.type === 'portfolio-resubmitted',
    free: Math.min(2, ghost.free + gained.length),
    mustRestart: ghost.mustRestart || late || failed,
  };
}

/** @param {Library} library @returns {readonly Theorem[]} */
const theorems = ({ programmeLifecycle: machine, replayChain, clauses, ...rules }) => [
  ...ofEveryMachine(machine, clauses, roles),
  {
    id: 'one-resubmission',
    says: '6.2.1: at most one free resubmission for a portfolio; by reading, none for a later one',
    step: ({ at, event, step, policy, ghost }) => {
      if (!step.accepted) return undefined;
      const { free } = /** @type {Ghost} */ (ghost);
      if (free > 1) return 'it brings a second free resubmission';
      if (event.type === 'portfolio-resubmitted' && at.ghost['resubmitted']) return 'it is the second resubmission';
      const none = at.state.portfolio > 1 && policy.readings['resubmission-after-restart'] === 'once-per-person';
      return none && free > Number(at.ghost['free']) ? 'it brings a free resubmission to a later portfolio' : undefined;
    },
  },
  {
    id: 'award',
    says: '4.3: no award without a met outcome',
    step: ({ step, ghost }) =>
      step.accepted && step.case.stage === 'awarded' && !ghost['met'] ? 'it awards, and no outcome was met' : undefined,
  },
  {
    id: 'review-after-deadline',
    says: '4.4: no outcome is dated before the day of the deadline by which the portfolio came, and so no award is',
    step: ({ at, event: tried, step }) => {
      const event = /** @type {CaseEvent} */ (tried);
      const due = at.state.cohort.submissionDeadline;
      if (!step.accepted || due === undefined) return undefined;
      if (event.type === 'outcome-released' && ['submitted', 'under-review'].includes(at.state.stage))
        return event.on < due.slice(0, 10) && Date.parse(at.state.submittedAt) <= Date.parse(due)
          ? `its outcome is dated ${event.on}`
          : undefined;
      const inTime = step.case.stage === 'awarded' && Date.parse(step.case.submittedAt) <= Date.parse(due);
      return inTime && step.case.awardedOn < due.slice(0, 10) ? `its award is dated ${step.case.awardedOn}` : undefined;
    },
  },
  {
    id: 'late-meets-nothing',
    says: '4.4, 6.2.3: a portfolio that comes after its deadline meets no duty and uses no opportunity',
    step: ({ at, event: tried, step }) => {
      const event = /** @type {CaseEvent} */ (tried);
      const { submissionDeadline, resubmissionDeadline } = at.state.cohort;
      if (event.type !== 'portfolio-submitted' && event.type !== 'portfolio-resubmitted') return undefined;
      const due = event.type === 'portfolio-submitted' ? submissionDeadline : resubmissionDeadline;
      if (!step.accepted || due === undefined || Date.parse(event.at) <= Date.parse(due)) return undefined;
      const met = step.effects.find((/** @type {any} */ effect) => effect.type === 'duty-met');
      return met && `it is late, and meets ${met.duty}`;
    },
  },
  {
    id: 'missed',
    says: '4.4, 6.2.3: of a deadline that has passed with nothing recorded, a position says what the rule of its clause says',
    position: ({ at, asOf, position, policy }) => {
      const expected = missedBy(rules, at.state, asOf, policy);
      if (expected === undefined) return undefined;
      const { outcome, event } = expected;
      const passed = !outcome.startsWith('awaiting');
      const recorded = at.state.history.some((/** @type {any} */ each) => each.type === event);
      const has = (/** @type {any} */ list, /** @type {string} */ key, /** @type {string} */ value) =>
        list.some((/** @type {any} */ each) => each[key] === value);
      if (has(position.warnings, 'code', 'missed-deadline-not-recorded') !== (passed && !recorded))
        return `the rule says ${outcome}, and the warning is not as it says`;
      if (has(position.duties, 'what', 'restart') !== (outcome === 'restart'))
        return `the rule says ${outcome}, and the restart is not as it says`;
      const needed = position.unsettled.some((/** @type {any} */ need) => need.kind === 'document');
      if (needed !== (outcome === 'restart' || outcome === 'undetermined'))
        return `the rule says ${outcome}, and what is needed is not as it says`;
      if (!passed && position.duties.some((/** @type {any} */ { status }) => status === 'overdue' || status === 'lapsed'))
        return `the rule says ${outcome}, and its time is said to be over`;
      return passed && !recorded && position.permitted[0]?.type !== event ? `${event} does not come first` : undefined;
    },
  },
  {
    id: 'restart-available',
    says: '6.2.3: a restart is with a cohort that was available on the day that triggered it, by every reading of that',
    step: ({ at, event: tried, step, policy }) => {
      const event = /** @type {CaseEvent} */ (tried);
      if (event.type !== 'restarted' || !step.accepted) return undefined;
      const { programme } = at.state.cohort;
      const trigger = at.state.restartFrom;
      const { outcome } = rules.nextAvailableCohort({ programme, trigger, cohorts: [event.cohort] }, policy);
      return outcome === 'found' ? undefined : `it restarts with ${event.cohort.id}, which was not available on ${trigger}`;
    },
  },
  {
    id: 'restart-only',
    says: '6.2.3: a late or failed resubmission leads to a restart and nothing else',
    step: ({ step, ghost }) =>
      step.accepted && ghost['mustRestart'] && !['restart-required', 'restarted', 'withdrawn'].includes(step.case.stage)
        ? `it leads to ${step.case.stage}`
        : undefined,
  },
  {
    id: 'restart-opens',
    says: '6.2.3: a restart opens the next portfolio of the same person, in the same programme and another cohort',
    step: ({ at, event, step }) => {
      if (!step.accepted) return undefined;
      const opened = step.effects.flatMap((/** @type {any} */ effect) => (effect.type === 'case-opened' ? [effect.registration] : []));
      if (opened.length !== Number(event.type === 'restarted')) return `it opens ${opened.length} cases`;
      if (opened.length === 0) return undefined;
      const [{ participant, portfolio, cohort }] = opened;
      if (participant !== at.state.participant) return `it opens a case of ${participant}`;
      if (portfolio !== at.state.portfolio + 1) return `it opens portfolio ${portfolio} after portfolio ${at.state.portfolio}`;
      if (cohort.programme !== at.state.cohort.programme) return `it opens a case in ${cohort.programme}`;
      if (cohort.id === at.state.cohort.id) return 'it opens a case in the same cohort';
      const next = machine.open(opened[0]);
      return next.stage === 'registered' && next.history.length === 0 ? undefined : `the case that it opens is at ${next.stage}`;
    },
  },
  {
    id: 'chain',
    says: 'a whole history, folded by replayChain, goes the way that its events go one by one',
    state: (at) => {
      const policy = at.policy;
      if (policy === undefined) return undefined;
      const [first, ...others] = wayTo(at);
      if (first === undefined) return 'nothing leads here';
      const { participant, cohort, registeredOn, portfolio } = first.opened;
      const events = [first, ...others].flatMap((each) => each.events);
      const { cases } = replayChain({ participant, cohort, registeredOn, portfolio }, /** @type {CaseEvent[]} */ (events), policy);
      const gone = [first.opened];
      for (const event of events) {
        const step = machine.transition(/** @type {Case} */ (gone.at(-1)), /** @type {CaseEvent} */ (event), policy);
        const restarted = step.accepted && step.case.stage === 'restarted';
        gone[gone.length - 1] = step.case;
        if (restarted) gone.push(machine.open(/** @type {any} */ (step.case).next));
      }
      return JSON.stringify(cases) === JSON.stringify(gone)
        ? undefined
        : `it folds to ${JSON.stringify(cases.at(-1)?.stage)}, and not to ${JSON.stringify(gone.at(-1)?.stage)}`;
    },
  },
];

/**
 * What the rule of a deadline's clause says at a stage that waits for a portfolio, and the event that records a miss.
 * @param {Pick<Library, 'assessSubmission' | 'assessResubmission'>} rules @param {Case} state @param {string} asOf @param {any} policy
 * @returns {{ readonly outcome: string, readonly event: string } | undefined}
 */
function missedBy({ assessSubmission, assessResubmission }, { stage, cohort }, asOf, policy) {
  const { submissionDeadline, resubmissionDeadline } = cohort;
  const day = /** @type {import('professional-status').PlainDate} */ (asOf);
  if (stage === 'in-programme' && submissionDeadline !== undefined)
    return { outcome: assessSubmission({ submissionDeadline, asOf: day }, policy).outcome, event: 'submission-deadline-missed' };
  if (stage === 'criteria-not-met' && resubmissionDeadline !== undefined)
    return { outcome: assessResubmission({ resubmissionDeadline, asOf: day }, policy).outcome, event: 'resubmission-deadline-missed' };
  return undefined;
}

/** Readings that meet in one test of the lifecycle, in groups; no test asks for two of different groups. */
const groups = {
  stage: {
    'first-deadline-missed': ['not-settled-here', 'restart', 'withdrawn'],
    'never-resubmitted': ['restart', 'not-settled-here'],
    'resubmission-after-restart': ['each-portfolio', 'once-per-person'],
  },
  support: { 'support-during-restart': ['open', 'closed'], 'support-window-ends': ['inclusive', 'end-exclusive'] },
  feedback: {
    'feedback-when-met': ['not-promised', 'promised'],
    'feedback-on-second-review': ['each-not-met', 'first-only'],
    'feedback-after-withdrawal': ['not-settled-here', 'ends', 'stays-owed'],
  },
  next: { 'next-cohort': ['entry-open', 'entry-open-not-started', 'starts-after'] },
  earlier: { 'adjustments-after-restart': ['not-settled-here', 'serves', 'lapses'] },
  further: {
    'further-support-applied': ['applied', 'applied-timely'],
    'notice-month': ['count-back', 'count-forward'],
    'notice-boundary': ['inclusive', 'clear-month'],
    'notice-effect': ['advisory', 'condition'],
  },
};

/**
 * @param {Library} library
 * @param {{ readonly whole: boolean }} size Whether every cohort, day and reading is tried, or a part in which every cell is.
 */
export function lifecycle(library, { whole }) {
  const [qtls, ats] = [formsOf('QTLS', whole), formsOf('ATS', whole)];
  const cohorts = /** @type {const} */ (['QTLS', 'ATS']).flatMap((programme) =>
    variantsFor(whole).map((variant) => cohortOf(programme, variant)),
  );
  const asked = (/** @type {Programme} */ programme) => (whole ? daysOf(programme, true) : [shifted(dates[programme].second, 60)]);
  const all = sideBySide(Object.values(groups));
  const readings = whole ? all : all.filter((_, index) => index % 5 === 0); // in which each reading still takes each of its options
  /** @type {Abstraction} */
  const abstraction = {
    openings: cohorts.map((cohort) => ({ participant: 'p-1', cohort, registeredOn: cohort.startsOn })),
    forms: ({ cohort }) => (cohort.programme === 'QTLS' ? qtls : ats),
    keyOf: (state, ghost) => keyOf(state, /** @type {any} */ (ghost)),
    remember: (ghost, before, event, step) => remember(/** @type {any} */ (ghost), before, /** @type {any} */ (event), step),
    nothing: { met: false, resubmitted: false, free: 0, mustRestart: false },
    days: ({ history, registeredOn, cohort }) => {
      const happened = history.map((/** @type {any} */ event) => (event.at ?? event.on).slice(0, 10));
      const last = [registeredOn, ...happened].sort().at(-1);
      return [...new Set([last, ...asked(cohort.programme).filter((day) => day > last)])];
    },
    everyPolicy: whole,
    effectAs: (effect) => JSON.stringify(effect).replace(/"portfolio":\d+/, '"portfolio":"later"'), // a third portfolio is as the second
    isOver: ({ stage }) => finals.includes(stage),
    opens: (state) => (state.stage === 'restarted' ? [state.next] : []),
  };
  return {
    title: 'programmeLifecycle',
    machine: library.programmeLifecycle,
    abstraction,
    policies: readings.map((chosen) => library.definePolicy({ readings: chosen })),
    theorems: theorems(library),
  };
}
