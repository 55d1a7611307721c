/** Feeds what the one reader read to Astro, stops a build on bad content, and reads again on save while developing. */
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readContent, type Content } from '../reader/read.ts';
import { reading } from './reading.ts';
import { formatProblems } from '../prose/problem.ts';
import type { CollectionName } from '../schemas/index.ts';

/** How long a save may take to be whole: editors write a file in steps, and a branch changes many at once. */
const settleMs = 50;
/** How often a refresh is asked for until Astro does it, and how long at most. */
const [askMs, giveUpMs] = [20, 10_000];
/** Astro tells a page of its own errors 200 ms late. */
const afterAstroMs = 400;

/** The code that reads and compiles texts. */
const readerRooms = ['prose', 'schemas', 'reader', 'integrations'];

/** Reads content/ and keeps the result if nothing is wrong. @returns the problems as one text, or undefined */
function read(root: URL): string | undefined {
  const content = readContent(fileURLToPath(root).replace(/[\\/]$/, ''));
  if (content.problems.length > 0) return formatProblems(content.problems);
  reading.content = content;
  return undefined;
}

function entriesOf(name: CollectionName, root: URL): Content['entries'] {
  const faults = reading.content ? undefined : read(root);
  if (!reading.content) throw new Error(faults);
  return reading.content.entries.filter(({ collection }) => collection === name);
}

/** Astro loader of one collection. The schema in content.config.ts gets each entry as its author wrote it. */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: `csec-${name}`,
    load: async ({ store, config, parseData, generateDigest }) => {
      const entries = entriesOf(name, config.root);
      // What an earlier session left in the store may come of another schema.
      if (!reading.filled.has(name)) store.clear();
      reading.filled.add(name);
      const ids = new Set(entries.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, file, input, text } of entries) {
        const digest = generateDigest(JSON.stringify([input, text]));
        if (store.get(id)?.digest === digest) continue;
        const data = await parseData({ id, data: input as Record<string, unknown>, filePath: file });
        const body = text === undefined ? {} : { body: text, deferredRender: true };
        store.set({ id, data, digest, filePath: file, ...body });
      }
      if (entries.length === 0) leaveEmpty(store);
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
      reading.loaded = reading.content!;
    },
  };
}

/** Leaves a collection empty. Astro knows it only after an entry has been there, and warns on each page about one it does not know. */
function leaveEmpty(store: LoaderContext['store']): void {
  store.set({ id: 'none', data: {} });
  store.delete('none');
}

/** Astro loader of a collection that others ask for and that we do not use. */
export const emptyLoader: Loader = { name: 'csec-empty', load: async ({ store }) => leaveEmpty(store) };

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
        const isOfReader = (file: string): boolean =>
          readerRooms.some((room) => file.startsWith(fileURLToPath(new URL(`src/${room}/`, root))));
        let faults: string | undefined;
        let settling = 0;
        const tell = () => faults && server.ws.send({ type: 'error', err: { message: faults, stack: '' } });
        const renew = async () => {
          const before = faults;
          faults = read(root);
          if (faults) {
            logger.error(`\n${faults}`);
            tell();
            return;
          }
          // On each save Astro reads its content config again, and meanwhile refreshes nothing and says nothing.
          for (let ms = 0; reading.loaded !== reading.content && ms < giveUpMs; ms += askMs) {
            await refreshContent?.({});
            await setTimeout(askMs);
          }
          // Astro reloads the pages when an entry changed; a text that is again as it was before the mistake changed nothing.
          if (before) server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add(folder);
        server.watcher.on('all', async (event, file) => {
          // Node holds what it has loaded, through each restart of Astro.
          if (event === 'change' && isOfReader(file))
            logger.warn(
              `${basename(file)} belongs to what reads the texts: start npm run dev again to see what it does now.`,
            );
          if (!file.startsWith(folder)) return;
          const mine = ++settling;
          await setTimeout(settleMs);
          if (mine === settling) await renew();
        });
        // A page opened while something is wrong says so, too; again after Astro has told what the compiler of MDX says of it.
        server.ws.on('connection', async () => {
          tell();
          await setTimeout(afterAstroMs);
          tell();
        });
      },
    },
  };
}
