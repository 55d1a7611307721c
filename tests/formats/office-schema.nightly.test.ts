import { expect, it } from 'vitest';
import { officeSchemas } from '../programs.ts';
import { root } from '../root.ts';
import { faultsIn, officeFiles } from './office-schema.ts';

it.runIf(officeSchemas)(
  'Office’s schemas accept every Word, Excel and PowerPoint file',
  { timeout: 1_200_000 },
  async () => {
    const files = officeFiles(root);
    expect(files.length).toBeGreaterThan(90);
    expect(await faultsIn(files)).toEqual([]);
  },
);
