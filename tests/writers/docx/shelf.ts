/** What the Word writer gets in a build: the site of a root, and the files of packages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readContent } from '../../../src/model/read.ts';
import type { Shelf } from '../../../src/model/library.ts';
import type { Tools } from '../../../src/writers/writer.ts';

/** The shelf of a root. Problems of its content are the matter of other tests. */
export function shelfOf(root: string): Shelf {
  const { site } = readContent(root);
  const folder = join(root, 'content', 'figures');
  const drawings = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.svg')) : [];
  return { site, figures: Object.fromEntries(drawings.map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')])), url: 'https://toolkits.example/' };
}

export const tools: Tools = { read: (specifier) => new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(specifier)))) };
