import { describe, expect, it } from 'vitest';
import { xlsx } from '../../../src/formats/xlsx.ts';
import { hasGnumeric } from '../../programs.ts';
import { kitchenSink, root } from '../../root.ts';
import { publicationOf } from '../publication.ts';
import { faultsOf } from './gnumeric.ts';

describe.runIf(hasGnumeric)('every workbook in Gnumeric', () => {
  it.each([kitchenSink, root].flatMap((folder) => xlsx.jobs(publicationOf(folder))))(
    '$file',
    { timeout: 300_000 },
    async ({ input }) => expect(await faultsOf(input)).toEqual([]),
  );
});
