/** Blocks of a document as XHTML. A new kind of block does not compile without a handler here. */
import type { DocBlock, DocInline } from '../../model/document.ts';
import { inlines, rule, type Resolve } from './inlines.ts';
import { grid } from './grid.ts';
import { h, type Child, type Element } from './xml.ts';

export interface Around {
  resolve: Resolve;
  /** How many levels the headings of this part move up, so that none is skipped. */
  raised: number;
}
type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>, around: Around) => Child };

const handlers = {
  heading: ({ level, anchor, number, children }, { resolve, raised }) => h(`h${level - raised}`, { id: anchor }, number && h('span', { class: 'number' }, `${number} `), inlines(children, resolve)),
  paragraph: ({ children }, { resolve }) => h('p', {}, inlines(children, resolve)),
  list: ({ ordered, start, items }, around) =>
    h(
      ordered ? 'ol' : 'ul',
      { start: ordered && start !== 1 ? start : undefined },
      items.map((item) => h('li', {}, compact(item, around))),
    ),
  table: ({ caption, head, rows }, { resolve }) =>
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, head.map((cell) => cellOf(cell, resolve, 'col')))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, index) => cellOf(cell, resolve, index === 0 ? 'row' : undefined))))),
    ),
  quote: ({ children, by }, around) => h('blockquote', {}, blocks(children, around), h('p', { class: 'by' }, inlines(by, around.resolve))),
  callout: ({ tone, label, title, children }, around) => h('div', { class: `callout ${tone}`, role: 'note' }, h('p', { class: 'label' }, h('span', { class: 'tag' }, label), title ? ` ${title}` : undefined), blocks(children, around)),
  figure: ({ anchor, title, svg, width, height, alt, caption }, { resolve }) =>
    h(
      'figure',
      { id: anchor },
      title && h('p', { class: 'label' }, title),
      drawing({ svg, width, height, alt }),
      caption.length > 0 ? h('figcaption', {}, inlines(caption, resolve)) : undefined,
    ),
  steps: ({ boxes, write, items }, around) =>
    h(
      'ul',
      { class: boxes ? 'steps boxes' : 'steps' },
      items.map(({ anchor, text, help, done, written }) =>
        h(
          'li',
          { id: anchor },
          h('p', {}, boxes ? box(done ?? false) : undefined, inlines(text, around.resolve)),
          help.length > 0 ? h('div', { class: 'aid' }, blocks(help, around)) : undefined,
          written ? h('p', { class: 'written' }, `${write}: ${written}`) : undefined,
        ),
      ),
    ),
  clause: ({ anchor, number, children, points }, { resolve }) =>
    h(
      'div',
      { class: 'clause', id: anchor },
      h('p', {}, number && h('span', { class: 'number' }, `${number} `), inlines(children, resolve)),
      points.length > 0
        ? h('ul', { class: 'points' }, points.map((point) => h('li', { id: point.anchor }, point.number && h('span', { class: 'number' }, `${point.number} `), inlines(point.children, resolve))))
        : undefined,
    ),
  guidance: ({ about, children }, around) => h('aside', { class: 'guidance', role: 'note' }, h('p', { class: 'label' }, `About ${about}`), blocks(children, around)),
  signatures: ({ lines, signers }) =>
    signers.map(({ label, values = [] }) =>
      h(
        'div',
        { class: 'signature' },
        h('p', { class: 'label' }, label),
        h('dl', {}, lines.flatMap((line, index) => [h('dt', {}, line), h('dd', {}, rule(values[index]))])),
      ),
    ),
  grid: (block, { resolve }) => grid(block, resolve),
  definitions: ({ items }, around) => h('dl', {}, items.flatMap(({ term, children }) => [h('dt', {}, term), h('dd', {}, compact(children, around))])),
} satisfies Handlers;

/** The XHTML of blocks. */
export function blocks(nodes: readonly DocBlock[], around: Around): Child[] {
  return nodes.map((node) => block(node, around));
}

/** The XHTML of one block. */
export function block(node: DocBlock, around: Around): Child {
  return (handlers[node.kind] as (node: DocBlock, around: Around) => Child)(node, around);
}

/** Blocks in a list or a definition: a single paragraph stands there without its element. */
function compact(nodes: readonly DocBlock[], around: Around): Child[] {
  return nodes.length === 1 && nodes[0]!.kind === 'paragraph' ? inlines(nodes[0].children, around.resolve) : blocks(nodes, around);
}

/** A cell; an empty one names nothing, so it is no header. */
function cellOf(nodes: readonly DocInline[], resolve: Resolve, scope: 'col' | 'row' | undefined): Element {
  return nodes.length > 0 && scope ? h('th', { scope }, inlines(nodes, resolve)) : h('td', {}, inlines(nodes, resolve));
}

function box(done: boolean): Child {
  return [h('span', { class: 'box', role: 'img', 'aria-label': done ? 'Done:' : 'To do:' }, done ? '☑' : '☐'), ' '];
}

/** A drawing in the text, on paper of its own, since its colors are those of paper also where the reader's page is dark. */
export function drawing({ svg, width, height, alt }: { svg: string; width: number; height: number; alt: string }): Element {
  const [, inner] = /^<svg[^>]*>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  if (inner === undefined) throw new Error('the drawing is no SVG');
  const paper = `<rect width="${width}" height="${height}" fill="#fff"/>`;
  return { ...h('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': alt }, h('title', {}, alt)), markup: paper + inner };
}
