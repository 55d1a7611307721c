/**
 * Citations and notes lead to each other. To find a label, Typst sets the words around every link to it twice, which took most of
 * its time; so these links are laid out with marker addresses, and get where they lead to here.
 */
import { PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { label, type Part } from '../../documents/document.ts';
import type { PlacedLink } from './annotations.ts';

/** The marker address of a citation of note `n`. */
export function citeMarker(part: Pick<Part, 'id'>, n: number): string {
  return `cite:${label(part, String(n))}`;
}
/** The marker address of the number of note `n`. */
export function noteMarker(part: Pick<Part, 'id'>, n: number): string {
  return `note:${label(part, String(n))}`;
}

/** @throws Error when a citation has no note */
export function linkCitations(pdf: PDFDocument, links: readonly PlacedLink[]): void {
  const marked = links.flatMap((link) => {
    const [, kind, name] = /^(cite|note):(.+)$/.exec(link.address) ?? [];
    return kind && name ? [{ link, kind, name, n: name.split('.').at(-1)! }] : [];
  });
  const first = new Map<string, PlacedLink>();
  for (const { link } of marked) if (!first.has(link.address)) first.set(link.address, link);
  for (const { link, kind, name, n } of marked) {
    const target = first.get(`${kind === 'cite' ? 'note' : 'cite'}:${name}`);
    if (!target) throw new Error(`the citation of note ${name} has no note to lead to`);
    link.annotation.delete(PDFName.of('A'));
    link.annotation.set(
      PDFName.of('Dest'),
      pdf.context.obj([target.page, 'XYZ', null, target.box.y + target.box.height + 12, null]),
    );
    link.annotation.set(
      PDFName.of('Contents'),
      PDFHexString.fromText(kind === 'cite' ? `Source ${n}` : `Source ${n}: back to the text`),
    );
  }
}
