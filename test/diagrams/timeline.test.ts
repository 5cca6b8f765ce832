// A case drawn: the picture shows what the lifecycle says of the day, and nothing is told by colour alone.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { scotland } from '../../src/calendar/index.js';
import { timeline } from '../../src/diagrams/index.js';
import { definePolicy, openCase, position, replay, type AnyPolicy, type CaseEvent, type PlainDate } from '../../src/index.js';
import { life } from '../support-policy/lifecycle/support/arbitraries.js';
import { january2021, october2020 } from '../support-policy/lifecycle/support/cohorts.js';
import * as e from '../support-policy/lifecycle/support/events.js';
import { all, named, readXml, tipOf, type Node } from './xml.js';

const opening = { participant: 'p-110', cohort: october2020, registeredOn: '2020-09-18' } as const;
const caseOf = (...events: readonly CaseEvent[]) => replay(opening, events).case;
const issued = e.issued('2020-10-01');
const notMet = [issued, e.submitted(e.at('2021-03-29')), e.notMet('2021-05-14')];

const rows = (svg: string): readonly Node[] => named(readXml(svg), 'g');
const rowOf = (svg: string, tip: string): Node => rows(svg).find((row) => tipOf(row).startsWith(tip)) as Node;
/** The outline of a mark, wherever it stands: its circles and paths. */
const shapeOf = (row: Node): string =>
  all(row)
    .flatMap(({ name, attributes }) => (name === 'path' ? [String(attributes['d'])] : name === 'circle' ? ['ring'] : []))
    .join(' ');

describe('a deadline', () => {
  test.each<[string, PlainDate, readonly CaseEvent[], string]>([
    ['the day before', '2021-10-30', notMet, 'in 1 day'],
    ['on the day', '2021-10-31', notMet, 'due today'],
    ['the day after', '2021-11-01', notMet, 'lapsed 1 day ago'],
    ['when it was met', '2021-11-01', [...notMet, e.resubmitted(e.at('2021-10-31'))], 'met'],
    ['when something came a second late', '2021-11-01', [...notMet, e.resubmitted(e.at('2021-10-31', '17:00:01'))], 'recorded late'],
    ['when the case was closed', '2021-11-01', [...notMet, e.withdrawn('2021-06-01')], 'closed'],
  ])('6.2.3, %s: %s', (_, asOf, events, said) => {
    const row = rowOf(timeline(caseOf(...events), asOf), 'resubmit portfolio by 5pm on 31 October 2021');
    expect(row.text).toContain(`${said} · support/6.2.3`);
  });

  test('has its own shape for each status', () => {
    const shapes = [
      timeline(caseOf(...notMet), '2021-10-30'),
      timeline(caseOf(...notMet), '2021-10-31'),
      timeline(caseOf(...notMet), '2021-11-01'),
      timeline(caseOf(...notMet, e.resubmitted(e.at('2021-10-31'))), '2021-11-01'),
      timeline(caseOf(...notMet, e.resubmitted(e.at('2021-10-31', '17:00:01'))), '2021-11-01'),
      timeline(caseOf(...notMet, e.withdrawn('2021-06-01')), '2021-11-01'),
    ].map((svg) => shapeOf(rowOf(svg, 'resubmit portfolio')));
    const overdue = shapeOf(rowOf(timeline(caseOf(issued), '2021-04-01'), 'submit portfolio'));
    expect(new Set([...shapes, overdue]).size).toBe(7);
  });

  test('of a duty, once it has passed, is hatched from its day to the day asked about', () => {
    const hatched = (asOf: PlainDate) =>
      named(rowOf(timeline(caseOf(issued), asOf), 'submit portfolio'), 'path').filter(({ attributes }) =>
        /^(?:M[\d.]+ [\d.]+L[\d.]+ [\d.]+){5,}$/.test(String(attributes['d'])),
      );
    expect(hatched('2021-03-31')).toHaveLength(0);
    expect(hatched('2021-05-06')).toHaveLength(1);
  });

  test('of an instant an hour after it, on the day itself, is overdue where it is a duty and lapsed where it is a right', () => {
    expect(rowOf(timeline(caseOf(issued), '2021-03-31T18:00:00+01:00'), 'submit portfolio').text).toContain('overdue today');
    expect(rowOf(timeline(caseOf(...notMet), '2021-10-31T18:00:00Z'), 'resubmit portfolio').text).toContain('lapsed today');
  });
});

