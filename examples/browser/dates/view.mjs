// My dates: every date that a cohort brings a participant, counted down.
import { labels } from 'professional-status';
import { daysBetween } from 'professional-status/calendar';
import { addressOf } from '../address.mjs';
import { choice, download, fill, h } from '../dom.mjs';
import { announce, drawnFrom, issuesOf, noAnswer, plainly, saidOf, sayAll } from '../fields.mjs';
import { clauseLink } from '../marks.mjs';
import { momentField, neededDay } from '../moment.mjs';
import { policyOf } from '../policy.mjs';
import { cohortsOf, inProgramme, LETTER, withValue } from '../state.mjs';
import { now, send } from '../store.mjs';
import { policyLine } from '../switches.mjs';
import { inWords, plural, words } from '../words.mjs';
import { checkDates, datesOf, dayOf } from './dates.mjs';
import { diaryOf } from './diary.mjs';

/** @import { PlainDate } from 'professional-status' */
/** @import { State } from '../state.mjs' */
/** @import { Dated, Given } from './dates.mjs' */

/** The dates that a letter may give. @type {readonly (readonly [name: 'startsOn' | 'submissionDeadline' | 'resubmissionDeadline', label: string, kind: 'date' | 'instant'])[]} */
const asked = [
  ['startsOn', 'The programme starts on', 'date'],
  ['submissionDeadline', 'Submission deadline', 'instant'],
  ['resubmissionDeadline', 'Resubmission deadline', 'instant'],
];
/** @type {Record<string, string>} */
const fieldNames = { 'dates-as-of': 'Counted from', ...Object.fromEntries(asked.map(([name, text]) => [`${LETTER}-${name}`, text])) };

const draw = drawnFrom((state) => {
  const { programme, cohort, letter, asOf, wrong } = state.dates;
  const programmes = choice(
    'Your programme',
    [
      ['QTLS', 'QTLS'],
      ['ATS', 'ATS'],
    ],
    {
      id: 'dates-programme',
      value: programme,
      onchange: () =>
        send({ type: 'dates-changed', changes: inProgramme(now(), /** @type {'QTLS' | 'ATS'} */ (programmes.control.value)) }),
    },
  );
  const offered = cohortsOf(state).filter((each) => each.programme === programme);
  const joined = choice(
    'Your cohort',
    [
      ['', 'choose'],
      ...offered.map(({ id, startsOn }) => /** @type {const} */ ([id, `starts ${inWords(startsOn)} (${id})`])),
      [LETTER, 'I have the dates in a letter'],
    ],
    {
      id: 'dates-cohort',
      value: cohort,
      onchange: () => send({ type: 'dates-changed', changes: { cohort: joined.control.value } }),
    },
  );
  fill(
    'dates-form',
    programmes.field,
    joined.field,
    h('p', { class: 'hint' }, whose(state)),
    cohort === LETTER &&
      asked.map(
        ([name, text, kind]) =>
          momentField({
            id: `${LETTER}-${name}`,
            label: text,
            kind,
            value: letter[name] ?? '',
            unread: wrong[`${LETTER}-${name}`],
            set: ({ value, unread }) => {
              const { letter: others, wrong: told } = now().dates;
              const changes = { letter: withValue(/** @type {Record<string, any>} */ (others), name, value) };
              send({ type: 'dates-changed', changes: { ...changes, wrong: withValue(told, `${LETTER}-${name}`, unread) } });
            },
          }).field,
      ),
    momentField({
      id: 'dates-as-of',
      label: 'Counted from',
      kind: 'date',
      value: asOf,
      unread: wrong['dates-as-of'],
      set: (read) => {
        const unread = neededDay(read);
        const changes = { wrong: withValue(now().dates.wrong, 'dates-as-of', unread) };
        send({ type: 'dates-changed', changes: unread ? changes : { ...changes, asOf: /** @type {PlainDate} */ (read.value) } });
      },
    }).field,
  );
});

/** Whose cohorts are offered, and which dates of the chosen one are made up. @param {State} state */
function whose({ register, dates }) {
  const { cohortsFrom } = register;
  if (cohortsFrom !== undefined) return `The cohorts offered are those of ${cohortsFrom}.`;
  const made = register.cohorts.find(({ cohort }) => cohort.id === dates.cohort)?.illustrative ?? [];
  const which = made.length > 0 ? ` Made up in the one you chose: ${made.map(words).join(', ')}.` : '';
  return `The cohorts offered are samples of 2020 to 2022, not yours.${which} For your own, take the dates from your letter.`;
}

