/**
 * Columns that stay as wide as they are while somebody types. Otherwise the browser weighs all words of the table at each key,
 * and the columns move under the hand. Each row then is a grid of its own (`.held` in `forms.css`): the browser lays out and paints
 * those in sight, and a key costs its row.
 */

/** @returns measure: to call when the table has other words than those that were typed here */
export function holdColumns(table: HTMLTableElement): { measure(): void } {
  let width = 0;
  const measure = (): void => {
    // Not before the page has laid out its table for the first time.
    if (width === 0) return;
    table.classList.remove('held');
    const row = table.querySelector('tbody tr:not(.empty-row)');
    if (!row) return;
    const widths = [...row.children].map((cell) => `${cell.getBoundingClientRect().width}px`);
    // Rows out of sight are taken to be as high.
    table.style.setProperty('--row', `${row.getBoundingClientRect().height}px`);
    table.style.setProperty('--held', `${table.getBoundingClientRect().width}px`);
    table.style.setProperty('--columns', widths.join(' '));
    table.classList.add('held');
  };
  new ResizeObserver(([entry]) => {
    if (entry!.contentRect.width === width) return;
    width = entry!.contentRect.width;
    measure();
  }).observe(table.parentElement!);
  return { measure };
}
