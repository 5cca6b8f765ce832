// A server on Express: forms and JSON come in by HTTP, and what is malformed gets the status 422.
import express from 'express';
import { answer, answerToForm } from './answer.js';
import { fieldsOf, print, questions, type Question } from './host.js';

const app = express();
app.use(express.json(), express.urlencoded({ extended: false }));
app.post('/:ask', (request, response) => {
  const body: unknown = request.body;
  const { ask } = request.params;
  const line = request.is('json') ? answer(ask, body) : answerToForm(ask, body);
  response.status(line.startsWith('malformed') ? 422 : 200).send(line);
});

const server = app.listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const address = server.address();
const port = typeof address === 'object' ? address?.port : undefined;

async function post({ ask }: Question, body: string | URLSearchParams): Promise<string> {
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined;
  const response = await fetch(`http://127.0.0.1:${port}/${ask}`, { method: 'POST', body, ...(headers && { headers }) });
  const line = await response.text();
  if ((response.status === 422) !== line.startsWith('malformed')) throw new Error(`${response.status}: ${line}`);
  return line;
}

const answers: string[] = [];
for (const question of questions) {
  const line = await post(question, JSON.stringify(question.given));
  const ofForm = await post(question, new URLSearchParams(fieldsOf(question)));
  if (line !== ofForm) throw new Error(`JSON gave another answer than a form: ${line}; ${ofForm}`);
  answers.push(line);
}
server.close();
print(answers);
