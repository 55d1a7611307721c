/** <offline-pages> and what every page does for reading without a network: the service worker, unless the reader switched it off. */
import { make } from '../shell/dom.ts';
import type { Told } from './worker.ts';
import { isLocal, siteRoot } from '../shell/site.ts';

/** Stands on the device when the reader wants no pages kept. */
const choice = 'offline';

function isOff(): boolean {
  try {
    return localStorage.getItem(choice) === 'off';
  } catch {
    return true;
  }
}

const workers = (): ServiceWorkerContainer | undefined =>
  isLocal || import.meta.env.DEV || !isSecureContext ? undefined : navigator.serviceWorker;
const address = (): URL => new URL('sw.js', siteRoot());
const registered = (): Promise<ServiceWorkerRegistration | undefined> | undefined =>
  workers()?.getRegistration(siteRoot());

/** Has the pages kept, and says when a newer version of them is ready. */
async function keepPages(container: ServiceWorkerContainer): Promise<ServiceWorker | null> {
  const registration = await container.register(address(), { updateViaCache: 'none' });
  const tell = (): void => {
    if (registration.waiting && container.controller) showNewer(container, registration);
  };
  tell();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
  const { active } = await container.ready;
  if (!container.controller)
    active?.postMessage({ do: 'claim', version: document.documentElement.dataset['version'] } satisfies Told);
  return active;
}

/** Asks a worker for something. @returns its answer */
function asked<Answer>(worker: ServiceWorker, told: Told): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(told, [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)));
}

/** Takes the pages off this browser; open windows ask the network from then on. */
async function dropPages(): Promise<void> {
  await (await registered())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`csec-toolkits ${siteRoot().pathname} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}

function showNewer(container: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.newer')) return;
  const words = make('span', { role: 'status' });
  const use = async (): Promise<void> => {
    // Who would be asked before leaving the page is asked now: a page never stays open over another version.
    if (!dispatchEvent(new Event('beforeunload', { cancelable: true }))) {
      words.textContent = 'Keep what you wrote, or save it to a file. Then try again.';
      return;
    }
    const { waiting } = registration;
    if (!waiting) return location.reload();
    const reload = (): void => location.reload();
    container.addEventListener('controllerchange', reload, { once: true });
    if ((await asked<number>(waiting, { do: 'use' })) === 0) return;
    container.removeEventListener('controllerchange', reload);
    words.textContent =
      'Windows that are open side by side show the same version. Close the other windows of this site, then try again.';
  };
  const later = (): void => {
    note.remove();
    delete document.documentElement.dataset['newer'];
    document.querySelector<HTMLElement>('.site-title')?.focus();
  };
  const note = make(
    'section',
    { class: 'newer no-print', 'aria-label': 'New version' },
    words,
    ' ',
    make('button', { type: 'button', onclick: () => void use() }, 'Use it now'),
    ' ',
    make('button', { type: 'button', onclick: later }, 'Later'),
  );
  document.body.append(note);
  document.documentElement.dataset['newer'] = '';
  // Screen readers read out what changes in a status, not what comes with it.
  setTimeout(() => (words.textContent ||= 'A newer version of these pages is ready.'), 100);
}

/** Says quietly that the version which the foot of the page names is kept. */
function sayKept(): void {
  const place = document.querySelector('.foot [data-copy=online]');
  if (place && !place.querySelector('[data-kept]'))
    place.append(make('span', { 'data-kept': true }, ' · Its toolkits are kept in this browser.'));
}

class OfflinePages extends HTMLElement {
  private readonly state = this.querySelector<HTMLElement>('[data-state]')!;
  private readonly all = this.querySelector<HTMLButtonElement>('[data-keep=all]')!;
  private readonly button = this.querySelector<HTMLButtonElement>('[data-keep=first]')!;

  connectedCallback(): void {
    const container = workers();
    if (!container) {
      this.state.textContent = 'This browser cannot keep these pages. Take the ZIP instead.';
      return;
    }
    this.button.hidden = false;
    this.button.addEventListener(
      'click',
      () => void this.change(container, this.button.value === 'off' ? 'none' : 'first'),
    );
    this.all.addEventListener('click', () => void this.change(container, 'all'));
    container.ready.then(() => this.show()).catch(() => undefined);
    void this.show();
  }

  private async change(container: ServiceWorkerContainer, what: 'none' | 'first' | 'all'): Promise<void> {
    this.button.disabled = this.all.disabled = true;
    try {
      if (what === 'none') {
        localStorage.setItem(choice, 'off');
        await dropPages();
      } else {
        localStorage.removeItem(choice);
        this.state.textContent = 'The pages are being kept …';
        const worker = await keepPages(container);
        // A worker that was about to go comes back without its files.
        if (!worker || !(await asked<boolean>(worker, { do: 'fill', what }))) throw new Error('not kept');
      }
      await this.show();
    } catch {
      this.state.textContent = 'The pages could not be kept. Check the connection and try again, or take the ZIP.';
    }
    this.button.disabled = this.all.disabled = false;
  }

  private async show(): Promise<void> {
    const registration = isOff() ? undefined : await registered();
    const active = registration?.active;
    const isWhole = active ? await asked<boolean>(active, { do: 'ask' }) : false;
    const words = !registration
      ? 'No pages are kept in this browser.'
      : !active
        ? 'The pages are being kept …'
        : isWhole
          ? 'All pages, the search and the tools are kept in this browser now.'
          : 'The toolkits, the help page and the search are kept in this browser now.';
    this.all.hidden = isWhole;
    if (this.state.textContent !== words) this.state.textContent = words;
    this.button.value = registration ? 'off' : 'on';
    this.button.textContent = registration ? 'Take the pages off this browser' : 'Keep the toolkits in this browser';
  }
}

customElements.define('offline-pages', OfflinePages);

/** True on lines that are slow, or paid by what comes over them, as far as the browser tells. */
function isCostly(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string; type?: string };
  };
  if (!connection) return false;
  return Boolean(connection.saveData) || connection.type === 'cellular' || (connection.effectiveType ?? '4g') !== '4g';
}

/** Begins by itself once the page has nothing to do; not on costly lines, for those who may be watched, or come to switch it off. */
async function begin(container: ServiceWorkerContainer): Promise<void> {
  const mayBeWatched = document.querySelector('[data-leave]');
  const mayBegin = !isCostly() && !mayBeWatched && location.hash !== '#offline-copy';
  if (isOff() || !(mayBegin || (await registered()))) return;
  if (await keepPages(container)) sayKept();
}

const container = workers();
const beginQuietly = (): void => void begin(container!).catch(() => undefined);
if (container)
  addEventListener('load', () =>
    // Safari has no such callback.
    setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(beginQuietly), 1500),
  );