/** @param {State} state @returns {Given | undefined} */
function givenIn(state) {
  const { programme, cohort, letter } = state.dates;
  return cohort === LETTER ? { ...letter, programme } : cohortsOf(state).find(({ id }) => id === cohort);
}

/** Shows the form and the dates. @param {State} state @param {boolean} anew */
export function showDates(state, anew) {
  const { programme, cohort, asOf, wrong } = state.dates;
  draw(state, anew, [programme, cohort, state.register.cohorts]);
  const given = givenIn(state);
  const told = given === undefined ? [] : issuesOf(() => checkDates(given));
  const unfit = told.map(({ path, message }) => /** @type {const} */ ([`${LETTER}-${String(path[1])}`, `This ${plainly(message)}.`]));
  const unread = Object.entries(saidOf(wrong)).filter(([id]) => id === 'dates-as-of' || cohort === LETTER); // what a field that is shown says
  const problems = { ...Object.fromEntries(unfit), ...Object.fromEntries(unread) };
  sayAll(Object.keys(fieldNames), problems);
  if (Object.keys(problems).length > 0)
    return noAnswer(
      'dates',
      'There is no answer: these dates cannot be so',
      Object.entries(problems).map(([id, message]) => [fieldNames[id] ?? '', message]),
    );
  const dates = given === undefined ? [] : datesOf(given, cohortsOf(state), policyOf(state));
  if (dates.length > 0) return showList(state, dates);
  const ask = cohort === LETTER ? 'Enter the dates from your letter' : 'Choose your cohort';
  fill(
    'dates-answer',
    h('h2', { class: 'line', tabindex: -1 }, ask),
    h('p', { class: 'hint' }, `Each date is counted from ${inWords(asOf)}.`),
  );
  announce(ask);
}

/** @param {State} state @param {readonly Dated[]} dates */
function showList(state, dates) {
  const { asOf, programme, cohort } = state.dates;
  const coming = dates.find(({ on, to }) => on !== undefined && dayOf(to ?? on) >= asOf);
  const line = coming?.on ? `Next: ${coming.heading}, ${inWords(coming.on)}` : 'All these dates have passed';
  const saveDiary = () => download(`${cohort}.ics`, 'text/calendar', diaryOf(dates, asOf, `${programme}.${cohort}`));
  fill(
    'dates-answer',
    h('h2', { class: 'line', tabindex: -1 }, line),
    h(
      'ol',
      { class: 'dates' },
      dates.map((each) => itemOf(each, asOf, each === coming)),
    ),
    h('p', { class: 'cite' }, policyLine(state)),
    h(
      'div',
      { class: 'keep' },
      h('button', { type: 'button', id: 'save-dates', onclick: saveDiary }, 'Add these dates to a calendar (.ics)'),
      h('button', { type: 'button', onclick: () => print() }, 'Print'),
      cohort === LETTER
        ? h('span', { class: 'hint' }, 'A link would not hold dates from a letter: an address may be logged.')
        : h('a', { href: addressOf(state) }, 'Link to these dates'),
    ),
  );
  announce(line);
}

/** @param {Dated} dated @param {PlainDate} asOf @param {boolean} isNext */
function itemOf({ code, heading, on, to, says, who, clause }, asOf, isNext) {
  const when = on === undefined ? 'not known here' : to === undefined ? inWords(on) : `${inWords(on)} to ${inWords(to)}`;
  return h(
    'li',
    { 'data-date': code, class: isNext ? 'next' : '' },
    h(
      'p',
      { class: 'when' },
      h('time', on === undefined ? {} : { datetime: on }, when),
      h('span', { class: 'left' }, leftTo(on, to, asOf)),
    ),
    h(
      'div',
      {},
      h('h3', {}, heading),
      h('p', {}, says),
      who && h('p', { class: 'hint' }, `Who acts: ${labels.role[who]}`),
      clause && clauseLink(clause),
    ),
  );
}

/** How far off a date is. @param {Dated['on']} on @param {Dated['to']} to @param {PlainDate} asOf */
function leftTo(on, to, asOf) {
  if (on === undefined) return '';
  const days = daysBetween(asOf, dayOf(on));
  if (days > 0) return `in ${plural(days, 'day')}`;
  if (to !== undefined && to >= asOf) return 'now';
  return days === 0 ? 'today' : `${plural(-daysBetween(asOf, to ?? dayOf(on)), 'day')} ago`;
}
