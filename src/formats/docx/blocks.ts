/** One handler for each kind of block. */
import {
  HeadingLevel,
  Paragraph,
  Tab,
  TextRun,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { label, type DocBlock, type DocInline, type DocStep } from '../../documents/document.ts';
import { bookmarked } from './bookmarks.ts';
import { boxControl, textControl } from './controls.ts';
import { figure } from './figures.ts';
import { commented, inlines } from './inlines.ts';
import { agreement, annexes, bullets, numbersFrom } from './numbering.ts';
import type { Setting } from './setting.ts';
import { bodyStyles, indents } from './styles.ts';
import { dataTable, gridTable, signatureTable } from './tables.ts';
import { words } from './text.ts';

type Kind = DocBlock['kind'];
type Handler<K extends Kind> = (block: Extract<DocBlock, { kind: K }>, setting: Setting) => FileChild[];
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

const handlers = {
  heading: (block, setting) => [
    new Paragraph({
      heading: headings[block.level - 1 - setting.shift]!,
      ...(block.page ? { pageBreakBefore: true } : {}),
      ...numbered(block.number, 0, setting),
      children: place(block, block, setting),
    }),
  ],
  paragraph: (block, setting) => [
    new Paragraph({
      style: bodyStyles[setting.place],
      keepNext: isBeforeSignatures(block, setting),
      children: inlines(block.children, setting),
    }),
  ],
  list: listed,
  table: dataTable,
  quote: ({ children, by }, setting) => [
    ...blocks(children, { ...setting, place: 'quote' }),
    new Paragraph({ style: 'QuoteSource', children: inlines(by, setting) }),
  ],
  callout: ({ label: tone, title, children }, setting) => [
    new Paragraph({ style: 'CalloutTitle', children: [words(title ? `${tone}: ${title}` : tone)] }),
    ...blocks(children, { ...setting, place: 'callout' }),
  ],
  figure,
  steps: ({ boxes, write, items }, setting) => items.flatMap((item) => stepped(item, boxes, write, setting)),
  clause: (block, setting) => [
    new Paragraph({ style: 'Clause', ...numbered(block.number, 1, setting), children: place(block, block, setting) }),
    ...block.points.map(
      (point) =>
        new Paragraph({
          style: 'Point',
          ...(point.number ? numbered(point.number, 2, setting) : bulleted(0)),
          children: place(block, point, setting),
        }),
    ),
  ],
  guidance: ({ about, children }, setting) =>
    setting.clean
      ? []
      : [
          new Paragraph({ style: 'Guidance', keepNext: true, children: [words(`Guidance: ${about}`, { bold: true })] }),
          ...blocks(children, { ...setting, place: 'guidance' }),
        ],
  signatures: signatureTable,
  grid: ({ fields, ...grid }, setting) => [
    ...fields.map(
      (field) =>
        new Paragraph({
          style: 'Field',
          children: [
            words(`${field.label}: `, { bold: true }),
            textControl({ ...field, id: setting.next() }, { value: field.value, prompt: '[write here]' }),
          ],
        }),
    ),
    ...gridTable(grid, setting),
  ],
  definitions: ({ items }, setting) =>
    items.flatMap(({ term, children }) => [
      new Paragraph({ style: 'Term', children: [words(term)] }),
      ...blocks(children, setting),
    ]),
} satisfies { [K in Kind]: Handler<K> };

/** The paragraphs and tables of blocks. */
export function blocks(all: readonly DocBlock[], setting: Setting): FileChild[] {
  return all.flatMap((block) => (handlers[block.kind] as Handler<Kind>)(block, setting));
}

/** Who signs never stands apart from the first signature. */
function isBeforeSignatures(block: DocBlock, { part: { blocks: all } }: Setting): boolean {
  return all[all.indexOf(block) + 1]?.kind === 'signatures' && all.includes(block);
}

/** Numbered by Word at a level of the agreement, or of its annexes (“Annex A”, “A.1”), when the block has a number. */
function numbered(number: string | undefined, level: number, { articles }: Setting): IParagraphOptions {
  if (number === undefined) return {};
  const { reference } = /^[A-Z]/.test(number) ? annexes : agreement;
  return { numbering: { reference, level, instance: articles } };
}
const bulleted = (level: number): IParagraphOptions => ({
  numbering: { reference: bullets.reference, level, instance: 0 },
});

/** The words of a heading, clause or point with its bookmark; the comments stand at the first of them. */
function place(
  block: DocBlock,
  { anchor, children }: { anchor: string; children: readonly DocInline[] },
  setting: Setting,
): ParagraphChild[] {
  const own = inlines(children, setting);
  return bookmarked(
    label(setting.part, anchor),
    'anchor' in block && block.anchor === anchor ? commented(block, own, setting) : own,
    setting,
  );
}

function listed({ ordered, start, items }: Extract<DocBlock, { kind: 'list' }>, setting: Setting): FileChild[] {
  const level = Math.min(setting.depth, 2);
  const tail = level === 0 ? '' : String(level + 1);
  const left = indents[setting.place] + 360 * (level + 1);
  const inText = setting.place === 'text';
  const list: IParagraphOptions = ordered
    ? { numbering: { reference: numbersFrom(start), level, instance: setting.next() } }
    : bulleted(level);
  const item: IParagraphOptions = inText
    ? { ...list, style: `List${ordered ? 'Number' : 'Bullet'}${tail}` }
    : { ...list, style: bodyStyles[setting.place], indent: { left, hanging: 360 }, spacing: { after: 60 } };
  const more: IParagraphOptions = inText
    ? { style: `ListContinue${tail}` }
    : { style: bodyStyles[setting.place], indent: { left } };
  return items.flatMap((children) =>
    children.flatMap((block, index) =>
      block.kind === 'paragraph'
        ? [new Paragraph({ ...(index === 0 ? item : more), children: inlines(block.children, setting) })]
        : blocks([block], { ...setting, depth: setting.depth + 1 }),
    ),
  );
}

function stepped(
  { anchor, text, help, done = false, written }: DocStep,
  boxes: boolean,
  write: string,
  setting: Setting,
): FileChild[] {
  const name = label(setting.part, anchor);
  const own = inlines(text, setting);
  const box = () => [
    boxControl({ label: 'Done', name, id: setting.next() }, done),
    new TextRun({ children: [new Tab()] }),
  ];
  return [
    new Paragraph({
      style: 'Step',
      ...(boxes ? {} : { ...bulleted(0), indent: { left: 432, hanging: 432 } }),
      children: bookmarked(name, boxes ? [...box(), ...own] : own, setting),
    }),
    ...blocks(help, { ...setting, place: 'help' }),
    new Paragraph({
      style: 'StepLine',
      children: [
        textControl({ label: write, name: `${name}.written`, id: setting.next() }, { value: written, prompt: write }),
      ],
    }),
  ];
}
