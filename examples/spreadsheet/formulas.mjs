// The plain formulas of the workbook, for any spreadsheet: lengths of time come from the policy, and the tables that they look things up in from `tables.mjs`.
import { standardPolicy } from 'professional-status';
import { availableOrNot, lateOrNot, reachOf, statusOf, step } from './steps.mjs';
import { eventNumber, events, next, stageNumber, transitions } from './tables.mjs';

/** @typedef {(row: number) => string} Formula */

const { limits } = standardPolicy;

/** What a formula gives for what is dated after the day that is asked about. */
export const LATER = 'after this day';
/** What the sheet Participants says where a first portfolio is late, or is not there after its deadline: the policy does not say what follows. */
export const FIRST_MISSED = 'first deadline missed: ask SET';
/** What a formula gives for a day that the list of bank holidays does not reach. */
export const BEYOND = 'beyond the published bank holidays';
/** What it gives for an answer dated before what it answers. */
export const TOO_EARLY = 'answered before receipt';
/** What it gives where the document of a procedure does not apply on that day. */
export const NOT_HELD = 'another document applies';
/** What it gives where a date has to be a date. */
const NO_DATE = 'type a date';

/** The last row of each sheet that is made ready; the first is 5 everywhere. */
export const LAST = { Participants: 204, Cohorts: 44, Events: 1004, Appeals: 104, 'Award appeals': 54, Holidays: 304 };
export const FIRST = 5;

/** @param {keyof typeof LAST} sheet @param {string} column */
const all = (sheet, column) => `${sheet}!$${column}$${FIRST}:$${column}$${LAST[sheet]}`;
/** @param {string} column */
const working = (column) => `Working!$${column}$${FIRST}:$${column}$${LAST.Events}`;
/** A column of the sheet `Lists`, of which each list has its own length. @param {string} column @param {number} length */
const list = (column, length) => `Lists!$${column}$2:$${column}$${length + 1}`;

const TODAY = 'INT(as_of)';
/** The number of a row, from 1. */
const NTH = `(ROW()-${FIRST - 1})`;
/** @param {string} cell @param {string} formula */
const unlessBlank = (cell, formula) => `IF(${cell}="","",IF(ISNUMBER(${cell}),${formula},"${NO_DATE}"))`;

/** The working days from the day asked about to a day, as NETWORKDAYS.INTL counts them: it counts both ends, so one of them is left out. @param {string} due */
export function workingDaysLeft(due) {
  const day = `INT(${due})`;
  const after = `NETWORKDAYS.INTL(${TODAY}+1,${day},1,bank_holidays)`;
  const before = `-NETWORKDAYS.INTL(${day},${TODAY}-1,1,bank_holidays)`;
  const outside = `OR(MIN(${day},${TODAY})<holidays_from,MAX(${day},${TODAY})>holidays_to)`;
  return `IF(ISNUMBER(${due}),IF(${outside},"${BEYOND}",IF(${day}=${TODAY},0,IF(${day}>${TODAY},${after},${before}))),"")`;
}

/** The day of the same number some months before, or that month's last day where it has no such day. By DATE and EOMONTH: not every spreadsheet's EDATE knows leap days. @param {string} start */
export function noticeDue(start) {
  const [day, months] = [`INT(${start})`, limits['support/3.1.1'].months];
  return unlessBlank(start, `MIN(DATE(YEAR(${day}),MONTH(${day})-${months},DAY(${day})),EOMONTH(${day},-${months}))`);
}

/** The first day of the review: the one after the deadline. @param {string} deadline */
export const reviewOpens = (deadline) => unlessBlank(deadline, `INT(${deadline})+1`);

/** The last day of the months that begin on the day after a deadline; months that lack the corresponding day end the review on their last. @param {string} deadline */
export function reviewCloses(deadline) {
  const [opens, months] = [`INT(${deadline})+1`, limits['support/4.4'].months];
  return unlessBlank(deadline, `MIN(DATE(YEAR(${opens}),MONTH(${opens})+${months},DAY(${opens}))-1,EOMONTH(${opens},${months}))`);
}

/** The last of some working days after a receipt. @param {string} received @param {number} n */
function workingDaysAfter(received, n) {
  const due = `WORKDAY.INTL(INT(${received}),${n},1,bank_holidays)`;
  return unlessBlank(received, `IF(OR(INT(${received})<holidays_from,INT(${received})>holidays_to,${due}>holidays_to),"${BEYOND}",${due})`);
}

