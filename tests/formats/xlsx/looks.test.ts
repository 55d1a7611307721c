import { expect, it } from 'vitest';
import { heightOf } from '../../../src/formats/xlsx/looks.ts';

it('makes a row as high as its words, which LibreOffice broke after 28 letters in a column of 26', () => {
  const lines = (text: string, width: number): number => Math.round((heightOf([text], [width]) - 3) / 13.2);
  expect(lines('Row by row, never added down.', 26)).toBe(2);
  expect(lines('Row by row, never added up.', 26)).toBe(1);
  expect(lines('one\ntwo', 26)).toBe(2);
});
