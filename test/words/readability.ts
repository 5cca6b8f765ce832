// How hard a text is to read: words a sentence, and the school grade of Flesch and Kincaid. Names, numbers and dates count as any other words.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The sentences of a text: up to a full stop, a question mark or an exclamation mark that a space or the end follows. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function wordsOf(sentence: string): readonly string[] {
  return sentence.split(/[\s–—/]+/).filter((word) => /[A-Za-z0-9]/.test(word));
}

/** The school grade that a text asks for; the reading age is about five years more. A number counts for one syllable. */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

/** The reading age of a text, in years. */
export const readingAgeOf = (text: string): number => gradeOf(text) + 5;
