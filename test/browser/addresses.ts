// The address says what is shown: the view, the rule, the cohort, the question, the nation and the readings, no more and no less.
import { asks } from '../../examples/browser/ask/questions.mjs';
import { defaultReadings } from '../../src/index.js';
import { sampleCohorts } from './files.js';
import type { Seen } from './seen.js';

/** What the address says beside what is shown, where they differ. */
export function addressFault(seen: Seen): string | undefined {
  const [view = '', query] = (seen.address.split('#')[1] ?? '').split('?');
  const said = new URLSearchParams(query);
  const pairs: [name: string, said: string, shown: string][] = [
    ['the view', view, seen.view],
    ['the nation', said.get('nation') ?? 'england-and-wales', seen.nation],
    ...Object.entries(defaultReadings).flatMap(([id, usual]): [string, string, string][] =>
      seen.readings[id] === undefined ? [] : [[id, said.get(id) ?? usual, seen.readings[id]]],
    ),
    ...ofView(seen, said),
  ];
  const differ = pairs.filter(([, says, shown]) => says !== shown);
  return differ.length > 0
    ? differ.map(([name, says, shown]) => `${name}: the address says ${says}, shown is ${shown}`).join('; ')
    : undefined;
}

function ofView({ view, fields, asking }: Seen, said: URLSearchParams): [string, string, string][] {
  const cohort = said.get('cohort') ?? '';
  switch (view) {
    case 'question':
      return [['the rule', said.get('rule') ?? '', fields['rule'] ?? '']];
    case 'case':
      return [['the cohort', cohort, fields['joined'] ?? '']];
    case 'dates': {
      const chosen = fields['dates-cohort'] ?? '';
      const programme: [string, string, string] = ['the programme', said.get('programme') ?? 'QTLS', fields['dates-programme'] ?? ''];
      return [['the cohort', cohort, chosen === 'letter' ? '' : chosen], ...(cohort === '' ? [programme] : [])];
    }
    case 'ask':
      return [['the question', asks[said.get('about') ?? '']?.title ?? 'What do you want to know?', asking]];
    default:
      return [];
  }
}

/** What differs where the address is opened by somebody else: what it names has to be there as it is here. */
export function elsewhereFault(here: Seen, there: Seen): string | undefined {
  const isExample = /example=/.test(here.address);
  const isKnown = (id = ''): boolean => id === '' || sampleCohorts.some((each) => each.id === id);
  const names = ['rule', 'joined', 'dates-cohort', 'dates-programme'].filter(
    (id) => isKnown(here.fields['joined']) && isKnown(here.fields['dates-cohort']) && id in here.fields,
  );
  const fields = isExample
    ? Object.keys(here.fields).filter((id) => !/^event-|^filter-/.test(id))
    : names.filter((id) => !['', 'letter'].includes(here.fields[id] ?? ''));
  const differ = fields.filter((id) => here.fields[id] !== there.fields[id] && !(id === 'joined' && here.fields[id] === '')); // own cohorts may be loaded here
  const others = (['view', 'nation', 'readings', 'asking', ...(isExample ? (['line', 'recorded'] as const) : [])] as const).filter(
    (name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]),
  );
  const all = [...others, ...differ];
  return all.length > 0 ? `opened anew, ${here.address.split('#')[1] ?? ''} shows another ${all.join(', ')}` : undefined;
}
