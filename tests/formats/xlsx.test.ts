import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { optionsOf, totalsOf, type Form } from '../../src/tools/forms.ts';
import { readContent } from '../../src/reader/read.ts';
import { defaultLimit } from '../../src/tools/suppression.ts';
import { summaryOf } from '../../src/tools/summary.ts';
import { formWorkbook, type Workbook } from '../../src/documents/workbook.ts';
import { placesOf } from '../../src/formats/xlsx/place.ts';
import { readXlsx } from '../../src/formats/xlsx/read.ts';
import { cellText, columnLetter, sheetName } from '../../src/formats/xlsx/text.ts';
import { writeXlsx } from '../../src/formats/xlsx/write.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { isNightly, itAtNight } from '../nightly.ts';
import { converted, hasReaders, officePath, pagesOf } from '../programs.ts';
import { kitchenSink, root } from '../root.ts';
import { longDate } from '../../src/tools/dates.ts';
import { largestFile } from '../../src/tools/limits.ts';
import { withoutControls } from '../../src/tools/written-values.ts';

const url = 'https://toolkits.example/';
const sink = readContent(kitchenSink).site;
const real = readContent(root).site;
const jobsOf = (site: typeof sink) => xlsx.jobs({ site, figures: {}, url });
const jobs = [...jobsOf(sink), ...jobsOf(real)];
const workbookOf = (id: string, site = sink): Workbook =>
  jobsOf(site).find(({ file }) => file === `csec-form-${id}.xlsx`)!.input;
const filled = (workbook: Workbook, rows: string[][], fields: Record<string, string> = {}): Workbook => ({
  ...workbook,
  sheets: [{ ...workbook.sheets[0]!, rows, fields }],
});
/** Control characters come back as spaces, and nothing but spaces as nothing. */
const readBack = (text: string): string => (withoutControls(text).trim() === '' ? '' : withoutControls(text));
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));

/** Every sheet of files as rows of cells, by file and sheet: `log-Summary`. */
function sheetsIn(files: Record<string, Uint8Array>): Record<string, string[][]> {
  const folder = converted(files, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1');
  const iso = (cell: string) => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.replace(/\.csv$/, ''),
      Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8')).data.map((row) => row.map(iso)),
    ]),
  );
}

/** The block of a form on a sheet of numbers, without empty lines. */
function blockOf(cells: string[][], workbook: Workbook, index = 0): { label: string; cells: string[] }[] {
  const { block, lines } = placesOf(workbook)[index]!;
  const { form } = workbook.sheets[index]!;
  const rows = cells.slice(block + 1, block + 1 + lines).map(([label = '', ...rest]) => ({ label, cells: rest }));
  return form.summary === 'rows'
    ? rows.filter(({ cells: rest }) => rest.slice(0, form.columns.length - 1).some(Boolean))
    : rows;
}
/** The same as the model computes it. */
function expected(form: Form, rows: string[][], limit = defaultLimit): { label: string; cells: string[] }[] {
  return summaryOf(form, rows, limit).rows.map(({ label, cells }) => ({ label, cells: cells.map(String) }));
}
const alike = (found: { label: string; cells: string[] }[], wanted: { label: string; cells: string[] }[]) =>
  found.map(({ label, cells }, index) => ({ label, cells: cells.slice(0, wanted[index]?.cells.length ?? 0) }));

