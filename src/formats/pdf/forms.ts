/** Turns the links that mark places to write in into form fields. Place on the page, order and tags stay as they were. */
import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFArray,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { PlacedLink } from './annotations.ts';
import { embedFace, fieldFace, type Face } from './field-face.ts';
import { numberOf, type FormField } from './fields.ts';
import { elementsByAnnotation } from './tags.ts';

const multiline = 1 << 12;
/** From this height and width on, in points, a field holds several lines: long answers wrap before they get small. */
const severalLines = { height: 22, width: 100 };
/** A size of 0 fits the words into the box, so that none is cut. */
const appearance = { text: `/${fieldFace} 0 Tf 0 g`, box: '/ZaDb 0 Tf 0 g' };

function wraps({ kind }: FormField, { width, height }: PlacedLink['box']): boolean {
  return kind === 'lines' || (kind === 'text' && height >= severalLines.height && width >= severalLines.width);
}

/** @throws Error when a place to write in was not laid out */
export function addFields(
  pdf: PDFDocument,
  links: readonly PlacedLink[],
  fields: readonly FormField[],
  face: () => Face,
): void {
  if (fields.length === 0) return;
  const form = new Form(pdf, face);
  const elements = elementsByAnnotation(pdf);
  const placed = new Set<number>();
  for (const link of links) {
    const number = numberOf(link.address);
    const field = number === undefined ? undefined : fields[number];
    if (number === undefined || !field) continue;
    placed.add(number);
    form.place(field, link);
    elements.get(link.annotation)?.set(PDFName.of('S'), PDFName.of('Form'));
  }
  const lost = fields.find((_, number) => !placed.has(number));
  if (lost) throw new Error(`the field “${lost.label}” (${lost.name}) has no place on a page`);
  form.joinSingles();
  pdf.catalog.set(PDFName.of('AcroForm'), form.dict(fields.some(({ kind, value }) => kind !== 'box' && value)));
}

/** A field or a group: its places or members, and the list in which it stands. */
interface Node {
  ref: PDFRef;
  kids: PDFArray;
  siblings: PDFArray;
}

/** The tree of fields of a document: names with dots are groups within groups. */
class Form {
  private readonly pdf: PDFDocument;
  private readonly face: () => Face;
  private readonly roots: PDFArray;
  private readonly nodes = new Map<string, Node>();
  private readonly drawings = new Map<string, PDFRef>();
  constructor(pdf: PDFDocument, face: () => Face) {
    this.pdf = pdf;
    this.face = face;
    this.roots = pdf.context.obj([]);
  }

  /** Makes a widget of the annotation. */
  place(field: FormField, { ref, annotation, page, box }: PlacedLink): void {
    const { context } = this.pdf;
    const node = this.node(field.name, () => ({
      FT: field.kind === 'box' ? 'Btn' : 'Tx',
      Ff: wraps(field, box) ? multiline : 0,
      TU: PDFHexString.fromText(field.label),
      DA: PDFString.of(field.kind === 'box' ? appearance.box : appearance.text),
      ...(field.kind === 'box'
        ? { V: field.value ? 'Yes' : 'Off' }
        : field.value
          ? { V: PDFHexString.fromText(field.value) }
          : {}),
    }));
    node.kids.push(ref);
    for (const key of ['A', 'Border', 'Contents']) annotation.delete(PDFName.of(key));
    const [width, height] = [box.width, box.height].map((side) => Math.round(side * 100) / 100) as [number, number];
    const look =
      field.kind === 'box'
        ? {
            AS: field.value ? 'Yes' : 'Off',
            MK: { CA: PDFString.of('4') },
            AP: { N: { Yes: this.drawing(tick(width, height), width, height), Off: this.drawing('', width, height) } },
          }
        : {};
    // Some readers look for the name of a field on its place only.
    for (const [key, value] of context
      .obj({ Subtype: 'Widget', Parent: node.ref, P: page, TU: PDFHexString.fromText(field.label), ...look })
      .entries())
      annotation.set(key, value);
  }

  /** A field with one place is one dictionary with it, as most programs write it. */
  joinSingles(): void {
    const { context } = this.pdf;
    for (const { ref, kids, siblings } of this.nodes.values()) {
      const [kid] = kids.asArray();
      const widget = context.lookup(kid, PDFDict);
      if (kids.size() > 1 || widget.get(PDFName.of('Subtype')) !== PDFName.of('Widget')) continue;
      for (const [key, value] of context.lookup(ref, PDFDict).entries())
        if (key !== PDFName.of('Kids')) widget.set(key, value);
      if (!context.lookup(ref, PDFDict).has(PDFName.of('Parent'))) widget.delete(PDFName.of('Parent'));
      siblings.set(siblings.indexOf(ref)!, kid!);
      context.delete(ref);
    }
  }

  /** `generate`: readers draw what is written in the fields themselves. */
  dict(generate: boolean): PDFDict {
    return this.pdf.context.obj({
      Fields: this.roots,
      ...(generate ? { NeedAppearances: true } : {}),
      DA: PDFString.of(appearance.text),
      DR: {
        Font: {
          [fieldFace]: embedFace(this.pdf, this.face()),
          ZaDb: { Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' },
        },
      },
    });
  }

  /** The field or group of a name, made on its first use. */
  private node(name: string, entries: () => Record<string, unknown> = () => ({})): Node {
    const known = this.nodes.get(name);
    if (known) return known;
    const { context } = this.pdf;
    const dot = name.lastIndexOf('.');
    const parent = dot < 0 ? undefined : this.node(name.slice(0, dot));
    const kids = context.obj([]);
    const dict = context.obj({
      T: PDFHexString.fromText(name.slice(dot + 1)),
      Kids: kids,
      ...(parent ? { Parent: parent.ref } : {}),
      ...entries(),
    } as Parameters<typeof context.obj>[0]);
    const node = { ref: context.register(dict), kids, siblings: parent?.kids ?? this.roots };
    node.siblings.push(node.ref);
    this.nodes.set(name, node);
    return node;
  }

  /** A drawing of a box in one of its states, shared by all boxes of that size. Fields for words have none: readers draw them. */
  private drawing(operators: string, width: number, height: number): PDFRef {
    const key = `${width} ${height} ${operators}`;
    const { context } = this.pdf;
    const ref =
      this.drawings.get(key) ??
      context.register(
        context.stream(operators, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} }),
      );
    this.drawings.set(key, ref);
    return ref;
  }
}

/** A tick from corner to corner. */
function tick(width: number, height: number): string {
  const at = (x: number, y: number) => `${(x * width).toFixed(2)} ${(y * height).toFixed(2)}`;
  return `q 1.6 w 1 J 1 j ${at(0.2, 0.5)} m ${at(0.42, 0.24)} l ${at(0.82, 0.78)} l S Q`;
}
