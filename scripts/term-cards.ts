/** Writes the cards of all terms, and what draws them, as one script: `exporters/terms.js`. A page in a folder may not fetch. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Site } from '../src/schemas/index.ts';
import { composeTermCards } from '../src/site/term-cards.ts';
import { classicScript } from './exporters.ts';

const source = fileURLToPath(new URL('../src/client/terms/cards.ts', import.meta.url));

/** Adds the script to a built site. @throws Error when it does not bundle */
export async function addTermCards(out: string, site: Site): Promise<void> {
  await build({
    ...classicScript,
    entryPoints: { terms: source },
    outdir: join(out, 'exporters'),
    define: { TERM_CARDS: JSON.stringify(composeTermCards(site)) },
  });
}