/** Rows as people fill them in: small and large numbers, gaps, words where they belong and where they do not. */
function rowsFor(form: Form, tidy: boolean): fc.Arbitrary<string[][]> {
  const often = (value: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') });
  const number = fc.oneof(fc.nat(12), fc.nat(60), fc.constant(0)).map(String);
  const row = fc.tuple(
    ...form.columns.map((column): fc.Arbitrary<string> => {
      switch (column.kind) {
        case 'text':
          return often(fc.constantFrom('A', 'Two words', '=1+1', '12'));
        case 'date':
          return often(fc.constantFrom('2026-01-05', '2026-02-28', '1999-12-31'));
        case 'money':
          return often(fc.constantFrom('0', '12.5', '1000'));
        case 'choice':
        case 'yes-no':
          return often(fc.constantFrom(...optionsOf(column)));
        case 'count':
          return often(
            fc.oneof(
              { weight: 14, arbitrary: column.fractions ? fc.oneof(number, fc.constant('1.5')) : number },
              ...(column.marks ? [{ weight: 2, arbitrary: fc.constantFrom('hidden', 'not known') }] : []),
              ...(tidy ? [] : [{ weight: 1, arbitrary: fc.constantFrom('25ish', 'not known') }]),
            ),
          );
      }
    }),
  );
  const given =
    form.given.length > 0
      ? fc.tuple(...form.given.map(({ label }) => row.map(([, ...cells]) => [label, ...cells])))
      : fc.constant([]);
  return fc
    .tuple(given, fc.array(row, { minLength: 1, maxLength: 14 }))
    .map(([named, more]) => [...named, ...(form.given.length > 0 ? more.slice(0, form.rows) : more)]);
}

describe('every workbook', () => {
  it('exists for each form and roster, and one for the toolkit that has several forms', () => {
    const files = jobsOf(real).map(({ file }) => file);
    const examples = Object.keys(real['example-county']).filter((id) => id.startsWith('forms/'));
    expect(files.filter((file) => !file.includes('example-county'))).toHaveLength(
      Object.keys(real.forms).length + Object.keys(real.rosters).length + 1,
    );
    // Example County: one workbook for the year, and one for each form.
    expect(files.filter((file) => file.includes('example-county'))).toHaveLength(examples.length + 1);
    expect(files[0]).toBe('csec-toolkit-08-data-collection.xlsx');
    expect(jobsOf(real)[0]!.input.sheets.map(({ form }) => form.id)).toEqual([
      'logic-model',
      'attendance-log',
      'training-log',
      'length-of-representation',
      'interconnectedness',
      'interconnectedness-matrix',
      'agency-totals',
      'annual-summary',
    ]);
    expect(jobsOf(sink).map(({ file }) => file)).toEqual([
      'csec-toolkit-05-sample.xlsx',
      'csec-form-log.xlsx',
      'csec-form-matrix.xlsx',
      'csec-form-measures.xlsx',
      'csec-roster-table.xlsx',
    ]);
  });

  it('comes out the same twice, without a result of a formula, and asks the reader to compute', async () => {
    for (const { file, input } of jobs.filter((_, at) => isNightly || at % 3 === 0)) {
      const bytes = await writeXlsx(input);
      expect(Buffer.compare(bytes, await writeXlsx(structuredClone(input))), file).toBe(0);
      const parts = partsOf(bytes);
      expect(parts['xl/workbook.xml'], file).toContain('fullCalcOnLoad="1"');
      for (const [path, xml] of Object.entries(parts)) {
        // After a formula comes no value.
        if (path.startsWith('xl/worksheets/')) expect(xml.match(/<\/f><v>|<f\/><v>/g), `${file} ${path}`).toBeNull();
        expect(xml, `${file} ${path}`).not.toMatch(/20\d\d-\d\d-\d\dT(?!00:00:00Z)/);
      }
    }
  });

  it('has a title, a language, flagged heads, frozen and printed on every page, and page numbers', async () => {
    for (const { file, input } of jobs) {
      const parts = partsOf(await writeXlsx(input));
      expect(parts['docProps/core.xml'], file).toMatch(/<dc:creator>.+<dc:title>.+<dc:language>en-US</);
      placesOf(input).forEach((place, index) => {
        const name = place.sheet.replace('&', '&amp;');
        const form = input.sheets[index]!.form;
        const sheet = parts[`xl/worksheets/sheet${index + 2}.xml`]!;
        const table = Object.values(parts).find((xml) =>
          xml.includes(`displayName="form_${form.id.replaceAll('-', '_')}"`),
        )!;
        const range = `A${place.head}:${columnLetter(form.columns.length - 1)}${place.head + place.prepared}`;
        expect(table, file).toContain('headerRowCount="1"');
        expect(table.match(/<tableColumn /g), file).toHaveLength(form.columns.length);
        expect(
          [...table.matchAll(/ ref="([^"]*)"/g)].map(([, ref]) => ref),
          file,
        ).toEqual([range, range]);
        expect(sheet, file).toMatch(new RegExp(`<pane (xSplit="1" )?ySplit="${place.head}" .*state="frozen"`));
        // A log is as long as it is; a sheet of given rows may be made to fit.
        const down = form.given.length > 0 && form.rows <= 3 ? '\\d' : '0';
        expect(sheet, file).toMatch(new RegExp(`<pageSetup [^>]*paperSize="1"[^>]*fitToHeight="${down}"`));
        expect(sheet, file).toContain('Page &amp;P of &amp;N');
        expect(parts['xl/workbook.xml'], file).toContain(
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">&apos;${name}&apos;!$${place.head}:$${place.head}<`,
        );
        expect(parts['xl/workbook.xml'], file).toContain(
          `<definedName name="_xlnm.Print_Area" localSheetId="${index + 1}">&apos;${name}&apos;!$A:$${columnLetter(form.columns.length - 1)}<`,
        );
      });
    }
  });

  it('says how to use it, what each column means and where that comes from', async () => {
    const namesIn = (parts: Record<string, string>) =>
      [...parts['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    const toolkit = partsOf(await writeXlsx(jobsOf(real)[0]!.input));
    expect(namesIn(toolkit)).toEqual([
      'Instructions',
      'Logic model worksheet',
      'Meeting attendance log',
      'Training and attendance log',
      'Length of representation',
      'How well are we connected',
      'Interconnectedness matrix',
      'Agency totals',
      'Annual summary',
      'Exact numbers',
      'Summary',
      'Data dictionary',
      'Definitions',
    ]);
    for (const words of [
      'First write down who counts as a member.',
      '• Members: Members present, in the room and online together. A whole number.',
      'Newest version: https://toolkits.example/toolkits/data-collection/',
      'the data dictionary (https://toolkits.example/handouts/data-dictionary/). (Editors’ suggestion)',
      '[1] More Uniform Data Collection; ',
      'https://lawfilesext.leg.wa.gov/',
      '• Three different marks. Write “0” for none, “hidden” for too few to show, and “not known” for not counted.',
      'Total, average, lowest and highest. Small numbers are hidden.',
    ])
      expect(toolkit['xl/sharedStrings.xml']).toContain(words);
    // Where nobody is counted, nothing is hidden: the exact numbers are the summary.
    expect(namesIn(partsOf(await writeXlsx(workbookOf('matrix'))))).toEqual([
      'Instructions',
      'Matrix',
      'Summary',
      'Data dictionary',
    ]);
  });

  it('checks what is typed, and offers the choices', async () => {
    const parts = partsOf(await writeXlsx(workbookOf('measures')));
    const rules = parts['xl/worksheets/sheet2.xml']!;
    expect(rules).toContain('<dataValidation type="custom"');
    expect(rules).toContain('LOWER(TRIM(B6))=&quot;not known&quot;');
    expect(rules).toMatch(/<dataValidation type="decimal" operator="greaterThanOrEqual"[^>]*sqref="F6:F1010"/);
    expect(rules).toMatch(/<dataValidation type="date"[^>]*sqref="G6:G1010"/);
    const log = partsOf(await writeXlsx(workbookOf('log')))['xl/worksheets/sheet2.xml']!;
    expect(log).toMatch(
      /<dataValidation type="whole" operator="greaterThanOrEqual"[^>]*error="A whole number, 0 or more\."[^>]*sqref="B6:B1009"><formula1>0</,
    );
    expect(log).toMatch(/<dataValidation type="list"[^>]*sqref="C6:C1009"><formula1>&quot;Here,There&quot;</);
  });
});

describe.runIf(officePath && hasReaders)('in LibreOffice', () => {
  /** What LibreOffice computes in the files of all tests: it is started once, which takes longer than a file. */
  const toCompute: (() => Promise<Record<string, Uint8Array>>)[] = [];
  let cells: Record<string, string[][]>;
  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const write of toCompute) Object.assign(files, await write());
    cells = sheetsIn(files);
  }, 300_000);

  describe('a year of attendance', () => {
    const workbook = workbookOf('attendance-log', real);
    const { form } = workbook.sheets[0]!;
    const year = Array.from({ length: 12 }, (_, month) => [
      `2026-${String(month + 1).padStart(2, '0')}-12`,
      'Full task force',
      String(18 + ((month * 5) % 9)),
      String(month % 4),
      String(11 + (month % 3)),
      'Minutes',
    ]);
    const rows = [
      ...year,
      ...['03', '06', '09'].map((month) => [`2026-${month}-20`, 'Subcommittee', '6', '0', '5', 'Minutes']),
    ];
    toCompute.push(async () => ({ 'year.xlsx': await writeXlsx(filled(workbook, rows, { year: '2026' })) }));

    it('is added up as the page does', () => {
      const exact = totalsOf(form, rows).map(({ line, amounts }) => [
        line.label,
        ...amounts.map((amount) => String(amount ?? '')),
      ]);
      expect(
        blockOf(cells['year-Exact numbers']!, workbook).map(({ label, cells: rest }) => [
          label,
          ...rest.slice(0, exact[0]!.length - 1),
        ]),
      ).toEqual(exact);
      // By hand: 12 meetings of 18 to 26 members, 3 of 6.
      expect(exact.find(([label]) => label === 'Members: total')).toEqual([
        'Members: total',
        '258',
        '18',
        '',
        '',
        '276',
      ]);
      const onForm = cells['year-Meeting attendance log']!;
      expect(onForm.find(([label]) => label === 'Total')!.slice(2, 4)).toEqual(['276', '18']);
      expect(onForm.find(([label]) => label === 'Average')!.slice(2, 5)).toEqual(['18.4', '1.2', '10.6']);
    });
  });

  describe('every form, whatever is filled in', () => {
    // By day every kind of column and of sum, which the sink has, and the longest of the real ones.
    const all = [
      ...Object.values(sink.forms).map((form) => workbookOf(form.id)),
      ...Object.values(real.forms)
        .filter(({ id }) => isNightly || id === 'annual-summary')
        .map((form) => workbookOf(form.id, real)),
    ];
    const cases = all.flatMap((workbook, at) =>
      [true, false].flatMap((tidy) =>
        fc
          .sample(rowsFor(workbook.sheets[0]!.form, tidy), {
            numRuns: isNightly ? (tidy ? 4 : 2) : 1,
            seed: 100 + at,
          })
          .map((rows, n) => ({
            name: `${workbook.sheets[0]!.form.id}_${tidy}_${n}`,
            rows,
            workbook: filled(workbook, rows),
          })),
      ),
    );
    toCompute.push(async () => {
      const files: Record<string, Uint8Array> = {};
      for (const { name, workbook } of cases) files[`${name}.xlsx`] = await writeXlsx(workbook);
      return files;
    });

    it('hides what the model hides', () => {
      let hidden = 0;
      for (const { name, rows, workbook } of cases) {
        const wanted = expected(workbook.sheets[0]!.form, rows);
        expect(alike(blockOf(cells[`${name}-Summary`]!, workbook), wanted), `${name}: ${JSON.stringify(rows)}`).toEqual(
          wanted,
        );
        hidden += wanted.flatMap((line) => line.cells).filter((cell) => cell === 'hidden').length;
      }
      expect(hidden).toBeGreaterThan(50);
    });
  });

  describe('a small number of one row', () => {
    const workbook = workbookOf('log');
    const { form } = workbook.sheets[0]!;
    const logs = [
      [37, 3, 0],
      [0, 10, 10, 9, 10],
      [37, 0],
      [37, 15, 0],
      [10, 0],
    ].map((people) => people.map((n) => ['2026-03-01', String(n), 'Here']));
    toCompute.push(async () => {
      const files: Record<string, Uint8Array> = {};
      for (const [n, rows] of logs.entries()) files[`log${n}.xlsx`] = await writeXlsx(filled(workbook, rows));
      return files;
    });

    it('is hidden with the lowest and highest that leave it', () => {
      logs.forEach((rows, n) => {
        const wanted = expected(form, rows);
        expect(wanted.some(({ label, cells: [here] }) => label === 'People: lowest' && here === 'hidden')).toBe(n < 2);
        expect(alike(blockOf(cells[`log${n}-Summary`]!, workbook), wanted)).toEqual(wanted);
      });
    });
  });

  describe('a list', () => {
    const workbook = workbookOf('measures');
    const place = placesOf(workbook)[0]!;
    toCompute.push(async () => {
      const bytes = await writeXlsx(filled(workbook, [['Meetings', '3', '', '', '', '', '']]));
      const entries = unzipSync(bytes);
      const path = 'xl/worksheets/sheet2.xml';
      const sheet = strFromU8(entries[path]!);
      const added = [place.lines, place.lines + 1].map((n) => place.first + n);
      expect(added.some((row) => sheet.includes(`<row r="${row}"`))).toBe(false);
      const rows = added
        .map((row) => `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>More</t></is></c></row>`)
        .join('');
      const more = zipSync({ ...entries, [path]: strToU8(sheet.replace('</sheetData>', `${rows}</sheetData>`)) });
      return { 'as-made.xlsx': bytes, 'more.xlsx': more };
    });

    it('says how many rows it has no room for', () => {
      const below = (name: string) => cells[name]![place.block + 1 + place.lines]![0];
      for (const name of ['Exact numbers', 'Summary']) {
        expect(below(`as-made-${name}`)).toBe('');
        expect(below(`more-${name}`)).toBe(
          `2 more filled in on “${place.sheet}” and not shown here: this list holds ${place.lines} rows.`,
        );
      }
    });
  });

  describe('the smallest number shown', () => {
    const workbook = workbookOf('agency-totals', real);
    const { form } = workbook.sheets[0]!;
    const rows = form.given.map(({ label }, index) => [
      label,
      ['0', '3', '7', '12', 'not known'][index] ?? '',
      'People',
      '',
    ]);
    toCompute.push(async () => ({
      'three.xlsx': await writeXlsx(filled(workbook, rows, { smallest: '5' })),
      'ten.xlsx': await writeXlsx(filled(workbook, rows)),
    }));

    it('follows another limit, and treats an empty one as 10', () => {
      expect(blockOf(cells['three-Summary']!, workbook).map((line) => line.cells[0])).toEqual([
        '0',
        'hidden',
        '7',
        '12',
        'not known',
        '',
      ]);
      expect(blockOf(cells['ten-Summary']!, workbook).map((line) => line.cells[0])).toEqual([
        '0',
        'hidden',
        'hidden',
        '12',
        'not known',
        '',
      ]);
    });
  });

  itAtNight(
    'is read back equal after LibreOffice has saved it',
    async () => {
      const rows = [
        ['2026-03-01', '12', 'Here'],
        ['2026-04-01', '0', 'There'],
        ['', '7', ''],
      ];
      const listed = [
        ['Meetings', '4', '5', '', '', '12.5', '2026-01-02'],
        ['Visits', 'hidden', '12', '', '', '', ''],
        ['Charges (year only)', '', '', '', '14', '', ''],
        ['  Own = row', '', 'not known', '', '', '', ''],
      ];
      const folder = converted(
        {
          'log.xlsx': await writeXlsx(filled(workbookOf('log'), rows, { year: '2026' })),
          'measures.xlsx': await writeXlsx(
            filled(workbookOf('measures'), listed, { agency: '=Agency', limit: '5', sent: '2026-02-03' }),
          ),
        },
        'xlsx',
      );
      expect(await readXlsx(readFileSync(join(folder, 'log.xlsx')), sink.forms['log']!)).toMatchObject({
        rows,
        fields: { year: '2026' },
        unread: [],
      });
      expect(await readXlsx(readFileSync(join(folder, 'measures.xlsx')), sink.forms['measures']!)).toMatchObject({
        rows: listed,
        unread: [],
        fields: { agency: '=Agency', limit: '5', sent: '2026-02-03' },
      });
    },
    180_000,
  );

  itAtNight(
    'prints every workbook, blank rows and all',
    async () => {
      const files = Object.fromEntries(
        await Promise.all(jobs.map(async ({ file, input }) => [file, await writeXlsx(input)] as const)),
      );
      const folder = converted(files, 'pdf');
      for (const { file, input } of jobs) {
        const info = execFileSync('pdfinfo', [join(folder, file.replace('.xlsx', '.pdf'))], { encoding: 'utf8' });
        expect(Number(/Pages:\s+(\d+)/.exec(info)![1]), file).toBeGreaterThanOrEqual(input.sheets.length + 3);
        expect(info, file).toContain('letter');
      }
      const text = pagesOf(readFileSync(join(folder, 'csec-form-attendance-log.pdf'))).join('\n');
      expect(text).toContain(`Reviewed ${longDate(real.forms['attendance-log']!.reviewed)}`);
      expect(text).toMatch(/Page 2 of \d/);
      expect(text).not.toMatch(/#NAME|#VALUE|#REF|Err:5/);
    },
    300_000,
  );
});

describe('typed text', () => {
  it('comes back equal from every kind of field, and is text', async () => {
    const workbook = workbookOf('measures');
    const form = sink.forms['measures']!;
    // Rows of spaces are no rows.
    const strings = (naughty as string[]).filter((text) => withoutControls(text).trim() !== '');
    const rows = strings.map((text) => [text, '', '', '', '', '', text]);
    const bytes = await writeXlsx(filled(workbook, rows, { agency: strings[0]! }));
    // What is no date stays in its cell, without the spaces around it.
    const kept = rows.map((cells) =>
      cells.map((text, at) => (form.columns[at]!.kind === 'date' ? readBack(text).trim() : readBack(text))),
    );
    expect(await readXlsx(bytes, form)).toMatchObject({ rows: kept });
    for (const text of strings.filter((_, index) => index % 25 === 0)) {
      expect(
        await readXlsx(await writeXlsx(filled(workbook, rows.slice(0, 1), { agency: text, sent: text })), form),
      ).toMatchObject({ fields: { agency: readBack(text), sent: readBack(text) } });
    }
    // Formulas stand only where the form has them.
    const sheet = partsOf(bytes)['xl/worksheets/sheet2.xml']!;
    expect([...sheet.matchAll(/<c r="([A-Z]+)\d+"[^>]*><f>/g)].every(([, column]) => column === 'E')).toBe(true);
  }, 120_000);

  it('comes back equal whatever its characters, also those that XML forbids', async () => {
    const form = sink.forms['measures']!;
    const rows = fc
      .sample(fc.string({ unit: 'binary', minLength: 1 }), { numRuns: isNightly ? 300 : 80, seed: 8 })
      .map((text) => [`a${text}_x0041_`, '', '', '', '', '', '']);
    const broken = ['\uD800', 'a\uDC00b', '\u0000', 'a\r\nb\rc', '_x005F_', '\uFFFE', ' edge ', '\t=1'].map((text) => [
      text,
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(await readXlsx(await writeXlsx(filled(workbookOf('measures'), [...rows, ...broken])), form)).toMatchObject({
      rows: [...rows, ...broken].map((cells) => cells.map(readBack)).filter((cells) => cells.some(Boolean)),
    });
  });

  it('that a cell cannot hold is refused with its place, not cut', async () => {
    const long = 'x'.repeat(32_768);
    await expect(
      writeXlsx(
        filled(workbookOf('measures'), [
          ['A', '', '', '', '', '', ''],
          [long, '', '', '', '', '', ''],
        ]),
      ),
    ).rejects.toThrow(
      'content/forms/measures.yaml, form “Measures: a year, in quarters & halves”: Row 2, “Measure”, holds ' +
        '32,768 characters, and a cell of Excel at most 32,767. Shorten it.',
    );
    expect(cellText('x'.repeat(32_767), 'A')).toHaveLength(32_767);
  });

  it('in names of sheets is made safe', () => {
    expect(sheetName('Measures: a year, in quarters & halves')).toBe('Measures a year, in quarters &');
    expect(sheetName("A 'quoted' [name]/*?")).toBe('A quoted name');
    expect(sheetName('Summary', ['Instructions', 'summary'])).toBe('Summary 2');
    expect(sheetName('::')).toBe('Form');
  });
});

describe('reading', () => {
  const form = sink.forms['log']!;
  const rows = [['2026-03-01', '12', 'Here']];
  const good = () => writeXlsx(filled(workbookOf('log'), rows, { year: '2026' }));
  const changed = (bytes: Uint8Array, path: string, edit: (xml: string) => string) => {
    const entries = unzipSync(bytes);
    return zipSync({ ...entries, [path]: strToU8(edit(strFromU8(entries[path]!))) });
  };

  it('finds the form in a workbook of several, under another name, and with columns moved', async () => {
    const toolkit = jobsOf(sink)[0]!.input;
    const one = await writeXlsx({
      ...toolkit,
      sheets: toolkit.sheets.map((sheet) => (sheet.form.id === 'log' ? { ...sheet, rows } : sheet)),
    });
    expect(await readXlsx(one, form)).toMatchObject({ rows });
    expect(
      await readXlsx(
        changed(await good(), 'xl/workbook.xml', (xml) => xml.replace('name="Log"', 'name="Our log"')),
        form,
      ),
    ).toMatchObject({ rows });
  });

  it('names what is missing', async () => {
    expect(await readXlsx(await good(), sink.forms['matrix']!)).toEqual({
      problems: [
        'Of the heads of this form, the file lacks “No.”, “Answers”, “Known”, “Hours”, “Paid” and “In?”. ' +
          'Choose the file of the form “Matrix”.',
      ],
    });
    const renamed = changed(await good(), 'xl/sharedStrings.xml', (xml) =>
      xml.replaceAll('<t>Place</t>', '<t>Where</t>'),
    );
    expect(await readXlsx(renamed, form)).toMatchObject({
      missing: [{ id: 'place', label: 'Place' }],
      changes: expect.arrayContaining(['The file has no column “Place”: that column stays empty.']),
    });
  });

  it('takes the last result of a formula that somebody wrote, and asks where there is none', async () => {
    const set = async (cell: string) =>
      readXlsx(
        changed(await good(), 'xl/worksheets/sheet2.xml', (xml) =>
          xml.replace(/<c r="B6"( s="\d+")?><v>12<\/v><\/c>/, cell),
        ),
        form,
      );
    expect(await set('<c r="B6"><f>10+4</f><v>14</v></c>')).toMatchObject({ rows: [['2026-03-01', '14', 'Here']] });
    expect(await set('<c r="B6"><f>10+4</f></c>')).toEqual({
      problems: ['Cell B6 on “Log” holds a formula without a result. Write the value in its place.'],
    });
    expect(await set('<c r="B6" t="e"><v>#REF!</v></c>')).toEqual({
      problems: ['Cell B6 on “Log” holds an error. Correct it and save the file again.'],
    });
  });

  it('refuses what is no workbook, or no safe one, in plain words', async () => {
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': new Uint8Array(41_000_000) });
    const faults = await Promise.all(
      [
        new Uint8Array(),
        strToU8('year,people\n2026,12'),
        zipSync({ 'word/document.xml': strToU8('<a/>') }),
        bomb,
        new Uint8Array(largestFile + 1),
        changed(await good(), 'xl/workbook.xml', (xml) =>
          xml.replace('<workbook', '<!DOCTYPE a [<!ENTITY b "c">]><workbook'),
        ),
        changed(await good(), 'xl/worksheets/sheet2.xml', (xml) => xml.replace('<row r="6"', "<row r='4000000000'")),
        changed(await good(), 'xl/workbook.xml', () => '<workbook'),
      ].map((bytes) => readXlsx(bytes, form)),
    );
    expect(faults.map((fault) => ('problems' in fault ? fault.problems.join() : fault))).toEqual([
      'This is not an Excel file (.xlsx). Save it as “Excel workbook” and try again.',
      'This is not an Excel file (.xlsx). Save it as “Excel workbook” and try again.',
      'This is not an Excel file (.xlsx). Save it as “Excel workbook” and try again.',
      'The file is far larger than a filled form. Nothing was read.',
      'The file is far larger than a filled form. Nothing was read.',
      'The file holds instructions that no Excel file needs. Nothing was read.',
      'The file has rows beyond row 100,000. Nothing was read.',
      'The file has no sheet. Choose the workbook of this form.',
    ]);
  });

  it('is not held up by areas and names that cover whole sheets', async () => {
    const whole = 'A1:XFD1048576';
    const poisoned = changed(
      changed(await good(), 'xl/worksheets/sheet2.xml', (xml) =>
        xml.replace(
          '</sheetData>',
          `</sheetData><mergeCells count="1"><mergeCell ref="${whole}"/></mergeCells><dataValidations count="1">` +
            `<dataValidation type="list" sqref="${whole}"><formula1>1</formula1></dataValidation></dataValidations>`,
        ),
      ),
      'xl/workbook.xml',
      (xml) =>
        xml.replace('</definedNames>', `<definedName name="all">Log!$A$1:$XFD$1048576</definedName></definedNames>`),
    );
    const start = performance.now();
    expect(await readXlsx(poisoned, form)).toMatchObject({ rows });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('never throws and never hangs, whatever bytes it is given', async () => {
    const bytes = await good();
    const entries = unzipSync(bytes);
    const paths = Object.keys(entries);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (path, edits) => {
          const part = entries[path]!.slice();
          for (const [at, byte] of edits) part[at % part.length] = byte;
          const result = await readXlsx(zipSync({ ...entries, [path]: part }), form);
          expect('problems' in result ? result.problems.length : Array.isArray(result.rows)).toBeTruthy();
        },
      ),
      { numRuns: isNightly ? 150 : 40, seed: 8 },
    );
  }, 120_000);
});

it('is made from the form of a page without the rest of the site', async () => {
  const { entry, notes } = { entry: sink.forms['log']!, notes: [] };
  expect((await writeXlsx(formWorkbook({ entry, notes, toolkit: 5, address: '/forms/log/' }))).length).toBeGreaterThan(
    5000,
  );
});
