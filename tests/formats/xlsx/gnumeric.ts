/** Workbooks as Gnumeric computes them. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { placesOf, sheets } from '../../../src/formats/xlsx/place.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import type { Workbook } from '../../../src/documents/workbook.ts';
import { defaultLimit } from '../../../src/tools/suppression.ts';
import { summaryOf } from '../../../src/tools/summary.ts';
import { newFolder } from '../../scratch.ts';

/** Each sheet of a workbook as rows of cells, by its name. */
export function computed(bytes: Uint8Array): Map<string, string[][]> {
  const folder = newFolder('gnumeric');
  writeFileSync(join(folder, 'book.xlsx'), bytes);
  execFileSync('ssconvert', ['-S', '--recalc', join(folder, 'book.xlsx'), join(folder, '%s.csv')], { stdio: 'ignore' });
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name.slice(0, -4), Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8')).data]),
  );
}

/** What Gnumeric cannot compute, and what it computes otherwise than the site. */
export async function faultsOf(workbook: Workbook): Promise<string[]> {
  const found = computed(await writeXlsx(workbook));
  const errors = [...found].flatMap(([sheet, rows]) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        /^#[A-Z/0!?]+$/.test(cell) ? [`${sheet} ${row + 1}:${column + 1}: ${cell}`] : [],
      ),
    ),
  );
  const summary = found.get(sheets.summary) ?? [];
  const places = placesOf(workbook);
  const others = workbook.sheets.flatMap(({ form, rows = [] }, index) => {
    if (form.summary === 'rows') return [];
    const { block } = places[index]!;
    return summaryOf(
      form,
      rows.map((row) => [...row]),
      defaultLimit,
    ).rows.flatMap(({ label, cells }, line) => {
      const [head, ...shown] = summary[block + 1 + line] ?? [];
      const own = JSON.stringify([head, ...shown.slice(0, cells.length)]);
      const wanted = JSON.stringify([label, ...cells.map(String)]);
      return own === wanted ? [] : [`${form.title}: ${own} instead of ${wanted}`];
    });
  });
  return [...errors, ...others];
}
