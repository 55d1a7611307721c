/** `npm run bundle`: builds the site with its offline copy, `dist/downloads/csec-toolkits-offline.zip`, and prints what it weighs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { buildHere } from './build.ts';
import { bundleFile, topFolder } from './offline/copy.ts';
import { root } from './project.ts';

/** Bytes of the ZIP without the files to download. */
const budget = 5_000_000;
const kinds: readonly (readonly [name: string, RegExp])[] = [
  ['pages', /\.html$/],
  ['search', /^pagefind\/|^exporters\/search\.js$/],
  ['parts of packets', /^packet\/parts\//],
  ['pull-outs as data', /\/model\.js$/],
  ['exporters', /^exporters\//],
  ['scripts of pages', /\.js$/],
  ['styles, face, icon', /\.(css|woff2|svg)$/],
  ['read me', /\.txt$/],
];

/** The files, bytes and packed bytes of each kind, the files to download last. */
export function weigh(zip: Uint8Array): { name: string; files: number; bytes: number; packed: number }[] {
  const rows = [...kinds.map(([name]) => name), 'downloads'].map((name) => ({ name, files: 0, bytes: 0, packed: 0 }));
  unzipSync(zip, {
    filter({ name, size, originalSize }) {
      const file = name.slice(topFolder.length + 1);
      const isDownload = file.startsWith('downloads/') && file !== 'downloads/index.html';
      const kind = isDownload ? kinds.length : kinds.findIndex(([, pattern]) => pattern.test(file));
      if (kind < 0) throw new Error(`${bundleFile}: no kind of file in scripts/bundle.ts covers \`${file}\``);
      const row = rows[kind]!;
      row.files += 1;
      row.bytes += originalSize;
      row.packed += size;
      return false;
    },
  });
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && (await buildHere())) {
  const path = join('dist', 'downloads', bundleFile);
  const zip = readFileSync(join(root, path));
  const rows = weigh(zip);
  console.log(`${''.padEnd(20)}  files    unpacked       in the ZIP`);
  for (const { name, files, bytes, packed } of rows)
    console.log(
      `${name.padEnd(20)} ${String(files).padStart(6)} ${String(bytes).padStart(11)} B ${String(packed).padStart(11)} B`,
    );
  const without = rows.slice(0, -1).reduce((sum, row) => sum + row.packed, 0);
  console.log(
    `${path}: ${zip.length} B; without the downloads ${without} B, ${(without / budget).toFixed(2)} of ${budget} B`,
  );
}
