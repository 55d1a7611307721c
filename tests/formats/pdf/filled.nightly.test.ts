import { expect, it } from 'vitest';
import { pdf } from '../../../src/formats/pdf.ts';
import { root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';
import { faultsOf, filledIn } from './filled.ts';
import { withReaders } from './readers.ts';

withReaders('a real answer in every field', () => {
  it.each(pdf.jobs(publicationOf(root)))('$file', { timeout: 300_000 }, async ({ input }) => {
    expect(faultsOf(filledIn(await pdf.write(input, tools)))).toEqual([]);
  });
});
