/**
 * The service worker: shows the site without a network. A page and all that it asks for come from one version, since a new version
 * waits until no window shows the old one. When what it keeps does not fit the site any more, it steps aside for good.
 */
import { Changed, Kept, type Version } from './kept.ts';

/** What the build puts here. */
declare const VERSION: Version;

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extendable {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
/** What a page asks for: to be served by its own version, that a new version takes over, that what a first
 * visit keeps, or all, is kept; whether all is. */
export type Told =
  { do: 'claim'; version: string | undefined } | { do: 'use' } | { do: 'fill'; what: 'first' | 'all' } | { do: 'ask' };
interface Message extends Extendable {
  data: Told;
  /** Where the answer goes: how many other windows stand in the way of a new version; whether it is kept. */
  ports: readonly MessagePort[];
}
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { includeUncontrolled: true }): Promise<{ url: string }[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
}

const worker = globalThis as unknown as Scope;
const root = new URL(worker.registration.scope);
const kept = new Kept(root, VERSION);
const downloads = `${root.href}downloads/`;
/** True once it has stepped aside. */
let aside = false;
/** True once it has looked whether the site still has a worker. */
let looked = false;

worker.addEventListener('install', (event) => event.waitUntil(kept.load('first')));
worker.addEventListener('activate', (event) => event.waitUntil(kept.forget('others')));
worker.addEventListener('message', (event) => event.waitUntil(answer(event)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (aside || request.method !== 'GET' || !address.href.startsWith(root.href) || request.headers.has('range')) return;
  if (request.mode === 'navigate' && !looked) event.waitUntil(look());
  event.respondWith(respond(event, address));
});

async function respond(event: Asked, address: URL): Promise<Response> {
  const { request } = event;
  const folder = new URL(address.origin + address.pathname + '/');
  try {
    const file = await kept.fileFor(address);
    if (file !== undefined) return await page(file, request);
    if ((await kept.fileFor(folder)) !== undefined) return Response.redirect(folder);
  } catch (error) {
    // Without its list it knows nothing.
    if (!(error instanceof Changed)) return fromNetwork(request);
    await stepAside();
  }
  return address.href.startsWith(downloads) ? download(event) : fromNetwork(request);
}

/** A file of this version. */
async function page(file: string, request: Request): Promise<Response> {
  try {
    return await kept.find(file);
  } catch (error) {
    if (!(error instanceof Changed)) return fromNetwork(request);
    await stepAside();
    // Only a whole page may be of another version, never a part of this one.
    return request.mode === 'navigate' ? fromNetwork(request) : Response.error();
  }
}

/** A file to download: from the network when there is one, and kept from then on. */
async function download(event: Asked): Promise<Response> {
  const file = event.request.url.slice(root.href.length).replace(/[?#].*/, '');
  const known = await kept.match(file);
  if (known) return known;
  const response = await fromNetwork(event.request);
  if (response.ok && !file.endsWith('.zip')) event.waitUntil(kept.add(file, response.clone()));
  return response;
}

/** What the network gives; where there is none, a reader gets a page that says so. */
function fromNetwork(request: Request): Promise<Response> {
  return fetch(request).catch((fault: unknown) => {
    if (request.mode !== 'navigate') throw fault;
    return missing();
  });
}

/** Steps aside where the site has no worker any more: another site lives at its address. */
async function look(): Promise<void> {
  looked = true;
  const script = await fetch(`${root.href}sw.js`, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  const isGone =
    script &&
    ([404, 410].includes(script.status) ||
      script.redirected ||
      (script.ok && !script.headers.get('content-type')?.includes('javascript')));
  if (isGone) await stepAside();
}

/** Gives way to the network for good. The next visit begins anew. */
async function stepAside(): Promise<void> {
  aside = true;
  await worker.registration.unregister();
  await kept.forget('all');
}

async function answer({ data, ports: [port] }: Message): Promise<void> {
  if (data.do === 'fill') {
    const done = kept.load(data.what).then(() => true);
    return port?.postMessage(await done.catch(() => false));
  }
  if (data.do === 'ask') return port?.postMessage(await kept.isWhole().catch(() => false));
  const windows = (await worker.clients.matchAll({ includeUncontrolled: true })).filter(({ url }) =>
    url.startsWith(root.href),
  );
  if (data.do === 'claim') {
    // Another window may show another version.
    if (data.version === VERSION.name && windows.length === 1) await worker.clients.claim();
    return;
  }
  port?.postMessage(windows.length - 1);
  if (windows.length === 1) await worker.skipWaiting();
}

/** The page for what is not kept. */
function missing(): Response {
  const title = 'This is not here without a network';
  const html =
    `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>${title}</title><h1>${title}` +
    '</h1><p>This browser keeps the toolkits, and all pages once you ask for it. The rest comes over the network. Try ' +
    `again when you are connected, or go to <a href="${root.href}">the first page</a>.`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html;charset=utf-8' } });
}
