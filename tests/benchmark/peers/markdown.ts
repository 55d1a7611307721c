/** The words of the toolkits as the Markdown that other generators read. What these cannot do (tools, fields, drawings) is words there. */
import type { DocBlock, DocInline, Document, Part } from '../../../src/documents/document.ts';

/** A page for a generator. */
export interface PeerPage {
  /** `coordinator/duties-coordinator`: its toolkit and its name. */
  path: string;
  title: string;
  promise: string;
  markdown: string;
}

/** Letters that would mean something to Markdown, HTML or Vue. */
const plain = (text: string): string =>
  text.replace(/[\\`*_[\]<>{}|#~]/g, (letter) => `&#${letter.codePointAt(0)};`).replace(/\s+/g, ' ');

function inline(nodes: readonly DocInline[]): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case 'text':
        case 'tag':
          return plain(node.text);
        case 'strong':
        case 'emphasis':
          return inline(node.children);
        case 'link':
          return node.href.startsWith('http') ? `[${inline(node.children)}](${node.href})` : inline(node.children);
        case 'cite':
          return `<sup>${node.n}</sup>`;
        case 'field':
          return `____ (${plain(node.label)})`;
        case 'break':
        case 'suggestion':
          return ' ';
      }
    })
    .join('');
}

/** A list item: its blocks, indented behind its mark. */
const item = (mark: string, blocks: string): string => mark + blocks.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function block(node: DocBlock): string {
  switch (node.kind) {
    case 'heading':
      return `${'#'.repeat(node.level)} ${node.number ? `${node.number} ` : ''}${inline(node.children)}`;
    case 'paragraph':
      return inline(node.children);
    case 'list':
      return node.items
        .map((one, index) => item(node.ordered ? `${node.start + index}. ` : '- ', blocks(one)))
        .join('\n');
    case 'table':
      return `${plain(node.caption)}\n\n${table(
        node.head.map(inline),
        node.rows.map((cells) => cells.map(inline)),
      )}`;
    case 'quote':
      return item('> ', `${blocks(node.children)}\n\n${inline(node.by)}`);
    case 'callout':
      return item('> ', `${plain([node.label, node.title ?? ''].join(' '))}\n\n${blocks(node.children)}`);
    case 'figure':
      return [node.title ?? '', node.alt].map(plain).concat(inline(node.caption)).join('\n\n');
    case 'steps':
      return node.items
        .map(({ text, help }) => item(node.boxes ? '- [ ] ' : '- ', `${inline(text)}\n\n${blocks(help)}`.trim()))
        .join('\n');
    case 'clause':
      return [
        `${node.number ?? ''} ${inline(node.children)}`.trim(),
        ...node.points.map((point) => item('- ', inline(point.children))),
      ].join('\n\n');
    case 'guidance':
      return `${plain(node.about)}\n\n${blocks(node.children)}`;
    case 'signatures':
      return node.signers.map(({ label }) => `${plain(label)}: ${node.lines.map(plain).join(', ')}`).join('\n\n');
    case 'grid':
      return `${plain(node.caption)}\n\n${table(
        node.columns.map(({ label }) => plain(label)),
        node.rows.map(({ head, cells }) => [...(head ? [plain(head.label)] : []), ...cells.map(plain)]),
      )}`;
    case 'definitions':
      return node.items.map(({ term, children }) => `${plain(term)}: ${blocks(children)}`).join('\n\n');
  }
}
const blocks = (nodes: readonly DocBlock[]): string => nodes.map(block).join('\n\n');

const notes = ({ notes: all }: Part): string =>
  all.length === 0
    ? ''
    : `## Sources\n\n${all
        .map(({ title, publisher, date, url, places }) => {
          const where = places.map(({ n, place }) => `${n} ${place}`).join('; ');
          return item('- ', plain(`${title}. ${publisher}; ${date}. ${where} ${url ?? ''}`));
        })
        .join('\n')}`;

/** A page for each part of a document. @param folder the toolkit’s */
export function pagesOf(document: Document, folder: string): PeerPage[] {
  return document.parts.map((part, index) => ({
    path: `${folder}/${index === 0 ? 'index' : part.id}`,
    title: part.title.replaceAll('"', ''),
    promise: part.promise.replaceAll('"', ''),
    markdown: [blocks(part.intro), blocks(part.blocks), notes(part)].filter(Boolean).join('\n\n'),
  }));
}
