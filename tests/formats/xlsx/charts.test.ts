/** The charts of workbooks: native, of the numbers that may be passed on, and readable by programs that did not write them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { hasGnumeric } from '../../programs.ts';
import { root } from '../../root.ts';
import { newFolder } from '../../scratch.ts';
import { publicationOf } from '../publication.ts';

const jobs = xlsx.jobs(publicationOf(root)).filter(({ file }) => file.startsWith('csec-form-'));
const workbookOf = (form: string) => jobs.find(({ file }) => file === `csec-form-${form}.xlsx`)!.input;

async function opened(form: string): Promise<{ charts: string[]; sheet: (name: string) => string }> {
  const files = unzipSync(await writeXlsx(workbookOf(form)));
  const text = (path: string) => strFromU8(files[path]!);
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name!);
  return {
    charts: Object.keys(files)
      .filter((path) => path.startsWith('xl/charts/'))
      .map(text),
    sheet: (name) => text(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`),
  };
}
const cellsOf = (chart: string, part: string): string[] =>
  [...chart.matchAll(new RegExp(`<c:${part}>.*?<c:f>([^<]*)</c:f>`, 'g'))].map(([, cells]) => cells!);

it.each([
  ['attendance-log', ["'Summary'!$B$6:$E$6"], ["'Summary'!$B$8:$E$8", "'Summary'!$B$12:$E$12"]],
  ['training-log', ["'Summary'!$B$6:$J$6"], ["'Summary'!$B$9:$J$9", "'Summary'!$B$13:$J$13"]],
  ['length-of-representation', ["'Summary'!$A$9:$A$14"], ["'Summary'!$B$9:$B$14"]],
  ['task-list', ["'Summary'!$A$8:$A$11"], ["'Summary'!$B$8:$B$11"]],
])('%s has a bar for each choice, of the numbers that may be passed on', async (form, names, amounts) => {
  const { charts } = await opened(form);
  expect(charts).toHaveLength(1);
  expect([...new Set(cellsOf(charts[0]!, 'cat'))]).toEqual(names);
  expect(cellsOf(charts[0]!, 'val')).toEqual(amounts);
  // Nothing is stored: a chart cannot show what its cells have ceased to show.
  expect(charts[0]).not.toMatch(/<c:v>|Cache/);
});

it('draws people only from cells that hide small numbers', async () => {
  const { charts, sheet } = await opened('attendance-log');
  const cells = cellsOf(charts[0]!, 'val').flatMap((range) => {
    const [, row] = /\$B\$(\d+)/.exec(range)!;
    return ['B', 'C', 'D', 'E'].map((column) => `${column}${row}`);
  });
  expect(cells).toHaveLength(8);
  const summary = sheet('Summary');
  for (const cell of cells)
    expect([
      cell,
      new RegExp(`<c r="${cell}"[^>]*><f>[^<]*&quot;hidden&quot;|<c r="${cell}"[^>]*><f>[^<]*"hidden"`).test(summary),
    ]).toEqual([cell, true]);
  expect(summary).toMatch(/<drawing [^>]*r:id="rId1"\/>/);
  expect(sheet('Exact numbers')).not.toContain('<drawing');
});

it('draws none of lists whose rows count different things', async () => {
  for (const form of ['annual-summary', 'agency-totals']) expect((await opened(form)).charts, form).toEqual([]);
});

it.runIf(hasGnumeric)('are charts in Gnumeric, too', async () => {
  const folder = newFolder('charts');
  writeFileSync(join(folder, 'log.xlsx'), await writeXlsx(workbookOf('training-log')));
  execFileSync('ssconvert', [join(folder, 'log.xlsx'), join(folder, 'log.gnumeric')], { stdio: 'ignore' });
  const xml = strFromU8(gunzipSync(readFileSync(join(folder, 'log.gnumeric'))));
  expect(xml).toContain('<GogObject type="GogGraph">');
  expect(xml).toContain('>Summary!$B$9:$J$9<');
});
