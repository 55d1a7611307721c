/** Words as Word keeps them: XML 1.0 has no place for some characters, and breaks and tabs are elements there. */
import { TextRun, Tab, type IRunOptions, type ParagraphChild, type XmlComponent } from 'docx';

/** Control characters, halves of surrogate pairs, and the two code points that are no characters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for one line: what XML cannot hold shows as “�”, and a break of the source is a space. */
export function oneLine(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Words of the content. */
export function words(text: string, format: IRunOptions = {}): TextRun {
  return new TextRun({ ...format, text: oneLine(text) });
}

/** What somebody has written: their line breaks and tabs are kept. */
export function written(text: string, format: IRunOptions = {}): TextRun[] {
  const lines = text.replace(forbidden, '\ufffd').split(/\r\n|\r|\n/);
  return lines.map((line, index) => {
    const children = line.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
    return new TextRun({ ...format, ...(index > 0 ? { break: 1 } : {}), children });
  });
}

/** A name no longer than Word allows, in UTF-16 units: with “…” at its end when it was cut, never within a character. */
export function cut(text: string, length: number): string {
  const whole = oneLine(text);
  return whole.length <= length ? whole : `${whole.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** An element inside a paragraph. The library’s type names its own classes only, but writes any. */
export function inParagraph(element: XmlComponent): ParagraphChild {
  return element as ParagraphChild;
}
