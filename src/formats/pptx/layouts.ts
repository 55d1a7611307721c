/** The layouts of the deck, under one master: what a trainer finds under “New slide”, in the color of the toolkit. */
import type PptxGenJS from 'pptxgenjs';
import { areas, colors, sizes, slide, type Box } from './look.ts';

export type LayoutName = 'Cover' | 'Points' | 'Statement' | 'Comparison' | 'Chart' | 'Sources';

/** The names of shapes that are placeholders; `post-process.ts` makes them so. Of each name there is one on a slide. */
export const placeholders = {
  Title: 'type="title"',
  Subtitle: 'type="subTitle" idx="13"',
  Text: 'type="body" idx="1"',
  Statement: 'type="body" sz="half" idx="14"',
  Label: 'type="body" sz="quarter" idx="15"',
  'Left title': 'type="body" sz="quarter" idx="16"',
  'Left points': 'type="body" sz="half" idx="17"',
  'Right title': 'type="body" sz="quarter" idx="18"',
  'Right points': 'type="body" sz="half" idx="19"',
  Caption: 'type="body" sz="quarter" idx="20"',
  Link: 'type="body" sz="quarter" idx="21"',
  Source: 'type="body" sz="quarter" idx="22"',
  Footer: 'type="ftr" sz="quarter" idx="11"',
  'Slide Number Placeholder 0': 'type="sldNum" sz="quarter" idx="12"',
} as const;
export type PlaceholderName = keyof typeof placeholders;

/** Bullets hang 0.3 inches. */
export const bullet = { bullet: { indent: 22 } } as const;

/** The place and form of a text box; its text has a form of its own. */
export function boxed(
  name: PlaceholderName,
  box: Box,
  valign: 'top' | 'middle' | 'bottom' = 'top',
): PptxGenJS.TextPropsOptions {
  return { objectName: name, ...box, margin: 0, valign };
}

/** The two columns of a comparison, each a title of a given height above its points. */
export function columnsOf(body: Box, title: number): { title: Box; points: Box }[] {
  const between = 0.4;
  const w = (body.w - between) / 2;
  return [body.x, body.x + w + between].map((x) => ({
    title: { x, y: body.y, w, h: title },
    points: { x, y: body.y + title + 0.15, w, h: body.h - title - 0.15 },
  }));
}

const prompt = (
  name: PlaceholderName,
  box: Box,
  fontSize: number,
  more: PptxGenJS.TextPropsOptions = {},
  text = name as string,
) => ({
  text: { text, options: { color: colors.ink, ...boxed(name, box), fontSize, ...more } },
});

/** Defines every layout. @param footer what stands at the foot of each slide */
export function defineLayouts(pptx: PptxGenJS, footer: string): void {
  const frame = [
    { rect: { x: 0, y: 0, w: 0.28, h: slide.h, fill: { color: colors.hue } } },
    prompt('Title', areas.title, 34, { bold: true, color: colors.hue }),
  ];
  const small = { color: colors.soft, valign: 'middle' } as const;
  const foot = [
    prompt('Source', areas.source, sizes.source[0], small, 'Sources:'),
    prompt('Footer', areas.footer, sizes.footer, small, footer),
  ];
  const slideNumber = {
    ...areas.number,
    fontSize: sizes.footer,
    color: colors.soft,
    align: 'right',
    valign: 'middle',
    margin: 0,
  } as const;
  const define = (title: LayoutName, objects: unknown[]) =>
    pptx.defineSlideMaster({
      title,
      background: { color: colors.paper },
      objects: [...frame, ...objects, ...foot] as NonNullable<PptxGenJS.SlideMasterProps['objects']>,
      slideNumber,
    });
  const [first, second] = columnsOf(areas.body, 0.45) as [{ title: Box; points: Box }, { title: Box; points: Box }];

  define('Points', [prompt('Text', areas.body, 26, bullet, 'Points')]);
  define('Statement', [prompt('Statement', areas.body, 40, { valign: 'middle' })]);
  define('Comparison', [
    prompt('Left title', first.title, 24, { bold: true, color: colors.hue, valign: 'bottom' }),
    prompt('Left points', first.points, 22, bullet),
    prompt('Right title', second.title, 24, { bold: true, color: colors.hue, valign: 'bottom' }),
    prompt('Right points', second.points, 22, bullet),
  ]);
  define('Chart', [prompt('Caption', { ...areas.body, h: 0.6 }, 18)]);
  define('Sources', [prompt('Text', areas.body, 16)]);
  pptx.defineSlideMaster({
    title: 'Cover' satisfies LayoutName,
    background: { color: colors.hue },
    objects: [
      { rect: { x: areas.cover.x, y: 0, w: slide.w - areas.cover.x, h: slide.h, fill: { color: colors.tint } } },
      prompt('Label', areas.coverKicker, 16, { color: colors.paper }),
      prompt('Title', areas.coverTitle, 44, { bold: true, color: colors.paper, valign: 'bottom' }),
      prompt('Subtitle', areas.coverText, 24, { color: colors.paper }),
    ],
  });
}
