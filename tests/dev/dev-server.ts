/** `npm run dev` on a copy of the project, for the tests of what an author sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { kitchenSink, root } from '../root.ts';

/** A copy of the project with the content of the kitchen sink. It is inside the project, so that it finds its packages. */
function copyWithSink(): string {
  mkdirSync(join(root, '.build'), { recursive: true });
  const folder = mkdtempSync(join(root, '.build', 'dev-'));
  for (const part of ['src', 'public', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  cpSync(kitchenSink, folder, { recursive: true });
  return folder;
}

/** A running dev server. */
export class DevServer {
  address = '';
  /** All that it has said. */
  said = '';
  private readonly folder: string;
  private child: ChildProcess | undefined;

  /** @param folder a copy of the project, which goes when the server ends */
  constructor(folder = copyWithSink()) {
    this.folder = folder;
  }

  /** Starts it. @returns when it serves */
  async start(): Promise<void> {
    // As a person starts it, not as a test.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|SITE_URL)/.test(name)));
    this.child = spawn(process.execPath, [join(this.folder, 'scripts', 'dev.ts'), '--host', '127.0.0.1'], {
      cwd: this.folder,
      env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
    });
    this.address = await new Promise((resolve, reject) => {
      const hear = (data: unknown): void => {
        this.said += stripVTControlCharacters(String(data));
        const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(this.said)?.[0];
        if (address) resolve(address);
      };
      this.child!.stdout!.on('data', hear);
      this.child!.stderr!.on('data', hear);
      this.child!.on('exit', () => reject(new Error(this.said)));
    });
  }

  /** Replaces words in a file of its content, as an author who saves does. */
  edit(file: string, from: string, to: string): void {
    const path = join(this.folder, 'content', file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`${file} does not hold “${from}”`);
    writeFileSync(path, before.replace(from, to));
  }

  /** A page as it is served now. */
  async page(path: string): Promise<string> {
    return (await fetch(this.address + path)).text();
  }

  /** Ends it and removes the copy. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child?.on('exit', resolve) ?? resolve(undefined));
    this.child?.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
