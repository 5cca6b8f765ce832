// My dates: every date that a cohort brings a participant, counted down.
import { labels } from 'professional-status';
import { daysBetween } from 'professional-status/calendar';
import { dayOf } from '../../cohort/decide.mjs';
import { addressOf } from '../address.mjs';
import { button, choice, download, fill, h } from '../dom.mjs';
import { answer, drawnFrom, issuesOf, plainly, saidOf, tellWrong } from '../fields.mjs';
import { clauseLink } from '../marks.mjs';
import { momentField } from '../moment.mjs';
import { policyOf } from '../policy.mjs';
import { cohortsOf, inProgramme, LETTER, withValue } from '../state.mjs';
import { now, send } from '../store.mjs';
import { policyLine } from '../switches.mjs';
import { inWords, plural, words } from '../words.mjs';
import { checkDates, datesOf } from './dates.mjs';
import { diaryOf } from './diary.mjs';

/** @import { PlainDate } from 'professional-status' */
/** @import { Read } from '../moment.mjs' */
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
  const programmes = choice('Your programme', ['QTLS', 'ATS'], {
    id: 'dates-programme',
    value: programme,
    take: (chosen) => send({ type: 'dates-changed', changes: inProgramme(now(), /** @type {'QTLS' | 'ATS'} */ (chosen)) }),
  });
  const offered = cohortsOf(state).filter((each) => each.programme === programme);
  const cohorts = offered.map(({ id, startsOn }) => /** @type {const} */ ([id, `starts ${inWords(startsOn)} (${id})`]));
  const joined = choice('Your cohort', [['', 'choose'], ...cohorts, [LETTER, 'I have the dates in a letter']], {
    id: 'dates-cohort',
    value: cohort,
    take: (chosen) => send({ type: 'dates-changed', changes: { cohort: chosen } }),
  });
  const letterFields = asked.map(([name, label, kind]) => {
    const id = `${LETTER}-${name}`;
    const set = (/** @type {Read} */ { value, unread }) => {
      const { letter: others, wrong: told } = now().dates;
      const changed = withValue(/** @type {Record<string, any>} */ (others), name, value);
      send({ type: 'dates-changed', changes: { letter: changed, wrong: withValue(told, id, unread) } });
    };
    return momentField({ id, label, kind, value: letter[name] ?? '', unread: wrong[id], set }).field;
  });
  const counted = momentField({
    id: 'dates-as-of',
    label: 'Counted from',
    kind: 'date',
    value: asOf,
    isNeeded: true,
    unread: wrong['dates-as-of'],
    set: ({ value, unread }) => {
      const told = withValue(now().dates.wrong, 'dates-as-of', unread);
      send({ type: 'dates-changed', changes: { wrong: told, ...(!unread && { asOf: /** @type {PlainDate} */ (value) }) } });
    },
  });
  fill('dates-form', programmes.field, joined.field, h('p.hint', whose(state)), ...(cohort === LETTER ? letterFields : []), counted.field);
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
  if (tellWrong('dates', 'There is no answer: these dates cannot be so', fieldNames, problems)) return;
  const dates = given === undefined ? [] : datesOf(given, cohortsOf(state), policyOf(state));
  if (dates.length > 0) return showList(state, dates);
  const ask = cohort === LETTER ? 'Enter the dates from your letter' : 'Choose your cohort';
  answer('dates', undefined, ask, h('p.hint', `Each date is counted from ${inWords(asOf)}.`));
}

/** @param {State} state @param {readonly Dated[]} dates */
function showList(state, dates) {
  const { asOf, programme, cohort } = state.dates;
  const coming = dates.find(({ on, to }) => on !== undefined && dayOf(to ?? on) >= asOf);
  const line = coming?.on ? `Next: ${coming.heading}, ${inWords(coming.on)}` : 'All these dates have passed';
  const saveDiary = () => download(`${cohort}.ics`, 'text/calendar', diaryOf(dates, asOf, `${programme}.${cohort}`));
  answer(
    'dates',
    undefined,
    line,
    h('ol.dates', ...dates.map((each) => itemOf(each, asOf, each === coming))),
    h('p.cite', policyLine(state)),
    h(
      'div.keep',
      button('Add these dates to a calendar (.ics)', saveDiary, { id: 'save-dates' }),
      button('Print', () => print()),
      cohort === LETTER
        ? h('span.hint', 'A link would not hold dates from a letter: an address may be logged.')
        : h('a', { href: addressOf(state) }, 'Link to these dates'),
    ),
  );
}

/** @param {Dated} dated @param {PlainDate} asOf @param {boolean} isNext */
function itemOf({ code, heading, on, to, says, who, clause }, asOf, isNext) {
  const when = on === undefined ? 'not known here' : to === undefined ? inWords(on) : `${inWords(on)} to ${inWords(to)}`;
  return h(
    'li',
    { 'data-date': code, class: isNext ? 'next' : '' },
    h('p.when', h('time', on === undefined ? {} : { datetime: on }, when), h('span.left', leftTo(on, to, asOf))),
    h('div', h('h3', heading), h('p', says), who && h('p.hint', `Who acts: ${labels.role[who]}`), clause && clauseLink(clause)),
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
