// Every link within the documentation leads somewhere: a file that is there, and in it a heading or an anchor of that name. No network is asked.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The pages of the project, without what is generated and not committed. */
export function pages(): readonly string[] {
  const within = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' || path === normalize('docs/api') ? [] : within(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
  const top = readdirSync('.').filter((name) => name.endsWith('.md'));
  return [...top, ...['docs', 'examples', 'test'].flatMap(within)].filter((path) => !path.endsWith('.api.md'));
}

/** A page without its code, in which brackets are not links. */
const prose = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()<>]/g, ' '));

/** The name that GitHub gives to a heading. */
const slug = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** Every place in a page that a link can lead to. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6} +(.*?)#* *$/gm)].map(([, heading = '']) => {
    const name = slug(heading);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  return new Set([...headings, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => String(id))]);
}

/** The links of a page that lead nowhere. */
export function deadLinks(path: string, text = readFileSync(path, 'utf8')): readonly string[] {
  const links = [...prose(text).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]: +(\S+)|(?:src|href)="([^"]+)"/gm)].map(
    ([, inline, reference, attribute]) => inline ?? reference ?? attribute ?? '',
  );
  return links.filter((link) => {
    if (/^[a-z][a-z+.-]*:/i.test(link)) return false; // leads out of the project
    const [to = '', anchor = ''] = link.split('#');
    const target = to === '' ? path : normalize(join(dirname(path), decodeURIComponent(to)));
    if (target !== path && (target.startsWith('..') || !existsSync(target))) return true;
    if (anchor === '' || !target.endsWith('.md') || (target !== path && statSync(target).isDirectory())) return false;
    return !anchorsOf(target === path ? text : readFileSync(target, 'utf8')).has(decodeURIComponent(anchor));
  });
}
