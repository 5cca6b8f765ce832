const day = 86_400_000;

/** Every date from one to another, both inclusive. Each call makes texts of its own, as a table's and a caller's would be. */
export function datesBetween(from, to) {
  const first = Date.parse(from);
  return Array.from({ length: (Date.parse(to) - first) / day + 1 }, (_, i) => new Date(first + i * day).toISOString().slice(0, 10));
}

/** Monday to Friday. */
export const isWeekday = (date) => new Date(date).getUTCDay() % 6 !== 0;
