// A form in a browser, or a handler that is given one: FormData and URLSearchParams.
import { answerToForm } from './answer.js';
import { fieldsOf, print, questions } from './host.js';

const answers = (formOf: (fields: [string, string][]) => unknown): string[] =>
  questions.map((question) => answerToForm(question.ask, formOf(fieldsOf(question))));

const bySearch = answers((fields) => new URLSearchParams(fields));
const byData = answers((fields) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
});
const differ = byData.filter((line, index) => line !== bySearch[index]);
if (differ.length > 0) throw new Error(`URLSearchParams gave another answer than FormData: ${differ.join('\n')}`);
print(byData);
