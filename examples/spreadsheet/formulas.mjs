// The plain formulas of the workbook, for any spreadsheet. Each is of the cells that it names; a blank cell gives a blank.

/** What a formula gives for a day that the list of bank holidays does not reach. */
export const BEYOND = 'beyond the published bank holidays';
/** What it gives for an answer dated before what it answers. */
export const TOO_EARLY = 'answered before receipt';

const DAYS_OFF = 'Holidays!$A$2:$A$300';
const [FROM, TO] = ['Holidays!$E$1', 'Holidays!$E$2'];
/** The one cell with the day as of which everything is answered. */
export const AS_OF = 'INT(Holidays!$E$3)';

/** @param {string} cell @param {string} formula */
const unlessBlank = (cell, formula) => `IF(${cell}="","",${formula})`;

/** The working days from the day asked about to a day, as NETWORKDAYS.INTL counts them: it counts both ends, so one of them is left out. @param {string} due */
export function workingDaysLeft(due) {
  const day = `INT(${due})`;
  const after = `NETWORKDAYS.INTL(${AS_OF}+1,${day},1,${DAYS_OFF})`;
  const before = `-NETWORKDAYS.INTL(${day},${AS_OF}-1,1,${DAYS_OFF})`;
  const outside = `OR(MIN(${day},${AS_OF})<${FROM},MAX(${day},${AS_OF})>${TO})`;
  return unlessBlank(due, `IF(${outside},"${BEYOND}",IF(${day}=${AS_OF},0,IF(${day}>${AS_OF},${after},${before})))`);
}

/** The day of the same number in the month before, or that month's last day where it has no such day. @param {string} start */
export const monthBefore = (start) => unlessBlank(start, `MIN(DATE(YEAR(${start}),MONTH(${start})-1,DAY(${start})),EOMONTH(${start},-1))`);

/** The last day of the month that begins on the day after a deadline, to the end of the next month at the latest. @param {string} deadline */
export function reviewCloses(deadline) {
  const opens = `INT(${deadline})+1`;
  return unlessBlank(deadline, `MIN(DATE(YEAR(${opens}),MONTH(${opens})+1,DAY(${opens}))-1,EOMONTH(${opens},1))`);
}

/** The tenth working day after receipt. @param {string} received @param {string} unless what is blank where there is nothing to work out */
export function answerDue(received, unless) {
  const due = `WORKDAY.INTL(INT(${received}),10,1,${DAYS_OFF})`;
  return unlessBlank(unless, `IF(OR(INT(${received})<${FROM},${due}>${TO}),"${BEYOND}",${due})`);
}

/** How an answer stands that is due on the last day of `due`: to the end of that day it is in time. @param {{ received: string, answered: string, due: string }} cells */
export function answerStatus({ received, answered, due }) {
  const open = `IF(${AS_OF}<=${due},"pending","overdue")`;
  const given = `IF(INT(${answered})<INT(${received}),"${TOO_EARLY}",IF(INT(${answered})<=${due},"in-time","late"))`;
  return `IF(ISTEXT(${due}),${due},IF(${answered}="",${open},${given}))`;
}

/** Whether a formula gives another answer than a function, which is blank or "undetermined" where the bank holidays do not reach. @param {string} answer @param {string} formula */
export const differs = (answer, formula) =>
  `AND(${formula}<>"",${answer}<>${formula},OR(${formula}<>"${BEYOND}",AND(${answer}<>"",${answer}<>"undetermined")))`;

/** @param {string} answer @param {string} formula */
export const agrees = (answer, formula) => unlessBlank(formula, `IF(${differs(answer, formula)},"NO","yes")`);
