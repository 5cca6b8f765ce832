// The bank holidays of the United Kingdom, 2011 to 2028: the official dates as published at https://www.gov.uk/bank-holidays, each once, where it is held.
// A line a holiday: month and day for each year from 2011, ---- where there is none; or the whole date of a holiday held once.
// Moved and substitute days stand where they were observed: a Christmas Day that fell on a Saturday is the Monday after.

/** Held in all three nations. */
export const EVERYWHERE = `
Good Friday: 0422 0406 0329 0418 0403 0325 0414 0330 0419 0410 0402 0415 0407 0329 0418 0403 0326 0414
Early May bank holiday: 0502 0507 0506 0505 0504 0502 0501 0507 0506 ---- 0503 0502 0501 0506 0505 0504 0503 0501
Spring bank holiday: 0530 0604 0527 0526 0525 0530 0529 0528 0527 0525 0531 0602 0529 0527 0526 0525 0531 0529
Christmas Day: 1226 1225 1225 1225 1225 1227 1225 1225 1225 1225 1227 1227 1225 1225 1225 1225 1227 1225
Boxing Day: 1227 1226 1226 1226 1228 1226 1226 1226 1226 1228 1228 1226 1226 1226 1226 1228 1228 1226
Royal Wedding: 2011-04-29
Queen’s Diamond Jubilee: 2012-06-05
Early May bank holiday (VE day): 2020-05-08
Platinum Jubilee bank holiday: 2022-06-03
Bank holiday for the State Funeral of Queen Elizabeth II: 2022-09-19
Bank holiday for the coronation of King Charles III: 2023-05-08
`;

/** Held in England and Wales and in Northern Ireland. */
export const NOT_IN_SCOTLAND = `
New Year’s Day: 0103 0102 0101 0101 0101 0101 0102 0101 0101 0101 0101 0103 0102 0101 0101 0101 0101 0103
Easter Monday: 0425 0409 0401 0421 0406 0328 0417 0402 0422 0413 0405 0418 0410 0401 0421 0406 0329 0417
Summer bank holiday: 0829 0827 0826 0825 0831 0829 0828 0827 0826 0831 0830 0829 0828 0826 0825 0831 0830 0828
`;

export const IN_SCOTLAND = `
New Year’s Day: 0103 0103 0101 0101 0101 0101 0103 0101 0101 0101 0101 0103 0102 0101 0101 0101 0101 0103
2nd January: 0104 0102 0102 0102 0102 0104 0102 0102 0102 0102 0104 0104 0103 0102 0102 0102 0104 0104
Summer bank holiday: 0801 0806 0805 0804 0803 0801 0807 0806 0805 0803 0802 0801 0807 0805 0804 0803 0802 0807
St Andrew’s Day: 1130 1130 1202 1201 1130 1130 1130 1130 1202 1130 1130 1130 1130 1202 1201 1130 1130 1130
World Cup bank holiday: 2026-06-15
`;

export const IN_NORTHERN_IRELAND = `
St Patrick’s Day: 0317 0319 0318 0317 0317 0317 0317 0319 0318 0317 0317 0317 0317 0318 0317 0317 0317 0317
Battle of the Boyne (Orangemen’s Day): 0712 0712 0712 0714 0713 0712 0712 0712 0712 0713 0712 0712 0712 0712 0714 0713 0712 0712
`;
