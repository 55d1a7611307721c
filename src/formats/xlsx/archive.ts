/**
 * Opens an Excel file that somebody hands in, and keeps only what reading rows needs: the list of sheets, their cells, texts and
 * number formats. Macros, links, names, merged areas and rules stay outside, and a file that would unpack to more than a form can
 * hold is refused before it is unpacked.
 */
import { largestFile } from '../../tools/limits.ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** No filled form comes near these: bytes of what it unpacks to, parts, the number of its last row. */
const most = { bytes: 40_000_000, parts: 400, row: 100_000 };
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/;

/** @returns the file with nothing but sheets in it @throws Error in plain words when it is no Excel file, or not a safe one */
export function onlySheets(bytes: Uint8Array): Uint8Array {
  if (bytes.length > largestFile) throw new Error(tooLarge);
  let size = 0;
  let parts = 0;
  const files = unzipped(bytes, ({ name, originalSize }) => {
    parts += 1;
    if (!wanted.test(name)) return false;
    size += originalSize;
    return size <= most.bytes;
  });
  if (size > most.bytes || parts > most.parts) throw new Error(tooLarge);
  if (!files['xl/workbook.xml']) throw new Error(notExcel);
  const kept = Object.entries(files).map(([path, data]) => [path, strToU8(cleaned(path, strFromU8(data)))] as const);
  return zipSync(Object.fromEntries(kept), { level: 0 });
}

const tooLarge = 'The file is far larger than a filled form. Nothing was read.';
const notExcel = 'This is not an Excel file (.xlsx). Save it as “Excel workbook” and try again.';

function unzipped(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new Error(notExcel);
  }
}

function cleaned(path: string, xml: string): string {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw new Error('The file holds instructions that no Excel file needs. Nothing was read.');
  if (path === 'xl/workbook.xml')
    return xml
      .replace(/<definedNames\b[\s\S]*?<\/definedNames>/g, '')
      .replace(/<(externalReferences|pivotCaches)\b[\s\S]*?<\/\1>/g, '');
  if (!path.startsWith('xl/worksheets/')) return xml;
  const rows = /<sheetData\b[^>]*>[\s\S]*<\/sheetData>/.exec(xml)?.[0] ?? '<sheetData/>';
  if ([...rows.matchAll(/<row\b[^>]*?\sr\s*=\s*["'](\d+)/g)].some(([, row]) => Number(row) > most.row))
    throw new Error(`The file has rows beyond row ${most.row.toLocaleString('en-US')}. Nothing was read.`);
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${rows}</worksheet>`;
}
