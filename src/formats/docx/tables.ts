/** Tables: data with row and column heads, tables to fill in, and the lines for signatures. */
import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import { label, wordsOf, type DocBlock, type Signer } from '../../documents/document.ts';
import { byHand, organizationLine } from '../../schemas/names.ts';
import { bookmarked } from './bookmarks.ts';
import { inlines } from './inlines.ts';
import type { Setting } from './setting.ts';
import { rule, tint } from './styles.ts';
import { words, written } from './text.ts';

type Block<K extends DocBlock['kind']> = Extract<DocBlock, { kind: K }>;
/** The paragraphs of one cell, and its words for the measure of its column. */
type Cell = { children: ParagraphChild[][]; text: string; head?: boolean };

/** The width between the margins, in twentieths of a point, and the height of a row to write in. */
const [textWidth, writable] = [9360, 480];
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Rows longer than this may break across pages. */
const longRow = 700;

/** A table of data under its caption. */
export function dataTable({ caption, head, rows }: Block<'table'>, setting: Setting): FileChild[] {
  const inside: Setting = { ...setting, place: 'cell' };
  const cells = (row: typeof head, all: boolean) =>
    row.map((nodes, index): Cell => ({
      children: [inlines(nodes, inside, all || index === 0 ? { bold: true } : {})],
      text: wordsOf(nodes),
      head: all,
    }));
  return [
    captioned([words(caption)]),
    table(
      cells(head, true),
      rows.map((row) => ({ cells: cells(row, false) })),
      setting.hue,
    ),
    after(),
  ];
}

/** A table to fill in: its given rows, then empty ones. */
export function gridTable(
  { id, caption, columns, rows, empty }: Omit<Block<'grid'>, 'fields'>,
  setting: Setting,
): FileChild[] {
  const inside: Setting = { ...setting, place: 'cell' };
  const head = columns.map((column): Cell => ({ children: [[words(column.label)]], text: column.label, head: true }));
  const given = rows.map((row) => {
    const values = row.cells.map((value): Cell => ({ children: [written(value)], text: value }));
    if (!row.head) return { cells: values };
    const name = [words(row.head.label, { bold: true })];
    const children = [
      row.anchor ? bookmarked(label(setting.part, row.anchor), name, setting) : name,
      ...(row.head.aid.length > 0 ? [inlines(row.head.aid, inside)] : []),
    ];
    return { cells: [{ children, text: `${row.head.label} ${wordsOf(row.head.aid)}` }, ...values] };
  });
  const blank = Array.from({ length: empty }, () => ({
    cells: columns.map((): Cell => ({ children: [[]], text: '' })),
  }));
  return [
    captioned(bookmarked(label(setting.part, id), [words(caption)], setting)),
    table(
      head,
      [...given, ...blank].map((row) => ({ ...row, height: writable })),
      setting.hue,
    ),
    after(),
  ];
}

/** Who signs: two blocks beside each other, each more than three inches wide, none torn apart by a page. */
export function signatureTable({ lines, signers }: Block<'signatures'>): FileChild[] {
  const half = textWidth / 2;
  const cell = (signer?: Signer) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      children: signer ? signatureBlock(signer, lines) : [new Paragraph({ style: 'TableText' })],
    });
  const rows = Array.from({ length: Math.ceil(signers.length / 2) }, (_, index) =>
    signers.slice(index * 2, index * 2 + 2),
  );
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [half, half],
      layout: TableLayoutType.FIXED,
      margins: { top: 0, bottom: 0, left: 0, right: 240 },
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: rows.map(([first, second]) => new TableRow({ cantSplit: true, children: [cell(first), cell(second)] })),
    }),
    after(),
  ];
}

/** The name of who signs, then a line above each label; a signature has more room. */
function signatureBlock({ label: who, values = [] }: Signer, lines: readonly string[]): Paragraph[] {
  const organization = values[lines.indexOf(organizationLine)]?.trim() ?? '';
  const below = lines.filter((line) => line !== organizationLine || !organization);
  return [
    new Paragraph({ style: 'Signer', children: [words(organization || who)] }),
    ...below.flatMap((line) => [
      new Paragraph({
        style: line === byHand ? 'SignatureLine' : 'SignerLine',
        children: written(values[lines.indexOf(line)] ?? ''),
      }),
      new Paragraph({ style: 'SignerLabel', children: [words(line)] }),
    ]),
  ];
}

const captioned = (children: ParagraphChild[]) => new Paragraph({ style: 'Caption', children });
/** Word wants a paragraph behind a table; a low one keeps the distance to the next block. */
const after = () => new Paragraph({ style: 'TableText' });

function table(
  head: readonly Cell[],
  rows: readonly { cells: readonly Cell[]; height?: number }[],
  hue: string,
  widths = columnWidths([head, ...rows.map(({ cells }) => cells)]),
): Table {
  const row = (cells: readonly Cell[], first: boolean, height?: number) =>
    new TableRow({
      ...(first ? { tableHeader: true } : {}),
      ...(first || cells.reduce((sum, { text }) => sum + text.length, 0) < longRow ? { cantSplit: true } : {}),
      ...(height ? { height: { value: height, rule: 'atLeast' } } : {}),
      children: cells.map(({ children, head: inHead }, index) => {
        const paragraphs = children.map(
          (child) => new Paragraph({ style: inHead ? 'TableHead' : 'TableText', children: child }),
        );
        return new TableCell({
          width: { size: widths[index]!, type: WidthType.DXA },
          ...(first ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: tint(hue) } } : {}),
          children: paragraphs,
        });
      }),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 90, right: 90 },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [row(head, true), ...rows.map(({ cells, height }) => row(cells, false, height))],
  });
}

/** Widths by what stands in the columns: never narrower than the longest word, wider for longer texts. Their sum is the width of the text. */
export function columnWidths(rows: readonly (readonly { text: string }[])[]): number[] {
  const weights = rows[0]!.map((_cell, column) => {
    const texts = rows.map((row) => row[column]?.text ?? '');
    const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    const longestText = Math.max(...texts.map((text) => text.length));
    return Math.max(longestWord + 2, Math.min(Math.sqrt(longestText) * 3, 40), 8);
  });
  return shares(weights, textWidth);
}

/** Whole numbers in the proportion of the weights; the last takes what rounding leaves. */
function shares(weights: readonly number[], whole: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.slice(0, -1).map((weight) => Math.floor((weight / sum) * whole));
  return [...parts, whole - parts.reduce((total, part) => total + part, 0)];
}
