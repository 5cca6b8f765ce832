// How hard a text is to read: words a sentence, and the school grade of Flesch and Kincaid. Names, numbers and dates count as any other words.

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

/** Syllables as they are usually counted by rule: groups of vowels, without a silent e; a number counts for one. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 0);
}

/** The school grade that a text asks for; the reading age is about five years more. */
export function gradeOf(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
