// Turns of phrase that nobody says aloud: no sentence of an answer, of a register or of a page has one.

/** Each turn by its name. “There is no …”, “is no later than” and “stands in the way” are ordinary English, and pass. */
const turns: Readonly<Record<string, RegExp>> = {
  'is no': /(?<!\bthere )\b(?:is|are|was|were) no\b(?! (?:later|more|longer)\b)/i,
  'is held': /\b(?:is|are) (?:not )?held\b/i,
  'held against': /\bheld (?:against|here|in part|of)\b/i,
  'of its own': /\bof (?:its|their|his|her) own\b/i,
  'but for': /\bbut for\b/i,
  'what became of': /\bwhat (?:became|becomes?) of\b/i,
  'stands in': /\bstands? in\b(?! the way\b)/i,
  'is asked for': /\b(?:is|are|was|were) asked for\b/i,
  'read here': /\bread here\b/i,
};

/** The names of the turns that a text has. */
export const turnsIn = (text: string): readonly string[] => Object.keys(turns).filter((name) => turns[name]?.test(text));

/** Each turn of some sentences, with the sentence that has it. */
export const withTurns = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence) => turnsIn(sentence).map((turn) => `“${turn}”: ${sentence}`));
