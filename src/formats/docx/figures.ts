/** Drawings: pictures where somebody can draw them, their words elsewhere. */
import { ImageRun, Paragraph, type FileChild } from 'docx';
import { label, type DocBlock } from '../../documents/document.ts';
import { bookmarked } from './bookmarks.ts';
import { inlines } from './inlines.ts';
import type { Setting } from './setting.ts';
import { words } from './text.ts';

/** The room on US Letter, in pixels of 1/96 inch, and how many dots of a drawing stand for one of them. */
const [textWidth, textHeight, sharpness] = [624, 700, 3];

/** A drawing under its title, its caption below. Without a rasterizer, as in the browser, its words stand in its place. */
export function figure(
  { anchor, title, svg, width, height, alt, caption }: Extract<DocBlock, { kind: 'figure' }>,
  setting: Setting,
): FileChild[] {
  const scale = Math.min(1, textWidth / width, textHeight / height);
  const shown = setting.rasterize
    ? new Paragraph({
        style: 'Figure',
        children: [
          picture({ svg, alt, width: width * scale, height: height * scale }, setting.rasterize, setting.next()),
        ],
      })
    : new Paragraph({ style: 'FigureNote', children: [words(`Picture: ${alt}`)] });
  const named = (children: ReturnType<typeof inlines>) =>
    anchor ? bookmarked(label(setting.part, anchor), children, setting) : children;
  return [
    ...(title ? [new Paragraph({ style: 'Caption', children: named([words(title)]) })] : []),
    shown,
    ...(caption.length > 0
      ? [
          new Paragraph({
            style: 'FigureNote',
            children: title ? inlines(caption, setting) : named(inlines(caption, setting)),
          }),
        ]
      : []),
  ];
}

/** A drawing as a picture of that size in pixels. */
export function picture(
  { svg, alt, width, height }: { svg: string; alt: string; width: number; height: number },
  rasterize: NonNullable<Setting['rasterize']>,
  id: number,
): ImageRun {
  return new ImageRun({
    type: 'png',
    data: rasterize(svg, Math.round(width * sharpness)),
    transformation: { width: Math.round(width), height: Math.round(height) },
    altText: { id: String(id), name: `Picture ${id}`, description: alt },
  });
}
