// professional-status/spreadsheet: the rules as functions of cells, for Google Sheets, Excel and whatever else can call a script.
export {
  cellFunctions,
  describeCellFunctions,
  type CellFunction,
  type CellFunctions,
  type CellFunctionsOptions,
} from './cell-functions.js';
export type { Cell, CellInput, CellOutput, CellValue } from './cell.js';
export type { DateCell, SheetZone } from './date-cell.js';
export type { DateSystem } from './wall.js';
export type { CellArgument, CellFunctionDescription, CellFunctionName } from './help.js';
export * from './named.js';
