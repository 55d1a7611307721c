/** The scripts of the offline copy: what each page loads as modules online, in one classic script for all pages that load the same. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import { classicScript } from '../exporters.ts';

export class PageScripts {
  private readonly sets = new Map<string, readonly string[]>();

  /** The path of the script that does what some modules of the site do together. */
  readonly named = (modules: readonly string[]): string => {
    const file = `_astro/page-${createHash('sha256').update(modules.join('\n')).digest('hex').slice(0, 8)}.js`;
    this.sets.set(file, modules);
    return file;
  };

  /** All scripts that were named, by their paths. @throws Error when one does not bundle */
  async write(site: string): Promise<Map<string, Uint8Array>> {
    const written = [...this.sets].map(async ([file, modules]): Promise<[string, Uint8Array]> => {
      const contents = modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join('\n');
      const { outputFiles } = await build({
        ...classicScript,
        stdin: { contents, resolveDir: site },
        outfile: join(site, file),
        write: false,
      });
      return [file, outputFiles[0]!.contents];
    });
    return new Map(await Promise.all(written));
  }
}
