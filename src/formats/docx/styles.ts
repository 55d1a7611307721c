/**
 * The styles of a Word file. Calibri and Cambria are on every machine with Office, and LibreOffice sets their metric twins,
 * so a file keeps its pages wherever it is opened; the site's own faces would be replaced at random.
 */
import { BorderStyle, LineRuleType, ShadingType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { Place } from './setting.ts';

const [face, headingFace] = ['Calibri', 'Cambria'];
/** Of headings without a color of their own. */
export const ink = '22302F';
/** Soft enough to stand back, dark enough to read on paper (7 to 1). */
export const soft = '595959';
export const rule = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };

/** The paragraph style of words in each place, and how far in they stand, in twentieths of a point. */
export const bodyStyles: Record<Place, string> = {
  text: 'Normal',
  callout: 'Callout',
  quote: 'Quote',
  help: 'StepHelp',
  guidance: 'Guidance',
  cell: 'TableText',
  comment: 'CommentText',
};
export const indents: Record<Place, number> = {
  text: 0,
  callout: 240,
  quote: 480,
  help: 432,
  guidance: 680,
  cell: 0,
  comment: 0,
};

/** A light tone of a color, for the ground under dark words. */
export function tint(hue: string, share = 0.1): string {
  const channels = hue.match(/../g) ?? [];
  return channels
    .map((channel) =>
      Math.round(255 - (255 - parseInt(channel, 16)) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

/** Space before and after in twentieths of a point; lines 1.1 times as high as their words. */
const spacing = (before: number, after: number, line = 264) => ({ before, after, line, lineRule: LineRuleType.AUTO });
const style = (
  id: string,
  name: string,
  run: IParagraphStyleOptions['run'],
  paragraph: IParagraphStyleOptions['paragraph'],
  { listed = true, ...more }: Partial<IParagraphStyleOptions> & { listed?: boolean } = {},
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  // In Word's gallery; Office's schema knows no `false`.
  ...(listed ? { quickFormat: true } : {}),
  ...(run ? { run } : {}),
  ...(paragraph ? { paragraph } : {}),
  ...more,
});

/** The styles of a document whose headings wear that color. @param hue six hexadecimal digits */
export function stylesOf(hue: string): IStylesOptions {
  const heading = (size: number, before: number, outlineLevel: number) => ({
    run: { font: headingFace, size, bold: true, color: hue },
    paragraph: { spacing: spacing(before, 80, 240), keepNext: true, keepLines: true, outlineLevel },
    next: 'Normal',
    quickFormat: true,
  });
  const box = {
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: hue, space: 8 } },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: tint(hue) },
    indent: { left: indents.callout },
  };
  const line = { bottom: { ...rule, color: '404040', space: 1 } };
  return {
    default: {
      document: {
        run: { font: face, size: 22, language: { value: 'en-US', eastAsia: 'en-US', bidirectional: 'ar-SA' } },
        paragraph: { spacing: spacing(0, 120) },
      },
      title: {
        run: { font: headingFace, size: 48, bold: true, color: hue },
        paragraph: { spacing: spacing(0, 120, 240), keepNext: true },
        next: 'Normal',
        quickFormat: true,
      },
      heading1: heading(32, 360, 0),
      heading2: heading(26, 300, 1),
      heading3: heading(23, 240, 2),
      heading4: heading(22, 200, 3),
      caption: {
        run: { size: 20, bold: true, color: hue },
        paragraph: { spacing: spacing(200, 80), keepNext: true },
        quickFormat: true,
      },
      hyperlink: { run: { color: '1B4F8A', underline: {} } },
    },
    paragraphStyles: [
      style('Subtitle', 'Subtitle', { size: 26, color: soft }, { spacing: spacing(0, 240) }, { next: 'Normal' }),
      style(
        'Kicker',
        'Kicker',
        { size: 20, bold: true, color: soft, characterSpacing: 12 },
        { spacing: spacing(0, 60), keepNext: true },
      ),
      ...[1, 2, 3].flatMap((depth) => listStyles(depth)),
      style(
        'Quote',
        'Quote',
        { italics: true },
        { indent: { left: indents.quote, right: 480 }, spacing: spacing(120, 60), keepNext: true },
      ),
      style(
        'QuoteSource',
        'Quote source',
        { color: soft, size: 20 },
        { indent: { left: indents.quote, right: 480 }, spacing: spacing(0, 200) },
      ),
      style('Callout', 'Callout', undefined, { ...box, spacing: spacing(0, 120), keepLines: true }),
      style(
        'CalloutTitle',
        'Callout title',
        { bold: true, color: hue },
        { keepNext: true, spacing: spacing(160, 60) },
        { basedOn: 'Callout', next: 'Callout' },
      ),
      style(
        'Guidance',
        'Guidance',
        { color: soft, size: 20 },
        {
          indent: { left: indents.guidance },
          border: { left: { ...rule, size: 12, space: 8 } },
          spacing: spacing(0, 120),
        },
      ),
      style('Clause', 'Clause', undefined, { spacing: spacing(0, 120) }),
      style('Point', 'Point', undefined, { spacing: spacing(0, 80) }),
      style(
        'Step',
        'Step',
        undefined,
        {
          indent: { left: indents.help, hanging: indents.help },
          leftTabStop: indents.help,
          spacing: spacing(140, 20),
          keepNext: true,
          keepLines: true,
        },
        { next: 'StepLine' },
      ),
      style(
        'StepHelp',
        'Step help',
        { size: 20, color: '404040' },
        { indent: { left: indents.help }, spacing: spacing(0, 40), keepNext: true },
      ),
      style(
        'StepLine',
        'Step line',
        { size: 19 },
        {
          indent: { left: indents.help },
          spacing: spacing(80, 60, 240),
          border: { bottom: { ...rule, space: 1 } },
          keepLines: true,
        },
        { next: 'Step' },
      ),
      style('Field', 'Field', undefined, {
        spacing: spacing(60, 60),
        border: { bottom: { ...rule, space: 1 }, between: { ...rule, space: 1 } },
      }),
      style('Term', 'Term', { bold: true }, { spacing: spacing(120, 20), keepNext: true }),
      style('Figure', 'Figure', undefined, { spacing: spacing(60, 80, 240), keepNext: true }),
      style('FigureNote', 'Figure note', { size: 20, color: soft }, { spacing: spacing(0, 200) }),
      style(
        'TableHead',
        'Table head',
        { bold: true, size: 19, color: hue },
        { spacing: spacing(40, 40, 240), keepNext: true },
      ),
      style('TableText', 'Table text', { size: 19 }, { spacing: spacing(40, 40, 240) }),
      // A row of blocks stays on one page by itself; kept with the next paragraph, all rows would hang together.
      style('Signer', 'Signer', { bold: true }, { spacing: spacing(360, 0, 240) }),
      style('SignerLine', 'Signer line', undefined, { spacing: spacing(140, 0, 240), border: line }),
      style('SignatureLine', 'Signature line', undefined, {
        spacing: spacing(460, 0, 240),
        border: line,
      }),
      style('SignerLabel', 'Signer label', { size: 17, color: soft }, { spacing: spacing(20, 0, 240) }),
      style(
        'SourceNote',
        'Source note',
        { size: 18 },
        { indent: { left: 360, hanging: 360 }, spacing: spacing(0, 60, 240) },
      ),
      style('SmallPrint', 'Small print', { size: 19, color: soft }, { spacing: spacing(0, 60) }),
      style(
        'TOCHeading',
        'TOC Heading',
        { font: headingFace, size: 26, bold: true, color: hue },
        { spacing: spacing(360, 80), keepNext: true },
      ),
      style('TOC1', 'toc 1', undefined, { spacing: spacing(40, 40) }),
      style('Header', 'header', { size: 18, color: soft }, { spacing: spacing(0, 0) }, { listed: false }),
      style(
        'Footer',
        'footer',
        { size: 18, color: soft },
        { rightTabStop: 9360, spacing: spacing(0, 0) },
        { listed: false },
      ),
      style('CommentText', 'annotation text', { size: 20 }, { spacing: spacing(0, 0, 240) }, { listed: false }),
    ],
    characterStyles: [
      // Not unfinished: this is Word's own name for the style of a blank that nobody has written into yet.
      { id: 'PlaceholderText', name: 'Placeholder Text', basedOn: 'DefaultParagraphFont', run: { color: soft } },
      {
        id: 'Tag',
        name: 'Tag',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { size: 17, color: soft, border: { style: BorderStyle.SINGLE, size: 4, color: soft, space: 1 } },
      },
      {
        id: 'Citation',
        name: 'Citation',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { superScript: true, color: '1B4F8A' },
      },
      { id: 'CommentReference', name: 'annotation reference', basedOn: 'DefaultParagraphFont', run: { size: 16 } },
    ],
  };
}

/** The three built-in styles of lists at one depth; their indents come with the numbering. */
function listStyles(depth: number): IParagraphStyleOptions[] {
  const tail = depth === 1 ? '' : String(depth);
  const name = (words: string) => (depth === 1 ? words : `${words} ${depth}`);
  const paragraph = { spacing: spacing(0, 60) };
  return [
    style(`ListBullet${tail}`, name('List Bullet'), undefined, paragraph),
    style(`ListNumber${tail}`, name('List Number'), undefined, paragraph),
    style(`ListContinue${tail}`, name('List Continue'), undefined, { ...paragraph, indent: { left: 360 * depth } }),
  ];
}
