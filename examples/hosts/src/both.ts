// ES modules and CommonJS in one process, which have a copy of the package each: one decides, and the other puts the decision into words.
import { safeReadCase } from 'professional-status';
import { answer } from './answer.js';
import { print, questions } from './host.js';
import { required } from './required.cjs';

if (required.safeReadCase === safeReadCase) throw new Error('these are not two copies');
print(questions.map(({ ask, given }) => answer(ask, given, required)));
