/** What the template draws for the blocks of a part: every anchor a label, every place to write in a numbered field. */
import { label, type DocBlock } from '../../documents/document.ts';
import { byHand } from '../../schemas/names.ts';
import { gridOf, stepsOf } from './fill-in.ts';
import { lineOf } from './inlines.ts';
import type { TypstBlock, Place } from './place.ts';
import { widthsOf } from './widths.ts';

type Handlers = { [Kind in DocBlock['kind']]: (block: Extract<DocBlock, { kind: Kind }>, place: Place) => TypstBlock };

const handlers = {
  heading: ({ kind, level, anchor, number, page = false, children }, place) => ({
    kind,
    page,
    look: level,
    level: place.depthOf(level),
    anchor: label(place.part, anchor),
    body: [...(number ? [`${number}. `] : []), ...lineOf(children, place)],
  }),
  paragraph: ({ kind, children }, place) => ({ kind, body: lineOf(children, place) }),
  list: ({ kind, ordered, start, items }, place) => ({
    kind,
    ordered,
    start,
    items: items.map((item) => layBlocks(item, place)),
  }),
  table: ({ kind, caption, head, rows }, place) => ({
    kind,
    caption: caption === place.part.title ? '' : caption,
    widths: widthsOf(head, rows),
    head: head.map((cell) => lineOf(cell, place)),
    rows: rows.map((row) => row.map((cell) => lineOf(cell, { ...place, inCell: true }))),
  }),
  quote: ({ kind, children, by }, place) => ({ kind, body: layBlocks(children, place), by: lineOf(by, place) }),
  callout: ({ kind, label, title = '', children }, place) => ({ kind, label, title, body: layBlocks(children, place) }),
  figure: ({ kind, anchor, title = '', svg, width, alt, caption }, place) => ({
    kind,
    anchor: anchor ? label(place.part, anchor) : '',
    title,
    svg,
    width,
    alt,
    caption: lineOf(caption, place),
  }),
  steps: (block, place) => stepsOf(block, place, layBlocks),
  clause: ({ kind, anchor, number = '', children, points }, place) => ({
    kind,
    anchor: label(place.part, anchor),
    number,
    body: lineOf(children, place),
    points: points.map((point) => ({
      anchor: label(place.part, point.anchor),
      number: point.number ?? '',
      body: lineOf(point.children, place),
    })),
  }),
  guidance: ({ kind, about, children }, place) => ({ kind, about, body: layBlocks(children, place) }),
  signatures: ({ kind, lines, signers }, { part, fields }) => ({
    kind,
    signers: signers.map((signer, index) => ({
      label: signer.label,
      lines: lines.map((line, at) => {
        const field = {
          name: `${part.id}.signer-${index + 1}.line-${at + 1}`,
          label: `${line}: ${signer.label}`,
          kind: 'text',
          value: signer.values?.[at] ?? '',
        } as const;
        // A signature is written with a pen.
        return { label: line, marker: line === byHand ? '' : fields.add(field) };
      }),
    })),
  }),
  grid: gridOf,
  definitions: ({ kind, items }, place) => ({
    kind,
    items: items.map(({ term, children }) => ({ term, body: layBlocks(children, place) })),
  }),
} satisfies Handlers;

/** One block as the template draws it. */
export function layBlock(block: DocBlock, place: Place): TypstBlock {
  return (handlers[block.kind] as (block: DocBlock, place: Place) => TypstBlock)(block, place);
}

/** The blocks within another. */
export function layBlocks(blocks: readonly DocBlock[], place: Place): TypstBlock[] {
  return blocks.map((block) => layBlock(block, place));
}
