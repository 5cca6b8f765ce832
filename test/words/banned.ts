// Turns of phrase that nobody says aloud: no sentence of an answer, of a register or of a page has one.

/** Those that no line of the project has, each by its name. “There is no …”, “is no later than” and “stands in the way” are ordinary English, and pass. */
const everywhere: Readonly<Record<string, RegExp>> = {
  'is no': /(?<!\bthere )\b(?:is|are|was|were) no\b(?! (?:later|more|longer)\b)/i,
  'held against': /\bheld against\b/i,
  'of its own': /\bof (?:its|their|his|her) own\b/i,
  'but for': /\bbut for\b/i,
  'what became of': /\bwhat (?:became|becomes?) of\b/i,
  'stands in': /\bstands? in\b(?! the way\b)/i,
};

/** Those that no sentence has which a user reads: of the code, some are words of the registers. */
const inSentences: Readonly<Record<string, RegExp>> = {
  ...everywhere,
  'is held': /\b(?:is|are) (?:not )?held\b/i,
  'held here': /\bheld (?:here|in part|of)\b/i,
  'is asked for': /\b(?:is|are|was|were) asked for\b/i,
  'read here': /\bread here\b/i,
};

const namesIn = (turns: Readonly<Record<string, RegExp>>, text: string) => Object.keys(turns).filter((name) => turns[name]?.test(text));

/** Returns the names of the turns that a sentence has. */
export const turnsIn = (sentence: string): readonly string[] => namesIn(inSentences, sentence);

/** Returns the lines of a file that have a turn, each with its number. */
export const linesWithTurns = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, at) => (namesIn(everywhere, line).length > 0 ? [`${at + 1}: ${line.trim()}`] : []));

/** Each turn of some sentences, with the sentence that has it. */
export const withTurns = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence) => turnsIn(sentence).map((turn) => `“${turn}”: ${sentence}`));
