import { StandardFontEmbedder, StandardFonts } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { widthOf } from '../../../src/formats/pptx/widths.ts';

const letters = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'\u00a0¡¢£¥§©«®°±²³´µ¶·¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ–—‘’‚“”„•…€™ŒœŠšŽž',
];

it.each([
  [false, StandardFonts.Helvetica],
  [true, StandardFonts.HelveticaBold],
])('has the widths that another library reads in the metrics of the font (bold: %s)', (bold, name) => {
  const font = StandardFontEmbedder.for(name as never);
  for (const letter of letters)
    expect([letter, widthOf(letter, 1000, bold)]).toEqual([letter, font.widthOfTextAtSize(letter, 1000)]);
});

it('adds widths up, and takes a letter that it does not know for a wide one', () => {
  expect(widthOf('in', 20)).toBeCloseTo((222 + 556) * 0.02);
  expect(widthOf('漢', 20)).toBe(20);
});
