// professional-status/diagrams: a machine, a case and a count of working days as pictures, given as text.
export { mermaid, type MermaidOptions } from './mermaid.js';
export { timeline } from './timeline.js';
export { dayCount } from './day-count.js';
