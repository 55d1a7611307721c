/** Prints the page as it is filled in, or as the empty sheet; a class on the root tells the styles which. */
export function printAs(how: 'filled' | 'blank'): void {
  const root = document.documentElement;
  root.classList.toggle('print-blank', how === 'blank');
  addEventListener('afterprint', () => root.classList.remove('print-blank'), { once: true });
  print();
}
