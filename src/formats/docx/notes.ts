/** The sources of a part, each with the numbered places cited in it. */
import { ExternalHyperlink, HeadingLevel, Paragraph, type FileChild } from 'docx';
import type { DocNote } from '../../documents/document.ts';
import { bookmarked, noteLabel } from './bookmarks.ts';
import type { Setting } from './setting.ts';
import { words } from './text.ts';

/** The heading “Sources” and its list; nothing for a part that cites none. */
export function sources(setting: Setting): FileChild[] {
  const { part, shift } = setting;
  if (part.notes.length === 0) return [];
  return [
    new Paragraph({
      heading: shift === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      children: [words('Sources')],
    }),
    ...part.notes.map((note) => sourceNote(note, setting)),
  ];
}

function sourceNote({ title, publisher, date, warning, url, places }: DocNote, setting: Setting): Paragraph {
  const numbers = places.flatMap(({ n, place }) => [
    words(' '),
    ...bookmarked(
      noteLabel(setting.part, n),
      [words(`[${n}]`, { bold: true }), ...(place ? [words(` ${place}`)] : [])],
      setting,
    ),
  ]);
  return new Paragraph({
    style: 'SourceNote',
    children: [
      words(`${title}. `, { bold: true }),
      words(`${publisher}; `, { italics: true }),
      words(`${date}.${warning && ` ${warning}`}`),
      ...(url
        ? [words(' '), new ExternalHyperlink({ link: url, children: [words(url, { style: 'Hyperlink' })] })]
        : []),
      ...numbers,
    ],
  });
}
