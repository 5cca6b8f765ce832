// Any engine with ES modules: Node, Bun, Deno. The questions as they were parsed from JSON.
import { answer } from './answer.js';
import { print, questions } from './host.js';

print(questions.map(({ ask, given }) => answer(ask, given)));
