// The cases by which the rules and procedures are tested: a list beside the test of each family, `<family>.cases.json`, with an entry for each rule or procedure.
import { filesIn, read } from './entries.mjs';

/** @typedef {{ readonly rule?: string, readonly machine?: string, readonly version: number, readonly vectors: readonly any[] }} Cases */
/** @typedef {{ readonly id: string, readonly path: string, readonly file: Cases }} CaseFile */

/** Returns the cases of every rule and procedure, by id, and the path at which they are kept. @returns {readonly CaseFile[]} */
export function caseFiles() {
  return filesIn('test', '.cases.json')
    .filter((path) => !path.includes('/lifecycle/')) // those note the tests of the lifecycle, in another form
    .flatMap((path) => {
      /** @type {readonly Cases[]} */
      const files = JSON.parse(read(path));
      return files.map((file) => ({ id: file.rule ?? file.machine ?? '', path, file }));
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
