/** XML as a tree: every text and attribute is escaped when it is written, so nothing that an author types becomes markup. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;
/** What can stand in an element. Nothing is written for `undefined`. */
export type Child = string | Element | undefined | readonly Child[];
export interface Element {
  name: string;
  attributes: Attributes;
  children: readonly Child[];
  /** Markup that is XML already and is written as it is, after the children. Only for the drawings of the model. */
  markup?: string;
}

/** An element. Attributes that are undefined are left out. */
export function h(name: string, attributes: Attributes = {}, ...children: Child[]): Element {
  return { name, attributes, children };
}

/** A whole file. @param doctype `html` for pages; files of other kinds have none */
export function xmlFile(root: Element, doctype?: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype ? `<!DOCTYPE ${doctype}>\n` : ''}${xml(root)}\n`;
}

function xml(child: Child): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escape(child);
  if (!('name' in child)) return child.map(xml).join('');
  const attributes = Object.entries(child.attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(String(value))}"`));
  const inner = xml(child.children) + (child.markup ?? '');
  return inner ? `<${child.name}${attributes.join('')}>${inner}</${child.name}>` : `<${child.name}${attributes.join('')}/>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Escapes, and leaves out the characters that XML 1.0 cannot hold. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (character) => entities[character]!);
}
