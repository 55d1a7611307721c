/** A Word file opened by readers that the writer does not use: libxml2 for its XML, and the rules of the file format for the rest. */
import { unzipSync } from 'fflate';
import { XmlDocument, type XmlElement, type XmlNode } from 'libxml2-wasm';

const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
};

export interface Opened {
  /** The names of the parts in the ZIP. */
  paths: string[];
  /** The elements, attributes or texts that an XPath finds in a part (`document` for `word/document.xml`). */
  find(part: string, path: string): XmlNode[];
  /** Their texts. */
  texts(part: string, path: string): string[];
}

/** Opens a file. @throws Error when a part is not well-formed XML */
export function open(bytes: Uint8Array): Opened {
  const entries = unzipSync(bytes);
  const documents = new Map<string, XmlDocument>();
  for (const [path, data] of Object.entries(entries)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    try {
      documents.set(path, XmlDocument.fromBuffer(data));
    } catch (error) {
      throw new Error(`${path}: ${String(error)}`, { cause: error });
    }
  }
  const find = (part: string, path: string) =>
    documents.get(part.includes('.') ? part : `word/${part}.xml`)?.find(path, namespaces) ?? [];
  return { paths: Object.keys(entries), find, texts: (part, path) => find(part, path).map(({ content }) => content) };
}

/** The text within an element as a reader sees it: line breaks and tabs as characters. */
export function textOf(element: XmlNode): string {
  return element
    .find('.//w:t | .//w:br | .//w:tab[not(parent::w:tabs)]', namespaces)
    .map((node) => ({ t: node.content, br: '\n', tab: '\t' })[(node as XmlElement).name] ?? '')
    .join('');
}

/** The text of each paragraph of the body, its own number before it as Word counts. */
export function paragraphs(file: Opened): { number: string; text: string; style: string }[] {
  const levels = new Map(
    file
      .find('numbering', '//w:num')
      .map((num) => [attribute(num, './@w:numId'), attribute(num, './w:abstractNumId/@w:val')]),
  );
  const counts = new Map<string, number[]>();
  return file.find('document', '//w:body//w:p').map((paragraph) => {
    const [list, level, style] = [
      'w:pPr/w:numPr/w:numId/@w:val',
      'w:pPr/w:numPr/w:ilvl/@w:val',
      'w:pPr/w:pStyle/@w:val',
    ].map((path) => attribute(paragraph, path));
    const text = textOf(paragraph);
    if (!list) return { number: '', text, style: style! };
    const count = counts.get(list) ?? [];
    const at = Number(level);
    count[at] = (count[at] ?? 0) + 1;
    counts.set(list, count.slice(0, at + 1));
    const shape = `//w:abstractNum[@w:abstractNumId="${levels.get(list)}"]/w:lvl`;
    const shown = attribute(file.find('numbering', `${shape}[@w:ilvl="${at}"]/w:lvlText`)[0]!, './@w:val').replace(
      /%(\d)/g,
      (_whole, digit: string) => {
        const format = file.texts('numbering', `${shape}[@w:ilvl="${Number(digit) - 1}"]/w:numFmt/@w:val`)[0];
        const value = counts.get(list)![Number(digit) - 1] ?? 1;
        const letters = { lowerLetter: 96, upperLetter: 64 } as Record<string, number>;
        return letters[format!] ? String.fromCharCode(letters[format!]! + value) : String(value);
      },
    );
    return { number: shown, text, style: style! };
  });
}

function attribute(node: XmlNode, path: string): string {
  return node.find(path, namespaces)[0]?.content ?? '';
}

