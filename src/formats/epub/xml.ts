/** Files of the book, which are XML. */
import { written, type Element } from '../markup/element.ts';

/** A whole file. @param doctype `html` for pages; files of other kinds have none */
export function xmlFile(root: Element, doctype?: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype ? `<!DOCTYPE ${doctype}>\n` : ''}${written(root, (_name, start) => `<${start}/>`)}\n`;
}
