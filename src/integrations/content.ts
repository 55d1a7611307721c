/** Feeds what the one reader read to Astro, stops a build on bad content, and reads again on save while developing. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Loader } from 'astro/loaders';
import { readContent, type Content } from '../reader/read.ts';
import { formatProblems } from '../prose/problem.ts';
import type { CollectionName } from '../schemas/index.ts';

/** The content as last read without problems; every collection is loaded from the same reading. */
let current: Content['site'] | undefined;

/** Reads content/ and keeps the result if nothing is wrong. @returns the problems as one text, or undefined */
function read(root: URL): string | undefined {
  const { site, problems } = readContent(fileURLToPath(root).replace(/[\\/]$/, ''));
  if (problems.length > 0) return formatProblems(problems);
  current = site;
  return undefined;
}

/** Astro loader of one collection. */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: 'csec-content',
    load: async ({ store, config, generateDigest }) => {
      const faults = current ? undefined : read(config.root);
      if (!current) throw new Error(faults);
      store.clear();
      // Astro sorts its entries by id; `position` keeps the order of the file, which is often the order of a source.
      for (const [position, [id, entry]] of Object.entries(current[name]).entries()) {
        const data = { ...(entry as unknown as Record<string, unknown>), position };
        store.set({ id, data, digest: generateDigest(data) });
      }
    },
  };
}

/** Checks the content before anything is built, and on every save in `npm run dev`. */
export function content(): AstroIntegration {
  let root: URL;
  return {
    name: 'csec-content',
    hooks: {
      'astro:config:setup': ({ config, command, logger }) => {
        root = config.root;
        const faults = read(root);
        if (!faults) return;
        if (command === 'build') throw new Error(`\n${faults}`);
        logger.error(`\n${faults}`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const folder = fileURLToPath(new URL('content/', root));
        server.watcher.add(folder);
        server.watcher.on('all', async (_event, file) => {
          if (!file.startsWith(folder)) return;
          const faults = read(root);
          if (faults) {
            logger.error(`\n${faults}`);
            server.ws.send({ type: 'error', err: { message: faults, stack: '' } });
            return;
          }
          await refreshContent?.({});
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
