/** Markup as a tree: every text and attribute is escaped when it is written, so nothing that an author types becomes markup. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;
/** What can stand in an element. Nothing is written for `undefined`. */
export type Child = string | Element | undefined | readonly Child[];
export interface Element {
  name: string;
  attributes: Attributes;
  children: readonly Child[];
  /** Markup that is written as it is, after the children. Only for the drawings of the model and our own styles. */
  markup?: string;
}

/** An element. Attributes that are undefined are left out. */
export function h(name: string, attributes: Attributes = {}, ...children: Child[]): Element {
  return { name, attributes, children };
}

/** The text of a tree. @param empty an element without content, from its name and its start without brackets */
export function written(child: Child, empty: (name: string, start: string) => string): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escape(child);
  if (!('name' in child)) return child.map((one) => written(one, empty)).join('');
  const attributes = Object.entries(child.attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escape(String(value))}"`,
  );
  const start = child.name + attributes.join('');
  const inner = written(child.children, empty) + (child.markup ?? '');
  return inner ? `<${start}>${inner}</${child.name}>` : empty(child.name, start);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Escapes, and leaves out the characters that XML 1.0 cannot hold. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (character) => entities[character]!);
}
