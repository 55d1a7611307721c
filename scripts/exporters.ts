/** Bundles what only a click needs, each exporter as a classic script of its own: `exporters/word.js`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const client = fileURLToPath(new URL('../src/client/', import.meta.url));
const folder = join(client, 'tools', 'exporters');

/** How scripts are bundled that run without modules, in every browser of the last years. */
export const classicScript = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** Writes all exporters, and what shares a place, into the `exporters` folder of a built site. @throws Error when one does not bundle */
export async function addExporters(site: string): Promise<void> {
  await build({
    ...classicScript,
    entryPoints: [...readdirSync(folder).map((file) => join(folder, file)), join(client, 'share', 'share.ts')],
    entryNames: '[name]',
    outdir: join(site, 'exporters'),
  });
}
