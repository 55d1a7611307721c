/** What stands before the text: the cover and contents of a toolkit, the head of a pull-out, the title of a draft; and the pages about a draft. */
import {
  AlignmentType,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import { label, wordsOf, type DocBlock, type DocInline, type Document, type Part } from '../../documents/document.ts';
import { aboutDraft, aboutTheWording, adviceOf, type DraftPart } from '../../documents/draft.ts';
import { longDate } from '../../tools/dates.ts';
import { blocks } from './blocks.ts';
import { bookmarkName, bookmarked } from './bookmarks.ts';
import { Frame } from './controls.ts';
import { isOptional } from './optional.ts';
import { picture } from './figures.ts';
import { commented, inlines } from './inlines.ts';
import { sources } from './notes.ts';
import { isNamesake, type Setting } from './setting.ts';
import { words } from './text.ts';
import { setName } from '../../schemas/names.ts';

const plain = (style: string, text: string) => new Paragraph({ style, children: [words(text)] });
const reviewed = (day: string) => `Reviewed ${longDate(day)}`;
/** The document’s title, where the link to its part leads and comments on the whole of it stand. */
const titled = (setting: Setting) =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: bookmarked(label(setting.part), commented(setting.part, [words(setting.part.title)], setting), setting),
  });

/** Where it comes from, how old it is, and where the current one is found. */
function origin(day: string, url: string | undefined): Paragraph {
  const link: ParagraphChild[] = url
    ? [words(' '), new ExternalHyperlink({ link: url, children: [words(url, { style: 'Hyperlink' })] })]
    : [];
  return new Paragraph({ style: 'SmallPrint', children: [words(`${reviewed(day)}. ${setName}.`), ...link] });
}

/** The first page of a document of many parts. */
export function cover(document: Document, setting: Setting): FileChild[] {
  const { mark, kicker, promise, url } = document;
  const svg =
    mark &&
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><path d="${mark}" fill="none" stroke="#${setting.hue}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  const drawing =
    svg && setting.rasterize
      ? [
          new Paragraph({
            style: 'Figure',
            children: [
              picture({ svg, alt: `Drawing for ${kicker}`, width: 96, height: 96 }, setting.rasterize, setting.next()),
            ],
          }),
        ]
      : [];
  return [
    ...drawing,
    plain('Kicker', kicker),
    titled({ ...setting, part: { ...setting.part, title: document.title } }),
    plain('Subtitle', promise),
    origin(document.reviewed, url),
    ...contents(document),
  ];
}

/** A list of links: a field would ask to be updated when the file opens. */
function contents(document: Document): FileChild[] {
  const entries = document.parts.flatMap((part) =>
    isNamesake(part, document) ? sections(part) : [{ to: label(part), text: `${part.kicker}: ${part.title}` }],
  );
  const lines = entries.map(
    ({ to, text }) =>
      new Paragraph({
        style: 'TOC1',
        children: [
          new InternalHyperlink({ anchor: bookmarkName(to), children: [words(text, { style: 'Hyperlink' })] }),
        ],
      }),
  );
  return [plain('TOCHeading', 'Contents'), ...lines];
}
const sections = (part: Part) =>
  part.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2
      ? [{ to: label(part, block.anchor), text: wordsOf(block.children) }]
      : [],
  );

/** The head of a document of one part. */
export function head(setting: Setting): FileChild[] {
  const { part } = setting;
  return [
    plain('Kicker', part.kicker),
    titled(setting),
    plain('Subtitle', part.promise),
    ...blocks(part.intro, setting),
  ];
}

/** The head of one part among others, on a new page. */
export function partHead(setting: Setting): FileChild[] {
  const { part } = setting;
  return [
    new Paragraph({ style: 'Kicker', pageBreakBefore: true, children: [words(part.kicker)] }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 0 },
      children: bookmarked(label(part), [words(part.title)], setting),
    }),
    plain('Subtitle', part.promise),
    ...blocks(part.intro, setting),
  ];
}

/** The title of a draft, where the link to its part leads and comments on the whole of it stand. */
export function draftTitle({ heading }: DraftPart, setting: Setting): Paragraph {
  const { part } = setting;
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: bookmarked(label(part), commented(part, inlines(heading, setting), setting), setting),
  });
}

/** The advice that would be too much beside the words: what each piece is about, then what it says. */
function adviceBehind(setting: Setting): FileChild[] {
  const { behind } = adviceOf(setting.part);
  if (behind.length === 0) return [];
  const items = behind.map(({ about, children: [first, ...more] }): DocBlock[] => {
    const lead: DocInline[] = [
      { kind: 'strong', children: [{ kind: 'text', text: `${about}:` }] },
      { kind: 'text', text: ' ' },
    ];
    return first?.kind === 'paragraph'
      ? [{ ...first, children: [...lead, ...first.children] }, ...more]
      : [{ kind: 'paragraph', children: lead }, ...(first ? [first] : []), ...more];
  });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [words('More advice, place by place')] }),
    ...blocks([{ kind: 'list', ordered: false, start: 1, items }], setting),
  ];
}

/** How to use a draft, behind it in one frame that goes with one key. */
export function aboutPages(setting: Setting, withComments: boolean): FileChild {
  const { part } = setting;
  const steps = [
    'Click the words in [brackets] and type; each is a field that says what belongs there.',
    ...(withComments
      ? ['Read the comments in the margin, then delete them: Review, Delete, Delete All Comments in Document.']
      : []),
    ...(part.blocks.some(isOptional)
      ? ['Keep what stands between two tags “Optional: delete if not needed”, or click it and delete it.']
      : []),
    'Click these last pages, click the tab above their frame, and press Delete.',
  ];
  const howTo: DocBlock = {
    kind: 'list',
    ordered: true,
    start: 1,
    items: steps.map((text) => [{ kind: 'paragraph', children: [{ kind: 'text', text }] }]),
  };
  const title = `${aboutDraft} (delete these pages)`;
  const pages = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 0 },
      children: [words(title)],
    }),
    new Paragraph({ children: [words(`${part.kicker}: ${part.title}. `, { bold: true }), words(part.promise)] }),
    ...blocks(part.intro, setting),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [words('To make it yours')] }),
    ...blocks([howTo, ...aboutTheWording(part).sources], setting),
    ...(withComments ? adviceBehind(setting) : []),
    ...sources({ ...setting, shift: 0 }),
    origin(part.reviewed, part.url),
  ];
  return new Frame({ label: title, name: 'about-this-template', id: setting.next() }, pages);
}
