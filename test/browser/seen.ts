/// <reference lib="dom" />
// What the page shows, read as a reader would: the switches, the fields of the view, its answer, and where the browser's history stands.
import type { Page } from 'playwright-core';

/** One row of the team's table. */
export interface SeenRow {
  readonly participant: string;
  readonly cohort: string;
  readonly stage: string;
  readonly waits: string;
  readonly due: string;
  readonly status: string;
}

/** What the page shows. */
export interface Seen {
  readonly view: string;
  readonly address: string;
  /** The entry of the browser's history: another one each time that Back leads away from something. */
  readonly entry: string;
  readonly nation: string;
  readonly readings: Readonly<Record<string, string>>;
  /** By the id of a field; a day as `2021-03-31`, or as it is typed where it is not a whole one; the time beside it. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was recorded and plays a part, as the library's events, where the page gives them. */
  readonly events: readonly string[] | undefined;
  /** How many events are recorded, those after the day that is asked about too. */
  readonly recorded: number;
  readonly outcome: string | undefined;
  readonly line: string;
  readonly dates: readonly string[];
  readonly whose: string;
  /** The title of the guided question, where one is asked. */
  readonly asking: string;
  /** What was told to the guided question, as pairs of a fact and its value. */
  readonly told: readonly string[];
  /** Whether a guided question waits to be told something. */
  readonly isAsking: boolean;
  readonly rows: readonly SeenRow[];
  /** What the answer names as wrong: fields, rows of a file, participants. */
  readonly problems: readonly string[];
  /** The ids of the fields for files. */
  readonly takes: readonly string[];
  readonly keepsDraft: boolean;
}

export const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const value = (id: string): string => (document.getElementById(id) as HTMLInputElement | null)?.value ?? '';
    const shown = document.querySelector('.view:not([hidden])');
    const all = <T extends HTMLElement>(selector: string): T[] => [...(shown?.querySelectorAll<T>(selector) ?? [])];
    const texts = (selector: string): string[] => all(selector).map(({ textContent }) => textContent);
    const values = all<HTMLInputElement>('input[id]:not([type=file]), select[id]').flatMap((each) => {
      if (['month', 'year'].includes(each.className)) return [];
      if (each.className !== 'day') return [[each.id, each.value]];
      const [day, month, year] = [each.value, value(`${each.id}-month`), value(`${each.id}-year`)].map((part) => part.trim());
      const isWhole = /^\d{1,2}-\d{1,2}-\d{4}$/.test(`${day}-${month}-${year}`);
      const typedIn = `${day}/${month}/${year}`;
      return [[each.id, isWhole ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : typedIn === '//' ? '' : typedIn]];
    });
    const answer = shown?.querySelector('.answer');
    const recorded = all('.answer .recorded > li');
    const data = recorded.map((each) => each.querySelector('data')?.value);
    const later = /(\d+) recorded after/.exec(answer?.textContent ?? '')?.[1] ?? '0';
    const rows = all<HTMLTableRowElement>('#cohort-answer tbody tr').map((row) => {
      const [participant = '', cohort = '', stage = '', waits = '', due = ''] = [...row.cells].map(({ textContent }) => textContent);
      return { participant, cohort, stage, waits, due, status: row.querySelector('.status')?.className.replace('status ', '') ?? '' };
    });
    return {
      view: shown?.id.replace('-view', '') ?? '',
      address: location.href,
      entry: navigation.currentEntry?.key ?? '',
      nation: value('nation'),
      readings: Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>('#switches input[type=radio]:checked')].map((each) => [
          each.name.replace(/^all-/, ''),
          each.value,
        ]),
      ),
      fields: Object.fromEntries(values) as Readonly<Record<string, string>>,
      events: data.every((each) => each !== undefined) ? data : undefined,
      recorded: recorded.length + Number(later),
      outcome: answer?.querySelector('.outcome')?.textContent ?? undefined,
      line: answer?.querySelector('h2')?.textContent ?? '',
      dates: all('.answer [data-date] time').map((each) => each.getAttribute('datetime') ?? ''),
      whose: shown?.querySelector('#case-form > .hint')?.textContent ?? '',
      asking: shown?.querySelector('#ask-form h2')?.textContent ?? '',
      told: all<HTMLDataElement>('#ask-form data').map(({ value: pair }) => pair),
      isAsking: document.querySelector('#ask-form form') !== null,
      rows,
      problems: texts('.answer .problems strong').map((text) => text.replace(/: $/, '')),
      takes: all<HTMLInputElement>('input[type=file]').map(({ id }) => id),
      keepsDraft: (document.getElementById('keeps-draft') as HTMLInputElement | null)?.checked ?? false,
    };
  });
