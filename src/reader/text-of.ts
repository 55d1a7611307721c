/** The bytes of a file as text, or what keeps it from being read. */
import { number } from '../tools/numbers.ts';

/** What is wrong with a file as a whole, or from a line on. */
export interface TextFault {
  line: number;
  problem: string;
  fix: string;
}

/** A file with more characters than any page of ours by far: reading it as prose would take minutes. */
const most = 400_000;
/** As long as a paragraph may be. */
const mostInLine = 20_000;
const asUtf8 = 'Save the file again as UTF-8 (in the editor: “Save with encoding”).';

/** Reads UTF-8, with line feeds alone between lines. A byte order mark changes nothing. */
export function textOf(bytes: Uint8Array): { source: string; fault?: TextFault } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { source: String(bytes.length), fault: { line: 1, problem: 'the file is in UTF-16', fix: asUtf8 } };
  const source = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const fault = faultIn(source, bytes);
  return fault ? { source, fault } : { source };
}

function faultIn(source: string, bytes: Uint8Array): TextFault | undefined {
  if (source.trim() === '')
    return { line: 0, problem: 'the file is empty', fix: 'Write its keys, beginning with `title`, or remove it.' };
  if (!isUtf8(bytes)) return { ...at(source, '\ufffd'), problem: 'a byte here is not UTF-8', fix: asUtf8 };
  if (source.includes('\0'))
    return {
      ...at(source, '\0'),
      problem: 'a character here is no text (NUL)',
      fix: 'Delete it, or take the file from before.',
    };
  const long = source.split('\n').findIndex((line) => line.length > mostInLine);
  if (long >= 0)
    return {
      line: long + 1,
      problem: `the line is longer than ${number(mostInLine)} characters`,
      fix: 'Divide it into paragraphs, with an empty line between them.',
    };
  if (source.length > most)
    return {
      line: 0,
      problem: `the file is longer than ${number(most)} characters`,
      fix: 'Divide it into several files.',
    };
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The line of a character. */
function at(source: string, character: string): { line: number } {
  return { line: source.slice(0, source.indexOf(character)).split('\n').length };
}
