/**
 * What Astro's MDX compiler is told about these texts, so that it draws the words of `parse.ts`: plugins for its two
 * trees. A text with a mistake does not compile at all; so no expression and no import of an author ever runs.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent as HastContent } from 'hast';
import type { Heading as MdastHeading, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { blockElements, inlineElements, named } from './elements.ts';
import { parseBlocks } from './parse.ts';
import { formatProblems } from './problem.ts';
import { curled } from './quotation-marks.ts';
import { plainText, type Block, type Heading } from './tree.ts';

type JsxAttributes = MdxJsxFlowElement['attributes'];
type AnyNode = RootContent | PhrasingContent;
/** The text that is compiled, and its file. */
type Source = { path: string; toString(): string };

const isJsx = (node: { type: string }): node is MdxJsxFlowElement =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const attribute = (name: string, value: string): JsxAttributes[number] => ({ type: 'mdxJsxAttribute', name, value });

/** Puts components of a line back into their paragraph, from where MDX takes those that have no other words beside them. */
export function remarkParagraphs() {
  return (tree: Root, file: Source): void => {
    const source = String(file);
    const inParent = (parent: Parent): void => {
      const children: RootContent[] = [];
      let open: Paragraph | undefined;
      for (const child of parent.children) {
        if ('children' in child) inParent(child);
        if (child.type !== 'mdxJsxFlowElement' || !named(inlineElements, child.name ?? '')) {
          children.push(child);
          open = undefined;
          continue;
        }
        const word = { ...child, type: 'mdxJsxTextElement' } as unknown as PhrasingContent;
        const before = open?.children.at(-1);
        const between = before && source.slice(before.position!.end.offset, child.position!.start.offset);
        if (!open || between === undefined || /\n\s*\n/.test(between)) {
          open = { type: 'paragraph', children: [word] };
          children.push(open);
        } else {
          if (between) open.children.push({ type: 'text', value: ' ' });
          open.children.push(word);
        }
      }
      parent.children = children;
    };
    inParent(tree);
  };
}

/** Gives each component and heading what the model knows of it: ids, numbers of citations, what an embed shows. */
export function remarkModel() {
  return (tree: Root, file: Source): void => {
    const { nodes, problems } = parseBlocks(String(file));
    if (problems.length > 0) throw new Error(formatProblems(problems.map((one) => ({ file: file.path, ...one }))));
    const headings = nodes.filter((node): node is Heading => node.kind === 'heading');
    let cites = 0;
    const visit = (node: Root | AnyNode): void => {
      if (node.type === 'heading') asModel(node, headings.shift()!);
      if (isJsx(node)) {
        if (node.name === 'Cite' || node.name === 'Quote') node.attributes.push(attribute('nth', String(cites++)));
        // A caption is words without a paragraph around them.
        if (node.name === 'Figure')
          node.children = (node.children as Parent[]).flatMap(({ children }) => children) as typeof node.children;
        drawn(node);
      }
      if (node.type === 'paragraph' || node.type === 'heading') node.children = trimmedWords(node.children);
      if ('children' in node) node.children.forEach(visit);
    };
    visit(tree);
  };
}

/** Drops white space at both ends of a line. */
function trimmedWords(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    const value = index === nodes.length - 1 ? start.trimEnd() : start;
    return value === '' ? [] : { ...node, value };
  });
}

/** The level, the id, the earlier ids and the words of a heading, of which its comment is no part. */
function asModel(node: MdastHeading, { anchor, aliases, children }: Heading): void {
  node.children = node.children.filter(({ type }) => type !== 'mdxTextExpression');
  const known = { level: String(node.depth), id: anchor, aliases: aliases.join(' '), text: plainText(children) };
  node.data = { ...node.data, hProperties: known } as typeof node.data;
}

/** Curls the words in the attributes of a component, and turns one that stands for other content into `<Embed of="…" id="…" />`. */
function drawn(node: MdxJsxFlowElement): void {
  const name = node.name ?? '';
  const block = named(blockElements, name);
  const rules = (block ?? named(inlineElements, name))?.attributes ?? {};
  for (const one of node.attributes) {
    const rule = one.type === 'mdxJsxAttribute' ? named(rules, one.name) : undefined;
    if (rule === 'words' || rule === 'optional words') one.value = curled(one.value as string);
  }
  if (!block?.topLevel) return;
  const attributes = Object.fromEntries(
    node.attributes.map((one) => ('name' in one ? [one.name, one.value as string] : ['', ''])),
  );
  const shown = block.build({ attributes, blocks: [], inlines: [], table: { head: [], rows: [] }, line: 1 });
  node.name = 'Embed';
  node.attributes = [attribute('of', shownAs(shown)), attribute('id', attributes['id'] ?? '')];
}

/** What an embed draws: the collection of one entry, or of all. */
function shownAs(block: Block): string {
  if (block.kind === 'embed') return block.ref;
  if (block.kind === 'overview') return block.of;
  throw new Error(`“${block.kind}” stands for nothing else`);
}

/** Leaves out what Markdown adds between blocks, and writes lists and tables as the components of the tree do. */
export function rehypeAsDrawn() {
  return (tree: HastRoot): void => {
    const visit = (parent: HastRoot | Element): void => {
      parent.children = parent.children.flatMap((child, index) =>
        asDrawn(child, parent, index),
      ) as typeof parent.children;
      for (const child of parent.children) if ('children' in child) visit(child as Element);
    };
    visit(tree);
  };
}

const holdBlocks = /^(ul|ol|table|thead|tbody|tr|blockquote)$/;

function asDrawn(
  node: HastContent | ElementContent,
  parent: HastRoot | Element,
  index: number,
): (HastContent | ElementContent)[] {
  const isInLine = 'tagName' in parent ? !holdBlocks.test(parent.tagName) : isLine(parent as { type: string });
  if (node.type === 'text') {
    const before = parent.children[index - 1];
    const isBetween = /^\n+$/.test(node.value) && (!isInLine || isBlock(before) || isBlock(parent.children[index + 1]));
    if (isBetween) return [];
    const value = node.value.replace(/\s*\n\s*/g, ' ');
    return [{ ...node, value: before && 'tagName' in before && before.tagName === 'br' ? value.trimStart() : value }];
  }
  if (isJsx(node as { type: string }) && (node as unknown as MdxJsxFlowElement).name === 'Comparison') {
    const [table] = (node as unknown as Element).children.filter((child) => child.type === 'element');
    return [{ ...node, children: table!.children } as unknown as ElementContent];
  }
  if (node.type !== 'element') return [node];
  if (node.tagName === 'li') {
    const own = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const [first, ...rest] = own;
    if (first?.type === 'element' && first.tagName === 'p')
      return [{ ...node, children: [...first.children, ...rest] }];
  }
  if (node.tagName === 'th') return [{ ...node, properties: { scope: 'col' } }];
  if (node.tagName === 'td') {
    const isFirst = parent.children.findIndex((child) => child.type === 'element') === index;
    return [{ ...node, tagName: isFirst ? 'th' : 'td', properties: isFirst ? { scope: 'row' } : {} }];
  }
  return [node];
}

/** True where the children are words: in a component of a line, in the caption of a figure, between the parts of a table. */
const isLine = (node: { type: string }): boolean =>
  node.type === 'mdxJsxTextElement' || (isJsx(node) && /^(Figure|Comparison)$/.test(node.name ?? ''));

const isBlock = (node: HastContent | ElementContent | undefined): boolean =>
  (node?.type === 'element' && /^(p|ul|ol)$/.test(node.tagName)) || (node?.type as string) === 'mdxJsxFlowElement';
