/** `npm run dev`: Astro's server. It begins with what the last build has read and compiled of the texts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recallTexts } from './kept-texts.ts';
import { root } from './project.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
recallTexts(root);
const manifest = createRequire(import.meta.url).resolve('astro/package.json');
const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } };
// Two may run beside each other.
process.argv.splice(2, 0, 'dev', '--ignore-lock');
await import(pathToFileURL(join(dirname(manifest), bin.astro)).href);
