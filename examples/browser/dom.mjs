// Elements, and the few that the page has many of. Text is always set as text, never as markup.

/** @typedef {Node | string | false | undefined} Child what is false or undefined is left out */

/**
 * An element: `h('p.hint', 'text')`, or `h('a', { href }, 'text')`.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T | `${T}.${string}`} tag with its classes
 * @param {Child | Record<string, unknown>} [first] attributes, and `on…` listeners, of which what is false or undefined is left out; or a child
 * @param {...Child} others
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, first, ...others) {
  const hasProperties = typeof first === 'object' && !(first instanceof Node);
  const [name = '', ...classes] = tag.split('.');
  const element = /** @type {HTMLElementTagNameMap[T]} */ (document.createElement(name));
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(hasProperties ? first : {})) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else if (key === 'value') /** @type {HTMLInputElement} */ (element).value = String(value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...shown(hasProperties ? others : [/** @type {Child} */ (first), ...others]));
  return element;
}

/** @param {readonly Child[]} children */
const shown = (children) => children.filter((child) => child !== undefined && child !== false);

/** An element of the page that is there. @param {string} id */
export const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id @param {...Child} children */
export const fill = (id, ...children) => $(id).replaceChildren(...shown(children));

/**
 * A heading with a list under it; nothing where that is empty.
 *
 * @param {string} heading @param {string} classes of the list @param {readonly HTMLLIElement[]} items @returns {HTMLElement[]}
 */
export const headed = (heading, classes, items) => (items.length === 0 ? [] : [h('h3', heading), h(`ul.${classes}`, ...items)]);

/** A picture that the library drew, as an element of the page: it may be wider than a narrow screen, and then scrolls by itself. @param {string} svg @param {string} label */
export function picture(svg, label) {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return h('div.picture', { tabindex: 0, role: 'region', 'aria-label': label }, document.importNode(drawn, true));
}

/** A table with its heads. @param {string} caption @param {readonly string[]} heads @param {readonly (readonly (Node | string)[])[]} rows */
export function table(caption, heads, rows) {
  return h(
    'div.wide',
    { tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      h('caption', caption),
      h('thead', h('tr', ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        ...rows.map((cells) =>
          h('tr', ...cells.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell))),
        ),
      ),
    ),
  );
}

/**
 * A choice of one of some values.
 *
 * @param {string} label @param {readonly (string | readonly [value: string, text: string])[]} options
 * @param {Record<string, unknown> & { value?: string, take?: (value: string) => void }} of `take` is told what is chosen
 */
export function choice(label, options, { value, take, ...others }) {
  const items = options.map((each) => (typeof each === 'string' ? /** @type {const} */ ([each, each]) : each));
  const control = h(
    'select',
    { onchange: () => take?.(control.value), ...others },
    ...items.map(([each, text]) => h('option', { value: each, selected: each === value }, text)),
  );
  return { field: h('label.field', h('span', label), control), control };
}

/** One of the options of which one is chosen. @param {Record<string, unknown>} of its attributes @param {...Child} says */
export const option = (of, ...says) => h('label.option', h('input', { type: 'radio', ...of }), h('span', ...says));

/** @param {string} text @param {() => void} onclick @param {Record<string, unknown>} [more] attributes */
export const button = (text, onclick, more = {}) => h('button', { type: 'button', onclick, ...more }, text);

/** Offers a text as a file. @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {string} name @param {unknown} value */
export const downloadJson = (name, value) => download(`${name}.json`, 'application/json', `${JSON.stringify(value, null, 2)}\n`);

/** Does something that makes parts of the page anew, and puts the focus back to the same control. @param {() => void} render */
export function keepingFocus(render) {
  const focus = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const [id, name, value] = [focus?.id, focus?.name, focus?.value];
  render();
  if (focus && document.contains(focus)) return;
  const again = id
    ? document.getElementById(id)
    : name
      ? /** @type {HTMLElement | null} */ (document.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value ?? '')}"]`))
      : null;
  again?.focus();
}
