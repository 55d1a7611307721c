/** Documents as a record: what was written into fields, tables and lists stands as words, and nothing is left to fill in. */
import type { DocBlock, DocInline, DocStep, GridRow } from './document.ts';
import { words } from './to-document.ts';

/** What a step shows in the column “Done”. */
const ticks = { done: 'Yes', open: 'Not yet' } as const;

/** The blocks as a record. */
export function settled(blocks: readonly DocBlock[]): DocBlock[] {
  return blocks.flatMap((block): DocBlock[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [{ ...block, children: inlines(block.children) }];
      case 'clause':
        return [
          {
            ...block,
            children: inlines(block.children),
            points: block.points.map((point) => ({ ...point, children: inlines(point.children) })),
          },
        ];
      case 'list':
        return [{ ...block, items: block.items.map(settled) }];
      case 'table':
        return [{ ...block, rows: block.rows.map((row) => row.map(inlines)) }];
      case 'steps':
        return [stepTable(block.items, block.boxes)];
      case 'grid':
        return [
          ...block.fields.flatMap(({ label, value }): DocBlock[] =>
            value ? [{ kind: 'paragraph', children: [strong(`${label}: `), ...words(value)] }] : [],
          ),
          {
            kind: 'table',
            caption: block.caption,
            wide: true,
            head: block.columns.map(({ label }) => words(label)),
            rows: block.rows.map((row) => cellsOf(row, block.columns[0]?.kind === 'head')),
          },
        ];
      case 'signatures':
        return [{ ...block, signers: block.signers.map((one) => ({ ...one, label: one.values?.[0] || one.label })) }];
      default:
        return [block];
    }
  });
}

const strong = (text: string): DocInline => ({ kind: 'strong', children: words(text) });

/** The words of a field in the place of the field; lines stay lines. */
function inlines(nodes: readonly DocInline[]): DocInline[] {
  return nodes.flatMap((node): DocInline[] => {
    if (node.kind === 'field') return node.value ? [{ kind: 'strong', children: linesOf(node.value) }] : [node];
    return 'children' in node ? [{ ...node, children: inlines(node.children) }] : [node];
  });
}

function linesOf(text: string): DocInline[] {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ kind: 'break' } as const] : []), ...words(line)]);
}

function cellsOf({ head, cells }: GridRow, headed: boolean): DocInline[][] {
  const own = cells.map((cell) => linesOf(cell));
  return headed ? [words(head?.label ?? ''), ...own] : own;
}

function stepTable(items: readonly DocStep[], boxes: boolean): DocBlock {
  return {
    kind: 'table',
    caption: '',
    head: [words('Step'), ...(boxes ? [words('Done')] : []), words('When, who, note')],
    rows: items.map(({ text, done, written }) => [
      inlines(text),
      ...(boxes ? [words(done ? ticks.done : ticks.open)] : []),
      words(written ?? ''),
    ]),
  };
}
