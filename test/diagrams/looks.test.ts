// How the drawings look: by attributes alone, so that neither a page's policy on styles nor another drawing beside them can change it.
import { describe, expect, test } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import { dayCount, timeline } from '../../src/diagrams/index.js';
import { replay, type CaseEvent } from '../../src/index.js';
import { october2020 } from '../support-policy/lifecycle/support/cohorts.js';
import * as e from '../support-policy/lifecycle/support/events.js';
import { all, named, readXml } from './xml.js';

const caseOf = (...events: readonly CaseEvent[]) =>
  replay({ participant: 'p-110', cohort: october2020, registeredOn: '2020-09-18' }, events).case;
const notMet = [e.issued('2020-10-01'), e.submitted(e.at('2021-03-29')), e.notMet('2021-05-14')];
const late = e.resubmitted(e.at('2021-10-31', '17:00:01'));
const office = workingCalendar({
  base: englandAndWales,
  id: 'an office',
  version: '1',
  closures: [{ from: '2021-06-08', name: 'Moving 😀' }],
});

describe.each<[string, string]>([
  ['a timeline with a deadline that has passed', timeline(caseOf(...notMet), '2021-12-06')],
  ['a timeline of its day', timeline(caseOf(...notMet), '2021-10-31')],
  ['a timeline with a deadline met late', timeline(caseOf(...notMet, late), '2021-12-06')],
  ['a timeline of a closed case', timeline(caseOf(...notMet, e.withdrawn('2021-06-01')), '2021-12-06')],
  ['a count', dayCount('2020-12-23', 10, englandAndWales)],
  ['a count back', dayCount('2021-01-04', -4, englandAndWales)],
  ['a count with a closure', dayCount('2021-06-07', 3, office)],
])('%s', (_, svg) => {
  const nodes = all(readXml(svg));

  test('has no style sheet, no style and no class, which a page may forbid or a reader leave out', () => {
    expect(nodes.filter(({ name }) => name === 'style')).toEqual([]);
    expect(nodes.filter(({ attributes }) => 'style' in attributes || 'class' in attributes)).toEqual([]);
  });

  test('has no ids and points to none, so that a page may hold it twice', () => {
    expect(svg).not.toMatch(/\b(?:id|href|aria-\w+)=|url\(/);
  });

  test('says of each shape how it is filled, and of each line its stroke: nothing is black for want of a word', () => {
    const colour = /^#[0-9a-f]{6}$/;
    for (const { name, attributes } of nodes) {
      if (['rect', 'circle', 'path'].includes(name))
        expect(attributes['fill'], JSON.stringify(attributes)).toMatch(/^#[0-9a-f]{6}$|^none$/);
      if (name === 'line' || attributes['fill'] === 'none') expect(attributes['stroke'], JSON.stringify(attributes)).toMatch(colour);
    }
    const [root] = nodes;
    expect(root?.attributes['fill']).toMatch(colour);
    expect(root?.attributes['font-family']).toContain('sans-serif');
  });

  test('lies on its own light paper, which covers all of it', () => {
    const [root] = nodes;
    const paper = named(root as (typeof nodes)[number], 'rect')[0]?.attributes;
    expect([paper?.['width'], paper?.['height'], paper?.['fill']]).toEqual([
      root?.attributes['width'],
      root?.attributes['height'],
      '#ffffff',
    ]);
  });
});
