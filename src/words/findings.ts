// One pair of sentences for each finding: what it says when its test is true of the facts, and when it is not.
import type { FindingCode } from '../decision/codes.js';
import type { EditionId } from '../policy/choices.js';
import { editions } from '../policy/editions.js';
import { inForceFrom } from '../policy/in-force.js';
import type { Finding, Value } from '../decision/decision.js';
import { once } from '../data/memo.js';
import { own, value } from './phrases.js';
import { idInWords } from './visible-text.js';

/** A sentence, or one made from the two sides of the comparison. */
type Phrase = string | ((left: Value | undefined, right: Value | undefined) => string);
type Phrases = readonly [holds: Phrase, fails: Phrase];

const phrases: () => Readonly<Record<FindingCode, Phrases>> = /* @__PURE__ */ once(() => ({
  'acceptance-follows-commitment': [
    'the applicant committed to the Code before being accepted',
    'an applicant can be accepted only after committing to the Code, and no commitment is recorded',
  ],
  'actions-policy-governs': inForce('the policy on actions against members'),
  'adjustments-have-their-own-policy': [
    'reasonable adjustments have a policy of their own. Neither its limits nor its steps are held here',
    'reasonable adjustments have no policy of their own',
  ],
  'any-email-is-answered': [
    'as the clause is read here, any appeal about support that is emailed to membership enquiries is answered in ten working days',
    'as the clause is read here, the ten working days to answer are for an appeal that the clause takes',
  ],
  'appeals-document-is-not-held': [
    'the clause points to a document on appeals procedures, which is not held here',
    'the document on appeals procedures is held here',
  ],
  'award-appeals-leave-it-out': [
    'complaints about staff and concerns about members are left out of the awards appeals policy',
    'it is about neither staff nor a member',
  ],
  'award-appeals-policy-governs': inForce('the awards appeals policy'),
  'breach-ends-membership': [
    'as the words are read here, failing the mandatory part ends membership',
    'failing the mandatory part may end membership. It never does so by itself: SET judges',
  ],
  'challenger-is-a-member': [
    'the challenge comes from a member, as anyone on a programme is',
    'the challenge does not come from a member, and these appeals are for members',
  ],
  'challenger-is-a-participant': [
    'the challenge comes from a participant',
    'the challenge does not come from a participant, and these appeals are for participants',
  ],
  'code-binds-members': ['the Code binds every member', 'the Code does not bind the member'],
  'code-is-complied-with': ['the Code is kept', 'the Code is not kept'],
  'commitment-is-for-each-membership-year': [
    'as the words are read here, a commitment is for one membership year',
    'as the words are read here, a commitment is made once and stands',
  ],
  'commitment-is-made': ['a commitment to the Code was made', 'no commitment to the Code was made'],
  'commitment-is-made-by-then': [
    (left, right) => `the commitment was made on ${value(left)}, no later than ${value(right)}`,
    (left, right) => `the commitment was made only on ${value(left)}, after ${value(right)}`,
  ],
  'commitment-is-of-this-membership-year': [
    (left, right) => `the commitment of ${value(left)} is of the membership year that began on ${value(right)}, or later`,
    (left, right) => `the commitment of ${value(left)} is of an earlier membership year than the one that began on ${value(right)}`,
  ],
  'disciplinary-policy-governs': [
    (left, right) =>
      `${value(left)} is on or after ${value(right)}, from when the Investigation and Disciplinary policy governs. It asks for evidence and refuses hearsay; its limits are not held here`,
    (left, right) => `${value(left)} is before ${value(right)}, from when the Investigation and Disciplinary policy governs`,
  ],
  'first-ground-is-procedural-error': [
    'that policy has a closed list of grounds. Only the first, an error of procedure, is held here',
    'the list of grounds does not begin with an error of procedure',
  ],
  'harm-is-done-or-risked': factor('there was harm, or a risk of it'),
  'head-explains-in-writing': [
    'by that policy the Head of Professional Status explains in writing, in a time that runs from receipt of the letter',
    'the Head of Professional Status explains nothing',
  ],
  'information-is-acknowledged': [
    'by that policy the SET Operations Manager acknowledges information about a member. Panels, sanctions and later limits are not held here',
    'nobody acknowledges the information',
  ],
  'insight-and-remorse-are-a-factor': [
    'this edition of the guidance counts insight and remorse among the factors',
    'this edition of the guidance does not name insight and remorse',
  ],
  'is-a-complaint': [
    'it is a complaint, for the complaints and appeals policy. None of that policy is held here, and so no limit of it',
    'it is not a complaint about staff or a service',
  ],
  'is-a-concern-about-a-member': ['it is a concern about a member', 'it is not a concern about a member'],
  'is-about-a-membership-decision': ['it is about a decision on membership', 'it is not about a decision on membership'],
  'is-about-an-award': ['it is about not being awarded QTLS or ATS', 'it is not about an award of QTLS or ATS'],
  'is-about-the-support-received': ['it is about the support received', 'it is about an adjustment'],
  'keeping-one-breaches-neither': ['keeping either of the two never breaches the other', 'keeping one of the two may breach the other'],
  'member-asks-for-an-explanation': [
    'by that policy a member first asks for an explanation, in a time that runs from receipt of the decision',
    'the member asks for no explanation',
  ],
  'member-sends-the-grounds': [
    'by that policy the member then sends the grounds in writing, in a time that runs from receipt of the explanation',
    'the member sends no grounds',
  ],
  'members-are-told-of-changes': ['members are told of changes to the conditions', 'members are told of no changes'],
  'nature-and-seriousness-are-weighed': [
    'the nature and the seriousness of the matter are weighed in every case',
    'the nature and the seriousness of the matter are not weighed',
  ],
  'non-members-may-object': [
    'the objections policy is open to people who are not members too',
    'the objections policy is open to members alone',
  ],
  'notice-of-change-is-long-enough': noLaterThan('members were told', 'the last day for it'),
  'objection-has-three-stages': [
    (left, right) =>
      `${value(left)} is on or after ${value(right)}, from when there are three stages: an informal one, a form that is investigated, and an appeal`,
    (left, right) =>
      `${value(left)} is before ${value(right)}, from when three stages are known. The stages of that time are not held here`,
  ],
  'objection-is-on-evidence-or-procedure': [
    'under that policy an objection is about evidence or about procedure, and about nothing else',
    'an objection may be about anything',
  ],
  'objection-limits-are-not-held': ['the limits of an objection are not held here', 'the limits of an objection are held here'],
  'objections-policy-governs': [
    (left, right) =>
      `${value(left)} is on or after ${value(right)}, from when a decision on an award or on membership goes to the objections policy`,
    (left, right) =>
      `${value(left)} is before ${value(right)}, from when a decision on an award or on membership goes to the objections policy`,
  ],
  'only-the-mandatory-part-can-bar': [
    'membership can be refused or cancelled over the mandatory part of the Code, and over no other',
    'membership can be refused or cancelled over any part of the Code',
  ],
  'part-is-mandatory': ['it falls under the mandatory part of the Code', 'it falls under the part of the Code that is only encouraged'],
  'public-confidence-is-at-stake': factor('public confidence is at stake'),
  'repetition-is-a-risk': factor('it may happen again'),
  'shows-insight-and-remorse': factor('the person shows insight and remorse'),
  'shows-rehabilitation': factor('the person shows rehabilitation'),
  'is-a-teacher': ['the member is a teacher', 'the member is not a teacher'],
  'works-in-schools': [
    "the member works in schools, where the Teachers' Standards bind teachers too",
    'the member does not work in schools',
  ],
  'team-answers-in-writing': [
    'under clause 9.1 the Professional Status Team answers an appeal in writing',
    'under clause 9.1 no appeal is answered in writing',
  ],
  'third-parties-have-decided': factor('third parties have decided on it'),
  'took-place-in-an-educational-setting': factor('it happened in an educational setting'),
  'adjustments-applied-for-before-start': [
    (left, right) => `adjustments were applied for on ${value(left)}, before the start on ${value(right)}`,
    (left, right) => `adjustments were applied for on ${value(left)}, not before the start on ${value(right)}`,
  ],
  'adjustments-applied-for-in-time': noLaterThan('adjustments were applied for', 'the last timely day'),
  'timely-application-is-asked': [
    'as the clause is read here, adjustments must have been applied for in time under 3.1.1',
    'as the clause is read here, any day before the start is early enough to have applied',
  ],
  'no-restart-has-closed-support': [
    (left, right) =>
      right === undefined
        ? 'no restart has closed support'
        : `${value(left)} is no later than the last day before the restart, ${value(right)}`,
    (left, right) => `a restart closed support after ${value(right)}, and ${value(left)} is later`,
  ],
  'restart-follows-a-review': [
    'a restart is only ever required after a review',
    'as the words are read here, a missed first deadline restarts too, so that there may have been no review',
  ],
  'arrangement-precedes-outcome': [
    (left, right) =>
      right === undefined
        ? 'the arrangement was not made after the outcome of the review'
        : `the arrangement was made on ${value(left)}, no later than the outcome of ${value(right)}`,
    (left, right) => `the arrangement was made on ${value(left)}, after the outcome of ${value(right)}`,
  ],
  'arrangement-was-made-before': ['further support was arranged beforehand', 'no further support was arranged beforehand'],
  'asks-a-general-query': ['a general query is asked', 'no general query is asked'],
  'asks-for-feedback': ['feedback on the portfolio is asked for', 'no feedback on the portfolio is asked for'],
  'asks-for-formative-assessment': ['formative assessment is asked for', 'no formative assessment is asked for'],
  'adjustments-were-applied-for': ['reasonable adjustments were applied for', 'no reasonable adjustments were applied for'],
  'asks-for-further-support': [
    'support that section 6 does not describe is asked for; it should be told to the Team at least a month before the start',
    'no support beyond section 6 is asked for',
  ],
  'asks-for-specific-feedback': [
    'feedback on a part of the portfolio is asked for',
    'written feedback on the whole portfolio is asked for',
  ],
  'asks-for-student-finance': ['student finance is asked for', 'no student finance is asked for'],
  'asks-for-support': ['it asks for advice, clarification, help or an answer', 'it asks for none of what a support communication asks for'],
  'asks-for-tutorial': ['a tutorial is asked for', 'no tutorial is asked for'],
  'ats-eligibility-has-an-address': [
    'as the clause is read here, a query about eligibility for ATS goes to membership enquiries',
    'no address is stated for a query about eligibility for ATS',
  ],
  'ats-queries-have-an-inbox': ['queries about the ATS portfolio have an inbox', 'queries about the ATS portfolio have no inbox'],
  'case-has-restarted': ['the case is closed by the restart', 'the case is not closed by a restart'],
  'communications-are-regular': ['regular communications tell about the programme', 'there are no regular communications'],
  'feedback-is-issued': ['the written feedback is issued already', 'the written feedback is not known to be issued already'],
  'feedback-is-outstanding': [
    'written feedback that an earlier outcome brought is still to be issued',
    'no written feedback that an earlier outcome brought is known to be still to be issued',
  ],
  'feedback-outlasts-withdrawal': [
    'as the clause is read here, written feedback that was owed stays owed after a withdrawal',
    'the clause does not say whether written feedback that was owed stays owed after a withdrawal',
  ],
  'first-not-met-is-known': [
    'a first "criteria not met" brings written feedback',
    'the case is not between a first "criteria not met" and the outcome of the resubmission',
  ],
  'follows-what-it-answers': follows('a step', 'what it answers'),
  'formation-queries-have-inboxes': [
    'professional formation has inboxes for eligibility and for the portfolio',
    'professional formation has no inbox',
  ],
  'formative-assessment-is-not-given': ['work is not assessed along the way', 'work is assessed along the way'],
  'further-support-is-arranged': [
    'further support was found to be due by prior arrangement',
    'further support was found not to be granted: it takes an application for reasonable adjustments before the start, and a prior arrangement',
  ],
  'further-support-is-assessed': [
    'whether this clause grants further support was assessed',
    'whether this clause grants further support was not assessed: it takes an application for reasonable adjustments before the start, and a prior arrangement',
  ],
  'further-support-is-listed': ['further kinds of support are listed', 'no further kinds of support are listed'],
  'general-queries-are-answered': ['membership enquiries answer general queries', 'general queries are not answered'],
  'guidance-notes-are-given': ['each section of a portfolio has notes of guidance', 'there are no notes of guidance'],
  'has-withdrawn': ['the participant has withdrawn', 'the participant has not withdrawn'],
  'is-a-member': ['the person is a member', 'the person is not a member'],
  'is-between-registration-and-award': ['the case is between registration and award', 'the case ended in a withdrawal'],
  'is-about-the-portfolio': ['it is about the portfolio', 'it is not about the portfolio'],
  'is-email-or-call': ['it is an email or a telephone call', 'it is neither an email nor a telephone call'],
  'is-to-the-team': ['it is to the Professional Status Team', 'it is not to the Professional Status Team'],
  'is-under-review-or-after': [
    'the portfolio is in review and moderation, or has been',
    'the portfolio is not in review and moderation, and has not been',
  ],
  'not-met-is-known': [
    'this stage comes after a "criteria not met" or a missed deadline',
    'this stage does not come after a "criteria not met" or a missed deadline',
  ],
  'whatever-else-is-further': [
    'as the clause is read here, after a "criteria not met" whatever is asked for beside feedback is a further request',
    'as the words are read here, what section 6 describes goes on after a "criteria not met"',
  ],
  'last-not-met-is-known': ['a restart is required or has followed', 'no restart is required'],
  'members-take-part': [
    'the procedures are meant to give members a part in deciding who is suitable, and in reviewing such a decision where that is needed',
    'the procedures give members no part',
  ],
  'mentor-is-identified': ['the participant has found a mentor', 'the participant has found nobody to be the mentor'],
  'number-of-requests-is-known': [
    'the number of requests so far is known',
    'the Team has set a limit, and how many requests there were is not known',
  ],
  'other-needs-should-be-told': [
    'a need that section 6 does not describe should be told to the Professional Status Team at least a month before the start',
    'a need that section 6 does not describe need not be told',
  ],
  'outcome-is-awaited': ['the outcome of the first review is awaited', 'the outcome of a first review is not awaited'],
  'participant-appoints-own': ['in QTLS the participant appoints a supporter', 'in ATS a mentor helps'],
  'participant-appoints-supporter': ['the participant appoints the supporter', 'the participant does not appoint the supporter'],
  'participant-started-it': ['the participant started it', 'the Team started it'],
  'participants-are-not-students': ['participants do not count as students', 'participants count as students'],
  'portfolio-is-a-draft-again': [
    'the portfolio is a draft again until it is resubmitted, and no part of a draft is commented on',
    'the portfolio is not a draft that is to be resubmitted',
  ],
  'portfolio-is-issued-at-this-stage': ['the portfolio is issued', 'the portfolio is not issued yet, and support begins with it'],
  'portfolio-is-issued': [
    (left, right) => `${value(left)} is on or after the issue of the portfolio on ${value(right)}`,
    (left, right) => `${value(left)} is before the issue of the portfolio on ${value(right)}`,
  ],
  'portfolio-is-submitted': ['the portfolio is submitted', 'the portfolio is not submitted yet, and no part of it is commented on before'],
  'programme-is-for-qualified-professionals': [
    'the programmes are for fully qualified professionals',
    'the programmes are not for fully qualified professionals',
  ],
  'queries-are-answered-before-issue': [
    'as the words are read here, general queries are answered before the portfolio is issued',
    'as the words are read here, general queries are answered from the issue of the portfolio',
  ],
  'query-is-about-ats-portfolio': ['the query is about the ATS portfolio', 'the query is about eligibility for ATS'],
  'query-is-about-eligibility': ['the query is about eligibility', 'the query is about the portfolio'],
  'query-is-from-professional-formation': ['the query is from professional formation', 'the query is from ATS'],
  'query-is-general': ['the query is a general one', 'the query is about the programme'],
  'requests-are-within-the-limit': [
    (left, right) => `there were ${value(left)} requests, below the limit of ${value(right)} that the Team has set`,
    (left, right) => `there were ${value(left)} requests, and the Team has set a limit of ${value(right)}`,
  ],
  'second-outcome-is-awaited': ['the outcome of the second review is awaited', 'the outcome of a second review is not awaited'],
  'set-may-appoint-mentor': ['SET may be asked to appoint a mentor, as far as anyone is available', 'SET appoints no mentor'],
  'special-arrangement-is-agreed': [
    'a special arrangement is agreed with the participant',
    'no special arrangement is agreed with the participant',
  ],
  'status-is-awarded': ['the status is awarded, and the case is closed', 'the status is not awarded yet'],
  'support-has-not-ended': [
    (left, right) =>
      right === undefined ? 'support has not ended' : `${value(left)} is no later than the last day of support, ${value(right)}`,
    (left, right) => `${value(left)} is after the last day of support, ${value(right)}`,
  ],
  'support-is-open-at-this-stage': [
    'in-programme support is open at this stage',
    'in-programme support is over at this stage, once its last day is past',
  ],
  'supporter-leads-in-qtls': [
    'in QTLS the supporter gives most of the academic support',
    'in ATS the mentor gives most of the academic support',
  ],
  'team-has-set-a-limit': [
    'the Team has set a limit on requests',
    'the Team has set no limit on requests, and the policy states no number',
  ],
  'tools-are-in-the-portfolio': [
    "tools for this need are on SET's website and in the e-portfolios",
    'the e-portfolios are not named among the places of tools for this need',
  ],
  'tools-are-on-the-website': [
    "tools for this need are on the page of SET's website that has the accessibility tools",
    'no tools for this need are named',
  ],
  'webinars-are-given': ['webinars explain the portfolio at the main stages', 'there are no webinars'],
  'withdrawal-ends-feedback': [
    'as the words are read here, written feedback that was owed ends with the withdrawal',
    'as the words are read here, a withdrawal does not by itself end written feedback that was owed',
  ],
  'withdrawal-ends-scope': [
    'as the clause is read here, the policy no longer applies after a withdrawal',
    'the clause does not say whether the policy still applies after a withdrawal',
  ],
  'workplace-arrangements-come-first': ["the workplace's own arrangements come first", "the workplace's arrangements do not come first"],
  'already-recorded': ['this event is already recorded; nothing changes', 'this event is not recorded yet'],
  'a-cohort-is-available': ['a cohort is available for the restart', 'none of the cohorts that are known is available for a restart'],
  'award-follows-outcome': follows('the award', 'the outcome'),
  'clause-is-held': [
    'the text of the clause is held',
    (left) => `the text of the clause is not held of the edition chosen, “${own(editions, left as EditionId).name}”`,
  ],
  'calendar-covers-the-count': [
    'the calendar covers every day of the count',
    (left, right) => `the count needs ${value(left)}, and the calendar of bank holidays ends at ${value(right)}`,
  ],
  'case-is-outlined': [
    'the appeal outlines its case',
    'the appeal does not outline its case: the email to membership enquiries has to set it out',
  ],
  'criteria-are-met': ['the reviewers found the criteria met', 'the reviewers found the criteria not met'],
  'decision-is-against': [
    'the decision went against the person',
    'as the page is read here, a review follows only a decision against the person, and this one was not against',
  ],
  'deadline-day-is-over': follows('a missed deadline', 'the end of its day', 'can be recorded'),
  'deadline-day-is-reached': [
    'the review starts after the submission deadline',
    (left, right) => `a review cannot start before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
  ],
  'discussed-with-team': [
    'the support was first discussed with the Professional Status Team',
    'the support was not first discussed with the Professional Status Team, which is the step that comes before an appeal',
  ],
  'discussion-is-a-condition': [
    'as the clause is read here, that discussion is a condition of the appeal',
    'as the clause is read here, that discussion is advised and is not a condition',
  ],
  'document-governs': [
    'the document whose steps these are governs on that day',
    (left, right) =>
      String(left) < String(right)
        ? `${value(left)} is before ${value(right)}, when the oldest edition that is held of this procedure's document begins. No limit is counted`
        : `${value(left)} is on or after ${value(right)}, from when another document or edition governs than the one whose steps these are. No limit is counted`,
  ],
  'enough-is-known': ['enough is known to answer', 'not enough is known to answer'],
  'feedback-follows-every-not-met': [
    'as the clause is read here, written feedback follows every "criteria not met"',
    'as the clause is read here, written feedback follows only the first "criteria not met"',
  ],
  'feedback-is-promised-when-met': [
    'as the clause is read here, feedback follows every submission, met or not',
    'feedback is promised only where the criteria are not met',
  ],
  'first-review-grants-resubmission': [
    'a first "criteria not met" brings one resubmission free of charge',
    'this was the resubmission; there is no second one',
  ],
  'ground-is-sufficiency-of-support': [
    'the appeal is about the sufficiency of the support received',
    `the appeal is not about whether the support was enough. Clause 9.1 takes no other appeal. A decision not to award goes to the awards appeals policy, and from ${value(inForceFrom('objections@2022-11'))} to the objections policy. A complaint goes to the complaints and appeals policy`,
  ],
  'grounds-are-held': [
    'the appeal rests on an error of procedure alone, which is on the list of grounds',
    'the appeal rests on a ground that may be on the list of grounds or not: only the first of the list, an error of procedure, is held here',
  ],
  'hearings-are-private': [
    'under the policy of September 2020 an oral hearing is private, and no decision is published so that it tells who it is about',
    'under the policy hearings are public',
  ],
  'hour-of-receipt-is-known': ['the hour of receipt is known', 'office hours decide the day of receipt, and its hour is not known'],
  'id-is-free': ['the id of this event is free', (left) => `another event is recorded under the id ${idInWords(String(left))}`],
  'is-first-submission': ['the review is of the first submission', 'the review is of the resubmission'],
  'is-resubmitted': ['the evidence was re-submitted', 'nothing was re-submitted'],
  'is-submitted': ['the portfolio was submitted', 'the portfolio was not submitted'],
  'later-portfolio-has-its-own-resubmission': [
    'as the clause is read here, each portfolio has a free resubmission of its own',
    'as the clause is read here, the one free resubmission of this person is spent',
  ],
  'missed-first-deadline-restarts': [
    'as the words are read here, a missed first deadline is a restart',
    'the policy does not say that a missed first deadline means a restart',
  ],
  'missed-first-deadline-withdraws': [
    'as the words are read here, a missed first deadline is a withdrawal',
    'the policy does not say that a missed first deadline means a withdrawal',
  ],
  'never-resubmitted-is-late': [
    'as the clause is read here, sending nothing by the deadline is the late case',
    'the clause does not say what follows when nothing is re-submitted',
  ],
  'not-met-brings-feedback': ['a "criteria not met" brings detailed written feedback', 'no written feedback is due'],
  'not-met-on-resubmission-restarts': [
    'a resubmission that does not meet the criteria leads to a restart with a new portfolio',
    'no restart follows',
  ],
  'no-limit-binds-the-participant': ['clause 9.1 states no limit for the participant', 'clause 9.1 states a limit for the participant'],
  'notice-is-asked': [
    "at least one month's notice is asked for what section 6 does not describe",
    'no notice is asked for what section 6 already describes',
  ],
  'notice-precedes-start': [
    (left, right) => `the last timely day is ${value(left)}, before the start on ${value(right)}`,
    'the notice does not precede the start',
  ],
  'outcome-follows-deadline': [
    'the outcome is released after the submission deadline',
    (left, right) => `an outcome cannot be released before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
  ],
  'restart-cohort-has-open-entry': [
    (left, right) => `the entry of the new cohort closes on ${value(left)}, not before ${value(right)}, when the restart was triggered`,
    (left, right) => `the entry of the new cohort closed on ${value(left)}, before ${value(right)}, when the restart was triggered`,
  ],
  'restart-cohort-starts-after-trigger': [
    (left, right) => `the new cohort starts on ${value(left)}, after ${value(right)}, when the restart was triggered`,
    (left, right) => `the new cohort started on ${value(left)}, not after ${value(right)}, when the restart was triggered`,
  ],
  'outcome-follows-submission': follows('an outcome', 'what it answers was submitted', 'can be released'),
  'programme-has-a-mentor': ['the programme has a mentor', 'a mentor belongs to ATS; in QTLS the participant appoints a supporter'],
  'programme-has-a-supporter': ['the programme has a supporter', 'a supporter belongs to QTLS; in ATS a mentor helps'],
  'programme-is-professional-formation': [
    'QTLS is described as six months of professional formation',
    'ATS is described as twelve months of development',
  ],
  'requested-by-latest-timely-date': noLaterThan('the request was made', 'the last timely day'),
  'restart-is-in-another-cohort': [
    'the restart is with another cohort',
    (left) => `the case is in cohort ${idInWords(String(left))} already`,
  ],
  'restart-is-in-the-same-programme': [
    'the restart is in the same programme',
    (left, right) => `the restart names a cohort of ${value(left)}, and the case is in ${value(right)}`,
  ],
  'resubmission-deadline-has-passed': passed('resubmission'),
  'resubmission-follows-outcome': follows('a resubmission', 'the outcome that it answers', 'can be made'),
  'resubmitted-by-deadline': submittedBy('evidence was re-submitted', 'resubmission'),
  'review-follows-deadline': [
    (left, right) => `review and moderation starts on ${value(left)}, after the deadline of ${value(right)}`,
    'the review does not follow the deadline',
  ],
  'second-outcome-is-released': ['the outcome of the second review is released', 'the outcome of the second review is not released yet'],
  'second-review-has-a-window': [
    'as the clause is read here, a second review has one month from the resubmission deadline',
    'the clause states a review month for the submission deadline only',
  ],
  'sent-by-email': ['the appeal was sent by email', 'the appeal was not sent by email: it has to be emailed to membership enquiries'],
  'sent-to-membership-enquiries': [
    'the appeal was sent to membership enquiries',
    'the appeal was not sent to membership enquiries: it has to be emailed to them',
  ],
  'six-months-lead-to-deadline': lengths('six months'),
  'source-is-a-referrer': [
    (left) => `the information came from the ${value(left)}, whom the policy calls the referrer`,
    'the information came from the member, who has to report unasked; there is no referrer',
  ],
  'step-is-in-time': [
    (left, right) => `this step counts on ${value(left)}, in time: its last day is ${value(right)}`,
    (left, right) => `this step counts on ${value(left)}, and is late: its last day was ${value(right)}`,
  ],
  'stage-takes-event': [
    (left, right) => `"${value(left)}" can be recorded while the case is at "${value(right)}"`,
    (left, right) => `"${value(left)}" cannot be recorded while the case is at "${value(right)}"`,
  ],
  'submission-deadline-has-passed': passed('submission'),
  'submission-follows-issue': follows('a submission', 'the portfolio was issued', 'can be made'),
  'submitted-by-deadline': submittedBy('portfolio was submitted', 'submission'),
  'time-of-sending-is-known': [
    'the time of sending is known',
    'as the clause is read here, the time to answer runs from sending, and when the appeal was sent is not known',
  ],
  'tutorials-are-left-out': ['this edition leaves tutorials out', 'this edition says nothing of tutorials'],
  'twelve-months-lead-to-deadline': lengths('twelve months'),
}));

/** A factor that is weighed, where it was found; that it was not found need not mean that it is absent. */
function factor(what: string): Phrases {
  return [`a factor to weigh: ${what}`, `it was not found that ${what}`];
}

function inForce(what: string): Phrases {
  return [
    (left, right) => `${value(left)} is on or after ${value(right)}, when the oldest edition of ${what} that is held begins`,
    (left, right) => `${value(left)} is before ${value(right)}, when the oldest edition of ${what} that is held begins`,
  ];
}

function noLaterThan(what: string, by: string): Phrases {
  return [
    (left, right) => `${what} on ${value(left)}, no later than ${by}, ${value(right)}`,
    (left, right) => `${what} on ${value(left)}, after ${by}, ${value(right)}`,
  ];
}

function follows(what: string, after: string, does = 'can be recorded'): Phrases {
  return [
    `${what} ${does}, as ${after} lies before it`,
    (left, right) => `${what} ${does} from ${value(right)} on, and this one is dated ${value(left)}`,
  ];
}

function passed(which: string): Phrases {
  return [
    (left, right) => `${value(left)} is after the ${which} deadline of ${value(right)}`,
    (left, right) => `${value(left)} is not after the ${which} deadline of ${value(right)}`,
  ];
}

function submittedBy(what: string, which: string): Phrases {
  return [
    (left, right) => `the ${what} at ${value(left)}, in time for the ${which} deadline of ${value(right)}`,
    (left, right) => `the ${what} at ${value(left)}, after the ${which} deadline of ${value(right)}`,
  ];
}

function lengths(months: string): Phrases {
  return [
    `the deadline is ${months} after the start, or the day before`,
    `the deadline is not ${months} after the start; the cohort's own dates hold`,
  ];
}

/** The sentence of one finding, without its clause. */
export function findingInWords({ test, holds, left, right }: Finding): string {
  const phrase = own(phrases(), test)[holds ? 0 : 1];
  return typeof phrase === 'string' ? phrase : phrase(left, right);
}
