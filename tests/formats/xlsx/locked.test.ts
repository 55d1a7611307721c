import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { formWorkbook } from '../../../src/documents/workbook.ts';
import { modelOf } from '../../../src/documents/site-workbooks.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { root } from '../../root.ts';
import { publicationOf } from '../publication.ts';

const publication = publicationOf(root);
/** The sheets of a workbook by name, and its styles. */
async function opened(form: string): Promise<{ sheets: Record<string, string>; styles: string; words: string }> {
  const workbook = formWorkbook(modelOf(publication, publication.site.forms[form]!));
  const files = unzipSync(await writeXlsx(workbook));
  const text = (path: string) => strFromU8(files[path]!);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name!);
  return {
    sheets: Object.fromEntries(names.map((name, index) => [name, text(`xl/worksheets/sheet${index + 1}.xml`)])),
    styles: text('xl/styles.xml'),
    words: text('xl/sharedStrings.xml'),
  };
}

it('locks the sheets of numbers without a password, and says so', async () => {
  const { sheets, words } = await opened('attendance-log');
  const locked = Object.entries(sheets).filter(([, xml]) => xml.includes('<sheetProtection '));
  expect(locked.map(([name]) => name)).toEqual(['Exact numbers', 'Summary']);
  for (const [, xml] of locked)
    expect(/<sheetProtection [^>]*>/.exec(xml)![0]).toBe(
      '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>',
    );
  expect(words).toContain('“Exact numbers” and “Summary” are locked, so that nobody writes over a formula by mistake.');
  expect((await opened('funding-tracker')).words).toContain('“Summary” is locked');
});

it('leaves the limit of the summary open', async () => {
  const { sheets, styles } = await opened('attendance-log');
  const style = Number(/<c r="B3" s="(\d+)"/.exec(sheets['Summary']!)![1]);
  const cells = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)![1]!.match(/<xf [^>]*?(\/>|>[\s\S]*?<\/xf>)/g)!;
  expect(cells[style]).toContain('<protection locked="0"/>');
  expect(cells.filter((cell) => cell.includes('locked="0"'))).toHaveLength(1);
});