/** The order of children that the schema of the file format asks for, for the elements that this project writes itself or fills. */
const orders: Record<string, string[]> = {
  pPr: [
    'pStyle',
    'keepNext',
    'keepLines',
    'pageBreakBefore',
    'numPr',
    'pBdr',
    'shd',
    'tabs',
    'spacing',
    'ind',
    'contextualSpacing',
    'jc',
    'outlineLvl',
    'rPr',
    'sectPr',
  ],
  rPr: [
    'rStyle',
    'rFonts',
    'b',
    'bCs',
    'i',
    'iCs',
    'vanish',
    'color',
    'spacing',
    'sz',
    'szCs',
    'u',
    'bdr',
    'vertAlign',
    'lang',
  ],
  sdt: ['sdtPr', 'sdtContent'],
  sdtPr: ['alias', 'tag', 'id', 'appearance', 'showingPlcHdr', 'text', 'checkbox', 'docPartObj'],
  checkbox: ['checked', 'checkedState', 'uncheckedState'],
  tblPr: ['tblStyle', 'tblW', 'jc', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook'],
  trPr: ['cantSplit', 'trHeight', 'tblHeader'],
  tcPr: ['tcW', 'gridSpan', 'tcBorders', 'shd', 'tcMar', 'vAlign'],
};
/** Elements that the schema lets stand in any order. */
const anyOrder = new Set(['trPr']);

/** What is wrong with the file by the rules of the format; Word would repair it or refuse it. */
export function faultsOf(file: Opened): string[] {
  const { find, texts } = file;
  const faults: string[] = [];
  const expect = (fine: boolean, fault: string) => fine || faults.push(fault);
  const unique = (what: string, values: readonly string[]) =>
    expect(
      new Set(values).size === values.length,
      `${what} stands twice: ${values
        .filter((value, index) => values.indexOf(value) !== index)
        .slice(0, 3)
        .join(', ')}`,
    );
  for (const part of ['document', 'styles', 'numbering', 'comments', 'header1', 'footer1', 'footer2']) {
    for (const [parent, order] of Object.entries(orders)) {
      for (const element of find(part, `//*[local-name()="${parent}"]`)) {
        const names = element.find('./*').map((child) => (child as XmlElement).name);
        const places = names.map((name) => order.indexOf(name));
        expect(!places.includes(-1), `${part}: ${parent} holds ${names[places.indexOf(-1)]}`);
        expect(
          anyOrder.has(parent) || places.every((place, index) => index === 0 || place > places[index - 1]!),
          `${part}: ${parent} has the order ${names.join(', ')}`,
        );
      }
    }
    const targets = texts(`word/_rels/${part}.xml.rels`, '//rel:Relationship/@Id');
    unique(`${part}: relationship`, targets);
    for (const id of texts(part, '//@r:id | //@r:embed'))
      expect(targets.includes(id), `${part}: no relationship ${id}`);
  }
  for (const target of texts('word/_rels/document.xml.rels', '//rel:Relationship[not(@TargetMode)]/@Target'))
    expect(file.paths.includes(`word/${target}`), `no part word/${target}`);
  const bookmarks = texts('document', '//w:bookmarkStart/@w:name');
  unique('bookmark', bookmarks);
  for (const name of bookmarks) expect(/^[A-Za-z]\w{0,39}$/.test(name), `bookmark ${name}`);
  unique('bookmark id', texts('document', '//w:bookmarkStart/@w:id'));
  expect(
    texts('document', '//w:bookmarkStart/@w:id').sort().join() ===
      texts('document', '//w:bookmarkEnd/@w:id').sort().join(),
    'a bookmark does not end',
  );
  const pages = ['footer1', 'footer2'].flatMap((part) => texts(part, '//@w:instr'));
  const counted = pages.flatMap((field) => /^PAGEREF (.*)/.exec(field)?.[1] ?? []);
  for (const anchor of [...texts('document', '//w:hyperlink[not(@r:id)]/@w:anchor'), ...counted])
    expect(bookmarks.includes(anchor), `no bookmark ${anchor}`);
  unique(
    'control id',
    ['document', 'footer1', 'footer2'].flatMap((part) => texts(part, '//w:sdtPr/w:id/@w:val')),
  );
  for (const name of texts('document', '//w:alias/@w:val | //w:tag/@w:val'))
    expect(name.length > 0 && name.length <= 64, `the name of a control: ${name}`);
  unique('picture id', texts('document', '//wp:docPr/@id'));
  for (const picture of find('document', '//wp:docPr'))
    expect(attribute(picture, './@descr').length > 0, 'a picture without words');
  const styles = texts('styles', '//w:style/@w:styleId');
  unique('style', styles);
  for (const part of ['document', 'comments', 'header1', 'footer1', 'footer2'])
    for (const style of new Set(texts(part, '//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val')))
      expect(styles.includes(style), `${part}: no style ${style}`);
  const lists = texts('numbering', '//w:num/@w:numId');
  for (const list of new Set([...texts('document', '//w:numId/@w:val'), ...texts('comments', '//w:numId/@w:val')]))
    expect(lists.includes(list), `no list ${list}`);
  const comments = texts('comments', '//w:comment/@w:id');
  for (const mark of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
    expect(
      texts('document', `//w:${mark}/@w:id`).sort().join() === [...comments].sort().join(),
      `the ${mark} elements are not those of the comments`,
    );
  for (const table of find('document', '//w:tbl')) {
    // Who signs stands side by side, not in a table of data.
    if (table.find('.//w:pStyle[@w:val="Signer"]', namespaces).length > 0) continue;
    const heads = table.find('./w:tr', namespaces).map((row) => row.find('./w:trPr/w:tblHeader', namespaces).length);
    expect(heads.join('').replace(/0+$/, '') === '1', 'a table whose first row alone is not its header');
    const width = table.find('./w:tblGrid/w:gridCol', namespaces).length;
    for (const row of table.find('./w:tr', namespaces))
      expect(row.find('./w:tc', namespaces).length === width, 'a row with more or fewer cells than columns');
  }
  for (const cell of find('document', '//w:tc'))
    expect(
      (cell.find('./*[last()]')[0] as XmlElement | undefined)?.name === 'p',
      'a cell that does not end with a paragraph',
    );
  expect(find('document', '//w:instrText | //w:fldSimple').length === 0, 'a field in the text');
  return faults;
}
