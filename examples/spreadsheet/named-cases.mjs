// The named functions that follow a case. What decides at each step comes from the formulas of the workbook, and what they look up from its tables.
import { labels } from 'professional-status';
import { availableOrNot, lastSecond, lateOrNot, reachOf, statusOf, step } from './steps.mjs';
import * as tables from './tables.mjs';

/** @typedef {import('./named.mjs').Named} Named */

const { arrows, eventNumber, events, stageNumber, transitions } = tables;
const stages = tables.stages.map((stage) => labels.stage[stage]);

/** @param {readonly (string | number)[]} values */
const list = (values) => `{${values.map((each) => (typeof each === 'number' ? each : `"${each}"`)).join(',')}}`;
/** A formula in which others have names. @param {Readonly<Record<string, string>>} parts by name @param {string} formula */
const named = (parts, formula) => `LET(${[...Object.entries(parts).flat(), formula].join(',')})`;

const PARAMETERS = ['events', 'cohorts', 'as_of'];
const CALL = `(${PARAMETERS.join(',')})`;
/** What a day counts in the key by which events are put in order; then come its place, the second and the line. */
const DAY = 10_000_000_000;
/** What SET_CASE gives, in this order. */
const STATE = ['stage', 'cohort', 'mark', 'helped', 'owed', 'problem', 'taken', 'refused', 'asked'];
/** What SET_CASE_NEXT gives, in this order. */
const NEXT = ['problem', 'what', 'whom', 'clause', 'kind', 'due', 'status'];
/** What SET_CASE_PROBLEM asks. */
const PROBLEM = [...PARAMETERS, 'kinds', 'dates', 'outcomes', 'numbers', 'own', 'asked'];
/** The first row of the cohorts that is not their heads. */
const TOP = 'IF(INDEX(cohorts,1,1)="id",2,1)';
/** Names for the parts of an answer. @param {string} of @param {readonly string[]} parts */
const partsOf = (of, parts) => Object.fromEntries(parts.map((part, index) => [part, `INDEX(${of},${index + 1})`]));
/** A date of a cohort; blank where there is none. */
const dateIn = { date_in: 'LAMBDA(of,column,LET(found,IFERROR(INDEX(cohorts,of,column),""),IF(found=0,"",found)))' };
/** A moment in words. @param {string} at */
const moment = (at) => `TEXT(${at},"d mmmm yyyy")&IF(${at}=INT(${at}),""," "&TEXT(${at},"hh:mm"))`;

/** The words by which an event's type and outcome are compared: in small letters, with a mark in place of the other. @param {string} text @param {string} mark @param {string} by */
const inWords = (text, mark, by) => `SUBSTITUTE(LOWER(TRIM(${text})),"${mark}","${by}")`;

/** A stage in a letter. @param {number} stage */
const letter = (stage) => String.fromCharCode(96 + stage);

/**
 * The order in which events are taken: by day, and within a day the first by its place that some stage takes to which the events before can lead. It is written as the number of
 * each line, in three figures after a bar.
 */
function orderFormula() {
  const from = list(arrows.map((each) => `${each.event}${letter(each.from)}`));
  const to = list(arrows.map((each) => each.to.map(letter).join('')));
  const eachOnce = 'REDUCE("",SEQUENCE(LEN(all)),LAMBDA(once,nth,IF(ISNUMBER(FIND(MID(all,nth,1),once)),once,once&MID(all,nth,1))))';
  const leads = named(
    {
      all: `REDUCE("",SEQUENCE(LEN(possible)),LAMBDA(so_far,nth,so_far&IFERROR(INDEX(${to},MATCH(event&MID(possible,nth,1),${from},0)),"")))`,
    },
    `IF(all="","",${eachOnce})`,
  );
  const taken = named(
    {
      possible: 'LEFT(state,FIND("|",state&"|")-1)',
      waiting: 'MAP(keys,LAMBDA(each,IF(ISNUMBER(each),IF(ISNUMBER(FIND("|"&TEXT(line_of(each),"000"),state)),"",each),"")))',
      earliest: 'SMALL(waiting,1)',
      fitting: `MAP(waiting,LAMBDA(each,IF(ISNUMBER(each),IF(INT(each/${DAY})=INT(earliest/${DAY}),IF(leads_to(possible,INDEX(kinds,line_of(each)))="","",each),""),"")))`,
      line: 'line_of(IFERROR(SMALL(fitting,1),earliest))',
      after: 'leads_to(possible,INDEX(kinds,line))',
    },
    `IF(after="",possible,after&IF(ISNUMBER(FIND("${letter(stageNumber('restarted'))}",after)),"${letter(1)}",""))&MID(state,LEN(possible)+1,9999)&"|"&TEXT(line,"000")`,
  );
  return named(
    {
      leads_to: `LAMBDA(possible,event,${leads})`,
      line_of: 'LAMBDA(key,key-INT(key/1000)*1000)',
      many: 'SUM(MAP(keys,LAMBDA(each,IF(ISNUMBER(each),1,0))))',
    },
    `IF(many=0,"",LET(state,REDUCE("${letter(1)}",SEQUENCE(many),LAMBDA(state,nth,${taken})),MID(state,FIND("|",state),9999)))`,
  );
}

