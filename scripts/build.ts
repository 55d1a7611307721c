/** `npm run build`: writes dist/. */
import { statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn } from './html.ts';
import { publicAddress, root } from './project.ts';
import { inputsOf, isBuilt, noteBuilt } from './unchanged.ts';

/** Cloudflare Pages takes no larger file; other hosts take larger ones. */
const limit = 25 * 2 ** 20;

/** A line for each file of a site that some hosts refuse. */
export function tooLarge(outDir: string, most = limit): string[] {
  return filesIn(outDir).flatMap((file) => {
    const { size } = statSync(join(outDir, file));
    const fix = 'Choose a host that takes it, or publish this file elsewhere.';
    return size > most
      ? [
          `${file} has ${(size / 2 ** 20).toFixed(1)} MiB; some hosts take files of ${most / 2 ** 20} MiB at most. ${fix}`,
        ]
      : [];
  });
}

/** Builds dist/, unless it is there, and says what is wrong. @returns whether it could */
export async function buildHere(): Promise<boolean> {
  const siteUrl = publicAddress();
  const outDir = join(root, 'dist');
  const inputs = inputsOf(root, siteUrl);
  if (isBuilt(root, outDir, inputs)) {
    console.log('Nothing has changed since the last build.');
    return true;
  }
  try {
    // Half a second less of the two that it takes to load what builds.
    enableCompileCache(join(root, '.cache', 'node'));
    const { buildSite } = await import('./site.ts');
    await buildSite({ root, outDir, siteUrl });
    // Not when somebody saved a text meanwhile: it may be in some files only.
    if (inputsOf(root, siteUrl) === inputs) noteBuilt(root, outDir, inputs);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return false;
  }
  for (const line of tooLarge(outDir)) console.log(line);
  if (!siteUrl) console.log('The public address is not set (SITE_URL): links to it and QR codes are left out.');
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHere();
