/** How workbooks are laid out for paper, and the roster as a workbook. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';

const jobs = xlsx.jobs(publicationOf(root));

/** The sheets of a workbook by name, as XML. */
async function sheetsOf(file: string): Promise<Record<string, string>> {
  const parts = unzipSync(await xlsx.write(jobs.find((job) => job.file === file)!.input, tools));
  const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name!,
  );
  return Object.fromEntries(
    names.map((name, index) => [name, strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]!)]),
  );
}
const down = (xml: string) => /<pageSetup [^>]*fitToHeight="(\d+)"/.exec(xml)?.[1];

it('puts what would begin a page with a row or two on the page before', async () => {
  const budget = await sheetsOf('csec-form-coordinator-budget.xlsx');
  expect(down(budget['Coordinator’s budget in three sizes'] ?? Object.values(budget)[1]!)).toBe('1');
  expect(down((await sheetsOf('csec-form-agency-totals.xlsx'))['Exact numbers']!)).toBe('1');
  // A log grows.
  const log = Object.values(await sheetsOf('csec-form-attendance-log.xlsx'))[1]!;
  expect(down(log)).toBe('0');
});

it('has the roster as a workbook: its seats, the voices found missing, and what they add up to', async () => {
  const sheets = await sheetsOf('csec-roster-members.xlsx');
  expect(Object.keys(sheets)).toEqual([
    'Instructions',
    'Membership roster',
    'Voices found missing',
    'Summary',
    'Data dictionary',
  ]);
});
