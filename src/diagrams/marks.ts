// The marks of deadlines: each status has its own shape, so that none is told by its colour alone.
import type { Mark } from './story.js';
import { element, look } from './svg.js';

/** Draws the mark of a deadline around a point: a tick in a ring, a tick in a triangle, a dash in a ring, a cross in a ring, a warning triangle, a filled diamond, an open diamond. */
export function markShape(status: Mark['status'], x: number, y: number): string {
  const path = (d: string, style: string, more: Readonly<Record<string, string | number>> = {}): string =>
    element('path', { d, transform: `translate(${Math.round(x * 10) / 10} ${y})`, ...look(style), ...more });
  const line = { fill: 'none', 'stroke-width': 2.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const ring = (style: string): string => element('circle', { cx: x, cy: y, r: 9, 'stroke-width': 2, ...look(`paper ${style}`) });
  switch (status) {
    case 'met':
      return ring('met-line') + path('M-4 0L-1 4L5-4', 'met-line', line);
    case 'lapsed':
      return ring('faint-line') + path('M-4 0H4', 'faint-line', line);
    case 'closed':
      return ring('faint-line') + path('M-3-3L3 3M3-3L-3 3', 'faint-line', line);
    case 'recorded-late':
      return path('M0-11L12 10H-12Z', 'paper late-line', { 'stroke-width': 2 }) + path('M-4 3L-1 6L4 0', 'late-line', line);
    case 'overdue':
      return path('M0-11L12 10H-12Z', 'late paper-line', { 'stroke-width': 1.5 }) + path('M0-4V3M0 6.5V6.6', 'paper-line', line);
    case 'due-today':
      return path('M0-11L11 0L0 11L-11 0Z', 'now paper-line', { 'stroke-width': 1.5 });
    case 'upcoming':
    case 'no-limit-stated':
    case 'limit-not-known':
      return path('M0-10L10 0L0 10L-10 0Z', 'paper now-line', { 'stroke-width': 2.4 });
  }
}
