import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingBoard } from '../../src/formats/rasterizer.ts';
import { tools } from '../formats/publication.ts';
import { isNightly } from '../nightly.ts';
import { hasMuPdf } from '../programs.ts';
import { kitchenSink, root } from '../root.ts';
import { byMuPdf, drawingsOf, unseen, type Engine } from './drawn-elsewhere.ts';

const drawings = [...drawingsOf(root), ...drawingsOf(kitchenSink)].filter((svg) => svg.includes('<text'));

describe.runIf(hasMuPdf)('the words of every drawing', () => {
  it('are seen in MuPDF', () => {
    expect(drawings.length).toBeGreaterThan(8);
    expect(drawings.flatMap((svg) => unseen(svg, byMuPdf))).toEqual([]);
  });

  it('are seen in resvg', async () => {
    const draw = await drawingBoard(tools);
    const faults = drawings
      .filter((_, at) => isNightly || at % 3 === 0)
      .flatMap((svg) => {
        const byResvg: Engine = (file) => {
          const png = draw(svg, { fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff' }).png;
          writeFileSync(`${file}.png`, png);
          return byMuPdf(`${file}.png`);
        };
        return unseen(svg, byResvg);
      });
    expect(faults).toEqual([]);
  });

  it('are missed where a stroke covers them, or a ground', () => {
    const svg = (look: string, ground = '#fff') =>
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50">' +
      `<rect width="200" height="50" fill="${ground}"/><text x="5" y="30" font-size="16" ${look}>Seen words</text></svg>`;
    expect(unseen(svg('fill="#22302f"'), byMuPdf)).toEqual([]);
    const halo = 'fill="#22302f" paint-order="stroke" stroke="#fff" stroke-width="6"';
    expect(unseen(svg(halo), byMuPdf)).toEqual([expect.stringContaining('Seen words: ')]);
    expect(unseen(svg('fill="#000"', '#000'), byMuPdf)).toEqual(['Seen words: 100 % of its place is dark']);
  });
});
