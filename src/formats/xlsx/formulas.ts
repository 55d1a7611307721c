/**
 * Formulas of a workbook. They compute what `tools/forms.ts`, `tools/summary.ts` and `tools/suppression.ts` compute, so that the
 * numbers stay right when somebody changes a row in Excel, LibreOffice or Gnumeric. Gnumeric takes one cell of a range where a
 * function of words (TRIM, LEN, ISTEXT) stands around it, so ranges are asked by COUNTIF and by comparisons only.
 */
import { byColumn, optionsOf, type Column, type Form, type Line } from '../../tools/forms.ts';
import { defaultLimit } from '../../tools/suppression.ts';
import { partsOf, rangeOf, sheets, type Place } from './place.ts';
import { columnLetter } from './text.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A condition that asks for exactly this text: signs that stand for others are taken literally. */
const exactly = (text: string) => quoted(`=${text.replace(/[~*?]/g, '~$&')}`);
/** With the spaces that somebody may have typed around it. */
const isWord = (range: string, word: string) =>
  `${[word, `${word} `, ` ${word}`, ` ${word} `].map((as) => `COUNTIF(${range},${quoted(as)})`).join('+')}>0`;
/** LibreOffice counts numbers, too, where COUNTIF asks for "?*". */
const words = (range: string) => `(SUMPRODUCT(--(${range}<>""))-COUNT(${range}))`;
const written = (range: string) => `SUMPRODUCT((${range}<>"")*(${range}<>" "))`;
/** How many rows have something in one of these columns. */
const rowsWritten = (ranges: readonly string[]) =>
  `SUMPRODUCT(--(${ranges.map((range) => `(${range}<>"")*(${range}<>" ")`).join('+')}>0))`;

/** The cell in which somebody sets the smallest number shown. */
export const limitCell = { row: 3, column: 1, address: `${sheets.summary}!$B$3` };
const limit = `IF(N(${limitCell.address})<1,${defaultLimit},${limitCell.address})`;

/** “hidden”, “not known” or “unclear” when one of the cells is so, else what `otherwise` says. */
function unlessMarked(range: string, otherwise: string): string {
  const unclear = `IF(${written(range)}>COUNTIF(${range},">=0"),"unclear",${otherwise})`;
  return `IF(${isWord(range, 'hidden')},"hidden",IF(${isWord(range, 'not known')},"not known",${unclear}))`;
}

/** The sum of the cells of one row, empty as long as all of them are. */
export function acrossFormula(range: string): string {
  return unlessMarked(range, `IF(COUNT(${range})=0,"",SUM(${range}))`);
}

/** A formula of the exact numbers; an array formula where a condition picks single rows. */
export interface Formula {
  formula: string;
  array?: boolean;
}

/**
 * One cell of the exact totals, or undefined where none belongs.
 * @param part the place of the part in `partsOf`; their number stands for all rows
 * @param row the row in which the cell stands @param rowOf the row of another line of the same form
 */
export function totalFormula(
  form: Form,
  place: Place,
  line: Line,
  part: number,
  row: number,
  rowOf: (kind: Line['kind'], column: Column) => number,
): Formula | undefined {
  const parts = partsOf(form);
  const by = byColumn(form);
  const at = (column: Column) =>
    rangeOf(
      place,
      form.columns.findIndex(({ id }) => id === column.id),
    );
  const all = part === parts.length;
  const option = parts[part];
  const rest = (whole: string) => ({ formula: `${whole}-SUM(${columnLetter(1)}${row}:${columnLetter(part)}${row})` });
  const whole = `${columnLetter(parts.length + 1)}${row}`;
  if (line.kind === 'rows') {
    const written = form.columns.filter((_column, index) => index > 0 || form.given.length === 0).map(at);
    if (all) return { formula: rowsWritten(written) };
    return option === undefined ? rest(whole) : { formula: `COUNTIFS(${at(by!)},${exactly(option)})` };
  }
  if (line.kind === 'tally') {
    if (all) return { formula: `COUNTIF(${at(line.column)},${exactly(line.option)})` };
    return option === undefined
      ? rest(whole)
      : { formula: `COUNTIFS(${at(by!)},${exactly(option)},${at(line.column)},${exactly(line.option)})` };
  }
  if (line.kind === 'share') {
    const [share, base] = [
      `${columnLetter(part + 1)}${rowOf('sum', line.column)}`,
      `${columnLetter(part + 1)}${rowOf('sum', line.base)}`,
    ];
    return {
      formula:
        `IF(AND(ISNUMBER(${share}),N(${base})>0),` +
        `${share}&" of "&${base}&" ("&ROUND(100*N(${share})/MAX(1,N(${base})),0)&"%)",` +
        `IF(ISTEXT(${share}),${share}&"",IF(ISTEXT(${base}),${base}&"","")))`,
    };
  }
  const range = at(line.column);
  // One term for each choice: not every program goes through a list of conditions.
  const ofEach = (sum: (condition: string) => string) =>
    by
      ? optionsOf(by)
          .map((each) => sum(`${at(by)},${exactly(each)}`))
          .join('-')
      : '0';
  const [count, sum] = all
    ? [`COUNTIF(${range},">=0")`, `SUM(${range})`]
    : option === undefined
      ? [
          `(COUNTIF(${range},">=0")-${ofEach((each) => `COUNTIFS(${each},${range},">=0")`)})`,
          `(SUM(${range})-${ofEach((each) => `SUMIFS(${range},${each})`)})`,
        ]
      : [`COUNTIFS(${at(by!)},${exactly(option)},${range},">=0")`, `SUMIFS(${range},${at(by!)},${exactly(option)})`];
  const value = (formula: string) => ({ formula: unlessMarked(range, `IF(${count}=0,"",${formula})`) });
  if (line.kind === 'sum') return value(`ROUND(${sum},6)`);
  if (line.kind === 'average') return value(`ROUND(${sum}/${count},1)`);
  if (by && option === undefined) return undefined;
  const single = { middle: 'MEDIAN', lowest: 'MIN', highest: 'MAX' }[line.kind];
  return all
    ? value(`${single}(${range})`)
    : { ...value(`${single}(IF(${at(by!)}=${quoted(option!)},IF(ISNUMBER(${range}),${range})))`), array: true };
}

