/** Sheets of Word: their size, what stands at their edges, and how they are counted. */
import {
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  TextRun,
  type FileChild,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import type { Document } from '../../documents/document.ts';
import { draftIn } from '../../documents/draft.ts';
import { setName } from '../../schemas/names.ts';
import { longDate } from '../../tools/dates.ts';
import { draftOf } from '../words.ts';
import { mark } from './bookmarks.ts';
import { element, pageNumbers } from './controls.ts';
import { inParagraph, words } from './text.ts';

const page = {
  size: { width: 12240, height: 15840 },
  margin: { top: 1300, bottom: 1200, left: 1440, right: 1440, header: 640, footer: 560 },
};

/** Where the pages of a draft and those about it end, for programs that cannot count the pages of a section. */
const ends = { draft: 'end_of_draft', file: 'end_of_file' };

/**
 * The sections of a file. Pages about a draft are one of their own, so that both count their pages apart.
 * @param about the frame with the pages about a draft
 */
export function sectionsOf(
  document: Document,
  children: FileChild[],
  about: FileChild | undefined,
  next: () => number,
): ISectionOptions[] {
  if (!about) {
    const total = new TextRun({ children: [PageNumber.TOTAL_PAGES] });
    return [{ properties: { page }, ...headOf(document), ...footOf(document, total, next()), children }];
  }
  return [
    {
      properties: { page },
      ...footOf(document, pagesTo(ends.draft), next()),
      children: [...children, endAt(ends.draft, next())],
    },
    {
      properties: { page: { ...page, pageNumbers: { start: 1 } } },
      ...footOf(document, pagesTo(ends.file), next()),
      children: [about, endAt(ends.file, next())],
    },
  ];
}

/**
 * Puts the end of the section of the draft into the frame behind it: who deletes the frame has one section again, whose
 * pages count from 1.
 */
export function endInFrame(path: string, xml: string): string {
  return path === 'word/document.xml'
    ? xml.replace(
        new RegExp(`(<w:p>(?:(?!<w:p>).)*w:name="${ends.draft}".*?</w:p>)(<w:sdt>.*?<w:sdtContent>)`, 's'),
        '$2$1',
      )
    : xml;
}

/** The line above the text of all documents but drafts, which are their sender’s own. */
function headOf(document: Document): Pick<ISectionOptions, 'headers'> {
  if (draftIn(document)) return {};
  return {
    headers: {
      default: new Header({ children: [new Paragraph({ style: 'Header', children: [words(document.title)] })] }),
    },
  };
}

/** The line below the text. That of a draft names its day, not whose form it was. */
function footOf(document: Document, total: ParagraphChild, id: number): Pick<ISectionOptions, 'footers'> {
  const drafted = document.drafted ? draftOf(document.drafted) : '';
  const left = draftIn(document) ? drafted : `${setName} · Reviewed ${longDate(document.reviewed)}`;
  const current = new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of '] });
  const line = new Paragraph({ style: 'Footer', children: [words(left), current, total] });
  return { footers: { default: new Footer({ children: [inFooter(pageNumbers(id, line))] }) } };
}

/** The library’s type names paragraphs and tables only, but writes any element. */
const inFooter = (frame: FileChild) => frame as Paragraph;

/**
 * How many pages a section has, which Word counts itself. LibreOffice does not know that field and shows what stands within
 * it: the number of the last page.
 */
function pagesTo(end: string): ParagraphChild {
  return inParagraph(element('w:fldSimple', { 'w:instr': 'SECTIONPAGES' }, [new SimpleField(`PAGEREF ${end}`)]));
}

/** A paragraph that takes no room, with the bookmark of an end. LibreOffice drops an empty one behind a table: it has a space. */
function endAt(name: string, id: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    children: mark(name, id, [words(' ')]),
  });
}
