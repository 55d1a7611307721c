/** Builds the site once for all tests that look at it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../scripts/site.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

export default async function setup(project: TestProject): Promise<void> {
  const outDir = join(root, '.build', 'test-site');
  await buildSite({ root, outDir });
  project.provide('site', outDir);
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    site: string;
  }
}
