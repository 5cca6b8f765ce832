// Just enough of an XML reader to tell that a drawing is well formed, and to look at its parts.

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** The text in it and in its children, without what is said of them in titles. */
  readonly text: string;
}

const entity: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => entity[name] ?? fail(`an unknown entity &${name};`));
function fail(what: string): never {
  throw new Error(`not well formed: ${what}`);
}

/** Reads one element; anything that is not well formed is an error. */
export function readXml(source: string): Node {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(source)) fail('a character that XML has no room for');
  let at = 0;
  const element = (): Node => {
    const [head = fail(`no tag at ${at}`), name = '', written = '', closed] =
      /^<([\w]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/.exec(source.slice(at)) ?? [];
    at += head.length;
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of written.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
      if (key in attributes) fail(`${key} twice`);
      attributes[key] = plain(value);
    }
    const children: Node[] = [];
    let text = '';
    if (closed === '/') return { name, attributes, children, text };
    while (!source.startsWith(`</${name}>`, at)) {
      if (at >= source.length) fail(`<${name}> stays open`);
      if (source[at] === '<') {
        const child = element();
        children.push(child);
        if (child.name !== 'title') text += child.text;
      } else {
        const end = source.indexOf('<', at);
        text += plain(source.slice(at, end));
        at = end;
      }
    }
    at += `</${name}>`.length;
    return { name, attributes, children, text };
  };
  const root = element();
  if (at !== source.length) fail('more after the end');
  return root;
}

export const all = (node: Node): readonly Node[] => [node, ...node.children.flatMap(all)];
export const named = (node: Node, name: string): readonly Node[] => all(node).filter((each) => each.name === name);
/** What an element is called, where a pointer rests on it. */
export const tipOf = (node: Node): string => node.children.find(({ name }) => name === 'title')?.text ?? '';
