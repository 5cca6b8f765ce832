// `npm run update -- pictures`: draws what takes a browser: docs/pictures/lifecycle.svg by mermaid itself, and the screenshots of the policy checker.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../../test/browser/chromium.mjs';
import { whenStarted } from '../../test/tools/started.mjs';
import { lifecycleSource } from './diagrams.mjs';

const file = 'docs/pictures/lifecycle.svg';
const mermaidFile = fileURLToPath(new URL('../../test/diagrams/mermaid/node_modules/mermaid/dist/mermaid.min.js', import.meta.url));

const fingerprintOf = (/** @type {string} */ source) =>
  `<!-- drawn by mermaid from ${createHash('sha256').update(source).digest('hex').slice(0, 16)} -->`;

/** Whether the committed picture was drawn from the machine as it is now; for that no browser is needed. */
export const lifecycleIsFresh = () => readFileSync(file, 'utf8').includes(fingerprintOf(lifecycleSource()));

/** What mermaid is asked for: text and not HTML, so that it is shown in an image too; and one look, which dark schemes turn round. */
const config = {
  startOnLoad: false,
  deterministicIds: true,
  htmlLabels: false,
  state: { nodeSpacing: 14, rankSpacing: 34 },
  theme: 'base',
  themeVariables: {
    fontFamily: 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontSize: '20px',
    primaryColor: '#eef3f8',
    primaryBorderColor: '#1f4e79',
    primaryTextColor: '#1b1f24',
    lineColor: '#57606a',
    noteBkgColor: '#f6e3b4',
    noteBorderColor: '#b8a05c',
    edgeLabelBackground: '#ffffff',
    tertiaryColor: '#ffffff',
    clusterBkg: '#ffffff',
    compositeBackground: '#ffffff',
  },
};

/** Mermaid gives each word a span that begins with its blank, which a reader that is not a browser drops unless it is told to keep it. */
const withBlanks = (/** @type {string} */ svg) => svg.replace('<svg ', '<svg xml:space="preserve" ');

async function drawLifecycle() {
  if (!existsSync(mermaidFile)) throw new Error('mermaid is not installed: npm run test:full -- mermaid');
  const source = lifecycleSource();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setContent('<p></p>');
    await page.addScriptTag({ path: mermaidFile });
    const svg = await page.evaluate(async ([text, options]) => {
      const { mermaid } = /** @type {any} */ (globalThis);
      mermaid.initialize(options);
      return (await mermaid.render('lifecycle', text)).svg;
    }, /** @type {const} */ ([source, config]));
    const dark = '@media (prefers-color-scheme:dark){#lifecycle{filter:invert(.94) hue-rotate(180deg)}}';
    const onPaper = svg.replace('<style>', `<rect width="100%" height="100%" fill="#fff"/><style>${dark}`);
    writeFileSync(file, `${fingerprintOf(source)}\n${withBlanks(onPaper)}\n`);
    console.log(file);
  } finally {
    await browser.close();
  }
}

await whenStarted(import.meta.url, drawLifecycle);