/** The Team's last day to answer an appeal about support. @param {string} received */
export const appealDue = (received) => workingDaysAfter(received, limits['support/9.1'].workingDays);

/** How an answer stands that is due on the last day of `due`: to the end of that day it is in time. What is dated after the day that is asked about does not count yet. @param {{ received: string, answered: string, due: string }} cells */
export function appealStatus({ received, answered, due }) {
  const open = `IF(${TODAY}<=${due},"pending","overdue")`;
  const given = `IF(ISNUMBER(${answered}),IF(INT(${answered})<INT(${received}),"${TOO_EARLY}",IF(INT(${answered})>${TODAY},${open},IF(INT(${answered})<=${due},"in time","late"))),"${NO_DATE}")`;
  return `IF(ISNUMBER(${due}),IF(INT(${received})>${TODAY},"${LATER}",IF(${answered}="",${open},${given})),${due})`;
}

/** A last day of the awards appeals policy, which applied for a time only. @param {string} received @param {'award-appeals/4.1' | 'award-appeals/4.2' | 'award-appeals/4.3'} clause */
export function awardDue(received, clause) {
  const due = workingDaysAfter(received, limits[clause].workingDays);
  return unlessBlank(received, `IF(OR(INT(${received})<award_appeals_from,INT(${received})>award_appeals_to),"${NOT_HELD}",${due})`);
}

const [n, outcome] = [events.length, eventNumber('outcome-released')];
/** @param {string} column @param {string} row */
const ofEvent = (column, row) => `INDEX(${list(column, n)},${row})`;
/** @param {string} column @param {string} row */
const ofCohort = (column, row) => `INDEX(${all('Cohorts', column)},${row})`;
/** @param {string} column @param {string} row */
const raw = (column, row) => `INDEX(${all('Events', column)},${row})`;
const place = (/** @type {number} */ r) => {
  const sameDay = `${all('Events', 'C')},">="&INT(C${r}),${all('Events', 'C')},"<"&(INT(C${r})+1)`;
  const restarts = `COUNTIFS(${all('Events', 'A')},A${r},${all('Events', 'H')},${eventNumber('restarted')},${sameDay})`;
  const own = step.place({ event: `H${r}`, outcome: `D${r}`, place: ofEvent('C', `H${r}`) });
  return `${own}+IF(${ofEvent('G', `H${r}`)}=1,IF(${restarts}>0,40,0),0)`; // what a restart of the day opens comes after it
};
const isTaken = (/** @type {number} */ r) => `IF(M${r}="",FALSE,INDEX(${working('O')},M${r})>0)`;

/** @satisfies {Readonly<Record<string, Formula>>} */
const ofEvents = {
  E: (r) =>
    `IF(A${r}&B${r}&C${r}&D${r}="","",IF(N${r}=0,"add this participant to the sheet Participants",IF(H${r}<0,"choose what happened",IF(NOT(ISNUMBER(C${r})),"${NO_DATE}",` +
    `IF(H${r}=0,IF(J${r}=0,"type the id of a cohort",IF(INT(C${r})>${TODAY},"${LATER}","taken")),IF(AND(H${r}=${outcome},D${r}<>"criteria met",D${r}<>"criteria not met"),"type criteria met or criteria not met",IF(AND(H${r}=${eventNumber('restarted')},J${r}=0),"type the id of a cohort",` +
    `IF(INT(C${r})>${TODAY},"${LATER}",IF(INDEX(${working('M')},M${r})="time?","type the time too",IF(${isTaken(r)},"taken",IF(COUNTIFS(${all('Events', 'A')},A${r},${all('Events', 'C')},">="&INT(C${r}),${all('Events', 'C')},"<"&(INT(C${r})+1))>1,"not taken; several on one day","not taken")))))))))))`,
  F: (r) => `IF(E${r}="taken",INDEX(${list('I', 12)},IF(H${r}=0,1,INDEX(${working('P')},M${r}))),"")`,
  G: (r) =>
    `IF(E${r}="taken",IF(H${r}=${eventNumber('adjustments-requested')},IF(ISNUMBER(${ofCohort('H', `INDEX(${working('H')},M${r})`)}),IF(INT(C${r})<=${ofCohort('H', `INDEX(${working('H')},M${r})`)},"in time","late"),""),IF(H${r}=0,"",IF(${ofEvent('D', `H${r}`)}="late",INDEX(${working('M')},M${r}),""))),"")`,
  H: (r) => `IF(B${r}="","",IFERROR(MATCH(TRIM(B${r}),${`Lists!$A$1:$A$${n + 1}`},0)-1,-1))`,
  I: (r) =>
    `IF(OR(N${r}=0,H${r}="",NOT(ISNUMBER(C${r}))),"",IF(H${r}<1,"",N${r}*100000000000+INT(C${r})*1000000+(${place(r)})*10000+${NTH}))`,
  J: (r) => `IF(D${r}="",0,IFERROR(MATCH(D${r},${all('Cohorts', 'A')},0),0))`,
  K: (r) => `IF(H${r}="","",IF(H${r}=0,A${r},""))`,
  L: (r) => `IF(OR(E${r}="",E${r}="taken",E${r}="${LATER}"),0,1)`,
  M: (r) => `IF(I${r}="","",MATCH(I${r},${working('A')},0))`,
  N: (r) => `IF(A${r}="",0,IFERROR(MATCH(A${r},${all('Participants', 'A')},0),0))`,
};

