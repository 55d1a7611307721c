/** The books that the tests of the EPUB writer look at. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/documents/document.ts';
import { readContent } from '../../../src/reader/read.ts';
import { epub } from '../../../src/formats/epub.ts';
import { tools } from '../publication.ts';

export { tools };

/** The whole set of a root as a document. */
export function wholeSetOf(folder: string): Document {
  const figures = join(folder, 'content', 'figures');
  const drawings = Object.fromEntries(
    readdirSync(figures).map((file) => [file.slice(0, -4), readFileSync(join(figures, file), 'utf8')]),
  );
  return epub.jobs({ site: readContent(folder).site, figures: drawings, url: 'https://toolkits.example/' })[0]!.input;
}
