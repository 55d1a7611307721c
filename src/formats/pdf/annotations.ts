/** The links that Typst laid out, as pdf-lib holds them. */
import { PDFArray, PDFDict, PDFName, PDFString, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';

export interface PlacedLink {
  /** Where it leads on the web, or the marker address that the template gave it. */
  address: string;
  ref: PDFRef;
  annotation: PDFDict;
  page: PDFRef;
  /** In points from the left and the bottom of the page. */
  box: { x: number; y: number; width: number; height: number };
}

/** Every link with an address, page by page. */
export function linksOf(pdf: PDFDocument): PlacedLink[] {
  return pdf.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((item) => {
      const ref = item as PDFRef;
      const annotation = pdf.context.lookup(ref, PDFDict);
      const address = annotation
        .lookupMaybe(PDFName.of('A'), PDFDict)
        ?.lookupMaybe(PDFName.of('URI'), PDFString)
        ?.decodeText();
      if (address === undefined) return [];
      return [
        {
          address,
          ref,
          annotation,
          page: page.ref,
          box: annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle(),
        },
      ];
    }),
  );
}
