/** `npm run build`: writes dist/. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicAddress, root } from './project.ts';
import { buildSite } from './site.ts';
import { inputsOf, isBuilt, noteBuilt } from './unchanged.ts';

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
    await buildSite({ root, outDir, siteUrl });
    // Not when somebody saved a text meanwhile: it may be in some files only.
    if (inputsOf(root, siteUrl) === inputs) noteBuilt(root, outDir, inputs);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return false;
  }
  if (!siteUrl) console.log('The public address is not set (SITE_URL): links to it and QR codes are left out.');
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHere();
