/** Blocks of a document as markup. A new kind of block does not compile without a handler here. */
import type { DocBlock, DocInline, Part } from '../../documents/document.ts';
import { inlineText } from '../../documents/plain-text.ts';
import { atBlock } from '../writer.ts';
import { h, type Child, type Element } from './element.ts';
import { grid } from './grid.ts';
import { inlines } from './inlines.ts';
import type { Medium } from './medium.ts';

type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>, medium: Medium) => Child };

const handlers = {
  heading: ({ level, anchor, number, children }, medium) => [
    h(
      `h${medium.level(level)}`,
      { id: medium.id(anchor) },
      number && h('span', { class: 'number' }, `${number} `),
      inlines(children, medium),
    ),
    medium.share?.(anchor, inlineText(children)),
  ],
  paragraph: ({ children }, medium) => h('p', {}, inlines(children, medium)),
  list: ({ ordered, start, items }, medium) =>
    h(
      ordered ? 'ol' : 'ul',
      { start: ordered && start !== 1 ? start : undefined },
      items.map((item) => h('li', {}, compact(item, medium))),
    ),
  table: ({ caption, head, rows }, medium) => {
    const table = h(
      'table',
      {},
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell) => cellOf(cell, medium, 'col')),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, index) => cellOf(cell, medium, index === 0 ? 'row' : undefined)),
          ),
        ),
      ),
    );
    return medium.table(table, caption);
  },
  quote: ({ children, by }, medium) =>
    h('blockquote', {}, blocks(children, medium), h('p', { class: 'by' }, inlines(by, medium))),
  callout: ({ tone, label, title, children }, medium) =>
    h(
      'div',
      { class: `callout ${tone}`, role: 'note' },
      h('p', { class: 'label' }, h('span', { class: 'tag' }, label), title ? ` ${title}` : undefined),
      blocks(children, medium),
    ),
  figure: ({ anchor, title, caption, ...drawn }, medium) =>
    h(
      'figure',
      { id: anchor && medium.id(anchor) },
      title && h('p', { class: 'label' }, title),
      medium.drawing({ ...drawn, ...(title ? { title } : {}) }),
      caption.length > 0 ? h('figcaption', {}, inlines(caption, medium)) : undefined,
    ),
  steps: ({ boxes, write, items }, medium) =>
    h(
      'ul',
      { class: boxes ? 'steps boxes' : 'steps' },
      items.map((step) =>
        h(
          'li',
          { id: medium.id(step.anchor) },
          medium.step(
            step,
            { boxes, write },
            inlines(step.text, medium),
            step.help.length > 0 ? h('div', { class: 'aid' }, blocks(step.help, medium)) : undefined,
          ),
        ),
      ),
    ),
  clause: ({ anchor, number, children, points }, medium) =>
    h(
      'div',
      { class: 'clause', id: medium.id(anchor) },
      h(
        'p',
        {},
        number && h('span', { class: 'number' }, `${number} `),
        inlines(children, medium),
        medium.share?.(anchor, number ?? inlineText(children)),
      ),
      points.length > 0
        ? h(
            'ul',
            { class: 'points' },
            points.map((point) =>
              h(
                'li',
                { id: medium.id(point.anchor) },
                point.number && h('span', { class: 'number' }, `${point.number} `),
                inlines(point.children, medium),
                medium.share?.(
                  point.anchor,
                  [number, point.number].filter(Boolean).join(' ') || inlineText(point.children),
                ),
              ),
            ),
          )
        : undefined,
    ),
  guidance: ({ about, children }, medium) =>
    h(
      'aside',
      { class: 'guidance', role: 'note' },
      h('p', { class: 'label' }, `About ${about}`),
      blocks(children, medium),
    ),
  signatures: ({ lines, signers }, medium) =>
    signers.map(({ label, values = [] }) =>
      h(
        'div',
        { class: 'signature' },
        h('p', { class: 'label' }, label),
        h(
          'dl',
          {},
          lines.flatMap((line, index) => [h('dt', {}, line), h('dd', {}, medium.line(line, values[index], label))]),
        ),
      ),
    ),
  grid,
  definitions: ({ items }, medium) =>
    h(
      'dl',
      {},
      items.flatMap(({ term, children }) => [h('dt', {}, term), h('dd', {}, compact(children, medium))]),
    ),
} satisfies Handlers;

/** The markup of all blocks of a part. @throws Error naming the content file and the block (counted from the introduction on) */
export function blocksOfPart({ file, intro, blocks }: Part, medium: Medium): Child[] {
  return [...intro, ...blocks].map((one, index) => {
    try {
      return block(one, medium);
    } catch (error) {
      throw atBlock(file, index, one.kind, error);
    }
  });
}

function blocks(nodes: readonly DocBlock[], medium: Medium): Child[] {
  return nodes.map((node) => block(node, medium));
}

function block(node: DocBlock, medium: Medium): Child {
  return (handlers[node.kind] as (node: DocBlock, medium: Medium) => Child)(node, medium);
}

/** Blocks in a list or a definition: a single paragraph stands there without its element. */
function compact(nodes: readonly DocBlock[], medium: Medium): Child[] {
  return nodes.length === 1 && nodes[0]!.kind === 'paragraph'
    ? inlines(nodes[0].children, medium)
    : blocks(nodes, medium);
}

/** A cell; an empty one names nothing, so it is no header. */
function cellOf(nodes: readonly DocInline[], medium: Medium, scope: 'col' | 'row' | undefined): Element {
  return nodes.length > 0 && scope ? h('th', { scope }, inlines(nodes, medium)) : h('td', {}, inlines(nodes, medium));
}
