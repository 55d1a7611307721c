/**
 * Columns that stay as wide as they are while somebody types. Otherwise the browser weighs all words of the table at each key,
 * and the columns move under the hand.
 */
import { make } from '../../shell/dom.ts';

/** @returns measure: to call when the table has other words than those that were typed here */
export function holdColumns(table: HTMLTableElement): { measure(): void } {
  const columns = make('colgroup');
  table.tHead!.before(columns);
  let width = 0;
  const measure = (): void => {
    // Not before the page has laid out its table for the first time.
    if (width === 0) return;
    table.classList.remove('held');
    const cells = table.querySelector('tbody tr:not(.empty-row)')?.children ?? [];
    const widths = [...cells].map((cell) => cell.getBoundingClientRect().width);
    const whole = table.getBoundingClientRect().width;
    if (widths.length === 0) return;
    columns.replaceChildren(...widths.map((width) => widthOf(make('col'), width)));
    widthOf(table, whole).classList.add('held');
  };
  new ResizeObserver(([entry]) => {
    if (entry!.contentRect.width === width) return;
    width = entry!.contentRect.width;
    measure();
  }).observe(table.parentElement!);
  return { measure };
}

function widthOf<Part extends HTMLElement>(part: Part, width: number): Part {
  part.style.setProperty('--held', `${width}px`);
  return part;
}
