// `npm run signoff -- SUPPORT.txt CODE-PAGE.txt [--out FILE.html]`: one page to be printed, read and signed: the interpretations that SET has to confirm, then each clause in its own words beside ours.
// It holds the texts, which are not part of the project: it is written beside the first of them, unless another place is named.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { clauses, defaultReadings, documents, readings } from 'professional-status';
import { manifest } from '../../test/tools/entries.mjs';
import { sentencesIn, textsIn } from '../../test/tools/policy-text.mjs';
import { compare, storedFingerprints } from '../../test/tools/policy-verify.mjs';
import { whenStarted } from '../../test/tools/started.mjs';
import { casesAbout, otherSides } from './cases.mjs';
import { reasons } from './clauses.mjs';
import { walked } from './histories.mjs';
import { decidingCase, optionsOf } from './readings.mjs';
import { firstSentences } from '../../test/tools/docstrings.mjs';
import { testsOfRules } from './rules.mjs';
import { currentFingerprints, hashOf, signable } from './sign-offs.mjs';
import { numberOf, plural, sentence, words } from './words.mjs';

/** @import { ClauseId } from 'professional-status' */

/** @param {string} text */
const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '<wbr>@');
/** Our own Markdown: a name of the code in plain words, an outcome in italics. @param {string} text */
const html = (text) =>
  safe(text)
    .replace(/`(\w+(?:-\w+)*)`/g, (_, code) => words(code))
    .replace(/\*([^*]+)\*/g, '<em>$1</em>');
