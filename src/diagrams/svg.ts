// What the drawings are made of: elements, safe text, and a sheet with a title and a description that is legible in light, in dark and in grey.
import { hash } from '../calendar/content.js';

/** An element with its attributes, and what stands in it. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, ...inside: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 10) / 10 : safe(value)}"`,
  );
  return `<${name}${written.join('')}${inside.length > 0 ? `>${inside.join('')}</${name}>` : '/>'}`;
}

/** Text for XML: what would be markup is escaped, and what XML has no room for is replaced. */
function safe(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function text(x: number, y: number, of: string, style = '', anchor = 'start'): string {
  return element('text', { x, y, ...(style && { class: style }), ...(anchor !== 'start' && { 'text-anchor': anchor }) }, safe(of));
}

/** What is shown where a pointer rests, and read out. */
export function tip(of: string): string {
  return element('title', {}, safe(of));
}

/** How wide a text is drawn, at most: nothing here can measure it. */
export function widthOf(of: string, size: number): number {
  return of.length * size * 0.58;
}

/** Text broken into lines of at most so many characters; of what does not fit, the last line says so. */
export function wrapped(of: string, most: number, lines: number): readonly string[] {
  const broken = [''];
  for (const word of of.split(/\s+/)) {
    const last = broken[broken.length - 1] as string;
    if (last === '') broken[broken.length - 1] = word;
    else if (`${last} ${word}`.length <= most) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  const cut = broken.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  return cut.length > lines ? [...cut.slice(0, lines - 1), `${(cut[lines - 1] as string).slice(0, most - 1)}…`] : cut;
}

/** The names of the colours, each for light and for dark. They differ in lightness, and nothing is told by a colour alone. */
const colours = {
  paper: ['#ffffff', '#0d1117'],
  ink: ['#1b1f24', '#e6edf3'],
  faint: ['#57606a', '#9da7b3'],
  line: ['#d0d7de', '#3a424c'],
  past: ['#a9bacb', '#4a5d73'],
  now: ['#1f4e79', '#8cc4ff'],
  off: ['#f6e3b4', '#4a3f1d'],
  late: ['#a3211a', '#ff9a8f'],
  met: ['#2e6b34', '#7ee787'],
} as const;

const ROOT = 'professional-status-diagram';

/** The rules of one scheme: a colour is used as the fill of one class, or as the stroke of another. */
function rules(scheme: 0 | 1): string {
  const each = Object.entries(colours).map(
    ([name, shades]) => `.${ROOT} .${name}{fill:${shades[scheme]}}.${ROOT} .${name}-line{stroke:${shades[scheme]}}`,
  );
  const halo = `.${ROOT} .halo{stroke:${colours.paper[scheme]};stroke-width:4px;paint-order:stroke}`; // keeps lines behind a text apart from it
  return `.${ROOT} text{fill:${colours.ink[scheme]}}${each.join('')}${halo}`;
}

const plainRules = [
  `.${ROOT}{font-family:system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}`,
  `.${ROOT} text{font-size:13px}`,
  `.${ROOT} .small{font-size:11.5px}.${ROOT} .strong{font-weight:600}.${ROOT} .large{font-size:22px;font-weight:600}`,
].join('');

/** The whole drawing on its own paper, so that it is legible wherever it is put. */
export function sheet(of: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** What is drawn; names that it gives to parts of itself begin with the one that it is handed. */
  readonly body: (id: string) => readonly string[];
}): string {
  const { title, description, width, height, body } = of;
  const id = `ps-${hash(title + description, 3)}`; // its own, since several drawings may stand in one page
  const style = `${plainRules}${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: ROOT,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
    },
    element('title', { id: `${id}-title` }, safe(title)),
    element('desc', { id: `${id}-description` }, safe(description)),
    element('style', {}, style),
    element('rect', { width, height, class: 'paper' }),
    ...body(id),
  );
}

/** Diagonal lines: days that do not count, or that have passed. */
export function hatch(id: string, style: string): string {
  return element(
    'pattern',
    { id, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('line', { x1: 0, y1: 0, x2: 0, y2: 7, 'stroke-width': 2, class: style }),
  );
}
