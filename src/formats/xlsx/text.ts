/** Text of cells and names of sheets: whatever somebody typed stays text, and comes back as it was. */

const longest = 32_767;
/** What XML cannot hold, what a reader of XML changes (a carriage return), and what this writing of it could be mistaken for. */
const delicate =
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A text as a cell holds it: characters that XML forbids become `_x0007_`, as Excel writes them.
 * @throws Error when the text is longer than a cell holds; nothing is cut silently
 */
export function cellText(text: string, where: string): string {
  const written = text.replace(
    delicate,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
  if (written.length > longest)
    throw new Error(
      `${where} holds ${written.length.toLocaleString('en-US')} characters, and a cell of Excel at most ${longest.toLocaleString('en-US')}. Shorten it.`,
    );
  return written;
}

/** True for text that a spreadsheet could take for a formula when somebody edits its cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text);
}

/** The name of the sheet of a form: its title without what Excel forbids, 31 characters at most, and none of the names taken. */
export function sheetName(title: string, taken: readonly string[] = []): string {
  const safe = title.replace(/[\\/?*[\]:'’]/g, '').trim() || 'Form';
  const short =
    safe.length <= 31
      ? safe
      : safe
          .slice(0, 32)
          .replace(/\s+\S*$/, '')
          .slice(0, 31);
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? short : `${short.slice(0, 27)} ${n}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** `0` → `A`, `26` → `AA`. */
export function columnLetter(index: number): string {
  return (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
