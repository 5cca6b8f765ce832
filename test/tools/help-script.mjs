// Help texts for the script builds: none, since a script has them as comments above its functions. A call of an empty function is taken out, and the text with it.
export function help() {}
