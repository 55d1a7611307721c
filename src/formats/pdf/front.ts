/** The front of the whole set: its cover and its contents, which are set when the pages of the volumes are known. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { linksOf } from './annotations.ts';
import { open } from './post-process.ts';
import { headingsAmong } from './references.ts';

/** How often the front is set until it has as many pages as it counted on. */
const tries = 5;

/**
 * @param volumes what follows
 * @param front the front for Typst, by the page of each heading
 * @param set sets the pages of a document
 */
export async function setFront(
  volumes: readonly PDFDocument[],
  front: (pages: ReadonlyMap<string, number>) => string,
  set: (json: string) => Promise<Uint8Array>,
): Promise<PDFDocument> {
  const places = new Map<string, number>();
  let count = 0;
  for (const volume of volumes) {
    for (const [label, page] of pagesOf(volume)) places.set(label, count + page);
    count += volume.getPageCount();
  }
  let own = 0;
  for (let tried = 0; tried < tries; tried++) {
    const pages = new Map([...places].map(([label, page]) => [label, own + page]));
    const made = await set(front(pages));
    const length = (await open(made)).getPageCount();
    // Opened anew, since a document remembers the pages that it was seen to have.
    if (length === own) return open(made);
    own = length;
  }
  throw new Error('the contents take one page more, then one less, each time their page numbers change');
}

/** The page of each labeled heading, counted from 1. */
function pagesOf(pdf: PDFDocument): [label: string, page: number][] {
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]));
  return [...headingsAmong(linksOf(pdf))].map(([label, { page }]) => [label, numbers.get(page)!]);
}
