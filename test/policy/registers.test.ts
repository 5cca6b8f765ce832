// The registers agree with one another, and read as the product's own prose.
import { describe, expect, it } from 'vitest';
import { defaultReadings, editionIds, heldInPart, readingChoices, sourceEditions, type EditionId } from '../../src/policy/choices.js';
import { clauses } from '../../src/policy/clauses.js';
import { routeQuery } from '../../src/support-policy/4.5-queries.js';
import { documents, unnumberedClauses } from '../../src/policy/documents.js';
import { editions } from '../../src/policy/editions.js';
import type { ClauseId } from '../../src/policy/ids.js';
import { limits, type Span } from '../../src/policy/limits.js';
import { readings, settledByTheWords } from '../../src/policy/readings.js';
import fingerprints from '../tools/policy-fingerprints.json' with { type: 'json' };

const documentOf = (id: string): string => id.split(/[/@]/)[0] ?? '';
const words = (text: string): number => text.split(/\s+/).length;

/** Every string in a table, with the way to it. */
function textsOf(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${at} ${key}`.trim()));
}

function unfrozen(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...(Object.isFrozen(value) ? [] : [at]),
    ...Object.entries(value).flatMap(([key, part]) => unfrozen(part, `${at} ${key}`.trim())),
  ];
}

const standard: readonly EditionId[] = sourceEditions;
const tables = { documents, clauses, editions, readings, settledByTheWords };

describe('every table', () => {
  it('is frozen through and through', () => {
    expect(unfrozen({ ...tables, readingChoices, defaultReadings, editionIds, sourceEditions })).toStrictEqual(['']);
  });
  it('keeps each entry under its id', () => {
    for (const table of [documents, clauses, editions, readings]) {
      for (const [key, entry] of Object.entries<{ readonly id: string }>(table)) expect(entry.id).toBe(key);
    }
  });
  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(tables))).toStrictEqual(tables);
  });
});

describe('documents', () => {
  const rows: [string, string, string?][] = [
    ['support', 'Support policy'],
    ['code-page', 'SET Code of Professional Practice and procedures'],
    ['code-of-practice', 'SET Code of Practice', 'code-page 1 2 3 4 6 7 12 15'],
    ['suitability', 'Guidance on suitability for membership', 'code-page 8'],
    ['member-action', 'SET actions against members policy', 'code-page 4 9'],
    ['complaints', 'SET complaints and appeals policy', 'code-page 10'],
    ['award-appeals', 'QTLS and ATS awards appeals policy', 'code-page 11'],
    ['objections', 'Objections policy'],
    ['conditions', 'SET conditions of membership', 'code-page 12 13'],
    ['teachers-standards', "Department for Education Teachers' Standards", 'code-page 14 15'],
    ['adjustments', 'Reasonable adjustments policy', 'support 2.2 3.1.1 6.1.7 7.1'],
    ['privacy', 'Privacy and cookie policy', 'support 5.1'],
    ['qtls-terms', 'QTLS terms and conditions', 'support 6.2.3 appendix-1'],
    ['ats-terms', 'ATS terms and conditions', 'support 6.2.3 appendix-2'],
  ];
  it('have the titles by which the sources send their reader to them', () => {
    const listed = Object.values(documents).map(({ id, title, referredToBy = [] }) => {
      const [first] = referredToBy;
      const at =
        first === undefined ? [] : [[documentOf(first), ...referredToBy.map((clause) => clause.slice(clause.indexOf('/') + 1))].join(' ')];
      return [id, title, ...at];
    });
    expect(listed).toStrictEqual(rows);
  });
  it('are referred to by clauses of the two sources', () => {
    for (const { referredToBy = [] } of Object.values(documents)) {
      for (const id of referredToBy) expect(['support', 'code-page']).toContain(clauses[id].document);
    }
  });
  it('stand by themselves: only what is part of a document names one', () => {
    for (const document of Object.values(documents)) expect(document).not.toHaveProperty('document');
  });
  it('are not held where no clause of theirs is', () => {
    const withClauses = new Set(Object.values(clauses).map(({ document }) => document));
    for (const { id, held } of Object.values(documents)) expect([id, held !== 'not-held']).toStrictEqual([id, withClauses.has(id)]);
  });
});

it.each(Object.values(documents).filter(({ held }) => held === 'part'))(
  '$id: what is included names each clause that has a number',
  ({ id, holds }) => {
    const numbers = Object.keys(clauses).flatMap((clause) => clause.match(`^${id}/(\\d[\\d.]*)$`)?.[1] ?? []);
    const isWithin =
      (from: string, to: string) =>
      (number: string): boolean =>
        from <= number && number <= to;
    const ranges = [...holds.matchAll(/([\d.]+\d) to ([\d.]+\d)/g)].map(([, from = '', to = '']) => isWithin(from, to));
    const unnamed = numbers.filter((number) => !holds.includes(number) && !ranges.some((within) => within(number)));
    expect(unnamed).toStrictEqual([]);
  },
);

describe('clauses', () => {
  const printed = (document: string): string[] => Object.keys(clauses).filter((id) => documentOf(id) === document);

  it('belong to the document that their id names', () => {
    for (const { id, document } of Object.values(clauses)) {
      expect(document).toBe(documentOf(id));
      expect(documents).toHaveProperty(document);
    }
  });
  it.each(['support', 'code-page'] as const)('of %s are in the order of the source, as its fingerprints have it', (document) => {
    const order = Object.keys(fingerprints[document]);
    expect(printed(document)).toStrictEqual(order.filter((id) => Object.hasOwn(clauses, id)));
  });
  it('give a reason where no rule answers by them', () => {
    for (const { id, kind, note } of Object.values(clauses)) if (kind !== 'rule') expect([id, typeof note]).toStrictEqual([id, 'string']);
  });
  it('record the inconsistency of 4.5 and 6.1.6 at both', () => {
    for (const id of ['support/4.5', 'support/6.1.6'] as const)
      expect(clauses[id].note).toMatch(/inconsistency .*recorded and not settled/);
  });
});

describe('editions', () => {
  it('are of the document that their id names', () => {
    expect(Object.keys(editions)).toStrictEqual([...editionIds]);
    for (const { id, document } of Object.values(editions)) {
      expect(document).toBe(documentOf(id));
      expect(documents).toHaveProperty(document);
    }
  });
  it('have the names by which people know them', () => {
    expect(Object.fromEntries(Object.values(editions).map(({ id, name }) => [id, name]))).toStrictEqual({
      'support@professional-status-team': 'Support policy that names the Professional Status Team',
      'support@etf-staff': 'Support policy that names ETF staff',
      'code-page@professional-practice': 'Page on the Code of Professional Practice',
      'award-appeals@2020-09': 'Awards appeals policy, September 2020',
      'objections@2022-11': 'Objections policy, November 2022',
      'objections@2024-07': 'Objections policy, July 2024',
      'member-action@2020-09': 'Actions against members policy, September 2020',
      'member-action@2023-10': 'Investigation and Disciplinary policy, October 2023',
      'suitability@2020-09': 'Guidance on suitability, September 2020',
      'suitability@2023-01': 'Guidance on suitability, 2023',
      'adjustments@etf': 'Reasonable adjustments policy of ETF',
      'conditions@2020-10': 'Conditions of membership, October 2020',
      'conditions@2023-09': 'Conditions of membership, September 2023',
      'conditions@2025-02': 'Conditions of membership, February 2025',
    });
  });
  it('held in part, of a document that is held whole otherwise, hold these clauses of it', () => {
    expect(heldInPart).toStrictEqual({
      'support@etf-staff': ['support/2.3'],
      'member-action@2023-10': ['member-action/evidence'],
      'suitability@2023-01': ['suitability/factors'],
    });
  });
  it('print the date that their name has, or its year alone, and none where it has none', () => {
    for (const { id, printedFrom } of Object.values(editions)) {
      const [, month] = /@(20\d\d-\d\d)$/.exec(id) ?? [];
      expect([id, printedFrom]).toStrictEqual([id, month?.slice(0, printedFrom?.length)]);
      expect(printedFrom ?? '2020').toMatch(/^20\d\d(-\d\d)?$/);
    }
  });
  it('are of the sources’ time, or lack clauses, or are said here to have each clause that is known', () => {
    const found: { readonly [K in EditionId]?: readonly ClauseId[] } = {
      'objections@2022-11': ['objections/who', 'objections/grounds', 'objections/stages'], // the stages began in July 2024: the rule asks for the day
      'objections@2024-07': ['objections/who', 'objections/grounds', 'objections/stages'],
      'adjustments@etf': ['adjustments/3.1.2'],
      'conditions@2023-09': ['conditions/notice'],
      'conditions@2025-02': ['conditions/notice'],
    };
    const others = editionIds.filter((id) => !standard.includes(id) && heldInPart[id] === undefined);
    const known = (edition: EditionId): readonly ClauseId[] =>
      Object.values(clauses).flatMap(({ id, document }) => (document === documentOf(edition) ? [id] : []));
    const todo = others.flatMap((id) =>
      known(id)
        .filter((clause) => found[id]?.includes(clause) !== true)
        .map((clause) => [id, clause]),
    );
    expect(
      todo.map(
        ([id, clause]) =>
          `look ${clause} up in ${id}: if it is there, add it to this list, with the difference in src/policy/editions.ts; else add ${id} to partlyHeld, src/policy/choices.ts`,
      ),
    ).toStrictEqual([]);
    expect(Object.keys(found)).toStrictEqual(others);
  });
  it('of which a clause has no number name it once, for citations too', () => {
    for (const [id, name] of Object.entries(unnumberedClauses)) expect(clauses[id as ClauseId].name).toBe(name);
  });
  it('say how they differ, unless they are those of the sources’ time', () => {
    for (const { id, differs } of Object.values(editions)) {
      if (!standard.includes(id)) expect([id, typeof differs]).toStrictEqual([id, 'string']);
    }
    expect(editions['support@etf-staff'].differs).toMatch(/ETF staff .*tutorial support .*2024/);
  });
  it('held in part, of a document that another edition holds whole, say in `heldInPart` which clauses are held: else they answer by the other text', () => {
    const whole = new Set(Object.values(editions).flatMap(({ document, held }) => (held === 'whole' ? [document] : [])));
    const silent = Object.values(editions).filter(
      ({ id, document, held }) => held === 'part' && whole.has(document) && !(id in heldInPart),
    );
    expect(silent.map(({ id }) => `add ${id} to heldInPart, src/policy/choices.ts`)).toStrictEqual([]);
  });
  it('that lack clauses are held in part, none of the sources’ time among them, and have clauses of the same document', () => {
    for (const [id, held] of Object.entries(heldInPart) as [EditionId, readonly ClauseId[]][]) {
      expect([id, editions[id].held, standard.includes(id)]).toStrictEqual([id, 'part', false]);
      for (const clause of held) expect([clauses[clause].id, documentOf(id)]).toStrictEqual([clause, clause.split('/')[0]]);
    }
  });
  it('of the sources are one a document, in the order of the register', () => {
    expect(new Set(sourceEditions.map(documentOf)).size).toBe(sourceEditions.length);
    expect(editionIds.filter((id) => standard.includes(id))).toStrictEqual(sourceEditions);
  });
});

describe('readings', () => {
  it('explain each choice once, default first', () => {
    for (const [id, choices] of Object.entries(readingChoices)) {
      expect(readings[id as keyof typeof readingChoices].options.map(({ choice }) => choice)).toStrictEqual([...choices]);
    }
  });
  it('are those that can be chosen, and the one that the calendar decides', () => {
    expect(new Set(Object.keys(readings))).toStrictEqual(new Set([...Object.keys(readingChoices), 'working-day-calendar']));
    expect(readings['working-day-calendar'].options).toStrictEqual([]);
  });
  it('say of the calendar that each limit in working days of src/policy/limits.ts turns on it', () => {
    const counting = Object.entries(limits).flatMap(([clause, span]: [string, Span]) => ('workingDays' in span ? [clause] : []));
    expect([...readings['working-day-calendar'].clauses].sort()).toStrictEqual(counting.sort());
  });
  it('have the first choice for a default, and more than one', () => {
    for (const [id, choices] of Object.entries(readingChoices)) {
      expect(defaultReadings).toHaveProperty([id], choices[0]);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices.length).toBeGreaterThan(1);
    }
    expect(Object.keys(defaultReadings)).toStrictEqual(Object.keys(readingChoices));
  });
  it('and settled points rest on clauses that exist', () => {
    expect(settledByTheWords).not.toHaveLength(0);
    for (const { clauses: ids } of [...Object.values(readings), ...settledByTheWords]) {
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(clauses).toHaveProperty([id]);
    }
  });
});

describe('the prose', () => {
  const sentences = textsOf(tables).filter(([at]) => /( says| note| holds| differs| means| why| question)$/.test(at));

  it('is made of whole sentences, without stray spaces', () => {
    expect(sentences.length).toBeGreaterThan(150);
    for (const [at, text] of sentences) {
      expect([at, /^[A-Z].*[.?]$/s.test(text)]).toStrictEqual([at, true]);
      expect([at, /\s\s|\s$|’/.test(text)]).toStrictEqual([at, false]);
    }
  });
  it('asks the question of each reading', () => {
    for (const { question } of Object.values(readings)) expect(question).toMatch(/\?$/);
  });
  it('names each clause in a few words', () => {
    for (const { id, name } of Object.values(clauses))
      expect([id, words(name) <= 6 && /^[A-Z].*[^.]$/.test(name)]).toStrictEqual([id, true]);
  });
  it('gives no two clauses of a document the same name', () => {
    const names = Object.values(clauses).map(({ document, name }) => `${document}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the addresses of 6.1.4', () => {
  it.each([
    ['QTLS', 'general', 'support/6.1.4.d'],
    ['QTLS', 'eligibility', 'support/6.1.4.e'],
    ['QTLS', 'portfolio', 'support/6.1.4.e'],
    ['ATS', 'portfolio', 'support/6.1.4.f'],
  ] as const)('%s, %s: the address that takes the query is the one that its clause tells', (programme, topic, clause) => {
    const decision = routeQuery({ programme, topic });
    expect(clauses[clause].says).toContain(decision.settled ? decision.detail.address : 'an address');
  });
});
