/** One version of the site in the browser's cache: what a first visit keeps, and what was used or asked for since. */

/** The sum of a file, kept beside it so that the next version need not load it again. */
const sumHeader = 'x-sum';
/** Files that are loaded at once. */
const atOnce = 6;

export interface Version {
  name: string;
  /** Of the list of its files. */
  sum: string;
}
/** The address of the list of a version's files within the site. */
export const listOf = (name: string): string => `_astro/kept-${name}.json`;
/** The list of a version's files. */
export interface Listed {
  /** The files by their addresses within the site (`toolkits/chair/` for its index.html), each with its sum. */
  files: Readonly<Record<string, string>>;
  /** Those that a first visit keeps. */
  first: readonly string[];
}

/** Its own parts are private to the language, not only to the compiler: minified, they weigh a letter each. */
export class Kept {
  readonly #root: URL;
  readonly #version: Version;
  /** Sites under other paths of the same host have caches of their own. */
  readonly #prefix: string;
  readonly #name: string;
  #listed: Promise<Listed> | undefined;

  constructor(root: URL, version: Version) {
    this.#root = root;
    this.#version = version;
    this.#prefix = `csec-toolkits ${root.pathname} `;
    this.#name = this.#prefix + version.name;
  }

  /** What belongs to this version. @throws Error when the list is not kept and does not come */
  list(): Promise<Listed> {
    this.#listed ??= this.#readList();
    this.#listed.catch(() => (this.#listed = undefined));
    return this.#listed;
  }

  async #readList(): Promise<Listed> {
    const { name, sum } = this.#version;
    const list = listOf(name);
    const response = (await this.match(list)) ?? (await this.#fromNetwork(list, sum));
    await this.add(list, response.clone());
    return (await response.json()) as Listed;
  }

  /** The file that a request asks for, or undefined when it is none of this version. A query changes nothing. */
  async fileFor(address: URL): Promise<string | undefined> {
    const { files } = await this.list();
    const path = address.pathname.slice(this.#root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    return Object.hasOwn(files, path) ? path : undefined;
  }

  /**
   * Loads the files that are not there: those of a first visit and whatever an earlier version kept, or all. What came stays, and
   * the next time goes on from there. @throws Error when one does not come, or is not the one that the build listed
   */
  async load(what: 'first' | 'all'): Promise<void> {
    const isNew = !(await caches.has(this.#name));
    const cache = await caches.open(this.#name);
    let fault: unknown;
    try {
      const { files, first } = await this.list();
      const queue = what === 'all' ? Object.keys(files) : [...new Set([...first, ...(await this.#keptEarlier(files))])];
      const keep = async (file: string): Promise<void> => {
        if (await this.match(file)) return;
        const response = (await this.#fromEarlier(file, files[file]!)) ?? (await this.#fromNetwork(file, files[file]!));
        await cache.put(this.#addressOf(file), response);
      };
      const work = async (): Promise<void> => {
        for (let file = queue.shift(); file !== undefined; file = queue.shift())
          await keep(file).catch((error: unknown) => (fault ??= error));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      fault = error;
    }
    // Of a version that is not online any more nothing is needed.
    if (isNew && fault instanceof Changed) await caches.delete(this.#name);
    if (fault !== undefined) throw fault as Error;
  }

  /** True when every file is kept. */
  async isWhole(): Promise<boolean> {
    const cache = await caches.open(this.#name);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    return Object.keys((await this.list()).files).every((file) => there.has(this.#addressOf(file)));
  }

  /**
   * A file as it is kept; otherwise from the network, and kept from then on. Pages that no first visit keeps stay only when all
   * were asked for: nobody shall see from them which ones were read. @throws Changed when the network has another version by now
   */
  async find(file: string): Promise<Response> {
    const kept = await this.match(file);
    if (kept) return kept;
    const { files, first } = await this.list();
    const loaded = await this.#fromNetwork(file, files[file]!);
    if (first.includes(file) || !/(^|\/)$/.test(file)) await this.add(file, loaded.clone());
    return loaded;
  }

  /** A file that is kept, of this version or one that was asked for. */
  match(file: string): Promise<Response | undefined> {
    return caches.match(this.#addressOf(file), { cacheName: this.#name });
  }

  /** Keeps a file where there is room for it, unless the reader has taken everything off. */
  async add(file: string, response: Response): Promise<void> {
    if (!(await caches.has(this.#name))) return;
    const cache = await caches.open(this.#name);
    await cache.put(this.#addressOf(file), response).catch(() => undefined);
  }

  /** Takes all versions of this site but this one away; this one, too, when the site is given up. */
  async forget(what: 'others' | 'all'): Promise<void> {
    const names = await this.#others();
    if (what === 'all') names.push(this.#name);
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  /** The caches of earlier versions. */
  async #others(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.#prefix) && name !== this.#name);
  }

  #addressOf(file: string): string {
    return new URL(file, this.#root).href;
  }

  /** What earlier versions kept of the files of this one. */
  async #keptEarlier(files: Listed['files']): Promise<string[]> {
    const kept = await Promise.all((await this.#others()).map(async (name) => (await caches.open(name)).keys()));
    const paths = kept.flat().map(({ url }) => url.slice(this.#root.href.length));
    return paths.filter((path) => Object.hasOwn(files, path));
  }

  /** The same file of an earlier version. */
  async #fromEarlier(file: string, sum: string): Promise<Response | undefined> {
    const kept = await caches.match(this.#addressOf(file));
    // Sums were longer once.
    return kept?.headers.get(sumHeader)?.startsWith(sum) ? kept : undefined;
  }

  async #fromNetwork(file: string, sum: string): Promise<Response> {
    const response = await fetch(this.#addressOf(file), { cache: 'no-cache' });
    const bytes = await response.arrayBuffer();
    if (!response.ok) throw new Error(file);
    if ((await sumOf(bytes)) !== sum) throw new Changed(file);
    // A new response: one that was sent on from elsewhere cannot answer for a page.
    return new Response(bytes, {
      headers: { 'content-type': response.headers.get('content-type') ?? '', [sumHeader]: sum },
    });
  }
}

/** What the network gives is not what the build listed. */
export class Changed extends Error {}

/** The first quarter of the SHA-256, in hexadecimal: as `scripts/service-worker.ts` writes it. */
async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
