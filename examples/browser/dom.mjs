// Elements, and the few that the page has many of. Text is always set as text, never as markup.

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] attributes; `on…` listeners; what is false or undefined is left out
 * @param {...(Node | string | false | undefined | readonly (Node | string | false | undefined)[])} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === 'value') /** @type {HTMLInputElement} */ (element).value = String(value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

/** An element of the page that is there. @param {string} id */
export const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id @param {...(Node | string | false | undefined | readonly (Node | string | false | undefined)[])} children */
export function fill(id, ...children) {
  $(id).replaceChildren(.../** @type {(Node | string)[]} */ (children.flat().filter((child) => child !== undefined && child !== false)));
}

/** A picture that the library drew, as an element of the page: it may be wider than a narrow screen, and then scrolls by itself. @param {string} svg @param {string} label */
export function picture(svg, label) {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return h('div', { class: 'picture', tabindex: 0, role: 'region', 'aria-label': label }, document.importNode(drawn, true));
}

/** A table with its heads. @param {string} caption @param {readonly string[]} heads @param {readonly (readonly (Node | string)[])[]} rows */
export function table(caption, heads, rows) {
  return h(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell)),
          ),
        ),
      ),
    ),
  );
}

/** A choice of one of some values. @param {string} label @param {readonly (readonly [value: string, text: string])[]} options @param {Record<string, unknown>} [properties] */
export function choice(label, options, properties = {}) {
  const { value, ...others } = properties;
  const select = h(
    'select',
    others,
    options.map(([each, text]) => h('option', { value: each, selected: each === value }, text)),
  );
  return { field: h('label', { class: 'field' }, h('span', {}, label), select), control: /** @type {HTMLSelectElement} */ (select) };
}

/** Offers a text as a file. @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

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
