// What the paragraphs whose numbers are not known are called. Citations use these names in place of a number, apart from the register, which is long.

/** The name of each clause whose number is not known. */
export const unnumberedClauses = {
  'member-action/evidence': 'Evidence and hearsay',
  'suitability/effect-of-breach': 'Effect of a breach',
  'suitability/factors': 'Factors that are weighed',
  'code-of-practice/parts': 'Mandatory and aspirational parts',
  'objections/who': 'Who may object',
  'objections/grounds': 'Grounds of an objection',
  'objections/stages': 'Stages of an objection',
  'conditions/notice': 'Notice of a change',
  'ats-terms/restart': 'Restart of ATS',
} as const;
