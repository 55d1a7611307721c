/** Files that writers read: of packages, and beside the writers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const writers = fileURLToPath(new URL('../src/formats/', import.meta.url));

/** Reads a file of a package, or with `./` one beside the writers. */
export function readAsset(specifier: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    readFileSync(specifier.startsWith('./') ? join(writers, specifier) : require.resolve(specifier)),
  );
}
