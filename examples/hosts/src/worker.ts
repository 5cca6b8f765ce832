// A worker thread: the questions and the answers are cloned on their way.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { answer } from './answer.js';
import { print, questions, type Question } from './host.js';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.postMessage(questions);
  const [answers] = await once(worker, 'message');
  print(answers);
} else
  parentPort?.once('message', (posted: readonly Question[]) => {
    parentPort?.postMessage(posted.map(({ ask, given }) => answer(ask, given)));
  });
