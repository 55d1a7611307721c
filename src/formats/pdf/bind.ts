/** Binds volumes that Typst set, one behind the other, into one PDF: pages, bookmarks and tags. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

const name = (word: string) => PDFName.of(word);
const at = (dict: PDFDict, ...path: string[]): PDFDict | undefined =>
  path.reduce<PDFDict | undefined>((here, key) => here?.lookupMaybe(name(key), PDFDict), dict);

/** What has another value in a volume than in the whole. pdf-lib has one name for the same word. */
const keys = { parent: name('StructParent'), parents: name('StructParents'), id: name('ID'), headers: name('Headers') };

/** Puts the volumes behind the first, which then is the whole. They are used up. */
export function bind(first: PDFDocument, volumes: readonly PDFDocument[]): void {
  volumes.forEach((volume, index) => append(first, volume, `${index + 2}.`));
}

/** @param prefix makes the ids of the volume’s tags its own */
function append(whole: PDFDocument, volume: PDFDocument, prefix: string): void {
  const tags = at(whole.catalog, 'StructTreeRoot')!;
  const marks = arrayIn(at(tags, 'ParentTree')!, 'Nums');
  const mover = new Mover(whole.context, (marks.lookup(marks.size() - 2, PDFNumber)?.asNumber() ?? -1) + 1, prefix);
  for (const [ref, object] of volume.context.enumerateIndirectObjects()) {
    whole.context.assign(mover.ref(ref), mover.moved(object));
    // Else the whole set would stand in memory twice.
    volume.context.delete(ref);
  }
  const catalog = whole.context.lookup(mover.ref(volume.context.trailerInfo.Root as PDFRef), PDFDict);
  addPages(whole, catalog);
  addBookmarks(whole, catalog);
  addTags(tags, at(catalog, 'StructTreeRoot')!, mover);
  // What only says how the volume on its own is put together.
  const info = volume.context.trailerInfo.Info as PDFRef | undefined;
  for (const key of ['Metadata', 'StructTreeRoot', 'Outlines']) drop(whole.context, catalog.get(name(key)));
  for (const ref of [volume.context.trailerInfo.Root as PDFRef, info]) if (ref) drop(whole.context, mover.ref(ref));
}

/** Copies objects into another file, under numbers of their own. */
class Mover {
  private readonly context: PDFContext;
  private readonly refs: PDFRef[] = [];
  private readonly base: number;
  private readonly firstMark: number;
  private readonly prefix: string;
  constructor(context: PDFContext, firstMark: number, prefix: string) {
    this.context = context;
    this.base = context.largestObjectNumber;
    this.firstMark = firstMark;
    this.prefix = prefix;
  }

  ref({ objectNumber }: PDFRef): PDFRef {
    return (this.refs[objectNumber] ??= PDFRef.of(this.base + objectNumber));
  }

  /** The number of a page or an annotation among the tags. */
  mark(number: PDFObject): PDFNumber {
    return PDFNumber.of((number as PDFNumber).asNumber() + this.firstMark);
  }

  /** The id of a cell, which others name as their head. */
  id(id: PDFObject): PDFString {
    return PDFString.of(this.prefix + (id as PDFString).decodeText());
  }

  moved(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.ref(object);
    if (object instanceof PDFArray) return this.list(object, (item) => this.moved(item));
    if (object instanceof PDFRawStream) return PDFRawStream.of(this.moved(object.dict) as PDFDict, object.contents);
    if (!(object instanceof PDFDict)) return object;
    const entries = object.entries().map(([key, value]) => [key, this.value(key, value)] as const);
    // Pages and their trees have classes of their own.
    return (object.constructor as typeof PDFDict).fromMapWithContext(new Map(entries), this.context);
  }

  private value(key: PDFName, value: PDFObject): PDFObject {
    if (key === keys.parent || key === keys.parents) return this.mark(value);
    if (key === keys.id && value instanceof PDFString) return this.id(value);
    if (key === keys.headers && value instanceof PDFArray) return this.list(value, (id) => this.id(id));
    return this.moved(value);
  }

  private list(all: PDFArray, change: (item: PDFObject) => PDFObject): PDFArray {
    const list = PDFArray.withContext(this.context);
    for (const item of all.asArray()) list.push(change(item));
    return list;
  }
}

