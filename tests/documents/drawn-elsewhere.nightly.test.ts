import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { converted, hasMuPdf, officePath } from '../programs.ts';
import { root } from '../root.ts';
import { byMuPdf, drawingsOf, unseen } from './drawn-elsewhere.ts';

it.runIf(officePath && hasMuPdf)('the words of every drawing are seen in LibreOffice', { timeout: 300_000 }, () => {
  const drawings = drawingsOf(root).filter((svg) => svg.includes('<text'));
  expect(drawings.length).toBeGreaterThan(5);
  const faults = drawings.flatMap((svg) =>
    unseen(svg, (file) => byMuPdf(join(converted({ 'drawing.svg': readFileSync(file) }, 'png'), 'drawing.png'))),
  );
  expect(faults).toEqual([]);
});
