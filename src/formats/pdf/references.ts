/**
 * Links within a document. Typst looks for a label once more each time it sets the words around a link to it, and knows only those of
 * one volume; so links and headings are laid out with marker addresses, and get where they lead to here.
 */
import { PDFHexString, PDFName, type PDFDocument, type PDFPageLeaf } from '@cantoo/pdf-lib';
import type { PlacedLink } from './annotations.ts';

/** The marker address of a heading, by its label. */
export function placeMarker(label: string): string {
  return `to:${label}`;
}

/** The marked places of all headings with a label. */
export function headingsAmong(links: readonly PlacedLink[]): Map<string, PlacedLink> {
  return new Map(
    links.flatMap((link) => {
      const label = /^at:(.+)$/.exec(link.address)?.[1];
      return label === undefined ? [] : [[label, link] as const];
    }),
  );
}

/**
 * @param titles of headings, by their labels: what a link says of itself
 * @throws Error when a link leads nowhere
 */
export function linkPlaces(pdf: PDFDocument, links: readonly PlacedLink[], titles: ReadonlyMap<string, string>): void {
  const headings = headingsAmong(links);
  for (const { address, annotation } of links) {
    const label = /^to:(.+)$/.exec(address)?.[1];
    if (label === undefined) continue;
    // What is no heading is found below the title of its part.
    const name = [label, label.split('.')[0]!].find((one) => headings.has(one));
    if (name === undefined) throw new Error(`a link leads to ${label}, which no heading is called`);
    const { page, box } = headings.get(name)!;
    annotation.delete(PDFName.of('A'));
    annotation.set(PDFName.of('Dest'), pdf.context.obj([page, 'XYZ', null, box.y + box.height + 4, null]));
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(titles.get(name) ?? name));
  }
  for (const link of headings.values()) removeLink(pdf, link);
}

/** Takes a marker that no tag holds off its page. */
export function removeLink(pdf: PDFDocument, { ref, page }: PlacedLink): void {
  const annotations = (pdf.context.lookup(page) as PDFPageLeaf).Annots()!;
  annotations.remove(annotations.indexOf(ref)!);
  pdf.context.delete(ref);
}