const above = (/** @type {string} */ column, /** @type {number} */ r, /** @type {string} */ start) =>
  `IF(K${r},${start},${column}${r - 1})`;
const whole = (/** @type {number} */ r, /** @type {string} */ formula) => `IF($B${r}="","",${formula})`;
const available = (/** @type {number} */ r) => {
  const to = raw('J', `B${r}`);
  return availableOrNot({
    to,
    from: `H${r}`,
    mark: `I${r}`,
    programme: ofCohort('B', to),
    own: ofCohort('B', `H${r}`),
    startsOn: ofCohort('C', to),
    closes: ofCohort('G', to),
  });
};
/** @satisfies {Readonly<Record<string, Formula>>} */
const ofWorking = {
  A: () => `IF(${NTH}>COUNT(${all('Events', 'I')}),9000000000000000,SMALL(${all('Events', 'I')},${NTH}))`,
  B: (r) => `IF(A${r}=9000000000000000,"",A${r}-INT(A${r}/10000)*10000)`,
  C: (r) => whole(r, `INT(A${r}/100000000000)`),
  D: (r) => whole(r, raw('H', `B${r}`)),
  E: (r) => whole(r, raw('C', `B${r}`)),
  F: (r) => whole(r, raw('D', `B${r}`)),
  K: (r) => whole(r, `C${r}<>C${r - 1}`),
  G: (r) => whole(r, above('P', r, '1')),
  H: (r) => whole(r, above('Q', r, `INDEX(${all('Participants', 'M')},C${r})`)),
  I: (r) => whole(r, above('R', r, '0')),
  J: (r) => whole(r, `IF(H${r}=0,"",IF(${ofEvent('F', `D${r}`)}="R",${ofCohort('L', `H${r}`)},${ofCohort('K', `H${r}`)}))`),
  L: (r) => whole(r, step.firstDay({ bound: ofEvent('E', `D${r}`), stage: `G${r}`, mark: `I${r}`, deadline: `J${r}` })),
  M: (r) =>
    whole(
      r,
      step.decides({
        asks: ofEvent('D', `D${r}`),
        cohort: `H${r}`,
        programme: ofCohort('B', `H${r}`),
        late: lateOrNot({ deadline: `J${r}`, when: `E${r}` }),
        deadline: `J${r}`,
        outcome: `F${r}`,
        available: available(r),
      }),
    ),
  N: (r) => whole(r, step.key({ stage: `G${r}`, event: `D${r}`, when: `E${r}`, from: `L${r}`, decides: `M${r}` })),
  O: (r) => whole(r, `IF(H${r}=0,0,IFERROR(INDEX(${list('L', transitions.length)},MATCH(N${r},${list('K', transitions.length)},0)),0))`),
  P: (r) => whole(r, step.stage({ to: `O${r}`, stage: `G${r}` })),
  Q: (r) => whole(r, step.cohort({ to: `O${r}`, cohort: `H${r}`, next: raw('J', `B${r}`) })),
  R: (r) => whole(r, step.mark({ to: `O${r}`, stage: `G${r}`, event: `D${r}`, when: `E${r}`, mark: `I${r}`, deadline: `J${r}` })),
  S: (r) => whole(r, step.helped({ to: `O${r}`, helps: ofEvent('H', `D${r}`), before: above('S', r, '0') })),
  T: (r) => whole(r, step.owed({ to: `O${r}`, event: `D${r}`, stage: `P${r}`, before: above('T', r, '0') })),
};