function addPages({ catalog, context }: PDFDocument, volume: PDFDict): void {
  const [all, more] = [at(catalog, 'Pages')!, at(volume, 'Pages')!];
  more.set(name('Parent'), catalog.get(name('Pages'))!);
  arrayIn(all, 'Kids').push(volume.get(name('Pages'))!);
  const counts = [all, more].map((pages) => pages.lookup(name('Count'), PDFNumber).asNumber());
  all.set(name('Count'), context.obj(counts[0]! + counts[1]!));
}

/** Bookmarks are a chain at each depth: the volume’s first follows the last one so far. */
function addBookmarks({ catalog, context }: PDFDocument, volume: PDFDict): void {
  const more = at(volume, 'Outlines');
  const [first, last] = ['First', 'Last'].map((key) => more?.get(name(key)));
  if (!more || !first || !last) return;
  if (!catalog.has(name('Outlines')))
    catalog.set(name('Outlines'), context.register(context.obj({ Type: 'Outlines', Count: 0 })));
  const all = at(catalog, 'Outlines')!;
  for (let one = more.lookupMaybe(name('First'), PDFDict); one; one = one.lookupMaybe(name('Next'), PDFDict))
    one.set(name('Parent'), catalog.get(name('Outlines'))!);
  const before = all.get(name('Last'));
  if (before) {
    context.lookup(before, PDFDict).set(name('Next'), first);
    context.lookup(first, PDFDict).set(name('Prev'), before);
  } else all.set(name('First'), first);
  all.set(name('Last'), last);
  const counts = [all, more].map((one) => one.lookup(name('Count'), PDFNumber).asNumber());
  all.set(name('Count'), context.obj(counts[0]! + counts[1]!));
}

/** Adds the ids of a volume’s tags to those before: all of them in the order of their names. */
function addIds(all: PDFDict, more: PDFDict, mover: Mover): void {
  const byName = new Map([...namesIn(all), ...namesIn(more, (id) => mover.id(id))]);
  const names = PDFArray.withContext(all.context);
  for (const key of [...byName.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    names.push(PDFString.of(key));
    names.push(byName.get(key)!);
  }
  all.set(name('Names'), names);
}

function namesIn(tree: PDFDict, change = (item: PDFObject): PDFObject => item): [string, PDFObject][] {
  const all = tree.lookupMaybe(name('Names'), PDFArray)?.asArray() ?? [];
  return Array.from({ length: all.length / 2 }, (_, pair) => [
    (change(all[2 * pair]!) as PDFString).decodeText(),
    all[2 * pair + 1]!,
  ]);
}

function addTags(all: PDFDict, more: PDFDict, mover: Mover): void {
  const [document, other] = [all, more].map((tree) => arrayIn(tree, 'K').lookup(0, PDFDict)) as [PDFDict, PDFDict];
  const ref = arrayIn(all, 'K').get(0);
  for (const kid of arrayIn(other, 'K').asArray()) {
    all.context.lookup(kid, PDFDict).set(name('P'), ref);
    arrayIn(document, 'K').push(kid);
  }
  drop(all.context, arrayIn(more, 'K').get(0));
  const marks = arrayIn(at(all, 'ParentTree')!, 'Nums');
  arrayIn(at(more, 'ParentTree')!, 'Nums')
    .asArray()
    .forEach((entry, index) => marks.push(index % 2 === 0 ? mover.mark(entry) : entry));
  const next = marks.lookup(marks.size() - 2, PDFNumber).asNumber() + 1;
  all.set(name('ParentTreeNextKey'), PDFNumber.of(next));
  for (const key of ['RoleMap', 'IDTree']) if (!all.has(name(key))) all.set(name(key), all.context.obj({}));
  for (const [role, standard] of at(more, 'RoleMap')?.entries() ?? []) at(all, 'RoleMap')!.set(role, standard);
  addIds(at(all, 'IDTree')!, at(more, 'IDTree') ?? all.context.obj({}), mover);
}

function arrayIn(dict: PDFDict, key: string): PDFArray {
  return dict.lookup(name(key), PDFArray);
}

function drop(context: PDFContext, object: PDFObject | undefined): void {
  if (object instanceof PDFRef) context.delete(object);
}
