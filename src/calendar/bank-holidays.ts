// Written by `npm run calendar:update -- FEED.json`: the bank holidays of the United Kingdom, the official dates as published at https://www.gov.uk/bank-holidays.
// A line a holiday: its month, and the day of each year from the first, with another month before it where it falls in one; -- where there is none.
// Or the whole date of a holiday held once.
// Moved and substitute days are where they were observed: a Christmas Day that fell on a Saturday is the Monday after.

export const FIRST_YEAR = 2011;
export const LAST_YEAR = 2028;

/** Held in all three nations. */
export const EVERYWHERE = `
Good Friday: 04 22 06 0329 18 03 0325 14 0330 19 10 02 15 07 0329 18 03 0326 14
Early May bank holiday: 05 02 07 06 05 04 02 01 07 06 -- 03 02 01 06 05 04 03 01
Spring bank holiday: 05 30 0604 27 26 25 30 29 28 27 25 31 0602 29 27 26 25 31 29
Christmas Day: 12 26 25 25 25 25 27 25 25 25 25 27 27 25 25 25 25 27 25
Boxing Day: 12 27 26 26 26 28 26 26 26 26 28 28 26 26 26 26 28 28 26
Royal Wedding: 2011-04-29
Queen’s Diamond Jubilee: 2012-06-05
Early May bank holiday (VE day): 2020-05-08
Platinum Jubilee bank holiday: 2022-06-03
Bank holiday for the State Funeral of Queen Elizabeth II: 2022-09-19
Bank holiday for the coronation of King Charles III: 2023-05-08
`;

/** Held in England and Wales and in Northern Ireland. */
export const NOT_IN_SCOTLAND = `
New Year’s Day: 01 03 02 01 01 01 01 02 01 01 01 01 03 02 01 01 01 01 03
Easter Monday: 04 25 09 01 21 06 0328 17 02 22 13 05 18 10 01 21 06 0329 17
Summer bank holiday: 08 29 27 26 25 31 29 28 27 26 31 30 29 28 26 25 31 30 28
`;

/** Held in England and Wales. */
export const IN_ENGLAND_AND_WALES = `
`;

/** Held in Scotland. */
export const IN_SCOTLAND = `
New Year’s Day: 01 03 03 01 01 01 01 03 01 01 01 01 03 02 01 01 01 01 03
Summer bank holiday: 08 01 06 05 04 03 01 07 06 05 03 02 01 07 05 04 03 02 07
2nd January: 01 04 02 02 02 02 04 02 02 02 02 04 04 03 02 02 02 04 04
St Andrew’s Day: 11 30 30 1202 1201 30 30 30 30 1202 30 30 30 30 1202 1201 30 30 30
World Cup bank holiday: 2026-06-15
`;

/** Held in Northern Ireland. */
export const IN_NORTHERN_IRELAND = `
St Patrick’s Day: 03 17 19 18 17 17 17 17 19 18 17 17 17 17 18 17 17 17 17
Battle of the Boyne (Orangemen’s Day): 07 12 12 12 14 13 12 12 12 12 13 12 12 12 12 14 13 12 12
`;
