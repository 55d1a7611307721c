/** Where tests write files: folders in one folder, which goes when the tests end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

/** Makes an empty folder; its name begins with the one that is given. @returns its path */
export function newFolder(name: string): string {
  return mkdtempSync(join(inject('scratch'), `${name}-`));
}

export default function setUp(project: TestProject): () => void {
  const scratch = mkdtempSync(join(tmpdir(), 'csec-tests-'));
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder for what tests write. */
    scratch: string;
  }
}