/**
 * Which cell of a sum is to be hidden so that a small one cannot be found by subtraction: its place from 1, the total one more than
 * the parts; 0 when none. The same rule as in `suppression.ts` for one row with its total.
 */
export function companionFormula(parts: string, total: string, count: number): string {
  const small = `COUNTIFS(${parts},">0",${parts},"<"&${limit})`;
  const unknown = `${small}+${words(parts)}`;
  // Safe: nothing is hidden, or a hidden number of at least 2 can give to another one.
  const safe = `OR(${small}+COUNTIF(${parts},"hidden")=0,AND(COUNTIFS(${parts},">=2",${parts},"<"&${limit})>0,${unknown}>=2))`;
  const totalHidden = `OR(${total}="hidden",AND(N(${total})>0,N(${total})<${limit}))`;
  const large = `COUNTIF(${parts},">="&${limit})`;
  const smallest = `MATCH(SMALL(${parts},COUNTIF(${parts},"<"&${limit})+1),${parts},0)`;
  // A hidden total is safe beside a part that is not shown. Without a total nobody can subtract.
  const besideHidden = `IF(OR(${unknown}>0,${large}=0),0,${smallest})`;
  const besideShown = `IF(${large}=0,IF(${total}>0,${count + 1},0),${smallest})`;
  return `IF(${totalHidden},${besideHidden},IF(OR(NOT(ISNUMBER(${total})),${safe}),0,${besideShown}))`;
}

/** A number of people as the summary shows it. @param companion the cell with the place to hide, and which place this is */
export function hiddenFormula(exact: string, companion?: { cell: string; place: number }, unless?: string): string {
  const second = companion ? `,${companion.cell}=${companion.place}` : '';
  const small = `OR(AND(${exact}>0,${exact}<${limit})${second})`;
  return wordsOr(exact, `IF(${unless ? `AND(${unless},${small})` : small},"hidden",${exact})`);
}

/** A cell of numbers without hiding. */
export function shownFormula(exact: string): string {
  return wordsOr(exact, exact);
}

/** An average: hidden along with its sum. */
export function averageFormula(exact: string, sum: string): string {
  return `IF(${exact}="","",IF(${sum}="hidden","hidden",${exact}))`;
}

/** The lowest or highest number: hidden along with the sum, and when both tell a small number of one row, as in `summary.ts`. @param exact the exact cells */
export function rangeFormula(
  own: string,
  sum: string,
  exact: { sum: string; lowest: string; highest: string },
): string {
  const others = `(N(${exact.sum})-N(${exact.lowest})-N(${exact.highest}))`;
  const small = [`N(${exact.lowest})`, `N(${exact.highest})`, others]
    .map((amount) => `AND(${amount}>0,${amount}<${limit})`)
    .join(',');
  const highest = `N(${exact.highest})`;
  const told = `AND(N(${exact.lowest})=0,${others}>0,${highest}>1,${highest}-1<${limit})`;
  return `IF(${own}="","",IF(OR(${sum}="hidden",${small},${told}),"hidden",${own}))`;
}

/** Words as they are; numbers below zero and other words as “unclear”. */
function wordsOr(exact: string, number: string): string {
  const word = `LOWER(TRIM(${exact}))`;
  return `IF(${exact}="","",IF(ISTEXT(${exact}),IF(OR(${word}="hidden",${word}="not known"),${word},"unclear"),IF(${exact}<0,"unclear",${number})))`;
}

/** The cell of a form by the number of its row, so that rows that somebody inserts are found. */
export function nthFormula(range: string, n: number): string {
  return `IF(INDEX(${range},${n})="","",INDEX(${range},${n}))`;
}

/** How many filled rows lie beyond those that a list holds, in words; nothing while it holds all of them. */
export function beyondFormula(place: Place, columns: number): string {
  const beyond = { ...place, first: place.first + place.lines };
  const count = rowsWritten(Array.from({ length: columns }, (_, column) => rangeOf(beyond, column)));
  return `IF(${count}=0,"",${count}&${quoted(` more filled in on “${place.sheet}” and not shown here: this list holds ${place.lines} rows.`)})`;
}

/** The text of a given row as a condition: true while the row still carries its name. */
export function hasName(cell: string, name: string): string {
  return `${cell}=${quoted(name)}`;
}
