// What every host has: the questions, and one way to print the answers.
import all from './questions.json' with { type: 'json' };

export interface Question {
  readonly ask: string;
  readonly given: Readonly<Record<string, string | boolean | undefined>>;
}
export const questions: readonly Question[] = all;

/** The fields of a question as a form sends them: each a text. */
export function fieldsOf({ given }: Question): [name: string, value: string][] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

/** Prints the answers, a line each. */
export function print(answers: readonly string[]): void {
  console.log(answers.join('\n'));
}
