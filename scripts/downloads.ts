/**
 * Writes every download of the site. What was written from the same input by the same code is taken from `.cache/downloads/`,
 * which is safe to delete.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import type { Download } from '../src/site/downloads.ts';
import type { Publication } from '../src/documents/site-documents.ts';
import type { Site } from '../src/schemas/index.ts';
import { formats } from '../src/formats/registry.ts';
import type { Format, Job, Tools } from '../src/formats/writer.ts';
import { readAsset } from './assets.ts';
import { sha256, sumOfCode, writeWhole } from './cache.ts';
import { KeptSets } from './kept-sets.ts';
import { root as project } from './project.ts';
import { Typesetter } from './typesetter.ts';

export interface DownloadOptions {
  /** The root whose content is written. */
  root: string;
  site: Site;
  /** The folder for the files. */
  outDir: string;
  /** The public address, when it is known. */
  siteUrl?: string | undefined;
}

/**
 * Writes all files and their SHA256SUMS. @returns what was written, in the order of the registry
 * @throws Error whose message lists every file that could not be written, after the others were tried
 */
export async function writeDownloads({ root, site, outDir, siteUrl }: DownloadOptions): Promise<Download[]> {
  const publication: Publication = { site, figures: figuresIn(root), url: siteUrl, version: version() };
  const cache = join(root, '.cache', 'downloads');
  const code = sumOfCode([...writers, ...look]);
  mkdirSync(cache, { recursive: true });
  mkdirSync(outDir, { recursive: true });
  const all = (Object.values(formats) as Format<unknown>[]).flatMap((format) =>
    format.jobs(publication).map((job) => ({
      format,
      job,
      path: join(cache, `${sha256(code, siteUrl ?? '', job.file, JSON.stringify(job.input))}.${format.extension}`),
    })),
  );
  const missing = all.filter(({ path }) => !existsSync(path));
  const faults = new Map<string, string>();
  if (missing.length > 0) {
    const typesetter = new Typesetter();
    const sets = new KeptSets(join(root, '.cache', 'volumes'), (json) => sha256(code, json), typesetter.typeset);
    await write(missing, { read: readAsset, typeset: sets.typeset }, faults).finally(() => typesetter.stop());
    sets.tidy();
  }
  const downloads = all
    .filter(({ job }) => !faults.has(job.file))
    .map(({ format, job, path }): Download => {
      const bytes = readFileSync(path);
      writeFileSync(join(outDir, job.file), bytes);
      return describe(format, job, bytes);
    });
  progress('');
  if (faults.size > 0)
    throw new Error(
      `${[...faults].map(([file, fault]) => `downloads/${file}: ${fault}`).join('\n')}\n\n${faults.size} of the downloads could not be written`,
    );
  const kept = new Set(all.map(({ path }) => path));
  for (const old of readdirSync(cache)) if (!kept.has(join(cache, old))) rmSync(join(cache, old), { force: true });
  const sums = [...downloads]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((download) => `${download.sha256}  ${download.file}\n`);
  writeFileSync(join(outDir, 'SHA256SUMS'), sums.join(''));
  return downloads;
}

/** Writes files into the cache, the largest first: this thread writes while another sets the pages of PDFs. */
async function write(
  files: readonly { job: Job<unknown>; format: Format<unknown>; path: string }[],
  tools: Tools,
  faults: Map<string, string>,
): Promise<void> {
  let done = 0;
  const queue = files
    .map((one) => ({ ...one, size: JSON.stringify(one.job.input).length }))
    .sort((a, b) => b.size - a.size);
  const one = async ({ job, format, path }: (typeof queue)[number]): Promise<void> => {
    try {
      writeWhole(path, await format.write(job.input, tools));
    } catch (error) {
      faults.set(job.file, error instanceof Error ? error.message : String(error));
    }
    progress(`${++done} of ${files.length}`);
  };
  const writing: Promise<void>[] = [];
  for (const file of queue) {
    writing.push(one(file));
    // The threads hand over what they have set, and take the next.
    await immediate();
  }
  await Promise.all(writing);
}

function describe(
  format: Format<unknown>,
  { file, title, address, toolkit }: Job<unknown>,
  bytes: Uint8Array,
): Download {
  return {
    file,
    format: format.extension,
    name: format.name,
    use: format.use,
    title,
    address,
    ...(toolkit ? { toolkit } : {}),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The code that writes downloads, and the look of one-file web pages. */
const writers = ['prose', 'schemas', 'tools', 'site', 'documents', 'formats'].map((room) => `src/${room}`);
const look = ['src/styles/tokens.css', 'src/styles/fonts/literata-600.woff2'];

/** The version of the project. */
function version(): string {
  return (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The drawings of a root’s `content/figures/` by name. */
export function figuresIn(root: string): Record<string, string> {
  const folder = join(root, 'content', 'figures');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.svg')) : [];
  return Object.fromEntries(files.sort().map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')]));
}

/** One line that keeps changing on a terminal; nothing in a log. */
function progress(words: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${words && `Writing downloads: ${words}`}`);
}
