/** Files that formats read: of packages, and beside the formats. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const formats = fileURLToPath(new URL('../src/formats/', import.meta.url));

/** Reads a file of a package, or with `./` one beside the formats. */
export function readAsset(specifier: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    readFileSync(specifier.startsWith('./') ? join(formats, specifier) : require.resolve(specifier)),
  );
}
