/** The hidden file that keeps words for all pages of the offline copy (see `src/client/store/iframe-backing.ts`), and its script. */
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { build } from 'esbuild';
import { classicScript } from '../exporters.ts';

const source = fileURLToPath(new URL('../../src/client/store/iframe-page.ts', import.meta.url));
const page =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" ' +
  `content="default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"><title>Kept ` +
  'words</title></head><body><p>This file keeps what you write on the pages of the toolkits. Go to <a ' +
  'href="../index.html">the first page</a>.</p><script src="keep.js"></script></body></html>\n';

/** Both files by their paths. @throws Error when the script does not bundle */
export async function keepFiles(): Promise<[path: string, bytes: Uint8Array][]> {
  const { outputFiles } = await build({ ...classicScript, entryPoints: [source], write: false });
  return [
    ['_astro/keep.html', strToU8(page)],
    ['_astro/keep.js', outputFiles[0]!.contents],
  ];
}
