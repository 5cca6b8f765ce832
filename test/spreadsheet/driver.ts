// What runs inside a bare engine: it takes rows as JSON, makes their `Date` cells there, calls the functions that the script defined, and gives the answers as JSON.
import type { Cell } from './written.js';

/** A call: a function's name, and its cells as `writeRow` writes them. */
export interface DriverCall {
  readonly name: string;
  readonly cells: readonly (Cell | Cell[][])[];
}

/** Source of a function from JSON to JSON. It uses nothing but the language. */
export const driver = `(function (json) {
  function made(cell) {
    return cell !== null && typeof cell === 'object' && cell.parts ? new Date(cell.parts[0], cell.parts[1] - 1, cell.parts[2], 0, 0, 0, cell.parts[3]) : cell;
  }
  function shown(cell) {
    if (!(cell instanceof Date)) return cell;
    var midnight = new Date(cell.getFullYear(), cell.getMonth(), cell.getDate());
    var clock = ((cell.getHours() * 60 + cell.getMinutes()) * 60 + cell.getSeconds()) * 1000 + cell.getMilliseconds();
    return { parts: [cell.getFullYear(), cell.getMonth() + 1, cell.getDate(), midnight.getTime() === cell.getTime() ? 0 : clock] };
  }
  function each(value, map) {
    return Array.isArray(value) ? value.map(function (row) { return row.map(map); }) : map(value);
  }
  return JSON.stringify(JSON.parse(json).map(function (call) {
    return each(globalThis[call.name].apply(null, call.cells.map(function (cell) { return each(cell, made); })), shown);
  }));
})`;
