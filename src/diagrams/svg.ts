// What the drawings are made of: elements, safe text, and a sheet with a title and a description that is legible in colour and in grey.
import type { PlainDate } from '../calendar/dates.js';
import { visibleText } from '../data/text.js';
import { day } from '../decision/words.js';

export type Attributes = Readonly<Record<string, string | number>>;

/** Writes an element with its attributes, and what it holds. */
export function element(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : safe(value)}"`);
  return `<${name}${written.join('')}${inside.length > 0 ? `>${inside.join('')}</${name}>` : '/>'}`;
}

const tenth = (of: number): number => Math.round(of * 10) / 10;

/** Writes text for XML: what would be markup is escaped, and what cannot be seen, or XML has no room for, is shown. */
function safe(text: string): string {
  return visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function text(x: number, y: number, of: string, style = '', anchor = 'start'): string {
  return element('text', { x, y, ...look(style), ...(anchor !== 'start' && { 'text-anchor': anchor }) }, safe(of));
}

/** Writes what is shown where a pointer rests, and read out. */
export function tip(of: string): string {
  return element('title', {}, safe(of));
}

/** Tells how wide a text is drawn, at most: nothing here can measure it. */
export function widthOf(of: string, size: number): number {
  return of.length * size * 0.58;
}

/** Returns as much of a text as surely has room in a width, with an ellipsis for what has none: letters of other scripts may be as wide as they are high. */
export function fitText(of: string, size: number, width: number): string {
  const characters = Array.from(visibleText(of));
  let room = width / size;
  const most = characters.findIndex((character) => (room -= /[ -~]/.test(character) ? 0.7 : 1.1) < 0);
  return most < 0 ? characters.join('') : cut(characters.join(''), most);
}

function cut(line: string, most: number, hasMore = false): string {
  const characters = Array.from(line); // a pair of surrogates is one of them
  return hasMore || characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** Breaks text into lines of at most so many characters; of what does not fit, the last line says so. */
export function wrapText(of: string, most: number, lines: number): readonly string[] {
  const broken = [''];
  for (const word of of.split(/\s+/)) {
    const last = broken[broken.length - 1] as string;
    const longer = last === '' ? word : `${last} ${word}`;
    if (last === '' || longer.length <= most) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  return broken.slice(0, lines).map((line, index) => cut(line, most, index === lines - 1 && broken.length > lines));
}

/** Writes a day as `24 Mar 2021`. */
export function shortDay(date: PlainDate): string {
  return day(date).replace(/ (\p{L}{3})\p{L}*/u, ' $1');
}

/** The names of the colours. They differ in lightness, and nothing is told by a colour alone. */
const colours: Readonly<Record<string, string>> = {
  paper: '#ffffff',
  ink: '#1b1f24',
  faint: '#57606a',
  line: '#d0d7de',
  past: '#a9bacb',
  now: '#1f4e79',
  off: '#f6e3b4',
  late: '#a3211a',
  met: '#2e6b34',
};
const otherLooks: Readonly<Record<string, Attributes>> = {
  small: { 'font-size': 11.5 },
  large: { 'font-size': 22, 'font-weight': 600 },
  strong: { 'font-weight': 600 },
  halo: { stroke: colours['paper'] as string, 'stroke-width': 4, 'paint-order': 'stroke' }, // keeps lines behind a text apart from it
};

/**
 * Tells how something looks, by names: a colour's own is that of its fill, with `-line` that of its stroke. As attributes, since a page may forbid styles,
 * and a reader may leave them out.
 */
export function look(names: string): Attributes {
  const one = (name: string): Attributes => {
    const fill = colours[name];
    return fill === undefined ? (otherLooks[name] ?? { stroke: colours[name.replace(/-line$/, '')] as string }) : { fill };
  };
  return Object.assign({}, ...names.split(' ').filter(Boolean).map(one)) as Attributes;
}

/** Draws the whole on its own light paper, so that it is legible wherever it is put, in a dark page as well. It has no ids: one page may hold it twice. */
export function sheet(of: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly body: readonly string[];
}): string {
  const { title, description, width, height, body } = of;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img', // named by its title and described by its description, as they are its own
      'xml:space': 'preserve', // of two blanks in an id, both are shown
      'font-family': "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif",
      'font-size': 13,
      ...look('ink'),
    },
    element('title', {}, safe(title)),
    element('desc', {}, safe(description)),
    element('rect', { width, height, ...look('paper') }),
    ...body,
  );
}

const STEP = 10;

/** Draws diagonal lines over a box: days that do not count, or that have passed. Each is drawn by itself, since a pattern is found by an id. */
export function hatch(x: number, y: number, width: number, height: number, style: string): string {
  const lines: string[] = [];
  for (let at = STEP / 2; at < width + height; at += STEP) {
    const [right, left] = [Math.min(at, width), Math.max(at - height, 0)];
    lines.push(`M${tenth(x + right)} ${tenth(y + at - right)}L${tenth(x + left)} ${tenth(y + at - left)}`);
  }
  return element('path', { d: lines.join(''), fill: 'none', 'stroke-width': 2, ...look(style) });
}
