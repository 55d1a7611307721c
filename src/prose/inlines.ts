/** The reading of one line: words, emphasis, links, citations, terms, blanks. */
import type { PhrasingContent } from 'mdast';
import { readAttributes, type Fail, type MdxElement } from './attributes.ts';
import { blockElements, inlineElements, named } from './elements.ts';
import { didYouMean } from './problem.ts';
import type { Inline } from './tree.ts';

/** The inline nodes of a tree; what has no place in a line goes to `fail`. */
export function readInlines(nodes: readonly PhrasingContent[], fail: Fail): Inline[] {
  return nodes.flatMap((node) => readInline(node, fail) ?? []);
}

function readInline(node: PhrasingContent, fail: Fail): Inline | undefined {
  switch (node.type) {
    case 'text':
      return { kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') };
    case 'strong':
    case 'emphasis':
      return { kind: node.type, children: readInlines(node.children, fail) };
    case 'break':
      return { kind: 'break' };
    case 'link':
      if (node.title) fail(node, 'a link has no title here', 'Write its words into the text.');
      return {
        kind: 'link',
        href: node.url,
        children: readInlines(node.children, fail),
        line: node.position?.start.line ?? 1,
      };
    case 'mdxJsxTextElement':
      return readInlineElement(node, fail);
    case 'mdxTextExpression':
      fail(node, `{${node.value}} would be a program`, 'Write the words themselves; {/* #id */} only ends a heading.');
      return undefined;
    case 'image':
    case 'imageReference':
      fail(
        node,
        'a picture has no place in a text',
        'Put an SVG into content/figures/ and draw it with <Figure>: pages ask no other site for anything.',
      );
      return undefined;
    default:
      fail(node, `“${node.type}” has no place in these texts`, 'Write it as plain words.');
      return undefined;
  }
}

/** The node of a component that stands in a line, or alone on one. */
export function readInlineElement(node: MdxElement, fail: Fail): Inline | undefined {
  const name = node.name ?? '';
  const element = named(inlineElements, name);
  if (!element) {
    if (named(blockElements, name))
      fail(node, `<${name}> stands inside a line`, 'Put it on a line of its own with an empty line before and after.');
    else
      fail(
        node,
        `unknown component <${name}>`,
        didYouMean(name, [...Object.keys(inlineElements), ...Object.keys(blockElements)], (known) => `<${known}>`),
      );
    return undefined;
  }
  const attributes = readAttributes(node, element.attributes, fail);
  if (!attributes) return undefined;
  const children = element.holds === 'words' ? readInlines(node.children as PhrasingContent[], fail) : [];
  if (element.holds === 'words' && children.length === 0)
    fail(node, `<${name}> holds no words`, `Write <${name} …>the words</${name}>.`);
  if (element.holds === 'nothing' && node.children.length > 0)
    fail(node, `<${name}> holds nothing`, `Close it at once: <${name} … />.`);
  return element.build({ attributes, children, line: node.position?.start.line ?? 1 });
}

/** Drops white space at both ends of a line of inline nodes. */
export function trimmed(nodes: Inline[]): Inline[] {
  const result = [...nodes];
  const first = result[0];
  if (first?.kind === 'text') result[0] = { ...first, text: first.text.trimStart() };
  const last = result.at(-1);
  if (last?.kind === 'text') result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result.filter((node) => node.kind !== 'text' || node.text !== '');
}
