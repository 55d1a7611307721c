/** `npm run dev` on a copy of some content, for the tests of what an author sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { kitchenSink, root } from '../root.ts';

/** A running dev server. */
export class DevServer {
  address = '';
  /** All that it has said. */
  said = '';
  private readonly folder: string;
  private child: ChildProcess | undefined;

  /** @param from the root whose content it serves */
  constructor(from = kitchenSink) {
    // Inside the project, so that the copy finds its packages.
    mkdirSync(join(root, '.build'), { recursive: true });
    this.folder = mkdtempSync(join(root, '.build', 'dev-'));
    for (const part of ['src', 'public', 'astro.config.mjs', 'tsconfig.json'])
      cpSync(join(root, part), join(this.folder, part), { recursive: true });
    cpSync(join(from, 'content'), join(this.folder, 'content'), { recursive: true });
  }

  /** Starts it. @returns when it serves */
  async start(): Promise<void> {
    const manifest = createRequire(import.meta.url).resolve('astro/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { astro: string } };
    // As a person starts it, not as a test.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|SITE_URL)/.test(name)));
    const path = join(dirname(manifest), bin.astro);
    this.child = spawn(process.execPath, [path, 'dev', '--ignore-lock', '--host', '127.0.0.1'], {
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
