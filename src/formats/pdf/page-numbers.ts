/** “Page 12 of 284” at the foot of the pages of the whole set: the template leaves room for it, marked by a link. */
import { PDFArray, PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import type { PlacedLink } from './annotations.ts';
import { removeLink } from './references.ts';
import { embedFace, widthOf, type Face } from './field-face.ts';
import { pageOf } from '../words.ts';

const marker = 'page:';
const font = PDFName.of('PageNumber');
/** As the words beside it: their size, and their color in `theme.typ`. */
const [size, color] = [8, '0.302 0.353 0.345 rg'];

/** Writes the number of each page with room for it, and takes the link away. */
export function numberPages(pdf: PDFDocument, links: readonly PlacedLink[], face: () => Face): void {
  const places = new Map(links.flatMap((link) => (link.address === marker ? [[link.page, link] as const] : [])));
  if (places.size === 0) return;
  const { context } = pdf;
  const before = context.register(context.stream('q'));
  const pages = pdf.getPages();
  for (const [index, page] of pages.entries()) {
    const place = places.get(page.ref);
    if (!place) continue;
    removeLink(pdf, place);
    const text = pageOf(index + 1, pages.length);
    const right = place.box.x + place.box.width;
    const left = (right - widthOf(face(), text) * size).toFixed(2);
    const drawn = `Q /Artifact BMC BT ${color} /${font.decodeText()} ${size} Tf ${left} ${place.box.y.toFixed(2)} Td <${hex(text)}> Tj ET EMC`;
    page.node.setFontDictionary(font, embedFace(pdf, face()));
    const contents = page.node.get(PDFName.of('Contents'));
    const own = contents instanceof PDFArray ? contents.asArray() : [contents as PDFRef];
    page.node.set(PDFName.of('Contents'), context.obj([before, ...own, context.register(context.flateStream(drawn))]));
  }
}

/** The codes of the face’s characters are their Unicode numbers. */
const hex = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
