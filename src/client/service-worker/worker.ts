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
/** What a page asks for: to be served by its own version, that a new version takes over, that the worker looks whether the site still has one. */
export type Told = { do: 'claim'; version: string | undefined } | { do: 'use' } | { do: 'check' };
interface Message extends Extendable {
  data: Told;
  ports: readonly MessagePort[];
}
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<unknown[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
}

const worker = globalThis as unknown as Scope;
const root = new URL(worker.registration.scope);
const kept = new Kept(root, VERSION);
const downloads = new URL('downloads/', root).href;
/** True once it has stepped aside. */
let aside = false;

worker.addEventListener('install', (event) => event.waitUntil(kept.load()));
worker.addEventListener('activate', (event) => event.waitUntil(kept.forget('others')));
worker.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (aside || event.request.method !== 'GET' || !address.href.startsWith(root.href) || event.request.headers.has('range')) return;
  const file = kept.fileFor(address);
  if (file !== undefined) event.respondWith(page(file, event.request));
  else if (kept.fileFor(new URL(`${address.pathname}/`, root)) !== undefined) event.respondWith(Promise.resolve(Response.redirect(`${root.origin}${address.pathname}/`)));
  else if (address.href.startsWith(downloads)) event.respondWith(download(event));
  else if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => missing()));
});
worker.addEventListener('message', (event) => event.waitUntil(answer(event)));

/** A file of this version. */
async function page(file: string, request: Request): Promise<Response> {
  try {
    return await kept.find(file);
  } catch (error) {
    if (error instanceof Changed) await stepAside();
    return fetch(request).catch((fault: unknown) => {
      if (request.mode !== 'navigate') throw fault;
      return missing();
    });
  }
}

/** A file to download: from the network when there is one, and kept from then on. */
async function download({ request }: Asked): Promise<Response> {
  const file = request.url.slice(root.href.length).replace(/[?#].*/, '');
  const known = await kept.match(file);
  if (known) return known;
  const response = await fetch(request).catch((fault: unknown) => {
    if (request.mode !== 'navigate') throw fault;
    return missing();
  });
  if (response.ok && !file.endsWith('.zip')) await kept.add(file, response.clone());
  return response;
}

/** Gives way to the network: the site is another one now. The next visit begins anew. */
async function stepAside(): Promise<void> {
  aside = true;
  await worker.registration.unregister();
  await kept.forget('all');
}

async function answer({ data, ports: [port] }: Message): Promise<void> {
  if (data.do === 'check') {
    const script = await fetch(new URL('sw.js', root), { cache: 'no-store' }).catch(() => undefined);
    if (script && [404, 410].includes(script.status)) await stepAside();
    return;
  }
  const windows = (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).length;
  if (data.do === 'claim') {
    // Another window may show another version.
    if (data.version === VERSION.name && windows === 1) await worker.clients.claim();
    return;
  }
  port?.postMessage(windows - 1);
  if (windows === 1) await worker.skipWaiting();
}

/** The page for what is not kept. */
function missing(): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not here without a network</title><h1>This is not here without a network</h1><p>This browser keeps the pages of the toolkits. Files to download come over the network. Try again when you are connected, or go to <a href="${root.href}">the first page</a>.</p></html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
