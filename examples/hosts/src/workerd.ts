// workerd, the engine of Cloudflare's workers: a handler that answers forms, and one by which `workerd test` asks it.
import { answerToForm } from './answer.js';
import { fieldsOf, print, questions } from './host.js';

const answerForm = async (request: Request): Promise<Response> =>
  new Response(answerToForm(new URL(request.url).pathname.slice(1), await request.formData()));

export default {
  fetch: answerForm,
  async test(): Promise<void> {
    const answers: string[] = [];
    for (const question of questions) {
      const form = { method: 'POST', body: new URLSearchParams(fieldsOf(question)) };
      const response = await answerForm(new Request(`https://hosts.example/${question.ask}`, form));
      answers.push(await response.text());
    }
    print(answers);
  },
};
