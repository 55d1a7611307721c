/** Repeated parts of a sheet. A field whose name ends in `.rows` lists the keys of its rows, in order, with spaces between. */

/** The keys in the value of a list, each once. */
export function keysIn(value = ''): string[] {
  return [...new Set(value.split(' ').filter((key) => /^[a-z0-9]+$/i.test(key)))];
}

/** The keys of the rows of a list (`members`), in order. */
export function rowsOf(sheet: Readonly<Record<string, string>>, list: string): string[] {
  return keysIn(sheet[`${list}.rows`]);
}