/** @param {string} column @param {number} r */
const ofNext = (column, r) => `INDEX(${list(column, next.length)},Q${r})`;
/** @param {number} r @param {string} column @param {string} start */
const reached = (r, column, start) => `IF(N${r}=0,${start},INDEX(${working(column)},N${r}))`;
const reach = (/** @type {string} */ due) => reachOf({ day: TODAY, due });
/** @satisfies {Readonly<Record<string, Formula>>} */
const ofParticipants = {
  B: (r) => `IF(R${r}=1,${ofCohort('A', `O${r}`)},"")`,
  C: (r) => `IF(R${r}=1,INDEX(${list('I', 12)},S${r}),"")`,
  D: (r) => `IF(Q${r}=0,"",${ofNext('O', r)})`,
  E: (r) => `IF(Q${r}=0,"",${ofNext('P', r)})`,
  F: (r) => `IF(Q${r}=0,"",IF(${ofNext('S', r)}="S",${ofCohort('D', `O${r}`)},IF(${ofNext('S', r)}="R",${ofCohort('E', `O${r}`)},"")))`,
  G: (r) => `IF(Q${r}=0,"",${statusOf({ day: TODAY, due: `F${r}`, kind: ofNext('R', r), otherwise: ofNext('T', r) })})`,
  H: (r) => workingDaysLeft(`F${r}`),
  I: (r) => `IF(Q${r}=0,"",${ofNext('Q', r)})`,
  J: (r) => {
    const notTaken = `COUNTIFS(${all('Events', 'A')},A${r},${all('Events', 'L')},1)`;
    // What is handed in without a time, on the day of a deadline that has one, is not taken: so the moments tell.
    const [last, at] = [ofCohort('K', `O${r}`), reached(r, 'R', '0')];
    const handedIn = `OR(S${r}=${stageNumber('submitted')},S${r}=${stageNumber('under-review')})`;
    const missed = `IF(AND(${handedIn},ISNUMBER(${last})),ROUND(${at}*86400,0)>ROUND(${last}*86400,0),AND(S${r}=${stageNumber('in-programme')},G${r}="overdue"))`;
    const open = (/** @type {string} */ before) => `IF(${missed},"${before}${FIRST_MISSED}","")`;
    return (
      `IF(A${r}="","",IF(COUNTIF(${all('Participants', 'A')},A${r})>1,"this participant stands here twice",IF(L${r}=0,"add the event registered, with the cohort's id",IF(COUNTIF(${all('Events', 'K')},A${r})>1,"registered more than once",IF(M${r}=0,"the cohort is not on the sheet Cohorts",` +
      `IF(R${r}=0,IF(ISNUMBER(${raw('C', `L${r}`)}),"registered after this day","the event registered has no date"),IF(${notTaken}>0,"see the sheet Events: "&${notTaken}&" not taken"&${open('; ')},${open('')})))))))`
    );
  },
  L: (r) => `IF(A${r}="",0,IFERROR(MATCH(A${r},${all('Events', 'K')},0),0))`,
  M: (r) => `IF(L${r}=0,0,INDEX(${all('Events', 'J')},L${r}))`,
  N: (r) => {
    const found = `IFERROR(MATCH(${NTH}*100000000000+(${TODAY}+1)*1000000,${working('A')},1),0)`;
    return `IF(M${r}=0,0,IF(${found}=0,0,IF(INDEX(${working('C')},${found})=${NTH},${found},0)))`;
  },
  O: (r) => reached(r, 'Q', `M${r}`),
  P: (r) => {
    const key = step.nextKey({
      stage: `S${r}`,
      programme: ofCohort('B', `O${r}`),
      helped: reached(r, 'S', '0'),
      owed: reached(r, 'T', '0'),
      submission: reach(ofCohort('D', `O${r}`)),
      resubmission: reach(ofCohort('E', `O${r}`)),
    });
    return `IF(R${r}=0,"",${key})`;
  },
  Q: (r) => `IF(R${r}=0,0,IFERROR(MATCH(P${r},${list('N', next.length)},0),0))`,
  R: (r) =>
    `IF(M${r}=0,0,IF(AND(COUNTIF(${all('Participants', 'A')},A${r})=1,COUNTIF(${all('Events', 'K')},A${r})=1,ISNUMBER(${raw('C', `L${r}`)})),IF(INT(${raw('C', `L${r}`)})<=${TODAY},1,0),0))`,
  S: (r) => reached(r, 'P', '1'),
};
/**
 * The formulas of the sheets that follow participants. The sheet Working holds the events in order, a row each: the row above is the one before, so
 * that each row knows the stage before it.
 */
export const caseFormulas = { Events: ofEvents, Working: ofWorking, Participants: ofParticipants };
