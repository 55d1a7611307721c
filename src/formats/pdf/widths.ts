/** How wide the columns of a table want to be. */
import { wordsOf, type DocInline } from '../../documents/document.ts';

/** The length of the longest word, in characters. */
export function longestWord(words: string): number {
  return Math.max(0, ...words.split(/[\s/-]/).map((word) => word.length));
}

/** A share for each column: more words ask for more room, but ten times the words do not ask for ten times the room. */
export function widthsOf(head: readonly DocInline[][], rows: readonly DocInline[][][]): number[] {
  return head.map((title, column) => {
    const cells = [title, ...rows.map((row) => row[column] ?? [])].map(wordsOf);
    const most = Math.max(...cells.map((cell) => cell.length));
    const average = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
    return Math.max(longestWord(cells.join(' ')), 3 * Math.sqrt((most + average) / 2), 6);
  });
}
