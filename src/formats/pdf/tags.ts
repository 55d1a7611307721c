/** The tags of a PDF: which element an annotation belongs to, and header cells that Typst 0.14 cannot name. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const name = (word: string) => PDFName.of(word);
const isKind = (element: PDFDict, kind: string) => element.lookupMaybe(name('S'), PDFName) === name(kind);

/** The element of the structure tree that holds an annotation. */
export function elementsByAnnotation(pdf: PDFDocument): { get(annotation: PDFDict): PDFDict | undefined } {
  const tree = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('ParentTree'), PDFDict);
  const elements = new Map(tree ? entriesOf(tree) : []);
  return {
    get(annotation) {
      const element = elements.get(annotation.lookup(name('StructParent'), PDFNumber).asNumber());
      return element && pdf.context.lookupMaybe(element, PDFDict);
    },
  };
}

/** The numbers of a number tree with what they stand for. */
function entriesOf(node: PDFDict): [number, PDFObject][] {
  const kids = node.lookupMaybe(name('Kids'), PDFArray);
  if (kids) return kids.asArray().flatMap((_, index) => entriesOf(kids.lookup(index, PDFDict)));
  const numbers = node.lookup(name('Nums'), PDFArray);
  return Array.from({ length: numbers.size() / 2 }, (_, index) => [
    numbers.lookup(2 * index, PDFNumber).asNumber(),
    numbers.get(2 * index + 1),
  ]);
}

/** The first cell of each row of a table names the row, when it holds words. Call it after the fields are made. */
export function nameRows(pdf: PDFDocument): void {
  for (const [, row] of pdf.context.enumerateIndirectObjects()) {
    if (!(row instanceof PDFDict) || !isKind(row, 'TR') || !isKind(row.lookup(name('P'), PDFDict), 'TBody')) continue;
    const [cell] = kidsOf(row);
    if (!(cell instanceof PDFDict) || !holdsWords(cell)) continue;
    cell.set(name('S'), name('TH'));
    cell.set(name('A'), pdf.context.obj([{ O: 'Table', Scope: 'Row' }]));
  }
}

function kidsOf(element: PDFDict): (PDFObject | undefined)[] {
  const kids = element.lookup(name('K'));
  return kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids];
}

function holdsWords(element: PDFDict): boolean {
  return kidsOf(element).some(
    (kid) =>
      kid instanceof PDFNumber ||
      (kid instanceof PDFDict &&
        (kid.lookupMaybe(name('Type'), PDFName) === name('MCR') ||
          (kid.has(name('S')) && !isKind(kid, 'Form') && holdsWords(kid)))),
  );
}
