/** The sheets of words: how to use the workbook and its forms, what each column means, and the definitions of a shared dictionary. */
import type { Workbook as Book, Worksheet } from '@protobi/exceljs';
import { longDate } from '../../tools/dates.ts';
import type { Column } from '../../tools/forms.ts';
import type { Line } from '../../documents/lines.ts';
import { defaultLimit } from '../../tools/suppression.ts';
import { addSheet, borders, fitPages, headStyle, heightOf, letters, titleFont, wrapped } from './looks.ts';
import { hidesNumbers, sheets, type Place } from './place.ts';
import { allowed, explained, inSummary } from './rules.ts';
import type { FormSheet, Workbook } from '../../documents/workbook.ts';

const kinds: Record<Column['kind'], string> = {
  text: 'Words',
  count: 'Number',
  date: 'Date',
  choice: 'Choice',
  'yes-no': 'Yes or no',
  money: 'Money',
};
const text = (words: string): Line => ({ kind: 'text', text: words });
const heading = (words: string): Line => ({ kind: 'heading', text: words });
const item = (words: string): Line => ({ kind: 'item', text: words });

export function addInstructions(book: Book, workbook: Workbook, places: readonly Place[]): void {
  const { title, promise, reviewed, url, sheets: forms } = workbook;
  const names = places.map(({ sheet }) => `“${sheet}”`);
  const lines: Line[] = [
    { kind: 'title', text: title },
    text(promise),
    text(`Reviewed ${longDate(reviewed)}.${url ? ` Newest version: ${url}` : ''}`),
    heading('How this workbook works'),
    item(`• Fill in ${names.join(', ')}. Choose from the lists; write numbers as numbers.`),
    item('• More rows? Type on below the last one. They are counted, too.'),
    ...(hidesNumbers(workbook) ? hiding : [item(`• “${sheets.summary}” adds everything up.`)]),
    item(
      `• ${hidesNumbers(workbook) ? `“${sheets.exact}” and “${sheets.summary}” are` : `“${sheets.summary}” is`} locked, ` +
        'so that nobody writes over a formula by mistake. There is no password: Review, Unprotect Sheet.',
    ),
    item('• Print the sheets of the forms blank to fill them in by hand.'),
    ...forms.flatMap((form) => aboutForm(form, forms.length > 1)),
  ];
  addLines(addSheet(book, workbook, sheets.instructions, [96]), workbook, lines);
}

const hiding: Line[] = [
  item(`• “${sheets.exact}” adds everything up. It is for you: small numbers stay in it.`),
  item(
    `• “${sheets.summary}” hides small numbers of people and of charges: those above zero and below the ` +
      `limit in its cell B3, which is ${defaultLimit} until you change it. Pass on only that sheet, printed or ` +
      'as a PDF. This file holds the exact numbers, so keep it.',
  ),
];

function aboutForm({ form, guidance, intro, notes, sources }: FormSheet, several: boolean): Line[] {
  const columns = form.columns.flatMap((column) => {
    const words = explained(column, guidance[column.id]);
    return words ? [item(`• ${column.label}: ${words}`)] : [];
  });
  return [
    ...(several ? [{ kind: 'title' as const, text: form.title }] : []),
    ...intro,
    ...(columns.length > 0 ? [heading('What goes into each column'), ...columns] : []),
    ...(notes.length > 0 ? [heading('Notes'), ...notes] : []),
    ...(sources.length > 0 ? [heading('Sources'), ...sources] : []),
  ];
}

export function addDictionary(book: Book, workbook: Workbook): void {
  const heads = ['Form', 'Column', 'Kind', 'What may stand in it', 'What to write', 'In the summary'];
  const widths = [22, 20, 10, 28, 42, 26];
  const sheet = addSheet(book, workbook, sheets.dictionary, widths, '1:1');
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  const rows = workbook.sheets.flatMap(({ form, guidance }) =>
    form.columns.map((column) => [
      form.title,
      column.label,
      kinds[column.kind],
      allowed(column),
      guidance[column.id] ?? '',
      inSummary(form, column),
    ]),
  );
  sheet.addTable({
    name: 'data_dictionary',
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: heads.map((name) => ({ name, filterButton: true })),
    rows,
  });
  rows.forEach((row, index) => (sheet.getRow(index + 2).height = heightOf(row, widths)));
  heads.forEach((_, column) => {
    sheet.getCell(1, column + 1).style = headStyle(workbook.hue);
    rows.forEach(
      (_, row) =>
        (sheet.getCell(row + 2, column + 1).style = {
          border: borders,
          alignment: wrapped,
          ...(column === 1 ? { font: letters({ bold: true }) } : {}),
        }),
    );
  });
}

export function addDefinitions(book: Book, workbook: Workbook): void {
  if (workbook.definitions.length > 0)
    addLines(addSheet(book, workbook, sheets.definitions, [96]), workbook, workbook.definitions);
}

function addLines(sheet: Worksheet, { hue }: Workbook, lines: readonly Line[]): void {
  const width = 96;
  sheet.getColumn(1).width = width;
  lines.forEach((line, index) => {
    const size = line.kind === 'title' ? 16 : line.kind === 'heading' ? 12 : 10;
    sheet.getRow(index + 1).height = heightOf([line.text], [width - (line.kind === 'item' ? 2 : 0)], size * 1.5, size);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = line.text;
    cell.style = {
      ...(size > 10 ? titleFont(hue, size) : {}),
      alignment: {
        vertical: size > 10 ? 'bottom' : 'top',
        horizontal: 'left',
        wrapText: true,
        ...(line.kind === 'item' ? { indent: 1 } : {}),
      },
    };
  });
  fitPages(sheet);
}
