/** The way from a value of a YAML file back to its line. */
import { isMap, isScalar, type Document, type LineCounter, type Node as YamlNode, type Scalar } from 'yaml';
import type { Path } from './located-entry.ts';

/** A parsed file. */
export interface Yaml {
  document: Document.Parsed;
  /** What the document says. */
  value: unknown;
  source: string;
  counter: LineCounter;
  /** Lines before the YAML in its file. */
  offset: number;
}

/** The line of the value at a path, or of the nearest part above it that exists. @param inside a line of the value itself, from 1 */
export function lineAt({ document, source, counter, offset }: Yaml, path: Path, inside: number | undefined): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length > 0 ? (document.getIn(path.slice(0, length - 1), true) as YamlNode | undefined) : undefined;
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path[length - 1]))
      : undefined;
    const node = (length > 0 ? document.getIn(path.slice(0, length), true) : document.contents) as YamlNode | undefined;
    const start = (pair?.key as YamlNode | undefined)?.range?.[0] ?? node?.range?.[0];
    if (start === undefined) continue;
    if (inside === undefined || !isScalar(node) || !node.range) return counter.linePos(start).line + offset;
    const written = source.slice(node.range[0], node.range[1]).split('\n');
    return counter.linePos(node.range[0]).line + offset + linesBefore(written, node.type, inside);
  }
  return offset + 1;
}

/** How many written lines of a scalar stand before the one with which a line of its value begins. */
function linesBefore(written: readonly string[], type: Scalar['type'], inside: number): number {
  // The first line of a block holds only its sign.
  if (type === 'BLOCK_LITERAL') return inside;
  const isBlock = type === 'BLOCK_FOLDED';
  const indentOf = (text: string) => text.search(/\S/);
  const indent = isBlock ? indentOf(written.slice(1).find((text) => indentOf(text) >= 0) ?? '') : Infinity;
  let [before, line, empty] = [0, 1, 0];
  let last: string | undefined;
  for (const [index, text] of written.entries()) {
    if (isBlock && index === 0) continue;
    if (text.trim() === '') {
      empty += 1;
      continue;
    }
    // Folding joins lines: a break comes of each empty one between them, and beside those of a block that are indented more.
    const breaks = empty + Number(last !== undefined && Math.max(indentOf(last), indentOf(text)) > indent);
    line += breaks;
    if ((breaks > 0 || last === undefined) && line <= inside) before = index;
    [last, empty] = [text, 0];
  }
  return before;
}
