// What could be wrong with a rule's table of rows.

interface Row {
  readonly when: Readonly<Record<string, boolean | undefined>>;
  readonly outcome?: string;
  readonly needs?: unknown;
}

/** Lists the faults of a table: facts that no row fits, rows that earlier ones leave nothing to, and rows that are undetermined without needs, or the reverse. */
export function faultsOf(rows: readonly Row[]): string[] {
  const unfitted: string[] = [];
  const reached = new Set<Row>();
  const walk = (known: ReadonlyMap<string, boolean>): void => {
    const row = rows.find(({ when }) =>
      Object.entries(when).every(([code, holds]) => holds === undefined || (known.get(code) ?? holds) === holds),
    );
    const next = Object.keys(row?.when ?? {}).find((code) => row?.when[code] !== undefined && !known.has(code));
    if (row === undefined)
      unfitted.push(`no row for ${[...known].map(([code, holds]) => `${holds ? '' : 'not '}${code}`).join(', ') || 'any facts'}`);
    else if (next === undefined) reached.add(row);
    else for (const holds of [true, false]) walk(new Map([...known, [next, holds]]));
  };
  walk(new Map());
  return [
    ...unfitted,
    ...rows.flatMap((row, at) => (reached.has(row) || unfitted.length > 0 ? [] : [`row ${at + 1} is never reached`])),
    ...rows.flatMap(({ outcome, needs }, at) =>
      (outcome === 'undetermined') === (needs !== undefined) ? [] : [`row ${at + 1} is undetermined without needs, or the reverse`],
    ),
  ];
}
