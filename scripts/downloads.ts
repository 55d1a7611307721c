/**
 * Writes every download of the site. What was written from the same input by the same code is taken from `.cache/downloads/`,
 * which is safe to delete.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Download } from '../src/model/downloads.ts';
import type { Shelf } from '../src/model/library.ts';
import type { Site } from '../src/schemas/index.ts';
import { formats } from '../src/writers/registry.ts';
import type { Format, Job, Tools } from '../src/writers/writer.ts';
import { filesIn } from './html.ts';

const require = createRequire(import.meta.url);
const project = fileURLToPath(new URL('..', import.meta.url));
const sha256 = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

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
  const shelf: Shelf = { site, figures: figuresIn(root), url: siteUrl };
  const tools: Tools = { read: readAsset, url: siteUrl };
  const cache = join(root, '.cache', 'downloads');
  const code = codeHash();
  const kept = new Set<string>();
  const downloads: Download[] = [];
  const faults: string[] = [];
  mkdirSync(cache, { recursive: true });
  mkdirSync(outDir, { recursive: true });
  for (const format of Object.values(formats) as Format<unknown>[]) {
    const jobs = format.jobs(shelf);
    for (const [index, job] of jobs.entries()) {
      progress(`${format.name} ${index + 1} of ${jobs.length}`);
      const key = `${sha256(code, siteUrl ?? '', job.file, JSON.stringify(job.input))}.${format.extension}`;
      kept.add(key);
      try {
        const bytes = await written(join(cache, key), () => format.write(job.input, tools));
        writeFileSync(join(outDir, job.file), bytes);
        downloads.push(describe(format, job, bytes));
      } catch (error) {
        faults.push(`downloads/${job.file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  progress('');
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n\n${faults.length} of the downloads could not be written`);
  for (const old of readdirSync(cache)) if (!kept.has(old)) rmSync(join(cache, old), { force: true });
  const sums = [...downloads].sort((a, b) => (a.file < b.file ? -1 : 1)).map((download) => `${download.sha256}  ${download.file}\n`);
  writeFileSync(join(outDir, 'SHA256SUMS'), sums.join(''));
  return downloads;
}

/** The bytes from the cache, or made now and kept there; a crash leaves no half file behind. */
async function written(path: string, write: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (existsSync(path)) return readFileSync(path);
  const bytes = await write();
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, bytes);
  renameSync(aside, path);
  return bytes;
}

function describe(format: Format<unknown>, { file, title, address, toolkit }: Job<unknown>, bytes: Uint8Array): Download {
  return { file, format: format.extension, name: format.name, title, address, ...(toolkit ? { toolkit } : {}), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Changes with every file that can change a download: the code that writes them and the versions of its libraries. */
function codeHash(): string {
  const rooms = ['prose', 'schemas', 'model', 'writers'].flatMap((room) => filesIn(join(project, 'src', room)).map((file) => join('src', room, file)));
  return sha256(...[...rooms, 'package-lock.json'].flatMap((file) => [file.replaceAll('\\', '/'), readFileSync(join(project, file))]));
}

/** The drawings of a root’s `content/figures/` by name. */
export function figuresIn(root: string): Record<string, string> {
  const folder = join(root, 'content', 'figures');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.svg')) : [];
  return Object.fromEntries(files.sort().map((file) => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')]));
}

/** Reads a file of a package, or with `./` one beside the writers. */
export function readAsset(specifier: string): Uint8Array<ArrayBuffer> {
  const path = specifier.startsWith('./') ? join(project, 'src', 'writers', specifier) : require.resolve(specifier);
  return new Uint8Array(readFileSync(path));
}

/** One line that keeps changing on a terminal; nothing in a log. */
function progress(words: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${words && `Writing downloads: ${words}`}`);
}
