/** One version of the site in the browser's cache: whole, or not there. */

/** The sum of a file, kept beside it so that the next version need not load it again. */
const sumHeader = 'x-sum';
/** Files that are loaded at once. */
const atOnce = 6;

export interface Version {
  name: string;
  /** The files by their addresses within the site (`toolkits/chair/` for its index.html), each with its sum. */
  files: Readonly<Record<string, string>>;
}

export class Kept {
  private readonly root: URL;
  private readonly files: Version['files'];
  /** Sites under other paths of the same host have caches of their own. */
  private readonly prefix: string;
  private readonly name: string;

  constructor(root: URL, { name, files }: Version) {
    this.root = root;
    this.files = files;
    this.prefix = `csec-toolkits ${root.pathname} `;
    this.name = this.prefix + name;
  }

  /** The file that a request asks for, or undefined when it is none of this version. A query changes nothing. */
  fileFor(address: URL): string | undefined {
    if (!address.href.startsWith(this.root.href)) return undefined;
    const path = address.pathname.slice(this.root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    return Object.hasOwn(this.files, path) ? path : undefined;
  }

  /** Loads every file that is not there. @throws Error when one does not come, or is not the one that the build listed: then nothing new stays */
  async load(): Promise<void> {
    const isNew = !(await caches.has(this.name));
    const cache = await caches.open(this.name);
    const queue = Object.keys(this.files);
    const work = async (): Promise<void> => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        if (!(await this.match(file)))
          await cache.put(this.addressOf(file), (await this.fromEarlier(file)) ?? (await this.fromNetwork(file)));
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      queue.length = 0;
      if (isNew) await caches.delete(this.name);
      throw error;
    }
  }

  /** A file as it is kept. One that the browser threw away is loaded again. @throws Changed when the network has another version by now */
  async find(file: string): Promise<Response> {
    const kept = await this.match(file);
    if (kept) return kept;
    const loaded = await this.fromNetwork(file);
    await this.add(file, loaded.clone());
    return loaded;
  }

  /** A file that is kept, of this version or one that was asked for. */
  match(file: string): Promise<Response | undefined> {
    return caches.match(this.addressOf(file), { cacheName: this.name });
  }

  /** Keeps a file where there is room for it, unless the reader has taken everything off. */
  async add(file: string, response: Response): Promise<void> {
    if (!(await caches.has(this.name))) return;
    const cache = await caches.open(this.name);
    await cache.put(this.addressOf(file), response).catch(() => undefined);
  }

  /** Takes all versions of this site but this one away; this one, too, when the site is given up. */
  async forget(what: 'others' | 'all'): Promise<void> {
    const names = (await caches.keys()).filter(
      (name) => name.startsWith(this.prefix) && (what === 'all' || name !== this.name),
    );
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  private addressOf(file: string): string {
    return new URL(file, this.root).href;
  }

  /** The same file of an earlier version. */
  private async fromEarlier(file: string): Promise<Response | undefined> {
    const kept = await caches.match(this.addressOf(file));
    return kept?.headers.get(sumHeader) === this.files[file] ? kept : undefined;
  }

  private async fromNetwork(file: string): Promise<Response> {
    const response = await fetch(this.addressOf(file), { cache: 'no-cache' });
    const bytes = await response.arrayBuffer();
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    if ((await sumOf(bytes)) !== this.files[file]) throw new Changed(`${file} is not of this version`);
    // A new response: one that was sent on from elsewhere cannot answer for a page.
    return new Response(bytes, {
      headers: { 'content-type': response.headers.get('content-type') ?? '', [sumHeader]: this.files[file]! },
    });
  }
}

/** What the network gives is not what the build listed. */
export class Changed extends Error {}

/** The first half of the SHA-256, in hexadecimal: as `scripts/service-worker.ts` writes it. */
async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
