// What decides at each step of a case, as formulas of its parts. The workbook gives cells for the parts, and the named functions of Excel give names: neither says it a second time.
import { eventNumber, events, metPlace, stageNumber } from './tables.mjs';

/** A part of a formula: a cell, a name, a number, or a formula. @typedef {string} Part */

/** The last second of a day, in parts of a day. */
const LAST_SECOND = '86399/86400';

/** A deadline without a time lasts to the end of its day. @param {Part} deadline */
export const lastSecond = (deadline) =>
  `IF(ISNUMBER(${deadline}),IF(${deadline}=INT(${deadline}),${deadline}+${LAST_SECOND},${deadline}),"")`;

/** How something handed in stands to a deadline with a time: on its day the time is asked for. @param {{ deadline: Part, when: Part }} of */
export const lateOrNot = ({ deadline, when }) =>
  `IF(${deadline}="","in time",IF(${when}=INT(${when}),IF(INT(${when})>INT(${deadline}),"late",IF(OR(INT(${when})<INT(${deadline}),ROUND((${deadline}-INT(${deadline}))*86400,0)>=86399),"in time","time?")),IF(ROUND(${when}*86400,0)>ROUND(${deadline}*86400,0),"late","in time")))`;

/** Whether a restart can be in a cohort: another one of the programme, that can still be entered. @param {{ to: Part, from: Part, mark: Part, programme: Part, own: Part, startsOn: Part, closes: Part }} of */
export const availableOrNot = ({ to, from, mark, programme, own, startsOn, closes }) =>
  `IF(${to}=0,"not available",IF(AND(${programme}=${own},${to}<>${from},IF(${closes}="",INT(${startsOn})>${mark},INT(${closes})>=${mark})),"available","not available"))`;

/** How a day stands to a deadline. @param {{ day: Part, due: Part }} of */
export const reachOf = ({ day, due }) => `IF(${due}="","unknown",IF(${day}>INT(${due}),"past","open"))`;

/** How what is next stands on a day. @param {{ day: Part, due: Part, kind: Part, otherwise: Part }} of */
export const statusOf = ({ day, due, kind, otherwise }) =>
  `IF(${due}="",${otherwise},IF(INT(${due})>${day},"upcoming",IF(INT(${due})=${day},"due today",IF(${kind}="duty","overdue","lapsed"))))`;

const released = eventNumber('outcome-released');
const [restarting, restarted, second] = ['restart-required', 'restarted', 'under-second-review'].map(stageNumber);

/** The formulas of one step: from the case before an event to the case after it. */
export const step = {
  /** Its place within the day. @param {{ event: Part, outcome: Part, place: Part }} of */
  place: ({ event, outcome, place }) =>
    `${place}+IF(${event}=${released},IF(${outcome}="criteria met",${metPlace - (events[released - 1]?.place ?? 0)},0),0)`,
  /** The first day on which it can be. @param {{ bound: Part, stage: Part, mark: Part, deadline: Part }} of */
  firstDay: ({ bound, stage, mark, deadline }) => {
    const last = `IF(${deadline}="",0,INT(${deadline}))`;
    const review = `IF(OR(${stage}=${stageNumber('resubmitted')},${stage}=${second}),INT(${mark}),MAX(INT(${mark}),${last}))`;
    return `IF(${bound}="",0,IF(${bound}="mark",INT(${mark}),IF(${bound}="review",${review},IF(${deadline}="",0,${last}+IF(${bound}="deadline",0,1)))))`;
  },
  /** What decides beside the stage. @param {{ asks: Part, cohort: Part, programme: Part, late: Part, deadline: Part, outcome: Part, available: Part }} of */
  decides: ({ asks, cohort, programme, late, deadline, outcome, available }) =>
    `IF(OR(${asks}="",${cohort}=0),"",IF(${asks}="programme",${programme},IF(${asks}="late",${late},IF(${asks}="known",IF(${deadline}="","unknown","known"),IF(${asks}="outcome",${outcome},${available})))))`,
  /** What the table of steps is looked up by. @param {{ stage: Part, event: Part, when: Part, from: Part, decides: Part }} of */
  key: ({ stage, event, when, from, decides }) => `${stage}&"|"&${event}&"|"&IF(INT(${when})<${from},"early","")&"|"&${decides}`,
  /** The stage after it; `to` is what the table says, 0 where it takes no such event. @param {{ to: Part, stage: Part }} of */
  stage: ({ to, stage }) => `IF(${to}=0,${stage},IF(${to}=${restarted},1,${to}))`,
  /** @param {{ to: Part, cohort: Part, next: Part }} of */
  cohort: ({ to, cohort, next }) => `IF(${to}=${restarted},${next},${cohort})`,
  /** The day or moment from which what comes next is judged. @param {{ to: Part, stage: Part, event: Part, when: Part, mark: Part, deadline: Part }} of */
  mark: ({ to, stage, event, when, mark, deadline }) =>
    `IF(OR(${to}=0,${to}=${stage},${to}=${stageNumber('under-review')},${to}=${second}),${mark},IF(AND(${to}=${restarting},${event}<>${released}),INT(${deadline})+1,${when}))`,
  /** Whether somebody helps. @param {{ to: Part, helps: Part, before: Part }} of */
  helped: ({ to, helps, before }) => `IF(${to}=0,${before},IF(${to}=${restarted},0,IF(${helps}=1,1,${before})))`,
  /** Whether feedback is owed. @param {{ to: Part, event: Part, stage: Part, before: Part }} of */
  owed: ({ to, event, stage, before }) =>
    `IF(${to}=0,${before},IF(OR(${to}=${restarted},${event}=${eventNumber('feedback-issued')}),0,IF(AND(${event}=${released},${stage}<>${stageNumber('criteria-met')}),1,${before})))`,
  /** What the table of what is next is looked up by. @param {{ stage: Part, programme: Part, helped: Part, owed: Part, submission: Part, resubmission: Part }} of the last two as `reachOf` says them */
  nextKey: ({ stage, programme, helped, owed, submission, resubmission }) =>
    `${stage}&"|"&${programme}&"|"&${helped}&"|"&${owed}&"|"&IF(${stage}=${stageNumber('in-programme')},${submission},IF(${stage}=${stageNumber('criteria-not-met')},${resubmission},""))`,
};
