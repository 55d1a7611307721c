/** Building elements from words: everything typed stays text, since nothing here reads HTML. */

type Child = Node | string;
type Attributes = Record<string, string | boolean | undefined | ((event: never) => void)>;

/** An element with attributes (`true`: present, `false` or undefined: absent), listeners (`onclick`) and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** The same words written once more would be laid out, and read out, once more. */
export function writeOnce(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/**
 * Puts elements into their order within a parent, behind `from` others. Only what moved is moved: a field loses the focus when it is
 * taken out of the page, if only for a moment.
 */
export function placeInOrder(parent: Element, elements: readonly Element[], from = 0): void {
  elements.forEach((element, place) => {
    const there = parent.children[from + place];
    if (there !== element) parent.insertBefore(element, there ?? null);
  });
}

/** Says something to everyone: shown for a moment, and read out by screen readers. */
export function announce(words: string): void {
  const place = document.querySelector('.announce')!;
  place.textContent = words;
  setTimeout(() => {
    if (place.textContent === words) place.textContent = '';
  }, 4000);
}

/**
 * The buttons that move or remove one of a list, in the order of `keys`. Both actions draw the list anew: `refocus` then gives the
 * focus back to the same button. `least`: how many of the list stay.
 */
export function orderButtons(
  name: string,
  key: string,
  keys: readonly string[],
  { move, remove, least = 0 }: { move(by: -1 | 1): void; remove(): void; least?: number },
): HTMLElement {
  const place = keys.indexOf(key);
  const button = (words: string, action: string, disabled: boolean, onclick: () => void) =>
    make(
      'button',
      { type: 'button', 'data-order': `${action} ${key}`, disabled, onclick },
      words,
      make('span', { class: 'sr-only' }, ` ${name}`),
    );
  return make(
    'span',
    { class: 'order' },
    button('Up', 'up', place === 0, () => move(-1)),
    button('Down', 'down', place === keys.length - 1, () => move(1)),
    button('Remove', 'remove', keys.length <= least, remove),
  );
}

/** The order button that has the focus, to give to `refocus` after the list was drawn anew. */
export function focusedOrder(): string | undefined {
  return (document.activeElement as HTMLElement | null)?.dataset['order'];
}

/** Gives the focus back to the order button that was pressed, or to a neighbor when it is gone or cannot be pressed any more. */
export function refocus(
  scope: ParentNode,
  pressed: string | undefined,
  fallback: () => HTMLElement | null | undefined,
): void {
  const same = pressed && scope.querySelector<HTMLButtonElement>(`[data-order="${CSS.escape(pressed)}"]`);
  const target =
    same && !same.disabled
      ? same
      : (same && same.parentElement?.querySelector<HTMLButtonElement>('button:not(:disabled)')) || fallback();
  target?.focus();
}
