/** `npm run build`: writes dist/. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicAddress, root } from './project.ts';
import { buildSite } from './site.ts';

/** Builds dist/ and says what is wrong. @returns whether it could */
export async function buildHere(): Promise<boolean> {
  const siteUrl = publicAddress();
  try {
    await buildSite({ root, outDir: join(root, 'dist'), siteUrl });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return false;
  }
  if (!siteUrl) console.log('The public address is not set (SITE_URL): links to it and QR codes are left out.');
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHere();