/** @param {readonly string[]} items */
const list = (items) => `<ul>${items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
/** @param {string} clause */
const cited = (clause) => `${documents[clauses[/** @type {ClauseId} */ (clause)].document].title} ${numberOf(clause)}`;

const boxes = (/** @type {readonly string[]} */ choices) =>
  `${choices.map((choice) => `<p class="box">☐ ${safe(choice)}</p>`).join('')}<p class="line">Initials</p><p class="line">Date</p>`;
const kept = currentFingerprints();
const summaries = firstSentences();

/** @param {import('professional-status').Reading} reading */
function interpretation(reading) {
  const decided = decidingCase(reading);
  const options = optionsOf(reading);
  const turning = decided && [
    `<p>${html(sentence(decided.asked.replace(/`(\w+)`/g, (_, code) => words(code))))}</p>`,
    ...decided.answers.map(({ choice, says }) => `<p><b>${safe(words(choice))}</b>: ${html(says)}</p>`),
  ];
  const choices = options.map(
    ({ choice, means }, at) =>
      `<p><b>${safe(words(choice))}</b>${at === 0 ? ' (<b>default</b>)' : ''}${means ? `: ${html(means)}` : ''}</p>`,
  );
  return [
    `<td><p><b>${html(reading.question)}</b></p><p class="small">${reading.clauses.map(cited).join('; ')}</p>${choices.join('')}</td>`,
    `<td>${(turning ?? ['<p>No case turns on it.</p>']).join('')}<p class="small"><b>Why the default:</b> ${html(reading.why)}</p></td>`,
    `<td>${boxes([...options.map(({ choice }, at) => `${words(choice)}${at === 0 ? ' (default)' : ''}`), 'something else'])}<p class="print">${reading.id} ${kept.get(reading.id)}</p></td>`,
  ].join('');
}

/** What the library does with a clause, in one sentence. @param {ClauseId} id */
function whatIsDone(id) {
  const { kind, note = '' } = clauses[id];
  const asked = new Set(testsOfRules().flatMap(({ clause, rule }) => (clause === id ? [rule] : [])));
  const events = new Set(
    walked.flatMap(({ machine }) => machine.cells.flatMap(({ clause, event }) => (clause === id ? [words(event)] : []))),
  );
  const done = [
    ...[...asked].map((rule) =>
      (summaries.get(rule) ?? '').replace(/^./, (first) => first.toLowerCase()).replace(asked.size > 2 ? /(:.*)?\.$/ : /\.$/, ''),
    ),
    ...(events.size > 0 ? [`records ${[...events].map((event) => `“${event}”`).join(', ')}`] : []),
  ];
  return `The library ${done.join('; it ') || `decides nothing by it, since it is ${kind === 'rule' ? 'said in its parts' : reasons[kind]}`}. ${note}`;
}

/** @param {ClauseId} id */
function casesOf(id) {
  const own = casesAbout(/\.[a-z]$/.test(id) && casesAbout(id).length === 0 ? id.slice(0, -2) : id);
  return [...own, ...otherSides(id, own.length > 1)].map(sentence);
}

/** @param {ClauseId} id @param {readonly string[]} said */
const clauseRow = (id, said) =>
  [
    `<td><b>${numberOf(id)}</b> ${said.map((text) => safe(text.replace(/\[|\]\([^)]*\)/g, ''))).join(' ')}</td>`,
    `<td><b>${safe(clauses[id].name)}.</b> ${html(clauses[id].says)}</td>`,
    `<td><p>${html(whatIsDone(id))}</p>${list(casesOf(id))}</td>`,
    `<td>${boxes(['agree', 'change'])}<p class="print">${id} ${kept.get(id)}</p></td>`,
  ].join('');

/** @param {string} title @param {readonly string[]} heads with their widths, as `Title 30` @param {readonly string[]} rows */
const table = (title, heads, rows) =>
  `<h2>${safe(title)}</h2><table><colgroup>${heads.map((head) => `<col style="width:${head.split(' ').at(-1)}%">`).join('')}</colgroup><thead><tr>${heads
    .map((head) => `<th>${head.replace(/ \d+$/, '')}</th>`)
    .join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;

const style = `@page{size:A4 portrait;margin:12mm 10mm 14mm;@bottom-center{content:counter(page) " of " counter(pages);font:8pt sans-serif}}
body{font:8.5pt/1.3 "Liberation Sans",Arial,sans-serif;color:#000;background:#fff;max-width:190mm;margin:0 auto}
h1{font-size:16pt}h2{font-size:12pt;break-after:avoid}table{border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:6mm}
th,td{border:.6pt solid #000;padding:1.2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{border-bottom-width:1.6pt}
thead{display:table-header-group}tr,section{break-inside:avoid}p{margin:0 0 1mm}ul{margin:0;padding-left:3.5mm}
.small{font-size:7.5pt}.print{font:5.5pt monospace;margin-top:2mm}.line{border-bottom:.6pt solid #000;height:7mm;font-size:7pt}.box{margin:0 0 1.5mm}`;

/** @param {readonly string[]} files */
export function signOffPage(files) {
  const texts = textsIn(files);
  for (const { document, text } of texts) {
    const { differences } = compare(document, storedFingerprints()[document], text);
    if (differences.length > 0)
      throw new TypeError(
        `${plural(differences.length, 'sentence')} of ${documents[document].title} differ from what was restated: see policy:verify`,
      );
  }
  const { version } = manifest;
  const says = Object.values(clauses).map((clause) => clause.says);
  const whole = hashOf([texts, says, defaultReadings, version, [...kept]]);
  const tables = texts.map(({ document, text }) => {
    const sentences = sentencesIn(document, text);
    const rows = signable
      .filter((id) => clauses[id].document === document)
      .map((id) =>
        clauseRow(
          id,
          sentences.filter(({ clause }) => clause === id).map((each) => each.text),
        ),
      );
    return table(
      `Each clause: ${documents[document].title}`,
      ['Its own words 27', 'In our words 21', 'What the library does, and cases with their answers 39', 'Decision 13'],
      rows,
    );
  });
  const open = Object.values(readings);
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Sign-off: SET professional status policies</title><style>${style}</style></head><body>`,
    `<h1>Sign-off of the policies as the library has them</h1><p>Version ${version}, fingerprint <b>${whole}</b>. For the policy owner. Print it on A4, tick a box in each row, initial and date it. Where you tick “change”, write what should change beside it. The small code in a row is the fingerprint of that row: it goes into the register of sign-offs, and changes when the text, our words, a test or an answer does.</p>`,
    table(
      `First, ${plural(open.length, 'interpretation')} for SET to confirm`,
      ['Question and options 40', 'What turns on it 42', 'Decision 18'],
      open.map(interpretation),
    ),
    ...tables,
    `<section><h2>What was signed</h2><p>Fingerprint <b>${whole}</b>, of both texts, our words for every clause, the default of every interpretation, and version ${version}.</p>`,
    `<table><tbody>${['Name', 'Role', 'Signature', 'Date'].map((label) => `<tr><th style="width:20%;height:10mm">${label}</th><td></td></tr>`).join('')}</tbody></table></section></body></html>`,
  ].join('\n');
}

await whenStarted(import.meta.url, (args) => {
  const { values, positionals: files } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true });
  const out = values.out ?? join(dirname(files[0] ?? ''), 'sign-off.html');
  writeFileSync(out, signOffPage(files));
  console.log(`wrote ${out}: it holds the words of the texts, so keep it out of the project`);
});
