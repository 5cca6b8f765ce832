// date-fns' `format` for the script builds, of days in English alone: its whole form brings locales and week numbers, 20 kB of them. docs/decisions/013.
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @type {Readonly<Record<string, (date: Date) => string | undefined>>} */
const tokens = {
  d: (date) => String(date.getDate()),
  MMM: (date) => months[date.getMonth()]?.slice(0, 3),
  MMMM: (date) => months[date.getMonth()],
  yyyy: (date) => String(date.getFullYear()),
  EEE: (date) => weekdays[date.getDay()]?.slice(0, 3),
  EEEE: (date) => weekdays[date.getDay()],
};

/**
 * @param {Date} date
 * @param {string} pattern
 */
export function format(date, pattern) {
  return pattern.replace(/[A-Za-z]+/g, (token) => {
    const written = Object.hasOwn(tokens, token) ? tokens[token]?.(date) : undefined;
    if (written === undefined) throw new Error(`the script builds have no date pattern ${token}`);
    return written;
  });
}
