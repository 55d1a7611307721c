/**
 * A number as Americans write it, with up to three digits behind the point: 12,345.5. (`toLocaleString` says the same, but the
 * first call in a page takes a slow phone a quarter of a second.)
 */
export function number(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part ? `${grouped}.${part}` : grouped;
}

/** “1 row”, “1,200 rows”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