/** What is missing in a case, for the functions below it; nothing where it can be followed. */
function problemFormula() {
  const ofLine = named(
    { at: '"events row "&line&": type "', kind: 'INDEX(kinds,line)' },
    'IF(kind=-1,at&"what happened, such as portfolio issued",IF(NOT(ISNUMBER(INDEX(events,line,2))),at&"a date",IF(INDEX(dates,line)>asked,"",' +
      `IF(AND(kind=${eventNumber('outcome-released')},INDEX(outcomes,line)<>"criteria met",INDEX(outcomes,line)<>"criteria not met"),at&"criteria met or criteria not met",` +
      `IF(AND(kind=${eventNumber('restarted')},INDEX(numbers,line)=0),at&"the id of a cohort that has a row","")))))`,
  );
  const ofCohort =
    'IF(REDUCE(0,SEQUENCE(5,1,3),LAMBDA(many,column,LET(found,date_in(line,column),IF(OR(found="",ISNUMBER(found)),many,many+1))))>0,"cohorts row "&line&": type a date in each of its dates","")';
  const first = [
    'IF(OR(as_of="",ISNUMBER(as_of)),"","as_of: type a date")',
    `REDUCE("",lines,LAMBDA(problem,line,IF(OR(problem<>"",INDEX(kinds,line)=-3),problem,${ofLine})))`,
    'IF(SUM(MAP(lines,LAMBDA(line,IF(INDEX(kinds,line)=0,1,0))))>1,"events: type registered in one row only","")',
    'IF(SUM(MAP(lines,LAMBDA(line,IF(AND(INDEX(kinds,line)=0,INDEX(dates,line)>asked),1,0))))>0,"as_of: type a day from the registration on","")',
    'IF(AND(INDEX(cohorts,own,2)<>"QTLS",INDEX(cohorts,own,2)<>"ATS"),"cohorts row "&own&": type QTLS or ATS","")',
    `REDUCE("",SEQUENCE(ROWS(cohorts)-top+1,1,top),LAMBDA(problem,line,IF(problem<>"",problem,${ofCohort})))`,
  ].reduceRight((rest, problem) => `LET(first,${problem},IF(first<>"",first,${rest}))`, '""');
  return named({ lines: 'SEQUENCE(ROWS(events))', ...dateIn, top: TOP }, first);
}

