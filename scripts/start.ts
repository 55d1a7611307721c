/** `npm start`: builds everything, then serves it and prints the address. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './build.ts';
import { serveDist } from './serve.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
try {
  await buildSite({ root, outDir: join(root, 'dist'), siteUrl: process.env['SITE_URL'] });
  await serveDist(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
