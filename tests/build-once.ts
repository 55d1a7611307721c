/** Builds the site once for all tests that look at it, in a process of its own: the other tests begin meanwhile. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The file that says how the build of a folder ended: empty when it succeeded. */
export const endingOf = (site: string): string => `${site}.ending`;

export default function setup(project: TestProject): () => void {
  const site = join(root, '.build', 'test-site');
  // A build that fails at once has made no folder to say so in.
  mkdirSync(dirname(site), { recursive: true });
  rmSync(endingOf(site), { force: true });
  const script = `
    import { buildSite } from './scripts/site.ts';
    await buildSite(${JSON.stringify({ root, outDir: site })});`;
  const building = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  let said = '';
  for (const stream of [building.stdout, building.stderr]) stream.on('data', (words: Buffer) => (said += words));
  building.on('exit', (code) => writeFileSync(endingOf(site), code === 0 ? '' : said || `It ended with ${code}.`));
  project.provide('site', site);
  return () => building.kill();
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    site: string;
  }
}
