// Generated cases: the same ones in every run, by a seeded generator and no clock. They go through JSON, so that their texts are as a store or a form gives them.
import { londonInstant, replay } from 'professional-status';
import { dateOn, dayOf } from './floors.mjs';

/** Gives numbers from 0 to below a bound, always the same. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

const made = (count, seed, make) => {
  const below = generator(seed);
  return JSON.parse(JSON.stringify(Array.from({ length: count }, () => make(below))));
};
const [first, last] = [dayOf('2012-01-01'), dayOf('2028-06-30')];
const anyDay = (below) => first + below(last - first);

/** Requests for adjustments: from two months before the start to ten days after the last day in time; one in five starts at the end of a month. */
export const requests = (count) =>
  made(count, 1, (below) => {
    const day = anyDay(below);
    const start = below(5) === 0 ? dayOf(`${dateOn(day).slice(0, 8)}01`) - 1 : day;
    return { requestedOn: dateOn(start - 20 - below(42)), programmeStartsOn: dateOn(start) };
  });

/** Support appeals, of which one in ten has another ground and one in ten was not discussed. */
export const appeals = (count) =>
  made(count, 2, (below) => ({
    discussedWithTeam: below(10) > 0,
    ground: below(10) > 0 ? 'sufficiency-of-support' : 'other',
    receivedAt: dateOn(anyDay(below)),
  }));

/** Reviews, each with its deadline and a submission in time. */
export const reviews = (count) =>
  made(count, 3, (below) => {
    const deadline = anyDay(below);
    return {
      reviewOutcome: below(5) < 3 ? 'criteria-met' : 'criteria-not-met',
      attempt: below(10) < 7 ? 'submission' : 'resubmission',
      submittedOn: dateOn(deadline - below(40)),
      deadline: dateOn(deadline),
    };
  });

const cohorts = [
  ['qtls-2020-10', '2020-10-01', '2021-03-31', '2021-10-31'],
  ['qtls-2021-01', '2021-01-10', '2021-06-30', '2022-03-31'],
  ['qtls-2023-01', '2023-01-10', '2023-06-30', '2024-03-31'],
  ['qtls-2023-10', '2023-10-02', '2024-03-31', '2024-10-31'],
].map(([id, startsOn, submission, resubmission]) => ({
  id,
  programme: 'QTLS',
  startsOn,
  submissionDeadline: londonInstant(submission, '17:00:00'),
  resubmissionDeadline: londonInstant(resubmission, '17:00:00'),
}));
const instantOn = (day, below) => londonInstant(dateOn(day), `${String(8 + below(12)).padStart(2, '0')}:${below(2) ? '00' : '59'}:00`);

const registered = (cohort, events, below) => ({
  registration: { participant: `p-${below(1e6)}`, cohort, registeredOn: dateOn(dayOf(cohort.startsOn) - 1 - below(20)) },
  events,
});

/** What happens to a participant, on days that follow each other. Some of it may be refused, and some portfolios are late. */
function life(cohort, below, isResubmitted = below(2) > 0) {
  const { startsOn, submissionDeadline, resubmissionDeadline } = cohort;
  const [starts, due, again] = [startsOn, submissionDeadline, resubmissionDeadline].map(dayOf);
  const on = (type, day, more) => ({ type, on: dateOn(day), ...more });
  const at = (type, day) => ({ type, at: instantOn(day, below) });
  const outcome = (day, isMet) => on('outcome-released', day, { reviewOutcome: isMet ? 'criteria-met' : 'criteria-not-met' });
  const entry = [
    on('portfolio-issued', starts + below(9)),
    on('supporter-appointed', starts + 10 + below(30)),
    at('portfolio-submitted', due + 1 - below(20)),
    on('review-started', due - 1 + below(9)),
  ];
  const end = on('status-awarded', again + 60);
  if (!isResubmitted) return [...entry, outcome(due + 10 + below(20), true), end];
  const second = [
    at('portfolio-resubmitted', again + 2 - below(40)),
    on('second-review-started', again + 3),
    outcome(again + 30, below(4) > 0),
  ];
  return [...entry, outcome(due + 10 + below(20), false), ...second, end];
}

/** Registrations with six to nine dated events, of which some come where the stage refuses them. */
export const histories = (count) =>
  made(count, 4, (below) => {
    const cohort = cohorts[below(cohorts.length)];
    const events = life(cohort, below);
    if (events.length > 7 && below(3) === 0) events.splice(below(events.length), 1);
    while (events.length < 6 + below(4)) {
      const place = below(events.length);
      const { type, reviewOutcome, on: date } = events[below(events.length)];
      const day = events[place].on ?? events[place].at.slice(0, 10);
      const again = { type, ...(date === undefined ? { at: instantOn(dayOf(day), below) } : { on: day }) };
      events.splice(place, 0, reviewOutcome === undefined ? again : { ...again, reviewOutcome });
    }
    return registered(cohort, events, below);
  });

/** The life of a portfolio that is resubmitted, in nine events that are all taken. */
export const nineEvents = (count) =>
  made(count * 2, 5, (below) => {
    const cohort = cohorts[below(cohorts.length)];
    const [issued, appointed, ...later] = life(cohort, below, true).slice(0, -1);
    return registered(cohort, [issued, appointed, { ...appointed, on: dateOn(dayOf(appointed.on) + 1) }, ...later], below);
  })
    .filter(({ registration, events }) => replay(registration, events).case.history.length === 9)
    .slice(0, count);

/** Cases of every stage as a store holds them on a day, each somewhere in its life; those that had not begun are left out. */
export const stored = (count, asOf) =>
  made(count * 2, 6, (below) => {
    const cohort = cohorts[below(cohorts.length)];
    const { registration, events } = registered(cohort, life(cohort, below), below);
    const happened = events.filter(({ on, at }) => (on ?? at.slice(0, 10)) < asOf).slice(0, below(events.length + 1));
    return replay(registration, happened).case;
  })
    .filter(({ registeredOn }) => registeredOn < asOf)
    .slice(0, count);

/** The malformed twins of some facts: a fact is left out, or is nonsense, or one is added. */
export const spoiled = (facts) =>
  facts.slice(0, 50).flatMap((given) => {
    const [name, ...names] = Object.keys(given);
    const rest = Object.fromEntries(names.map((other) => [other, given[other]]));
    return [rest, { ...given, [name]: '2021-02-30' }, { ...given, unheard: true }, null];
  });