/** Where a case stands, for the functions below it. */
function caseFormula() {
  /** @param {keyof (typeof events)[number]} column @param {string} event */
  const ofEvent = (column, event) =>
    `INDEX(${list(events.map((each) => (typeof each[column] === 'boolean' ? Number(each[column]) : each[column])))},${event})`;

  const kind = named(
    { typed: 'INDEX(events,line,1)', more: 'INDEX(events,line,2)&IFERROR(INDEX(events,line,3),"")', word: inWords('typed', ' ', '-') },
    `IF(OR(typed="",typed=0),IF(OR(more="",more="0",more="00"),-3,-1),IF(AND(line=1,word="type"),-3,IF(word="registered",0,IFERROR(MATCH(word,${list(events.map(({ type }) => type))},0),-1))))`,
  );
  const outcome = named({ told: 'IFERROR(INDEX(events,line,3),"")' }, `IF(OR(told="",told=0),"",${inWords('told', '-', ' ')})`);
  const number = named(
    { told: 'IFERROR(INDEX(events,line,3),"")' },
    'IF(OR(told="",told=0),0,IFERROR(MATCH(told,INDEX(cohorts,0,1),0),0))',
  );
  const own = named({ line: 'IFERROR(MATCH(0,kinds,0),0)', named: 'IF(line=0,0,INDEX(numbers,line))' }, 'IF(named>0,named,top)');
  const place = step.place({ event: 'kind', outcome: 'INDEX(outcomes,line)', place: ofEvent('place', 'kind') });
  const key = named(
    { kind: 'INDEX(kinds,line)' },
    `IF(AND(kind>0,INDEX(dates,line)<=asked),INDEX(dates,line)*${DAY}+(${place})*100000000+ROUND((INDEX(events,line,2)-INDEX(dates,line))*86400,0)*1000+line,"")`,
  );
  const taken = named(
    {
      ...partsOf('state', STATE),
      line: `VALUE(MID(order,4*nth-2,3))`,
      event: 'INDEX(kinds,line)',
      moment: 'INDEX(events,line,2)',
      until: `date_in(cohort,IF(${ofEvent('deadline', 'event')}="R",5,4))`,
      deadline: lastSecond('until'),
      asks: ofEvent('mark', 'event'),
      from: step.firstDay({ bound: ofEvent('bound', 'event'), stage: 'stage', mark: 'mark', deadline: 'deadline' }),
      other: 'INDEX(numbers,line)',
      decides: step.decides({
        asks: 'asks',
        cohort: 'cohort',
        programme: 'INDEX(cohorts,cohort,2)',
        late: lateOrNot({ deadline: 'deadline', when: 'moment' }),
        deadline: 'deadline',
        outcome: 'INDEX(outcomes,line)',
        available: availableOrNot({
          to: 'other',
          from: 'cohort',
          mark: 'mark',
          programme: 'INDEX(cohorts,other,2)',
          own: 'INDEX(cohorts,cohort,2)',
          startsOn: 'INDEX(cohorts,other,3)',
          closes: 'date_in(other,7)',
        }),
      }),
      key: step.key({ stage: 'stage', event: 'event', when: 'moment', from: 'from', decides: 'decides' }),
      to: 'SET_CASE_TO(key)',
      after: step.stage({ to: 'to', stage: 'stage' }),
    },
    `HSTACK(${[
      'after',
      step.cohort({ to: 'to', cohort: 'cohort', next: 'other' }),
      step.mark({ to: 'to', stage: 'stage', event: 'event', when: 'moment', mark: 'mark', deadline: 'deadline' }),
      step.helped({ to: 'to', helps: ofEvent('helps', 'event'), before: 'helped' }),
      step.owed({ to: 'to', event: 'event', stage: 'after', before: 'owed' }),
      'IF(AND(problem="",decides="time?"),"events row "&line&": type the time too",problem)',
      'IF(to=0,taken,line)',
      'refused&IF(to=0,IF(refused="","",", ")&"row "&line,"")',
      'asked',
    ].join(',')})`,
  );
  return named(
    {
      lines: 'SEQUENCE(ROWS(events))',
      kinds: `MAP(lines,LAMBDA(line,${kind}))`,
      dates: 'MAP(lines,LAMBDA(line,IF(ISNUMBER(INDEX(events,line,2)),INT(INDEX(events,line,2)),0)))',
      outcomes: `MAP(lines,LAMBDA(line,${outcome}))`,
      numbers: `MAP(lines,LAMBDA(line,${number}))`,
      ...dateIn,
      top: TOP,
      own,
      asked: 'IF(ISNUMBER(as_of),INT(as_of),IF(MAX(dates)=0,INT(INDEX(cohorts,own,3)),MAX(dates)))',
      wrong: `SET_CASE_PROBLEM(${PROBLEM.join(',')})`,
      order: `SET_CASE_ORDER(kinds,MAP(lines,LAMBDA(line,${key})))`,
      opened: 'HSTACK(1,own,0,0,0,wrong,0,"",asked)',
    },
    `IF(OR(wrong<>"",order=""),opened,REDUCE(opened,SEQUENCE(LEN(order)/4),LAMBDA(state,nth,${taken})))`,
  );
}

