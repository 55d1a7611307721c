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
  private readonly version: Version;
  /** Sites under other paths of the same host have caches of their own. */
  private readonly prefix: string;

  constructor(root: URL, version: Version) {
    this.root = root;
    this.version = version;
    this.prefix = `csec-toolkits ${root.pathname} `;
  }

  /** The file that a request asks for, or undefined when it is none of this version. A query changes nothing. */
  fileFor(address: URL): string | undefined {
    if (!address.href.startsWith(this.root.href)) return undefined;
    const path = address.pathname.slice(this.root.pathname.length).replace(/(^|\/)index\.html$/, '$1');
    return Object.hasOwn(this.version.files, path) ? path : undefined;
  }

  /** Loads every file. @throws Error when one does not come, or is not the one that the build listed: then nothing of it stays */
  async load(): Promise<void> {
    const cache = await this.cache();
    const queue = Object.keys(this.version.files);
    const work = async (): Promise<void> => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) await cache.put(this.addressOf(file), (await this.fromEarlier(file)) ?? (await this.fromNetwork(file)));
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } catch (error) {
      await caches.delete(this.prefix + this.version.name);
      throw error;
    }
  }

  /** A file as it is kept. One that the browser threw away is loaded again. @throws Changed when the network has another version by now */
  async find(file: string): Promise<Response> {
    const kept = await this.match(file);
    if (kept) return kept;
    const loaded = await this.fromNetwork(file);
    await (await this.cache()).put(this.addressOf(file), loaded.clone());
    return loaded;
  }

  /** Anything else of the site that was asked for before: a file to download. */
  async match(file: string): Promise<Response | undefined> {
    return (await this.cache()).match(this.addressOf(file));
  }

  /** Keeps a file that was asked for. */
  async add(file: string, response: Response): Promise<void> {
    await (await this.cache()).put(this.addressOf(file), response);
  }

  /** Takes all versions of this site but this one away; this one, too, when the site is given up. */
  async forget(what: 'others' | 'all'): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(this.prefix) && (what === 'all' || name !== this.prefix + this.version.name));
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  private cache(): Promise<Cache> {
    return caches.open(this.prefix + this.version.name);
  }

  private addressOf(file: string): string {
    return new URL(file, this.root).href;
  }

  /** The same file of an earlier version. */
  private async fromEarlier(file: string): Promise<Response | undefined> {
    const kept = await caches.match(this.addressOf(file));
    return kept?.headers.get(sumHeader) === this.version.files[file] ? kept : undefined;
  }

  private async fromNetwork(file: string): Promise<Response> {
    const response = await fetch(this.addressOf(file), { cache: 'no-cache' });
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await sumOf(bytes)) !== this.version.files[file]) throw new Changed(`${file} is not of version ${this.version.name}`);
    // A new response: one that was sent on from elsewhere cannot answer for a page.
    return new Response(bytes, { headers: { 'content-type': response.headers.get('content-type') ?? '', [sumHeader]: this.version.files[file]! } });
  }
}

/** What the network gives is not what the build listed. */
export class Changed extends Error {}

/** The first half of the SHA-256, in hexadecimal: as `scripts/service-worker.ts` writes it. */
async function sumOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
