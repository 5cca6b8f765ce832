// A named function as a workbook stores it: a mark stands before each function that came after the file format, and before each name that LET and LAMBDA give.

/** The functions that came after the file format, of those that named functions use. */
const LATER = ['LAMBDA', 'LET', 'MAP', 'REDUCE', 'SEQUENCE', 'HSTACK', 'SWITCH'];
const TOKEN = /"[^"]*"|[A-Za-z_][\w.]*|[^]/g;

/** The names that LET and LAMBDA give within a formula. @param {string} formula @returns {ReadonlySet<string>} */
export function namesWithin(formula) {
  const tokens = formula.match(TOKEN)?.filter((token) => token.trim() !== '') ?? [];
  /** The calls that are open, with the number of the argument that has begun. @type {{ of: string, argument: number }[]} */
  const open = [];
  /** @type {Set<string>} */
  const names = new Set();
  tokens.forEach((token, index) => {
    const [before = '', after = ''] = [tokens[index - 1], tokens[index + 1]];
    const call = open.at(-1);
    if (token === '(' || token === '{') open.push({ of: token === '{' ? '{' : before, argument: 0 });
    else if (token === ')' || token === '}') open.pop();
    else if (token === ',' && call) call.argument += 1;
    else if (/^[A-Za-z_]/.test(token) && after === ',' && '(,'.includes(before)) {
      if (call?.of === 'LAMBDA' || (call?.of === 'LET' && call.argument % 2 === 0)) names.add(token);
    }
  });
  return names;
}

/** @param {string} formula */
export function asStored(formula) {
  const names = namesWithin(formula);
  const stored = (formula.match(TOKEN) ?? []).map((token) =>
    LATER.includes(token) ? `_xlfn.${token}` : names.has(token) ? `_xlpm.${token}` : token,
  );
  return stored.join('');
}
