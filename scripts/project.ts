/** The project on this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The public address with its closing slash: the variable SITE_URL, or `homepage` in package.json. It may not be known yet. */
export function publicAddress(): string | undefined {
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { homepage?: string };
  return (process.env['SITE_URL'] || homepage)?.replace(/\/?$/, '/');
}
