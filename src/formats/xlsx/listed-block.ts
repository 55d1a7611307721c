/** The block of a form that lists its rows: each row as filled in, row by row, never added down. */
import { isProtected } from '../../tools/forms.ts';
import { beyondFormula, companionFormula, hasName, hiddenFormula, nthFormula, shownFormula } from './formulas.ts';
import { alignmentOf, borders, dateFormat, heightOf, letters, moneyFormat, placeFormat } from './looks.ts';
import { rangeOf, sheets, type NumberSheets, type Placed } from './place.ts';
import { columnLetter } from './text.ts';

export function addListed({ exact, summary, companion }: NumberSheets, [{ form }, place]: Placed): void {
  const both = summary ? [exact, summary] : [exact];
  const indexOf = (id: string) => form.columns.findIndex((column) => column.id === id);
  const of = form.across?.of.map(indexOf) ?? [];
  const group = form.across ? [...of, indexOf(form.across.into)] : [];
  for (let n = 1; n <= place.lines; n++) {
    const row = place.block + 1 + n;
    const given = form.given[n - 1];
    // A row whose numbers may be shown is known by its name: when somebody sorts the rows, it is hidden rather than shown by mistake.
    for (const sheet of both) sheet.getRow(row).height = heightOf([given?.label ?? ''], [40], 18);
    const unless =
      given?.counts === 'things' ? `NOT(${hasName(`'${sheets.exact}'!$A${row}`, given.label)})` : undefined;
    form.columns.forEach((column, index) => {
      const at = `${columnLetter(index)}${row}`;
      const source = `'${sheets.exact}'!${at}`;
      const number = column.kind === 'count' || column.kind === 'money';
      const cells = both.map((sheet) => sheet.getCell(at));
      const border = n <= place.prepared ? { border: borders } : {};
      cells.forEach(
        (cell) =>
          (cell.style = {
            ...border,
            ...(index === 0 ? { font: letters({ bold: true }) } : {}),
            numFmt: column.kind === 'date' ? dateFormat : column.kind === 'money' ? moneyFormat : 'General',
            alignment: alignmentOf(column.kind),
          }),
      );
      cells[0]!.value = { formula: nthFormula(rangeOf(place, index), n) };
      const second = group.includes(index)
        ? { cell: `'${sheets.exact}'!$${companion}${row}`, place: group.indexOf(index) + 1 }
        : undefined;
      if (cells[1])
        cells[1].value = {
          formula: !number
            ? `IF(${source}="","",${source})`
            : isProtected(form, column)
              ? hiddenFormula(source, second, unless)
              : shownFormula(source),
        };
    });
    if (form.across && summary) {
      const [first, last, total] = [of[0]!, of.at(-1)!, group.at(-1)!].map((index) => `${columnLetter(index)}${row}`);
      const second = exact.getCell(`${companion}${row}`);
      second.value = { formula: companionFormula(`${first}:${last}`, total!, of.length) };
      second.style = { numFmt: placeFormat };
    }
  }
  for (const sheet of both)
    sheet.getCell(place.block + 2 + place.lines, 1).value = { formula: beyondFormula(place, form.columns.length) };
}