describe('a timeline', () => {
  test('has the stages up to the day and no later one, whatever was recorded since', () => {
    const svg = timeline(caseOf(...notMet), '2021-04-01');
    expect(
      rows(svg)
        .map(tipOf)
        .filter((tip) => /^(registered|in programme|submitted|criteria not met)/.test(tip)),
    ).toEqual(['registered, 18 Sep 2020 – 1 Oct 2020', 'in programme, 1 Oct 2020 – 29 Mar 2021', 'submitted, since 29 March 2021']);
    expect(svg).toBe(timeline(caseOf(...notMet.slice(0, 2)), '2021-04-01'));
  });

  test('says in its title and its description all that is drawn', () => {
    const [title, desc] = readXml(timeline(caseOf(...notMet), '2021-11-01')).children;
    expect(title?.text).toBe('p-110: criteria not met as of 1 November 2021');
    expect(desc?.text).toBe(
      'Registered from 18 September 2020; in programme from 1 October 2020; submitted from 29 March 2021; criteria not met from 14 May 2021. ' +
        'Deadlines: submit portfolio by 5pm on 31 March 2021, met; resubmit portfolio by 5pm on 31 October 2021, lapsed 1 day ago. As of 1 November 2021.',
    );
  });

  test('is an image that is named by its title and described by its description', () => {
    const { attributes, children } = readXml(timeline(caseOf(...notMet), '2021-04-01'));
    expect([attributes['role'], children[0]?.name, children[1]?.name]).toEqual(['img', 'title', 'desc']);
  });

  test('shades the bank holidays of the policy’s nation', () => {
    const shaded = (svg: string) =>
      all(readXml(svg))
        .map(tipOf)
        .filter((tip) => tip.includes('2021') && /Easter Monday|2nd January|St Andrew/.test(tip));
    expect(shaded(timeline(caseOf(...notMet), '2021-06-01'))).toEqual(['Easter Monday, 5 April 2021']);
    const inScotland = definePolicy({ calendar: scotland });
    expect(shaded(timeline(caseOf(...notMet), '2021-06-01', inScotland))).toEqual(['the substitute day for 2nd January, 4 January 2021']);
  });

  test('keeps what a host put into an id from being markup', () => {
    const svg = timeline(openCase({ ...opening, participant: '<script>"&\u0007\uD800' }), '2020-09-18');
    expect(readXml(svg).children[0]?.text).toBe('"<script>\\"&\\u0007\\ud800": registered as of 18 September 2020');
  });

  property.prop([fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })])(
    'draws the same things whatever ids it is given, and keeps them on its paper',
    (participant, id) => {
      const draw = (given: { readonly participant: string; readonly id: string }) =>
        all(
          readXml(
            timeline(openCase({ ...opening, participant: given.participant, cohort: { ...october2020, id: given.id } }), '2020-10-02'),
          ),
        );
      const [plain, nodes] = [draw({ participant: 'p', id: 'c' }), draw({ participant, id })];
      expect(nodes.map(({ name }) => name)).toEqual(plain.map(({ name }) => name));
      for (const { text } of nodes) expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      for (const { name, text } of nodes) if (name === 'text') expect(Array.from(text).length).toBeLessThan(140);
    },
  );

  test('has room for a case of a century', () => {
    const svg = timeline(openCase(opening), '2199-12-31');
    expect(named(readXml(svg), 'text').map(({ text }) => text)).toContain('2100');
  });

  test('6.2.3: under a reading by which an event would have been refused, shows the deadline as not met by it', () => {
    const late = [issued, e.submissionMissed('2021-04-01'), e.submitted(e.at('2021-04-02'))];
    const state = caseOf(...late);
    const statusOf = (policy?: AnyPolicy) => rowOf(timeline(state, '2021-04-02', policy), 'submit portfolio by').text;
    expect(statusOf()).toContain('recorded late · support/4.4');
    expect(statusOf(definePolicy({ readings: { 'first-deadline-missed': 'restart' } }))).toContain('closed · support/4.4');
  });

  test('refuses a day before the registration', () => {
    expect(() => timeline(openCase(opening), '2020-09-17')).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });

  property.prop([life])('is well formed, the same each time, and says where position says the case is', ({ case: state, policy }) => {
    const asOf = e.dayOf(state.history.at(-1) ?? { type: 'withdrawn', on: state.registeredOn });
    if (asOf < state.registeredOn) return;
    const svg = timeline(state, asOf, policy);
    expect(svg).toBe(timeline(JSON.parse(JSON.stringify(state)) as typeof state, asOf, policy));
    const { stage, duties } = position(state, asOf, policy);
    const root = readXml(svg);
    expect(root.children[0]?.text).toContain(`: ${stage.replaceAll('-', ' ')} as of `);
    for (const { deadline, what } of duties) if (deadline) expect(rowOf(svg, what.replaceAll('-', ' ')).text).toContain(deadline.clause);
  });

  test('is drawn on the real cohorts in less than its own size of 20 kB', () => {
    expect(
      timeline(replay({ ...opening, cohort: january2021, registeredOn: '2020-12-07' }, [e.issued('2021-01-10')]).case, '2021-07-01').length,
    ).toBeLessThan(20_000);
  });
});
