/**
 * Content → site. Everything is built aside and put in place only when all of it succeeded, so that a
 * fault never leaves half a site behind.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { editionOf } from '../src/site/edition.ts';
import { readContent } from '../src/reader/read.ts';
import { formatProblems } from '../src/prose/problem.ts';
import { addBill } from './bill-of-materials.ts';
import { root as project } from './project.ts';
import { addSearchIndex } from './search-index.ts';
import { policies } from './csp.ts';
import { addCards } from './link-cards.ts';
import { addDecks } from './decks.ts';
import { writeDownloads } from './downloads.ts';
import { addExporters } from './exporters.ts';
import { addHeaders } from './headers.ts';
import { addOfflineCopy } from './offline/copy.ts';
import { keepTexts, recallTexts } from './kept-texts.ts';
import { pageScripts } from './page-scripts.ts';
import { addParts } from './packet-parts.ts';
import { changePages } from './pages.ts';
import { relativeAddresses } from './relative-addresses.ts';
import { addServiceWorker } from './service-worker.ts';
import { sheets } from './sheets.ts';
import { addTermCards } from './term-cards.ts';

export interface BuildOptions {
  /** The project's root. */
  root: string;
  /** Where the site goes; replaced whole. */
  outDir: string;
  /** The public address with its closing slash, when it is known. */
  siteUrl?: string | undefined;
  /** Hears of each phase at its end. */
  done?: (phase: string) => void;
}

/** Builds the site. @throws Error whose message lists every problem with file and line; outDir is then as it was */
export async function buildSite({ root, outDir, siteUrl, done = () => {} }: BuildOptions): Promise<void> {
  recallTexts(root);
  const { site, problems } = readContent(root);
  if (problems.length > 0) throw new Error(formatProblems(problems));
  done('content');
  const aside = join(root, '.build', `site-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(join(root, '.build'), { recursive: true });
  const mode = process.env['NODE_ENV'];
  try {
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    // Whoever starts it, a test, too: what is built is what is published.
    process.env['NODE_ENV'] = 'production';
    const edition = editionOf(site, version(root));
    const downloads = await writeDownloads({ root, site, outDir: `${aside}-downloads`, siteUrl });
    addBill(project, `${aside}-downloads`);
    done('downloads');
    const { build } = await import('astro');
    const vite = { define: { DOWNLOADS: JSON.stringify(downloads), EDITION: JSON.stringify(edition) } };
    await build({ root, outDir: aside, logLevel: 'error', vite, ...(siteUrl ? { site: siteUrl } : {}) });
    keepTexts(root);
    done('Astro');
    await Promise.all([addExporters(aside), addTermCards(aside, site), addDecks(aside, site)]);
    addParts(aside);
    const passes = [pageScripts(aside), sheets(aside), relativeAddresses(aside, siteUrl), policies];
    await changePages(aside, passes, siteUrl);
    if (siteUrl) await addCards(aside, join(root, '.cache', 'cards'), siteUrl);
    done('late passes');
    await addSearchIndex(aside, site, downloads);
    done('search');
    // Only now, since a file to download may be a web page, too.
    for (const file of readdirSync(`${aside}-downloads`))
      renameSync(join(`${aside}-downloads`, file), join(aside, 'downloads', file));
    await addOfflineCopy(aside, edition, siteUrl);
    done('offline copy');
    await addServiceWorker(aside);
    addHeaders(aside);
    done('service worker');
    const old = `${aside}-old`;
    if (existsSync(outDir)) renameSync(outDir, old);
    renameSync(aside, outDir);
    rmSync(old, { recursive: true, force: true });
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = mode;
    for (const folder of [aside, `${aside}-downloads`]) rmSync(folder, { recursive: true, force: true });
  }
}

const version = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