/** What is next in a case, for the functions below it. */
function nextFormula() {
  const answers = [...new Set(tables.next.map(([, ...answer]) => JSON.stringify(answer)))];
  const rows = answers.map((answer) => /** @type {string[]} */ (JSON.parse(answer)));
  const keys = tables.next.map(([key = '']) => key);
  const numbers = tables.next.map(([, ...answer]) => answers.indexOf(JSON.stringify(answer)) + 1);
  /** @param {number} column */
  const ofAnswer = (column) => `IF(answer=0,"",INDEX(${list(rows.map((row) => row[column] ?? ''))},answer))`;
  const key = step.nextKey({
    stage: 'stage',
    programme: 'INDEX(cohorts,cohort,2)',
    helped: 'helped',
    owed: 'owed',
    submission: reachOf({ day: 'asked', due: 'submission' }),
    resubmission: reachOf({ day: 'asked', due: 'resubmission' }),
  });
  return named(
    {
      state: `SET_CASE${CALL}`,
      ...partsOf('state', STATE),
      ...dateIn,
      submission: 'date_in(cohort,4)',
      resubmission: 'date_in(cohort,5)',
      answer: `IFERROR(INDEX(${list(numbers)},MATCH(${key},${list(keys)},0)),0)`,
      kind: ofAnswer(3),
      due: `LET(which,${ofAnswer(4)},IF(which="S",submission,IF(which="R",resubmission,"")))`,
    },
    `HSTACK(problem,${ofAnswer(0)},${ofAnswer(1)},${ofAnswer(2)},kind,due,${statusOf({ day: 'asked', due: 'due', kind: 'kind', otherwise: ofAnswer(5) })})`,
  );
}

const stateOf = { state: `SET_CASE${CALL}`, ...partsOf('state', STATE) };
const stage = named(
  { state: `SET_CASE${CALL}`, problem: 'INDEX(state,6)' },
  `IF(problem<>"",problem,INDEX(${list(stages)},INDEX(state,1)))`,
);
const refused = 'IF(refused="",""," Not taken: "&refused&" of the events.")';
const last = named(
  { typed: inWords('INDEX(events,taken,1)', ' ', '-'), event: `MATCH(typed,${list(events.map(({ type }) => type))},0)` },
  `INDEX(${list(events.map(({ clause }) => clause))},event)&": after "&INDEX(${list(events.map((each) => each.inWords))},event)&" on "&${moment('INDEX(events,taken,2)')}&" the stage is "&INDEX(${list(stages)},stage)&"."`,
);
const whyStage = named(
  stateOf,
  `IF(problem<>"",problem,IF(taken=0,"Support policy 4.3: no event after the registration counts, so the stage is ${stages[0] ?? ''}.",${last})&${refused})`,
);
const nextOf = { next: `SET_CASE_NEXT${CALL}`, ...partsOf('next', NEXT) };
const next = named(nextOf, 'IF(problem<>"",problem,IF(due="",status,due))');
const whyNext = named(
  nextOf,
  `IF(problem<>"",problem,IF(what="","",clause&": "&whom&IF(kind="duty"," must "," may ")&what&IF(due="","",", by "&${moment('due')})&"; "&status&"."))`,
);

/** @param {string} name @param {string} says @param {string} formula @param {readonly string[]} [parameters] @returns {Named} */
const ofCase = (name, says, formula, parameters = PARAMETERS) => ({ name, says, parameters, formula });
/** @param {string} name @param {string} formula */
const why = (name, formula) => ofCase(`${name}_WHY`, `Says why ${name} answers as it does, and under which clause.`, formula);
const below = 'for the functions below.';
const leadsTo = `IFERROR(INDEX(${list(transitions.map(([, to]) => to))},MATCH(key,${list(transitions.map(([key]) => key))},0)),0)`;

/** The functions that follow a case, each with the one that says why; the first five are for the others. */
export const caseFunctions = [
  ofCase('SET_CASE_ORDER', `The order in which the events of a case are taken, ${below}`, orderFormula(), ['kinds', 'keys']),
  ofCase('SET_CASE_TO', `The number of the stage that an event leads to, or 0, ${below}`, leadsTo, ['key']),
  ofCase('SET_CASE_PROBLEM', `What is missing in a case, ${below}`, problemFormula(), PROBLEM),
  ofCase(
    'SET_CASE',
    `Where a case stands, in ${STATE.length} cells, ${below} Events: what, when, outcome; in the row registered, the outcome is the id of the cohort. Cohorts: id, programme, starts on, submission deadline, resubmission deadline, entry opens, entry closes.`,
    caseFormula(),
  ),
  ofCase('SET_CASE_NEXT', `What is next in a case, in ${NEXT.length} cells, ${below}`, nextFormula()),
  ofCase('SET_STAGE', 'The stage of a case on a day: registered, in programme, submitted, and so on.', stage),
  why('SET_STAGE', whyStage),
  ofCase('SET_NEXT_DUE', 'The day by which what is next in a case is to be done, or the words for there being none.', next),
  why('SET_NEXT_DUE', whyNext),
];
