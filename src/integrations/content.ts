/** Feeds what the one reader read to Astro, stops a build on bad content, and reads again on save while developing. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Loader } from 'astro/loaders';
import { readContent, type Content } from '../reader/read.ts';
import { formatProblems } from '../prose/problem.ts';
import { shared } from '../prose/shared.ts';
import type { CollectionName } from '../schemas/index.ts';

/** How long a save may take to be whole: editors write a file in steps, and a branch changes many at once. */
const settleMs = 30;

/** The content as last read without problems; every collection is loaded from the same reading. */
const reading = shared<{ entries?: Content['entries'] }>('reading', () => ({}));

/** Reads content/ and keeps the result if nothing is wrong. @returns the problems as one text, or undefined */
function read(root: URL): string | undefined {
  const { entries, problems } = readContent(fileURLToPath(root).replace(/[\\/]$/, ''));
  if (problems.length > 0) return formatProblems(problems);
  reading.entries = entries;
  return undefined;
}

function entriesOf(name: CollectionName, root: URL): Content['entries'] {
  const faults = reading.entries ? undefined : read(root);
  if (!reading.entries) throw new Error(faults);
  return reading.entries.filter(({ collection }) => collection === name);
}

/** Astro loader of one collection. The schema in content.config.ts gets each entry as its author wrote it. */
export function contentLoader(name: CollectionName): Loader {
  // What an earlier session left in the store may come of another schema.
  let isFirst = true;
  return {
    name: `csec-${name}`,
    load: async ({ store, config, parseData, generateDigest }) => {
      const entries = entriesOf(name, config.root);
      if (isFirst) store.clear();
      isFirst = false;
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, file, input, text } of entries) {
        const digest = generateDigest(JSON.stringify([input, text]));
        if (store.get(id)?.digest === digest) continue;
        const data = await parseData({ id, data: input as Record<string, unknown>, filePath: file });
        const body = text === undefined ? {} : { body: text, deferredRender: true };
        store.set({ id, data, digest, filePath: file, ...body });
      }
    },
  };
}

/** Astro sorts the entries of a collection by id; their order in content/ is often that of a source, so it is kept beside them. */
export function orderLoader(names: readonly CollectionName[]): Loader {
  return {
    name: 'csec-order',
    load: async ({ store, config, parseData, generateDigest }) => {
      for (const id of names) {
        const ids = entriesOf(id, config.root).map((entry) => entry.id);
        store.set({ id, data: await parseData({ id, data: { ids } }), digest: generateDigest(ids.join()) });
      }
    },
  };
}

/** An empty collection. Astro knows it only after an entry has been there, and warns on every page that asks for one it does not know. */
export const emptyLoader: Loader = {
  name: 'csec-empty',
  load: async ({ store }) => {
    store.set({ id: 'none', data: {} });
    store.delete('none');
  },
};

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
        let faults: string | undefined;
        let settling: NodeJS.Timeout | undefined;
        const tell = () => faults && server.ws.send({ type: 'error', err: { message: faults, stack: '' } });
        const renew = async () => {
          const before = faults;
          faults = read(root);
          if (faults) {
            logger.error(`\n${faults}`);
            tell();
            return;
          }
          await refreshContent?.({});
          // Astro reloads the pages when an entry changed; a text that is again as it was before the mistake changed nothing.
          if (before) server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add(folder);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(folder)) return;
          clearTimeout(settling);
          settling = setTimeout(() => void renew(), settleMs);
        });
        // A page opened while something is wrong says so, too.
        server.ws.on('connection', tell);
      },
    },
  };
}
