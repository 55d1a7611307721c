/** Content controls: the fields and boxes of Word that a reader clicks and fills in. */
import { BuilderElement, FileChild, TextRun, XmlComponent, type ParagraphChild } from 'docx';
import { cut, inParagraph, oneLine, words, written } from './text.ts';

/** What Word shows as the name of a control, and what programs find it by. Word allows 64 characters for each. */
interface Named {
  label: string;
  name: string;
  /** Unique in the document. */
  id: number;
  /** Shows where the control begins and ends, with its name. */
  showsTags?: boolean;
}

/** One element of the file format: `element('w:tag', { 'w:val': 'county' })`. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  children: readonly XmlComponent[] = [],
): BuilderElement<Record<string, string | number>> {
  return new BuilderElement({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });
}

/** The properties in the order that Word writes them. */
const properties = ({ label, name, id, showsTags }: Named, own: readonly XmlComponent[]) =>
  element('w:sdtPr', {}, [
    element('w:alias', { 'w:val': cut(label, 64) }),
    element('w:tag', { 'w:val': tagOf(name) }),
    element('w:id', { 'w:val': id }),
    ...(showsTags ? [element('w15:appearance', { 'w15:val': 'tags' })] : []),
    ...own,
  ]);

/** The tag of a control. The end of a long name tells more than its start. */
export function tagOf(name: string): string {
  return oneLine(name.slice(-64));
}

const control = (named: Named, own: readonly XmlComponent[], content: readonly XmlComponent[]) =>
  inParagraph(element('w:sdt', {}, [properties(named, own), element('w:sdtContent', {}, content)]));

/** A field for text. Without a value it shows the prompt, which the first key pressed replaces. */
export function textControl(
  named: Named,
  { value, prompt, lines }: { value?: string | undefined; prompt: string; lines?: boolean },
): ParagraphChild {
  const text = element('w:text', lines || /[\r\n]/.test(value ?? '') ? { 'w:multiLine': 1 } : {});
  return value
    ? control(named, [text], written(value))
    : control(named, [element('w:showingPlcHdr'), text], [words(prompt, { style: 'PlaceholderText' })]);
}

const boxFont = 'MS Gothic';

/** A box to tick. */
export function boxControl(named: Named, ticked: boolean): ParagraphChild {
  const state = (name: string, character: string) => element(name, { 'w14:val': character, 'w14:font': boxFont });
  const box = element('w14:checkbox', {}, [
    element('w14:checked', { 'w14:val': ticked ? 1 : 0 }),
    state('w14:checkedState', '2612'),
    state('w14:uncheckedState', '2610'),
  ]);
  return control(
    named,
    [box],
    [
      new TextRun({
        text: ticked ? '☒' : '☐',
        font: { ascii: boxFont, eastAsia: boxFont, hAnsi: boxFont, hint: 'eastAsia' },
      }),
    ],
  );
}

/** Paragraphs and tables in one frame, which a reader can select and delete at once. */
export class Frame extends FileChild {
  constructor(named: Named, content: readonly FileChild[], own: readonly XmlComponent[] = []) {
    super('w:sdt');
    this.root.push(properties(named, own), element('w:sdtContent', {}, content));
  }
}

/** The frame that Word itself puts around numbers of pages. LibreOffice reads their fields in no other one. */
export function pageNumbers(id: number, line: FileChild): Frame {
  const gallery = element('w:docPartGallery', { 'w:val': 'Page Numbers (Bottom of Page)' });
  const own = [element('w:docPartObj', {}, [gallery, element('w:docPartUnique')])];
  return new Frame({ label: 'Page numbers', name: 'page-numbers', id }, [line], own);
}
