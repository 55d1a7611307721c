/** What a writer gets in a build: the site of a root under an address of its own, and the files of packages. */
import { readAsset } from '../../scripts/assets.ts';
import { figuresIn } from '../../scripts/downloads.ts';
import type { Publication } from '../../src/documents/site-documents.ts';
import { readContent } from '../../src/reader/read.ts';
import type { Tools } from '../../src/formats/writer.ts';

/** The shelf of a root. Problems of its content are the matter of other tests. */
export function publicationOf(root: string): Publication {
  return { site: readContent(root).site, figures: figuresIn(root), url: 'https://toolkits.example/' };
}

export const tools: Tools = { read: readAsset };
