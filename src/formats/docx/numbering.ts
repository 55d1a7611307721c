/** Lists that Word numbers itself: who deletes a clause gets new numbers. */
import { AlignmentType, LevelFormat, type ILevelsOptions } from 'docx';

const level = (
  index: number,
  format: ILevelsOptions['format'],
  text: string,
  left: number,
  hanging: number,
): ILevelsOptions => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left, hanging } } },
});
const { BULLET, DECIMAL, LOWER_LETTER, LOWER_ROMAN, UPPER_LETTER } = LevelFormat;

/** The list of a kind, with its levels. */
export const bullets = {
  reference: 'bullets',
  levels: ['•', '–', '▪'].map((mark, index) => level(index, BULLET, mark, 360 * (index + 1), 360)),
};

/** Articles, clauses and points: “1.”, “1.1”, “(a)”. */
export const agreement = {
  reference: 'agreement',
  levels: [
    level(0, DECIMAL, '%1.', 680, 680),
    level(1, DECIMAL, '%1.%2', 680, 680),
    level(2, LOWER_LETTER, '(%3)', 1112, 432),
  ],
};

/** Annexes, their clauses and points: “Annex A.”, “A.1”, “(a)”. */
export const annexes = {
  reference: 'annexes',
  levels: [
    level(0, UPPER_LETTER, 'Annex %1.', 1112, 1112),
    level(1, DECIMAL, '%1.%2', 680, 680),
    level(2, LOWER_LETTER, '(%3)', 1112, 432),
  ],
};

/** Steps in order, from a number other than 1 when the text says so. */
export function numbersFrom(start: number): { reference: string; levels: ILevelsOptions[] } {
  const formats = [DECIMAL, LOWER_LETTER, LOWER_ROMAN] as const;
  return {
    reference: `numbers-from-${start}`,
    levels: formats.map((format, index) => ({
      ...level(index, format, `%${index + 1}.`, 360 * (index + 1), 360),
      start,
    })),
  };
}
